// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectionbar.h"

#include "core/model/freshness.h"
#include "gui/tabular.h"
#include "gui/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>

namespace Gui
{
namespace
{
QString machineText(const Core::Machine &machine, const ClusterSource &source)
{
    const auto roundTrip = source.path(machine.name).roundTrip;
    const QString state = Core::answers(machine) && roundTrip ? Words::milliseconds(*roundTrip)
                                                              : Words::contact(machine.contact);
    return QStringLiteral("%1 %2").arg(machine.name.text(), state);
}

QString ipmiText(const Core::ClusterSnapshot &snapshot)
{
    int known = 0;
    int all = 0;
    for (const Core::Machine &machine : snapshot.machines) {
        for (const auto &view : machine.bmc) {
            ++all;
            known += view.known() ? 1 : 0;
        }
    }
    return all == 0 ? QString() : QStringLiteral("IPMI %1/%2").arg(known).arg(all);
}

QString clockText(const Core::ClusterSnapshot &snapshot, const ClusterSource &source)
{
    std::optional<qint64> worst;
    for (const Core::Machine &machine : snapshot.machines) {
        if (const auto offset = source.path(machine.name).clockOffset)
            worst = std::max<qint64>(worst.value_or(0), std::abs(offset->count()));
    }
    if (!worst)
        return {};
    return ConnectionBar::tr("clocks within %1")
        .arg(Core::durationText(std::chrono::milliseconds(*worst)));
}
} // namespace

QString connectionText(const ClusterView &view, const ClusterSource &source)
{
    QStringList parts;
    for (const Core::Machine &machine : view.snapshot->machines)
        parts << machineText(machine, source);
    parts << ipmiText(*view.snapshot) << clockText(*view.snapshot, source);
    return Words::joined(parts);
}

ConnectionBar::ConnectionBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("statusBar"));
    setAttribute(Qt::WA_StyledBackground);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_row->setContentsMargins(0, 2, 0, 1);
    m_row->addStretch();
}

void ConnectionBar::addButton(QWidget *button)
{
    m_button = button;
    m_row->addWidget(button);
}

QSize ConnectionBar::sizeHint() const
{
    return {320, 28};
}

void ConnectionBar::show(const ClusterView &view, const ClusterSource &source)
{
    const QString text = connectionText(view, source);
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(m_text);
    setToolTip(m_text);
    update();
}

void ConnectionBar::clear()
{
    m_text.clear();
    update();
}

void ConnectionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_theme.colors().border);
    painter.drawLine(0, 0, width(), 0);
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(m_theme.colors().muted);
    const QString hint = tr("Ctrl+K commands");
    const qreal room = tabularWidth(QFontMetricsF(painter.font()), hint);
    m_row->setContentsMargins(0, 2, int(room) + 32, 1);
    const qreal button = m_button && m_button->isVisible() ? m_button->width() + 16 : 0;
    const QRectF row = QRectF(rect()).adjusted(16, 1, -16, 0);
    drawTabular(painter, row, Qt::AlignRight | Qt::AlignVCenter, hint);
    drawTabular(painter, row.adjusted(0, 0, -room - 16 - button, 0),
                Qt::AlignLeft | Qt::AlignVCenter, m_text);
}
} // namespace Gui
