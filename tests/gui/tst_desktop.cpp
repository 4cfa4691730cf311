// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace
{
// The program itself, on settings and profiles of its own.
class Program : public QProcess
{
public:
    Program(const QString &home, const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, home);
        environment.insert(u"XDG_DATA_HOME"_s, home);
        environment.insert(u"XDG_RUNTIME_DIR"_s, home);
        setProcessEnvironment(environment);
        setProcessChannelMode(QProcess::MergedChannels);
        start(QStringLiteral(BINOME_BIN_DIR "/binome"),
              arguments + QStringList{u"--lang"_s, u"en"_s});
    }
    ~Program() override
    {
        if (state() == NotRunning)
            return;
        kill();
        waitForFinished(30'000);
    }
    bool says(const QByteArray &words)
    {
        while (!m_said.contains(words) && (bytesAvailable() > 0 || waitForReadyRead(30'000)))
            m_said += readAll();
        return m_said.contains(words);
    }
    const QByteArray &said() const { return m_said; }

private:
    QByteArray m_said;
};

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}
} // namespace

class TstDesktop : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        // A file in the place of the program's folder: nothing can be kept, not even by root.
        m_nothing = m_home->filePath(u"file/home"_s);
        QVERIFY(put(m_home->filePath(u"file"_s), "x"));
    }

    void theVersionIsSaidWithoutADisplay()
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"no-such-platform"_s);
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(BINOME_BIN_DIR "/binome"), {u"--version"_s});
        QVERIFY(program.waitForFinished(30'000));
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.readAllStandardOutput().startsWith("binome "));
    }

    // A profile that is not there is said by the window that is open, and not by the later start.
    void aLaterStartOpensItsClusterInTheFirstWindow()
    {
        Program first(m_home->path(), {u"none-of-this-name"_s});
        QVERIFY2(first.says("none-of-this-name"), first.said().constData());
        Program second(m_home->path(), {u"another-one"_s});
        QVERIFY(second.waitForFinished(30'000));
        QCOMPARE(second.exitCode(), 0);
        QVERIFY2(first.says("another-one"), first.said().constData());
        QVERIFY(second.says("open already"));
    }

    void aRecordingIsShownBesideTheFirstWindow()
    {
        Program first(m_home->path(), {u"none-of-this-name"_s});
        QVERIFY2(first.says("none-of-this-name"), first.said().constData());
        Program second(m_home->path(), {u"--replay"_s, m_home->filePath(u"none.binrec"_s)});
        QVERIFY2(second.says("none.binrec"), second.said().constData());
        QCOMPARE(second.state(), QProcess::Running);
    }

    void aProgramThatDiedIsToldOfAtTheNextStart()
    {
#ifdef Q_OS_UNIX
        Program first(m_home->path(), {u"none-of-this-name"_s});
        QVERIFY2(first.says("none-of-this-name"), first.said().constData());
        ::kill(pid_t(first.processId()), SIGSEGV);
        QVERIFY(first.waitForFinished(30'000));
        QCOMPARE(first.exitStatus(), QProcess::CrashExit); // the shell sees the truth
        QCOMPARE(reports().size(), 1);
        const QByteArray report = content(reports().first());
        QVERIFY2(report.contains("cause     SIGSEGV"), report.constData());
        QVERIFY2(report.contains("program log, the oldest first:"), report.constData());
        QVERIFY2(report.contains("started   2"), report.constData());
        Program next(m_home->path(), {});
        QVERIFY2(next.says("ended unexpectedly"), next.said().constData());
        QCOMPARE(reports().size(), 1);
        QVERIFY2(next.said().contains(reports().first().toUtf8()), next.said().constData());
        QVERIFY(!reports().first().endsWith(u".new.txt"_s)); // it is told once
#else
        QSKIP("a fault cannot be sent from outside here");
#endif
    }

    void settingsOfANewerReleaseAreToldAndKept()
    {
        const QByteArray newer = "{\"formatVersion\": 99, \"theme\": \"dark\"}\n";
        QVERIFY(put(settings(), newer));
        Program program(m_home->path(), {});
        QVERIFY2(program.says("newer release"), program.said().constData());
        program.terminate();
        QVERIFY(program.waitForFinished(30'000));
        QCOMPARE(content(settings()), newer);
    }

    void settingsThatWereCutShortAreToldAndKept()
    {
        QVERIFY(put(settings(), "{\"theme\": \"da"));
        Program program(m_home->path(), {});
        QVERIFY2(program.says("are damaged"), program.said().constData());
        program.terminate();
        QVERIFY(program.waitForFinished(30'000));
        QVERIFY(content(settings()) == "{\"theme\": \"da"
                || content(settings() + u".damaged"_s) == "{\"theme\": \"da");
    }

    // The window opens, says what it cannot do, and ends as ever.
    void aFolderThatCannotBeWrittenIsSaidAndStopsNothing()
    {
        Program program(m_nothing, {u"none-of-this-name"_s});
        QVERIFY2(program.says("none-of-this-name"), program.said().constData());
        QCOMPARE(program.state(), QProcess::Running);
        program.terminate();
        QVERIFY(program.waitForFinished(30'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(content(m_home->filePath(u"file"_s)), QByteArray("x"));
    }

private:
    QString settings() const
    {
        return m_home->filePath(u"binome/settings.json"_s);
    }
    QStringList reports() const
    {
        const QDir folder(m_home->filePath(u"binome/state/crashes"_s));
        QStringList paths;
        for (const QString &name : folder.entryList(QDir::Files))
            paths << folder.filePath(name);
        return paths;
    }
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_nothing;
};

BINOME_TEST(TstDesktop)
#include "tst_desktop.moc"
