// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "gui/theme.h"

#include <QByteArrayList>
#include <QDialog>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace Gui
{
// What the program itself noted since it started, as it stands when it is opened or read again:
// already without what looks like a secret. Non-modal.
class ProgramLogView : public QDialog
{
    Q_OBJECT
public:
    using Lines = std::function<QByteArrayList()>;
    // lines: programLog(), or a test's own. The theme outlives the view.
    ProgramLogView(const Theme &theme, Lines lines, QWidget *parent = nullptr);

    QString shownText() const;
    void save(const QString &file); // what is shown; the outcome is said below

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void read();
    void refill();
    void copy();
    void chooseFile();
    void tell();

    const Theme &m_theme;
    const Lines m_lines;
    QByteArrayList m_read;
    qsizetype m_shown = 0;
    std::optional<Core::Error> m_notSaved;
    QString m_savedAs;
    QLineEdit *m_words;
    QCheckBox *m_troubles;
    QToolButton *m_again;
    QToolButton *m_copy;
    QToolButton *m_save;
    QPlainTextEdit *m_text;
    QLabel *m_said;
};
} // namespace Gui
