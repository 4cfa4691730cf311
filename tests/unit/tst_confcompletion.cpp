// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/completion.h"
#include "core/clusterconf/gloss.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
// The caret stands where '|' is.
Completions at(QString text)
{
    const qsizetype caret = text.indexOf(u'|');
    return completionsAt(text.remove(caret, 1), caret);
}

QStringList words(const Completions &completions)
{
    QStringList all;
    for (const Completion &one : completions.words)
        all << one.word;
    return all;
}
} // namespace

class TstConfCompletion : public QObject
{
    Q_OBJECT
private slots:
    void elementsAreThoseOfTheParent();
    void attributesThatStandThereAreLeftOut();
    void valuesAreTheKnownOnesOrTheNamesOfTheText();
    void nothingIsOfferedInTextAndComments();
    void whatIsTypedIsReplaced();
    void whatMattersHasItsMeaning();
    void anyPlaceOfAnyTextIsSurvived();
};

void TstConfCompletion::elementsAreThoseOfTheParent()
{
    QVERIFY(words(at(u"<cluster name=\"a\">\n <|"_s)).contains(u"quorumd"_s));
    const QStringList inNode = words(at(u"<cluster><clusternodes><clusternode name='>'><|"_s));
    QVERIFY(inNode.contains(u"fence"_s));
    QVERIFY(!inNode.contains(u"quorumd"_s));
    QVERIFY(words(at(u"<cluster><cman/><totem></totem><|"_s)).contains(u"rm"_s)); // closed again
    QVERIFY(words(at(u"<cluster><nonsense><|"_s)).isEmpty());
}

void TstConfCompletion::attributesThatStandThereAreLeftOut()
{
    const Completions found = at(u"<cluster><totem token=\"54000\" |/>"_s);
    QCOMPARE(found.kind, Completions::Kind::Attribute);
    QVERIFY(words(found).contains(u"consensus"_s));
    QVERIFY(!words(found).contains(u"token"_s));
}

void TstConfCompletion::valuesAreTheKnownOnesOrTheNamesOfTheText()
{
    QVERIFY(words(at(u"<cluster><cman transport=\"|\"/>"_s)).contains(u"udpu"_s));
    QCOMPARE(words(at(u"<cluster><fencedevices><fencedevice agent=\"x\" name=\"ipmi1\"/>"
                      "<fencedevice name='ipmi2'/></fencedevices><clusternodes><clusternode>"
                      "<fence><method><device name=\"|"_s)),
             (QStringList{u"ipmi1"_s, u"ipmi2"_s}));
}

void TstConfCompletion::nothingIsOfferedInTextAndComments()
{
    for (const QString &text :
         {u"|"_s, u"<cluster>|"_s, u"<cluster><!-- <cman | -->"_s, u"<?xml |?>"_s, u"<cluster |"_s})
        QVERIFY2(text == u"<cluster |"_s || words(at(text)).isEmpty(), qPrintable(text));
}

void TstConfCompletion::whatIsTypedIsReplaced()
{
    const Completions found = at(u"<cluster><totem tok|"_s);
    QCOMPARE(found.from, u"<cluster><totem "_s.size());
    QVERIFY(words(found).contains(u"token"_s));
    QCOMPARE(at(u"<cluster><to|"_s).from, u"<cluster><"_s.size());
}

void TstConfCompletion::whatMattersHasItsMeaning()
{
    for (const auto &[element, attribute] :
         {std::pair(u"cluster", u"config_version"), std::pair(u"totem", u"token"),
          std::pair(u"quorumd", u"label"), std::pair(u"fencedevice", u"passwd"),
          std::pair(u"pvevm", u"vmid"), std::pair(u"rm", u"")})
        QVERIFY(!glossOf(element, attribute).isEmpty());
    QVERIFY(glossOf(u"nonsense").isEmpty());
    for (const Completion &one : at(u"<cluster><totem |"_s).words)
        QVERIFY(one.word != u"token"_s || !one.gloss.isEmpty());
}

void TstConfCompletion::anyPlaceOfAnyTextIsSurvived()
{
    const QString text
        = u"<?xml v='1'?><!DOCTYPE x><cluster a=\"<>\" b='|'><!-- - --><cman/></x></x></x>"
          "<totem token=\"1\" c=></cluster><"_s;
    for (qsizetype caret = 0; caret <= text.size(); ++caret) {
        for (qsizetype size = caret; size <= text.size(); size += 7)
            QVERIFY(completionsAt(text.first(size), caret).from <= caret);
    }
}

BINOME_TEST(TstConfCompletion)
#include "tst_confcompletion.moc"
