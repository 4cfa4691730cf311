// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livelab.h"
#include "scenario/player.h"
#include "scenario/virtualstage.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// The scenario format, and that whoever plays one notices what does not go as written.
class TstPlayer : public QObject
{
    Q_OBJECT

private slots:
    void aBadLineIsNamed_data();
    void aBadLineIsNamed();
    void whatNeverComesIsAFailure();
    void aRefusalNotForeseenIsAFailure();
    void aRefusalForeseenIsNone();
    void theEndIsChecked();
    void anOutageIsMeasuredFromOutside();
    void aSeedChangesTimes();
    void aCommandMayTakeItsTime();
    void theProgramPlaysWithoutALaboratory();
    void theProgramRefusesWhatItDoesNotKnow();

private:
    static Performance played(const std::string &steps, std::uint64_t seed = 1);
};

namespace
{

const std::string head = "title: a test\nrule: none: of its own\n";

} // namespace

Performance TstPlayer::played(const std::string &steps, std::uint64_t seed)
{
    Script script;
    if (const auto wrong = parseScript(head + steps, script))
        qFatal("%s", wrong->c_str());
    VirtualStage stage(seed);
    return Player(stage).play(script);
}

void TstPlayer::aBadLineIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    const QString top = QString::fromStdString(head);
    QTest::newRow("until without a limit") << top + QStringLiteral("until node1 up\nend node1\n")
                                           << QStringLiteral("line 3: until node1 up");
    QTest::newRow("a wait without seconds") << top + QStringLiteral("\nwait a bit\nend node1\n")
                                            << QStringLiteral("line 4: wait a bit");
    QTest::newRow("a negative time") << top + QStringLiteral("at -1 cut lan\nend node1\n")
                                     << QStringLiteral("line 3: at -1 cut lan");
    QTest::newRow("no command") << top + QStringLiteral("node1$\nend node1\n")
                                << QStringLiteral("line 3: node1$");
    QTest::newRow("no end") << top + QStringLiteral("wait 1\n")
                            << QStringLiteral("a scenario says how it ends");
    QTest::newRow("no rule") << QStringLiteral("title: a\nend node1\n")
                             << QStringLiteral("a scenario has a title and a rule");
}

void TstPlayer::aBadLineIsNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, error);
    Script script;
    const auto wrong = parseScript(text.toStdString(), script);
    QVERIFY(wrong.has_value());
    QCOMPARE(QString::fromStdString(*wrong), error);
}

void TstPlayer::whatNeverComesIsAFailure()
{
    const Performance performance = played("until node1 off limit 30\nend node1 up\n");
    QCOMPARE(performance.failures, std::vector<std::string>{"line 3: not within 30.0 s"});
    QCOMPARE(performance.lasted, Time{30000});
}

void TstPlayer::aRefusalNotForeseenIsAFailure()
{
    QCOMPARE(played("cut moon\nend node1 up\n").failures,
             std::vector<std::string>{"line 3: was refused"});
}

void TstPlayer::aRefusalForeseenIsNone()
{
    QVERIFY(played("refused cut moon\nend node1 up\n").failures.empty());
    QCOMPARE(played("refused cut lan\nend node1 up\n").failures,
             std::vector<std::string>{"line 3: was not refused"});
}

void TstPlayer::theEndIsChecked()
{
    QCOMPARE(played("end node1 off\n").failures, std::vector<std::string>{"end: node1 off"});
    QVERIFY(played("end not node1 off and node2 up quorate\n").failures.empty());
}

void TstPlayer::anOutageIsMeasuredFromOutside()
{
    const std::string cut = "at 5 cut lan:node1\nafter 20 heal lan:node1\nwait 5\n";
    QVERIFY(played(cut + "end outage 100 20..20\nend outage 102 none\n").failures.empty());
    QCOMPARE(played(cut + "end outage 100 none\n").failures,
             std::vector<std::string>{"end: outage 100 none"});
    // One that has not ended is none that may be measured.
    QCOMPARE(played("cut lan:node1\nend outage 100 0..900\n").failures,
             std::vector<std::string>{"end: outage 100 0..900"});
}

void TstPlayer::aSeedChangesTimes()
{
    const std::string steps
        = "at 5 power-cut node1\nuntil 100 running node2 limit 150\nend node2\n";
    QVERIFY(played(steps, 1).lasted != played(steps, 2).lasted);
    QCOMPARE(played(steps, 2).log, played(steps, 2).log);
}

void TstPlayer::aCommandMayTakeItsTime()
{
    const Performance performance
        = played("node1$ fence_node node2\nuntil node2 booting limit 1\nend node2 booting\n");
    QVERIFY2(performance.failures.empty(), performance.log.c_str());
    QVERIFY(performance.lasted > Time{3000});
    QVERIFY(performance.log.find("! fence node2 success") != std::string::npos);
}

void TstPlayer::theProgramPlaysWithoutALaboratory()
{
    LiveLab lab;
    QCOMPARE(lab.run({QStringLiteral("run"), QStringLiteral("migration"),
                      QStringLiteral("--virtual"), QStringLiteral("--seed"), QStringLiteral("3")}),
             0);
    const QByteArray log = lab.said();
    QVERIFY(log.contains("rule: "));
    lab.run({QStringLiteral("run"), QStringLiteral("migration"), QStringLiteral("--virtual"),
             QStringLiteral("--seed"), QStringLiteral("3")});
    QCOMPARE(lab.said(), log);
    QCOMPARE(lab.run({QStringLiteral("scenarios")}), 0);
    QVERIFY(lab.said().contains("\nmigration "));
}

void TstPlayer::theProgramRefusesWhatItDoesNotKnow()
{
    LiveLab lab;
    const QString run = QStringLiteral("run");
    QCOMPARE(lab.run({run, QStringLiteral("nothing"), QStringLiteral("--virtual")}), 64);
    QVERIFY(lab.said().contains("no such scenario: nothing"));
    QCOMPARE(lab.run({run, QStringLiteral("migration")}), 1); // nobody runs a laboratory there
    QVERIFY(lab.said().contains("no laboratory runs"));
    QCOMPARE(lab.run({run}), 64);
}

BINOME_TEST(TstPlayer)
#include "tst_player.moc"
