// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Gui
{
class ConfEditor;

// Find and replace in the editor, below it; Escape puts it away.
class ConfFindBar : public QWidget
{
    Q_OBJECT
public:
    explicit ConfFindBar(ConfEditor &editor, QWidget *parent = nullptr);
    void open(); // with what is selected, when that is no secret
    bool find(bool forward); // from the caret on, around the end; false: not there
    void replace(); // what was found, then the next
    int replaceAll(); // how many; one step to undo
    void retranslate();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool isFound() const; // the selection is what is looked for
    void tell(const QString &sentence);

    ConfEditor &m_editor;
    QLineEdit *m_words;
    QLineEdit *m_other;
    QCheckBox *m_case;
    QToolButton *m_next;
    QToolButton *m_previous;
    QToolButton *m_replace;
    QToolButton *m_replaceAll;
    QToolButton *m_close;
    QLabel *m_said;
};
} // namespace Gui
