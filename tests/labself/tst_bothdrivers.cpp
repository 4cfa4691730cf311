// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livelab.h"
#include "scenario/catalog.h"
#include "scenario/player.h"
#include "scenario/virtualstage.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// The scenarios marked `live`, on virtual time and on real processes, have to end alike. Each is a
// ctest test of its own, which says in BINOME_LIVE_SCENARIO which one; without, all of them.
class TstBothdrivers : public QObject
{
    Q_OBJECT

private slots:
    void endAlike_data();
    void endAlike();
};

namespace
{

Script scriptOf(const char *name)
{
    Script script;
    const auto wrong = parseScript(scenarioNamed(name)->text, script);
    if (wrong)
        qFatal("%s: %s", name, wrong->c_str());
    return script;
}

QByteArray endOf(const Script &script)
{
    VirtualStage stage(1);
    QByteArray end;
    for (const std::string &fact : Player(stage).play(script).end)
        end += QByteArray::fromStdString(fact) + '\n';
    return end;
}

// Qt cuts a long message.
QByteArray difference(const QByteArray &live, const QByteArray &wanted)
{
    const QList<QByteArray> is = live.split('\n');
    const QList<QByteArray> other = wanted.split('\n');
    QByteArray text;
    for (qsizetype i = 0; i < qMax(is.size(), other.size()); ++i) {
        if (is.value(i) != other.value(i))
            text += "\n live    " + is.value(i) + "\n virtual " + other.value(i);
    }
    return text;
}

} // namespace

void TstBothdrivers::endAlike_data()
{
    QTest::addColumn<QString>("name");
    const QString only = qEnvironmentVariable("BINOME_LIVE_SCENARIO");
    for (const ScenarioText &one : scenarioTexts()) {
        const QString name = QString::fromLatin1(one.name);
        if (scriptOf(one.name).live && (only.isEmpty() || only == name))
            QTest::newRow(one.name) << name;
    }
}

void TstBothdrivers::endAlike()
{
    QFETCH(QString, name);
    LiveLab lab(60);
    QVERIFY2(lab.up(), lab.said().constData());
    const int exit = lab.run({QStringLiteral("run"), name}, 110000);
    QVERIFY2(exit == 0, lab.said().right(900).constData());
    const QByteArray wanted = endOf(scriptOf(QTest::currentDataTag()));
    QByteArray seen;
    const bool alike = LiveLab::eventually(
        [&] {
            lab.run({QStringLiteral("facts")});
            return (seen = lab.said()) == wanted;
        },
        15000);
    QVERIFY2(alike, difference(seen, wanted).constData());
}

BINOME_TEST(TstBothdrivers)
#include "tst_bothdrivers.moc"
