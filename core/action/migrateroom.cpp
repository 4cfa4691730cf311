// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/migratedraft.h"
#include "core/parse/guestfiles.h"

// What only the nodes themselves can say of a guest and of the room for it, asked right before it
// moves.
namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto asking = 60s; // qm config is Perl, on a node that may be busy

Error refused(Message what)
{
    return {ErrorKind::Refused, std::move(what), {}};
}

Command qmConfig(int vmid)
{
    Command command;
    command.program = QStringLiteral("qm");
    command.arguments = {QStringLiteral("config"), QString::number(vmid)};
    return command;
}

Expected<Capacity> capacityOf(Shell &shell, const NodeName &node)
{
    Command command;
    command.program = QStringLiteral("sh");
    command.arguments = {QStringLiteral("-c"),
                         QStringLiteral("cat \"$BINOME_ROOT/proc/meminfo\" && "
                                        "cat \"$BINOME_ROOT/proc/cpuinfo\"")};
    const Expected<CommandOutput> output = ran(shell, node, command);
    return output ? parseCapacity(output->out) : tl::unexpected(output.error());
}

std::optional<Error> troubleOf(const Move &move, const GuestSettings &guest)
{
    if (!guest.lock.isEmpty())
        return refused(
            message(QT_TRANSLATE_NOOP("Core", "%1 is locked: %2"), {move.name, guest.lock}));
    if (!guest.devices.isEmpty())
        return refused(
            message(QT_TRANSLATE_NOOP("Core", "%1 uses devices of %2: %3"),
                    {move.name, move.source.text(), guest.devices.join(QStringLiteral(", "))}));
    return std::nullopt;
}

// A guest that was given the processor as it is breaks on another one.
Expected<void> checkProcessor(Shell &shell, const Move &move, const Capacity &target)
{
    const Expected<Capacity> source = capacityOf(shell, move.source);
    if (!source)
        return tl::unexpected(source.error());
    if (source->processor == target.processor && !target.processor.isEmpty())
        return {};
    return tl::unexpected(refused(
        message(QT_TRANSLATE_NOOP("Core",
                                  "%1 uses the processor as it is (cpu: host), and the nodes have "
                                  "different ones: %2, %3"),
                {move.name, source->processor, target.processor})));
}

Expected<Bytes> checkGuest(Shell &shell, const Move &move, const Capacity &target)
{
    const Expected<CommandOutput> output = ran(shell, move.source, qmConfig(move.vmid));
    if (!output)
        return tl::unexpected(output.error());
    const Expected<GuestSettings> guest = parseGuestSettings(output->out);
    if (!guest)
        return tl::unexpected(guest.error());
    if (const std::optional<Error> trouble = troubleOf(move, *guest))
        return tl::unexpected(*trouble);
    if (usesHostProcessor(*guest)) {
        if (const Expected<void> same = checkProcessor(shell, move, target); !same)
            return tl::unexpected(same.error());
    }
    return guest->memory.value_or(defaultMemory);
}

Expected<void> askRoom(Shell &shell, const QList<Move> &moves)
{
    const NodeName target = moves.constFirst().target;
    const Expected<Capacity> capacity = capacityOf(shell, target);
    if (!capacity)
        return tl::unexpected(capacity.error());
    Bytes needed;
    for (const Move &move : moves) {
        const Expected<Bytes> memory = checkGuest(shell, move, *capacity);
        if (!memory)
            return tl::unexpected(memory.error());
        needed.value += memory->value;
    }
    if (capacity->freeMemory < needed)
        return tl::unexpected(
            refused(message(QT_TRANSLATE_NOOP("Core", "%1 has %2 of memory free, %3 are needed"),
                            {target.text(), capacity->freeMemory, needed})));
    return {};
}
} // namespace

Step roomStep(const QList<Move> &moves)
{
    QStringList lines;
    for (const Move &move : moves)
        lines << previewOf(qmConfig(move.vmid));
    lines << QStringLiteral("cat /proc/meminfo /proc/cpuinfo");
    Step step;
    step.info = {message(QT_TRANSLATE_NOOP("Core",
                                           "Ask for locks, devices and processor on %1, for free "
                                           "memory on %2"),
                         {moves.constFirst().source.text(), moves.constFirst().target.text()}),
                 lines.join(u'\n'), asking, false};
    step.execute = [moves](Shell &shell) { return askRoom(shell, moves); };
    step.verify = [](Shell &) { return Expected<void>(); }; // it changed nothing
    return step;
}
} // namespace Core
