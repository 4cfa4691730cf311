// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/statusstyle.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmapCache>

#include <cmath>

namespace Gui
{
namespace
{
// Hues of Okabe and Ito (bluish green, orange, vermillion, blue), darkened or lightened until text
// in them has the contrast that WCAG asks for on every surface of its theme.
const Tokens lightTokens{
    .window = QColor(0xf1f3f6),
    .panel = QColor(0xffffff),
    .card = QColor(0xf5f6f8),
    .sunken = QColor(0xeaeef3),
    .border = QColor(0xd5dae1),
    .text = QColor(0x14171c),
    .muted = QColor(0x525b69),
    .link = QColor(0x005f9e),
    .linkFill = QColor(0xdfedf9),
    .focus = QColor(0x0072b2),
    .ok = QColor(0x006b4f),
    .okFill = QColor(0xdcf2ea),
    .warning = QColor(0x8a5000),
    .warningFill = QColor(0xfdeed3),
    .bad = QColor(0xa8201f),
    .badFill = QColor(0xfbe2df),
    .unknown = QColor(0x525b69),
    .unknownFill = QColor(0xe6e9ee),
};
const Tokens darkTokens{
    .window = QColor(0x14171b),
    .panel = QColor(0x1c2026),
    .card = QColor(0x15181d),
    .sunken = QColor(0x272c35),
    .border = QColor(0x353c47),
    .text = QColor(0xeceef2),
    .muted = QColor(0xa3acba),
    .link = QColor(0x6fbcf5),
    .linkFill = QColor(0x14304a),
    .focus = QColor(0x56b4e9),
    .ok = QColor(0x35c49a),
    .okFill = QColor(0x12352b),
    .warning = QColor(0xf0ad45),
    .warningFill = QColor(0x3b2b10),
    .bad = QColor(0xff8a78),
    .badFill = QColor(0x431f1d),
    .unknown = QColor(0xa3acba),
    .unknownFill = QColor(0x262b33),
};

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF())
        + 0.0722 * channel(color.blueF());
}

int rank(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return 0;
    case Tone::Ok:
        return 1;
    case Tone::Unknown:
        return 2;
    case Tone::Warning:
        return 3;
    case Tone::Bad:
        return 4;
    }
    return 0;
}

// Shapes are drawn in a square of 16 units.
void paintTick(QPainter &painter)
{
    painter.drawEllipse(QRectF(0.5, 0.5, 15, 15));
}

QPolygonF octagon()
{
    return QPolygonF(
        {{5, 0.5}, {11, 0.5}, {15.5, 5}, {15.5, 11}, {11, 15.5}, {5, 15.5}, {0.5, 11}, {0.5, 5}});
}

void paintShape(QPainter &painter, Tone tone, const QColor &color, const QColor &mark)
{
    const QPen stroke(mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (tone) {
    case Tone::Ok:
        paintTick(painter);
        painter.setPen(stroke);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{4.6, 8.3}, {7.1, 10.8}, {11.5, 5.8}}));
        break;
    case Tone::Warning:
        painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(QPolygonF({{8, 1.4}, {15, 14}, {1, 14}}));
        painter.setPen(stroke);
        painter.drawLine(QPointF(8, 6), QPointF(8, 9.4));
        painter.drawPoint(QPointF(8, 12));
        break;
    case Tone::Bad:
        painter.drawPolygon(octagon());
        painter.setPen(stroke);
        painter.drawLine(QPointF(5.2, 5.2), QPointF(10.8, 10.8));
        painter.drawLine(QPointF(10.8, 5.2), QPointF(5.2, 10.8));
        break;
    case Tone::Unknown:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.5, Qt::DashLine));
        painter.drawEllipse(QRectF(1.2, 1.2, 13.6, 13.6));
        painter.setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawArc(QRectF(5.6, 3.8, 4.8, 4.8), 200 * 16, -230 * 16);
        painter.drawLine(QPointF(8, 8.6), QPointF(8, 9.6));
        painter.drawPoint(QPointF(8, 12));
        break;
    case Tone::Neutral:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.6));
        painter.drawEllipse(QRectF(2, 2, 12, 12));
        break;
    }
}
} // namespace

