// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QMap>
#include <QSet>

namespace Gui
{
// What the training cluster really is: the console's own picture is not asked, so an exercise
// cannot be won by a picture that is wrong. Read from `binome-lab status --json` (docs/lab.md).
struct LabMachine {
    bool up = false; // its system runs; false while it is off or boots
    bool powered = true; // its BMC has power; of a node only
    int votes = 0; // that it counts itself
    int members = 0; // nodes that it counts as members
    int victims = 0; // that its fenced still tries to fence
    bool quorumDisk = false; // it counts the vote of the quorum disk
    QString address;
    int port = 0; // of its sshd
};
struct LabCopy { // a side of a DRBD resource
    QString resource;
    QString node;
    bool primary = false;
    bool same = false; // Connected and UpToDate
    qint64 outOfSyncKiB = 0;
};
struct LabTruth {
    QString folder;
    QMap<QString, LabMachine> machines;
    QSet<QString> cut; // links: "drbd", "lan:node1"
    QList<LabCopy> copies;
    QMap<int, QString> guests; // every guest, with the node that it runs on; empty: none
};
Core::Expected<LabTruth> labTruth(const QByteArray &json);

bool copiesAreSame(const LabTruth &truth); // all resources, both sides
bool allGuestsRun(const LabTruth &truth);
// Nothing is broken: an exercise may begin.
bool isWhole(const LabTruth &truth);
} // namespace Gui
