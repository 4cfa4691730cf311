// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/rowmodel.h"

namespace Gui
{
// A row a side of a DRBD resource: each machine's own words, side by side.
class DrbdModel : public RowModel
{
    Q_OBJECT
public:
    using RowModel::RowModel;
    void show(const ClusterView &view, const ClusterSource &source) override;

protected:
    QStringList headings() const override;
    QList<int> numbers() const override { return {6, 7, 8, 9}; }
};
} // namespace Gui
