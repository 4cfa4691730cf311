// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testmain.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// The program itself, asked to end as a session that closes does it.
class TstEnding : public QObject
{
    Q_OBJECT

private slots:
    void withoutAClusterItEndsAndKeepsNoWindow()
    {
        const QTemporaryDir home;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
        environment.insert(u"XDG_DATA_HOME"_s, home.path());
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        // That the recording is not there is said when the window is up.
        program.start(QStringLiteral(BINOME_BIN_DIR "/binome"),
                      {u"--replay"_s, home.filePath(u"none.binrec"_s)});
        QByteArray said;
        while (!said.contains("none.binrec") && program.waitForReadyRead(30'000))
            said += program.readAll();
        QVERIFY2(said.contains("none.binrec"), said.constData());
        program.terminate();
        QVERIFY(program.waitForFinished(30'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QDirIterator files(home.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("windowGeometry"), qPrintable(file.fileName()));
        }
    }
};

BINOME_TEST(TstEnding)
#include "tst_ending.moc"
