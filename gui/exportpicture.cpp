// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/topologyview.h"

#include "core/base/wholefile.h"
#include "gui/svgdrawing.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace Gui
{
namespace
{
Core::Expected<void> failed(const QString &path, const QString &why)
{
    return Core::failure(
        Core::ErrorKind::Storage,
        Core::message(QT_TRANSLATE_NOOP("Core", "The picture could not be written to %1"), {path}),
        why);
}

bool paintOn(QPaintDevice &device, TopologyScene &scene, const QRectF &target)
{
    QPainter painter(&device);
    scene.render(&painter, target, scene.sceneRect());
    return painter.isActive();
}

bool writePng(QIODevice &file, TopologyScene &scene, const Tokens &tokens)
{
    constexpr qreal scale = 2; // readable when a report is printed
    QImage image((scene.sceneRect().size() * scale).toSize(), QImage::Format_RGB32);
    image.fill(tokens.panel);
    paintOn(image, scene, QRectF(QPointF(), QSizeF(image.size())));
    return image.save(&file, "PNG");
}

bool writeSvg(QIODevice &file, TopologyScene &scene)
{
    const QSizeF size = scene.sceneRect().size();
    return Gui::writeSvg(file, size.toSize(), [&scene, &size](QPaintDevice &device) {
        return paintOn(device, scene, QRectF(QPointF(), size));
    });
}

void writePdf(QIODevice &file, TopologyScene &scene)
{
    QPdfWriter pdf(&file);
    pdf.setPageSize(
        QPageSize(scene.sceneRect().size(), QPageSize::Point, QString(), QPageSize::ExactMatch));
    pdf.setPageMargins({});
    paintOn(pdf, scene, QRectF(0, 0, pdf.width(), pdf.height()));
}
} // namespace

Core::Expected<void> exportPicture(TopologyScene &scene, const Tokens &tokens, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(path, file.errorString());
    const QString kind = QFileInfo(path).suffix().toLower();
    bool written = true;
    if (kind == QStringLiteral("svg"))
        written = writeSvg(file, scene);
    else if (kind == QStringLiteral("pdf"))
        writePdf(file, scene);
    else
        written = writePng(file, scene, tokens);
    if (kind == QStringLiteral("svg") && !whyNoSvg().isEmpty())
        return failed(path, whyNoSvg());
    if (!written || !Core::committed(file))
        return failed(path, file.errorString());
    return {};
}
} // namespace Gui
