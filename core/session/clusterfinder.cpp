// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/clusterfinder.h"

#include "core/base/whendone.h"
#include "core/session/endpoints.h"
#include "core/session/questionbroker.h"

namespace Core
{
struct ClusterFinder::Search {
    Search(const ProfileMachine &machine, const SharedSecrets &given)
        : first(machine), session(endpointOf(machine, {})),
          questions(machine.address, keychain, given)
    {
        questions.listenTo(session);
    }
    const ProfileMachine first;
    KeychainStore keychain;
    SshSession session;
    QuestionBroker questions;
};

ClusterFinder::ClusterFinder(SharedSecrets given, QObject *parent)
    : QObject(parent), m_given(std::move(given))
{
    qRegisterMetaType<Expected<Discovery>>();
}

ClusterFinder::~ClusterFinder() = default;

void ClusterFinder::start(const ProfileMachine &first)
{
    cancel();
    m_search = std::make_unique<Search>(first, m_given);
    connect(&m_search->questions, &QuestionBroker::hostKeyAsked, this,
            &ClusterFinder::hostKeyAsked);
    connect(&m_search->questions, &QuestionBroker::secretAsked, this, &ClusterFinder::secretAsked);
    // Queued: the search may end, and its session with it, because of this very signal.
    connect(
        &m_search->session, &Transport::stateChanged, this,
        [this, run = m_run](TransportState state) {
            if (run != m_run || !m_search)
                return;
            if (state == TransportState::Ready)
                ask();
            else if (state == TransportState::Lost || state == TransportState::Refused)
                finish(tl::unexpected(m_search->session.lastError().value_or(Error())));
        },
        Qt::QueuedConnection);
    m_search->session.open();
}

void ClusterFinder::ask()
{
    whenDone(m_search->session.run(discoveryCommand(m_search->first)), this,
             [this, run = m_run](const Expected<CommandOutput> &output) {
                 if (run != m_run || !m_search)
                     return;
                 const Expected<NodeKnowledge> knowledge = output.and_then(readDiscovery);
                 if (knowledge)
                     finish(proposedDiscovery(m_search->first, *knowledge));
                 else
                     finish(tl::unexpected(knowledge.error()));
             });
}

void ClusterFinder::finish(const Expected<Discovery> &discovery)
{
    cancel();
    emit found(discovery);
}

void ClusterFinder::cancel()
{
    ++m_run;
    m_search.reset();
}

void ClusterFinder::answerHostKey(quint64 question, bool trust)
{
    if (m_search)
        m_search->questions.answerHostKey(question, trust);
}

void ClusterFinder::answerSecret(quint64 question, const std::optional<QString> &secret,
                                 bool remember)
{
    if (m_search)
        m_search->questions.answerSecret(question, secret, remember);
}
} // namespace Core
