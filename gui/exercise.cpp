// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/exercise.h"

#include <QCoreApplication>

namespace Gui
{
QString exerciseText(const char *source)
{
    return *source ? QCoreApplication::translate("Gui::Exercise", source) : QString();
}

QString commandLine(const Hint &hint, const LabTruth &truth)
{
    const QString command = QString::fromUtf8(hint.command);
    if (!*hint.machine || command.isEmpty())
        return command;
    const LabMachine machine = truth.machines.value(QString::fromUtf8(hint.machine));
    return QStringLiteral("ssh -p %1 -i '%2/id_ed25519' -o UserKnownHostsFile='%2/known_hosts' %3 "
                          "'%4'")
        .arg(machine.port)
        .arg(truth.folder, machine.address, command);
}

Progress judged(const Exercise &exercise, const Progress &before, const Situation &situation)
{
    Progress now;
    for (qsizetype i = 0; i < exercise.checks.size(); ++i) {
        const Check &check = exercise.checks[i];
        const bool kept = check.once && before.done.value(i);
        now.done << (kept || check.holds(situation));
    }
    return now;
}
} // namespace Gui
