// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/bmcwatch.h"

#include "core/base/whendone.h"
#include "core/clusterconf/reader.h"

#include <algorithm>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto inPeace = 60s;
constexpr auto inTrouble = 2s;
constexpr auto troubleLasts = 30s;

// fence_ipmilan of both generations, and the names vendors ship it under (fence-agents 3.1
// and 4.0).
bool speaksIpmi(const FenceDevice &device)
{
    static const QStringList agents{
        QStringLiteral("fence_ipmilan"), QStringLiteral("fence_ilo3"),
        QStringLiteral("fence_ilo4"),    QStringLiteral("fence_idrac"),
        QStringLiteral("fence_imm"),     QStringLiteral("fence_ipmilanplus")};
    return agents.contains(device.agent) && !device.address.isEmpty();
}

const FenceDevice *deviceNamed(const ClusterConfig &config, const QString &name)
{
    const auto found = std::find_if(config.fenceDevices.cbegin(), config.fenceDevices.cend(),
                                    [&](const FenceDevice &device) { return device.name == name; });
    return found == config.fenceDevices.cend() ? nullptr : &*found;
}

const FenceDevice *ipmiOf(const ClusterConfig &config, const ConfiguredNode &node)
{
    for (const FenceMethod &method : node.methods) {
        for (const FenceDeviceUse &use : method.devices) {
            const FenceDevice *device = deviceNamed(config, use.name);
            if (device && speaksIpmi(*device))
                return device;
        }
    }
    return nullptr;
}
} // namespace

std::map<NodeName, FenceLogin> fenceLogins(const QByteArray &clusterConf)
{
    std::map<NodeName, FenceLogin> logins;
    const Expected<ClusterConfig> config = readClusterConfig(clusterConf);
    const Expected<QList<FenceSecret>> secrets = fenceSecrets(clusterConf);
    if (!config || !secrets)
        return logins;
    for (const ConfiguredNode &node : config->nodes) {
        const FenceDevice *device = ipmiOf(*config, node);
        if (!device)
            continue;
        for (const FenceSecret &secret : *secrets) {
            if (secret.device == device->name)
                logins[node.name]
                    = {{device->address, device->port.value_or(623), device->login},
                       Password(secret.password.toUtf8()),
                       device->lanplus || device->agent != QStringLiteral("fence_ipmilan"),
                       device->privilege};
        }
    }
    return logins;
}

struct BmcWatch::Watched {
    FenceLogin login;
    std::unique_ptr<Bmc> bmc;
    std::chrono::milliseconds due{0};
    std::chrono::milliseconds troubleUntil{-1};
    bool asking = false;
    bool answered = false;
    bool silent = false; // the last question failed
    bool unsent = false; // to be asked anew
    bool anew = false; // no answer since
};

BmcWatch::BmcWatch(BmcFactory factory, const Clock &clock, QObject *parent)
    : QObject(parent), m_factory(std::move(factory)), m_clock(clock)
{
}

BmcWatch::~BmcWatch() = default;

void BmcWatch::learn(const QByteArray &clusterConf)
{
    if (!m_factory)
        return;
    for (auto &[node, login] : fenceLogins(clusterConf)) {
        std::unique_ptr<Watched> &watched = m_bmcs[node];
        if (watched && sameLogin(watched->login, login))
            continue;
        watched = std::make_unique<Watched>();
        watched->bmc = m_factory(login.address, login.password);
        watched->login = std::move(login);
        watched->due = m_clock.elapsed();
    }
    tick();
}

void BmcWatch::tick()
{
    for (const auto &[node, watched] : m_bmcs) {
        if (!watched->asking && m_clock.elapsed() >= watched->due)
            ask(node, *watched);
    }
}

void BmcWatch::ask(const NodeName &node, Watched &watched)
{
    const auto begun = m_clock.elapsed();
    watched.asking = true;
    watched.unsent = false;
    whenDone(watched.bmc->power(), this,
             [this, node, begun, bmc = watched.bmc.get()](const Expected<PowerState> &power) {
                 const auto found = m_bmcs.find(node);
                 if (found == m_bmcs.end() || found->second->bmc.get() != bmc)
                     return; // another address or password since
                 Watched &now = *found->second;
                 now.asking = false;
                 now.answered = true;
                 now.silent = !power.has_value();
                 now.anew = now.unsent;
                 const auto ended = m_clock.elapsed();
                 now.due = now.unsent ? ended
                                      : ended + (ended < now.troubleUntil ? inTrouble : inPeace);
                 emit answered(node, power, ended - begun);
             });
}

void BmcWatch::askAll()
{
    for (const auto &[node, watched] : m_bmcs)
        watched->due = m_clock.elapsed();
    tick();
}

void BmcWatch::askAnew()
{
    for (const auto &[node, watched] : m_bmcs)
        watched->unsent = watched->anew = true;
    askAll();
}

bool BmcWatch::renewing() const
{
    return std::any_of(m_bmcs.cbegin(), m_bmcs.cend(), [](const auto &entry) {
        return entry.second->anew && !entry.second->silent;
    });
}

Bmc *BmcWatch::bmc(const NodeName &of) const
{
    const auto found = m_bmcs.find(of);
    return found == m_bmcs.end() ? nullptr : found->second->bmc.get();
}

void BmcWatch::hurry(const NodeName &node)
{
    const auto found = m_bmcs.find(node);
    if (found == m_bmcs.end())
        return;
    found->second->troubleUntil = m_clock.elapsed() + troubleLasts;
    found->second->due = m_clock.elapsed();
    tick();
}

bool BmcWatch::answeredOnce() const
{
    return std::all_of(m_bmcs.cbegin(), m_bmcs.cend(),
                       [](const auto &entry) { return entry.second->answered; });
}
} // namespace Core
