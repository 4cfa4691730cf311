// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/athand.h"
#include "core/athand/bundle.h"
#include "core/collect/conffeed.h"
#include "core/config/clusterprofile.h"
#include "core/session/sessionreach.h"
#include "core/store/journal.h"

namespace Core
{
// What a session has at hand of its machines, over the connections it holds anyway.
class SessionAtHand final : public AtHand
{
public:
    // All outlive it.
    struct Parts {
        const ClusterProfile &profile;
        SessionReach &reach;
        const SnapshotStore &store;
        const ConfFeed &conf;
        const Journal &journal;
        const Clock &clock;
    };
    explicit SessionAtHand(const Parts &parts);

    std::unique_ptr<LogFollower> follow(const NodeName &machine, NodeLog log) override;
    Expected<QStringList> terminal(const NodeName &machine, const QString &command) const override;
    std::unique_ptr<GuestConsole> guestConsole(int guest, const NodeName &node) override;
    std::unique_ptr<BmcReader> bmcReader(const NodeName &node) override;
    QFuture<Expected<void>> saveBundle(const QString &file) override;

private:
    Redactor redactor() const; // knows every password that lies on a node now
    Bundle bundle() const; // but for the journal
    QList<BundledOutput> outputs() const;
    QList<BundledConf> confs() const;

    const Parts m_parts;
    QList<BundledEvent> m_events; // the newest, bounded
    QObject m_context; // of what is followed
};
} // namespace Core
