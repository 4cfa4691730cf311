// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/frameparser.h"

namespace Core
{
namespace
{
constexpr qsizetype mostNoise = 64 * 1024; // a long banner is a few KiB
constexpr qsizetype longestHeader = 64;
constexpr qint64 mostErrors = 4096;

tl::unexpected<Error> garbage(const QByteArray &bytes)
{
    return failure(ErrorKind::ParseFailed,
                   message(QT_TRANSLATE_NOOP(
                       "Core", "The machine's answer cannot be understood; asking it anew")),
                   QString::fromLatin1(bytes.left(120).toPercentEncoding(" =!\n")));
}

std::optional<qint64> number(const QByteArray &word, qint64 most)
{
    bool ok = !word.isEmpty() && word.size() <= 12 && word.at(0) >= '0' && word.at(0) <= '9';
    const qint64 value = ok ? word.toLongLong(&ok) : 0;
    return ok && value <= most ? std::optional(value) : std::nullopt;
}
} // namespace

FrameParser::FrameParser(QByteArray nonce, QList<qint64> caps)
    : m_nonce(std::move(nonce)), m_caps(std::move(caps))
{
}

Expected<QList<Frame>> FrameParser::feed(const QByteArray &bytes)
{
    m_buffer += bytes;
    QList<Frame> frames;
    while (!m_buffer.isEmpty()) {
        const Expected<bool> taken = m_greeted ? takeFrame(frames) : skipNoise(frames);
        if (!taken)
            return tl::unexpected(taken.error());
        if (!*taken)
            break;
    }
    return frames;
}

Expected<bool> FrameParser::skipNoise(QList<Frame> &frames)
{
    const QByteArray mark = m_nonce + " 1 ";
    const qsizetype at = m_buffer.indexOf(mark);
    const qsizetype end = at < 0 ? -1 : m_buffer.indexOf('\n', at);
    if (end < 0) {
        if (m_buffer.size() > mostNoise)
            return garbage(m_buffer);
        return false;
    }
    Frame hello{FrameKind::Hello};
    hello.usable = m_buffer.mid(at + mark.size(), end - at - mark.size()).startsWith("ok");
    frames << hello;
    m_buffer.remove(0, end + 1);
    m_greeted = true;
    return true;
}

Expected<bool> FrameParser::takeFrame(QList<Frame> &frames)
{
    const qsizetype end = m_buffer.left(longestHeader).indexOf('\n');
    if (end < 0) {
        if (m_buffer.size() >= longestHeader)
            return garbage(m_buffer);
        return false;
    }
    const QByteArray line = m_buffer.left(end);
    if (line == "!") {
        frames << Frame{FrameKind::Echo};
        m_buffer.remove(0, end + 1);
        return true;
    }
    const QList<QByteArray> words = line.split(' ');
    const auto index = number(words.value(0), m_caps.size() - 1);
    const auto status = number(words.value(1), 255);
    // The clock of a machine may not run backwards, but a machine may think so.
    const QByteArray took = words.value(2).startsWith('-') ? QByteArray("0") : words.value(2);
    const auto duration = number(took, 100'000'000);
    if (!index || !status || !duration || words.size() < 4)
        return garbage(line);
    Frame frame{FrameKind::Answer, int(*index), int(*status),
                std::chrono::milliseconds(*duration * 10)};
    if (words.size() == 4 && (words.at(3) == "=" || words.at(3) == "!")) {
        frame.kind = words.at(3) == "=" ? FrameKind::Same : FrameKind::TooMuch;
        frames << frame;
        m_buffer.remove(0, end + 1);
        return true;
    }
    const auto out = number(words.value(3), m_caps.at(*index) + mostErrors + 64);
    const auto err = number(words.value(4), mostErrors);
    if (words.size() != 5 || !out || !err)
        return garbage(line);
    return takeBody(std::move(frame), end + 1, *out, *err, frames);
}

Expected<bool> FrameParser::takeBody(Frame frame, qsizetype header, qint64 out, qint64 err,
                                     QList<Frame> &frames)
{
    const qsizetype whole = header + out + err + 1;
    if (m_buffer.size() < whole)
        return false;
    if (m_buffer.at(whole - 1) != '\n')
        return garbage(m_buffer.mid(header));
    frame.output = m_buffer.mid(header, out);
    frame.errors = m_buffer.mid(header + out, err);
    if (frame.output.size() > m_caps.at(frame.index)) {
        frame.kind = FrameKind::TooMuch;
        frame.output.clear();
    }
    frames << std::move(frame);
    m_buffer.remove(0, whole);
    return true;
}
} // namespace Core
