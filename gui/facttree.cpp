// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/facttree.h"

#include "gui/rowdelegate.h"
#include "gui/rowmodel.h"
#include "gui/words.h"

#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

namespace Gui
{
namespace
{
constexpr int ThingKindRole = Qt::UserRole + 10;
constexpr int ThingIdRole = Qt::UserRole + 11;

Thing thingOf(const QStandardItem *item)
{
    return {ThingKind(item->data(ThingKindRole).toInt()), item->data(ThingIdRole).toString()};
}
} // namespace

FactTree::FactTree(const Theme &theme, Selection &selection, QWidget *parent)
    : QTreeView(parent), m_selection(selection), m_model(new QStandardItemModel(0, 2, this))
{
    setModel(m_model);
    setItemDelegate(new RowDelegate(theme, this));
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setUniformRowHeights(true);
    setRootIsDecorated(true);
    header()->setStretchLastSection(true);
    connect(&selection, &Selection::changed, this, &FactTree::followSelection);
    retranslate();
}

void FactTree::retranslate()
{
    m_model->setHorizontalHeaderLabels({tr("Thing"), tr("State")});
    setAccessibleName(tr("Topology as a tree"));
}

QList<FactTree::Line> FactTree::linesOf(const CardFacts &card)
{
    QList<Line> lines;
    int number = 0;
    if (!card.reason.isEmpty())
        lines << Line{QStringLiteral("reason"), card.reason, {}, Tone::Neutral, {}};
    for (const QString &line : card.lines)
        lines << Line{QStringLiteral("line%1").arg(number++), line, {}, Tone::Neutral, {}};
    for (const QString &view : card.views)
        lines << Line{QStringLiteral("line%1").arg(number++), view, {}, Tone::Neutral, {}};
    for (const ChipFacts &chip : card.chips) {
        const QString mark = chip.highlyAvailable ? tr("HA") : QString();
        lines << Line{
            QString::number(chip.id), Words::joined({tr("guest %1").arg(chip.text), mark}),
            chip.note.isEmpty() ? toneWord(chip.tone) : chip.note, chip.tone, guestThing(chip.id)};
    }
    if (!card.bmc.isEmpty())
        lines << Line{QStringLiteral("bmc"), card.bmc, {}, card.bmcTone, {}};
    return lines;
}

void FactTree::show(const QList<CardFacts> &cards, const QList<LinkFacts> &links)
{
    for (const CardFacts &card : cards) {
        const Line head{card.name.text(), card.title, card.word, card.tone,
                        machineThing(card.name)};
        fill(branch(QStringLiteral("card/") + card.name.text(), head), linesOf(card));
    }
    QList<Line> lines;
    for (const LinkFacts &link : links) {
        const QString from
            = link.a.isEmpty() ? Words::observer(Core::Workstation()) : link.a.text();
        const QString ends = tr("%1 to %2").arg(from, link.b.text());
        const QString said = Words::joined({link.caption, link.addresses, link.wordA, link.wordB});
        lines << Line{link.key, Words::joined({link.label, ends}),
                      said.isEmpty() ? toneWord(link.tone) : said, link.tone, link.thing};
    }
    if (!lines.isEmpty())
        fill(branch(QStringLiteral("links"), {QString(), tr("Links"), {}, Tone::Neutral, {}}),
             lines);
    if (isVisible() && sizeHintForColumn(0) > header()->sectionSize(0)) // numbers do not shake it
        fitColumns();
}

QStandardItem *FactTree::branch(const QString &key, const Line &line)
{
    QStandardItem *&item = m_branches[key];
    if (!item) {
        item = new QStandardItem;
        m_model->appendRow({item, new QStandardItem});
        setExpanded(item->index(), true);
    }
    set(item, m_model->item(item->row(), 1), line);
    return item;
}

void FactTree::fill(QStandardItem *parent, const QList<Line> &lines)
{
    if (parent->rowCount() > lines.size())
        parent->removeRows(int(lines.size()), parent->rowCount() - int(lines.size()));
    for (int i = 0; i < lines.size(); ++i) {
        if (i >= parent->rowCount())
            parent->appendRow({new QStandardItem, new QStandardItem});
        set(parent->child(i, 0), parent->child(i, 1), lines[i]);
    }
}

// Only what differs is set: each set signals a change to the screen reader.
void FactTree::set(QStandardItem *first, QStandardItem *second, const Line &line)
{
    const auto put = [](QStandardItem *item, const QVariant &value, int role) {
        if (item->data(role) != value)
            item->setData(value, role);
    };
    const bool judged = line.tone != Tone::Neutral;
    put(first, line.text, Qt::DisplayRole);
    put(first, int(line.tone), ToneRole);
    put(first, judged, SignRole);
    put(first, int(line.thing.kind), ThingKindRole);
    put(first, line.thing.id, ThingIdRole);
    put(first, judged ? QStringLiteral("%1, %2").arg(line.text, toneWord(line.tone)) : line.text,
        Qt::AccessibleTextRole);
    put(second, line.state, Qt::DisplayRole);
}

void FactTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

// What is named takes what it needs, up to three fifths; what is said of it has the rest.
void FactTree::fitColumns()
{
    const int width = viewport()->width();
    const int wanted = std::clamp(sizeHintForColumn(0), width * 2 / 5, width * 3 / 5);
    if (wanted != header()->sectionSize(0))
        header()->resizeSection(0, wanted);
}

void FactTree::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    if (!hasFocus() || !currentIndex().isValid())
        return;
    const Thing thing = thingOf(m_model->itemFromIndex(currentIndex().siblingAtColumn(0)));
    if (thing.kind != ThingKind::Nothing)
        m_selection.select(thing);
}

void FactTree::followSelection(const Thing &thing)
{
    if (hasFocus())
        return;
    for (QStandardItem *head : std::as_const(m_branches)) {
        for (int row = -1; row < head->rowCount(); ++row) {
            const QStandardItem *item = row < 0 ? head : head->child(row);
            if (thingOf(item) == thing)
                setCurrentIndex(item->index());
        }
    }
}
} // namespace Gui
