// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/remoteprocess.h"
#include "tests/testmain.h"

#include <QProcess>
#include <QTest>

using namespace Core;

class TstRemoteProcess : public QObject
{
    Q_OBJECT
private slots:
    void announcementIsTakenOutOfTheOutput_data();
    void announcementIsTakenOutOfTheOutput();
    void numberIsFoundHoweverTheOutputIsCut();
    void outputBehindTheAnnouncementPassesAtOnce();
    void numberThatIsNoneIsNotTaken();
    void muchOutputWithoutAnnouncementPasses();
    void shellBecomesTheCommand();
};

void TstRemoteProcess::announcementIsTakenOutOfTheOutput_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing else") << QByteArray("binome-process 42\n") << QByteArray();
    QTest::newRow("output") << QByteArray("binome-process 42\na\nb") << QByteArray("a\nb");
    QTest::newRow("noise") << QByteArray("hello\nbinome-process 42\na") << QByteArray("a");
    QTest::newRow("twice") << QByteArray("binome-process 42\nbinome-process 43\n")
                           << QByteArray("binome-process 43\n");
    QTest::newRow("none") << QByteArray("a\nb\n") << QByteArray("a\nb\n");
    QTest::newRow("cut short") << QByteArray("binome-process 4") << QByteArray("binome-process 4");
}

void TstRemoteProcess::announcementIsTakenOutOfTheOutput()
{
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, expected);
    RemoteProcess process;
    QByteArray own = process.taken(output);
    own += process.rest();
    QCOMPARE(own, expected);
}

void TstRemoteProcess::numberIsFoundHoweverTheOutputIsCut()
{
    RemoteProcess process;
    QByteArray own;
    for (const char byte : QByteArray("noise\nbinome-process 42\nabc"))
        own += process.taken(QByteArray(1, byte));
    QCOMPARE(process.pid(), std::optional<qint64>(42));
    QCOMPARE(own, QByteArray("abc"));
}

void TstRemoteProcess::outputBehindTheAnnouncementPassesAtOnce()
{
    RemoteProcess process;
    process.taken("binome-process 42\n");
    QCOMPARE(process.taken("binome-pro"), QByteArray("binome-pro"));
}

// 0 and 1 would be ourselves and init; a kill must never be sent there.
void TstRemoteProcess::numberThatIsNoneIsNotTaken()
{
    for (const char *number : {"0", "1", "-5", "x", "", "99999999999999999999"}) {
        RemoteProcess process;
        process.taken(QByteArray("binome-process ") + number + '\n');
        QVERIFY2(!process.pid(), number);
    }
}

void TstRemoteProcess::muchOutputWithoutAnnouncementPasses()
{
    RemoteProcess process;
    const QByteArray much(100'000, 'x');
    QCOMPARE(process.taken(much), much);
}

void TstRemoteProcess::shellBecomesTheCommand()
{
    const Command command{QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("echo $$")}};
    QProcess shell;
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), QString::fromUtf8(announcedLine(command))});
    QVERIFY(shell.waitForFinished());
    RemoteProcess process;
    const QByteArray own = process.taken(shell.readAllStandardOutput());
    QVERIFY(process.pid());
    QCOMPARE(own.trimmed(), QByteArray::number(*process.pid()));
}

BINOME_TEST(TstRemoteProcess)
#include "tst_remoteprocess.moc"
