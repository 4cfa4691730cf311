// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace Testing
{
// One call of binomectl, as a script makes it.
struct CtlRun {
    int exit = -1;
    QByteArray out;
    QByteArray err;
    // Why it ended so, at its end: QtTest cuts a message after some thousand characters.
    QByteArray told() const { return (out + err).right(900); }
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

inline CtlRun ctl(const QStringList &arguments, const QString &stateHome = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    if (!stateHome.isEmpty())
        environment.insert(QStringLiteral("XDG_DATA_HOME"), stateHome);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(BINOME_BIN_DIR "/binomectl"), arguments);
    process.closeWriteChannel(); // nobody answers questions
    process.waitForFinished(120'000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}
} // namespace Testing
