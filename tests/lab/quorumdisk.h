// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/openlab.h"

// The laboratory before and after its cluster gets a quorum disk.
namespace Testing
{
// Started as a cluster of two nodes without the disk, which is there and has its label.
inline bool startedWithoutDisk(OpenLab &lab)
{
    const auto set = [&lab](const char *key, const char *value) {
        return lab.lab({QStringLiteral("do"), QStringLiteral("set"), QString::fromLatin1(key),
                        QString::fromLatin1(value)});
    };
    return lab.started() && set("qdisk", "0") && set("two-node", "1") && set("expected-votes", "1");
}

inline const QString &labelOfTheDisk()
{
    static const QString label = QStringLiteral("pve_quorum");
    return label;
}

inline bool done(OpenLab &lab, const char *event, const QString &node)
{
    return lab.lab({QStringLiteral("do"), QString::fromLatin1(event), node});
}

// The quorate node that has the disk's vote, as it says itself; empty: none has.
inline QString masterOfTheDisk(OpenLab &lab)
{
    for (const QString &node : {QStringLiteral("node1"), QStringLiteral("node2")}) {
        const auto &quorum = lab.machine(node).quorum;
        if (quorum.value && !quorum.error && quorum.value->quorate
            && quorum.value->quorumDeviceVotes == 1 && quorum.value->totalVotes == 3)
            return node;
    }
    return {};
}

inline bool isQuorate(OpenLab &lab, const QString &node)
{
    const auto &quorum = lab.machine(node).quorum;
    return quorum.value && !quorum.error && quorum.value->quorate;
}

// qdiskd on both nodes, before anything is restarted; with master_wins one of them has its vote.
inline bool diskVotes(OpenLab &lab)
{
    return done(lab, "qdiskd-start", QStringLiteral("node1"))
        && done(lab, "qdiskd-start", QStringLiteral("node2"))
        && OpenLab::within(60'000, [&] { return !masterOfTheDisk(lab).isEmpty(); });
}

// cman of a node stopped and started, until both nodes are quorate and the disk votes.
inline bool cmanRestarted(OpenLab &lab, const QString &node)
{
    return done(lab, "cman-stop", node)
        && OpenLab::within(60'000, [&] { return !isQuorate(lab, node); })
        && done(lab, "cman-start", node) && OpenLab::within(60'000, [&] {
               return isQuorate(lab, QStringLiteral("node1"))
                   && isQuorate(lab, QStringLiteral("node2")) && !masterOfTheDisk(lab).isEmpty();
           });
}

// Both nodes restarted in the order of the recipe: the master last, its vote moved before.
inline bool restartedMasterLast(OpenLab &lab)
{
    const QString master = masterOfTheDisk(lab);
    const QString other
        = master == QStringLiteral("node1") ? QStringLiteral("node2") : QStringLiteral("node1");
    return cmanRestarted(lab, other) && masterOfTheDisk(lab) == master
        && done(lab, "qdiskd-stop", master)
        && OpenLab::within(60'000, [&] { return masterOfTheDisk(lab) == other; })
        && cmanRestarted(lab, master);
}

// Whether `clustat -f -x` of the master, as it was answered last, has the disk as a member that is
// there.
inline bool clustatShowsTheDisk(OpenLab &lab)
{
    return OpenLab::within(60'000, [&] {
        const QByteArray said = lab.session()
                                    .store()
                                    .evidence(Core::NodeName(masterOfTheDisk(lab)),
                                              Core::ProbeId(QStringLiteral("clustat")))
                                    .output;
        return said.contains(R"(<node name="/dev/block/8:33" state="1")");
    });
}
} // namespace Testing
