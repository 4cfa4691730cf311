// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/healthbanner.h"

#include "gui/tabular.h"

#include <QHBoxLayout>
#include <QPainterPath>

namespace Gui
{
namespace
{
constexpr const char *verdictIds[] = {"service", "data", "nextFailure"};
constexpr int dataCell = 1;
constexpr int bar = 4; // at the left edge, in the colour of the verdict
} // namespace

VerdictCell::VerdictCell(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize VerdictCell::sizeHint() const
{
    return {240, 72};
}

void VerdictCell::setTitle(const QString &title)
{
    m_title = title;
    describe();
}

void VerdictCell::show(const Core::Verdict &verdict)
{
    const Tone tone = toneOf(verdict.state);
    const QString headline = Core::rendered(verdict.headline);
    const QString reason = Core::rendered(verdict.reason);
    if (tone == m_tone && headline == m_headline && reason == m_reason)
        return;
    m_tone = tone;
    m_headline = headline;
    m_reason = reason;
    describe();
}

void VerdictCell::setOffer(const QString &offer)
{
    if (offer == m_offer)
        return;
    m_offer = offer;
    describe();
}

void VerdictCell::describe()
{
    QString sentence
        = m_reason.isEmpty() ? m_headline : QStringLiteral("%1. %2").arg(m_headline, m_reason);
    if (!m_offer.isEmpty())
        sentence += QStringLiteral(" — ") + m_offer;
    setText(m_title);
    setToolTip(sentence);
    setAccessibleName(QStringLiteral("%1: %2").arg(m_title, toneWord(m_tone)));
    setAccessibleDescription(sentence);
    update();
}

void VerdictCell::paintEvent(QPaintEvent *)
{
    const Tokens &c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, 8, 8);
    painter.fillPath(shape, underMouse() ? c.card : c.panel);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(QRectF(0, 0, bar, height()), toneColor(c, m_tone));
    painter.restore();
    painter.setPen(hasFocus() ? QPen(c.focus, 2) : QPen(c.border, 1));
    painter.drawPath(shape);
    paintSign(painter, c, m_tone, QRectF(16, 14, 18, 18));
    paintWords(painter);
}

// A headline that is too long for one line takes the place of the reason: it is never cut while
// there is room below.
void VerdictCell::paintWords(QPainter &painter) const
{
    const Tokens &c = m_theme.colors();
    const QRectF room(44, 0, width() - 56, 16);
    painter.setFont(m_theme.font(TextSize::Small, true));
    painter.setPen(c.muted);
    drawTabular(painter, room.translated(0, 8), Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setPen(c.link);
    drawTabular(painter, room.translated(0, 8), Qt::AlignRight | Qt::AlignVCenter, m_offer);
    painter.setFont(m_theme.font(TextSize::Title, true));
    painter.setPen(c.text);
    if (tabularWidth(QFontMetricsF(painter.font()), m_headline) > room.width()) {
        painter.setFont(m_theme.font(TextSize::Body, true));
        painter.drawText(QRectF(44, 26, room.width(), 40),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_headline);
        return;
    }
    drawTabular(painter, room.adjusted(0, 24, 0, 28), Qt::AlignLeft | Qt::AlignVCenter, m_headline);
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(c.muted);
    drawTabular(painter, room.translated(0, 48), Qt::AlignLeft | Qt::AlignVCenter, m_reason);
}

HealthBanner::HealthBanner(const Theme &theme, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("bannerRow"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 0);
    row->setSpacing(12);
    for (int i = 0; i < 3; ++i) {
        m_cells[i] = new VerdictCell(theme, this);
        row->addWidget(m_cells[i]);
        connect(m_cells[i], &VerdictCell::clicked, this, [this, i] {
            emit picked({ThingKind::Verdict, QString::fromLatin1(verdictIds[i])});
            if (i == dataCell && m_repair)
                emit repairWanted();
        });
    }
    retranslate();
}

void HealthBanner::show(const Core::Health &health)
{
    m_cells[0]->show(health.service);
    m_cells[1]->show(health.data);
    m_cells[2]->show(health.nextFailure);
}

void HealthBanner::offerRepair(bool offered)
{
    m_repair = offered;
    m_cells[dataCell]->setOffer(offered ? tr("Repair…") : QString());
}

void HealthBanner::retranslate()
{
    offerRepair(m_repair);
    m_cells[0]->setTitle(tr("SERVICE"));
    m_cells[1]->setTitle(tr("DATA"));
    m_cells[2]->setTitle(tr("NEXT FAILURE"));
}
} // namespace Gui
