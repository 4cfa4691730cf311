// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sidebar.h"

#include "gui/tabular.h"

#include <QLabel>
#include <QListWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace Gui
{
namespace
{
enum Role { IdRole = Qt::UserRole, BadgeRole, ToneOfRole, SignedRole };
constexpr int rowHeight = 32;

class EntryDelegate : public QStyledItemDelegate
{
public:
    EntryDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {160, rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tokens &c = m_theme.colors();
        const bool selected = option.state & QStyle::State_Selected;
        const auto tone = Tone(index.data(ToneOfRole).toInt());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRectF row = QRectF(option.rect).adjusted(8, 2, -8, -2);
        if (selected || option.state & QStyle::State_MouseOver) {
            const bool focused = option.state & QStyle::State_HasFocus;
            painter->setPen(focused ? QPen(c.focus, 1.5) : QPen(Qt::NoPen));
            painter->setBrush(selected ? c.linkFill : c.card);
            painter->drawRoundedRect(row, 6, 6);
        }
        row.adjust(12, 0, -8, 0);
        if (index.data(SignedRole).toBool()) {
            const QPixmap sign = toneSign(c, tone, 18, painter->device()->devicePixelRatioF());
            painter->drawPixmap(QPointF(row.left() - 4, row.center().y() - 9), sign);
            row.setLeft(row.left() + 24);
        }
        const QString badge = index.data(BadgeRole).toString();
        painter->setFont(m_theme.font(TextSize::Small, true));
        painter->setPen(toneColor(c, index.data(SignedRole).toBool() ? Tone::Neutral : tone));
        const qreal width = tabularWidth(QFontMetricsF(painter->font()), badge);
        drawTabular(*painter, row, Qt::AlignRight | Qt::AlignVCenter, badge);
        painter->setFont(m_theme.font(TextSize::Body, selected));
        painter->setPen(c.text);
        drawTabular(*painter, row.adjusted(0, 0, badge.isEmpty() ? 0 : -width - 8, 0),
                    Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
        painter->restore();
    }

private:
    const Theme &m_theme;
};

// Entries are changed in place: a list that is emptied and filled loses its focus.
void putEntry(QListWidget &list, int row, const QString &id, const QString &text)
{
    if (row >= list.count())
        list.addItem(new QListWidgetItem);
    QListWidgetItem *item = list.item(row);
    item->setData(IdRole, id);
    if (item->text() != text)
        item->setText(text);
}

void trim(QListWidget &list, qsizetype rows)
{
    const QSignalBlocker quiet(list); // the entry that becomes current then was not chosen
    while (list.count() > rows)
        delete list.takeItem(list.count() - 1);
}

void choose(QListWidget &list, const QString &id)
{
    const QSignalBlocker quiet(list);
    list.setCurrentRow(-1);
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->data(IdRole).toString() == id)
            list.setCurrentRow(row);
    }
}

QLabel *sectionLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", QStringLiteral("section"));
    label->setContentsMargins(16, 0, 0, 0);
    return label;
}
} // namespace

Sidebar::Sidebar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_clustersTitle(sectionLabel(this)),
      m_clusters(list(QStringLiteral("clusters"))), m_panelsTitle(sectionLabel(this)),
      m_panels(list(QStringLiteral("panelList")))
{
    setObjectName(QStringLiteral("sidebar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(200);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 16, 1, 8);
    box->setSpacing(4);
    box->addWidget(m_clustersTitle);
    box->addWidget(m_clusters);
    box->addSpacing(12);
    box->addWidget(m_panelsTitle);
    box->addWidget(m_panels, 1);
    connect(m_clusters, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            emit clusterChosen(item->data(IdRole).toString());
    });
    connect(m_panels, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            emit panelChosen(item->data(IdRole).toString());
    });
    // a click on the panel that is current already brings a closed panel back
    connect(m_panels, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        emit panelChosen(item->data(IdRole).toString());
    });
    retranslate();
}

QListWidget *Sidebar::list(const QString &name)
{
    auto *made = new QListWidget(this);
    made->setObjectName(name);
    made->setItemDelegate(new EntryDelegate(m_theme, made));
    made->setFrameShape(QFrame::NoFrame);
    made->setMouseTracking(true);
    made->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return made;
}

void Sidebar::setClusters(const QList<ClusterEntry> &clusters, const QString &current)
{
    const auto shown = std::pair(clusters, current);
    if (m_shownClusters == shown)
        return;
    m_shownClusters = shown;
    for (int row = 0; row < clusters.size(); ++row) {
        const QSignalBlocker quiet(m_clusters);
        putEntry(*m_clusters, row, clusters[row].name, clusters[row].name);
        m_clusters->item(row)->setData(SignedRole, true);
        m_clusters->item(row)->setData(ToneOfRole, int(clusters[row].tone));
        m_clusters->item(row)->setData(
            Qt::AccessibleTextRole,
            QStringLiteral("%1, %2").arg(clusters[row].name, toneWord(clusters[row].tone)));
    }
    trim(*m_clusters, clusters.size());
    m_clusters->setFixedHeight(rowHeight * int(std::clamp<qsizetype>(clusters.size(), 1, 6)) + 2);
    choose(*m_clusters, current);
    m_clusters->viewport()->update();
}

void Sidebar::setPanels(const QList<PanelEntry> &panels, const QString &current)
{
    const auto shown = std::pair(panels, current);
    if (m_shownPanels == shown)
        return;
    m_shownPanels = shown;
    for (int row = 0; row < panels.size(); ++row) {
        const QSignalBlocker quiet(m_panels);
        putEntry(*m_panels, row, panels[row].id, panels[row].title);
        m_panels->item(row)->setData(BadgeRole, panels[row].badge);
        m_panels->item(row)->setData(ToneOfRole, int(panels[row].badgeTone));
        m_panels->item(row)->setData(
            Qt::AccessibleTextRole,
            QStringLiteral("%1 %2").arg(panels[row].title, panels[row].badge).trimmed());
    }
    trim(*m_panels, panels.size());
    choose(*m_panels, current);
    m_panelsTitle->setVisible(!panels.isEmpty());
    m_panels->viewport()->update();
}

void Sidebar::retranslate()
{
    m_clustersTitle->setText(tr("CLUSTERS"));
    m_panelsTitle->setText(tr("PANELS"));
    m_clusters->setAccessibleName(tr("Clusters"));
    m_panels->setAccessibleName(tr("Panels"));
}
} // namespace Gui
