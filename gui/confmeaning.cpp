// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confmeaning.h"

#include <QHeaderView>

namespace Gui
{
namespace
{
// What is in force at once needs nothing; what stops services needs the most.
Tone toneOf(Core::Effect effect)
{
    switch (effect) {
    case Core::Effect::Live:
        return Tone::Ok;
    case Core::Effect::QuorumDaemon:
    case Core::Effect::Node:
    case Core::Effect::ServiceManager:
        return Tone::Warning;
    case Core::Effect::Cluster:
        return Tone::Bad;
    }
    return Tone::Neutral;
}
} // namespace

ConfMeaning::ConfMeaning(const Theme &theme, QWidget *parent) : QTreeWidget(parent), m_theme(theme)
{
    setRootIsDecorated(false);
    setWordWrap(true);
    setColumnCount(2);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    retranslate();
}

void ConfMeaning::setChanges(const QList<Core::ConfChange> &changes)
{
    m_changes = changes;
    fill();
}

void ConfMeaning::fill()
{
    clear();
    for (const Core::ConfChange &change : std::as_const(m_changes)) {
        auto *row = new QTreeWidgetItem(
            this, {Core::rendered(change.text), Core::rendered(Core::effectText(change.effect))});
        row->setIcon(1, toneIcon(m_theme.colors(), toneOf(change.effect)));
        row->setToolTip(0, row->text(0));
    }
}

void ConfMeaning::retranslate()
{
    setAccessibleName(tr("Differences by meaning"));
    setHeaderLabels({tr("Change"), tr("In force")});
    fill();
}

void ConfMeaning::restyle()
{
    fill();
}
} // namespace Gui
