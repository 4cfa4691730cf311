// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionshell.h"

#include "core/action/awaited.h"
#include "core/base/log.h"
#include "core/base/whendone.h"

#include <mutex>

namespace Core
{
using namespace std::chrono;

namespace
{
constexpr auto lookEvery = 200ms; // at what a command prints, while it runs

// Around every command; its words arrive as "$@", so that nothing is quoted twice.
const QString around
    = QStringLiteral("LC_ALL=C; export LC_ALL; unset LANGUAGE; "
                     "PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin; "
                     "export PATH; exec \"$@\"");

tl::unexpected<Error> noWay(const NodeName &to)
{
    return failure(ErrorKind::Unreachable,
                   message(QT_TRANSLATE_NOOP("Core", "%1 is not connected: nothing was sent to it"),
                           {to.text()}));
}

tl::unexpected<Error> noWayToBmc(const BmcWay &way)
{
    return failure(ErrorKind::Unreachable,
                   way.through.isEmpty()
                       ? message(QT_TRANSLATE_NOOP("Core",
                                                   "This computer has no way to the BMC of %1: "
                                                   "nothing was sent to it"),
                                 {way.of.text()})
                       : message(QT_TRANSLATE_NOOP("Core",
                                                   "%1 cannot be asked for the BMC of %2: nothing "
                                                   "was sent to it"),
                                 {way.through.text(), way.of.text()}));
}

// Cuts what arrives into lines.
class Lines
{
public:
    explicit Lines(std::function<void(const QString &)> take) : m_take(std::move(take)) { }
    void add(const QByteArray &bytes)
    {
        m_rest += bytes;
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
            tell(m_rest.left(end));
            m_rest.remove(0, end + 1);
        }
    }
    void end() { tell(std::exchange(m_rest, {})); }
    void tell(const QByteArray &line)
    {
        if (m_take && !line.isEmpty())
            m_take(QString::fromUtf8(redacted(line)));
    }

private:
    std::function<void(const QString &)> m_take;
    QByteArray m_rest;
};

// What arrives in the main thread, until the action's thread asks for it.
class Letters
{
public:
    void put(const QByteArray &bytes)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting += bytes;
    }
    void hand(const Shell::Heard &heard)
    {
        QByteArray bytes;
        {
            const std::lock_guard lock(m_mutex);
            bytes.swap(m_waiting);
        }
        if (!bytes.isEmpty())
            heard(bytes);
    }

private:
    std::mutex m_mutex;
    QByteArray m_waiting;
};

CommandOutput cleaned(CommandOutput output)
{
    output.out = Core::redacted(output.out);
    output.err = Core::redacted(output.err);
    return output;
}
} // namespace

Command elevated(const Command &command, const MachineContext &context, bool sudo)
{
    Command whole = command;
    const bool absolute = command.program.startsWith(u'/');
    whole.program = sudo ? QStringLiteral("sudo") : QStringLiteral("sh");
    whole.arguments
        = sudo ? QStringList{QStringLiteral("-n"), QStringLiteral("sh")} : QStringList();
    if (!context.rootPrefix.isEmpty()) { // where a script finds the machine's own files
        const QString root = QStringLiteral("BINOME_ROOT=") + context.rootPrefix;
        whole.arguments = sudo
            ? QStringList{QStringLiteral("-n"), QStringLiteral("env"), root, QStringLiteral("sh")}
            : QStringList{root, QStringLiteral("sh")};
        whole.program = sudo ? QStringLiteral("sudo") : QStringLiteral("env");
    }
    whole.arguments << QStringLiteral("-c") << around << QStringLiteral("sh")
                    << (absolute ? context.rootPrefix + command.program : command.program)
                    << command.arguments;
    return whole;
}

ActionShell::ActionShell(QObject &main, ActionReach &reach, std::stop_token stop, Told told)
    : m_main(main), m_reach(reach), m_stop(std::move(stop)), m_told(std::move(told))
{
}

void ActionShell::begin(milliseconds allowed)
{
    m_deadline = steady_clock::now() + allowed;
    m_sent = m_expired = m_blind = false;
}

Error ActionShell::giveUp()
{
    if (m_stop.stop_requested())
        return {ErrorKind::Cancelled, message(QT_TRANSLATE_NOOP("Core", "Cancelled")), {}};
    m_expired = true;
    return {ErrorKind::Timeout,
            message(QT_TRANSLATE_NOOP("Core", "The time allowed for this step is over")),
            {}};
}

