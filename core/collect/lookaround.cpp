// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/lookaround.h"

#include "core/base/log.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
template <typename Wanted> QStringList united(const Providers &providers, Wanted wanted)
{
    QStringList all;
    for (const auto &provider : providers)
        all += wanted(*provider);
    all.removeDuplicates();
    return all;
}

Command lookCommand(const QByteArray &script, bool sudo)
{
    Command command = shellCommand(script, sudo);
    command.timeout = 10s;
    return command;
}
} // namespace

QStringList wantedCommands(const Providers &providers)
{
    return united(providers, [](const Provider &provider) { return provider.wantedCommands(); });
}

QStringList wantedPaths(const Providers &providers)
{
    return united(providers, [](const Provider &provider) { return provider.wantedPaths(); });
}

LookAround::LookAround(const Providers &providers, const QString &rootPrefix, bool sudo,
                       Transport &transport, QObject *parent)
    : QObject(parent),
      m_stream(transport.start(lookCommand(
          lookScript(wantedCommands(providers), wantedPaths(providers), rootPrefix, m_nonce),
          sudo)))
{
    connect(m_stream.get(), &Stream::data, this, [this](const QByteArray &bytes) {
        m_output = (m_output + bytes).right(64 * 1024);
        emit heard();
    });
    connect(m_stream.get(), &Stream::errorData, this,
            [this](const QByteArray &bytes) { m_errors = (m_errors + bytes).right(4096); });
    connect(m_stream.get(), &Stream::closed, this, &LookAround::finish);
}

void LookAround::finish(const Expected<int> &status)
{
    if (!status) {
        emit done(tl::unexpected(status.error()));
        return;
    }
    const QString words = QString::fromUtf8(redacted(m_errors)).trimmed();
    Expected<MachineFacts> facts = parseLook(m_output, m_nonce);
    // "sudo: a password is required" says more than that our last line is missing.
    if (!facts && *status != 0)
        facts = failure(ErrorKind::CommandFailed,
                        message(QT_TRANSLATE_NOOP("Core", "The machine cannot be asked: %1"),
                                {words.section(u'\n', -1)}),
                        words);
    emit done(facts);
}
} // namespace Core
