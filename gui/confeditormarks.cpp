// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confeditormarks.h"

#include "gui/confeditor.h"

#include <algorithm>

namespace Gui
{
// What a finding is about, on its line; nothing when it is not there (yet).
ConfEditor::Stretch ConfEditor::stretchOf(const Core::TextSpan &span) const
{
    if (span.line < 1 || span.line > lines())
        return {};
    const auto line = static_cast<unsigned long>(span.line - 1);
    const long from = SendScintilla(SCI_POSITIONFROMLINE, line);
    const bool plain = SendScintilla(SCI_GETLENGTH) == letters().size(); // a byte a letter
    const QString own = plain ? QString() : text(span.line - 1);
    const QStringView words
        = plain ? QStringView(letters()).sliced(from, SendScintilla(SCI_LINELENGTH, line)) : own;
    const qsizetype before = std::min<qsizetype>(words.size(), std::max(0, span.column - 1));
    const QStringView part = words.sliced(before).first(
        std::min<qsizetype>(words.size() - before, std::max(0, span.length)));
    if (plain)
        return {from + long(before), long(part.trimmed().size())};
    return {from + scintillaBytes(words.first(before)), scintillaBytes(part.trimmed())};
}

QList<ConfEditor::Stretch> ConfEditor::marked(int indicator) const
{
    const auto which = static_cast<unsigned long>(indicator);
    const long length = SendScintilla(SCI_GETLENGTH);
    QList<Stretch> there;
    for (long at = 0; at < length;) {
        const long end = SendScintilla(SCI_INDICATOREND, which, at);
        if (end <= at) // none was ever marked
            break;
        if (SendScintilla(SCI_INDICATORVALUEAT, which, at) != 0)
            there << Stretch{at, end - at};
        at = end;
    }
    return there;
}

// Scintilla moves marks with the text, so that a key leaves most of thousands where they belong:
// only what differs is touched, since each touch is told and painted.
void ConfEditor::mark(int indicator, QList<Stretch> wanted)
{
    std::sort(wanted.begin(), wanted.end());
    QList<Stretch> whole; // what touches is one for Scintilla
    for (const Stretch &one : std::as_const(wanted)) {
        if (one.size > 0 && !whole.isEmpty() && one.start <= whole.last().end())
            whole.last().size = std::max(whole.last().end(), one.end()) - whole.last().start;
        else if (one.size > 0)
            whole << one;
    }
    const QList<Stretch> there = marked(indicator);
    const auto isIn = [](const QList<Stretch> &all, const Stretch &one) {
        return std::binary_search(all.begin(), all.end(), one);
    };
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
    for (const Stretch &old : there) {
        if (!isIn(whole, old))
            SendScintilla(SCI_INDICATORCLEARRANGE, static_cast<unsigned long>(old.start), old.size);
    }
    for (const Stretch &one : std::as_const(whole)) {
        if (!isIn(there, one))
            SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(one.start), one.size);
    }
}

// Lines from 0. A line that was joined with another has two of a kind.
void ConfEditor::markLines(int marker, const QSet<int> &wanted)
{
    const unsigned long bit = 1UL << unsigned(marker);
    QSet<int> there;
    const auto next = [&](int from) {
        return int(SendScintilla(SCI_MARKERNEXT, static_cast<unsigned long>(from), long(bit)));
    };
    for (int line = next(0); line >= 0; line = next(line + 1)) {
        there.insert(line);
        while (!wanted.contains(line) && (markersAtLine(line) & bit) != 0)
            markerDelete(line, marker);
    }
    for (const int line : wanted) {
        if (!there.contains(line))
            markerAdd(line, marker);
    }
}

void ConfEditor::showFindings(const QList<Core::Finding> &findings)
{
    for (const Core::Severity severity : markedSeverities) {
        QSet<int> marks;
        QList<Stretch> waves;
        for (const Core::Finding &finding : findings) {
            if (finding.severity != severity || !finding.span || finding.span->line > lines())
                continue;
            marks.insert(finding.span->line - 1);
            waves << stretchOf(*finding.span);
        }
        markLines(int(severity), marks);
        mark(waveIndicator(severity), waves);
    }
}

void ConfEditor::cover()
{
    QList<Stretch> covers;
    const QString now = letters();
    const bool plain = SendScintilla(SCI_GETLENGTH) == now.size(); // a byte a letter
    const auto bytes = [&](qsizetype from, qsizetype size) {
        return plain ? long(size) : scintillaBytes(QStringView(now).sliced(from, size));
    };
    long position = 0;
    qsizetype at = 0;
    for (const Core::TextRange &secret : std::as_const(m_secrets)) {
        if (m_secretsShown || secret.end() > now.size())
            break;
        position += bytes(at, secret.start - at);
        covers << Stretch{position, bytes(secret.start, secret.size)};
        position = covers.last().end();
        at = secret.end();
    }
    mark(coverIndicator, covers);
}
} // namespace Gui
