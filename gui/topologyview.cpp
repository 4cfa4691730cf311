// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/topologyview.h"

#include <QScrollBar>
#include <QWheelEvent>

namespace Gui
{
TopologyView::TopologyView(TopologyScene &scene, QWidget *parent)
    : QGraphicsView(&scene, parent), m_scene(scene)
{
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setDragMode(ScrollHandDrag);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(AnchorUnderMouse);
    setViewportUpdateMode(MinimalViewportUpdate);
    setFrameShape(NoFrame);
    connect(&scene, &TopologyScene::boundsChanged, this, &TopologyView::fitNow);
}

void TopologyView::fit()
{
    m_fitted = true;
    fitNow();
}

void TopologyView::fitNow()
{
    if (!m_fitted || viewport()->width() < 8)
        return;
    const QRectF bounds = m_scene.sceneRect();
    const qreal scale = std::min(
        {1.25, viewport()->width() / bounds.width(), viewport()->height() / bounds.height()});
    setTransform(QTransform::fromScale(scale, scale));
    centerOn(bounds.center());
    emit zoomChanged(scale);
}

void TopologyView::zoomBy(qreal factor)
{
    const qreal wanted = std::clamp(zoom() * factor, 0.25, 4.0);
    m_fitted = false;
    setTransform(QTransform::fromScale(wanted, wanted));
    emit zoomChanged(wanted);
}

void TopologyView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    m_scene.setRoom(viewport()->size());
    fitNow();
}

void TopologyView::wheelEvent(QWheelEvent *event)
{
    zoomBy(event->angleDelta().y() > 0 ? 1.15 : 1 / 1.15);
    event->accept();
}
} // namespace Gui
