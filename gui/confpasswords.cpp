// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confpasswords.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace Gui
{
ConfPasswords::ConfPasswords(const QString &version, const QList<Core::SecretPlace> &missing,
                             QWidget *parent)
    : QDialog(parent), m_missing(missing)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Passwords of version %1").arg(version));
    auto *why = new QLabel(tr("Passwords are not kept with earlier versions, and no node has "
                              "these any more. They go into the text and nowhere else."),
                           this);
    why->setWordWrap(true);
    auto *form = new QFormLayout(this);
    form->addRow(why);
    for (const Core::SecretPlace &place : missing) {
        auto *field = new QLineEdit(this);
        field->setEchoMode(QLineEdit::Password);
        form->addRow(Core::rendered(Core::placeText(place)), field);
        m_fields << field;
        connect(field, &QLineEdit::textChanged, this, &ConfPasswords::check);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("Put into the text"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QHash<Core::SecretPlace, QString> ConfPasswords::given() const
{
    QHash<Core::SecretPlace, QString> all;
    for (qsizetype i = 0; i < m_missing.size(); ++i)
        all.insert(m_missing[i], m_fields[i]->text());
    return all;
}

void ConfPasswords::check()
{
    m_ok->setEnabled(std::none_of(m_fields.begin(), m_fields.end(),
                                  [](const QLineEdit *field) { return field->text().isEmpty(); }));
}
} // namespace Gui
