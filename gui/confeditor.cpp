// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confeditor.h"

#include "core/clusterconf/secretmask.h"
#include "gui/actiontext.h"
#include "gui/confeditormarks.h"
#include "gui/conffont.h"

#include <QMimeData>
#include <QUuid>
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexerxml.h>

#include <algorithm>

namespace Gui
{
namespace
{
constexpr int numberMargin = 0;
constexpr int markMargin = 1;
constexpr int foldMargin = 2;
constexpr int signSize = 14;
constexpr int opaque = 255;
const QString privateFormat = QStringLiteral("application/x-binome-conf");

const QString gloss = QStringLiteral("  —  ");
} // namespace

ConfEditor::ConfEditor(const Theme &theme, QWidget *parent)
    : QsciScintilla(parent), m_theme(theme), m_lexer(new QsciLexerXML(this))
{
    setUtf8(true);
    setFrameShape(QFrame::NoFrame);
    setLexer(m_lexer);
    setUpMargins();
    setUpKeys();
    setTabWidth(8);
    setIndentationsUseTabs(false);
    setIndentationWidth(2);
    setAutoIndent(true);
    setBraceMatching(SloppyBraceMatch);
    setCaretLineVisible(true);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    SendScintilla(SCI_INDICSETSTYLE, coverIndicator, INDIC_FULLBOX);
    SendScintilla(SCI_INDICSETALPHA, coverIndicator, opaque);
    SendScintilla(SCI_INDICSETOUTLINEALPHA, coverIndicator, opaque);
    SendScintilla(SCI_INDICSETUNDER, coverIndicator, 0L);
    for (const Core::Severity severity : markedSeverities)
        SendScintilla(SCI_INDICSETSTYLE, waveIndicator(severity), INDIC_SQUIGGLE);
    connect(this, &QsciScintilla::textChanged, this, [this] { m_letters.reset(); });
    connect(this, &QsciScintilla::linesChanged, this, &ConfEditor::fitNumberMargin);
    connect(this, &QsciScintillaBase::SCN_CHARADDED, this, [this](int character) {
        if (character == '<' || character == ' ' || character == '"' || character == '\'')
            complete();
    });
    connect(this, &QsciScintilla::userListActivated, this,
            [this](int, const QString &item) { takeCompletion(item); });
    connect(this, &QsciScintilla::marginClicked, this,
            [this](int, int line, Qt::KeyboardModifiers) { emit markClicked(line + 1); });
    restyle();
}

// Scintilla asks its lexer for styles while it is taken down.
ConfEditor::~ConfEditor()
{
    setLexer(nullptr);
}

void ConfEditor::setUpMargins()
{
    setMarginType(numberMargin, NumberMargin);
    setMarginType(markMargin, SymbolMargin);
    setMarginWidth(markMargin, signSize + 6);
    setMarginSensitivity(markMargin, true);
    setMarginMarkerMask(markMargin, 0b1111);
    setFolding(PlainFoldStyle, foldMargin);
}

// Scintilla takes Ctrl with almost every letter for itself; the window's keys go before, and what
// an editor is expected to know stays.
void ConfEditor::setUpKeys()
{
    const QList<int> kept{Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Y, Qt::Key_Z};
    for (QsciCommand *command : standardCommands()->commands()) {
        const auto taken = [&](int key) {
            const int letter = key & ~int(Qt::KeyboardModifierMask);
            return (key & int(Qt::ControlModifier)) != 0 && letter >= Qt::Key_Space
                && letter <= Qt::Key_AsciiTilde && !kept.contains(letter);
        };
        if (taken(command->key()))
            command->setKey(0);
        if (taken(command->alternateKey()))
            command->setAlternateKey(0);
    }
}

void ConfEditor::begin(const QString &text)
{
    setEolMode(text.contains(QStringLiteral("\r\n")) ? EolWindows : EolUnix);
    const QSignalBlocker quiet(this);
    setReadOnly(false);
    setText(text);
    m_letters.reset(); // nobody was told
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    setSecrets(Core::secretRanges(text));
    fitNumberMargin();
}

const QString &ConfEditor::letters() const
{
    if (!m_letters)
        m_letters = text();
    return *m_letters;
}

void ConfEditor::replaceAll(const QString &other)
{
    const QString now = letters();
    // The ends that are alike stay, and with them the caret, most of the time.
    qsizetype front = 0;
    const qsizetype least = std::min(now.size(), other.size());
    while (front < least && now[front] == other[front])
        ++front;
    qsizetype back = 0;
    while (back < least - front && now[now.size() - 1 - back] == other[other.size() - 1 - back])
        ++back;
    const auto halved = [](const QString &in, qsizetype at) {
        return at > 0 && at < in.size() && in[at].isLowSurrogate();
    };
    front -= halved(now, front) || halved(other, front) ? 1 : 0;
    back -= halved(now, now.size() - back) || halved(other, other.size() - back) ? 1 : 0;
    apply({{front, now.size() - front - back, other.sliced(front, other.size() - front - back)}});
}

void ConfEditor::apply(QList<Core::TextEdit> edits)
{
    const QString now = letters();
    std::stable_sort(edits.begin(), edits.end(),
                     [](const auto &a, const auto &b) { return a.start < b.start; });
    SendScintilla(SCI_BEGINUNDOACTION);
    long from = 0; // in bytes, in the text as it becomes
    qsizetype at = 0;
    for (const Core::TextEdit &edit : std::as_const(edits)) {
        from += scintillaBytes(QStringView(now).sliced(at, edit.start - at));
        const long size = scintillaBytes(QStringView(now).sliced(edit.start, edit.size));
        const QByteArray put = edit.text.toUtf8();
        SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(from), from + size);
        SendScintilla(SCI_REPLACETARGET, uintptr_t(put.size()), put.constData()); // not long: LLP64
        from += long(put.size());
        at = edit.start + edit.size;
    }
    SendScintilla(SCI_ENDUNDOACTION);
}

