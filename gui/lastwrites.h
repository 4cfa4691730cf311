// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/splitbrain.h"
#include "gui/clustersource.h"

#include <QMap>

namespace Gui
{
// When each side of a split last wrote to its disk, as the kept history of the cluster knows. Asked
// again every few seconds while ask() is called, and never waited for. Main thread.
class LastWrites : public QObject
{
    Q_OBJECT
public:
    explicit LastWrites(const ClusterSource &source, QObject *parent = nullptr);
    void ask(const QList<Core::SplitBrain> &splits);
    void put(QList<Core::SplitBrain> &splits) const; // what is known, into the sides

signals:
    void told(); // something else than before is known

private:
    void take(Core::SplitBrain split, const Core::Expected<Core::HistoryAnswer> &answer);

    using Key = std::pair<Core::ResourceName, Core::NodeName>;
    const ClusterSource &m_source;
    QMap<Key, QDateTime> m_known;
    QDateTime m_asked;
    int m_open = 0; // questions without an answer
    bool m_news = false;
};
} // namespace Gui
