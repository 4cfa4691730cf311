// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/answers.h"

#include "core/base/log.h"
#include "core/provider/exitstatus.h"

namespace Core
{
QByteArray rooted(const MachineContext &context, const QString &path)
{
    return quoted(context.rootPrefix + path);
}

Patch patchOf(const ProbeResult &result, Fact fact)
{
    return {result.machine, Observer(result.machine), {std::move(fact)}};
}

Patch noFacts(const ProbeResult &result)
{
    return {result.machine, Observer(result.machine), {}};
}

QList<Argument> named(const ProbeResult &result)
{
    return {result.machine.text()};
}

bool ranAndFailed(const ProbeResult &result)
{
    const int status = result.exitCode;
    return !result.error && status != 0 && status != ExitStatus::timedOut
        && status != ExitStatus::notInstalled && !ExitStatus::isSignal(status);
}

namespace
{
// The last line that says something, without secrets: it may quote a command line.
QString lastLine(const QByteArray &errors)
{
    const QByteArray text = redacted(errors).trimmed();
    return QString::fromUtf8(text.mid(text.lastIndexOf('\n') + 1)).trimmed();
}

Message sentenceOf(const ProbeResult &result)
{
    const int status = result.exitCode;
    if (status == ExitStatus::timedOut)
        return message(QT_TRANSLATE_NOOP("Core", "The command did not end in time on %1"),
                       named(result));
    if (status == ExitStatus::notInstalled)
        return message(QT_TRANSLATE_NOOP("Core", "The command is not installed on %1"),
                       named(result));
    if (ExitStatus::isSignal(status))
        return message(QT_TRANSLATE_NOOP("Core", "The command was killed on %1"), named(result));
    return message(QT_TRANSLATE_NOOP("Core", "The command failed on %1 with exit status %2"),
                   named(result) << QString::number(status));
}
} // namespace

std::optional<Error> failureOf(const ProbeResult &result)
{
    if (result.error)
        return result.error;
    if (result.exitCode == 0)
        return std::nullopt;
    const ErrorKind kind
        = result.exitCode == ExitStatus::timedOut ? ErrorKind::Timeout : ErrorKind::CommandFailed;
    return Error{kind, sentenceOf(result), lastLine(result.errors)};
}
} // namespace Core
