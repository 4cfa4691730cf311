// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confrecipedialog.h"

#include "gui/confchanges.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

#include <algorithm>

namespace Gui
{
namespace
{
constexpr int mostAtOnce = 200; // px of questions
} // namespace

ConfRecipeDialog::ConfRecipeDialog(const Theme &theme, QByteArray before, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_before(std::move(before)),
      m_questions(new QScrollArea(this)), m_form(new QFormLayout), m_refusal(new QLabel(this)),
      m_steps(new QLabel(this)), m_changes(new ConfChanges(theme, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(800, 640);
    auto *form = new QWidget(m_questions);
    form->setLayout(m_form);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_questions->setFrameShape(QFrame::NoFrame);
    m_questions->setWidgetResizable(true);
    m_questions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_questions->setWidget(form);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_refusal->setObjectName(QStringLiteral("errorText"));
    for (QLabel *label : {m_refusal, m_steps}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *buttons = new QDialogButtonBox(this);
    m_take = buttons->addButton(tr("Take into the text"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(16, 16, 16, 16);
    box->setSpacing(12);
    box->addWidget(m_questions, 2);
    box->addWidget(m_refusal);
    box->addWidget(m_changes, 3);
    box->addWidget(m_steps);
    // Takes the room of the changes while there are none: words stay where they belong.
    box->addItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding));
    box->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this] {
        if (m_recipe)
            emit taken(m_recipe->text);
    });
}

QLineEdit *ConfRecipeDialog::addText(const QString &label, const QString &value, bool secret)
{
    auto *edit = new QLineEdit(value, this);
    if (secret)
        edit->setEchoMode(QLineEdit::Password);
    m_form->addRow(label, edit);
    connect(edit, &QLineEdit::textChanged, this, &ConfRecipeDialog::remake);
    return edit;
}

QSpinBox *ConfRecipeDialog::addNumber(const QString &label, int value, int least, int most,
                                      const QString &unit)
{
    auto *spin = new QSpinBox(this);
    spin->setRange(least, most);
    spin->setValue(value);
    spin->setSuffix(unit);
    m_form->addRow(label, spin);
    connect(spin, &QSpinBox::valueChanged, this, &ConfRecipeDialog::remake);
    return spin;
}

QComboBox *ConfRecipeDialog::addChoice(const QString &label, const QStringList &choices)
{
    auto *combo = new QComboBox(this);
    combo->addItems(choices);
    m_form->addRow(label, combo);
    connect(combo, &QComboBox::currentIndexChanged, this, &ConfRecipeDialog::remake);
    return combo;
}

QCheckBox *ConfRecipeDialog::addCheck(const QString &label, bool on)
{
    auto *check = new QCheckBox(label, this);
    check->setChecked(on);
    m_form->addRow(QString(), check);
    connect(check, &QCheckBox::toggled, this, &ConfRecipeDialog::remake);
    return check;
}

void ConfRecipeDialog::setMake(Make make)
{
    m_make = std::move(make);
    // As high as its questions are; of many some are scrolled to.
    const int whole = m_form->sizeHint().height();
    m_questions->setMinimumHeight(std::min(whole, mostAtOnce));
    m_questions->setMaximumHeight(whole);
    remake();
}

void ConfRecipeDialog::remake()
{
    if (!m_make)
        return;
    Core::Expected<Core::Recipe> made = m_make();
    m_recipe = made ? std::optional(std::move(*made)) : std::nullopt;
    m_refusal->setText(made ? QString() : Core::rendered(made.error().what));
    m_refusal->setVisible(!made);
    m_changes->setVisible(m_recipe.has_value());
    m_take->setEnabled(m_recipe.has_value());
    QStringList steps;
    if (m_recipe) {
        m_changes->show(m_before, m_recipe->text);
        for (const Core::Message &step : std::as_const(m_recipe->steps))
            steps << tr("%1. %2").arg(steps.size() + 1).arg(Core::rendered(step));
    }
    m_steps->setText(steps.join(u'\n'));
    m_steps->setVisible(!steps.isEmpty());
}

QString ConfRecipeDialog::refusal() const
{
    return m_refusal->text();
}
} // namespace Gui
