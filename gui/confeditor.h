// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/completion.h"
#include "core/clusterconf/document.h"
#include "gui/theme.h"

#include <QPointer>
#include <QSet>
#include <Qsci/qsciscintilla.h>

namespace Gui
{
// The text of cluster.conf with its colours, line numbers, folds and the marks of what was found.
// Passwords are covered until they are asked for, and never leave through the clipboard while they
// are. Main thread.
class ConfEditor : public QsciScintilla
{
    Q_OBJECT
public:
    explicit ConfEditor(const Theme &theme, QWidget *parent = nullptr);
    ~ConfEditor() override;

    // text(), asked of Scintilla once after each change: it takes a copy of all.
    const QString &letters() const;

    // A text that begins here: nothing before it can be undone.
    void begin(const QString &text);
    // The whole text replaced by another, as one thing that can be undone.
    void replaceAll(const QString &text);
    // Edits of text() that do not overlap, as one thing that can be undone; the caret stays.
    void apply(QList<Core::TextEdit> edits);

    void showFindings(const QList<Core::Finding> &findings);
    // Places of secrets in text(), in order; what is typed inside of one belongs to it until then.
    void setSecrets(const QList<Core::TextRange> &secrets);
    void setSecretsShown(bool shown);
    bool secretsShown() const { return m_secretsShown; }

    void jumpTo(const Core::TextSpan &span); // the caret there, the place unfolded and in view
    void restyle(); // the theme has changed

    // What may be written at the caret, each with what it is for; nothing when there is nothing.
    void complete();
    // Whether a part of the selection is covered.
    bool selectionIsCovered() const;
    // Whether a place is covered; for tests and pictures.
    bool isCovered(qsizetype at) const;
    // Marks of findings on a line, from 1: severities as bits, 1 << int(severity).
    unsigned marksOn(int line) const;

signals:
    void markClicked(int line); // from 1

protected:
    QMimeData *toMimeData(const QByteArray &text, bool rectangular) const override;
    QByteArray fromMimeData(const QMimeData *source, bool &rectangular) const override;

private:
    void setUpMargins();
    void setUpKeys();
    void colorLexer();
    void fitNumberMargin();
    long positionOf(const Core::TextSpan &span) const;
    // A stretch of the text in Scintilla's bytes.
    struct Stretch {
        long start = 0;
        long size = 0;
        long end() const { return start + size; }
        friend auto operator<=>(const Stretch &, const Stretch &) = default;
    };
    Stretch stretchOf(const Core::TextSpan &span) const;
    QList<Stretch> marked(int indicator) const;
    void mark(int indicator, QList<Stretch> wanted);
    void markLines(int marker, const QSet<int> &wanted);
    void cover();
    QByteArray shownPart(const QByteArray &text) const;
    void takeCompletion(const QString &item);

    const Theme &m_theme;
    QsciLexer *m_lexer;
    mutable std::optional<QString> m_letters; // none: the text has changed
    QList<Core::TextRange> m_secrets;
    bool m_secretsShown = false;
    Core::Completions m_completions; // that are offered now
    // What was copied while covered: it is pasted whole inside of this window only.
    mutable QByteArray m_copied;
    mutable QByteArray m_copiedKey;
};
} // namespace Gui
