// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/machineform.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QOperatingSystemVersion>
#include <QPushButton>
#include <QSpinBox>

namespace Gui
{
MachineForm::MachineForm(QWidget *parent)
    : QWidget(parent), m_form(new QFormLayout(this)), m_address(new QLineEdit),
      m_port(new QSpinBox), m_user(new QLineEdit(QStringLiteral("root"))), m_key(new QLineEdit),
      m_browse(new QPushButton), m_jump(new QLineEdit), m_sudo(new QCheckBox),
      m_legacy(new QCheckBox), m_legacyNote(new QLabel)
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(12);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_port->setRange(1, 65535);
    m_port->setValue(22);
    auto *keyRow = new QHBoxLayout;
    keyRow->setSpacing(8);
    keyRow->addWidget(m_key);
    keyRow->addWidget(m_browse);
    m_legacyNote->setWordWrap(true);
    m_legacyNote->setObjectName(QStringLiteral("muted"));
    m_form->addRow(new QLabel, m_address);
    m_form->addRow(new QLabel, m_port);
    m_form->addRow(new QLabel, m_user);
    m_form->addRow(new QLabel, keyRow);
    m_form->addRow(new QLabel, m_jump);
    m_form->addRow(QString(), m_sudo);
    m_form->addRow(QString(), m_legacy);
    m_form->addRow(QString(), m_legacyNote);
    for (QLineEdit *edit : {m_address, m_user, m_key, m_jump})
        connect(edit, &QLineEdit::textChanged, this, &MachineForm::changed);
    connect(m_browse, &QPushButton::clicked, this, &MachineForm::chooseKey);
    retranslate();
}

Core::ProfileMachine MachineForm::machine() const
{
    Core::ProfileMachine machine;
    machine.name = Core::NodeName(m_address->text().trimmed());
    machine.address = m_address->text().trimmed();
    machine.port = m_port->value();
    machine.user = m_user->text().trimmed();
    machine.identityFile = QDir::fromNativeSeparators(m_key->text().trimmed());
    machine.jumpHost = m_jump->text().trimmed();
    machine.elevation = m_sudo->isChecked() ? Core::Elevation::Sudo : Core::Elevation::None;
    machine.legacyAlgorithms = m_legacy->isChecked();
    return machine;
}

void MachineForm::setMachine(const Core::ProfileMachine &machine)
{
    m_address->setText(machine.address);
    m_port->setValue(machine.port);
    m_user->setText(machine.user);
    m_key->setText(QDir::toNativeSeparators(machine.identityFile));
    m_jump->setText(machine.jumpHost);
    m_sudo->setChecked(machine.elevation == Core::Elevation::Sudo);
    m_legacy->setChecked(machine.legacyAlgorithms);
}

bool MachineForm::isComplete() const
{
    return !m_address->text().trimmed().isEmpty() && !m_user->text().trimmed().isEmpty();
}

void MachineForm::chooseKey()
{
    auto *dialog
        = new QFileDialog(this, tr("Private key"), QDir::homePath() + QStringLiteral("/.ssh"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_key,
            [this](const QString &file) { m_key->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

void MachineForm::retranslate()
{
    const QStringList labels{tr("&Address of one node"), tr("&Port"), tr("&Login"),
                             tr("Private &key"), tr("&Jump host")};
    for (int row = 0; row < labels.size(); ++row) {
        auto *label = static_cast<QLabel *>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        label->setText(labels[row]);
    }
    const QList<QWidget *> fields{m_address, m_port, m_user, m_key, m_jump};
    for (int row = 0; row < fields.size(); ++row) {
        static_cast<QLabel *>(m_form->itemAt(row, QFormLayout::LabelRole)->widget())
            ->setBuddy(fields[row]);
        fields[row]->setAccessibleName(QString(labels[row]).remove(u'&'));
    }
    // The SSH library knows no agent on Windows.
    m_key->setPlaceholderText(QOperatingSystemVersion::currentType()
                                      == QOperatingSystemVersion::Windows
                                  ? tr("the usual keys, then a password")
                                  : tr("agent, then the usual keys, then a password"));
    m_jump->setPlaceholderText(tr("none, or user@host:port"));
    m_browse->setText(tr("Browse…"));
    m_sudo->setText(tr("Run commands with sudo (the login is not root)"));
    m_legacy->setText(tr("Allow old algorithms for this host"));
    m_legacyNote->setText(
        tr("For OpenSSH of the years of Proxmox VE 3: SHA-1 signatures and older key exchanges."));
}

void MachineForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}
} // namespace Gui
