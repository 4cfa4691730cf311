// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/migrationwatch.h"

#include <algorithm>

namespace Core
{
namespace
{
constexpr int kept = 8; // reports: 16 s at QEMU's slow pace, enough to see whether less is left

double seconds(MigrationWatch::Time time)
{
    return double(time.count()) / 1000;
}

Bytes leftOf(const MigrationProgress &progress)
{
    return progress.remaining.value_or(
        Bytes{std::max<qint64>(0, progress.total.value - progress.transferred.value)});
}
} // namespace

std::optional<StepProgress> MigrationWatch::take(const QByteArray &bytes, Time now)
{
    if (bytes.isEmpty())
        return std::nullopt;
    m_log += bytes;
    const Expected<Migration> migration
        = parseQmMigrate(QByteArrayView(m_log).first(m_log.lastIndexOf('\n') + 1));
    if (!migration || migration->progress.size() <= m_read)
        return std::nullopt;
    m_read = migration->progress.size();
    m_points << Point{migration->progress.last(), now};
    if (m_points.size() > kept)
        m_points.removeFirst();
    return told(m_points.last());
}

// Less is left than at any report before; while few are known, it is taken to.
bool MigrationWatch::converges() const
{
    if (m_points.size() < kept || !m_points.last().progress.remaining)
        return true;
    const auto half = m_points.cbegin() + kept / 2;
    const auto less
        = [](const Point &a, const Point &b) { return leftOf(a.progress) < leftOf(b.progress); };
    const Bytes before = leftOf(std::min_element(m_points.cbegin(), half, less)->progress);
    return leftOf(std::min_element(half, m_points.cend(), less)->progress) < before;
}

double MigrationWatch::ratePerSecond(const Point &now) const
{
    const Point &first = m_points.first();
    const double time = seconds(now.at - first.at);
    const double sent = double(now.progress.transferred.value - first.progress.transferred.value);
    return time > 0 && sent > 0 ? sent / time : 0;
}

// What was sent and is still not less: the guest wrote it again.
double MigrationWatch::dirtiedPerSecond(const Point &now) const
{
    const Point &first = m_points.first();
    const double time = seconds(now.at - first.at);
    const double grown
        = double(leftOf(now.progress).value - leftOf(first.progress).value) / std::max(time, 0.001);
    return std::max(0.0, ratePerSecond(now) + grown);
}

StepProgress MigrationWatch::told(const Point &now) const
{
    const Bytes left = leftOf(now.progress);
    StepProgress progress;
    progress.fraction = std::clamp(
        1.0 - double(left.value) / double(std::max<qint64>(1, now.progress.total.value)), 0.0, 1.0);
    const double rate = ratePerSecond(now);
    if (rate <= 0) {
        progress.text = message(QT_TRANSLATE_NOOP("Core", "%1 sent, %2 of %3 left"),
                                {now.progress.transferred, left, now.progress.total});
    } else if (!converges()) {
        progress.text = message(
            QT_TRANSLATE_NOOP("Core",
                              "Does not converge: the guest writes %1, the line carries %2, %3 is "
                              "left"),
            {Rate{dirtiedPerSecond(now)}, Rate{rate}, left});
    } else {
        const double net = std::max(rate - dirtiedPerSecond(now), rate / 100);
        progress.text = message(QT_TRANSLATE_NOOP("Core", "%1 sent, %2 of %3 left, %4, about %5"),
                                {now.progress.transferred, left, now.progress.total, Rate{rate},
                                 std::chrono::milliseconds(
                                     std::chrono::seconds(qint64(double(left.value) / net) + 1))});
    }
    return progress;
}

std::optional<StepProgress> migrationSummary(const Migration &migration)
{
    if (migration.result != MigrationResult::Ok)
        return std::nullopt;
    StepProgress summary;
    summary.fraction = 1;
    const auto took
        = std::chrono::milliseconds(migration.duration.value_or(std::chrono::seconds()));
    summary.text = migration.downtime
        ? message(QT_TRANSLATE_NOOP("Core", "Moved in %1; the guest stood still for %2"),
                  {took, *migration.downtime})
        : message(QT_TRANSLATE_NOOP("Core", "Moved in %1"), {took});
    return summary;
}
} // namespace Core
