// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/drbddraft.h"
#include "core/model/drbdpolicy.h"
#include "core/model/forecast.h"
#include "core/parse/drbdshow.h"

#include <cmath>

// A resync rate for now, and the return to the configured one.
namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr double slowest = 4.0 * 1024; // bytes a second, drbdsetup(8): 1 to 4194304 KiB
constexpr double fastest = 4194304.0 * 1024;

QString inKiB(Rate rate)
{
    return QString::number(qint64(std::llround(rate.bytesPerSecond / 1024))) + u'K';
}

// The dynamic controller ignores a rate, so it is switched off where it is on.
bool controlled(const DrbdDraft &draft, const DrbdSide &side)
{
    const DrbdResourceConfig *config = configOf(draft.snapshot, side.node, draft.name());
    const DrbdSetting *ahead
        = config ? settingOf(*config, QStringLiteral("syncer/c-plan-ahead")) : nullptr;
    return ahead && ahead->value != QStringLiteral("0");
}

Command rateCommand(const DrbdDraft &draft, const DrbdSide &side)
{
    const QString rate = inKiB(draft.verb.rate);
    if (*side.syntax == DrbdSyntax::Since84)
        return drbdadm(
            *side.syntax, QStringLiteral("disk-options"), draft.name(),
            {QStringLiteral("--c-plan-ahead=0"), QStringLiteral("--resync-rate=") + rate});
    Command command;
    command.program = QStringLiteral("drbdsetup");
    command.arguments = QStringList{QStringLiteral("/dev/drbd%1").arg(draft.pair.minor),
                                    QStringLiteral("syncer"), QStringLiteral("-r"), rate};
    if (controlled(draft, side))
        command.arguments << QStringLiteral("-p") << QStringLiteral("0");
    return command;
}

Command backCommand(const DrbdDraft &draft, const DrbdSide &side)
{
    const bool newer = *side.syntax == DrbdSyntax::Since84;
    return drbdadm(*side.syntax, newer ? QStringLiteral("adjust") : QStringLiteral("syncer"),
                   draft.name());
}

Command showCommand(const DrbdDraft &draft, const DrbdSide &side)
{
    Command command;
    command.program = QStringLiteral("drbdsetup");
    command.arguments = *side.syntax == DrbdSyntax::Since84
        ? QStringList{QStringLiteral("show"), draft.name().text()}
        : QStringList{QStringLiteral("/dev/drbd%1").arg(draft.pair.minor), QStringLiteral("show")};
    return command;
}

// wanted: none when the default has to hold, of which no release prints the same.
Expected<void> showsRate(Shell &shell, const NodeName &node, const Command &show,
                         const std::optional<Rate> &wanted)
{
    const Expected<CommandOutput> said = ran(shell, node, show);
    if (!said)
        return tl::unexpected(said.error());
    const std::optional<Rate> now = runningRate(said->out);
    const double off = wanted && now ? std::abs(now->bytesPerSecond - wanted->bytesPerSecond) : 0;
    if ((wanted && !now) || off > 1024)
        return failure(
            ErrorKind::Stale,
            message(QT_TRANSLATE_NOOP("Core", "%1 shows another resync rate"), {node.text()}),
            QString::fromUtf8(said->out));
    return {};
}

Step rateStep(const DrbdDraft &draft, const DrbdSide &side, const std::optional<Rate> &wanted)
{
    const bool back = draft.verb.rate.bytesPerSecond <= 0;
    const Command command = back ? backCommand(draft, side) : rateCommand(draft, side);
    Step step = commandStep(
        back ? message(QT_TRANSLATE_NOOP("Core", "Return to the configured rate on %1"),
                       {side.node.text()})
             : message(QT_TRANSLATE_NOOP("Core", "Set the rate on %1"), {side.node.text()}),
        side.node, command, {});
    step.verify = [node = side.node, show = showCommand(draft, side), wanted](Shell &shell) {
        return showsRate(shell, node, show, wanted);
    };
    return step;
}

