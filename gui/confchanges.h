// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "gui/theme.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace Gui
{
// What differs between two cluster.conf: first by meaning, each change with what must be restarted
// for it, then by line. Passwords are masked in both. Main thread; for texts a person looks at.
class ConfChanges : public QWidget
{
    Q_OBJECT
public:
    explicit ConfChanges(const Theme &theme, QWidget *parent = nullptr);
    void show(const QByteArray &before, const QByteArray &after);
    QStringList sentences() const; // the changes by meaning, as they are shown
    QString lines() const; // the changed lines, with "- " and "+ "

private:
    void showMeaning(const QByteArray &before, const QByteArray &after);
    void showLines(const QByteArray &before, const QByteArray &after);
    void colour();

    const Theme &m_theme;
    QLabel *m_meaningLabel;
    QListWidget *m_meaning;
    QLabel *m_linesLabel;
    QPlainTextEdit *m_lines;
};

// What an activation would change, before its plan.
class ConfReview : public QDialog
{
    Q_OBJECT
public:
    ConfReview(const Theme &theme, const QByteArray &before, const QByteArray &after,
               QWidget *parent = nullptr);
    ConfChanges &changes() { return *m_changes; }

private:
    ConfChanges *m_changes;
};
} // namespace Gui
