// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/clusterconf/quorumtiming.h"

#include <functional>

namespace Core
{
// The bond that carries the cluster's network of a node.
struct HeartbeatBond {
    NodeName node;
    QString interface; // "bond0"
    QString mode; // of /sys/class/net/bond0/bonding/mode, its first word: "active-backup"
    friend bool operator==(const HeartbeatBond &, const HeartbeatBond &) = default;
};

// What the checks may know beside the text. Nothing of it is needed: a rule whose fact is missing
// says nothing, except where its reason says so.
struct LintContext {
    // config_version: the running one, that of /etc/pve/cluster.conf and of cluster.conf.new.
    QList<quint32> knownVersions;
    const Document *running = nullptr; // what runs, to say which changes wait for a restart (C16)
    std::optional<QByteArray> otherFile; // /etc/cluster/cluster.conf of the other node (C15)
    QList<NodeName> holders; // nodes with running guests (C07)
    std::optional<std::chrono::seconds> bootGap; // between the joins of both nodes (C14)
    QList<HeartbeatBond> bonds; // C25
    QString quorumDevice; // the device that the label was found on (C26)
    friend bool operator==(const LintContext &, const LintContext &) = default;
};

struct LintResult {
    bool wellFormed = false;
    bool schemaValid = false;
    QList<Finding> findings; // worst first, then in the order of the text
    std::optional<QuorumTiming> timing; // with a quorum disk
};

// Our checks of a cluster.conf: the catalogue C01 to C16 and C25 to C27, and what cman, qdiskd and
// fenced refuse when they start or do not do as written. C17 to C19 are about corosync.conf, see
// lintCorosync(). No password is ever in a finding or its fix. Pure; any thread.
LintResult lint(QByteArrayView bytes, const LintContext &context = {});
LintResult lint(const Document &document, const LintContext &context = {});
// The same where the schema's verdict is at hand: who has two threads asks it beside the rules.
struct SchemaVerdict;
LintResult lint(const Document &document, const LintContext &context,
                const std::function<Expected<SchemaVerdict>()> &schema);
// Of a text that could not be read: what Document::fromBytes() said of it, and its size in bytes.
LintResult lint(const Error &unread, qsizetype size);

// C17 to C19, for the corosync.conf of a newer cluster; there is no schema of it, so schemaValid
// stays false.
LintResult lintCorosync(QByteArrayView bytes);
// Whether a text is meant to be one, by its first sections.
bool looksLikeCorosync(QByteArrayView bytes);

// The findings that forbid to show or store this text as it is: C27, one for each secret in it.
QList<Finding> exportBlockers(const QString &text);
} // namespace Core
