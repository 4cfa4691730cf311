// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lintsheet.h"

#include <QHash>
#include <QSet>

namespace Core
{
namespace
{
QSet<QString> names(const LintSheet &sheet, const QList<int> &elements)
{
    QSet<QString> found;
    for (const int element : elements)
        found.insert(sheet.at(element).value(u"name"));
    return found;
}

void judgeSection(LintSheet &sheet)
{
    const QList<int> sections = sheet.all({u"rm"});
    if (sections.isEmpty())
        sheet.tell(
            {"rm.missing",
             Severity::Note,
             sheet.place(0),
             message(QT_TRANSLATE_NOOP(
                 "Core",
                 "there is no <rm>: rgmanager does not start, and no guest is highly available")),
             {},
             "rgmanager init script"});
    for (const int rm : sections) {
        if (sheet.isOn(rm, u"disabled"))
            sheet.tell({"rm.disabled",
                        Severity::Warning,
                        sheet.place(rm, u"disabled"),
                        message(QT_TRANSLATE_NOOP(
                            "Core", "rgmanager is disabled: no service is started or moved")),
                        {},
                        "rgmanager(8)",
                        removingFix(sheet.document, rm, QStringLiteral("disabled"))});
    }
}

// As they mostly stand; then none is there twice.
bool areAscending(const LintSheet &sheet, const QList<int> &guests)
{
    int last = 0;
    for (const int guest : guests) {
        const int number = sheet.number(guest, u"vmid").value_or(0);
        if (number <= last)
            return false;
        last = number;
    }
    return true;
}

void judgeGuests(LintSheet &sheet)
{
    const QList<int> guests = sheet.all({u"rm", u"pvevm"});
    if (areAscending(sheet, guests))
        return; // each has a number, too
    QHash<QString, TextRange> seen; // the place
    seen.reserve(guests.size());
    for (const int guest : guests) {
        const ConfAttribute *vmid = sheet.at(guest).attribute(u"vmid");
        if (!vmid)
            continue;
        const auto first = seen.constFind(vmid->value);
        if (leadingNumber(vmid->value).value_or(0) <= 0)
            sheet.tell({"rm.vmid",
                        Severity::Error,
                        vmid->range,
                        message(QT_TRANSLATE_NOOP("Core", "“%1” is not the number of a guest"),
                                {vmid->value}),
                        {},
                        "pvevm"});
        else if (first != seen.constEnd())
            sheet.tell(
                {"rm.vmid", Severity::Error, vmid->range,
                 message(QT_TRANSLATE_NOOP("Core", "guest %1 is under HA twice, first in line %2"),
                         {vmid->value, QString::number(sheet.document.span(*first).line)}),
                 message(QT_TRANSLATE_NOOP("Core", "rgmanager drops one of both")), "rgmanager(8)",
                 Fix{message(QT_TRANSLATE_NOOP("Core", "remove the second entry of guest %1"),
                             {vmid->value}),
                     {removeElement(sheet.document, guest)}}});
        seen.insert(vmid->value, vmid->range);
    }
}

void judgeDomains(LintSheet &sheet)
{
    const QSet<QString> domains
        = names(sheet, sheet.all({u"rm", u"failoverdomains", u"failoverdomain"}));
    for (const QStringView kind : {u"pvevm", u"service", u"vm"}) {
        for (const int service : sheet.all({u"rm", kind})) {
            const QString domain = sheet.at(service).value(u"domain");
            if (!domain.isEmpty() && !domains.contains(domain))
                sheet.tell({"rm.domain", Severity::Error, sheet.place(service, u"domain"),
                            message(QT_TRANSLATE_NOOP("Core", "no failover domain is called “%1”"),
                                    {domain}),
                            message(QT_TRANSLATE_NOOP("Core",
                                                      "the service runs on any node, in no order")),
                            "rgmanager(8)"});
        }
    }
}

void judgeDomainNode(LintSheet &sheet, int domain, int node, const QSet<QString> &nodes)
{
    const QString name = sheet.at(node).value(u"name");
    if (!nodes.contains(name))
        sheet.tell({"rm.domainnode",
                    Severity::Error,
                    sheet.place(node, u"name"),
                    message(QT_TRANSLATE_NOOP(
                                "Core", "the failover domain “%1” names %2, which is no node"),
                            {sheet.at(domain).value(u"name"), name}),
                    {},
                    "rgmanager(8)"});
    const ConfAttribute *priority = sheet.at(node).attribute(u"priority");
    const int value = priority ? leadingNumber(priority->value).value_or(0) : 1;
    if (sheet.isOn(domain, u"ordered") && (value < 1 || value > 100))
        sheet.tell({"rm.priority", Severity::Warning, priority->range,
                    message(QT_TRANSLATE_NOOP(
                                "Core", "the priority “%1” counts as 0: 1 to 100 are possible"),
                            {priority->value}),
                    message(QT_TRANSLATE_NOOP(
                        "Core", "the order of the nodes is then another than written")),
                    "rgmanager(8)"});
}

void judgeFailoverDomains(LintSheet &sheet)
{
    const QList<int> domains = sheet.all({u"rm", u"failoverdomains", u"failoverdomain"});
    if (domains.isEmpty())
        return;
    const QSet<QString> nodes = names(sheet, sheet.nodes);
    QSet<QString> seen;
    for (const int domain : domains) {
        const QString name = sheet.at(domain).value(u"name");
        if (seen.contains(name))
            sheet.tell(
                {"rm.domainname",
                 Severity::Error,
                 sheet.place(domain, u"name"),
                 message(QT_TRANSLATE_NOOP("Core", "another failover domain is called “%1” too"),
                         {name}),
                 {},
                 "rgmanager(8)"});
        seen.insert(name);
        for (const int node : sheet.document.children(domain, u"failoverdomainnode"))
            judgeDomainNode(sheet, domain, node, nodes);
    }
}

void judgeServiceNames(LintSheet &sheet)
{
    QSet<QString> seen;
    for (const QStringView kind : {u"service", u"vm"}) {
        for (const int service : sheet.all({u"rm", kind})) {
            const QString name = sheet.at(service).value(u"name");
            const QString whole = kind.toString() + u':' + name;
            if (!name.isEmpty() && seen.contains(whole))
                sheet.tell({"rm.service", Severity::Error, sheet.place(service, u"name"),
                            message(QT_TRANSLATE_NOOP("Core", "another service is called %1 too"),
                                    {whole}),
                            message(QT_TRANSLATE_NOOP("Core", "rgmanager drops one of both")),
                            "rgmanager(8)"});
            seen.insert(whole);
        }
    }
}
} // namespace

void judgeServices(LintSheet &sheet)
{
    judgeSection(sheet);
    judgeGuests(sheet);
    judgeDomains(sheet);
    judgeFailoverDomains(sheet);
    judgeServiceNames(sheet);
}
} // namespace Core
