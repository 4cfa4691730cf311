// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/drbdnames.h"
#include "core/parse/net.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

class TstNet : public QObject
{
    Q_OBJECT
private slots:
    void interfacesWithTheirAddresses();
    void whatTheKernelRefusesStaysUnknown();
    void noInterfaceIsAnEmptyList();
    void otherTextIsAnError_data();
    void otherTextIsAnError();
    void uptimeIsWholeSeconds();
    void badUptimeIsAnError_data();
    void badUptimeIsAnError();
    void drbdNamesOfVolumes();
    void badDrbdNamesAreAnError_data();
    void badDrbdNamesAreAnError();
};

void TstNet::interfacesWithTheirAddresses()
{
    const Expected<NetInterfaces> interfaces = parseNet(
        "if eth0 1 1000 18446744073709551615 7\n"
        "if ppp0 0 - 1 2\n"
        "1: eth0: <BROADCAST,UP> mtu 1500 qdisc mq state UP \\    link/ether 52:54:00:00:00:01\n"
        "1: eth0    inet 10.8.0.11/24 brd 10.8.0.255 scope global eth0\n"
        "1: eth0    inet6 fe80::1/64 scope link \\       valid_lft forever\n"
        "2: ppp0@if3    inet 10.1.0.1 peer 10.1.0.2/32 scope global ppp0\n"
        "9: gone    inet 10.7.0.1/8 scope global gone\n");
    QVERIFY(interfaces);
    const NetInterfaces wanted{
        {QStringLiteral("eth0"), true,
         QStringList{QStringLiteral("10.8.0.11"), QStringLiteral("fe80::1")}, 1000,
         18446744073709551615U, 7},
        {QStringLiteral("ppp0"), false, QStringList{QStringLiteral("10.1.0.1")}, {}, 1, 2},
    };
    QVERIFY(*interfaces == wanted);
}

void TstNet::whatTheKernelRefusesStaysUnknown()
{
    const Expected<NetInterfaces> interfaces = parseNet("if a - - 0 0\n"
                                                        "if b - -1 0 0\n"
                                                        "if c 1 4294967295 0 0\n"
                                                        "if d 0 65535 0 0\n");
    QVERIFY(interfaces);
    QCOMPARE(interfaces->at(0).carrier, std::nullopt);
    for (const NetInterface &interface : *interfaces)
        QCOMPARE(interface.speedMbit, std::nullopt);
}

void TstNet::noInterfaceIsAnEmptyList()
{
    QVERIFY(parseNet("")->isEmpty());
}

void TstNet::otherTextIsAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a sentence") << QByteArray("sh: cannot open\n");
    QTest::newRow("no counter") << QByteArray("if eth0 1 1000 12\n");
    QTest::newRow("negative counter") << QByteArray("if eth0 1 1000 -12 4\n");
}

void TstNet::otherTextIsAnError()
{
    QFETCH(QByteArray, text);
    const Expected<NetInterfaces> interfaces = parseNet(text);
    QVERIFY(!interfaces);
    QCOMPARE(interfaces.error().kind, ErrorKind::ParseFailed);
}

void TstNet::uptimeIsWholeSeconds()
{
    QCOMPARE(parseUptime("90061.99 12.50\n")->up, std::chrono::seconds(90'061));
}

void TstNet::badUptimeIsAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("word") << QByteArray("up 3 days\n");
    QTest::newRow("cut") << QByteArray("900");
    QTest::newRow("negative") << QByteArray("-4.00 1.00\n");
}

void TstNet::badUptimeIsAnError()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseUptime(text));
}

void TstNet::drbdNamesOfVolumes()
{
    const Expected<DrbdNames> names = parseDrbdNames("reed 0 10.9.0.11\nreed 1 10.9.0.11\nkey 7\n");
    QVERIFY(names);
    const DrbdNames wanted{
        {ResourceName(QStringLiteral("reed")), 0, QStringLiteral("10.9.0.11")},
        {ResourceName(QStringLiteral("reed")), 1, QStringLiteral("10.9.0.11")},
        {ResourceName(QStringLiteral("key")), 7, {}},
    };
    QVERIFY(*names == wanted);
}

void TstNet::badDrbdNamesAreAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no minor") << QByteArray("reed\n");
    QTest::newRow("word") << QByteArray("reed zero 10.9.0.11\n");
    QTest::newRow("negative") << QByteArray("reed -1 10.9.0.11\n");
    QTest::newRow("no name") << QByteArray(" 0 10.9.0.11\n");
}

void TstNet::badDrbdNamesAreAnError()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseDrbdNames(text));
}

BINOME_TEST(TstNet)
#include "tst_net.moc"
