// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confmeaning.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Gui
{
namespace
{
// What is in force at once needs nothing; what stops services needs the most.
Tone toneOf(Core::Effect effect)
{
    switch (effect) {
    case Core::Effect::Live:
        return Tone::Ok;
    case Core::Effect::QuorumDaemon:
    case Core::Effect::Node:
    case Core::Effect::ServiceManager:
        return Tone::Warning;
    case Core::Effect::Cluster:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

// QTreeView gives each row one line, whatever its words need in their column.
class Wrapped : public QStyledItemDelegate
{
public:
    explicit Wrapped(QTreeView *view) : QStyledItemDelegate(view), m_view(view) { }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem own = option;
        initStyleOption(&own, index);
        const int margin = m_view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1;
        const int width = m_view->columnWidth(index.column()) - 2 * margin;
        const QRect room(0, 0, std::max(width, 1), 10'000);
        const QRect words = own.fontMetrics.boundingRect(room, Qt::TextWordWrap, own.text);
        const QSize plain = QStyledItemDelegate::sizeHint(option, index);
        return {plain.width(), std::max(plain.height(), words.height() + 2)};
    }

private:
    QTreeView *const m_view;
};
} // namespace

ConfMeaning::ConfMeaning(const Theme &theme, QWidget *parent) : QTreeWidget(parent), m_theme(theme)
{
    setRootIsDecorated(false);
    setWordWrap(true);
    setColumnCount(2);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    setItemDelegateForColumn(0, new Wrapped(this));
    // A sentence takes the lines that its column leaves it.
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
    retranslate();
}

void ConfMeaning::setChanges(const QList<Core::ConfChange> &changes)
{
    m_changes = changes;
    fill();
}

void ConfMeaning::fill()
{
    clear();
    for (const Core::ConfChange &change : std::as_const(m_changes)) {
        auto *row = new QTreeWidgetItem(
            this, {Core::rendered(change.text), Core::rendered(Core::effectText(change.effect))});
        row->setIcon(1, toneIcon(m_theme.colors(), toneOf(change.effect)));
        row->setToolTip(0, row->text(0));
    }
}

void ConfMeaning::retranslate()
{
    setAccessibleName(tr("Differences by meaning"));
    setHeaderLabels({tr("Change"), tr("In force")});
    fill();
}

void ConfMeaning::restyle()
{
    fill();
}
} // namespace Gui
