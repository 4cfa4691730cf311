// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lint.h"
#include "core/clusterconf/meaning.h"
#include "core/clusterconf/recipes.h"
#include "tests/testmain.h"

#include <QTest>

#include <algorithm>

using namespace Core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
// As Proxmox VE writes it when the second node joins.
const QByteArray fresh = R"(<?xml version="1.0"?>
<cluster name="pair" config_version="4">

  <cman keyfile="/var/lib/pve-cluster/corosync.authkey" two_node="1" expected_votes="1">
  </cman>

  <clusternodes>
  <clusternode name="alpha" votes="1" nodeid="1"/>
  <clusternode name="beta" votes="1" nodeid="2"/></clusternodes>

</cluster>
)";

const QList<BmcOfNode> bmcs{{NodeName(u"alpha"_s), u"10.0.0.1"_s, u"fence"_s, u"hunter2"_s},
                            {NodeName(u"beta"_s), u"10.0.0.2"_s, u"fence"_s, u"a<b&c"_s}};

Document read(const QByteArray &bytes)
{
    const Expected<Document> document = Document::fromBytes(bytes);
    if (!document)
        qFatal("%s", qPrintable(rendered(document.error().what)));
    return *document;
}

QByteArray fenced()
{
    return fencedByBmc(read(fresh), bmcs)->text;
}

bool hasErrors(const QByteArray &text)
{
    const LintResult result = lint(text);
    return std::any_of(result.findings.begin(), result.findings.end(),
                       [](const Finding &f) { return f.severity >= Severity::Error; });
}

bool hasFinding(const QByteArray &text, const QString &id)
{
    const LintResult result = lint(text);
    return std::any_of(result.findings.begin(), result.findings.end(),
                       [&](const Finding &f) { return f.id == id; });
}

QString stepsOf(const Recipe &recipe)
{
    QString words;
    for (const Message &step : recipe.steps)
        words += rendered(step) + u'\n';
    return words;
}

ErrorKind kindOf(const Expected<Recipe> &recipe)
{
    return recipe ? ErrorKind::Internal : recipe.error().kind;
}
} // namespace

class TstConfrecipes : public QObject
{
    Q_OBJECT
private slots:
    void fencingMakesAPassingConfiguration();
    void fencingLooksLikeTheRest();
    void fencingIsRefusedWhereItIsThere();
    void quorumDiskMakesAPassingConfiguration();
    void quorumDiskGoesInTheSafeOrder();
    void quorumDiskRaisesAShortTokenOnly();
    void quorumDiskIsRefusedWhereItDoesNotFit();
    void guestsComeUnderHaAndOut();
    void protectedNodeHasTheOnlyDelay();
    void secondMethodSwitchesAllOffBeforeOn();
    void versionGoesAboveAllKnown();
    void severalRecipesAreOneVersion();
    void noPasswordInAStep();
};

void TstConfrecipes::fencingMakesAPassingConfiguration()
{
    QVERIFY(hasErrors(fresh)); // nobody can be fenced
    QVERIFY2(!hasErrors(fenced()), fenced().constData());
    QVERIFY(lint(fenced()).schemaValid);
}

void TstConfrecipes::fencingLooksLikeTheRest()
{
    const QByteArray text = fencedByBmc(read(fresh), bmcs.mid(0, 1))->text;
    const QByteArray wanted = QByteArray(fresh)
                                  .replace("\"4\"", "\"5\"")
                                  .replace("nodeid=\"1\"/>",
                                           "nodeid=\"1\">\n    <fence>\n      <method "
                                           "name=\"1\">\n        <device name=\"ipmi-alpha\"/>\n"
                                           "      </method>\n    </fence>\n  </clusternode>")
                                  .replace("</clusternodes>\n",
                                           "</clusternodes>\n  <fencedevices>\n    <fencedevice "
                                           "agent=\"fence_ipmilan\" name=\"ipmi-alpha\" "
                                           "ipaddr=\"10.0.0.1\" login=\"fence\" passwd=\"hunter2\" "
                                           "lanplus=\"1\"/>\n  </fencedevices>\n");
    QCOMPARE(QString::fromUtf8(text), QString::fromUtf8(wanted));
}

