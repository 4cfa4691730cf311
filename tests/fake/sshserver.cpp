// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fake/sshserver.h"

#include "core/transport/sshsocket.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QProcess>

#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <libssh/server.h>
#include <map>

struct SshServer::Bind {
    ssh_bind bind = ssh_bind_new();
    ~Bind() { ssh_bind_free(bind); }
};

namespace
{
// One connection, in its thread.
class Connection
{
public:
    Connection(const SshServerBehaviour &behaviour, const std::atomic<bool> &stop,
               std::atomic<int> &logins)
        : m_behaviour(behaviour), m_stop(stop), m_logins(logins), m_session(ssh_new()),
          m_event(ssh_event_new())
    {
    }
    ~Connection()
    {
        if (m_joined)
            ssh_event_remove_session(m_event, m_session);
        ssh_event_free(m_event);
        ssh_silent_disconnect(m_session);
        ssh_free(m_session);
    }
    void serve(ssh_bind bind, socket_t fd);

private:
    static Connection &self(void *user) { return *static_cast<Connection *>(user); }
    static int password(ssh_session, const char *, const char *given, void *user);
    static int none(ssh_session, const char *, void *) { return SSH_AUTH_DENIED; }
    static int publicKey(ssh_session, const char *, ssh_key_struct *, char state, void *user);
    static ssh_channel openChannel(ssh_session, void *user);
    static int exec(ssh_session, ssh_channel channel, const char *command, void *user);
    static int input(ssh_session, ssh_channel channel, void *bytes, uint32_t size, int, void *user);
    static void endOfInput(ssh_session, ssh_channel channel, void *user);
    static int otherMessage(ssh_session, ssh_message message, void *user);
    int interactive(ssh_message message);
    void offer(int methods) { ssh_set_auth_methods(m_session, methods); }
    int firstMethods() const;
    int success();
    void speak();
    void relay();
    void setCallbacks();

