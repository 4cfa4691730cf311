// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/recording.h"

#include <QDataStream>

// One record as bytes; part of recording, apart so that each half can be read at once.
namespace Core
{
constexpr auto recordStreamVersion = QDataStream::Qt_6_0;
using LastResults = QHash<std::pair<NodeName, ProbeId>, ProbeResult>;

void writeHeader(QDataStream &to, const RecordingHeader &header);
void writeRecord(QDataStream &to, const Record &record, LastResults &last);
// False: not understood.
bool readHeader(QDataStream &from, RecordingHeader &header);
bool readRecord(QDataStream &from, Record &record, LastResults &last);
} // namespace Core
