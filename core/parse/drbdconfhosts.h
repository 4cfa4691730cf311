// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/drbdconfig.h"

#include <QSet>

namespace Core
{
// The hosts of one resource while its text is read: what stands outside of any host holds for all
// of them. Part of drbdconf.
class DrbdConfHosts
{
public:
    static constexpr int anyVolume = -1; // said outside of any volume
    void begin(const QList<NodeName> &nodes); // each has an entry, even when nothing is said of it
    // An empty name of a node: said outside of any host. False: no option of a host or a volume.
    bool set(const QList<NodeName> &nodes, int volume, const QStringList &words);
    qint64 rows() const; // of result(), or more
    QList<DrbdHost> result() const;

private:
    DrbdHost &entry(const NodeName &node, int volume);

    QList<NodeName> m_nodes; // in the order of the file
    QSet<NodeName> m_known;
    QMap<std::pair<NodeName, int>, DrbdHost> m_hosts; // an empty name: all
    QSet<int> m_volumes;
    QMap<NodeName, QString> m_addresses;
};
} // namespace Core
