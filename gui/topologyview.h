// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/topologyscene.h"

#include <QGraphicsView>

namespace Gui
{
// Looks at the picture: fits it by itself until a person zooms; wheel zooms, dragging the ground
// pans.
class TopologyView : public QGraphicsView
{
    Q_OBJECT
public:
    explicit TopologyView(TopologyScene &scene, QWidget *parent = nullptr);

    void fit(); // and stay fitted
    void zoomBy(qreal factor);
    qreal zoom() const { return transform().m11(); } // 1: 100 %

signals:
    void zoomChanged(qreal zoom);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fitNow();

    TopologyScene &m_scene;
    bool m_fitted = true;
};

// The picture as a file; the format follows the ending (png, svg, pdf). Storage on failure.
Core::Expected<void> exportPicture(TopologyScene &scene, const Tokens &tokens, const QString &path);
} // namespace Gui
