// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/conffindbar.h"

#include "gui/confeditor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace Gui
{
namespace
{
QToolButton *link(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("role", QStringLiteral("link"));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}
} // namespace

ConfFindBar::ConfFindBar(ConfEditor &editor, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_words(new QLineEdit(this)), m_other(new QLineEdit(this)),
      m_case(new QCheckBox(this)), m_next(link(this)), m_previous(link(this)),
      m_replace(link(this)), m_replaceAll(link(this)), m_close(link(this)), m_said(new QLabel(this))
{
    m_words->setObjectName(QStringLiteral("findWords"));
    m_other->setObjectName(QStringLiteral("replaceWords"));
    m_said->setProperty("role", QStringLiteral("muted"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_words, 2);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_case);
    row->addWidget(m_other, 2);
    row->addWidget(m_replace);
    row->addWidget(m_replaceAll);
    row->addWidget(m_said);
    row->addWidget(m_close);
    connect(m_words, &QLineEdit::returnPressed, this, [this] { find(true); });
    connect(m_other, &QLineEdit::returnPressed, this, &ConfFindBar::replace);
    connect(m_next, &QToolButton::clicked, this, [this] { find(true); });
    connect(m_previous, &QToolButton::clicked, this, [this] { find(false); });
    connect(m_replace, &QToolButton::clicked, this, &ConfFindBar::replace);
    connect(m_replaceAll, &QToolButton::clicked, this, &ConfFindBar::replaceAll);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        m_editor.setFocus();
    });
    hide();
    retranslate();
}

void ConfFindBar::open()
{
    const QString selected = m_editor.selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n') && !m_editor.selectionIsCovered())
        m_words->setText(selected);
    tell({});
    show();
    m_words->setFocus();
    m_words->selectAll();
}

bool ConfFindBar::find(bool forward)
{
    if (m_words->text().isEmpty())
        return false;
    int line = -1;
    int column = -1;
    if (!forward && m_editor.hasSelectedText()) { // else the same place is found again
        int lineTo = 0;
        int columnTo = 0;
        m_editor.getSelection(&line, &column, &lineTo, &columnTo);
    }
    const bool found = m_editor.findFirst(m_words->text(), false, m_case->isChecked(), false, true,
                                          forward, line, column);
    tell(found ? QString() : tr("not found"));
    return found;
}

bool ConfFindBar::isFound() const
{
    const auto sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    return !m_words->text().isEmpty()
        && m_editor.selectedText().compare(m_words->text(), sensitivity) == 0;
}

void ConfFindBar::replace()
{
    if (isFound() && !m_editor.isReadOnly())
        m_editor.replaceSelectedText(m_other->text());
    find(true);
}

int ConfFindBar::replaceAll()
{
    const QString now = m_editor.text();
    const auto sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    QList<Core::TextEdit> edits;
    const qsizetype size = m_words->text().size();
    for (qsizetype at = size > 0 ? now.indexOf(m_words->text(), 0, sensitivity) : -1; at >= 0;
         at = now.indexOf(m_words->text(), at + size, sensitivity))
        edits.append({at, size, m_other->text()});
    if (m_editor.isReadOnly())
        edits.clear();
    m_editor.apply(edits);
    tell(tr("%n replaced", nullptr, int(edits.size())));
    return int(edits.size());
}

void ConfFindBar::tell(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

void ConfFindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    hide();
    m_editor.setFocus();
}

void ConfFindBar::retranslate()
{
    m_words->setPlaceholderText(tr("Find"));
    m_other->setPlaceholderText(tr("Replace by"));
    m_words->setAccessibleName(tr("Find"));
    m_other->setAccessibleName(tr("Replace by"));
    m_case->setText(tr("Match case"));
    m_next->setText(tr("Next"));
    m_previous->setText(tr("Previous"));
    m_replace->setText(tr("Replace"));
    m_replaceAll->setText(tr("Replace all"));
    m_close->setText(tr("Close"));
}
} // namespace Gui
