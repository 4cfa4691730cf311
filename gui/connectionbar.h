// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterview.h"
#include "gui/theme.h"

#include <QWidget>

class QHBoxLayout;

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
    void addButton(QWidget *button); // at the right, before the hint

protected:
    void paintEvent(QPaintEvent *) override;

private:
    const Theme &m_theme;
    QString m_text;
    QHBoxLayout *m_row;
    QWidget *m_button = nullptr;
};
QString connectionText(const ClusterView &view, const ClusterSource &source);
} // namespace Gui
