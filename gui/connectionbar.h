// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterview.h"
#include "gui/theme.h"

#include <QWidget>

namespace Gui
{
// The foot of the window: every connection with its round trip, IPMI paths, clocks.
class ConnectionBar : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionBar(const Theme &theme, QWidget *parent = nullptr);
    void show(const ClusterView &view, const ClusterSource &source);
    void clear();
    QSize sizeHint() const override;
    const QString &text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    const Theme &m_theme;
    QString m_text;
};
QString connectionText(const ClusterView &view, const ClusterSource &source);
} // namespace Gui