void TstConfrecipes::fencingIsRefusedWhereItIsThere()
{
    QCOMPARE(kindOf(fencedByBmc(read(fenced()), bmcs)), ErrorKind::Refused);
    QCOMPARE(kindOf(fencedByBmc(read(fresh), {{NodeName(u"gamma"_s), {}, {}, {}}})),
             ErrorKind::Refused);
}

void TstConfrecipes::quorumDiskMakesAPassingConfiguration()
{
    const Expected<Recipe> recipe = withQuorumDisk(read(fenced()), {u"pair_quorum"_s});
    QVERIFY(recipe);
    QVERIFY2(!hasErrors(recipe->text), recipe->text.constData());
    for (const char *id : {"C08", "C09", "C10", "C11", "C13"})
        QVERIFY2(!hasFinding(recipe->text, QString::fromLatin1(id)), id);
    const Document document = read(recipe->text);
    QVERIFY(!document.find({u"cman"})->attribute(u"two_node"));
    QCOMPARE(document.find({u"cman"})->value(u"expected_votes"), u"3"_s);
    QCOMPARE(document.find({u"quorumd"})->value(u"label"), u"pair_quorum"_s);
    QCOMPARE(document.find({u"totem"})->value(u"token"), u"54000"_s);
}

void TstConfrecipes::quorumDiskGoesInTheSafeOrder()
{
    const auto inOrder = [](bool masterWins, const QStringList &words) {
        const QString steps
            = stepsOf(*withQuorumDisk(read(fenced()), {u"pair_quorum"_s, 54s, masterWins}));
        QList<qsizetype> places;
        for (const QString &word : words)
            places << steps.indexOf(word);
        return !places.contains(-1) && std::is_sorted(places.begin(), places.end());
    };
    const QString seen = u"Quorum device votes: 1"_s;
    QVERIFY(inOrder(false,
                    {u"mkqdisk -L"_s, u"clusvcadm -d"_s, u"activate"_s, seen, u"on alpha"_s,
                     u"on beta"_s, u"clusvcadm -e"_s}));
    // The vote of the disk is moved away from its master before that one is restarted.
    QVERIFY(inOrder(true,
                    {u"mkqdisk -L"_s, u"clusvcadm -d"_s, u"activate"_s, seen,
                     u"that is not the master stop"_s, u"on the master stop qdiskd"_s,
                     u"clusvcadm -e"_s}));
}

void TstConfrecipes::quorumDiskRaisesAShortTokenOnly()
{
    const auto token = [](const QByteArray &totem, std::chrono::milliseconds wish) {
        const QByteArray text
            = QByteArray(fenced()).replace("  <clusternodes>", totem + "  <clusternodes>");
        const Expected<Recipe> recipe = withQuorumDisk(read(text), {u"l"_s, wish});
        return recipe ? read(recipe->text).find({u"totem"})->value(u"token") : QString();
    };
    QCOMPARE(token("<totem token=\"10000\"/>", 54s), u"54000"_s);
    QCOMPARE(token("<totem token=\"60000\"/>", 54s), u"60000"_s);
    QCOMPARE(token("<totem join=\"60\"/>", 12s), u"21000"_s); // what the disk needs
}

void TstConfrecipes::quorumDiskIsRefusedWhereItDoesNotFit()
{
    QCOMPARE(kindOf(withQuorumDisk(read(fresh), {u"l"_s})), ErrorKind::Refused); // no fencing
    QCOMPARE(kindOf(withQuorumDisk(read(fenced()), {})), ErrorKind::Refused); // no label
    const QByteArray once = withQuorumDisk(read(fenced()), {u"l"_s})->text;
    QCOMPARE(kindOf(withQuorumDisk(read(once), {u"l"_s})), ErrorKind::Refused);
}

void TstConfrecipes::guestsComeUnderHaAndOut()
{
    const Expected<Recipe> in = withGuestUnderHa(read(fenced()), 100);
    QVERIFY(in);
    QCOMPARE(read(in->text).find({u"rm", u"pvevm"})->value(u"vmid"), u"100"_s);
    QVERIFY(!hasErrors(in->text));
    QCOMPARE(kindOf(withGuestUnderHa(read(in->text), 100)), ErrorKind::Refused);
    QCOMPARE(kindOf(withGuestUnderHa(read(in->text), 0)), ErrorKind::Refused);
    const Expected<Recipe> out = withoutGuestUnderHa(read(in->text), 100);
    QVERIFY(out);
    QVERIFY(!read(out->text).find({u"rm", u"pvevm"}));
    QCOMPARE(kindOf(withoutGuestUnderHa(read(out->text), 100)), ErrorKind::Refused);
}

