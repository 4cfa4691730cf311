// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confchanges.h"
#include "gui/confeditor.h"
#include "gui/conffindbar.h"
#include "gui/confform.h"
#include "gui/confpanel.h"
#include "gui/confrecipes.h"
#include "gui/conftimingline.h"
#include "gui/mainwindow.h"
#include "tests/gui/confsource.h"
#include "tests/testmain.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
struct Desk {
    explicit Desk(const QByteArray &file = ConfSample::fenced(12)) : source(file), window(theme)
    {
        window.addCluster(u"pve-ha"_s, source);
        window.show();
        window.showPanel(u"configuration"_s);
    }
    ConfPanel &panel() { return *window.configuration(); }
    bool judged()
    {
        return QTest::qWaitFor([this] { return panel().isOpen() && panel().isJudged(); }, 10'000);
    }
    // As a person does who fills a field in and goes on.
    void fill(const QString &element, const QString &naming, const QString &attribute,
              const QString &value)
    {
        QLineEdit *field = panel().form().field(element, naming, attribute);
        QVERIFY2(field, qPrintable(element + u' ' + naming + u' ' + attribute));
        field->setText(value);
        emit field->editingFinished();
    }
    QToolButton *button(const QString &text)
    {
        for (QToolButton *one : panel().form().findChildren<QToolButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }

    Theme theme;
    ConfSample::Source source;
    MainWindow window;
};

QuorumTiming timing(int tokenSeconds, int tko)
{
    QuorumTiming made;
    made.token = std::chrono::seconds(tokenSeconds);
    made.tko = tko;
    made.masterWait = tko / 2 + 1;
    made.upgradeWait = 2;
    return made;
}
} // namespace

class TstConfForm : public QObject
{
    Q_OBJECT
private slots:
    void aFieldChangesItsPlaceAndNothingElse();
    void anEmptiedFieldTakesItsAttributeAway();
    void whatIsTypedInTheTextIsInTheForm();
    void elementsAreAddedAndRemoved();
    void aMalformedTextHasNoForm();
    void passwordsAreHiddenInTheForm();
    void theTimingLineSaysItInWords_data();
    void theTimingLineSaysItInWords();
    void aRecipeShowsItsChangesAndIsUndone();
    void aRecipeThatDoesNotFitSaysWhy();
    void manyQuestionsKeepTheirHeight();
    void noPasswordStandsInAComparison();
    void wordsAreFoundAndReplaced();
    void aCompletionPutsTheCaretBetweenTheQuotes();
};

void TstConfForm::aFieldChangesItsPlaceAndNothingElse()
{
    Desk desk;
    QVERIFY(desk.judged());
    desk.fill(u"fencedevice"_s, u"ipmi2"_s, u"ipaddr"_s, u"10.9.0.9"_s);
    QVERIFY(desk.judged());
    QTRY_VERIFY(desk.panel().text().contains("config_version=\"13\""));
    QByteArray wanted = ConfSample::fenced(13);
    wanted.replace("10.9.0.2", "10.9.0.9");
    QCOMPARE(desk.panel().text(), wanted);
}

void TstConfForm::anEmptiedFieldTakesItsAttributeAway()
{
    Desk desk;
    QVERIFY(desk.judged());
    desk.fill(u"fencedevice"_s, u"ipmi1"_s, u"lanplus"_s, QString());
    QTRY_VERIFY(desk.panel().text().contains("config_version=\"13\""));
    QByteArray wanted = ConfSample::fenced(13);
    const qsizetype at = wanted.indexOf(" lanplus=\"1\"");
    QCOMPARE(desk.panel().text(), wanted.remove(at, 12));
}

void TstConfForm::whatIsTypedInTheTextIsInTheForm()
{
    Desk desk;
    QVERIFY(desk.judged());
    QByteArray other = ConfSample::fenced(30);
    desk.panel().setText(other.replace("10.9.0.1", "10.9.0.77"));
    QVERIFY(desk.judged());
    QCOMPARE(desk.panel().form().field(u"fencedevice"_s, u"ipmi1"_s, u"ipaddr"_s)->text(),
             u"10.9.0.77"_s);
}

void TstConfForm::elementsAreAddedAndRemoved()
{
    Desk desk;
    QVERIFY(desk.judged());
    QVERIFY(desk.button(u"Add a guest"_s));
    desk.button(u"Add a guest"_s)->click();
    QVERIFY(desk.judged());
    desk.fill(u"pvevm"_s, QString(), u"vmid"_s, u"101"_s);
    QVERIFY(desk.judged());
    QCOMPARE(desk.panel()
                 .verdict()
                 .document->children(desk.panel().verdict().document->indexOf({u"rm"}), u"pvevm")
                 .size(),
             2);
    for (QToolButton *one : desk.panel().form().findChildren<QToolButton *>()) {
        if (one->accessibleName() == u"Remove pvevm 100"_s) {
            one->click();
            break;
        }
    }
    QVERIFY(desk.judged());
    QVERIFY(!desk.panel().text().contains("vmid=\"100\""));
    QVERIFY(desk.panel().text().contains("vmid=\"101\""));
}

void TstConfForm::aMalformedTextHasNoForm()
{
    Desk desk("<cluster name=\"x\"><cman></cluster>");
    QVERIFY(desk.judged());
    QVERIFY(desk.panel().form().findChildren<QLineEdit *>().isEmpty());
    QVERIFY(!desk.panel().openRecipe(ConfRecipeId::GuestUnderHa));
}

void TstConfForm::passwordsAreHiddenInTheForm()
{
    Desk desk;
    QVERIFY(desk.judged());
    const auto *field = desk.panel().form().field(u"fencedevice"_s, u"ipmi1"_s, u"passwd"_s);
    QVERIFY(field);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    desk.panel().form().setSecretsShown(true);
    QCOMPARE(field->echoMode(), QLineEdit::Normal);
}

void TstConfForm::theTimingLineSaysItInWords_data()
{
    QTest::addColumn<int>("token");
    QTest::addColumn<QString>("said");
    QTest::newRow("outlasts") << 54 << u"It outlasts them"_s;
    QTest::newRow("tight") << 20 << u"Tight"_s;
    QTest::newRow("short") << 12 << u"Too short"_s;
}

void TstConfForm::theTimingLineSaysItInWords()
{
    QFETCH(int, token);
    QFETCH(QString, said);
    const Theme theme;
    ConfTimingLine line(theme);
    line.show(timing(token, 10));
    QVERIFY2(line.accessibleDescription().contains(said), qPrintable(line.sentence()));
    line.resize(line.sizeHint());
    QVERIFY(!line.grab().isNull());
    line.show(std::nullopt);
    QVERIFY(line.isHidden());
}

void TstConfForm::aRecipeShowsItsChangesAndIsUndone()
{
    Desk desk;
    QVERIFY(desk.judged());
    auto *dialog
        = qobject_cast<ConfRecipeDialog *>(desk.panel().openRecipe(ConfRecipeId::GuestUnderHa));
    QVERIFY(dialog);
    dialog->findChild<QSpinBox *>()->setValue(107);
    QVERIFY2(dialog->recipe().has_value(), qPrintable(dialog->refusal()));
    QVERIFY(dialog->changes().lines().contains(u"vmid=\"107\""_s));
    QCOMPARE(desk.panel().text(), ConfSample::fenced(12)); // only shown
    dialog->accept();
    QVERIFY(desk.panel().text().contains("vmid=\"107\""));
    QVERIFY(desk.panel().text().contains("config_version=\"13\""));
    desk.panel().editor().undo();
    QCOMPARE(desk.panel().text(), ConfSample::fenced(12));
}

void TstConfForm::aRecipeThatDoesNotFitSaysWhy()
{
    Desk desk;
    QVERIFY(desk.judged());
    for (const ConfRecipeId recipe : {ConfRecipeId::FenceByBmc, ConfRecipeId::QuorumDisk}) {
        auto *dialog = qobject_cast<ConfRecipeDialog *>(desk.panel().openRecipe(recipe));
        QVERIFY(dialog);
        QVERIFY(!dialog->recipe()); // methods are there; the disk has no label yet
        QVERIFY(!dialog->refusal().isEmpty());
        dialog->reject();
    }
    QCOMPARE(desk.panel().text(), ConfSample::fenced(12));
}

void TstConfForm::manyQuestionsKeepTheirHeight()
{
    Desk desk;
    QVERIFY(desk.judged());
    QDialog *dialog = desk.panel().openRecipe(ConfRecipeId::SecondMethod);
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    QVERIFY(dialog->height() <= 768);
    for (const QLineEdit *field : dialog->findChildren<QLineEdit *>())
        QVERIFY(field->height() >= field->sizeHint().height());
    dialog->reject();
}

void TstConfForm::noPasswordStandsInAComparison()
{
    const Theme theme;
    ConfChanges changes(theme);
    QByteArray other = ConfSample::fenced(13);
    other.replace("s3cret", "0ther");
    changes.show(ConfSample::fenced(12), other);
    const QString all = changes.lines() + changes.sentences().join(u' ');
    QVERIFY(changes.lines().contains(u"passwd=\"***\""_s));
    QVERIFY(!all.contains(u"s3cret"_s) && !all.contains(u"0ther"_s));
}

void TstConfForm::wordsAreFoundAndReplaced()
{
    Desk desk;
    QVERIFY(desk.judged());
    ConfEditor &editor = desk.panel().editor();
    auto *bar = desk.panel().findChild<ConfFindBar *>();
    bar->findChild<QLineEdit *>(u"findWords"_s)->setText(u"FENCE_ipmilan"_s);
    QVERIFY(bar->find(true));
    QCOMPARE(editor.selectedText(), u"fence_ipmilan"_s);
    bar->findChild<QLineEdit *>(u"replaceWords"_s)->setText(u"fence_ilo4"_s);
    QCOMPARE(bar->replaceAll(), 2);
    QVERIFY(!editor.text().contains(u"fence_ipmilan"_s));
    QVERIFY(!bar->find(true));
    QVERIFY(desk.judged());
    while (editor.isUndoAvailable())
        editor.undo();
    QCOMPARE(desk.panel().text(), ConfSample::fenced(12));
    editor.setSelection(5, 0, 5, 200); // holds a password: it is not taken over to the bar
    bar->open();
    QVERIFY(!bar->findChild<QLineEdit *>(u"findWords"_s)->text().contains(u"s3cret"_s));
}

void TstConfForm::aCompletionPutsTheCaretBetweenTheQuotes()
{
    Desk desk;
    QVERIFY(desk.judged());
    ConfEditor &editor = desk.panel().editor();
    const qsizetype at = editor.text().indexOf(u"<!-- kept"_s);
    editor.apply({{at, 0, u"<totem />\n"_s}});
    const int line = int(editor.text().left(at).count(u'\n'));
    const int column = int(editor.text(line).indexOf(u"/>"_s));
    editor.setCursorPosition(line, column);
    editor.complete();
    QVERIFY(editor.isListActive());
    emit editor.userListActivated(1, u"token  —  how long"_s);
    QVERIFY2(editor.text(line).contains(u"<totem token=\"\"/>"_s), qPrintable(editor.text(line)));
    int caretLine = 0;
    int caretColumn = 0;
    editor.getCursorPosition(&caretLine, &caretColumn);
    QCOMPARE(caretLine, line);
    QCOMPARE(editor.text(line).mid(caretColumn - 1, 2), u"\"\""_s);
}

BINOME_TEST(TstConfForm)
#include "tst_confform.moc"
