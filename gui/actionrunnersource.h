// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/actionsource.h"

namespace Gui
{
// The engine of a live cluster.
class ActionRunnerSource : public ActionSource
{
    Q_OBJECT
public:
    explicit ActionRunnerSource(Core::ActionRunner &runner, QObject *parent = nullptr);
    std::unique_ptr<ActionFeed> run(Core::Planner planner, Core::ActionPlan shown,
                                    Core::Approval approval) override;
    Core::UserRole role() const override { return m_runner.role(); }

private:
    Core::ActionRunner &m_runner; // outlives it
};
} // namespace Gui
