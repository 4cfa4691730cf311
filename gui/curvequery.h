// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/history.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Gui
{
// Asks a history one question at a time; of those that come meanwhile only the last is asked. Never
// blocks. Main thread.
class CurveQuery : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    void setHistory(Core::History *history); // null: none; answers of another are dropped
    void ask(const Core::HistoryQuery &query);
    bool isAsking() const { return m_asking; }

signals:
    void answered(const Core::HistoryAnswer &answer);
    void failed(const Core::Error &error);

private:
    void send(const Core::HistoryQuery &query);

    QPointer<Core::History> m_history;
    std::optional<Core::HistoryQuery> m_next;
    bool m_asking = false;
    quint64 m_round = 0; // of the history
};
} // namespace Gui
