// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drbdpolicy.h"
#include "core/model/freshness.h"
#include "core/model/health.h"

#include <QSet>

#include <algorithm>

namespace Core
{
namespace
{
struct Judged {
    const DrbdResourceConfig &resource;
    EvidenceRef evidence;
};

bool dualPrimary(const DrbdResourceConfig &resource)
{
    return isSet(resource, QStringLiteral("net/allow-two-primaries"));
}

QString valueOf(const DrbdResourceConfig &resource, const char *key)
{
    const DrbdSetting *setting = settingOf(resource, QString::fromLatin1(key));
    return setting ? setting->value : QString();
}

Finding finding(const char *id, Severity severity, Message text, const EvidenceRef &evidence)
{
    const QString name = QString::fromLatin1(id);
    return {name, severity, std::move(text), {evidence}, {}, name};
}

// 8.4 has it in "disk", 9 in "net"; 8.3 called the handler outdate-peer.
bool fences(const DrbdResourceConfig &resource)
{
    const QString policy = QStringLiteral("resource-and-stonith");
    const bool wanted
        = valueOf(resource, "disk/fencing") == policy || valueOf(resource, "net/fencing") == policy;
    const bool handler = settingOf(resource, QStringLiteral("handlers/fence-peer"))
        || settingOf(resource, QStringLiteral("handlers/outdate-peer"));
    return wanted && handler;
}

void judgeDualPrimary(QList<Finding> &findings, const Judged &one)
{
    const QString name = one.resource.name.text();
    if (!dualPrimary(one.resource))
        return;
    if (!fences(one.resource))
        findings << finding(
            "C20", Severity::Warning,
            message(QT_TRANSLATE_NOOP("Core",
                                      "%1 allows two Primary sides without DRBD's own fencing: "
                                      "when the replication link fails both go on writing (fencing "
                                      "resource-and-stonith with a tested fence-peer handler stops "
                                      "that)"),
                    {name}),
            one.evidence);
    const QString protocol = valueOf(one.resource, "net/protocol");
    if (!protocol.isEmpty() && protocol != QStringLiteral("C"))
        findings << finding(
            "C21", Severity::Blocker,
            message(QT_TRANSLATE_NOOP("Core",
                                      "%1 allows two Primary sides with protocol %2: only "
                                      "protocol C keeps both copies equal"),
                    {name, protocol}),
            one.evidence);
}

void judgeSplitBrainPolicy(QList<Finding> &findings, const Judged &one)
{
    const QString policy = valueOf(one.resource, "net/after-sb-2pri");
    if (policy.isEmpty() || policy == QStringLiteral("disconnect"))
        return;
    findings << finding(
        "C22", Severity::Warning,
        message(QT_TRANSLATE_NOOP("Core",
                                  "%1 resolves a split brain of two Primary sides by "
                                  "itself (after-sb-2pri %2): writes are lost without a "
                                  "question"),
                {one.resource.name.text(), policy}),
        one.evidence);
}

// Never with a finite time as advice: it starts a side alone on what may be the older copy.
void judgeBoot(QList<Finding> &findings, const Judged &one)
{
    const QString wait = valueOf(one.resource, "startup/wfc-timeout");
    if (!wait.isEmpty() && wait != QStringLiteral("0"))
        return;
    findings << finding(
        "C23", Severity::Warning,
        message(QT_TRANSLATE_NOOP("Core",
                                  "A node that boots alone waits for the peer of %1 for "
                                  "ever: keep a console that needs no network, such as "
                                  "serial over LAN"),
                {one.resource.name.text()}),
        one.evidence);
}

bool guestsOnBothNodes(const ClusterSnapshot &snapshot)
{
    QSet<NodeName> hosts;
    for (const GuestView &guest : guestsOf(snapshot))
        hosts += QSet<NodeName>(guest.hosts.begin(), guest.hosts.end());
    return hosts.size() > 1;
}

void judgeSingle(QList<Finding> &findings, const DrbdConfig &config, const EvidenceRef &evidence,
                 const ClusterSnapshot &snapshot)
{
    const bool single = config.resources.size() == 1 && dualPrimary(config.resources.first());
    if (!single || !guestsOnBothNodes(snapshot))
        return;
    findings << finding(
        "C24", Severity::Warning,
        message(QT_TRANSLATE_NOOP("Core",
                                  "%1 is the only resource and guests run on both nodes: "
                                  "after a split brain either choice loses writes. Two "
                                  "resources, one a home node, have a clear side each"),
                {config.resources.first().name.text()}),
        evidence);
}

void judge(QList<Finding> &findings, const Machine &machine, const ClusterSnapshot &snapshot)
{
    const DrbdConfig *config = freshFact(machine, machine.drbdConfig);
    if (!config)
        return;
    for (const DrbdResourceConfig &resource : config->resources) {
        const Judged one{resource, machine.drbdConfig.evidence};
        judgeDualPrimary(findings, one);
        judgeSplitBrainPolicy(findings, one);
        judgeBoot(findings, one);
    }
    judgeSingle(findings, *config, machine.drbdConfig.evidence, snapshot);
}

// Where a setting stands is nothing to differ about.
QMap<QString, QString> values(const DrbdResourceConfig &resource)
{
    QMap<QString, QString> all;
    for (auto one = resource.settings.begin(); one != resource.settings.end(); ++one)
        all.insert(one.key(), one->value);
    return all;
}

void judgeDifferences(QList<Finding> &findings, const Machine &a, const Machine &b)
{
    const DrbdConfig *first = freshFact(a, a.drbdConfig);
    const DrbdConfig *second = freshFact(b, b.drbdConfig);
    if (!first || !second)
        return;
    for (const DrbdResourceConfig &resource : first->resources) {
        const DrbdResourceConfig *other = resourceNamed(*second, resource.name);
        if (other && resource.hosts == other->hosts && values(resource) == values(*other))
            continue;
        Finding differs = finding(
            "drbd.differs", Severity::Warning,
            message(QT_TRANSLATE_NOOP("Core", "%1 is configured differently on %2 and %3"),
                    {resource.name.text(), a.name.text(), b.name.text()}),
            a.drbdConfig.evidence);
        differs.evidence << b.drbdConfig.evidence;
        findings << differs;
    }
}

// What both nodes' files say is one finding with two evidences.
QList<Finding> merged(const QList<Finding> &findings)
{
    QList<Finding> result;
    for (const Finding &one : findings) {
        const auto same = std::find_if(result.begin(), result.end(), [&one](const Finding &known) {
            return known.id == one.id && known.text == one.text;
        });
        if (same == result.end())
            result << one;
        else
            same->evidence << one.evidence;
    }
    return result;
}
} // namespace

QList<Finding> drbdFindings(const ClusterSnapshot &snapshot)
{
    QList<Finding> findings;
    for (const Machine &machine : snapshot.machines)
        judge(findings, machine, snapshot);
    const QList<NodeName> nodes = nodesOf(snapshot);
    if (nodes.size() == 2)
        judgeDifferences(findings, *snapshot.machines.constFind(nodes[0]),
                         *snapshot.machines.constFind(nodes[1]));
    findings = merged(findings);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    return findings;
}
} // namespace Core
