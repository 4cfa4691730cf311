// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/rowmodel.h"

namespace Gui
{
// A row an option of DRBD's configuration that decides what becomes of the data, in words.
class PolicyModel : public RowModel
{
    Q_OBJECT
public:
    using RowModel::RowModel;
    static constexpr int sentence = 1; // column
    void show(const ClusterView &view, const ClusterSource &source) override;

protected:
    QStringList headings() const override;
};
} // namespace Gui
