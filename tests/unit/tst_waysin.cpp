// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/sshclient.h"
#include "core/athand/webpages.h"
#include "core/base/command.h"
#include "tests/testmain.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
SshEndpoint endpoint()
{
    SshEndpoint to;
    to.machine = NodeName(u"node1"_s);
    to.host = u"10.10.4.1"_s;
    to.port = 2222;
    to.user = u"admin"_s;
    to.identityFile = u"/keys/of mine/100%d id"_s;
    return to;
}

// What OpenSSH itself makes of the arguments; empty: it is not here, or refused them.
QHash<QString, QString> understood(const QStringList &arguments)
{
    QProcess ssh;
    ssh.start(u"ssh"_s, QStringList{u"-F"_s, u"none"_s, u"-G"_s} + arguments);
    if (!ssh.waitForFinished() || ssh.exitCode() != 0)
        return {};
    QHash<QString, QString> values;
    for (const QString &line : QString::fromUtf8(ssh.readAllStandardOutput()).split(u'\n'))
        values.insert(line.section(u' ', 0, 0), line.section(u' ', 1));
    return values;
}

ClusterSnapshot configured(const QString &agent, const QString &address)
{
    ClusterSnapshot snapshot;
    ClusterConfig config;
    FenceDevice device;
    device.name = u"bmc1"_s;
    device.agent = agent;
    device.address = address;
    ConfiguredNode node;
    node.name = NodeName(u"node1"_s);
    node.methods = {{u"1"_s, {{u"bmc1"_s, {}}}}};
    config.nodes = {node};
    config.fenceDevices = {device};
    snapshot.configuration = config;
    return snapshot;
}
} // namespace

// The ways into a machine that other programs take.
class TstWaysIn : public QObject
{
    Q_OBJECT
private slots:
    void sshIsGivenWhatTheProgramUses();
    void opensshUnderstandsIt();
    void aJumpHostTakesItsOwnKeyAlong();
    void oldAlgorithmsOnlyWhereAllowed();
    void whatIsNoPlainWordIsRefused_data();
    void whatIsNoPlainWordIsRefused();
    void pagesAreMadeFromPlainHosts();
    void hostileHostsHaveNoPage();
};

void TstWaysIn::sshIsGivenWhatTheProgramUses()
{
    const auto words = sshArguments(endpoint(), u"/state/known hosts"_s);
    QVERIFY(words);
    QCOMPARE(*words,
             (QStringList{u"-p"_s, u"2222"_s, u"-l"_s, u"admin"_s, u"-o"_s,
                          uR"(UserKnownHostsFile="/state/known hosts")"_s, u"-o"_s,
                          uR"(IdentityFile="/keys/of mine/100%%d id")"_s, u"10.10.4.1"_s}));
    SshEndpoint own = endpoint();
    own.knownHostsFile = u"/lab/known_hosts"_s;
    QVERIFY(
        sshArguments(own, u"/state/x"_s)->contains(uR"(UserKnownHostsFile="/lab/known_hosts")"_s));
    QVERIFY(!words->join(u' ').contains(u"StrictHostKeyChecking"_s));
}

void TstWaysIn::opensshUnderstandsIt()
{
    if (QStandardPaths::findExecutable(u"ssh"_s).isEmpty())
        QSKIP("no ssh on this machine");
    SshEndpoint to = endpoint();
    to.legacyAlgorithms = true;
    const auto values = understood(*sshArguments(to, u"/state/known hosts"_s));
    QCOMPARE(values.value(u"port"_s), u"2222"_s);
    QCOMPARE(values.value(u"user"_s), u"admin"_s);
    QCOMPARE(values.value(u"hostname"_s), u"10.10.4.1"_s);
    QVERIFY(values.value(u"userknownhostsfile"_s).contains(u"/state/known hosts"_s));
    QVERIFY(values.value(u"identityfile"_s).contains(u"/keys/of mine/"_s));
    QVERIFY(values.value(u"kexalgorithms"_s).contains(u"diffie-hellman-group1-sha1"_s));
}

// The command that reaches the jump host passes the person's shell: it must come out as it went in.
void TstWaysIn::aJumpHostTakesItsOwnKeyAlong()
{
    SshEndpoint to = endpoint();
    SshEndpoint gate = endpoint();
    gate.host = u"gate"_s;
    gate.port = 22;
    gate.identityFile = u"/k/it's $HOME"_s;
    QVERIFY(!sshArguments(gate, u"/kh"_s)); // ssh would expand that
    gate.identityFile = u"/k/it's mine; `id`"_s;
    to.jump = std::make_shared<const SshEndpoint>(gate);
    const auto words = sshArguments(to, u"/kh"_s);
    QVERIFY(words);
    const QString proxy = words->at(words->size() - 2);
    QVERIFY(proxy.startsWith(u"ProxyCommand="_s));
    QProcess shell; // as ssh runs it, its name replaced by one that prints each word
    const QString line = proxy.mid(13).replace(0, 3, u"printf '%s\\n'"_s);
    shell.start(u"sh"_s, {u"-c"_s, line});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()).trimmed().split(u'\n'),
             (QStringList{u"-W"_s, u"10.10.4.1:2222"_s} + *sshArguments(gate, u"/kh"_s)));
    gate.user = u"-oProxyCommand=reboot"_s;
    to.jump = std::make_shared<const SshEndpoint>(gate);
    QVERIFY(!sshArguments(to, u"/kh"_s));
}

