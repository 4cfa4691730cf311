// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Testing
{
// Counts what a channel's script still has to say (core/collect/probescript.h): its hello, and an
// answer for each word of the lines it was sent. A clock that a test moves must not move on before,
// or a busy machine looks like one that answers late.
class OwedAnswers
{
public:
    void asked(const QByteArray &line);
    void told(const QByteArray &bytes);
    bool any() const { return m_owed > 0; }

private:
    void takeLine(const QByteArray &line);

    int m_owed = 1; // the hello
    bool m_greeted = false;
    qsizetype m_skip = 0; // of an answer's own bytes
    QByteArray m_rest;
};
} // namespace Testing
