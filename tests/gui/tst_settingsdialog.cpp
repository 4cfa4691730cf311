// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settingsdialog.h"
#include "tests/testmain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Gui;

class TstSettingsDialog : public QObject
{
    Q_OBJECT
private slots:
    void showsWhatIsSet();
    void aChangeTakesEffectAtOnce();
    void switchingTheLanguageKeepsTheChoices();

private:
    QTemporaryDir m_folder;
    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
};

void TstSettingsDialog::showsWhatIsSet()
{
    Settings settings(file("shown.json"));
    settings.set<SettingKey::Theme>(Theme::Dark);
    SettingsDialog dialog(settings);
    QCOMPARE(dialog.findChildren<QComboBox *>().at(1)->currentIndex(), int(Theme::Dark));
}

void TstSettingsDialog::aChangeTakesEffectAtOnce()
{
    Settings settings(file("changed.json"));
    SettingsDialog dialog(settings);
    QSignalSpy changed(&settings, &Settings::changed);
    dialog.findChildren<QComboBox *>().at(0)->setCurrentIndex(int(Language::French));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(settings.value<SettingKey::Language>(), Language::French);
}

void TstSettingsDialog::switchingTheLanguageKeepsTheChoices()
{
    Settings settings(file("kept.json"));
    settings.set<SettingKey::Theme>(Theme::Light);
    SettingsDialog dialog(settings);
    QSignalSpy changed(&settings, &Settings::changed);
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&dialog, &event);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(dialog.findChildren<QComboBox *>().at(1)->currentIndex(), int(Theme::Light));
}

BINOME_TEST(TstSettingsDialog)
#include "tst_settingsdialog.moc"
