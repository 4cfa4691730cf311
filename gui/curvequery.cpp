// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/curvequery.h"

#include "core/base/whendone.h"

namespace Gui
{
void CurveQuery::setHistory(Core::History *history)
{
    if (m_history == history)
        return;
    m_history = history;
    m_next.reset();
    m_asking = false;
    ++m_round;
}

void CurveQuery::ask(const Core::HistoryQuery &query)
{
    if (!m_history)
        return;
    if (m_asking)
        m_next = query;
    else
        send(query);
}

void CurveQuery::send(const Core::HistoryQuery &query)
{
    m_asking = true;
    Core::whenDone(m_history->query(query), this,
                   [this, round = m_round](const Core::Expected<Core::HistoryAnswer> &answer) {
                       if (round != m_round)
                           return;
                       m_asking = false;
                       if (answer)
                           emit answered(*answer);
                       else
                           emit failed(answer.error());
                       if (const auto next = std::exchange(m_next, std::nullopt); next && !m_asking)
                           ask(*next);
                   });
}
} // namespace Gui
