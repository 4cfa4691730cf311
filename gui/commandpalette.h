// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace Gui
{
// An action and every name it may be called by: its text in each language, so that an operator
// finds it by the word that comes to mind.
struct PaletteEntry {
    QPointer<QAction> action;
    QStringList names; // without '&'; the first is what is shown
};

// Ctrl+K: type some letters of any name, Enter runs it. A disabled action is listed with its
// reason.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    explicit CommandPalette(QList<PaletteEntry> entries, QWidget *parent = nullptr);

    // Every word of `typed` occurs in the name, accents and case left aside.
    static bool matches(const QString &name, const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &typed);
    void run(const QListWidgetItem *item);

    QList<PaletteEntry> m_entries;
    QLineEdit *m_input;
    QListWidget *m_list;
};

// `source` of `context` in English and in every language the product speaks, the current one first.
QStringList namesInAllLanguages(const char *context, const char *source);
} // namespace Gui
