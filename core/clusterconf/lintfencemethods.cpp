// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/fenceagents.h"
#include "core/clusterconf/lintsheet.h"

#include <QSet>

#include <algorithm>

namespace Core
{
namespace
{
constexpr qsizetype mostMethods = 8;
constexpr qsizetype mostDevices = 8;
constexpr qsizetype mostArguments = 4096; // bytes on the agent's standard input

QString freeName(const QSet<QString> &names)
{
    int number = 1;
    while (names.contains(QString::number(number)))
        ++number;
    return QString::number(number);
}

// fenced looks for the devices of a method by its name, and finds those of the first.
void judgeMethodNames(LintSheet &sheet, int node)
{
    const QList<int> methods = sheet.methodsOf(node);
    if (methods.size() < 2)
        return;
    QSet<QString> names;
    for (const int method : methods)
        names.insert(sheet.at(method).value(u"name"));
    QSet<QString> seen;
    for (const int method : methods) {
        const QString name = sheet.at(method).value(u"name");
        if (seen.contains(name))
            sheet.tell(
                {"fence.method", Severity::Error, sheet.place(method, u"name"),
                 message(QT_TRANSLATE_NOOP("Core", "%1 has two methods called “%2”"),
                         {sheet.at(node).value(u"name"), name}),
                 message(QT_TRANSLATE_NOOP("Core",
                                           "fenced finds methods by name: the second would run the "
                                           "devices of the first")),
                 "fence/libfence/agent.c",
                 settingFix(sheet.document, method, QStringLiteral("name"), freeName(names))});
        seen.insert(name);
    }
}

void judgeCounts(LintSheet &sheet, int node)
{
    const QList<int> methods = sheet.methodsOf(node);
    if (methods.size() > mostMethods)
        sheet.tell({"fence.count",
                    Severity::Error,
                    sheet.place(methods.at(mostMethods)),
                    message(QT_TRANSLATE_NOOP("Core", "fenced ignores all methods behind the %1th"),
                            {QString::number(mostMethods)}),
                    {},
                    "fence/libfence/agent.c"});
    for (const int method : methods) {
        if (sheet.usesOf(method).size() > mostDevices)
            sheet.tell(
                {"fence.count",
                 Severity::Error,
                 sheet.place(sheet.usesOf(method).at(mostDevices)),
                 message(QT_TRANSLATE_NOOP(
                             "Core", "fenced ignores all devices of a method behind the %1th"),
                         {QString::number(mostDevices)}),
                 {},
                 "fence/libfence/agent.c"});
    }
}

QString actionOf(const LintSheet &sheet, int use)
{
    const QString action = sheet.deviceValue(use, u"action");
    return action.isEmpty() ? sheet.deviceValue(use, u"option") : action; // the older name
}

bool isOutlet(const LintSheet &sheet, int use)
{
    const int device = sheet.deviceOf(use);
    return device >= 0 && isOutletAgent(sheet.at(device).value(u"agent"));
}

void judgeSupplies(LintSheet &sheet, int method)
{
    QList<int> rebooting;
    bool off = false;
    for (const int use : sheet.usesOf(method)) {
        const QString action = actionOf(sheet, use);
        if (isOutlet(sheet, use) && (action.isEmpty() || action == QStringLiteral("reboot")))
            rebooting << use;
        if (action == QStringLiteral("on") && !off && isOutlet(sheet, use))
            sheet.tell(
                {"fence.on", Severity::Error, sheet.place(use, u"action"),
                 message(QT_TRANSLATE_NOOP("Core",
                                           "this method switches on what it never switched off")),
                 message(QT_TRANSLATE_NOOP("Core", "it succeeds while the node goes on running")),
                 "fenced(8)"});
        off = off || action == QStringLiteral("off");
    }
    if (rebooting.size() > 1)
        sheet.tell(
            {"fence.supplies", Severity::Error, sheet.place(rebooting.first()),
             message(QT_TRANSLATE_NOOP(
                 "Core", "both supplies are switched off and on one after the other")),
             message(QT_TRANSLATE_NOOP(
                 "Core",
                 "the server never loses its power: all off first, then all on, in one method")),
             "fenced(8)"});
}

// A method of any agent whose every device only switches on.
void judgeOnlyOn(LintSheet &sheet, int method)
{
    const QList<int> uses = sheet.usesOf(method);
    const bool onlyOn = !uses.isEmpty() && std::all_of(uses.begin(), uses.end(), [&](int use) {
        return actionOf(sheet, use) == QStringLiteral("on") && !isOutlet(sheet, use);
    });
    if (onlyOn)
        sheet.tell(
            {"fence.on", Severity::Error, sheet.place(uses.first(), u"action"),
             message(QT_TRANSLATE_NOOP("Core", "this method only switches on")),
             message(QT_TRANSLATE_NOOP("Core", "it succeeds while the node goes on running")),
             "fenced(8)"});
}

// Two different values for one thing: the agent reads those of <fencedevice> last.
void judgeOverrides(LintSheet &sheet, int use)
{
    const int device = sheet.deviceOf(use);
    if (device < 0)
        return;
    for (const ConfAttribute &attribute : sheet.at(use).attributes) {
        const ConfAttribute *other = sheet.at(device).attribute(attribute.name);
        if (attribute.name != QStringLiteral("name") && other && other->value != attribute.value)
            sheet.tell(
                {"fence.override", Severity::Warning, attribute.range,
                 message(
                     QT_TRANSLATE_NOOP(
                         "Core", "“%1” has no effect here: the fence device says something else"),
                     {attribute.name}),
                 message(QT_TRANSLATE_NOOP(
                     "Core",
                     "the agent gets both and keeps the last, which is that of <fencedevice>")),
                 "fence/libfence/agent.c", removingFix(sheet.document, use, attribute.name)});
    }
}

// In UTF-8.
qsizetype sizeOf(const QString &text)
{
    const bool plain
        = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    return plain ? text.size() : text.toUtf8().size();
}

void judgeArguments(LintSheet &sheet, int node, int use)
{
    const int device = sheet.deviceOf(use);
    qsizetype bytes = qsizetype(qstrlen("nodename=\n")) + sizeOf(sheet.at(node).value(u"name"));
    for (const int element : {use, device}) {
        if (element < 0)
            continue;
        for (const ConfAttribute &attribute : sheet.at(element).attributes) {
            const bool left = attribute.name == QStringLiteral("name");
            bytes += left ? 0 : sizeOf(attribute.name) + sizeOf(attribute.value) + 2;
        }
    }
    if (bytes > mostArguments)
        sheet.tell(
            {"fence.arguments", Severity::Error, sheet.place(use),
             message(QT_TRANSLATE_NOOP("Core", "the arguments of this device are longer than %1"),
                     {Bytes{mostArguments}}),
             message(QT_TRANSLATE_NOOP("Core", "fenced refuses to run the agent")),
             "fence/libfence/agent.c"});
}
} // namespace

void judgeFenceMethods(LintSheet &sheet)
{
    for (const int node : sheet.nodes) {
        judgeMethodNames(sheet, node);
        judgeCounts(sheet, node);
        for (const int method : sheet.methodsOf(node)) {
            judgeSupplies(sheet, method);
            judgeOnlyOn(sheet, method);
            for (const int use : sheet.usesOf(method)) {
                judgeOverrides(sheet, use);
                judgeArguments(sheet, node, use);
            }
        }
    }
}

void judgeFenceDaemon(LintSheet &sheet)
{
    using namespace std::chrono_literals;
    const int daemon = sheet.document.indexOf({u"fence_daemon"});
    if (daemon >= 0 && sheet.isOn(daemon, u"clean_start"))
        sheet.tell(
            {"C14", Severity::Error, sheet.place(daemon, u"clean_start"),
             message(QT_TRANSLATE_NOOP(
                 "Core", "clean_start skips the fencing of nodes that are missing at the start")),
             message(QT_TRANSLATE_NOOP(
                 "Core", "such a node may still run its guests: both copies would write")),
             "fenced(8)", removingFix(sheet.document, daemon, QStringLiteral("clean_start"))});
    if (daemon >= 0 && sheet.isOn(daemon, u"post_fail_delay"))
        sheet.tell({"C14",
                    Severity::Warning,
                    sheet.place(daemon, u"post_fail_delay"),
                    message(QT_TRANSLATE_NOOP(
                                "Core", "post_fail_delay makes every failover longer by %1 s"),
                            {sheet.at(daemon).value(u"post_fail_delay")}),
                    {},
                    "fenced(8)",
                    removingFix(sheet.document, daemon, QStringLiteral("post_fail_delay"))});
    const std::chrono::seconds gap = sheet.context.bootGap.value_or(20s); // of two servers, about
    const int delay = daemon < 0 ? 6 : sheet.number(daemon, u"post_join_delay").value_or(6);
    if (sheet.nodes.size() < 2 || delay < 0 || std::chrono::seconds(delay) >= gap)
        return;
    const QString wanted = QString::number(std::max<qint64>(30, gap.count()));
    const Fix fix = daemon >= 0
        ? settingFix(sheet.document, daemon, QStringLiteral("post_join_delay"), wanted)
        : Fix{message(QT_TRANSLATE_NOOP("Core", "set %1 to %2"),
                      {QStringLiteral("post_join_delay"), wanted}),
              {insertElement(sheet.document, 0,
                             {QStringLiteral("fence_daemon"),
                              {{QStringLiteral("post_join_delay"), wanted}},
                              {}})}};
    sheet.tell(
        {"C14", Severity::Warning, sheet.place(std::max(daemon, 0), u"post_join_delay"),
         message(QT_TRANSLATE_NOOP(
                     "Core", "after its start a node waits %1 s for its peer before it fences it"),
                 {QString::number(delay)}),
         sheet.context.bootGap
             ? message(QT_TRANSLATE_NOOP(
                           "Core", "the second node was measured to join %1 s after the first"),
                       {QString::number(gap.count())})
             : message(QT_TRANSLATE_NOOP(
                 "Core", "servers rarely boot that evenly: the first up switches the other off")),
         "fenced(8)", fix});
}
} // namespace Core
