// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/transport/sshlibrary.h"

#include <libssh/callbacks.h>

#include <functional>
#include <utility>
#include <vector>

namespace Core
{
// One channel of a non-blocking session, from waiting for its turn to its end. Worker's thread.
// Nothing is called back from inside the library: what arrives is kept until deliver().
class SshChannel
{
public:
    // A request of the library that opens the channel further: SSH_OK, SSH_ERROR or SSH_AGAIN,
    // after which it is called again.
    using Request = std::function<int(ssh_channel)>;
    struct Receiver {
        std::function<void(const QByteArray &bytes, bool isError)> data;
        std::function<void()> opened;
        std::function<void(const Expected<int> &exitCode)> ended; // exactly once
    };

    SshChannel(ssh_session session, std::vector<Request> requests, Receiver receiver);
    ~SshChannel(); // closes the channel
    Q_DISABLE_COPY_MOVE(SshChannel)

    void write(const QByteArray &bytes);
    void closeInput();
    qsizetype queued() const { return m_input.size() - m_sent; } // bytes not yet sent
    qsizetype takeSent() { return std::exchange(m_newlySent, 0); } // bytes since the last call
    // Held, what arrives on stdout stays in the library, which then opens the window no further.
    void hold(bool on);

    // Takes one of the session's places and goes as far as it can without waiting; to be called
    // after each arrival. True: something moved.
    bool advance();
    // Gives what arrived to the receiver, then the end.
    void deliver();
    // Ends with this result now; later arrivals are dropped.
    void end(const Expected<int> &result);
    // Ends without a word to the receiver.
    void abandon() { m_ended = true; }

    bool started() const { return m_channel != nullptr; }
    bool ended() const { return m_ended; }
    bool remoteEnded() const { return m_remoteClosed || m_exitKnown; }
    bool hasNews() const;
    // The server owes an answer to "open": until it comes the channel cannot be closed, and sshd
    // would keep an abandoned one for as long as the connection lasts.
    bool openPending() const;

private:
    enum class Phase : quint8 { Opening, Running, Failed };
    static int takeData(ssh_session, ssh_channel, void *bytes, uint32_t size, int isError,
                        void *self);
    static void takeClose(ssh_session, ssh_channel, void *self);
    static void takeExit(ssh_session, ssh_channel, int status, void *self);
    static void takeSignal(ssh_session, ssh_channel, const char *name, int dumped, const char *text,
                           const char *language, void *self);

    bool create();
    bool advanceOpening();
    bool advanceWriting();
    void refuse();

    ssh_session m_session;
    ssh_channel m_channel = nullptr; // the library frees it when the remote side closed it too
    ssh_channel_callbacks_struct m_callbacks{};
    std::vector<Request> m_requests;
    Receiver m_receiver;
    size_t m_request = 0; // the one that is asked
    Phase m_phase = Phase::Opening;
    QByteArray m_out;
    QByteArray m_err;
    QByteArray m_input;
    qsizetype m_sent = 0;
    qsizetype m_newlySent = 0;
    bool m_held = false;
    bool m_inputClosed = false;
    bool m_eofSent = false;
    bool m_remoteClosed = false;
    bool m_ended = false;
    bool m_exitKnown = false;
    int m_exitCode = -1;
};
} // namespace Core
