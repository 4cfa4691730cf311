// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/edit.h"
#include "core/clusterconf/keptconf.h"
#include "core/clusterconf/lintfacts.h"
#include "core/clusterconf/reader.h"
#include "core/clusterconf/rollback.h"
#include "tests/testmain.h"
#include "tests/unit/sample.h"

#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
// The secrets are named by what they stand in.
const QByteArray former = R"(<?xml version="1.0"?>
<!-- in the cellar -->
<cluster name="pair" config_version="7">
  <fencedevices>
    <fencedevice  name="bmc1" agent="fence_ipmilan" passwd="one"/>
    <fencedevice passwd='two' agent="fence_ipmilan" name="bmc2"/>
    <!-- <fencedevice name="strip" agent="fence_apc" passwd="old"/> -->
  </fencedevices>
  <clusternodes/>
</cluster>
)";

Expected<Rollback> back(const QByteArray &current, quint32 highest = 12,
                        const QHash<SecretPlace, QString> &given = {})
{
    return rolledBack(keptConf(former).text, {current}, highest, given);
}

QByteArray raised(const QByteArray &text, int version)
{
    return QByteArray(text).replace("config_version=\"7\"",
                                    "config_version=\"" + QByteArray::number(version) + '"');
}
} // namespace

// An earlier cluster.conf made the next one; and what a picture tells the checks.
class TstConfrollback : public QObject
{
    Q_OBJECT
private slots:
    void formerTextComesBackWithTheNextNumber();
    void passwordsAreThoseOfNow();
    void brokenFileStillGivesItsPasswords();
    void tornPasswordIsNotTaken();
    void missingPasswordsAreNamedAndNothingIsMade();
    void givenPasswordIsWrittenAsXmlWants();
    void quotesOfTheSourceDoNotBreakTheText();
    void passwordMayHaveStoodOnTheUse();
    void commentedDeviceIsNoObstacle();
    void firstFileThatHasItCounts();
    void brokenVersionIsNoWayBack();
    void noNumberLeftIsRefused();
    void latinFileStaysLatin();
    void highestNumberPassesOverWhatNeverRan();
    void pictureFeedsTheChecks();
    void jointimesOfOneNodeAreNoGap();
};

void TstConfrollback::formerTextComesBackWithTheNextNumber()
{
    const Expected<Rollback> made = back(former);
    QVERIFY(made);
    QCOMPARE(made->text, raised(former, 13));
    QCOMPARE(made->number, 13u);
    QVERIFY(made->missing.isEmpty());
}

void TstConfrollback::passwordsAreThoseOfNow()
{
    const QByteArray now = QByteArray(former).replace("\"one\"", "\"new\"");
    QCOMPARE(back(now)->text, raised(now, 13));
}

void TstConfrollback::brokenFileStillGivesItsPasswords()
{
    const QByteArray broken = QByteArray(former).replace("</fencedevices>", "</fence");
    QVERIFY(!readClusterConfig(broken));
    QCOMPARE(back(broken)->text, raised(former, 13));
}

void TstConfrollback::tornPasswordIsNotTaken()
{
    const QByteArray torn = QByteArray(former).replace("passwd=\"one\"/>", "passwd=\"one/>");
    const Expected<Rollback> made = back(torn);
    QVERIFY(made);
    QVERIFY(made->missing.contains({u"fencedevice"_s, u"bmc1"_s, u"passwd"_s}));
    QVERIFY(made->text.isEmpty());
}

void TstConfrollback::missingPasswordsAreNamedAndNothingIsMade()
{
    const Expected<Rollback> made = back("<cluster/>");
    QVERIFY(made);
    QCOMPARE(made->text, QByteArray());
    QCOMPARE(made->missing.size(), 2); // the commented one is not asked for
    QCOMPARE(rendered(placeText(made->missing[0])), u"passwd of bmc1"_s);
    QCOMPARE(rendered(placeText(made->missing[1])), u"passwd of bmc2"_s);
}

void TstConfrollback::givenPasswordIsWrittenAsXmlWants()
{
    const QHash<SecretPlace, QString> given{
        {{u"fencedevice"_s, u"bmc1"_s, u"passwd"_s}, u"a<\"&'b"_s},
        {{u"fencedevice"_s, u"bmc2"_s, u"passwd"_s}, u"plain"_s}};
    const Expected<Rollback> made = back("<cluster/>", 12, given);
    QVERIFY(made);
    const Expected<QList<FenceSecret>> secrets = fenceSecrets(made->text);
    QVERIFY(secrets);
    QCOMPARE(secrets->at(0).password, u"a<\"&'b"_s);
    QCOMPARE(secrets->at(1).password, u"plain"_s);
}

void TstConfrollback::quotesOfTheSourceDoNotBreakTheText()
{
    const QByteArray now = QByteArray(former).replace("\"one\"", "'o\"ne'");
    const Expected<Rollback> made = back(now);
    QVERIFY(made);
    QCOMPARE(fenceSecrets(made->text)->at(0).password, u"o\"ne"_s);
}

