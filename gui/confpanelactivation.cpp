// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confpanel.h"

#include "core/action/activateplan.h"
#include "core/action/confonnode.h"
#include "core/action/rescueplan.h"
#include "core/clusterconf/confreader.h"
#include "gui/confchanges.h"

// How the text leaves for the cluster: activated, or by the rescue where that is refused.
namespace Gui
{
Core::Planner ConfPanel::planner() const
{
    Core::ActivationWish wish;
    wish.text = m_text;
    wish.openedSha256 = Core::sha256Of(m_files.opened());
    wish.pendingSha256 = m_files.pending.value_or(QByteArray()).isEmpty()
        ? QByteArray()
        : Core::sha256Of(*m_files.pending);
    if (const Core::ConfReader *reader = m_source.confReader())
        wish.rootPrefixes = reader->rootPrefixes;
    return Core::activationOf(wish);
}

std::optional<Core::Planner> ConfPanel::rescuePlanner() const
{
    const Core::ConfReader *reader = m_source.confReader();
    if (!reader)
        return std::nullopt;
    return Core::rescueOf(m_text, reader->rootPrefixes, *m_snapshot);
}

QString ConfPanel::whyNotWritten() const
{
    if (!m_open)
        return tr("cluster.conf was not read yet.");
    if (m_source.replay())
        return tr("This is a recording: nothing can be done to the cluster.");
    if (m_readOnly)
        return tr("This file cannot be edited here.");
    if (m_theirs)
        return tr("Somebody else changed the file since it was opened: look at theirs first.");
    if (!isChanged())
        return tr("Nothing was changed.");
    return {};
}

QString ConfPanel::whyNotActivated() const
{
    if (m_open && !m_readOnly && !m_source.replay() && !Core::isAnyQuorate(*m_snapshot))
        return tr("No node is known to have quorum: /etc/pve is read-only then.");
    return whyNotWritten();
}

QString ConfPanel::whyNotRescued() const
{
    return rescuePlanner() ? whyNotWritten() : tr("A node has quorum, or none answers.");
}

void ConfPanel::review(const std::function<void()> &accepted)
{
    auto *review = new ConfReview(m_theme, m_files.opened(), m_text, this);
    connect(review, &QDialog::accepted, this, accepted);
    review->open();
}

void ConfPanel::activate()
{
    if (!whyNotActivated().isEmpty())
        return;
    review([this] {
        if (whyNotActivated().isEmpty()) // it may be another picture by now
            emit activationWanted(planner());
    });
}

void ConfPanel::rescue()
{
    if (!whyNotRescued().isEmpty())
        return;
    review([this] {
        if (whyNotRescued().isEmpty())
            emit activationWanted(*rescuePlanner());
    });
}
} // namespace Gui
