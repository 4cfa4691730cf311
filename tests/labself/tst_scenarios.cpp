// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/catalog.h"
#include "scenario/player.h"
#include "scenario/virtualstage.h"
#include "tests/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <cstdlib>

using namespace Lab;

// Every scenario of tests/lab/scenarios against the log beside it, as NAME.log. After a change of
// the mechanisms BINOME_SCENARIO_UPDATE=1 writes the logs anew, and the review reads the
// difference.
class TstScenarios : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void goesAsWritten_data();
    void goesAsWritten();
    void sameSeedSameLog_data() { names(); }
    void sameSeedSameLog();
    void anotherSeedEndsAlike_data() { names(); }
    void anotherSeedEndsAlike();

private:
    static void names();
    Performance played(std::uint64_t seed);
    static QString firstDifference(const QByteArray &is, const QByteArray &wanted);

    QElapsedTimer m_clock;
    Time m_played{0};
};

namespace
{

constexpr std::uint64_t usualSeed = 1;

Script scriptOf(const std::string &name)
{
    Script script;
    const ScenarioText *text = scenarioNamed(name);
    const auto wrong = parseScript(text->text, script);
    if (wrong)
        qFatal("%s: %s", name.c_str(), wrong->c_str());
    return script;
}

QByteArray allOf(const std::vector<std::string> &lines)
{
    QByteArray text;
    for (const std::string &line : lines)
        text += line.c_str() + QByteArray("\n");
    return text;
}

} // namespace

void TstScenarios::initTestCase()
{
    qputenv("TZ", "UTC");
    ::tzset();
    QVERIFY(scenarioTexts().size() >= 100);
    m_clock.start();
}

// A benchmark beside the point: how much faster than real time all of this went.
void TstScenarios::cleanupTestCase()
{
    const double real = static_cast<double>(m_clock.elapsed()) / 1000;
    const double played = static_cast<double>(m_played.count()) / 1000;
    qInfo("%zu scenarios: %.0f virtual seconds in %.2f s, %.0f times as fast as real time",
          scenarioTexts().size(), played, real, played / real);
}

void TstScenarios::names()
{
    QTest::addColumn<QString>("name");
    for (const ScenarioText &one : scenarioTexts())
        QTest::newRow(one.name) << QString::fromLatin1(one.name);
}

Performance TstScenarios::played(std::uint64_t seed)
{
    VirtualStage stage(seed);
    Performance performance = Player(stage).play(scriptOf(QTest::currentDataTag()));
    m_played += performance.lasted;
    return performance;
}

QString TstScenarios::firstDifference(const QByteArray &is, const QByteArray &wanted)
{
    const QList<QByteArray> here = is.split('\n');
    const QList<QByteArray> there = wanted.split('\n');
    for (qsizetype i = 0; i < qMax(here.size(), there.size()); ++i) {
        if (here.value(i) != there.value(i) || i >= here.size() || i >= there.size())
            return QStringLiteral("line %1\n  is     %2\n  wanted %3")
                .arg(i + 1)
                .arg(QString::fromUtf8(here.value(i)), QString::fromUtf8(there.value(i)));
    }
    return {};
}

void TstScenarios::goesAsWritten_data()
{
    names();
}

void TstScenarios::goesAsWritten()
{
    QFETCH(QString, name);
    const Performance performance = played(usualSeed);
    QVERIFY2(
        performance.failures.empty(),
        (allOf(performance.failures) + QByteArray::fromStdString(performance.log)).constData());
    const QByteArray log = QByteArray::fromStdString(performance.log);
    QFile file(QStringLiteral(BINOME_TEST_SOURCE_DIR "/../lab/scenarios/") + name
               + QStringLiteral(".log"));
    if (qEnvironmentVariableIsSet("BINOME_SCENARIO_UPDATE")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(log);
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), "there is no log beside it");
    const QString difference = firstDifference(log, file.readAll());
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TstScenarios::sameSeedSameLog()
{
    constexpr std::uint64_t seed = 4711;
    const QString difference = firstDifference(QByteArray::fromStdString(played(seed).log),
                                               QByteArray::fromStdString(played(seed).log));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TstScenarios::anotherSeedEndsAlike()
{
    QFETCH(QString, name);
    const bool free = scriptOf(name.toStdString()).endDiffers;
    const QByteArray wanted = allOf(played(usualSeed).end);
    for (const std::uint64_t seed : {7, 20261123}) {
        const Performance other = played(seed);
        QVERIFY2(other.failures.empty(),
                 (allOf(other.failures) + QByteArray::fromStdString(other.log)).constData());
        const QString difference = free ? QString() : firstDifference(allOf(other.end), wanted);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
}

BINOME_TEST(TstScenarios)
#include "tst_scenarios.moc"
