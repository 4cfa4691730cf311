// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/athand.h"
#include "core/athand/redactor.h"
#include "core/athand/serialconsole.h"
#include "core/collect/conffeed.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
QByteArray passwordOf(const QString &device, const QByteArray &conf)
{
    static const QRegularExpression elements(u"<fencedevice [^>]*>"_s);
    static const QRegularExpression password(u" passwd=\"([^\"]*)\""_s);
    auto all = elements.globalMatch(QString::fromUtf8(conf));
    while (all.hasNext()) {
        const QString element = all.next().captured();
        if (element.contains(u" name=\"%1\""_s.arg(device)))
            return password.match(element).captured(1).toUtf8();
    }
    return {};
}
} // namespace

// What is at hand of a machine, over a real sshd.
class TstLabAtHand : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void theSerialConsoleIsAskedForFromTheOtherNode(); // before node2 loses its power
    void aLogIsFollowedWhileSomebodyLooks();
    void theWayInIsTheSessionsOwn();
    void theBundleHoldsNoPassword();
    void aBmcTellsItsSensors();

private:
    std::unique_ptr<OpenLab> m_lab;
};

void TstLabAtHand::initTestCase()
{
    m_lab = std::make_unique<OpenLab>();
    QVERIFY2(m_lab->up(), m_lab->said().constData());
    QVERIFY(m_lab->settled());
}

void TstLabAtHand::cleanupTestCase()
{
    m_lab.reset();
}

void TstLabAtHand::aLogIsFollowedWhileSomebodyLooks()
{
    const NodeName node1(u"node1"_s);
    QStringList lines;
    QList<Error> ended;
    auto follower = m_lab->session().atHand().follow(node1, NodeLog::Cluster);
    connect(follower.get(), &LogFollower::arrived, this,
            [&](const QStringList &arrived) { lines += arrived; });
    connect(follower.get(), &LogFollower::ended, this, [&](const Error &why) { ended << why; });
    QVERIFY(OpenLab::within(20'000, [&] { return !lines.isEmpty(); }));
    const qsizetype before = lines.size();
    QVERIFY2(m_lab->lab({u"do"_s, u"power-cut"_s, u"node2"_s}), m_lab->said().constData());
    QVERIFY(OpenLab::within(60'000, [&] { return lines.size() > before; }));
    QVERIFY(ended.isEmpty());
    follower.reset(); // the connection goes on without it
    QCOMPARE(m_lab->contact(u"node1"_s), ContactState::Connected);
}

void TstLabAtHand::theWayInIsTheSessionsOwn()
{
    const ClusterProfile &profile = m_lab->session().profile();
    const auto words = m_lab->session().atHand().terminal(profile.machines.first().name);
    QVERIFY(words);
    QProcess ssh; // as in a terminal, but for the questions
    ssh.start(u"ssh"_s,
              QStringList{u"-F"_s, u"none"_s, u"-o"_s, u"BatchMode=yes"_s} + *words
                  + QStringList{u"uname"_s, u"-n"_s});
    QVERIFY(ssh.waitForFinished(30'000));
    QCOMPARE(ssh.readAllStandardOutput().trimmed(), QByteArray("node1"));
}

void TstLabAtHand::theBundleHoldsNoPassword()
{
    const QByteArrayList secrets = secretsIn(m_lab->session().conf().texts());
    QVERIFY(!secrets.isEmpty());
    const QString path = m_lab->folder() + u"/bundle.zip"_s;
    auto saved = m_lab->session().atHand().saveBundle(path);
    QVERIFY(OpenLab::within(30'000, [&] { return saved.isFinished(); }));
    QVERIFY(saved.result());
    QProcess unpacked;
    unpacked.start(u"python3"_s,
                   {u"-c"_s,
                    u"import sys, zipfile\n"
                    "for n in zipfile.ZipFile(sys.argv[1]).namelist():\n"
                    " sys.stdout.buffer.write(n.encode() + b'\\n'"
                    " + zipfile.ZipFile(sys.argv[1]).read(n))"_s,
                    path});
    QVERIFY(unpacked.waitForFinished(30'000));
    const QByteArray all = unpacked.readAllStandardOutput();
    QVERIFY2(unpacked.exitCode() == 0, unpacked.readAllStandardError().constData());
    for (const char *part : {"evidence/node1-clustat.txt", "cluster.conf/node1-committed.xml",
                             "snapshot.txt", "fence_ipmilan", "journal.txt"})
        QVERIFY2(all.contains(part), part);
    for (const QByteArray &secret : secrets)
        QVERIFY(!all.contains(secret));
    for (const QByteArray &text : m_lab->session().conf().texts()) // by which one could guess
        QVERIFY(!all.contains(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()));
}

void TstLabAtHand::aBmcTellsItsSensors()
{
    const auto reader = m_lab->session().atHand().bmcReader(NodeName(u"node1"_s));
    std::optional<Expected<BmcReport>> report;
    connect(reader.get(), &BmcReader::done, this,
            [&](const Expected<BmcReport> &told) { report = told; });
    reader->start();
    QVERIFY(OpenLab::within(30'000, [&] { return report.has_value(); }));
    QVERIFY2(*report, *report ? "" : qPrintable(logText(report->error().what)));
    QCOMPARE((*report)->sensors.size(), 1);
    QCOMPARE((*report)->sensors.first().sensor.name, u"Inlet Temp"_s);
    QCOMPARE((*report)->sensors.first().reading.value, std::optional<double>(22));
}

// The lab's BMC carries no console: what it answers to is the login, its password typed in the
// terminal there, and then it declines.
void TstLabAtHand::theSerialConsoleIsAskedForFromTheOtherNode()
{
    const NodeName node2(u"node2"_s);
    const auto bmcs = ipmiBmcs(node2, *m_lab->snapshot());
    QVERIFY(!bmcs.isEmpty());
    const auto asker = serialAsker(node2, *m_lab->snapshot());
    QCOMPARE(asker.value_or(node2), NodeName(u"node1"_s));
    const auto line = serialConsoleLine(bmcs.first(), {u"before"_s, u"failed"_s, u"wait"_s});
    const auto words = m_lab->session().atHand().terminal(*asker, line.value_or(QString()));
    QVERIFY(words && words->contains(u"-t"_s));
    QProcess ssh; // -t twice: there is no terminal on this side
    ssh.setProcessChannelMode(QProcess::MergedChannels);
    ssh.start(u"ssh"_s,
              QStringList{u"-F"_s, u"none"_s, u"-o"_s, u"BatchMode=yes"_s, u"-t"_s} + *words);
    QByteArray said;
    const auto says = [&](const QByteArray &text) {
        said += ssh.readAll();
        return said.contains(text);
    };
    QVERIFY2(OpenLab::within(30'000, [&] { return says("Password:"); }), said.constData());
    const QByteArrayList secrets = secretsIn(m_lab->session().conf().texts());
    ssh.write(passwordOf(bmcs.first().name, m_lab->session().conf().texts().value(0)) + '\n');
    QVERIFY2(OpenLab::within(60'000, [&] { return says("wait"); }), said.constData());
    QVERIFY2(said.contains("SOL"), said.constData());
    QVERIFY(said.contains("-a sol deactivate"));
    for (const QByteArray &secret : secrets)
        QVERIFY(!said.contains(secret));
    ssh.write("\n");
    QVERIFY(OpenLab::within(30'000, [&] { return ssh.state() == QProcess::NotRunning; }));
}

BINOME_TEST(TstLabAtHand)
#include "tst_labathand.moc"
