// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;
class QUrl;

namespace Gui
{
// The manual in the window's language: its chapters at the left, those that hold the searched words
// alone while something is searched. The pages are docs/manual/LANGUAGE/CHAPTER.md, built in.
class Manual : public QDialog
{
    Q_OBJECT
public:
    explicit Manual(QWidget *parent = nullptr);

    static QStringList
    chapters(); // in reading order; names of the pages, the same in each language
    static QString pageText(const QString &chapter, const QString &language); // empty: no such page
    // The chapter that explains the panel; the first one where none does.
    static QString chapterOf(const QString &panel);

    QString chapter() const; // shown now
    void openAt(const QString &chapter);
    void search(const QString &words);
    QStringList found() const; // chapters in the list

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillList();
    void turnTo(const QString &chapter);
    void follow(const QUrl &link);

    QLineEdit *m_search;
    QListWidget *m_list;
    QTextBrowser *m_page;
};
} // namespace Gui