const Tokens &tokens(bool dark)
{
    return dark ? darkTokens : lightTokens;
}

Tone toneOf(Core::VerdictState state)
{
    switch (state) {
    case Core::VerdictState::Unknown:
        return Tone::Unknown;
    case Core::VerdictState::Ok:
        return Tone::Ok;
    case Core::VerdictState::Warning:
        return Tone::Warning;
    case Core::VerdictState::Bad:
        return Tone::Bad;
    }
    return Tone::Unknown;
}

Tone worse(Tone a, Tone b)
{
    return rank(a) >= rank(b) ? a : b;
}

QColor toneColor(const Tokens &tokens, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return tokens.muted;
    case Tone::Ok:
        return tokens.ok;
    case Tone::Warning:
        return tokens.warning;
    case Tone::Bad:
        return tokens.bad;
    case Tone::Unknown:
        return tokens.unknown;
    }
    return tokens.muted;
}

QColor toneFill(const Tokens &tokens, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return tokens.sunken;
    case Tone::Ok:
        return tokens.okFill;
    case Tone::Warning:
        return tokens.warningFill;
    case Tone::Bad:
        return tokens.badFill;
    case Tone::Unknown:
        return tokens.unknownFill;
    }
    return tokens.sunken;
}

QPen tonePen(const Tokens &tokens, Tone tone, qreal width)
{
    QPen pen(toneColor(tokens, tone), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (tone == Tone::Warning)
        pen.setDashPattern({6, 2});
    if (tone == Tone::Bad)
        pen.setDashPattern({2.5, 2.5});
    if (tone == Tone::Unknown)
        pen.setDashPattern({1, 2.5});
    return pen;
}

QBrush hatch(const Tokens &tokens)
{
    QColor color = tokens.unknown;
    color.setAlphaF(0.22F);
    return QBrush(color, Qt::BDiagPattern);
}

QString toneWord(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return QCoreApplication::translate("Gui::StatusStyle", "no judgement");
    case Tone::Ok:
        return QCoreApplication::translate("Gui::StatusStyle", "good");
    case Tone::Warning:
        return QCoreApplication::translate("Gui::StatusStyle", "warning");
    case Tone::Bad:
        return QCoreApplication::translate("Gui::StatusStyle", "bad");
    case Tone::Unknown:
        return QCoreApplication::translate("Gui::StatusStyle", "unknown");
    }
    return {};
}

void paintSign(QPainter &painter, const Tokens &tokens, Tone tone, const QRectF &rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 16, rect.height() / 16);
    paintShape(painter, tone, toneColor(tokens, tone), tokens.panel);
    painter.restore();
}

QPixmap toneSign(const Tokens &tokens, Tone tone, int size, qreal ratio)
{
    const QString key = QStringLiteral("sign/%1/%2/%3/%4")
                            .arg(int(tone))
                            .arg(size)
                            .arg(ratio)
                            .arg(tokens.panel.rgb());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintSign(painter, tokens, tone, QRectF(0, 0, size, size));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon toneIcon(const Tokens &tokens, Tone tone)
{
    QIcon icon(toneSign(tokens, tone, 16, 1));
    icon.addPixmap(toneSign(tokens, tone, 16, 2));
    return icon;
}

QIcon tintedIcon(const QString &path, const QColor &color)
{
    QIcon icon;
    for (const int ratio : {1, 2}) {
        QPixmap pixmap = QIcon(path).pixmap(QSize(24, 24) * ratio);
        QPainter painter(&pixmap);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
        painter.end();
        pixmap.setDevicePixelRatio(ratio);
        icon.addPixmap(pixmap);
    }
    return icon;
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}
} // namespace Gui
