// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/rowmodel.h"

namespace Gui
{
// A row a volume of a DRBD resource, both sides at once: each in its own words, what the two make
// together, when a resync ends, what the last runs found, and the terms they replicate on.
class DrbdModel : public RowModel
{
    Q_OBJECT
public:
    enum Column { Name, State, FirstSide, SecondSide, Progress, End, Resync, Verify, Terms };

    using RowModel::RowModel;
    void show(const ClusterView &view, const ClusterSource &source) override;

protected:
    QStringList headings() const override;

private:
    QStringList m_nodes{{}, {}}; // of the two columns; empty names: their cells name them
};
} // namespace Gui
