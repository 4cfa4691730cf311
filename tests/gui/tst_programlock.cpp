// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lockprompt.h"
#include "gui/programlock.h"
#include "tests/testmain.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
constexpr int patience = 60'000; // ms; a key takes its time to derive

struct Desk {
    LockPrompt *prompt() { return window.findChild<LockPrompt *>(); }
    QPushButton *ok()
    {
        return prompt()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    void type(const QString &passphrase)
    {
        for (QLineEdit *field : prompt()->findChildren<QLineEdit *>())
            field->setText(passphrase);
    }
    bool becomes(bool locked)
    {
        return QTest::qWaitFor([&] { return lock.isLocked() == locked && !prompt(); }, patience);
    }

    QTemporaryDir home;
    Core::Settings settings{home.filePath(u"settings.json"_s)};
    QMainWindow window;
    ProgramLock lock{settings, window};
};
} // namespace

class TstProgramLock : public QObject
{
    Q_OBJECT
private slots:
    void aPassphraseIsChosenOnce();
    void onlyThePassphraseUnlocks();
    void aWordThatIsTooShortOrMistypedIsNotTaken();
    void itOutlivesARestart();
};

void TstProgramLock::aPassphraseIsChosenOnce()
{
    Desk desk;
    QSignalSpy changed(&desk.lock, &ProgramLock::lockedChanged);
    desk.lock.toggle();
    QVERIFY(!desk.lock.isLocked());
    desk.type(u"eight oaks"_s);
    desk.ok()->click();
    QVERIFY(desk.becomes(true));
    QCOMPARE(changed.size(), 1);
    desk.lock.toggle();
    desk.type(u"eight oaks"_s);
    desk.ok()->click();
    QVERIFY(desk.becomes(false));
    desk.lock.toggle(); // from now on without a question
    QVERIFY(desk.lock.isLocked());
    QFile file(desk.home.filePath(u"settings.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY(kept.contains("pbkdf2-sha512"));
    QVERIFY(!kept.contains("eight oaks"));
}

void TstProgramLock::onlyThePassphraseUnlocks()
{
    Desk desk;
    desk.lock.toggle();
    desk.type(u"eight oaks"_s);
    desk.ok()->click();
    QVERIFY(desk.becomes(true));
    desk.lock.toggle();
    desk.type(u"nine oaks"_s);
    desk.ok()->click();
    auto *field = desk.prompt()->findChild<QLineEdit *>();
    QVERIFY(QTest::qWaitFor([&] { return field->text().isEmpty(); }, patience));
    QVERIFY(desk.lock.isLocked());
    QVERIFY(!desk.ok()->isEnabled());
    desk.type(u"eight oaks"_s);
    QVERIFY(desk.ok()->isEnabled());
    desk.ok()->click();
    QVERIFY(desk.becomes(false));
}

void TstProgramLock::aWordThatIsTooShortOrMistypedIsNotTaken()
{
    Desk desk;
    desk.lock.toggle();
    desk.type(u"oak"_s);
    QVERIFY(!desk.ok()->isEnabled());
    desk.prompt()->findChild<QLineEdit *>(u"passphrase"_s)->setText(u"eight oaks"_s);
    QVERIFY(!desk.ok()->isEnabled());
    desk.type(u"eight oaks"_s);
    QVERIFY(desk.ok()->isEnabled());
}

void TstProgramLock::itOutlivesARestart()
{
    Desk desk;
    desk.lock.toggle();
    desk.type(u"eight oaks"_s);
    desk.ok()->click();
    QVERIFY(desk.becomes(true));
    Core::Settings again(desk.home.filePath(u"settings.json"_s));
    QMainWindow window;
    QVERIFY(ProgramLock(again, window).isLocked());
}

BINOME_TEST(TstProgramLock)
#include "tst_programlock.moc"
