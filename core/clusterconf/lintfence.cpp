// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/fenceagents.h"
#include "core/clusterconf/lintsheet.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Core
{
namespace
{
void judgeUse(LintSheet &sheet, int use)
{
    const QString name = sheet.at(use).value(u"name");
    if (!name.isEmpty() && sheet.deviceNamed(name) < 0)
        sheet.tell({"C04", Severity::Blocker, sheet.place(use, u"name"),
                    message(QT_TRANSLATE_NOOP("Core", "no fence device is called “%1”"), {name}),
                    message(QT_TRANSLATE_NOOP(
                        "Core", "the method fails, and the configuration does not validate")),
                    "fenced(8)"});
}

// A method without devices counts as none: it has nothing that could succeed.
void judgeNode(LintSheet &sheet, int node)
{
    bool usable = false;
    for (const int method : sheet.methodsOf(node)) {
        const QList<int> uses = sheet.usesOf(method);
        for (const int use : uses)
            judgeUse(sheet, use);
        usable = usable || std::any_of(uses.begin(), uses.end(), [&](int use) {
                     return sheet.deviceOf(use) >= 0;
                 });
        if (uses.isEmpty())
            sheet.tell({"C04", Severity::Error, sheet.place(method),
                        message(QT_TRANSLATE_NOOP("Core", "the method “%1” has no device"),
                                {sheet.at(method).value(u"name")}),
                        message(QT_TRANSLATE_NOOP("Core", "it fails each time it is tried")),
                        "fenced(8)"});
    }
    if (!usable)
        sheet.tell(
            {"C04", Severity::Blocker, sheet.place(node),
             message(QT_TRANSLATE_NOOP(
                         "Core", "%1 cannot be fenced: no method names a device that is there"),
                     {sheet.at(node).value(u"name")}),
             message(QT_TRANSLATE_NOOP("Core",
                                       "when it fails, fenced tries for ever, and no guest is "
                                       "started elsewhere until somebody types fence_ack_manual")),
             "fenced(8)"});
}

void addDomains(const LintSheet &sheet, int method, QStringList &domains)
{
    for (const int use : sheet.usesOf(method)) {
        const int device = sheet.deviceOf(use);
        if (device < 0)
            continue;
        if (const QString agent = sheet.at(device).value(u"agent"); !domains.contains(agent))
            domains << agent;
    }
}

void judgeSecondMethod(LintSheet &sheet, int node)
{
    QStringList domains; // a few at most
    for (const int method : sheet.methodsOf(node))
        addDomains(sheet, method, domains);
    if (domains.size() == 1)
        sheet.tell({"C05", Severity::Warning, sheet.place(sheet.methodsOf(node).first()),
                    message(QT_TRANSLATE_NOOP("Core", "%1 can be fenced in one way only, by %2"),
                            {sheet.at(node).value(u"name"), domains.first()}),
                    message(QT_TRANSLATE_NOOP(
                        "Core",
                        "a BMC loses its power with its server: then the fence cannot succeed and "
                        "the guests stay down; a switched power strip as second method would")),
                    "fenced(8)"});
}

// The schema of a node lets any name pass; fenced finds out on the day.
void judgeAgentName(LintSheet &sheet, int device)
{
    const QString agent = sheet.at(device).value(u"agent");
    if (!agent.isEmpty() && !isPackagedAgent(agent))
        sheet.tell({"fence.agent", Severity::Note, sheet.place(device, u"agent"),
                    message(QT_TRANSLATE_NOOP("Core", "“%1” comes with no package"), {agent}),
                    message(QT_TRANSLATE_NOOP(
                        "Core", "each node must have it in /usr/sbin, else it cannot fence")),
                    "fence-agents 4.0"});
}

void judgeAgents(LintSheet &sheet)
{
    for (const int device : sheet.devices) {
        judgeAgentName(sheet, device);
        if (sheet.at(device).value(u"agent") == QStringLiteral("fence_manual"))
            sheet.tell({"C06", Severity::Error, sheet.place(device, u"agent"),
                        message(QT_TRANSLATE_NOOP("Core", "fence_manual fences nothing")),
                        message(QT_TRANSLATE_NOOP(
                            "Core", "it waits for a person; the agent is gone since cluster 3")),
                        "fence_ack_manual(8)"});
    }
    for (int i = 0; i < sheet.document.elements().size(); ++i) {
        const ConfElement &element = sheet.at(i);
        const bool device = element.name == QStringLiteral("device")
            || element.name == QStringLiteral("fencedevice");
        if (device && element.value(u"method") == QStringLiteral("cycle"))
            sheet.tell(
                {"C06", Severity::Error, sheet.place(i, u"method"),
                 message(QT_TRANSLATE_NOOP(
                     "Core", "method “cycle” may report success before the node is off")),
                 message(QT_TRANSLATE_NOOP("Core",
                                           "guests start on the other node while the first still "
                                           "writes; “onoff” looks whether it is off")),
                 "fence_ipmilan(8)",
                 settingFix(sheet.document, i, QStringLiteral("method"), QStringLiteral("onoff"))});
    }
}

// --- the race of two nodes (C07) ---

int firstUse(const LintSheet &sheet, int node)
{
    const QList<int> methods = sheet.methodsOf(node);
    const QList<int> uses = methods.isEmpty() ? QList<int>() : sheet.usesOf(methods.first());
    return uses.isEmpty() ? -1 : uses.first();
}

int delayOf(const LintSheet &sheet, int node)
{
    const int use = firstUse(sheet, node);
    return use < 0 ? 0 : leadingNumber(sheet.deviceValue(use, u"delay")).value_or(0);
}

// A delay on the device of a node protects that node. On the use when <fencedevice> has none.
Fix protecting(const LintSheet &sheet, int node)
{
    const int use = firstUse(sheet, node);
    const int device = sheet.deviceOf(use);
    const bool onDevice = device >= 0 && sheet.at(device).attribute(u"delay");
    return {message(QT_TRANSLATE_NOOP("Core", "protect %1 by a delay of 15 s"),
                    {sheet.at(node).value(u"name")}),
            {setAttribute(sheet.document, onDevice ? device : use, QStringLiteral("delay"),
                          QStringLiteral("15"))}};
}

bool holds(const LintSheet &sheet, int node)
{
    return sheet.context.holders.contains(NodeName(sheet.at(node).value(u"name")));
}

void judgeRace(LintSheet &sheet)
{
    if (sheet.nodes.size() != 2 || firstUse(sheet, sheet.nodes[0]) < 0
        || firstUse(sheet, sheet.nodes[1]) < 0)
        return;
    const int delays[] = {delayOf(sheet, sheet.nodes[0]), delayOf(sheet, sheet.nodes[1])};
    const int only = holds(sheet, sheet.nodes[0]) ? 0 : 1; // of the two, when just one holds guests
    const bool oneHolds = holds(sheet, sheet.nodes[0]) != holds(sheet, sheet.nodes[1]);
    const QString first = sheet.at(sheet.nodes[0]).value(u"name");
    const QString second = sheet.at(sheet.nodes[1]).value(u"name");
    if (delays[0] == delays[1])
        sheet.tell(
            {"C07", Severity::Warning, sheet.place(firstUse(sheet, sheet.nodes[0])),
             message(QT_TRANSLATE_NOOP("Core", "%1 and %2 are fenced without a delay between them"),
                     {first, second}),
             message(QT_TRANSLATE_NOOP("Core",
                                       "when only the network between them fails, both may switch "
                                       "each other off in the same second")),
             "fenced(8)", protecting(sheet, sheet.nodes[oneHolds ? only : 0])});
    else if (oneHolds && delays[only] < delays[1 - only])
        sheet.tell(
            {"C07", Severity::Warning, sheet.place(firstUse(sheet, sheet.nodes[1 - only])),
             message(QT_TRANSLATE_NOOP("Core", "the delay protects %1, but the guests run on %2"),
                     {only == 0 ? second : first, only == 0 ? first : second}),
             message(QT_TRANSLATE_NOOP(
                 "Core", "after a cut the node with the guests is the one that is switched off")),
             "fenced(8)"});
}

// --- devices ---

void judgeSharedBmc(LintSheet &sheet)
{
    QHash<QString, int> users; // BMC, first node that is fenced by it
    users.reserve(sheet.nodes.size());
    for (const int node : sheet.nodes) {
        for (const int method : sheet.methodsOf(node)) {
            for (const int use : sheet.usesOf(method)) {
                const int device = sheet.deviceOf(use);
                if (device < 0 || !isBmcAgent(sheet.at(device).value(u"agent")))
                    continue;
                const QString address = sheet.deviceValue(use, u"ipaddr");
                const auto known = users.constFind(address);
                const int other = known == users.constEnd() ? node : *known;
                if (known == users.constEnd())
                    users.insert(address, node);
                if (!address.isEmpty() && other != node)
                    sheet.tell(
                        {"fence.same", Severity::Error, sheet.place(use, u"name"),
                         message(
                             QT_TRANSLATE_NOOP("Core", "%1 and %2 are fenced by the same BMC %3"),
                             {sheet.at(other).value(u"name"), sheet.at(node).value(u"name"),
                              address}),
                         message(QT_TRANSLATE_NOOP("Core",
                                                   "a BMC switches one server: one of both would "
                                                   "be cut in the place of the other")),
                         "fence_ipmilan(8)"});
            }
        }
    }
}

void judgeUnused(LintSheet &sheet)
{
    QSet<QString> used;
    used.reserve(sheet.devices.size());
    for (const ConfElement &element : sheet.document.elements()) {
        if (element.name == QStringLiteral("device"))
            used.insert(element.value(u"name"));
    }
    for (const int device : sheet.devices) {
        const QString name = sheet.at(device).value(u"name");
        if (!used.contains(name))
            sheet.tell(
                {"fence.unused",
                 Severity::Note,
                 sheet.place(device),
                 message(QT_TRANSLATE_NOOP("Core", "no node uses the fence device “%1”"), {name}),
                 {},
                 "fenced(8)"});
    }
}

void judgeLanplus(LintSheet &sheet)
{
    QSet<QString> set; // by a use
    for (const ConfElement &element : sheet.document.elements()) {
        if (element.name == QStringLiteral("device") && element.attribute(u"lanplus"))
            set.insert(element.value(u"name"));
    }
    for (const int device : sheet.devices) {
        const QString name = sheet.at(device).value(u"name");
        const bool bmc = sheet.at(device).value(u"agent") == QStringLiteral("fence_ipmilan");
        if (bmc && !sheet.at(device).attribute(u"lanplus") && !set.contains(name))
            sheet.tell(
                {"fence.lanplus", Severity::Warning, sheet.place(device),
                 message(QT_TRANSLATE_NOOP("Core", "“%1” speaks IPMI 1.5: lanplus is not set"),
                         {name}),
                 message(QT_TRANSLATE_NOOP("Core",
                                           "the password passes the network with hardly any "
                                           "protection, and many BMCs no longer answer")),
                 "fence_ipmilan(8)",
                 settingFix(sheet.document, device, QStringLiteral("lanplus"),
                            QStringLiteral("1"))});
    }
}
} // namespace

void judgeFencing(LintSheet &sheet)
{
    for (const int node : sheet.nodes) {
        judgeNode(sheet, node);
        judgeSecondMethod(sheet, node);
    }
    judgeAgents(sheet);
    judgeRace(sheet);
    judgeSharedBmc(sheet);
    judgeUnused(sheet);
    judgeLanplus(sheet);
}
} // namespace Core
