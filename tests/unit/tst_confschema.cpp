// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/schema.h"
#include "core/clusterconf/vocabulary.h"
#include "tests/testmain.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Core;

namespace
{
QByteArray cluster(const QByteArray &inside)
{
    return "<cluster name=\"a\" config_version=\"1\">\n<clusternodes/>\n" + inside + "\n</cluster>";
}

SchemaVerdict verdict(const QByteArray &text)
{
    const Expected<Document> document = Document::fromBytes(text);
    if (!document)
        qFatal("%s", qPrintable(rendered(document.error().what)));
    return schemaVerdict(*document).value();
}
} // namespace

class TstConfschema : public QObject
{
    Q_OBJECT
private slots:
    void validTexts_data();
    void validTexts();
    void invalidTextsSayWhereAndWhy_data();
    void invalidTextsSayWhereAndWhy();
    void namedDeviceThatIsNotThere();
    void nothingIsFetched();
    void manyThreadsAtOnce();
    void everyWordOfTheVocabularyIsValid();
    void vocabularyKnowsWhatIsRequired();
};

void TstConfschema::validTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("least") << cluster("");
    QTest::newRow("sections in any order") << cluster("<rm/><cman/><uidgid/><totem/><uidgid/>");
    QTest::newRow("resources nest")
        << cluster("<rm><service name=\"s\"><ip ref=\"1\"><fs any=\"1\"><action name=\"status\" "
                   "depth=\"*\"/></fs></ip></service></rm>");
    QTest::newRow("a device used")
        << cluster(
               "<fencedevices><fencedevice name=\"d\" agent=\"mine\" tls1.0=\"1\"/></fencedevices>")
               .replace(
                   "<clusternodes/>",
                   "<clusternodes><clusternode name=\"n\" nodeid=\" +3 \"><fence><method "
                   "name=\"1\"><device name=\"d\"/></method></fence></clusternode></clusternodes>");
    QTest::newRow("comments and instructions")
        << "<?xml version=\"1.0\"?><!-- a --><?x y?>" + cluster("<!-- b --><?x?>");
    QTest::newRow("text of an event")
        << cluster("<rm><events><event name=\"e\">notify();</event></events></rm>");
}

void TstConfschema::validTexts()
{
    QFETCH(QByteArray, text);
    const SchemaVerdict found = verdict(text);
    QVERIFY2(found.valid,
             found.findings.isEmpty() ? "" : qPrintable(rendered(found.findings.first().text)));
    QVERIFY(found.findings.isEmpty());
}

void TstConfschema::invalidTextsSayWhereAndWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("wanted"); // line, column: words
    const auto row = [](const char *wanted, const QByteArray &text) {
        QTest::newRow(wanted) << text << QString::fromUtf8(wanted);
    };
    row("1, 1: the first element of cluster.conf is “<cluster>”", "<clustat/>");
    row("1, 1: “<cluster>” needs “<clusternodes>” inside",
        "<cluster name=\"a\" config_version=\"1\"/>");
    row("1, 1: “<cluster>” needs the attribute “name”", cluster("").replace("name=\"a\" ", ""));
    row("1, 10: “<cluster>” has no attribute “alias”",
        cluster("").replace("name=", "alias=\"b\" name="));
    row("3, 1: “<grub>” is not known inside of “<cluster>”", cluster("<grub><menu/></grub>"));
    row("3, 8: “<cman>” may stand here only once", cluster("<cman/><cman/>"));
    row("3, 10: “<quorumd>” has no attribute “master_wait”",
        cluster("<quorumd master_wait=\"5\"/>"));
    row("3, 5: “<fs>” is not known inside of “<rm>”", cluster("<rm><fs/></rm>"));
    row("3, 7: “expected_votes” must be a whole number above 0, not “0”",
        cluster("<cman expected_votes=\"0\"/>"));
    row("3, 7: “transport” must be one of udp, udpb, udpu, rdma, not “tcp”",
        cluster("<cman transport=\"tcp\"/>"));
    row("3, 28: “1st” cannot be the name of a fence device",
        cluster("<fencedevices><fencedevice name=\"1st\" agent=\"x\"/></fencedevices>"));
    row("3, 7: “<cman>” holds no text", cluster("<cman>two_node</cman>"));
}

void TstConfschema::invalidTextsSayWhereAndWhy()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, wanted);
    const SchemaVerdict found = verdict(text);
    QVERIFY(!found.valid);
    QVERIFY(!found.findings.isEmpty());
    const Finding &first = found.findings.first();
    QCOMPARE(QStringLiteral("%1, %2: %3")
                 .arg(first.span->line)
                 .arg(first.span->column)
                 .arg(rendered(first.text)),
             wanted);
    QCOMPARE(found.findings.size(), 1);
}

void TstConfschema::namedDeviceThatIsNotThere()
{
    const SchemaVerdict found
        = verdict("<cluster name=\"a\" config_version=\"1\"><clusternodes><clusternode name=\"n\" "
                  "nodeid=\"1\"><fence>"
                  "<method name=\"1\"><device "
                  "name=\"d\"/></method></fence></clusternode></clusternodes></cluster>");
    QVERIFY(!found.valid);
    QVERIFY(found.findings.isEmpty()); // C04 of the lint tells it
}

// A fetch of this address would be refused, and then not be valid.
void TstConfschema::nothingIsFetched()
{
    QVERIFY(verdict("<!DOCTYPE cluster SYSTEM \"http://127.0.0.1:1/cluster.dtd\">" + cluster(""))
                .valid);
    QVERIFY(
        verdict("<!DOCTYPE cluster SYSTEM \"file:///nowhere/cluster.dtd\">" + cluster("")).valid);
}

void TstConfschema::manyThreadsAtOnce()
{
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&right, i] {
            for (int round = 0; round < 20; ++round)
                right += verdict(cluster(i % 2 ? "<cman/>" : "<cmam/>")).valid == (i % 2 == 1);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(right.load(), 160);
}

// What completion offers must not be refused afterwards.
void TstConfschema::everyWordOfTheVocabularyIsValid()
{
    const Vocabulary &words = Vocabulary::ofClusterConf();
    for (const VocabularyChild &section : words.element(words.root()).children) {
        const VocabularyElement &element = words.element(section.element);
        QByteArray tag = '<' + element.name.toUtf8();
        for (const VocabularyAttribute &attribute : element.attributes)
            tag += ' ' + attribute.name.toUtf8() + "=\""
                + (attribute.choices.isEmpty() ? "1" : attribute.choices.first().toUtf8()) + '"';
        const QByteArray text
            = element.name == QStringLiteral("clusternodes") ? cluster("") : cluster(tag + "/>");
        QVERIFY2(verdict(text).valid, tag.constData());
    }
}

void TstConfschema::vocabularyKnowsWhatIsRequired()
{
    const Vocabulary &words = Vocabulary::ofClusterConf();
    const VocabularyChild *nodes = words.child(words.root(), u"clusternodes");
    QVERIFY(nodes && nodes->required && !nodes->repeats);
    const VocabularyChild *node = words.child(nodes->element, u"clusternode");
    QVERIFY(node && !node->required && node->repeats);
    const VocabularyAttribute *id = words.element(node->element).attribute(u"nodeid");
    QVERIFY(id && id->required);
    QCOMPARE(id->kind, ValueKind::PositiveInteger);
    const VocabularyChild *cman = words.child(words.root(), u"cman");
    QCOMPARE(words.element(cman->element).attribute(u"transport")->choices.size(), 4);
    QVERIFY(!words.child(words.root(), u"nonsense"));
}

BINOME_TEST(TstConfschema)
#include "tst_confschema.moc"
