// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/eventlog.h"
#include "gui/rowmodel.h"

namespace Gui
{
// A row an event, newest first.
class EventModel : public RowModel
{
    Q_OBJECT
public:
    using RowModel::RowModel;
    // The log stays its owner's; null: none. show() reads it again.
    void setLog(const EventLog *log);
    void show(const ClusterView &view, const ClusterSource &source) override;

protected:
    QStringList headings() const override;

private:
    void refill();

    const EventLog *m_log = nullptr;
    quint64 m_newest = 0; // what is shown already: nothing is rendered again for nothing
};
} // namespace Gui
