// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QList>

#include <chrono>

namespace Core
{
enum class FrameKind : quint8 { Hello, Echo, Answer, Same, TooMuch };

struct Frame {
    FrameKind kind = FrameKind::Answer;
    int index = -1; // of the probe in its channel
    int status = 0;
    std::chrono::milliseconds duration{0}; // on the machine, in steps of 10 ms
    QByteArray output;
    QByteArray errors;
    bool usable = true; // Hello: the machine has a `timeout` command
};

// Bytes of a channel to frames (see ChannelScript). What stands before the hello is a banner or a
// start-up file's noise and is skipped; afterwards every byte must belong to a frame. Holds at most
// one frame.
class FrameParser
{
public:
    // caps: most output bytes of each probe, by index.
    FrameParser(QByteArray nonce, QList<qint64> caps);
    // ParseFailed with the offending bytes; frames before them are lost, and so is the channel.
    Expected<QList<Frame>> feed(const QByteArray &bytes);
    bool greeted() const { return m_greeted; }

private:
    Expected<bool> skipNoise(QList<Frame> &frames);
    Expected<bool> takeFrame(QList<Frame> &frames); // false: more bytes are needed
    Expected<bool> takeBody(Frame frame, qsizetype header, qint64 out, qint64 err,
                            QList<Frame> &frames);

    QByteArray m_nonce;
    QList<qint64> m_caps;
    QByteArray m_buffer;
    bool m_greeted = false;
};
} // namespace Core
