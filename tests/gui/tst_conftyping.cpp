// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lint.h"
#include "gui/confcheck.h"
#include "gui/confeditor.h"
#include "gui/conffindings.h"
#include "gui/theme.h"
#include "tests/bench/conftexts.h"
#include "tests/gui/confsource.h"
#include "tests/testmain.h"

#include <QListWidget>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

// While one types only what differs is marked and listed anew; what stands there is the same as
// where everything is new.
class TstConfTyping : public QObject
{
    Q_OBJECT
private slots:
    void marksAndRowsAreThoseOfAFreshLook();
    void twoThreadsFindWhatOneFinds();
    void textThatIsNoLongerWantedIsGivenUp();
    void latestTextIsJudgedOfManyAtOnce();

private:
    static ConfQuestion question(const QByteArray &text, quint64 change);
    static QByteArray shown(ConfEditor &editor, ConfFindings &findings);
};

ConfQuestion TstConfTyping::question(const QByteArray &text, quint64 change)
{
    ConfQuestion question;
    question.change = change;
    question.text = QString::fromUtf8(text);
    return question;
}

QByteArray TstConfTyping::shown(ConfEditor &editor, ConfFindings &findings)
{
    QByteArray all;
    for (int line = 1; line <= editor.lines(); ++line)
        all += QByteArray::number(editor.marksOn(line));
    const long length = editor.SendScintilla(QsciScintilla::SCI_GETLENGTH);
    for (long at = 0; at < length; ++at)
        all += QByteArray::number(qlonglong(editor.SendScintilla(
                   QsciScintilla::SCI_INDICATORALLONFOR, static_cast<unsigned long>(at))))
            + ' ';
    for (int row = 0; row < findings.list().count(); ++row)
        all += findings.list().item(row)->text().toUtf8() + '\n';
    return all;
}

void TstConfTyping::marksAndRowsAreThoseOfAFreshLook()
{
    const Theme theme;
    ConfEditor typed(theme);
    ConfFindings told(theme);
    typed.begin(QString::fromUtf8(ConfSample::fenced(12)));
    QRandomGenerator chance(7);
    const QStringList pieces{u"\n"_s,         u"x"_s,     u"é"_s, u"passwd=\"geheim\" "_s,
                             u"1"_s,          u"<rm/>"_s, u" "_s, u"<device name=\"no\"/>"_s,
                             u"\n\n<!---->"_s};
    for (int key = 0; key < 150; ++key) {
        const QString now = typed.text();
        const int at = chance.bounded(int(now.size()));
        const bool remove = chance.bounded(3) == 0;
        const int size = remove ? std::min(chance.bounded(1, 30), int(now.size()) - at) : 0;
        typed.apply({{at, size, remove ? QString() : pieces.at(chance.bounded(pieces.size()))}});
        if (key % 10 == 9) // back to something that can be read
            typed.replaceAll(QString::fromUtf8(ConfSample::fenced(12)));
        const auto verdict = verdictOn(question(typed.text().toUtf8(), 1), {});
        QVERIFY(verdict);
        typed.setSecrets(verdict->secrets);
        typed.showFindings(verdict->lint.findings);
        told.show(verdict->lint.findings);
        ConfEditor fresh(theme);
        ConfFindings anew(theme);
        fresh.begin(typed.text());
        fresh.setSecrets(verdict->secrets);
        fresh.showFindings(verdict->lint.findings);
        anew.show(verdict->lint.findings);
        QVERIFY2(shown(typed, told) == shown(fresh, anew), qPrintable(typed.text()));
    }
}

void TstConfTyping::twoThreadsFindWhatOneFinds()
{
    for (const QByteArray &broken : {QByteArray("bmc7\""), QByteArray("nodeid=\"9\""),
                                     QByteArray("vmid=\"101\""), QByteArray("agent=")}) {
        const QByteArray text = BenchText::conf(300, 1'000).replace(broken, "vmid=\"100\"");
        const LintResult alone = lint(text);
        const auto verdict = verdictOn(question(text, 3), {});
        QVERIFY(verdict && verdict->change == 3);
        QCOMPARE(verdict->lint.schemaValid, alone.schemaValid);
        QVERIFY(verdict->lint.findings == alone.findings);
        QVERIFY(alone.findings.size() > 300 || !alone.wellFormed);
    }
}

void TstConfTyping::textThatIsNoLongerWantedIsGivenUp()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!verdictOn(question(ConfSample::fenced(12), 1), stop.get_token()));
}

void TstConfTyping::latestTextIsJudgedOfManyAtOnce()
{
    ConfCheck check;
    QList<quint64> judged;
    connect(&check, &ConfCheck::judged, this,
            [&](const ConfVerdict &verdict) { judged << verdict.change; });
    for (quint64 change = 1; change <= 20; ++change)
        check.ask(question(BenchText::conf(200, 200), change));
    QTRY_VERIFY_WITH_TIMEOUT(!check.busy() && !judged.isEmpty(), 60'000);
    QCOMPARE(judged.last(), quint64(20));
    QVERIFY(judged.size() <= 2); // the first may have been done before it was given up
}

BINOME_TEST(TstConfTyping)
#include "tst_conftyping.moc"