void TstWaysIn::oldAlgorithmsOnlyWhereAllowed()
{
    SshEndpoint to = endpoint();
    QVERIFY(!sshArguments(to, u"/kh"_s)->join(u' ').contains(u"sha1"_s));
    to.legacyAlgorithms = true;
    QVERIFY(sshArguments(to, u"/kh"_s)->contains(u"HostKeyAlgorithms=+ssh-rsa"_s));
}

void TstWaysIn::whatIsNoPlainWordIsRefused_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("file");
    const QString h = u"node1"_s;
    const QString u = u"root"_s;
    QTest::newRow("option as host") << u"-oProxyCommand=reboot"_s << u << QString();
    QTest::newRow("no host") << QString() << u << QString();
    QTest::newRow("command") << u"a;reboot"_s << u << QString();
    QTest::newRow("substitution") << u"$(reboot)"_s << u << QString();
    QTest::newRow("line break") << u"node1\n"_s << u << QString();
    QTest::newRow("blank") << u"a b"_s << u << QString();
    QTest::newRow("Unicode") << u"n\u00f6de"_s << u << QString();
    QTest::newRow("option as user") << h << u"-lroot"_s << QString();
    QTest::newRow("quotation mark in user") << h << u"ro\"ot"_s << QString();
    QTest::newRow("no user") << h << QString() << QString();
    QTest::newRow("quotation mark in file") << h << u << u"/a\"b"_s;
    QTest::newRow("line break in file") << h << u << u"/a\nProxyCommand reboot"_s;
}

void TstWaysIn::whatIsNoPlainWordIsRefused()
{
    QFETCH(QString, host);
    QFETCH(QString, user);
    QFETCH(QString, file);
    SshEndpoint to = endpoint();
    to.host = host;
    to.user = user;
    to.identityFile = file;
    const auto words = sshArguments(to, u"/kh"_s);
    QVERIFY(!words);
    QCOMPARE(words.error().kind, ErrorKind::Refused);
}

void TstWaysIn::pagesAreMadeFromPlainHosts()
{
    Machine machine;
    machine.name = NodeName(u"node1"_s);
    machine.address = u"10.10.4.1"_s;
    QCOMPARE(pvePage(machine)->toString(), u"https://10.10.4.1:8006/"_s);
    machine.address = u"fe80::1"_s;
    QCOMPARE(pvePage(machine)->toString(), u"https://[fe80::1]:8006/"_s);
    machine.address.clear();
    QCOMPARE(pvePage(machine)->host(), u"node1"_s);
    machine.kind = MachineKind::QuorumServer;
    QVERIFY(!pvePage(machine));
    const auto pages
        = bmcPages(NodeName(u"node1"_s), configured(u"fence_ipmilan"_s, u"10.10.6.1"_s));
    QCOMPARE(pages, QList<QUrl>{QUrl(u"https://10.10.6.1/"_s)});
    QVERIFY(bmcPages(NodeName(u"node2"_s), configured(u"fence_ipmilan"_s, u"a"_s)).isEmpty());
    QVERIFY(bmcPages(NodeName(u"node1"_s), configured(u"fence_apc"_s, u"a"_s)).isEmpty());
    QVERIFY(bmcPages(NodeName(u"node1"_s), ClusterSnapshot()).isEmpty());
}

void TstWaysIn::hostileHostsHaveNoPage()
{
    Machine machine;
    machine.name = NodeName(u"node1"_s);
    for (const QString &host :
         {u"a/../b"_s, u"user@evil"_s, u"a b"_s, u"-x"_s, u"a?q"_s, u"a#f"_s, u"javascript:x()"_s,
          u"a\nb"_s, u"$(x)"_s, u"a\\b"_s, u"\u202eevil"_s}) {
        machine.address = host;
        QVERIFY2(!pvePage(machine), qPrintable(host));
        QVERIFY(bmcPages(machine.name, configured(u"fence_ipmilan"_s, host)).isEmpty());
    }
}

BINOME_TEST(TstWaysIn)
#include "tst_waysin.moc"
