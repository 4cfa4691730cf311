// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

// What the tests of the tools' layouts share: the state to bring the lab into, the question, and
// the fixture to compare the answer with.
namespace LayoutFixture
{

// Numbers, dates, generation identifiers and bars of progress change; lines and columns stay.
inline QString masked(QString text)
{
    static const QRegularExpression generation(QStringLiteral("\\b[0-9A-F]{16}\\b"));
    static const QRegularExpression bar(QStringLiteral("\\[=*>\\.*\\]"));
    static const QRegularExpression date(
        QStringLiteral("\\b((Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?"
                       "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +(?=[0-9])"));
    static const QRegularExpression number(QStringLiteral("[0-9]+(,[0-9]+)*"));
    text.replace(generation, QStringLiteral("UUID"));
    text.replace(bar, QStringLiteral("[BAR]"));
    text.replace(date, QStringLiteral("DATE "));
    return text.replace(number, QStringLiteral("#"));
}

// Events separated by semicolons; a number waits seconds, and what begins with ! is typed on that
// machine. False when the lab refuses one.
inline bool play(Scenario &s, const QString &events, const QString &machine)
{
    for (const QString &event : events.split(QLatin1Char(';'))) {
        bool isNumber = false;
        const double seconds = event.toDouble(&isNumber);
        if (isNumber)
            s.run(seconds);
        else if (event.startsWith(QLatin1Char('!')))
            s.command(machine.toStdString(), event.mid(1).toStdString());
        else if (!s.event(event.toStdString()).isEmpty())
            return false;
    }
    return true;
}

// A command with both its outputs and its exit status, or a file, whose path begins with a slash.
inline QString asked(Scenario &s, const QString &query, const QString &machine)
{
    if (query.startsWith(QLatin1Char('/')))
        return s.file(machine.toStdString(), query.mid(1).toStdString());
    const Lab::Answer answer = s.command(machine.toStdString(), query.toStdString());
    return QString::fromStdString(answer.out + answer.err)
        + QStringLiteral("rc=%1\n").arg(answer.exit);
}

// Against fixtures/FOLDER/ROW.txt, which BINOME_FIXTURE_UPDATE=1 writes anew.
inline void compare(const QString &folder, const QString &text)
{
    const QString path = QStringLiteral(BINOME_TEST_SOURCE_DIR "/fixtures/%1/%2.txt")
                             .arg(folder, QString::fromLatin1(QTest::currentDataTag()));
    QFile file(path);
    if (qEnvironmentVariableIsSet("BINOME_FIXTURE_UPDATE")) {
        QDir().mkpath(QFileInfo(path).path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0);
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    QCOMPARE(masked(text), masked(QString::fromUtf8(file.readAll())));
}

} // namespace LayoutFixture
