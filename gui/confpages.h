// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/confversion.h"
#include "gui/clustersource.h"
#include "gui/theme.h"

namespace Gui
{
class ConfComparePage;
class ConfHistoryPage;
class ConfPanel;
struct ConfSide;

// The pages "Compare" and "History" beside the editor of a cluster's cluster.conf, and what leads
// from one to the other. Lives in its panel. Main thread.
class ConfPages : public QObject
{
    Q_OBJECT
public:
    // The source outlives the panel.
    ConfPages(const Theme &theme, ClusterSource &source, ConfPanel &panel);

    ConfComparePage &compare() { return *m_compare; }
    ConfHistoryPage &history() { return *m_history; }
    void showCompare();
    void showHistory();
    void readHistory();
    // An earlier version into the editor, under the next number; asks for the passwords that are
    // nowhere any more.
    void rollBack(qint64 id);

private:
    void connectParts();
    void renewSides();
    void renewConcurrent();
    QList<ConfSide> sidesOfOthers() const;
    void take(const Core::ConfVersion &version, const Core::Expected<QByteArray> &kept);
    void ask(const Core::ConfVersion &version, const QByteArray &kept);
    void put(const QByteArray &text);
    QByteArrayList currentTexts() const;
    quint32 highestNumber() const;

    ClusterSource &m_source;
    ConfPanel &m_panel;
    ConfComparePage *const m_compare;
    ConfHistoryPage *const m_history;
    int m_comparePage = 0; // numbers of the panel's pages
    int m_historyPage = 0;
};
} // namespace Gui
