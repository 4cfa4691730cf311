// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArrayView>

namespace Core
{
// The words of drbd.conf, a place each. Part of drbdconf, apart so that each half can be read at
// once. Views point into the text.
class DrbdConfTokens
{
public:
    enum class Kind : quint8 { Word, Open, Close, Semicolon, End, OpenQuote };
    struct Token {
        Kind kind = Kind::End;
        QByteArrayView text; // of a word, without its quotes
        qsizetype at = 0;
        int line = 1; // of the whole text
    };

    // `text` is a part of `whole` that begins in its line `firstLine`.
    DrbdConfTokens(QByteArrayView text, int firstLine) : m_text(text), m_line(firstLine) { }
    Token next();
    tl::unexpected<Error> failure(const Token &at, Message expected) const;

private:
    void skipBlanksAndComments();
    Token quotedWord();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_line;
};
} // namespace Core
