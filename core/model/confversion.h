// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/names.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <optional>

// The versions of a cluster.conf over time, as values. No secret is in any of them.
namespace Core
{
// Where a node keeps one (Proxmox VE 3).
enum class ConfPlace : quint8 {
    Committed, // /etc/pve/cluster.conf, the same on every node while they see each other
    Local, // /etc/cluster/cluster.conf, the copy that cman of this node reads
    Pending, // /etc/pve/cluster.conf.new: written, not activated
};
// "committed", "local", "pending": in files, in JSON and on the command line.
QString word(ConfPlace place);
std::optional<ConfPlace> confPlaceOf(QStringView word);

// One text. There is no checksum of the file itself: beside the text without its passwords it would
// tell whether a guess of one is right.
struct KeptConf {
    QByteArray text; // in the file's encoding, "***" for each secret; empty: none that can be kept
    qint64 bytes = 0; // of the file as it was
    bool wellFormed = false;
    std::optional<quint32> number; // config_version; none: none that is a number above 0
    friend bool operator==(const KeptConf &, const KeptConf &) = default;
};

// A look at one place of one node.
struct ConfSight {
    NodeName node;
    ConfPlace place = ConfPlace::Committed;
    QDateTime at; // UTC
    std::optional<KeptConf> file; // none: there is no file
};

// Somebody made it the running one, or tried to, with this program.
struct ConfAuthor {
    QString user;
    QString host;
    QString reason;
    QDateTime at; // UTC
    friend bool operator==(const ConfAuthor &, const ConfAuthor &) = default;
};

// A stretch of time in which it lay at one place of one node.
struct ConfStay {
    NodeName node;
    ConfPlace place = ConfPlace::Committed;
    QDateTime from; // first seen there; UTC
    std::optional<QDateTime> until; // something else was first seen there; none: it still is there
    friend bool operator==(const ConfStay &, const ConfStay &) = default;
};

struct ConfVersion {
    qint64 id = 0; // never used again; a later one was first seen later
    std::optional<quint32> number;
    qint64 bytes = 0;
    bool wellFormed = false;
    bool kept = false; // its text; none of a file that is no text
    QList<ConfStay> stays; // in order of time; never empty
    QList<ConfAuthor> authors; // in order of time; empty: nobody with this program

    QDateTime firstSeen() const { return stays.constFirst().from; }
    bool isAt(ConfPlace place) const; // on some node, as far as is known
    friend bool operator==(const ConfVersion &, const ConfVersion &) = default;
};
using ConfVersions = QList<ConfVersion>; // the newest first

// The highest config_version that any cman could have read; 0: none. One that was pending and
// never activated binds nobody.
quint32 highestNumber(const ConfVersions &versions);
// By its config_version ("12") or by its number in the history ("@5"). Refused: there is none, or
// several texts had that config_version and not just one of them is well-formed.
Expected<ConfVersion> versionNamed(const ConfVersions &versions, QStringView name);
} // namespace Core
