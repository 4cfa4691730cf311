// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/statustext.h"

#include "core/model/health.h"

namespace Ctl
{
namespace
{
using namespace Core;

QString said(const char *source, const QList<Argument> &args = {})
{
    return rendered(message(source, args));
}

QString verdictText(VerdictState state)
{
    switch (state) {
    case VerdictState::Ok:
        return said(QT_TRANSLATE_NOOP("Core", "good"));
    case VerdictState::Warning:
        return said(QT_TRANSLATE_NOOP("Core", "warning"));
    case VerdictState::Bad:
        return said(QT_TRANSLATE_NOOP("Core", "bad"));
    case VerdictState::Unknown:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Core", "unknown"));
}

QString since(const Contact &contact)
{
    return contact.since ? QLocale().toString(contact.since->toLocalTime(), QLocale::ShortFormat)
                         : QStringLiteral("?");
}

QString contactText(const Contact &contact)
{
    switch (contact.state) {
    case ContactState::NeverTried:
    case ContactState::Connecting:
        return said(QT_TRANSLATE_NOOP("Core", "connecting"));
    case ContactState::Connected:
        return said(QT_TRANSLATE_NOOP("Core", "connected"));
    case ContactState::Silent:
    case ContactState::Lost:
        return contact.since
            ? said(QT_TRANSLATE_NOOP("Core", "no answer since %1"), {since(contact)})
            : said(QT_TRANSLATE_NOOP("Core", "cannot be reached"));
    case ContactState::NeedsAnswer:
        return said(QT_TRANSLATE_NOOP("Core", "waits for an answer"));
    case ContactState::Refused:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Core", "login refused"));
}

QString powerText(const Machine &machine)
{
    if (machine.kind == MachineKind::QuorumServer)
        return {};
    for (const Observed<BmcState> &view : machine.bmc) {
        if (view.known() && view.value->power == PowerState::On)
            return said(QT_TRANSLATE_NOOP("Core", "power on"));
        if (view.known() && view.value->power == PowerState::Off)
            return said(QT_TRANSLATE_NOOP("Core", "power off"));
    }
    return said(QT_TRANSLATE_NOOP("Core", "power unknown"));
}

QString quorumText(const Machine &machine)
{
    if (machine.kind == MachineKind::QuorumServer)
        return {};
    if (!machine.quorum.known())
        return said(QT_TRANSLATE_NOOP("Core", "quorum unknown"));
    const QuorumState &quorum = *machine.quorum.value;
    const char *words = quorum.quorate ? QT_TRANSLATE_N_NOOP("Core", "quorate, %1 of %n vote(s)")
                                       : QT_TRANSLATE_N_NOOP("Core", "no quorum, %1 of %n vote(s)");
    return rendered(message(words, {qint64(quorum.totalVotes)}, quorum.expectedVotes));
}

QString columns(const QStringList &cells, const QList<int> &widths)
{
    QString line;
    for (int i = 0; i < cells.size(); ++i)
        line += i + 1 < cells.size()
            ? cells[i].leftJustified(widths.value(i)) + QStringLiteral("  ")
            : cells[i];
    while (line.endsWith(u' '))
        line.chop(1);
    return line + u'\n';
}

QString table(const QList<QStringList> &rows)
{
    QList<int> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (int i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], int(row[i].size()));
    }
    QString text;
    for (const QStringList &row : rows)
        text += columns(row, widths);
    return text;
}

QStringList verdictRow(const QString &name, const Verdict &verdict)
{
    QString words = rendered(verdict.headline);
    const QString reason = rendered(verdict.reason);
    if (!reason.isEmpty() && reason != words)
        words += (words.isEmpty() ? QString() : QStringLiteral(" - ")) + reason;
    return {name, verdictText(verdict.state), words};
}

QStringList machineRow(const Machine &machine, const ClusterSnapshot &snapshot)
{
    QString contact = contactText(machine.contact);
    if (machine.contact.error)
        contact += QStringLiteral(" (") + rendered(machine.contact.error->what) + u')';
    return {machine.name.text(), verdictText(stateOf(machine, snapshot)), powerText(machine),
            quorumText(machine), contact};
}
} // namespace

QString statusText(const SnapshotStore &store)
{
    const ClusterSnapshot &snapshot = *store.current();
    const Health health = healthOf(snapshot);
    QList<QStringList> machines;
    for (const Machine &machine : snapshot.machines)
        machines << machineRow(machine, snapshot);
    QString text = snapshot.clusterName + QStringLiteral("\n\n")
        + table({verdictRow(said(QT_TRANSLATE_NOOP("Core", "Service")), health.service),
                 verdictRow(said(QT_TRANSLATE_NOOP("Core", "Data")), health.data),
                 verdictRow(said(QT_TRANSLATE_NOOP("Core", "Next failure")), health.nextFailure)})
        + u'\n' + table(machines);
    for (const Finding &finding : health.findings)
        text += (&finding == &health.findings.first() ? QStringLiteral("\n") : QString())
            + QStringLiteral("- ") + rendered(finding.text) + u'\n';
    return text;
}
} // namespace Ctl
