// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/drbdsteps.h"

// A plan in the making, for the planners of DRBD's verbs alone.
namespace Core
{
struct DrbdDraft {
    const Verb &verb;
    const ClusterSnapshot &snapshot;
    DrbdPair pair;
    ResourceUse use;
    ActionPlan plan;

    const NodeName &node() const { return pair.own.node; }
    const NodeName &peer() const { return pair.peer.node; }
    const ResourceName &name() const { return pair.name; }
    DrbdSyntax syntax() const { return *pair.own.syntax; }

    void find(Severity severity, const char *id, Message text, const char *rule = "");
    void block(const char *id, Message text, const char *rule = "")
    {
        find(Severity::Blocker, id, std::move(text), rule);
    }
    void warn(const char *id, Message text, const char *rule = "")
    {
        find(Severity::Warning, id, std::move(text), rule);
    }
    void note(const char *id, Message text, const char *rule = "")
    {
        find(Severity::Note, id, std::move(text), rule);
    }
    // What can be lost asks for more than a click.
    void askName(const QString &expected);
    // "drbdadm VERB RESOURCE" on the own side.
    void add(Message title, const char *drbdVerb, Sight sight, const QStringList &options = {});
    bool blockedWhileBothPrimary(const char *id); // rule 14; also when it is not known
    bool configured(const char *key, const char *older, QString *value = nullptr) const;
};

void planConnect(DrbdDraft &draft);
void planDisconnect(DrbdDraft &draft);
void planPauseSync(DrbdDraft &draft);
void planResumeSync(DrbdDraft &draft);
void planVerify(DrbdDraft &draft);
void planRepair(DrbdDraft &draft);
void planInvalidate(DrbdDraft &draft);
void planPrimary(DrbdDraft &draft);
void planSecondary(DrbdDraft &draft);
void planAttach(DrbdDraft &draft);
void planDetach(DrbdDraft &draft);
void planAdjust(DrbdDraft &draft);
void planSetRate(DrbdDraft &draft);

// Refuses when adjusting would take the connection or the disk away (rule 14).
Step dryAdjustStep(const DrbdDraft &draft, const NodeName &on);

// The ids in words, "100, 101".
QString guestList(const QList<int> &ids);
} // namespace Core
