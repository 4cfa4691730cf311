// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/service.h"

#include <QByteArrayView>

// Readers of clustat (rgmanager/src/utils/clustat.c, RHCS 4 to cluster 3.2).
namespace Core
{
// The table or the XML of -x, told apart by the first character. What only one of them says stays
// unknown with the other: the table has no time of the last transition, and cuts long names.
// rgmanagerAnswers is true only when the services were listed: a clustat that could not ask
// rgmanager lists none, and so does a cluster that has none.
Expected<HaStatus> parseClustat(QByteArrayView text);

// The two, where the caller knows which it is.
Expected<HaStatus> parseClustatText(QByteArrayView text); // core/parse/clustat.cpp
Expected<HaStatus> parseClustatXml(QByteArrayView text); // core/parse/clustatxml.cpp
} // namespace Core
