// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lockprompt.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gui
{
namespace
{
constexpr int textWidth = 420;
constexpr int shortest = 8; // characters

QLineEdit *passwordField(QVBoxLayout *layout, const QString &name)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setEchoMode(QLineEdit::Password);
    layout->addWidget(field);
    return field;
}

QLabel *wrapped(QVBoxLayout *layout)
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setMinimumWidth(textWidth);
    layout->addWidget(label);
    return label;
}
} // namespace

LockPrompt::LockPrompt(Purpose purpose, QWidget *parent) : QDialog(parent), m_purpose(purpose)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    m_text = wrapped(layout);
    m_first = passwordField(layout, QStringLiteral("passphrase"));
    if (purpose == Purpose::Choose)
        m_second = passwordField(layout, QStringLiteral("again"));
    else
        layout->addWidget(m_forget = new QCheckBox);
    m_trouble = wrapped(layout);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        m_buttons->setEnabled(false); // until it was looked at
        emit entered(m_first->text());
    });
    for (QLineEdit *field : {m_first, m_second}) {
        if (field)
            connect(field, &QLineEdit::textChanged, this, &LockPrompt::check);
    }
    retranslate();
}

void LockPrompt::refuse()
{
    m_first->clear();
    m_buttons->setEnabled(true);
    m_wrong = true;
    check();
    m_first->setFocus();
}

bool LockPrompt::forgets() const
{
    return m_forget && m_forget->isChecked();
}

void LockPrompt::check()
{
    m_wrong = m_wrong && m_first->text().isEmpty();
    QString trouble;
    if (m_wrong)
        trouble = tr("That is not the passphrase.");
    else if (m_second && m_first->text().size() < shortest)
        trouble = tr("At least %n characters.", nullptr, shortest);
    else if (m_second && m_first->text() != m_second->text())
        trouble = tr("The two are not the same.");
    m_trouble->setText(trouble);
    m_buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(trouble.isEmpty() && !m_first->text().isEmpty());
}

void LockPrompt::retranslate()
{
    const bool choose = m_purpose == Purpose::Choose;
    setWindowTitle(choose ? tr("Lock the program") : tr("Unlock the program"));
    m_text->setText(choose
                        ? tr("Choose a passphrase. While the program is locked, whoever sits here "
                             "is an observer of every cluster: everything is shown, nothing can "
                             "be changed. What runs already goes on.")
                        : tr("The passphrase that was chosen when the program was locked first."));
    m_first->setPlaceholderText(tr("Passphrase"));
    m_first->setAccessibleName(tr("Passphrase"));
    if (m_second) {
        m_second->setPlaceholderText(tr("The same again"));
        m_second->setAccessibleName(tr("The same again"));
    }
    if (m_forget)
        m_forget->setText(tr("Choose another one at the next lock"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(choose ? tr("Lock") : tr("Unlock"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    check();
}

void LockPrompt::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
} // namespace Gui
