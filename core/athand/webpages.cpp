// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/webpages.h"

#include "core/athand/sshclient.h"

namespace Core
{
namespace
{
constexpr int pvePort = 8006;

// Put together from parts, never from text: nothing in a name can become a path or a login.
std::optional<QUrl> page(const QString &host, int port)
{
    if (!isPlainHost(host))
        return std::nullopt;
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(host, QUrl::StrictMode);
    url.setPort(port);
    url.setPath(QStringLiteral("/"));
    if (!url.isValid() || url.host().isEmpty())
        return std::nullopt;
    return url;
}

// Agents that talk to a BMC, which has a page of its own; a switched socket may have none.
bool isBmc(const FenceDevice &device)
{
    static const QStringList agents{QStringLiteral("fence_ipmilan"), QStringLiteral("fence_ilo"),
                                    QStringLiteral("fence_ilo3"),    QStringLiteral("fence_ilo4"),
                                    QStringLiteral("fence_idrac"),   QStringLiteral("fence_drac5"),
                                    QStringLiteral("fence_imm")};
    return agents.contains(device.agent);
}
} // namespace

std::optional<QUrl> pvePage(const Machine &machine)
{
    if (machine.kind != MachineKind::Node)
        return std::nullopt;
    return page(machine.address.isEmpty() ? machine.name.text() : machine.address, pvePort);
}

QList<QUrl> bmcPages(const NodeName &node, const ClusterSnapshot &snapshot)
{
    QList<QUrl> pages;
    if (!snapshot.configuration)
        return pages;
    QStringList used;
    for (const ConfiguredNode &known : snapshot.configuration->nodes) {
        for (const FenceMethod &method : known.name == node ? known.methods : QList<FenceMethod>())
            for (const FenceDeviceUse &use : method.devices)
                used << use.name;
    }
    for (const FenceDevice &device : snapshot.configuration->fenceDevices) {
        if (!used.contains(device.name) || !isBmc(device))
            continue;
        if (const auto url = page(device.address, -1); url && !pages.contains(*url))
            pages << *url;
    }
    return pages;
}
} // namespace Core
