// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livelab.h"
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// The same events on virtual time and on real processes have to end alike.
class TstBothdrivers : public QObject
{
    Q_OBJECT

private slots:
    void endAlike_data();
    void endAlike();

private:
    static QString ending(const World &world);
    static QString ending(const QJsonObject &status);
};

namespace
{

QString line(const QStringList &words)
{
    return words.join(QLatin1Char(' ')) + QLatin1Char('\n');
}

QString text(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

QString text(const QJsonValue &value, const char *key)
{
    const QJsonValue found = value[QLatin1String(key)];
    return found.isBool() ? (found.toBool() ? QStringLiteral("1") : QStringLiteral("0"))
                          : found.toVariant().toString();
}

} // namespace

QString TstBothdrivers::ending(const World &world)
{
    QString all;
    for (const Node &node : world.nodes) {
        const char *stage
            = node.stage == Stage::Up ? "up" : (node.stage == Stage::Off ? "off" : "booting");
        all += line({text(node.name), QLatin1String(stage), QString::number(node.view.quorate),
                     QString::number(node.view.totalVotes)});
    }
    for (const Node &node : world.nodes) {
        for (const Resource &resource : world.resources) {
            const DrbdSide &side = resource.side(node.id);
            all += line({text(resource.name), text(node.name), QLatin1String(word(side.connection)),
                         QLatin1String(word(side.role)), QLatin1String(word(side.disk))});
        }
    }
    for (const Guest &guest : world.guests)
        all += line({QString::number(guest.vmid), text(world.nameOf(hostOf(guest)))});
    for (const Service &service : world.services)
        all += line({text(service.name()), QLatin1String(word(service.state)),
                     text(world.nameOf(service.owner))});
    return all;
}

QString TstBothdrivers::ending(const QJsonObject &status)
{
    QString all;
    for (const QJsonValue &node : status[QStringLiteral("machines")].toArray()) {
        if (text(node, "kind") == QStringLiteral("node"))
            all += line({text(node, "name"), text(node, "stage"), text(node, "quorate"),
                         text(node, "votes")});
    }
    for (const QJsonValue &side : status[QStringLiteral("replication")].toArray())
        all += line({text(side, "resource"), text(side, "node"), text(side, "connection"),
                     text(side, "role"), text(side, "disk")});
    for (const QJsonValue &guest : status[QStringLiteral("guests")].toArray())
        all += line({text(guest, "vmid"), text(guest, "node")});
    for (const QJsonValue &service : status[QStringLiteral("services")].toArray())
        all += line({text(service, "name"), text(service, "state"), text(service, "owner")});
    return all;
}

void TstBothdrivers::endAlike_data()
{
    QTest::addColumn<QStringList>("events");
    QTest::addColumn<double>("seconds");
    const QString token = QStringLiteral("set token 10000");
    QTest::newRow("a node hangs and is rebooted")
        << QStringList{token, QStringLiteral("hang node2")} << 120.0;
    QTest::newRow("a node hangs and is switched off")
        << QStringList{token, QStringLiteral("set fence-action off"), QStringLiteral("hang node1")}
        << 120.0;
    QTest::newRow("split brain") << QStringList{QStringLiteral("cut drbd"),
                                                QStringLiteral("wait 15"),
                                                QStringLiteral("heal drbd")}
                                 << 20.0;
    QTest::newRow("a node without power and its BMC")
        << QStringList{token, QStringLiteral("power-cut node1 --with-bmc")} << 30.0;
    QTest::newRow("quorum lost") << QStringList{token, QStringLiteral("qdisk-loss"),
                                                QStringLiteral("power-cut node1")}
                                 << 60.0;
    QTest::newRow("guests moved by stopping rgmanager")
        << QStringList{QStringLiteral("rgmanager-stop node2")} << 60.0;
}

void TstBothdrivers::endAlike()
{
    QFETCH(QStringList, events);
    QFETCH(double, seconds);
    Scenario virtualOne;
    LiveLab liveOne(20);
    QVERIFY2(liveOne.up(), liveOne.said().constData());
    virtualOne.event("set boot-time 20000");
    for (const QString &event : events) {
        const QStringList words = event.split(QLatin1Char(' '));
        if (words.first() == QStringLiteral("wait")) {
            virtualOne.run(words.last().toDouble());
            const double until = liveOne.status()[QStringLiteral("milliseconds")].toDouble()
                + words.last().toDouble() * 1000;
            QVERIFY(LiveLab::eventually([&] {
                return liveOne.status()[QStringLiteral("milliseconds")].toDouble() >= until;
            }));
            continue;
        }
        QCOMPARE(virtualOne.event(event.toStdString()), QString());
        QCOMPARE(liveOne.run(QStringList{QStringLiteral("do")} + words), 0);
    }
    virtualOne.run(seconds);
    const QString wanted = ending(virtualOne.world());
    QString seen;
    const bool alike
        = LiveLab::eventually([&] { return (seen = ending(liveOne.status())) == wanted; }, 60000);
    QVERIFY2(alike,
             qPrintable(QStringLiteral("virtual:\n") + wanted + QStringLiteral("live:\n") + seen));
}

BINOME_TEST(TstBothdrivers)
#include "tst_bothdrivers.moc"
