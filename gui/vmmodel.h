// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/rowmodel.h"

namespace Gui
{
// A row a guest, where it runs as far as anybody can prove.
class VmModel : public RowModel
{
    Q_OBJECT
public:
    using RowModel::RowModel;
    void show(const ClusterView &view, const ClusterSource &source) override;

protected:
    QStringList headings() const override;
    QList<int> numbers() const override { return {0, 6}; }
};
} // namespace Gui