Rate asRate(const std::optional<Bytes> &bytes)
{
    return {double(bytes.value_or(Bytes()).value)};
}

// What the rate would mean, before it is applied.
void tellForecast(DrbdDraft &draft, Rate wished)
{
    const DrbdSide &side = draft.pair.own;
    const DrbdPeer peer = side.state->peers.isEmpty() ? DrbdPeer() : side.state->peers.first();
    if (!peer.sync || peer.sync->kind != SyncKind::Resync)
        return draft.note("drbd.noresync",
                          message(QT_TRANSLATE_NOOP("Core",
                                                    "No resync runs: the rate holds for the next "
                                                    "one, until somebody adjusts")));
    Forecast now;
    now.state = ForecastState::Running;
    now.left = peer.sync->left;
    now.rate = asRate(peer.sync->speed);
    const Rate seen{std::max(now.rate.bytesPerSecond, asRate(peer.sync->average).bytesPerSecond)};
    const Forecast then = atRate(now, wished, seen);
    const Forecast still = atRate(now, now.rate, std::nullopt);
    if (!then.remaining)
        return;
    draft.note("drbd.forecast",
               still.remaining
                   ? message(QT_TRANSLATE_NOOP("Core",
                                               "At %1 the remaining %2 take %3, instead of %4 now"),
                             {wished, now.left, *then.remaining, *still.remaining})
                   : message(QT_TRANSLATE_NOOP("Core", "At %1 the remaining %2 take %3"),
                             {wished, now.left, *then.remaining}));
    if (wished.bytesPerSecond > seen.bytesPerSecond && seen.bytesPerSecond > 0)
        draft.note("drbd.hope",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "No more than %1 has been seen yet: the network or a "
                                             "disk may not allow it"),
                           {seen}));
}

std::optional<Rate> wantedRate(DrbdDraft &draft, const DrbdSide &side)
{
    if (draft.verb.rate.bytesPerSecond > 0)
        return draft.verb.rate;
    const DrbdResourceConfig *config = configOf(draft.snapshot, side.node, draft.name());
    if (!config) {
        draft.block("drbd.config",
                    message(QT_TRANSLATE_NOOP("Core", "not known: the configuration of %1 on %2"),
                            {draft.name().text(), side.node.text()}));
        return std::nullopt;
    }
    return configuredRate(*config);
}

void planOn(DrbdDraft &draft, const DrbdSide &side, bool dryRun)
{
    const std::optional<Rate> wanted = wantedRate(draft, side);
    if (dryRun)
        draft.plan.steps.push_back(dryAdjustStep(draft, side.node));
    draft.plan.steps.push_back(rateStep(draft, side, wanted));
    if (&side == &draft.pair.own && wanted)
        tellForecast(draft, *wanted);
}
} // namespace

void planSetRate(DrbdDraft &draft)
{
    const double wished = draft.verb.rate.bytesPerSecond;
    if (wished < 0 || !std::isfinite(wished) || wished > fastest
        || (wished > 0 && wished < slowest))
        return draft.block("drbd.rate",
                           message(QT_TRANSLATE_NOOP("Core", "A rate between %1 and %2"),
                                   {Rate{slowest}, Rate{fastest}}));
    const bool back = wished == 0;
    const bool risky = draft.pair.bothPrimary().value_or(true);
    for (const DrbdSide *side : {&draft.pair.own, &draft.pair.peer}) {
        if (side->state && side->syntax)
            planOn(draft, *side, back && risky && *side->syntax == DrbdSyntax::Since84);
        else
            draft.warn("drbd.oneside",
                       message(QT_TRANSLATE_NOOP("Core",
                                                 "%1 does not answer: it keeps its rate, and the "
                                                 "side that receives sets the pace"),
                               {side->node.text()}));
    }
}
} // namespace Core