void TstConfrecipes::protectedNodeHasTheOnlyDelay()
{
    const Expected<Recipe> first = withProtectedNode(read(fenced()), NodeName(u"alpha"_s), 20s);
    QVERIFY(first);
    QCOMPARE(first->text.count("delay=\"20\""), 1);
    QVERIFY(!hasFinding(first->text, u"C07"_s));
    const Expected<Recipe> moved = withProtectedNode(read(first->text), NodeName(u"beta"_s));
    QVERIFY(moved);
    QCOMPARE(moved->text.count("delay="), 1);
    LintContext context;
    context.holders = {NodeName(u"beta"_s)};
    for (const Finding &one : lint(moved->text, context).findings)
        QVERIFY(one.id != u"C07"_s);
    QCOMPARE(kindOf(withProtectedNode(read(fresh), NodeName(u"alpha"_s))), ErrorKind::Refused);
}

void TstConfrecipes::secondMethodSwitchesAllOffBeforeOn()
{
    const QList<PowerStrip> strips{
        {u"pdu1"_s, u"fence_apc_snmp"_s, u"10.0.0.3"_s, {}, {}},
        {u"pdu2"_s, u"fence_apc_snmp"_s, u"10.0.0.4"_s, u"l"_s, u"hunter3"_s}};
    const QList<std::pair<QString, QString>> left{{u"pdu1"_s, u"1"_s}, {u"pdu2"_s, u"1"_s}};
    const QList<std::pair<QString, QString>> right{{u"pdu1"_s, u"2"_s}, {u"pdu2"_s, u"2"_s}};
    const Expected<Recipe> recipe = withSecondMethod(
        read(fenced()), strips, {{NodeName(u"alpha"_s), left}, {NodeName(u"beta"_s), right}});
    QVERIFY(recipe);
    QVERIFY2(!hasErrors(recipe->text), recipe->text.constData());
    QVERIFY(!hasFinding(recipe->text, u"C05"_s));
    QVERIFY(!hasFinding(recipe->text, u"fence.supplies"_s));
    QCOMPARE(recipe->text.count("<method name=\"2\">"), 2);
    QVERIFY(recipe->text.indexOf("action=\"off\"") < recipe->text.indexOf("action=\"on\""));
}

void TstConfrecipes::versionGoesAboveAllKnown()
{
    QCOMPARE(read(fenced()).root().value(u"config_version"), u"5"_s);
    QCOMPARE(read(fencedByBmc(read(fresh), bmcs, 41)->text).root().value(u"config_version"),
             u"42"_s);
}

void TstConfrecipes::severalRecipesAreOneVersion()
{
    const QByteArray raised = fencedByBmc(read(fresh), bmcs, 4)->text;
    QCOMPARE(read(raised).root().value(u"config_version"), u"5"_s);
    const QByteArray twice = withGuestUnderHa(read(raised), 100, 4)->text;
    QCOMPARE(read(twice).root().value(u"config_version"), u"5"_s);
    // Somebody else's version meanwhile counts.
    QCOMPARE(read(withGuestUnderHa(read(twice), 101, 5)->text).root().value(u"config_version"),
             u"6"_s);
    const QByteArray byHand = QByteArray(fresh).replace("\"4\"", "\"40\"");
    QCOMPARE(read(withGuestUnderHa(read(byHand), 100, 4)->text).root().value(u"config_version"),
             u"40"_s);
}

void TstConfrecipes::noPasswordInAStep()
{
    const Expected<Recipe> recipe = fencedByBmc(read(fresh), bmcs);
    QVERIFY(recipe->text.contains("passwd=\"a&lt;b&amp;c\""));
    QVERIFY(!stepsOf(*recipe).contains(u"hunter2"_s) && !stepsOf(*recipe).contains(u"a<b"_s));
}

BINOME_TEST(TstConfrecipes)
#include "tst_confrecipes.moc"
