// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settingsdialog.h"

#include "gui/trayicon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFontComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace Gui
{
using Core::SettingKey;

namespace
{
QSpinBox *numberField(SettingKey key)
{
    auto *field = new QSpinBox;
    const Core::SettingRow &row = Core::settingRow(key);
    field->setRange(row.smallest, row.largest);
    return field;
}

// The choices keep their number whatever the language is.
void setChoices(QComboBox *combo, const QStringList &texts)
{
    const QSignalBlocker quiet(combo);
    const int current = combo->currentIndex();
    combo->clear();
    combo->addItems(texts);
    combo->setCurrentIndex(current);
}
} // namespace

SettingsDialog::SettingsDialog(Core::Settings &settings, QWidget *parent)
    : QDialog(parent), m_settings(settings), m_form(new QFormLayout), m_language(new QComboBox),
      m_theme(new QComboBox), m_reduceMotion(new QCheckBox), m_font(new QFontComboBox),
      m_fontSize(numberField(SettingKey::EvidenceFontSize)),
      m_keepalive(numberField(SettingKey::SshKeepalive)), m_openLast(new QCheckBox),
      m_tray(new QCheckBox), m_note(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(12);
    m_font->setFontFilters(QFontComboBox::MonospacedFonts);
    for (QWidget *field : QList<QWidget *>{m_language, m_theme, m_reduceMotion, m_font, m_fontSize,
                                           m_keepalive, m_openLast, m_tray})
        addRow(field);
    layout->addLayout(m_form);
    m_note->setObjectName(QStringLiteral("muted"));
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    auto *buttons = new QDialogButtonBox;
    m_close = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(560);
    retranslate();
    showValues();
    connectFields();
}

void SettingsDialog::addRow(QWidget *field)
{
    auto *label = new QLabel;
    label->setBuddy(field);
    m_labels << label;
    m_form->addRow(label, field);
}

void SettingsDialog::showValues()
{
    m_language->setCurrentIndex(int(m_settings.value<SettingKey::Language>()));
    m_theme->setCurrentIndex(int(m_settings.value<SettingKey::Theme>()));
    m_reduceMotion->setChecked(m_settings.value<SettingKey::ReduceMotion>());
    const QString family = m_settings.value<SettingKey::EvidenceFont>();
    m_font->setCurrentFont(family.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                                            : QFont(family));
    m_fontSize->setValue(m_settings.value<SettingKey::EvidenceFontSize>());
    m_keepalive->setValue(m_settings.value<SettingKey::SshKeepalive>());
    m_openLast->setChecked(m_settings.value<SettingKey::OpenLastCluster>());
    m_tray->setChecked(m_settings.value<SettingKey::TrayIcon>());
    if (m_settings.trouble())
        m_note->setText(Core::rendered(m_settings.trouble()->what, locale()));
}

void SettingsDialog::connectFields()
{
    connect(m_language, &QComboBox::currentIndexChanged, this,
            [this](int i) { m_settings.set<SettingKey::Language>(Core::Language(i)); });
    connect(m_theme, &QComboBox::currentIndexChanged, this,
            [this](int i) { m_settings.set<SettingKey::Theme>(Core::Theme(i)); });
    connect(m_reduceMotion, &QCheckBox::toggled, this,
            [this](bool on) { m_settings.set<SettingKey::ReduceMotion>(on); });
    connect(m_font, &QFontComboBox::currentFontChanged, this,
            [this](const QFont &font) { m_settings.set<SettingKey::EvidenceFont>(font.family()); });
    connect(m_fontSize, &QSpinBox::valueChanged, this,
            [this](int points) { m_settings.set<SettingKey::EvidenceFontSize>(points); });
    connect(m_keepalive, &QSpinBox::valueChanged, this,
            [this](int seconds) { m_settings.set<SettingKey::SshKeepalive>(seconds); });
    connect(m_openLast, &QCheckBox::toggled, this,
            [this](bool on) { m_settings.set<SettingKey::OpenLastCluster>(on); });
    connect(m_tray, &QCheckBox::toggled, this,
            [this](bool on) { m_settings.set<SettingKey::TrayIcon>(on); });
    connect(&m_settings, &Core::Settings::notSaved, this, [this](const Core::Error &error) {
        m_note->setText(Core::rendered(error.what, locale()));
    });
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    const QStringList labels{tr("&Language"),
                             tr("&Theme"),
                             QString(),
                             tr("&Font of outputs"),
                             tr("Si&ze of outputs"),
                             tr("&Keepalive of quiet connections"),
                             QString(),
                             QString()};
    for (qsizetype i = 0; i < labels.size(); ++i)
        m_labels[i]->setText(labels[i]);
    setChoices(m_language,
               {tr("As the system"), QStringLiteral("English"), QString::fromUtf8("Français")});
    setChoices(m_theme, {tr("As the system"), tr("Light"), tr("Dark")});
    m_reduceMotion->setText(tr("No animation"));
    m_openLast->setText(tr("Open the last cluster at start"));
    m_tray->setText(tr("Sign of the worst verdict in the system's tray"));
    m_tray->setEnabled(TrayIcon::possible());
    m_tray->setToolTip(m_tray->isEnabled() ? QString() : tr("This desktop has no tray."));
    m_fontSize->setSuffix(tr(" pt"));
    m_keepalive->setSuffix(tr(" s"));
    m_note->setText(tr(
        "Changes take effect at once. Passwords are never stored here: the system's keychain keeps "
        "those that you choose to keep."));
    m_close->setText(tr("Close"));
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}
} // namespace Gui
