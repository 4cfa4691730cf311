// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/descendants.h"
#include "livelab.h"
#include "tests/testmain.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace Lab;

// A live laboratory again and again: nothing of it stays, and it is small. BINOME_LAB_ROUNDS=200
// is the endurance run; it prints how long a start takes.
class TstStartstop : public QObject
{
    Q_OBJECT

private slots:
    void nothingStays();
    void usesLittleMemory();
};

namespace
{

constexpr qint64 memoryLimitKiB = qint64{150} * 1024;

QList<pid_t> allProcesses()
{
    QList<pid_t> list;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool number = false;
        const int process = name.toInt(&number);
        if (number)
            list.append(process);
    }
    return list;
}

bool holdsOpen(pid_t process, const QString &path)
{
    const QDir open(QStringLiteral("/proc/%1/fd").arg(process));
    for (const QString &fd : open.entryList(QDir::Files | QDir::System)) {
        if (QFile::symLinkTarget(open.filePath(fd)).startsWith(path))
            return true;
    }
    return false;
}

// The supervisor, known by its lock, everything below it, and what carries its mark (sshd writes
// over its environment, and an orphan has another parent).
QList<pid_t> processesOf(const QString &folder)
{
    QList<pid_t> list;
    for (const pid_t process : processesWith("BINOME_LAB_CHILD", folder.toStdString()))
        list.append(process);
    for (const pid_t process : allProcesses()) {
        if (!holdsOpen(process, folder + QStringLiteral("/running")))
            continue;
        if (!list.contains(process))
            list.append(process);
        for (const pid_t child : descendantsOf(process)) {
            if (!list.contains(child))
                list.append(child);
        }
    }
    return list;
}

bool anyLives(const QList<pid_t> &processes)
{
    return std::any_of(processes.begin(), processes.end(), [](pid_t process) {
        return QFile::exists(QStringLiteral("/proc/%1").arg(process)) && !isZombie(process);
    });
}

// The process's own share of its pages: what is shared counts once.
qint64 proportionalKiB(pid_t process)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

} // namespace

void TstStartstop::nothingStays()
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("BINOME_LAB_ROUNDS", &given);
    const int rounds = given ? wanted : 5;
    LiveLab lab;
    qint64 longest = 0;
    qint64 all = 0;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer clock;
        clock.start();
        QVERIFY2(lab.up(), lab.said().constData());
        longest = qMax(longest, clock.elapsed());
        all += clock.elapsed();
        const QString network = lab.status()[QStringLiteral("network")].toString();
        const QList<pid_t> processes = processesOf(lab.folder());
        QVERIFY(processes.size() >= 6); // itself, three sshd, two ipmi_sim
        QCOMPARE(lab.run({QStringLiteral("down")}), 0);
        // The lock is free an instant before the supervisor itself has ended.
        QVERIFY(LiveLab::eventually([&] { return !anyLives(processes); }));
        QCOMPARE(processesOf(lab.folder()), QList<pid_t>());
        QVERIFY(!QFile::exists(lab.folder()));
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/binome-lab-%1.lock").arg(network)));
    }
    qInfo("%d starts: %lld ms on average, %lld ms the longest", rounds, all / rounds, longest);
}

void TstStartstop::usesLittleMemory()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    qint64 sum = 0;
    const QList<pid_t> processes = processesOf(lab.folder());
    for (const pid_t process : processes)
        sum += proportionalKiB(process);
    qInfo("%lld processes use %lld KiB", qint64{processes.size()}, sum);
    QVERIFY(sum > 0);
    QVERIFY2(sum < memoryLimitKiB, QByteArray::number(sum).constData());
}

BINOME_TEST(TstStartstop)
#include "tst_startstop.moc"
