// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/rowmodel.h"

namespace Gui
{
// A row a machine: what it says of itself, and how old that is.
class NodeModel : public RowModel
{
    Q_OBJECT
public:
    using RowModel::RowModel;
    void show(const ClusterView &view, const ClusterSource &source) override;

protected:
    QStringList headings() const override;
    QList<int> numbers() const override { return {2, 3, 4}; }
};
} // namespace Gui
