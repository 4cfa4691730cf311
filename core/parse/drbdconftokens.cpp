// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/drbdconftokens.h"

#include "core/parse/cursor.h"

namespace Core
{
namespace
{
bool isSpace(char c)
{
    return isBlank(c) || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool endsWord(char c)
{
    return isSpace(c) || c == ';' || c == '{' || c == '}' || c == '"';
}

DrbdConfTokens::Kind kindOf(char c)
{
    if (c == '{')
        return DrbdConfTokens::Kind::Open;
    if (c == '}')
        return DrbdConfTokens::Kind::Close;
    return c == ';' ? DrbdConfTokens::Kind::Semicolon : DrbdConfTokens::Kind::Word;
}
} // namespace

void DrbdConfTokens::skipBlanksAndComments()
{
    bool comment = false;
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        comment = c != '\n' && (comment || c == '#');
        if (!comment && !isSpace(c))
            return;
        m_line += c == '\n' ? 1 : 0;
    }
}

// A quoted word ends in its own line (drbdadm_scanner).
DrbdConfTokens::Token DrbdConfTokens::quotedWord()
{
    const qsizetype from = m_at++;
    while (m_at < m_text.size() && m_text[m_at] != '"' && m_text[m_at] != '\n')
        ++m_at;
    if (m_at == m_text.size() || m_text[m_at] == '\n')
        return {Kind::OpenQuote, {}, from, m_line};
    ++m_at;
    return {Kind::Word, m_text.sliced(from + 1, m_at - from - 2), from, m_line};
}

DrbdConfTokens::Token DrbdConfTokens::next()
{
    skipBlanksAndComments();
    const qsizetype from = m_at;
    if (m_at == m_text.size())
        return {Kind::End, {}, from, m_line};
    if (m_text[m_at] == '"')
        return quotedWord();
    const Kind kind = kindOf(m_text[m_at++]);
    while (kind == Kind::Word && m_at < m_text.size() && !endsWord(m_text[m_at]))
        ++m_at;
    return {kind, m_text.sliced(from, m_at - from), from, m_line};
}

tl::unexpected<Error> DrbdConfTokens::failure(const Token &at, Message expected) const
{
    const qsizetype start = at.at == 0 ? 0 : m_text.lastIndexOf('\n', at.at - 1) + 1;
    qsizetype end = m_text.indexOf('\n', at.at);
    end = end < 0 ? m_text.size() : end;
    return parseFailure(at.line, int(at.at - start) + 1, std::move(expected),
                        m_text.sliced(start, end - start));
}
} // namespace Core
