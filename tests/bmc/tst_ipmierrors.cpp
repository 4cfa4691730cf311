// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/ipmierrors.h"
#include "core/bmc/password.h"
#include "tests/testmain.h"

#include <QTest>

#include <cerrno>

using namespace Core;

namespace
{
const BmcAddress bmc{QStringLiteral("10.0.0.1"), 623, QStringLiteral("oper")};
constexpr int ofIpmi = 0x01000000; // OpenIPMI's ranges of error numbers
constexpr int ofRmcpPlus = 0x02000000;
} // namespace

class TstIpmiErrors : public QObject
{
    Q_OBJECT
private slots:
    void sessionErrorsAreToldApart_data();
    void sessionErrorsAreToldApart();
    void completionCodesAreToldApart_data();
    void completionCodesAreToldApart();
    void namesTheBmc_data();
    void namesTheBmc();
    void aPasswordIsOverwritten();
};

void TstIpmiErrors::sessionErrorsAreToldApart_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("complaint");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, int error, const char *complaint, ErrorKind kind,
                        const char *words) {
        QTest::newRow(name) << error << QString::fromLatin1(complaint) << kind
                            << QString::fromLatin1(words);
    };
    row("failed check", EINVAL, "", ErrorKind::AuthRefused, "refused the password");
    row("check failed there", ofRmcpPlus | 0x0f, "", ErrorKind::AuthRefused,
        "refused the password");
    row("unknown name", ofRmcpPlus | 0x0d, "", ErrorKind::AuthRefused, "does not know this user");
    row("unauthorised role", ofRmcpPlus | 0x0a, "", ErrorKind::Refused, "lacks the privilege");
    row("level not for the user", ofIpmi | 0x80, "", ErrorKind::Refused, "lacks the privilege");
    row("level above the limit", ofIpmi | 0x81, "", ErrorKind::Refused, "lacks the privilege");
    row("command above the level", ofIpmi | 0xd4, "", ErrorKind::Refused, "lacks the privilege");
    row("no resources", ofRmcpPlus | 0x01, "", ErrorKind::Refused, "no free session");
    row("no slot", ofIpmi | 0xc4, "", ErrorKind::Refused, "no free session");
    row("algorithm refused", ofRmcpPlus | 0x04, "", ErrorKind::Refused, "cipher suite 3");
    row("no suite", ofRmcpPlus | 0x11, "", ErrorKind::Refused, "cipher suite 3");
    row("algorithm changed", EINVAL, "BMC returned an auth algorithm that was not asked for",
        ErrorKind::Refused, "cipher suite 3");
    row("no capabilities", ENOENT, "", ErrorKind::Refused, "IPMI 1.5");
    row("short answer", EINVAL, "Message data too short", ErrorKind::ParseFailed, "not IPMI 2.0");
    row("no answer to a step", ofIpmi | 0xc3, "", ErrorKind::Unreachable, "does not answer");
    row("lost", ETIMEDOUT, "", ErrorKind::Unreachable, "does not answer");
    row("anything else", ENOMEM, "", ErrorKind::CommandFailed, "answered with an error");
}

void TstIpmiErrors::sessionErrorsAreToldApart()
{
    QFETCH(int, error);
    QFETCH(QString, complaint);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    const Error made = sessionError(error, complaint, bmc);
    QCOMPARE(made.kind, kind);
    QVERIFY2(rendered(made.what).contains(words), qPrintable(rendered(made.what)));
}

void TstIpmiErrors::completionCodesAreToldApart_data()
{
    QTest::addColumn<quint8>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("privilege") << quint8(0xd4) << ErrorKind::Refused
                               << QStringLiteral("lacks the privilege");
    QTest::newRow("state") << quint8(0xd5) << ErrorKind::Refused << QStringLiteral("present state");
    QTest::newRow("busy") << quint8(0xc0) << ErrorKind::Refused << QStringLiteral("is busy");
    QTest::newRow("time") << quint8(0xc3) << ErrorKind::Unreachable
                          << QStringLiteral("does not answer");
    QTest::newRow("other") << quint8(0xff) << ErrorKind::CommandFailed
                           << QStringLiteral("answered with an error");
}

void TstIpmiErrors::completionCodesAreToldApart()
{
    QFETCH(quint8, code);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    const Error made = chassisError(code, bmc);
    QCOMPARE(made.kind, kind);
    QVERIFY2(rendered(made.what).contains(words), qPrintable(rendered(made.what)));
}

void TstIpmiErrors::namesTheBmc_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("label");
    QTest::newRow("usual port") << QStringLiteral("bmc1") << 623 << QStringLiteral("bmc1");
    QTest::newRow("own port") << QStringLiteral("bmc1") << 1623 << QStringLiteral("bmc1:1623");
    QTest::newRow("IPv6") << QStringLiteral("fe80::1") << 1623 << QStringLiteral("[fe80::1]:1623");
}

void TstIpmiErrors::namesTheBmc()
{
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, label);
    QCOMPARE(bmcLabel({host, port, {}}), label);
}

void TstIpmiErrors::aPasswordIsOverwritten()
{
    Password password("hunter2");
    const Password copy = password;
    Password::overwrite(const_cast<char *>(password.view().data()), size_t(password.view().size()));
    QCOMPARE(password.view().toByteArray(), QByteArray(7, '\0'));
    QCOMPARE(copy.view().toByteArray(), QByteArray("hunter2"));
}

BINOME_TEST(TstIpmiErrors)
#include "tst_ipmierrors.moc"