// ask(awaited, stop) runs in the main thread, says what is sent and returns the future, or an
// error.
template <typename T, typename Ask>
Expected<T> ActionShell::asked(Ask ask, const std::function<void()> &meanwhile)
{
    const auto awaited = std::make_shared<Awaited<Expected<T>>>();
    std::stop_source stop;
    const auto put = [main = &m_main, awaited, ask = std::move(ask), token = stop.get_token()] {
        if (!awaited->begin())
            return;
        const Expected<QFuture<Expected<T>>> future = ask(*awaited, token);
        if (!future)
            return awaited->give(tl::unexpected(future.error()));
        whenDone(*future, main, [awaited](const Expected<T> &answer) { awaited->give(answer); });
    };
    QMetaObject::invokeMethod(&m_main, put, Qt::QueuedConnection);
    std::optional<Expected<T>> answer;
    while (meanwhile && !answer && !m_stop.stop_requested() && steady_clock::now() < m_deadline) {
        answer = awaited->glance(m_stop, std::min(m_deadline, steady_clock::now() + lookEvery));
        meanwhile();
    }
    if (!answer)
        answer = awaited->take(m_stop, m_deadline);
    m_sent = m_sent || awaited->wasSent();
    if (answer && !*answer && answer->error().kind == ErrorKind::Cancelled
        && !m_stop.stop_requested()) // not by us: the session was closed under it, to dial anew
        answer->error().kind = ErrorKind::Unreachable;
    if (answer)
        return std::move(*answer);
    stop.request_stop(); // what it left behind there is ended
    return tl::unexpected(giveUp());
}

Expected<CommandOutput> ActionShell::run(const NodeName &on, const Command &command)
{
    return follow(on, command, {});
}

Expected<CommandOutput> ActionShell::follow(const NodeName &on, const Command &command,
                                            const Heard &heard)
{
    const auto left = duration_cast<milliseconds>(m_deadline - steady_clock::now());
    Command bounded = command;
    bounded.timeout = std::max(1ms, std::min(command.timeout, left));
    const auto lines = std::make_shared<Lines>(m_told.printed);
    const auto letters = heard ? std::make_shared<Letters>() : nullptr;
    using Answer = Expected<QFuture<Expected<CommandOutput>>>;
    Expected<CommandOutput> result = asked<CommandOutput>(
        [reach = &m_reach, on, bounded, lines, letters](auto &awaited, const auto &stop) -> Answer {
            Transport *transport = reach->transport(on);
            if (!transport || transport->state() != TransportState::Ready)
                return noWay(on);
            awaited.sent();
            lines->tell(on.text().toUtf8() + "# " + shellLine(bounded));
            return transport->run(elevated(bounded, reach->context(on), reach->sudo(on)), stop,
                                  [lines, letters](const QByteArray &bytes) {
                                      lines->add(bytes);
                                      if (letters)
                                          letters->put(bytes);
                                  });
        },
        heard ? [this, &heard, letters] {
            letters->hand(heard);
            if (recallAsked())
                heard({});
        } : std::function<void()>());
    QMetaObject::invokeMethod(
        &m_main, [lines] { lines->end(); }, Qt::QueuedConnection);
    if (m_told.ran)
        m_told.ran({on, QString::fromUtf8(redacted(shellLine(command))),
                    result.map([](auto &&out) { return cleaned(out); })});
    return result;
}

Expected<PowerState> ActionShell::power(const BmcWay &of)
{
    using Answer = Expected<QFuture<Expected<PowerState>>>;
    return asked<PowerState>([reach = &m_reach, of](auto &, const auto &stop) -> Answer {
        Bmc *bmc = reach->bmc(of);
        if (!bmc)
            return noWayToBmc(of);
        return bmc->power(stop);
    });
}

// tell(bmc, stop) gives the order, in the main thread.
template <typename Tell> Expected<void> ActionShell::told(const BmcWay &of, Tell tell)
{
    using Answer = Expected<QFuture<Expected<void>>>;
    return asked<void>([reach = &m_reach, of, tell](auto &awaited, const auto &stop) -> Answer {
        Bmc *bmc = reach->bmc(of);
        if (!bmc)
            return noWayToBmc(of);
        awaited.sent();
        return tell(*bmc, stop);
    });
}

Expected<void> ActionShell::setPower(const BmcWay &of, PowerState wanted)
{
    return told(of, [wanted](Bmc &bmc, const auto &stop) { return bmc.setPower(wanted, stop); });
}

Expected<void> ActionShell::order(const BmcWay &of, BmcOrder order)
{
    return told(of, [order](Bmc &bmc, const auto &stop) { return bmc.order(order, stop); });
}

SnapshotPtr ActionShell::freshSnapshot()
{
    const auto awaited = std::make_shared<Awaited<SnapshotPtr>>();
    QMetaObject::invokeMethod(
        &m_main,
        [main = &m_main, reach = &m_reach, awaited] {
            if (awaited->begin())
                whenDone(reach->fresh(), main,
                         [awaited](const SnapshotPtr &fresh) { awaited->give(fresh); });
        },
        Qt::QueuedConnection);
    if (std::optional<SnapshotPtr> fresh = awaited->take(m_stop, m_deadline); fresh && *fresh)
        return *fresh;
    static_cast<void>(giveUp());
    m_blind = true;
    return std::make_shared<const ClusterSnapshot>();
}

bool ActionShell::sleepFor(milliseconds time)
{
    Awaited<bool> never;
    const auto wake = steady_clock::now() + time;
    static_cast<void>(never.take(m_stop, std::min(wake, m_deadline)));
    if (m_stop.stop_requested())
        return false;
    m_expired = m_expired || wake > m_deadline;
    return wake <= m_deadline;
}

void ActionShell::tell(const StepProgress &progress)
{
    if (m_told.progressed)
        m_told.progressed(progress);
}
} // namespace Core
