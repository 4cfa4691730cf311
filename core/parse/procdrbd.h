// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/drbd.h"

#include <QByteArrayView>

#include <array>

// /proc/drbd of DRBD 0.7 to 8.4 and the header-only file of DRBD 9 (drbd_proc.c of each release).
namespace Core
{
// A word or flag group as DRBD printed it, kept although this program may not know it; the longest
// known one has 14 letters. Empty: not printed.
struct DrbdWord {
    std::array<char, 16> text{};
    bool isEmpty() const { return text[0] == '\0'; }
    QByteArrayView view() const { return QByteArrayView(text.data()); }
    friend bool operator==(const DrbdWord &, const DrbdWord &) = default;
};

struct ProcDrbdDevice {
    int minor = 0;
    DrbdWord connection; // "Unconfigured": everything below is absent
    DrbdWord localRole;
    DrbdWord peerRole;
    DrbdWord localDisk;
    DrbdWord peerDisk; // 0.7 does not tell it
    std::optional<char> protocol; // A, B, C; none without a network configuration
    DrbdWord flags; // 8.0 four positions, 8.3.1 five, from 8.3.9 on six
    DrbdCounters counters;
    std::optional<SyncProgress> progress; // resync or verify that runs now
    LineRange lines;
    friend bool operator==(const ProcDrbdDevice &, const ProcDrbdDevice &) = default;
};

struct ProcDrbd {
    QString version; // "8.3.13", "8.4.11-1"; empty when the header line is missing
    std::optional<int> api;
    std::optional<int> protoMin;
    std::optional<int> protoMax; // the same as protoMin where DRBD printed one number
    bool stub = false; // DRBD 9: its resources are not listed here, which is not "no devices"
    QList<ProcDrbdDevice> devices; // by ascending minor
    friend bool operator==(const ProcDrbd &, const ProcDrbd &) = default;
};

// Lines before the header or the first device (a prompt, watch's own) are passed over. ParseFailed
// when neither follows, on a line that no release prints, and past maximumRows devices.
Expected<ProcDrbd> parseProcDrbd(QByteArrayView text);

// The same as facts of the model: words become states, a word of no known release Unknown.
DrbdStatus drbdStatus(const ProcDrbd &file);
Expected<DrbdStatus> parseDrbdStatus(QByteArrayView text);
} // namespace Core
