// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lastwrites.h"

#include "core/action/lastwrites.h"
#include "core/base/whendone.h"

#include <cstdlib>

namespace Gui
{
namespace
{
constexpr qint64 often = 5; // s; a person reads it, and the history has one value a second
}

LastWrites::LastWrites(const ClusterSource &source, QObject *parent)
    : QObject(parent), m_source(source)
{
}

void LastWrites::ask(const QList<Core::SplitBrain> &splits)
{
    Core::History *history = m_source.history();
    const QDateTime now = m_source.now();
    const bool soon = m_asked.isValid() && std::abs(m_asked.secsTo(now)) < often;
    if (!history || splits.isEmpty() || m_open > 0 || soon)
        return;
    m_asked = now;
    for (const Core::SplitBrain &split : splits) {
        ++m_open;
        Core::whenDone(history->query(Core::lastWritesQuery(split, now)), this,
                       [this, split](const auto &answer) { take(split, answer); });
    }
}

void LastWrites::take(Core::SplitBrain split, const Core::Expected<Core::HistoryAnswer> &answer)
{
    if (answer)
        Core::setLastWrites(split, *answer);
    for (const Core::SplitSide &side : std::as_const(split.sides)) {
        QDateTime &known = m_known[{split.resource, side.node}];
        // A history that was put aside forgets; what it told before stays true.
        if (!side.lastWrite.isValid() || known == side.lastWrite)
            continue;
        known = side.lastWrite;
        m_news = true;
    }
    if (--m_open == 0 && std::exchange(m_news, false))
        emit told();
}

void LastWrites::put(QList<Core::SplitBrain> &splits) const
{
    for (Core::SplitBrain &split : splits) {
        for (Core::SplitSide &side : split.sides)
            side.lastWrite = m_known.value({split.resource, side.node});
    }
}
} // namespace Gui
