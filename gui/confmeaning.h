// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/meaning.h"
#include "gui/theme.h"

#include <QTreeWidget>

namespace Gui
{
// What two cluster.conf differ in by what they say, each change with when it is in force. Main
// thread.
class ConfMeaning : public QTreeWidget
{
    Q_OBJECT
public:
    explicit ConfMeaning(const Theme &theme, QWidget *parent = nullptr);
    void setChanges(const QList<Core::ConfChange> &changes);
    void retranslate();
    void restyle();

private:
    void fill();

    const Theme &m_theme;
    QList<Core::ConfChange> m_changes;
};
} // namespace Gui
