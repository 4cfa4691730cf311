// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/clusvcadm.h"

namespace Core
{
namespace
{
struct Refusal {
    int exit;
    const char *words;
};

// Source: rgmanager/include/resgroup.h, as a byte.
constexpr Refusal refusals[] = {
    {254, QT_TRANSLATE_NOOP("Core", "rgmanager gave up: the service has failed")},
    {252, QT_TRANSLATE_NOOP("Core", "rgmanager knows no such service")},
    {251, QT_TRANSLATE_NOOP("Core", "rgmanager would wait for itself")},
    {250, QT_TRANSLATE_NOOP("Core", "rgmanager is busy or locked: try again later")},
    {249, QT_TRANSLATE_NOOP("Core", "another service forbids it")},
    {248, QT_TRANSLATE_NOOP("Core", "the service is in no state for it")},
    {247, QT_TRANSLATE_NOOP("Core", "rgmanager has no quorum")},
    {245, QT_TRANSLATE_NOOP("Core", "the service is frozen")},
    {244, QT_TRANSLATE_NOOP("Core", "rgmanager does not run on the target")},
    {243, QT_TRANSLATE_NOOP("Core", "a fencing is not ended yet")},
    {241, QT_TRANSLATE_NOOP("Core", "its failover domain forbids that node")},
    {240, QT_TRANSLATE_NOOP("Core", "it must be alone on its node")},
    {239, QT_TRANSLATE_NOOP("Core", "it did not work there; it runs where it was")},
    {238, QT_TRANSLATE_NOOP("Core", "rgmanager permits it to root only")},
};
} // namespace

Command clusvcadm(const QStringList &arguments, std::chrono::seconds time)
{
    Command command;
    command.program = QStringLiteral("clusvcadm");
    command.arguments = arguments;
    command.timeout = time;
    return command;
}

Message clusvcadmRefusal(const CommandOutput &output)
{
    for (const Refusal &refusal : refusals) {
        if (refusal.exit == output.exitCode)
            return message(refusal.words);
    }
    const QString words = QString::fromUtf8(output.err.isEmpty() ? output.out : output.err);
    return message(QT_TRANSLATE_NOOP("Core", "rgmanager says: %1"),
                   {words.trimmed().section(u'\n', -1).section(QStringLiteral("..."), -1)});
}

Expected<void> ranClusvcadm(Shell &shell, const NodeName &on, const Command &command)
{
    const Expected<CommandOutput> output = shell.run(on, command);
    if (!output)
        return tl::unexpected(output.error());
    if (output->exitCode == 0)
        return {};
    return tl::unexpected(Error{ErrorKind::CommandFailed,
                                message(QT_TRANSLATE_NOOP("Core", "Refused on %1: %2"),
                                        {on.text(), MessageList{clusvcadmRefusal(*output)}}),
                                QString::fromUtf8(output->out + output->err)});
}
} // namespace Core
