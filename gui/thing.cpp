// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/thing.h"

namespace Gui
{
Thing machineThing(const Core::NodeName &name)
{
    return {ThingKind::Machine, name.text()};
}

Thing guestThing(int id)
{
    return {ThingKind::Guest, QString::number(id)};
}

Thing resourceThing(const Core::ResourceName &name)
{
    return {ThingKind::Resource, name.text()};
}

Thing linkThing(const Core::Link &link)
{
    if (link.kind == Core::LinkKind::Replication)
        return resourceThing(link.resource);
    return {ThingKind::Link, linkKey(link)};
}

QString linkKey(const Core::Link &link)
{
    return QStringLiteral("%1|%2|%3|%4")
        .arg(int(link.kind))
        .arg(link.a.text(), link.b.text(), link.resource.text());
}

void Selection::select(const Thing &thing)
{
    if (thing == m_thing)
        return;
    m_thing = thing;
    emit changed(m_thing);
}
} // namespace Gui
