// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"

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
    const Core::ClusterProfile profile = open->second.session->setRole(role);
    if (const auto saved = Core::saveProfile(profile, open->second.file); !saved)
        say(saved.error());
}
} // namespace Gui
