// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/fencepathwatch.h"

#include "core/base/whendone.h"
#include "core/collect/bmcwatch.h"
#include "core/collect/nodesideipmi.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto period = 300s;
constexpr auto again = 60s; // after a failure
constexpr auto afterEvent = 5s; // fenced comes first
constexpr auto afterStart = 15s; // the first picture comes first
constexpr int spread = 15'000; // ms either way: two consoles do not keep meeting

std::chrono::milliseconds jitter()
{
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(-spread, spread));
}

} // namespace

struct FencePathWatch::Path {
    NodeName asker;
    NodeName node;
    FenceLogin login;
    std::chrono::milliseconds due{0};
    std::unique_ptr<NodeSideIpmi> bmc;
};

FencePathWatch::FencePathWatch(ShellOf shellOf, const Clock &clock, QObject *parent)
    : QObject(parent), m_shellOf(std::move(shellOf)), m_clock(clock)
{
}

FencePathWatch::~FencePathWatch() = default;

// A text that cannot be read leaves what was known.
void FencePathWatch::learn(const QByteArray &clusterConf)
{
    const std::map<NodeName, FenceLogin> logins = fenceLogins(clusterConf);
    for (const auto &[node, login] : logins) {
        for (const auto &asker : logins) {
            if (asker.first != node)
                add(asker.first, node, login);
        }
    }
}

void FencePathWatch::add(const NodeName &asker, const NodeName &node, const FenceLogin &login)
{
    std::unique_ptr<Path> &path = m_paths[{asker, node}];
    if (path && sameLogin(path->login, login))
        return;
    const auto due = m_clock.elapsed() + afterStart + (jitter() + 15s) / 2;
    path = std::make_unique<Path>(Path{asker, node, login, due, nullptr});
    path->bmc = std::make_unique<NodeSideIpmi>([this, asker] { return m_shellOf(asker); }, login);
}

Bmc *FencePathWatch::bmc(const BmcWay &way) const
{
    const auto path = m_paths.find({way.through, way.of});
    return path == m_paths.end() ? nullptr : path->second->bmc.get();
}

void FencePathWatch::pause(bool paused)
{
    m_paused = paused;
}

void FencePathWatch::askAll()
{
    for (const auto &[key, path] : m_paths)
        path->due = m_clock.elapsed();
    tick();
}

void FencePathWatch::hurry(const NodeName &node)
{
    for (const auto &[key, path] : m_paths) {
        if (key.second == node)
            path->due = std::min(path->due, m_clock.elapsed() + afterEvent);
    }
}

void FencePathWatch::tick()
{
    if (m_paused || m_asking)
        return;
    for (const auto &[key, path] : m_paths) {
        if (m_clock.elapsed() < path->due)
            continue;
        if (const std::optional<NodeShell> shell = m_shellOf(path->asker)) {
            ask(*path, *shell);
            return;
        }
    }
}

void FencePathWatch::ask(Path &path, const NodeShell &shell)
{
    m_asking = true;
    path.due = m_clock.elapsed() + period + jitter();
    whenDone(shell.transport->run(ipmitoolOn(shell, path.login, ipmitoolStatus)), this,
             [this, asker = path.asker, node = path.node,
              begun = m_clock.elapsed()](const Expected<CommandOutput> &output) {
                 m_asking = false;
                 take(asker, node, output, m_clock.elapsed() - begun);
             });
}

void FencePathWatch::take(const NodeName &asker, const NodeName &node,
                          const Expected<CommandOutput> &output, std::chrono::milliseconds duration)
{
    // The way to the asker was lost meanwhile: that says nothing about the BMC.
    const bool lost = !output && output.error().kind != ErrorKind::Timeout;
    const auto path = m_paths.find({asker, node});
    if (lost || path == m_paths.end())
        return;
    const Expected<PowerState> power = output.and_then([&path](const CommandOutput &answer) {
        return ipmitoolPower(answer, path->second->login);
    });
    if (!power)
        path->second->due = m_clock.elapsed() + again;
    emit answered(asker, node, power, duration);
}
bool fencing(const ClusterSnapshot &snapshot)
{
    return std::any_of(snapshot.machines.cbegin(), snapshot.machines.cend(),
                       [](const Machine &one) {
                           return one.fenceDomain.value && one.fenceDomain.value->victimCount > 0;
                       });
}
} // namespace Core