void TstConfrollback::passwordMayHaveStoodOnTheUse()
{
    const QByteArray now
        = "<cluster><device name=\"bmc1\" passwd=\"x\"/><device passwd=\"y\" name=\"bmc2\"/>";
    QCOMPARE(back(now)->text,
             raised(QByteArray(former).replace("\"one\"", "\"x\"").replace("'two'", "'y'"), 13)
                 .replace("\"old\"", "\"***\""));
}

void TstConfrollback::commentedDeviceIsNoObstacle()
{
    const QByteArray now = QByteArray(former).replace("<fencedevice name=\"strip\"", "<other");
    const Expected<Rollback> made = back(now);
    QVERIFY(made && made->missing.isEmpty());
    QVERIFY(made->text.contains("name=\"strip\" agent=\"fence_apc\" passwd=\"***\""));
}

void TstConfrollback::firstFileThatHasItCounts()
{
    const QByteArray without = QByteArray(former).replace(" passwd=\"one\"", "");
    const QByteArray second
        = QByteArray(former).replace("\"one\"", "\"second\"").replace("two", "no");
    const Expected<Rollback> made = rolledBack(keptConf(former).text, {without, second}, 12);
    QVERIFY(made);
    QVERIFY(made->text.contains("passwd=\"second\""));
    QVERIFY(made->text.contains("passwd='two'"));
}

void TstConfrollback::brokenVersionIsNoWayBack()
{
    const Expected<Rollback> made = rolledBack("<cluster", {former}, 12);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::ParseFailed);
}

void TstConfrollback::noNumberLeftIsRefused()
{
    QCOMPARE(back(former, highestVersion).error().kind, ErrorKind::Refused);
}

void TstConfrollback::latinFileStaysLatin()
{
    const QByteArray latin = QByteArray(former).replace(
        "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><!-- \xe9 -->");
    const Expected<Rollback> made = rolledBack(keptConf(latin).text, {former}, 12);
    QVERIFY(made);
    QCOMPARE(made->text, raised(latin, 13));
}

void TstConfrollback::highestNumberPassesOverWhatNeverRan()
{
    ConfVersion run;
    run.number = 7;
    run.stays = {{NodeName(u"a"_s), ConfPlace::Local, {}, {}}};
    ConfVersion typo;
    typo.number = 70'000;
    typo.stays = {{NodeName(u"a"_s), ConfPlace::Pending, {}, {}}};
    QCOMPARE(highestNumber({typo, run}), 7u);
    QCOMPARE(highestNumber({}), 0u);
}

void TstConfrollback::pictureFeedsTheChecks()
{
    ClusterSnapshot picture;
    for (const int id : {1, 2}) {
        Machine machine = Sample::machine(id);
        machine.members.value->prepend(
            {NodeName(u"/dev/block/147:3"_s), 0, MemberState::Member, 0, u"2013-10-22 09:59:00"_s});
        picture.machines.insert(machine.name, machine);
    }
    picture.machines[Sample::node(2)].running = {};
    Machine &bonded = picture.machines[Sample::node(1)];
    bonded.quorum.value->nodeAddresses = {u"10.8.0.11"_s};
    NetInterface bond{u"bond0"_s, true, {}, 1000, 0, 0, u"balance-rr"_s, {u"vmbr0"_s}};
    NetInterface other{u"bond1"_s, true, {u"10.9.0.1"_s}, 1000, 0, 0, u"802.3ad"_s, {}};
    bonded.interfaces = {
        NetInterfaces{bond, other, {u"vmbr0"_s, true, {u"10.8.0.11"_s}, {}, 0, 0, {}, {}}}, {}, {}};
    const LintContext context = lintFacts(picture);
    QCOMPARE(context.bonds.size(), 1); // below the bridge; the other one carries something else
    QCOMPARE(context.bonds.first().interface, u"bond0"_s);
    QCOMPARE(context.bonds.first().mode, u"balance-rr"_s);
    QCOMPARE(context.knownVersions, (QList<quint32>{5, 5}));
    QCOMPARE(context.holders, QList<NodeName>{Sample::node(1)});
    QCOMPARE(context.bootGap, std::optional<std::chrono::seconds>(5));
    QCOMPARE(context.quorumDevice, u"/dev/drbd3"_s);
    QCOMPARE(lintFacts({}).bootGap, std::nullopt);
}

void TstConfrollback::jointimesOfOneNodeAreNoGap()
{
    ClusterSnapshot picture;
    Machine machine = Sample::machine(1);
    machine.members.value->last().state = MemberState::Dead;
    picture.machines.insert(machine.name, machine);
    QCOMPARE(lintFacts(picture).bootGap, std::nullopt);
}

BINOME_TEST(TstConfrollback)
#include "tst_confrollback.moc"
