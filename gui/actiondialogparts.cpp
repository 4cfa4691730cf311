// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actiondialog.h"

#include "gui/actionfindings.h"
#include "gui/actionnotice.h"
#include "gui/actionsteps.h"
#include "gui/actiontext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

// What stands where in the dialog.
namespace Gui
{
namespace
{
constexpr int outputLines = 2000;

QLabel *label(const char *role)
{
    auto *made = new QLabel;
    made->setProperty("role", QString::fromLatin1(role));
    made->setTextFormat(Qt::PlainText);
    return made;
}

QPushButton *button(const char *name)
{
    auto *made = new QPushButton;
    made->setObjectName(QString::fromLatin1(name));
    return made;
}
} // namespace

void ActionDialog::build()
{
    m_title = label("title");
    m_title->setWordWrap(true);
    m_summary = label("muted");
    m_summary->setWordWrap(true);
    m_notice = new ActionNotice(m_theme);
    m_outputLabel = label("section");
    m_output = new QPlainTextEdit;
    m_output->setObjectName(QStringLiteral("evidence"));
    m_output->setReadOnly(true);
    m_output->setMaximumBlockCount(outputLines);
    m_output->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_output->setTabChangesFocus(true);
    m_output->setMinimumHeight(96);
    m_why = new QLabel;
    m_why->setObjectName(QStringLiteral("whyNot"));
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 16);
    box->setSpacing(8);
    box->addWidget(m_title);
    box->addWidget(m_summary);
    box->addWidget(m_notice);
    box->addWidget(buildPlan(), 3);
    box->addWidget(m_outputLabel);
    box->addWidget(m_output, 2);
    box->addLayout(buildConfirmation());
    box->addWidget(m_why);
    box->addLayout(buildButtons());
    resize(720, 640);
    setMinimumSize(480, 400);
}

QWidget *ActionDialog::buildPlan()
{
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("panelText"));
    m_findingsLabel = label("section");
    m_findings = new ActionFindings(m_theme);
    m_stepsLabel = label("section");
    m_steps = new ActionSteps(m_theme);
    auto *box = new QVBoxLayout(content);
    box->setContentsMargins(12, 12, 12, 12);
    box->setSpacing(8);
    box->addWidget(m_findingsLabel);
    box->addWidget(m_findings);
    m_findings->setContentsMargins(0, 0, 0, 8); // goes with it when it is hidden
    box->addWidget(m_stepsLabel);
    box->addWidget(m_steps);
    box->addStretch();
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("plan"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    return m_scroll;
}

QVBoxLayout *ActionDialog::buildConfirmation()
{
    m_typedLabel = label("body");
    m_typed = new QLineEdit;
    m_typed->setObjectName(QStringLiteral("typedName"));
    m_typedLabel->setBuddy(m_typed);
    m_reasonLabel = label("body");
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reasonLabel->setBuddy(m_reason);
    for (QLineEdit *edit : {m_typed, m_reason})
        connect(edit, &QLineEdit::textChanged, this, &ActionDialog::update);
    auto *box = new QVBoxLayout;
    box->setSpacing(4);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_typedLabel, m_typed, m_reasonLabel, m_reason})
        box->addWidget(widget);
    return box;
}

QLayout *ActionDialog::buildButtons()
{
    m_copy = button("copy");
    m_again = button("again");
    m_stop = button("stop");
    m_recall = button("recall");
    m_close = button("close");
    m_confirm = button("confirm");
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_copy);
    row->addStretch();
    for (QPushButton *one : {m_again, m_recall, m_stop, m_close, m_confirm})
        row->addWidget(one);
    for (QPushButton *one : {m_copy, m_again, m_recall, m_stop, m_confirm})
        one->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(ActionText::asText(m_plan, m_facts)); });
    connect(m_again, &QPushButton::clicked, this, &ActionDialog::planAgain);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_record)
            m_record->cancel();
    });
    connect(m_recall, &QPushButton::clicked, this, [this] {
        if (m_record)
            m_record->recall();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_confirm, &QPushButton::clicked, this, &ActionDialog::confirm);
    return row;
}
} // namespace Gui
