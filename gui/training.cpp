// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/training.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QOperatingSystemVersion>
#include <QStandardPaths>

namespace Gui
{
QString profileLine(const QString &report)
{
    const QString mark = QStringLiteral("profile ");
    for (const QString &line : report.split(u'\n')) {
        if (line.startsWith(mark))
            return line.mid(mark.size()).trimmed();
    }
    return {};
}

Training::Training(QObject *parent) : QObject(parent)
{
    connect(&m_process, &QProcess::finished, this, &Training::finished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit failed(
                tr("The training cluster could not be started: %1").arg(m_process.errorString()));
    });
}

QString Training::program()
{
    const QString name = QStringLiteral("binome-lab");
    const QFileInfo beside(QCoreApplication::applicationDirPath() + u'/' + name);
    return beside.isExecutable() ? beside.filePath() : QStandardPaths::findExecutable(name);
}

QString Training::whyNot()
{
    if (!program().isEmpty())
        return {};
    if (QOperatingSystemVersion::currentType() == QOperatingSystemVersion::Windows)
        return tr("The live training cluster needs Linux. Here a recording of it plays: node1 "
                  "loses its power, node2 fences it and starts its guests.");
    return tr("The live training cluster is not installed (binome-lab was not found). A recording "
              "of it plays instead: node1 loses its power, node2 fences it and starts its guests.");
}

QString Training::recording()
{
    return QStringLiteral(":/training/failover.binrec");
}

void Training::start()
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    m_asked = false;
    if (program().isEmpty())
        emit failed(whyNot());
    else
        run({QStringLiteral("up")});
}

void Training::run(const QStringList &arguments)
{
    m_process.setProgram(program());
    m_process.setArguments(arguments);
    m_process.start(QIODevice::ReadOnly);
}

void Training::finished(int exitCode, QProcess::ExitStatus status)
{
    const bool good = status == QProcess::NormalExit && exitCode == 0;
    const QString path = profileLine(QString::fromUtf8(m_process.readAllStandardOutput()));
    const QString said = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
    if (good && !path.isEmpty()) {
        m_ours = m_ours || !m_asked;
        emit ready(path);
    } else if (!m_asked) { // perhaps it runs already
        m_asked = true;
        m_process.setProperty("said", said);
        run({QStringLiteral("status")});
    } else {
        emit failed(tr("The training cluster could not be started: %1")
                        .arg(m_process.property("said").toString()));
    }
}

void Training::stop()
{
    if (m_ours)
        QProcess::startDetached(program(), {QStringLiteral("down")});
    m_ours = false;
}
} // namespace Gui