// ---- what was found

long ConfEditor::positionOf(const Core::TextSpan &span) const
{
    const int line = std::clamp(span.line - 1, 0, std::max(0, lines() - 1));
    const QString before = text(line).left(std::max(0, span.column - 1));
    return SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(line))
        + scintillaBytes(before);
}

unsigned ConfEditor::marksOn(int line) const
{
    return markersAtLine(line - 1) & 0b1111U;
}

void ConfEditor::jumpTo(const Core::TextSpan &span)
{
    const int line = std::clamp(span.line - 1, 0, std::max(0, lines() - 1));
    ensureLineVisible(line);
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(positionOf(span)));
    const long onScreen = SendScintilla(SCI_LINESONSCREEN);
    const long top = SendScintilla(SCI_VISIBLEFROMDOCLINE, static_cast<unsigned long>(line));
    SendScintilla(SCI_SETFIRSTVISIBLELINE,
                  static_cast<unsigned long>(std::max(0L, top - onScreen / 3)));
    setFocus();
}

// ---- secrets

void ConfEditor::setSecrets(const QList<Core::TextRange> &secrets)
{
    m_secrets = secrets;
    cover();
}

void ConfEditor::setSecretsShown(bool shown)
{
    m_secretsShown = shown;
    cover();
}

bool ConfEditor::isCovered(qsizetype at) const
{
    return SendScintilla(SCI_INDICATORVALUEAT, coverIndicator,
                         scintillaBytes(QStringView(text()).first(at)))
        != 0;
}

bool ConfEditor::selectionIsCovered() const
{
    const long to = SendScintilla(SCI_GETSELECTIONEND);
    for (long at = SendScintilla(SCI_GETSELECTIONSTART); at < to; ++at) {
        if (SendScintilla(SCI_INDICATORVALUEAT, coverIndicator, at) != 0)
            return true;
    }
    return false;
}

// A part of a value is as secret as the whole, so that a selection that cuts into one loses all of
// its share; lines copied without a selection are masked by what they say.
QByteArray ConfEditor::shownPart(const QByteArray &text) const
{
    const long from = SendScintilla(SCI_GETSELECTIONSTART);
    const long to = SendScintilla(SCI_GETSELECTIONEND);
    if (to - from != text.size())
        return Core::masked(QString::fromUtf8(text)).toUtf8();
    QByteArray shown;
    for (long at = from; at < to; ++at) {
        const bool covered = SendScintilla(SCI_INDICATORVALUEAT, coverIndicator, at) != 0;
        const bool begins = covered
            && (at == from || SendScintilla(SCI_INDICATORVALUEAT, coverIndicator, at - 1) == 0);
        if (begins)
            shown += "***";
        else if (!covered)
            shown += text[at - from];
    }
    return shown;
}

QMimeData *ConfEditor::toMimeData(const QByteArray &text, bool rectangular) const
{
    if (m_secretsShown)
        return QsciScintilla::toMimeData(text, rectangular);
    QMimeData *shown = QsciScintilla::toMimeData(shownPart(text), rectangular);
    m_copied = text;
    m_copiedKey = QUuid::createUuid().toByteArray();
    shown->setData(privateFormat, m_copiedKey);
    return shown;
}

QByteArray ConfEditor::fromMimeData(const QMimeData *source, bool &rectangular) const
{
    const QByteArray bytes = QsciScintilla::fromMimeData(source, rectangular);
    const bool ours = !m_copiedKey.isEmpty() && source->data(privateFormat) == m_copiedKey;
    return ours ? m_copied : bytes;
}

