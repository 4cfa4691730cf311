// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/discovery.h"
#include "core/session/givensecrets.h"
#include "core/transport/questions.h"

#include <QObject>

#include <memory>

namespace Core
{
// Asks one node what its cluster is made of, before there is a profile. Main thread. Each start()
// gives exactly one found(), unless cancel() or the next start() came first.
class ClusterFinder : public QObject
{
    Q_OBJECT
public:
    explicit ClusterFinder(SharedSecrets given = std::make_shared<GivenSecrets>(),
                           QObject *parent = nullptr);
    ~ClusterFinder() override;

    void start(const ProfileMachine &first);
    void cancel();
    void answerHostKey(quint64 question, bool trust);
    void answerSecret(quint64 question, const std::optional<QString> &secret, bool remember);

signals:
    void hostKeyAsked(const Core::HostKeyQuestion &question);
    void secretAsked(const Core::SecretQuestion &question);
    void found(const Core::Expected<Core::Discovery> &discovery);

private:
    struct Search;
    void ask();
    void finish(const Expected<Discovery> &discovery);

    const SharedSecrets m_given;
    std::unique_ptr<Search> m_search; // null: nothing runs
    quint64 m_run = 0; // tells a late answer of a cancelled search
};
} // namespace Core