    const SshServerBehaviour &m_behaviour;
    const std::atomic<bool> &m_stop;
    std::atomic<int> &m_logins;
    ssh_session m_session;
    ssh_event m_event;
    bool m_joined = false;
    bool m_loggedIn = false;
    std::map<ssh_channel, std::unique_ptr<QProcess>> m_running;
    ssh_channel m_speaking = nullptr;
    qsizetype m_next = 0;
    QDeadlineTimer m_pause;
    ssh_server_callbacks_struct m_server{};
    ssh_channel_callbacks_struct m_channel{};
};

int Connection::firstMethods() const
{
    if (m_behaviour.publicKeyFirst)
        return SSH_AUTH_METHOD_PUBLICKEY;
    return (m_behaviour.keyboardInteractive ? SSH_AUTH_METHOD_INTERACTIVE : 0)
        | (m_behaviour.publicKeyOffered ? SSH_AUTH_METHOD_PUBLICKEY : 0)
        | (m_behaviour.passwordOffered ? SSH_AUTH_METHOD_PASSWORD : 0);
}

int Connection::success()
{
    m_loggedIn = true;
    ++m_logins;
    return SSH_AUTH_SUCCESS;
}

int Connection::password(ssh_session, const char *, const char *given, void *user)
{
    const QByteArray &right = self(user).m_behaviour.password;
    return !right.isEmpty() && right == given ? self(user).success() : SSH_AUTH_DENIED;
}

int Connection::publicKey(ssh_session, const char *, ssh_key_struct *, char state, void *user)
{
    if (!self(user).m_behaviour.publicKeyFirst)
        return SSH_AUTH_DENIED;
    if (state != SSH_PUBLICKEY_STATE_VALID)
        return SSH_AUTH_SUCCESS; // the question whether the key would do
    self(user).offer(SSH_AUTH_METHOD_PASSWORD);
    return SSH_AUTH_PARTIAL;
}

ssh_channel Connection::openChannel(ssh_session session, void *user)
{
    ssh_channel channel = ssh_channel_new(session);
    ssh_set_channel_callbacks(channel, &self(user).m_channel);
    return channel;
}

int Connection::exec(ssh_session, ssh_channel channel, const char *command, void *user)
{
    const SshServerBehaviour &behaviour = self(user).m_behaviour;
    if (!behaviour.program.isEmpty()) {
        QProcessEnvironment environment = behaviour.environment;
        environment.insert(QStringLiteral("SSH_ORIGINAL_COMMAND"), QString::fromUtf8(command));
        auto &process = self(user).m_running[channel] = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->start(behaviour.program, QStringList());
        return 0;
    }
    self(user).m_speaking = channel;
    self(user).m_next = 0;
    return 0;
}

int Connection::input(ssh_session, ssh_channel channel, void *bytes, uint32_t size, int, void *user)
{
    const auto running = self(user).m_running.find(channel);
    if (running != self(user).m_running.end())
        running->second->write(static_cast<const char *>(bytes), size);
    return static_cast<int>(size);
}

void Connection::endOfInput(ssh_session, ssh_channel channel, void *user)
{
    const auto running = self(user).m_running.find(channel);
    if (running != self(user).m_running.end())
        running->second->closeWriteChannel();
}

// What the processes said meanwhile, and their ends.
void Connection::relay()
{
    for (auto it = m_running.begin(); it != m_running.end();) {
        const auto &[channel, process] = *it;
        const QByteArray out = process->readAllStandardOutput();
        const QByteArray err = process->readAllStandardError();
        ssh_channel_write(channel, out.constData(), static_cast<uint32_t>(out.size()));
        ssh_channel_write_stderr(channel, err.constData(), static_cast<uint32_t>(err.size()));
        if (process->state() != QProcess::NotRunning) {
            ++it;
            continue;
        }
        ssh_channel_request_send_exit_status(channel, process->exitCode());
        ssh_channel_send_eof(channel);
        ssh_channel_close(channel);
        it = m_running.erase(it);
    }
}

// 0: dealt with, also by silence; 1: the library declines.
int Connection::otherMessage(ssh_session, ssh_message message, void *user)
{
    Connection &connection = self(user);
    if (ssh_message_type(message) == SSH_REQUEST_AUTH
        && ssh_message_subtype(message) == SSH_AUTH_METHOD_INTERACTIVE)
        return connection.interactive(message);
    return connection.m_loggedIn && connection.m_behaviour.neverAnswers ? 0 : 1;
}

int Connection::interactive(ssh_message message)
{
    if (ssh_message_auth_kbdint_is_response(message) == 0) {
        const char *prompts[] = {"Password: ", "Token: "};
        char echo[] = {0, 1};
        ssh_message_auth_interactive_request(message, "Login", "Two answers", 2, prompts, echo);
        return 0;
    }
    const bool right = ssh_userauth_kbdint_getnanswers(m_session) == 2
        && m_behaviour.password == ssh_userauth_kbdint_getanswer(m_session, 0)
        && m_behaviour.token == ssh_userauth_kbdint_getanswer(m_session, 1);
    if (!right)
        return 1;
    success();
    ssh_message_auth_reply_success(message, 0);
    return 0;
}

void Connection::setCallbacks()
{
    ssh_callbacks_init(&m_server);
    m_server.userdata = this;
    m_server.auth_password_function = &password;
    m_server.auth_none_function = &none;
    m_server.auth_pubkey_function = &publicKey;
    if (!m_behaviour.neverAnswers)
        m_server.channel_open_request_session_function = &openChannel;
    ssh_set_server_callbacks(m_session, &m_server);
    ssh_callbacks_init(&m_channel);
    m_channel.userdata = this;
    m_channel.channel_exec_request_function = &exec;
    m_channel.channel_data_function = &input;
    m_channel.channel_eof_function = &endOfInput;
    ssh_set_message_callback(m_session, &otherMessage, this);
    offer(firstMethods());
}

void Connection::serve(ssh_bind bind, socket_t fd)
{
    if (ssh_bind_accept_fd(bind, m_session, fd) != SSH_OK)
        return;
    setCallbacks();
    if (ssh_handle_key_exchange(m_session) != SSH_OK)
        return;
    QEventLoop processes; // of this thread, which is none of Qt's
    m_joined = ssh_event_add_session(m_event, m_session) == SSH_OK;
    while (!m_stop && ssh_is_connected(m_session) != 0) {
        if (m_loggedIn && m_behaviour.deaf)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        else if (ssh_event_dopoll(m_event, 10) == SSH_ERROR)
            break;
        if (m_speaking && m_pause.hasExpired())
            speak();
        processes.processEvents();
        relay();
    }
    for (const auto &[channel, process] : m_running) {
        process->kill();
        process->waitForFinished();
    }
    m_running.clear();
}

void Connection::speak()
{
    if (m_next < m_behaviour.output.size()) {
        const QByteArray &piece = m_behaviour.output[m_next++];
        ssh_channel_write(m_speaking, piece.constData(), static_cast<uint32_t>(piece.size()));
        m_pause.setRemainingTime(m_behaviour.pieceMilliseconds);
        return;
    }
    if (m_behaviour.cut) {
        ssh_silent_disconnect(m_session);
    } else {
        ssh_channel_request_send_exit_status(m_speaking, m_behaviour.exitStatus);
        ssh_channel_send_eof(m_speaking);
        ssh_channel_close(m_speaking);
    }
    m_speaking = nullptr;
}
} // namespace

SshServer::SshServer(SshServerBehaviour behaviour, QObject *parent)
    : QTcpServer(parent), m_behaviour(std::move(behaviour)), m_bind(std::make_unique<Bind>())
{
    ssh_key key = nullptr;
    char *text = nullptr;
    ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key);
    ssh_pki_export_pubkey_base64(key, &text);
    m_hostKeyLine = "ssh-ed25519 " + QByteArray(text);
    ssh_string_free_char(text);
    const bool no = false;
    ssh_bind_options_set(m_bind->bind, SSH_BIND_OPTIONS_PROCESS_CONFIG, &no);
    ssh_bind_options_set(m_bind->bind, SSH_BIND_OPTIONS_IMPORT_KEY, key); // takes it
    if (!m_behaviour.version.isEmpty())
        ssh_bind_options_set(m_bind->bind, SSH_BIND_OPTIONS_BANNER,
                             m_behaviour.version.constData());
    listen(QHostAddress::LocalHost);
}

SshServer::~SshServer()
{
    m_stop = true;
    close();
    for (std::thread &thread : m_threads)
        thread.join();
}

void SshServer::incomingConnection(qintptr fd)
{
    m_threads.emplace_back([this, fd] {
        Core::OwnedSocket socket(fd);
        if (!m_behaviour.noise.isEmpty())
            Core::send(fd, m_behaviour.noise.constData(), m_behaviour.noise.size());
        if (!m_behaviour.noiseOnly) {
            Connection(m_behaviour, m_stop, m_logins)
                .serve(m_bind->bind, static_cast<socket_t>(socket.release()));
            return;
        }
        char ignored[256];
        while (!m_stop && Core::receive(fd, ignored, sizeof ignored) != 0)
            Core::peeked(fd, 1, std::chrono::milliseconds(20));
    });
}