// ---- completion

void ConfEditor::complete()
{
    if (isReadOnly())
        return;
    const QString now = text();
    const long caret = SendScintilla(SCI_GETCURRENTPOS);
    const qsizetype at = QString::fromUtf8(now.toUtf8().first(caret)).size();
    m_completions = Core::completionsAt(now, at);
    const QString typed = now.mid(m_completions.from, at - m_completions.from);
    QStringList items;
    for (const Core::Completion &offer : std::as_const(m_completions.words)) {
        if (!offer.word.startsWith(typed, Qt::CaseInsensitive))
            continue;
        items << (offer.gloss.isEmpty() ? offer.word
                                        : offer.word + gloss + Core::rendered(offer.gloss));
    }
    if (!items.isEmpty())
        showUserList(1, items);
}

// An attribute comes with its quotes, the caret between them.
void ConfEditor::takeCompletion(const QString &item)
{
    const QString word = item.section(gloss, 0, 0);
    const long caret = SendScintilla(SCI_GETCURRENTPOS);
    const QString now = text();
    const qsizetype at = QString::fromUtf8(now.toUtf8().first(caret)).size();
    const bool attribute = m_completions.kind == Core::Completions::Kind::Attribute;
    const QString put = attribute ? word + QStringLiteral("=\"\"") : word;
    apply({{m_completions.from, at - m_completions.from, put}});
    const long end
        = scintillaBytes(QStringView(now).first(m_completions.from)) + scintillaBytes(put);
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(attribute ? end - 1 : end));
    if (attribute)
        complete(); // its values, where they are known
}

// ---- looks

void ConfEditor::fitNumberMargin()
{
    const qsizetype digits = std::max<qsizetype>(3, QString::number(lines()).size());
    setMarginWidth(numberMargin, QString(digits + 1, u'0'));
}

void ConfEditor::colorLexer()
{
    const Tokens &colors = m_theme.colors();
    m_lexer->setDefaultFont(textFont(*this, m_theme));
    m_lexer->setFont(textFont(*this, m_theme));
    m_lexer->setPaper(colors.panel);
    m_lexer->setDefaultPaper(colors.panel);
    m_lexer->setColor(colors.text);
    m_lexer->setDefaultColor(colors.text);
    for (const int style : {QsciLexerXML::Tag, QsciLexerXML::UnknownTag, QsciLexerXML::XMLTagEnd})
        m_lexer->setColor(colors.link, style);
    for (const int style : {QsciLexerXML::Attribute, QsciLexerXML::UnknownAttribute})
        m_lexer->setColor(colors.ok, style);
    for (const int style :
         {QsciLexerXML::HTMLDoubleQuotedString, QsciLexerXML::HTMLSingleQuotedString,
          QsciLexerXML::HTMLNumber, QsciLexerXML::Entity})
        m_lexer->setColor(colors.warning, style);
    for (const int style : {QsciLexerXML::HTMLComment, QsciLexerXML::XMLStart, QsciLexerXML::XMLEnd,
                            QsciLexerXML::OtherInTag})
        m_lexer->setColor(colors.muted, style);
}

void ConfEditor::restyle()
{
    const Tokens &colors = m_theme.colors();
    colorLexer();
    setPaper(colors.panel);
    setColor(colors.text);
    setCaretForegroundColor(colors.text);
    setCaretLineBackgroundColor(colors.card);
    setSelectionBackgroundColor(colors.linkFill);
    setSelectionForegroundColor(colors.text);
    setMarginsFont(textFont(*this, m_theme));
    setMarginsBackgroundColor(colors.sunken);
    setMarginsForegroundColor(colors.muted);
    setMarginBackgroundColor(markMargin, colors.panel);
    setFoldMarginColors(colors.panel, colors.panel);
    setMatchedBraceBackgroundColor(colors.linkFill);
    setMatchedBraceForegroundColor(colors.link);
    for (const Core::Severity severity : markedSeverities) {
        const Tone tone = ActionText::tone(severity);
        markerDefine(toneSign(colors, tone, signSize, 1), int(severity));
        setIndicatorForegroundColor(toneColor(colors, tone), waveIndicator(severity));
    }
    setIndicatorForegroundColor(colors.muted, coverIndicator);
    setIndicatorOutlineColor(colors.muted, coverIndicator);
    for (int marker = int(SC_MARKNUM_FOLDEREND); marker <= int(SC_MARKNUM_FOLDEROPEN); ++marker) {
        setMarkerForegroundColor(colors.panel, marker);
        setMarkerBackgroundColor(colors.muted, marker);
    }
    fitNumberMargin();
}
} // namespace Gui
