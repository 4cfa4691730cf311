// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/actiondifference.h"
#include "gui/clustersource.h"
#include "gui/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace Gui
{
// What was found about a plan, the worst first, each with the lines it was read from.
class ActionFindings : public QWidget
{
    Q_OBJECT
public:
    explicit ActionFindings(const Theme &theme, QWidget *parent = nullptr);
    // The source may be null: no evidence is quoted.
    void show(const Core::ActionPlan &plan, const PlanDifference &difference,
              const ClusterSource *source);

private:
    void add(const Core::Finding &finding, bool fresh, const ClusterSource *source);

    const Theme &m_theme;
    QVBoxLayout *m_box;
};
} // namespace Gui
