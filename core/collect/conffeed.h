// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"
#include "core/store/confhistory.h"

namespace Core
{
// What lies on each node as cluster.conf now, kept in memory as it is, passwords included; every
// version of it goes into the history, without them. Main thread; a large file is masked by a
// worker.
class ConfFeed : public QObject
{
    Q_OBJECT
public:
    explicit ConfFeed(ConfHistory &history, QObject *parent = nullptr);

    void take(const ProbeResult &result); // any answer; those about other things change nothing
    // As the last answer had it. None: there is no file, or it is not known.
    std::optional<QByteArray> text(const NodeName &node, ConfPlace place) const;
    // Every one that is known, the committed ones first, then what cman reads: where a rollback
    // finds the passwords. Those of a node that answers no more are still among them.
    QByteArrayList texts() const;
    quint32 highestNumber() const; // config_version of them all; 0: none is known
    // What cman of another node reads, when it is not what `node` has committed (C15).
    std::optional<QByteArray> differingCopy(const NodeName &node) const;

signals:
    void changed();

private:
    struct Held {
        std::optional<QByteArray> bytes;
        quint32 number = 0;
        bool fresh = false; // the last answer was one
    };
    using Where = std::pair<ConfPlace, NodeName>;
    void keep(const ConfSight &where, const QByteArray &bytes);

    ConfHistory &m_history;
    QMap<Where, Held> m_held;
};
} // namespace Core
