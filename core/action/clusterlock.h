// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionshell.h"

#include <QLockFile>

#include <memory>
#include <mutex>

namespace Core
{
// One disruptive action a cluster. Between the programs of a workstation by a lock file, which the
// system gives back when its holder dies; between workstations by a lease on every node that can be
// reached: a file below /var/lock/binome, written under flock(1), with its owner and the time at
// which it ends by the node's own clock (the one that never jumps, /proc/uptime). Refreshed while
// the action runs, gone at its end, taken over by anybody once it is over; by the workstation that
// took it at once, since its lock file says that its own last action has ended.
class ClusterLock
{
public:
    struct Setup {
        QString file; // of this workstation; empty: none
        QMap<NodeName, QString> leases; // path on each node
        QString owner; // "user@host", shown to others
    };
    explicit ClusterLock(Setup setup);

    // On the action's thread. Refused with the owner when another one acts; what was taken is still
    // to be released. A node that cannot be asked is passed over and noted.
    Expected<void> acquire(ActionShell &shell);
    // On the action's thread, from every node at once. Who waits for the outcome is not kept
    // waiting by a node that was just switched off: after releasePatience the words are still on
    // their way.
    void release(QObject &main, ActionReach &reach, const std::stop_token &stop);
    static constexpr std::chrono::milliseconds releasePatience{500};
    const QList<Finding> &notes() const { return m_notes; }

    // In the main thread, every refreshEvery.
    void refresh(ActionReach &reach);
    static constexpr std::chrono::seconds lasts{60};
    static constexpr std::chrono::seconds refreshEvery{15};

private:
    Expected<void> lockFile();
    Expected<void> lease(ActionShell &shell, const NodeName &node, const QString &path);
    Command leaseCommand(const QString &path, const QString &how) const;

    const Setup m_setup;
    const QString m_key; // ours in the files on the nodes
    std::unique_ptr<QLockFile> m_file;
    std::mutex m_mutex;
    QList<NodeName> m_held; // by mutex
    QList<Finding> m_notes;
};

QString leasePath(const MachineContext &context);
// The lock file of a cluster below a folder.
QString lockFileOf(const QString &folder, const QString &cluster);
} // namespace Core
