// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/confreader.h"
#include "core/collect/snapshotstore.h"
#include "core/config/clusterprofile.h"
#include "core/model/bmcorder.h"
#include "core/plan/userrole.h"
#include "core/session/givensecrets.h"
#include "core/transport/questions.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace Core
{
class ActionRun;
class ActionRunner;
class AtHand;
class ConfFeed;
class ConfHistory;
class Forecasts;
class History;
class Journal;

// Where the versions of a cluster's cluster.conf are kept on this workstation.
QString confHistoryPath(const QString &cluster);

// The composition root without widgets: opens a profile and owns the connections, the collector and
// the store. Main thread; nothing here blocks.
class Session : public QObject
{
    Q_OBJECT
public:
    // given: what a person answered to others, and will answer to this one.
    explicit Session(ClusterProfile profile, SharedSecrets given = std::make_shared<GivenSecrets>(),
                     QObject *parent = nullptr);
    ~Session() override;

    const ClusterProfile &profile() const;
    SnapshotStore &store();
    void open(); // connects to every machine
    void close();
    void refresh(); // F5: every probe now, the heavy ones too
    void reconnect(const NodeName &machine); // after Refused, or not to wait for the back-off
    // What a node holds as cluster.conf, for the editor; neither kept as evidence nor recorded,
    // since passwords are in it. Unreachable: no such machine, or no connection.
    QFuture<Expected<ConfFiles>> readConf(const NodeName &node);
    ConfReader confReader(); // the same for the window; the session outlives it
    // Asked now, of a node's BMC by that way. Unreachable: there is no such way.
    QFuture<Expected<PowerState>> power(const BmcWay &way);
    // Keeps what is seen from now on in recordings below stateFolder(), a bounded ring of files.
    void record();
    // Keeps the curves of this cluster in a file of its own below stateFolder(), a value a second.
    void keepHistory();
    ActionRunner &actions(); // what is done to this cluster, one thing at a time
    // What the person here may do from now on; the profile as it is to be kept.
    ClusterProfile setRole(UserRole role);
    AtHand &atHand(); // logs and the like, asked for on request
    Journal &journal(); // of all actions of this workstation's user
    History *history(); // null until keepHistory(); its own calls tell when it cannot be used
    const Forecasts &forecasts() const; // of the resyncs that run
    ConfHistory &confHistory(); // every version of cluster.conf that was ever seen, no secret in it
    const ConfFeed &conf() const; // what lies on the nodes now, with its secrets
    // Every machine answered all its questions once, or cannot be asked now: the picture is as
    // complete as it can be. An open question to a person is waited for.
    bool settled() const;

    void answerHostKey(quint64 question, bool trust);
    // No secret: the person gave up. remember: kept in the system's keychain.
    void answerSecret(quint64 question, const std::optional<QString> &secret, bool remember);

signals:
    void notRecorded(const Core::Error &error); // the disk is full; everything else goes on
    // Locked by another console, or the disk is full; everything else goes on.
    void historyFailed(const Core::Error &error);
    void hostKeyAsked(const Core::HostKeyQuestion &question);
    void secretAsked(const Core::SecretQuestion &question);

private:
    void follow(const std::shared_ptr<ActionRun> &run);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};
} // namespace Core
