// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"

#include <utility>

// What the application keeps in the profiles of clusters.
namespace Gui
{
void Application::keepProfile(const Core::ClusterProfile &profile)
{
    const QString file = Core::profilePath(profile.name);
    const auto saved = Core::saveProfile(profile, file);
    if (!saved)
        say(saved.error());
    showKnownClusters();
    openSession(profile, file);
}

// Kept with the profile, so that the next start and binomectl have it, too.
void Application::chooseRole(const QString &cluster, Core::UserRole role)
{
    const auto open = m_open.find(cluster);
    if (open == m_open.end())
        return;
    if (m_lock.isLocked())
        return say(tr("The program is locked: Ctrl+L unlocks it."));
    const Core::ClusterProfile profile = open->second.session->setRole(role);
    if (const auto saved = Core::saveProfile(profile, open->second.file); !saved)
        say(saved.error());
}

// What is kept in the profiles stays.
void Application::enforceLock()
{
    for (auto &[name, open] : m_open) {
        Core::ActionRunner &actions = open.session->actions();
        if (m_lock.isLocked() && !open.unlockedRole)
            open.unlockedRole = actions.role();
        if (m_lock.isLocked())
            actions.setRole(Core::UserRole::Onlooker);
        else if (open.unlockedRole)
            actions.setRole(*std::exchange(open.unlockedRole, std::nullopt));
    }
}
} // namespace Gui
