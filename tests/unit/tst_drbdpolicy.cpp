// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drbdpolicy.h"
#include "core/parse/drbdconf.h"
#include "tests/testmain.h"
#include "tests/unit/sample.h"

#include <QTest>

using namespace Core;

namespace
{
DrbdConfig config(const QByteArray &text)
{
    return parseDrbdConf(text).value_or(DrbdConfig());
}

// Two nodes with one file each; node1 runs guest 100, node2 guest 101.
ClusterSnapshot cluster(const QByteArray &first, const QByteArray &second)
{
    ClusterSnapshot snapshot;
    for (const int id : {1, 2}) {
        Machine machine = Sample::machine(id);
        machine.drbdConfig
            = Sample::told(machine.name, "drbd-config", config(id == 1 ? first : second));
        machine.running = Sample::told(machine.name, "running-guests", RunningGuests{{99 + id}});
        snapshot.machines.insert(machine.name, machine);
    }
    return snapshot;
}

QStringList ids(const QByteArray &first, const QByteArray &second)
{
    QStringList found;
    for (const Finding &finding : drbdFindings(cluster(first, second)))
        found << finding.id;
    return found;
}

QStringList ids(const QByteArray &text)
{
    return ids(text, text);
}

const QByteArray calm = "startup { wfc-timeout 60; }";
const QByteArray fenced = "disk { fencing resource-and-stonith; } handlers { fence-peer \"/f\"; }";

QByteArray resource(const QByteArray &body, const QByteArray &name = "r1")
{
    return "resource " + name + " { " + body + " }\n";
}

QStringList words(const QByteArray &body)
{
    QStringList all;
    for (const DrbdPolicy &policy : policiesOf(config(resource(body)).resources.value(0)))
        all << logText(policy.words);
    return all;
}
} // namespace

class TstDrbdPolicy : public QObject
{
    Q_OBJECT
private slots:
    void findings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *name, const QByteArray &text, const char *ids) {
            QTest::newRow(name) << text << QString::fromLatin1(ids);
        };
        const QByteArray dual = "net { allow-two-primaries; }";
        const QByteArray other = resource(calm, "r2");
        row("quiet", resource(calm), "");
        row("fenced", resource(calm + dual + fenced) + other, "");
        row("not fenced", resource(calm + dual) + other, "C20");
        row("no handler", resource(calm + dual + "disk { fencing resource-and-stonith; }") + other,
            "C20");
        row("too little fencing",
            resource(calm + dual + "disk { fencing resource-only; } handlers { fence-peer /f; }")
                + other,
            "C20");
        row("switched off", resource(calm + "net { allow-two-primaries no; }"), "");
        row("protocol of 8.3", resource("protocol B; " + calm + dual + fenced) + other, "C21");
        row("protocol of 8.4",
            resource(calm + fenced + "net { protocol A; allow-two-primaries yes; }") + other,
            "C21");
        row("discards", resource(calm + "net { after-sb-2pri violently-as0p; }"), "C22");
        row("does not discard", resource(calm + "net { after-sb-2pri disconnect; }"), "");
        row("waits for ever by default", resource(""), "C23");
        row("waits for ever", resource("startup { wfc-timeout 0; }"), "C23");
        row("single", resource(calm + dual + fenced), "C24");
        row("from common",
            "common { protocol B; net { allow-two-primaries; } " + calm + "}\n" + resource("")
                + other,
            "C21 C21 C20 C20");
    }
    void findings()
    {
        QFETCH(QByteArray, text);
        QTEST(ids(text).join(u' '), "ids");
    }

    void bothNodesAreOneFinding()
    {
        const QList<Finding> found = drbdFindings(cluster(resource(""), resource("")));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().evidence.size(), 2);
    }

    void nodesThatDifferAreTold()
    {
        QCOMPARE(ids(resource(calm), resource(calm + "net { max-buffers 8000; }")),
                 QStringList{QStringLiteral("drbd.differs")});
        QCOMPARE(ids(resource(calm), {}), QStringList{QStringLiteral("drbd.differs")});
        QCOMPARE(ids(resource(calm), "\n\n" + resource(calm)), QStringList());
    }

    void guestsOnOneNodeMakeASingleResourceRight()
    {
        const QByteArray text = resource(calm + fenced + "net { allow-two-primaries; }");
        ClusterSnapshot snapshot = cluster(text, text);
        snapshot.machines[Sample::node(2)].running.value = RunningGuests{};
        QVERIFY(drbdFindings(snapshot).isEmpty());
    }

    void aSilentMachineProvesNothing()
    {
        ClusterSnapshot snapshot = cluster(resource(""), resource(""));
        for (Machine &machine : snapshot.machines)
            machine.contact.state = ContactState::Silent;
        QVERIFY(drbdFindings(snapshot).isEmpty());
    }

    void policiesAreInWords()
    {
        const QStringList all = words("protocol C; net { after-sb-0pri discard-zero-changes; } "
                                      "syncer { rate 30M; } disk { on-io-error explode; }");
        QVERIFY(
            all.contains(QStringLiteral("protocol C: a write is done once both disks have it")));
        QVERIFY(all.contains(QStringLiteral("one side alone may be Primary")));
        QVERIFY(all.contains(QStringLiteral("split brain, no side Primary: a side that wrote "
                                            "nothing follows the other; if both wrote they stay "
                                            "apart")));
        QVERIFY(all.contains(QStringLiteral("resync at 30M a second")));
        QVERIFY(all.contains(QStringLiteral("an error of the disk: explode")));
    }

    void defaultsAreInWordsToo()
    {
        QVERIFY(
            words("").contains(QStringLiteral("split brain, both sides Primary: they stay apart")));
    }

    void ratesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes"); // -1: none
        QTest::newRow("M") << QStringLiteral("30M") << qint64(30) * 1024 * 1024;
        QTest::newRow("k") << QStringLiteral("250k") << qint64(250) * 1024;
        QTest::newRow("G") << QStringLiteral("1G") << (qint64(1) << 30);
        QTest::newRow("KiB without a unit") << QStringLiteral("250") << qint64(250) * 1024;
        QTest::newRow("words") << QStringLiteral("fast") << qint64(-1);
        QTest::newRow("empty") << QString() << qint64(-1);
        QTest::newRow("huge") << QStringLiteral("99999999999G") << qint64(-1);
    }
    void ratesAreRead()
    {
        QFETCH(QString, text);
        QTEST(drbdRate(text).value_or(Bytes{-1}).value, "bytes");
    }

    void theRateOfEitherRelease()
    {
        const auto rate = [](const QByteArray &body) {
            return configuredRate(config(resource(body)).resources.value(0)).value_or(Rate());
        };
        QCOMPARE(rate("syncer { rate 1M; }").bytesPerSecond, 1024.0 * 1024);
        QCOMPARE(rate("disk { resync-rate 2M; }").bytesPerSecond, 2048.0 * 1024);
        QCOMPARE(rate("").bytesPerSecond, 0.0);
    }
};

BINOME_TEST(TstDrbdPolicy)
#include "tst_drbdpolicy.moc"
