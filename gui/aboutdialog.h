// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace Gui
{
// A work that the program is made of, with its licence as an SPDX expression.
struct Work {
    QString name;
    QString licence;
    QStringList texts; // files of :/licences, without ending; the first is the licence itself
    QString use; // what it does here
};
QList<Work> works(); // the program itself first, then every library that it links

// Version, what the program is made of, and the whole text of each licence.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillList();
    void showWork(int row);

    QLabel *m_words;
    QListWidget *m_list;
    QLabel *m_use;
    QPlainTextEdit *m_text;
    QPushButton *m_close;
};
} // namespace Gui
