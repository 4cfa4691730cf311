// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/link.h"

#include <QObject>

namespace Gui
{
enum class ThingKind : quint8 { Nothing, Machine, Guest, Resource, Link, Verdict };

// What can be selected, by the name that stays the same from snapshot to snapshot.
struct Thing {
    ThingKind kind = ThingKind::Nothing;
    QString id; // machine name, guest number, resource name, linkKey(), or verdict
    friend bool operator==(const Thing &, const Thing &) = default;
};
Thing machineThing(const Core::NodeName &name);
Thing guestThing(int id);
Thing resourceThing(const Core::ResourceName &name);
Thing linkThing(const Core::Link &link); // of a replication link: its resource
QString linkKey(const Core::Link &link);

// The one selection that the picture, the tree, the tables and the inspector share.
class Selection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    const Thing &thing() const { return m_thing; }
    void select(const Thing &thing);

signals:
    void changed(const Gui::Thing &thing);

private:
    Thing m_thing;
};
} // namespace Gui
