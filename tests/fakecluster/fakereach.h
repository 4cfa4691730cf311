// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionreach.h"
#include "tests/fakecluster/fakebmc.h"
#include "tests/fakecluster/faketransport.h"

#include <functional>
#include <map>

namespace Testing
{
// Machines whose commands run in a local shell, below a folder each if the test says so. The fresh
// picture is what the test says it is at that moment.
class FakeReach : public Core::ActionReach
{
public:
    explicit FakeReach(const QList<Core::NodeName> &names) : m_names(names)
    {
        for (const Core::NodeName &name : names) {
            auto transport = std::make_unique<FakeTransport>();
            transport->open();
            m_transports[name] = std::move(transport);
            bmcStates[name] = std::make_shared<FakeBmcState>();
            m_bmcs[name] = std::make_unique<FakeBmc>(bmcStates[name]);
        }
    }

    QList<Core::NodeName> machines() const override { return m_names; }
    FakeTransport *transport(const Core::NodeName &of) override
    {
        const auto found = m_transports.find(of);
        return found == m_transports.end() ? nullptr : found->second.get();
    }
    Core::Bmc *bmc(const Core::BmcWay &way) override
    {
        const auto found = m_bmcs.find(way.of);
        return found == m_bmcs.end() ? nullptr : found->second.get();
    }
    Core::MachineContext context(const Core::NodeName &of) const override
    {
        return {of, Core::MachineKind::Node, roots.value(of)};
    }
    bool sudo(const Core::NodeName &) const override { return false; }
    QFuture<Core::SnapshotPtr> fresh() override
    {
        ++freshAsked;
        QPromise<Core::SnapshotPtr> promise;
        promise.start();
        const auto future = promise.future();
        if (holdFresh) {
            m_held.push_back(std::move(promise));
            return future;
        }
        promise.addResult(std::make_shared<const Core::ClusterSnapshot>(picture()));
        promise.finish();
        return future;
    }
    void spare(const QList<Core::NodeName> &machines) override { spared << machines; }

    void answerFresh()
    {
        holdFresh = false;
        for (auto &promise : std::exchange(m_held, {})) {
            promise.addResult(std::make_shared<const Core::ClusterSnapshot>(picture()));
            promise.finish();
        }
    }

    std::function<Core::ClusterSnapshot()> picture = [] { return Core::ClusterSnapshot(); };
    QHash<Core::NodeName, QString> roots;
    std::map<Core::NodeName, std::shared_ptr<FakeBmcState>> bmcStates;
    QList<QList<Core::NodeName>> spared;
    int freshAsked = 0;
    bool holdFresh = false;

private:
    QList<Core::NodeName> m_names;
    std::map<Core::NodeName, std::unique_ptr<FakeTransport>> m_transports;
    std::map<Core::NodeName, std::unique_ptr<Core::Bmc>> m_bmcs;
    std::vector<QPromise<Core::SnapshotPtr>> m_held;
};
} // namespace Testing
