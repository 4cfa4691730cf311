// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lintsheet.h"

namespace Core
{
namespace
{
void judgeTotem(LintSheet &sheet)
{
    for (const int totem : sheet.all({u"totem"})) {
        if (sheet.at(totem).attribute(u"transport"))
            sheet.tell({"conf.transport", Severity::Error, sheet.place(totem, u"transport"),
                        message(QT_TRANSLATE_NOOP("Core", "transport does not belong to <totem>")),
                        message(QT_TRANSLATE_NOOP(
                            "Core", "cman does not start with it; it is an attribute of <cman>")),
                        "cman-preconfig.c",
                        removingFix(sheet.document, totem, QStringLiteral("transport"))});
        const ConfAttribute *token = sheet.at(totem).attribute(u"token");
        if (token && leadingNumber(token->value).value_or(0) <= 0)
            sheet.tell(
                {"conf.token",
                 Severity::Error,
                 token->range,
                 message(QT_TRANSLATE_NOOP("Core", "the token “%1” is not a time in milliseconds"),
                         {token->value}),
                 {},
                 "cman(5)"});
        if (sheet.document.children(totem, u"interface").size() > 2)
            sheet.tell({"conf.rings", Severity::Error, sheet.place(totem),
                        message(QT_TRANSLATE_NOOP("Core", "corosync has two rings at most")),
                        message(QT_TRANSLATE_NOOP("Core", "cman does not start with it")),
                        "cman-preconfig.c"});
    }
}

void judgeBroadcast(LintSheet &sheet)
{
    const int cman = sheet.document.indexOf({u"cman"});
    if (cman < 0 || sheet.at(cman).value(u"broadcast") != QStringLiteral("yes"))
        return;
    const QString transport = sheet.at(cman).value(u"transport");
    if (!transport.isEmpty() && transport != QStringLiteral("udpb"))
        sheet.tell(
            {"conf.broadcast", Severity::Error, sheet.place(cman, u"broadcast"),
             message(QT_TRANSLATE_NOOP("Core", "broadcast and the transport %1 exclude each other"),
                     {transport}),
             message(QT_TRANSLATE_NOOP("Core", "cman does not start with it")), "cman-preconfig.c",
             removingFix(sheet.document, cman, QStringLiteral("broadcast"))});
}

void judgeTimeToLive(LintSheet &sheet)
{
    const QList<int> places = sheet.all({u"cman", u"multicast"})
        + sheet.all({u"cman", u"altmulticast"}) + sheet.all({u"totem", u"interface"})
        + sheet.all({u"clusternodes", u"clusternode", u"altname"});
    for (const int place : places) {
        const ConfAttribute *ttl = sheet.at(place).attribute(u"ttl");
        const int value = ttl ? leadingNumber(ttl->value).value_or(-1) : 0;
        if (value < 0 || value > 255)
            sheet.tell(
                {"conf.ttl", Severity::Error, ttl->range,
                 message(QT_TRANSLATE_NOOP("Core", "a ttl is 0 to 255, not %1"), {ttl->value}),
                 message(QT_TRANSLATE_NOOP("Core", "cman does not start with it")),
                 "cman-preconfig.c"});
    }
}

// Before RHEL 6.4 only mode 1 was fit for the cluster's network; the other modes fail by halves.
void judgeBonds(LintSheet &sheet)
{
    for (const HeartbeatBond &bond : sheet.context.bonds) {
        if (bond.mode == QStringLiteral("active-backup"))
            continue;
        sheet.tell(
            {"C25", Severity::Warning, sheet.place(0),
             message(QT_TRANSLATE_NOOP("Core", "%1 of %2 carries the cluster's network in mode %3"),
                     {bond.interface, bond.node.text(), bond.mode}),
             message(QT_TRANSLATE_NOOP("Core",
                                       "a card that loses packets with its link up then makes the "
                                       "nodes disagree; active-backup does not")),
             "pvecm(1)"});
    }
}
} // namespace

void judgeNetwork(LintSheet &sheet)
{
    judgeTotem(sheet);
    judgeBroadcast(sheet);
    judgeTimeToLive(sheet);
    judgeBonds(sheet);
}
} // namespace Core
