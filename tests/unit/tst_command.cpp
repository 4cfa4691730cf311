// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/command.h"
#include "core/base/log.h"
#include "tests/testmain.h"

#include <QProcess>
#include <QTest>

using namespace Core;

class TstCommand : public QObject
{
    Q_OBJECT
private slots:
    void shellGivesEveryWordBackUnchanged_data();
    void shellGivesEveryWordBackUnchanged();
    void nulEndsAnArgument();
    void plainWordsStayReadable();
    void secretsLeaveNoTrace_data();
    void secretsLeaveNoTrace();
    void whatWasXmlStaysXml();
};

void TstCommand::shellGivesEveryWordBackUnchanged_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("plain") << QStringLiteral("node1");
    QTest::newRow("empty") << QString();
    QTest::newRow("quote") << QStringLiteral("it's");
    QTest::newRow("substitution") << QStringLiteral("$(reboot)`reboot`${IFS}");
    QTest::newRow("separator") << QStringLiteral("a;b|c&d>e<f");
    QTest::newRow("newline") << QStringLiteral("a\nb");
    QTest::newRow("glob") << QStringLiteral("* ? [a] ~");
    QTest::newRow("dash") << QStringLiteral("-rf");
    QTest::newRow("assignment") << QStringLiteral("PATH=/tmp");
    QTest::newRow("accents") << QString::fromUtf8("nœud №1");
    QTest::newRow("backslash") << QStringLiteral("a\\b\\");
}

void TstCommand::shellGivesEveryWordBackUnchanged()
{
    QFETCH(QString, word);
    for (const char *shell : {"dash", "bash"}) {
        QProcess process;
        const QByteArray line = "printf '<%s>' " + quoted(word);
        process.start(QString::fromLatin1(shell), {QStringLiteral("-c"), QString::fromUtf8(line)});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput(), '<' + word.toUtf8() + '>');
    }
}

void TstCommand::nulEndsAnArgument()
{
    QCOMPARE(quoted(QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b")), QByteArray("a"));
}

void TstCommand::plainWordsStayReadable()
{
    const Command command{QStringLiteral("clusvcadm"),
                          {QStringLiteral("-M"), QStringLiteral("pvevm:100"), QStringLiteral("-m"),
                           QStringLiteral("my node")}};
    QCOMPARE(shellLine(command), QByteArray("clusvcadm -M pvevm:100 -m 'my node'"));
}

void TstCommand::secretsLeaveNoTrace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("cluster.conf") << QByteArray("<fencedevice login=\"root\" passwd=\"hunter2\"/>");
    QTest::newRow("drbd") << QByteArray("shared-secret \"hunter2\";");
    QTest::newRow("ipmitool") << QByteArray("ipmitool -I lanplus -U root -P hunter2 power status");
    QTest::newRow("agent stdin") << QByteArray("ipaddr=10.0.0.1\npasswd=hunter2\n");
    QTest::newRow("single quotation marks") << QByteArray("<f passwd='hunter2'/>");
    QTest::newRow("over two lines") << QByteArray("<f passwd=\"a\nhunter2\"/>");
    QTest::newRow("never closed") << QByteArray("<f passwd=\"a hunter2/>\nmore");
    QTest::newRow("prompt") << QByteArray("Password: hunter2");
}

void TstCommand::secretsLeaveNoTrace()
{
    QFETCH(QByteArray, text);
    const QByteArray result = redacted(text);
    QVERIFY2(!result.contains("hunter2"), result.constData());
    QVERIFY(result.contains("***"));
}

void TstCommand::whatWasXmlStaysXml()
{
    QCOMPARE(redacted("<f login='root' passwd=\"hunter2\" lanplus=\"1\"/>\n<g passwd='' a='b'/>"),
             QByteArray("<f login='root' passwd=\"***\" lanplus=\"1\"/>\n<g passwd='***' a='b'/>"));
}

BINOME_TEST(TstCommand)
#include "tst_command.moc"
