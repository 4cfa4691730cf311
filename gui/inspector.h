// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/inspectorfacts.h"
#include "gui/theme.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPlainTextEdit;
class QToolButton;
class QTableWidget;

namespace Gui
{
// A word on the fill of its tone.
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(const Theme &theme, QWidget *parent = nullptr);
    void show(const QString &text, Tone tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    const Theme &m_theme;
    QString m_text;
    Tone m_tone = Tone::Neutral;
};

// The selected thing: its facts, and the lines they were read from.
class Inspector : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(const Theme &theme, QWidget *parent = nullptr);
    void show(const InspectorFacts &facts);
    void restyle();
    void retranslate();
    QString asText() const; // what the copy button copies
    const InspectorFacts &facts() const { return m_facts; }
    void setActionsOffered(bool offered); // whether there is a menu of actions at all
    Badge *badge() const { return m_badge; } // stands in the panel's title row

signals:
    void titleChanged(const QString &title);
    void menuWanted(QMenu &menu); // it opens: what can be done to the thing

private:
    void fillTable();
    void fitRows(); // a value that is too long for one line has two

    const Theme &m_theme;
    InspectorFacts m_facts;
    Badge *m_badge;
    QLabel *m_note;
    QTableWidget *m_table;
    QLabel *m_evidenceLabel;
    QPlainTextEdit *m_evidence;
    QLabel *m_source;
    QToolButton *m_copy;
    QToolButton *m_actions;
};
} // namespace Gui
