// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QDialog>

class QLabel;

namespace Gui
{
class ConfDiffView;
class ConfMeaning;

// What differs between two cluster.conf: first by meaning, each change with what must be restarted
// for it, then by line. Passwords are masked in both. Main thread; for texts a person looks at.
class ConfChanges : public QWidget
{
    Q_OBJECT
public:
    explicit ConfChanges(const Theme &theme, QWidget *parent = nullptr);
    void show(const QByteArray &before, const QByteArray &after);
    QStringList sentences() const; // the changes by meaning, as they are shown
    QString lines() const; // as they are shown, with their signs

private:
    void showMeaning(const QByteArray &before, const QByteArray &after);
    void showLines(const QByteArray &before, const QByteArray &after);

    QLabel *m_meaningLabel;
    ConfMeaning *m_meaning;
    QLabel *m_linesLabel;
    ConfDiffView *m_lines;
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
