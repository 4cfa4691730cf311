// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspector.h"

#include "gui/rowdelegate.h"
#include "gui/rowmodel.h"
#include "gui/tabular.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gui
{
Badge::Badge(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::show(const QString &text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextSize::Small, true));
    return {metrics.horizontalAdvance(m_text) + 24, 24};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneFill(m_theme.colors(), m_tone));
    painter.drawRoundedRect(rect().adjusted(0, 1, 0, -1), 11, 11);
    if (m_tone == Tone::Unknown) {
        painter.setBrush(hatch(m_theme.colors()));
        painter.drawRoundedRect(rect().adjusted(0, 1, 0, -1), 11, 11);
    }
    painter.setFont(m_theme.font(TextSize::Small, true));
    painter.setPen(toneColor(m_theme.colors(), m_tone));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

namespace
{
constexpr int rowHeight = 22;
constexpr int tallRow = 38;
constexpr int margins = 2 * 8; // of a cell

QTableWidget *factTable(const Theme &theme, QWidget *parent)
{
    auto *table = new QTableWidget(0, 2, parent);
    table->horizontalHeader()->hide();
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setItemDelegate(new RowDelegate(theme, table));
    table->setTabKeyNavigation(false);
    return table;
}

QLabel *label(const char *role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setProperty("role", QString::fromLatin1(role));
    return made;
}
} // namespace

Inspector::Inspector(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_badge(new Badge(theme, this)),
      m_note(label("muted", this)), m_table(factTable(theme, this)),
      m_evidenceLabel(label("section", this)), m_evidence(new QPlainTextEdit(this)),
      m_source(label("muted", this)), m_copy(new QToolButton(this)),
      m_actions(new QToolButton(this))
{
    m_note->setWordWrap(true);
    m_source->setWordWrap(true);
    m_copy->setProperty("role", QStringLiteral("link"));
    m_evidence->setObjectName(QStringLiteral("evidence"));
    m_evidence->setReadOnly(true);
    m_evidence->setFont(theme.fixed());
    m_evidence->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_evidence->setTabStopDistance(4 * QFontMetricsF(theme.fixed()).horizontalAdvance(u' '));
    m_evidence->setMinimumHeight(48); // two lines: what follows takes three in a narrow window
    m_evidence->setTabChangesFocus(true);
    m_actions->setProperty("role", QStringLiteral("link"));
    m_actions->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_actions);
    menu->setToolTipsVisible(true);
    m_actions->setMenu(menu);
    m_actions->hide();
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        emit menuWanted(*menu);
    });
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_source, 1);
    foot->addWidget(m_actions);
    foot->addWidget(m_copy);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(8, 0, 8, 0);
    box->setSpacing(8);
    box->addWidget(m_note);
    box->addWidget(m_table, 8); // no more than its rows need
    box->addWidget(m_evidenceLabel);
    box->addWidget(m_evidence, 1);
    box->addLayout(foot);
    // Queued: while one column is resized the width of the other is still the old one.
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, &Inspector::fitRows,
            Qt::QueuedConnection);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(asText()); });
    retranslate();
}

void Inspector::retranslate()
{
    m_evidenceLabel->setText(tr("EVIDENCE"));
    m_actions->setText(tr("Actions ▾"));
    m_actions->setToolTip(tr("What can be done to it"));
    m_actions->setAccessibleName(tr("Actions"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the facts and the evidence as text"));
    m_table->setAccessibleName(tr("Facts"));
    m_evidence->setAccessibleName(tr("Evidence: the tool's own output"));
}

void Inspector::setActionsOffered(bool offered)
{
    m_actions->setVisible(offered);
}

void Inspector::restyle()
{
    m_badge->update();
    m_table->viewport()->update();
    m_evidence->setFont(m_theme.fixed());
}

void Inspector::show(const InspectorFacts &facts)
{
    if (facts == m_facts)
        return;
    const bool sameQuote = facts.quoted == m_facts.quoted;
    m_facts = facts;
    emit titleChanged(facts.title);
    m_badge->show(facts.badge, facts.tone);
    m_note->setText(facts.note);
    m_note->setVisible(!facts.note.isEmpty());
    m_source->setText(facts.source);
    fillTable();
    if (!sameQuote) // keeps the reader's place while only ages move
        m_evidence->setPlainText(facts.quoted);
    const bool quoted = !facts.quoted.isEmpty();
    m_evidence->setVisible(quoted);
    m_evidenceLabel->setVisible(quoted);
    m_copy->setVisible(!facts.facts.isEmpty());
    m_table->setVisible(!facts.facts.isEmpty());
}

void Inspector::fillTable()
{
    m_table->setRowCount(int(m_facts.facts.size()));
    for (int row = 0; row < m_facts.facts.size(); ++row) {
        const QString texts[] = {m_facts.facts[row].name, m_facts.facts[row].value};
        for (int column = 0; column < 2; ++column) {
            QTableWidgetItem *item = m_table->item(row, column);
            if (!item) {
                item = new QTableWidgetItem;
                m_table->setItem(row, column, item);
            }
            if (item->text() == texts[column])
                continue;
            item->setText(texts[column]);
            item->setToolTip(texts[column]);
            item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
            item->setData(MutedRole, column == 0);
        }
    }
    fitRows();
}

void Inspector::fitRows()
{
    const QFontMetricsF metrics(m_theme.font(TextSize::Body));
    const qreal room = m_table->columnWidth(1) - margins;
    int height = 2;
    for (int row = 0; row < std::min<qsizetype>(m_table->rowCount(), m_facts.facts.size()); ++row) {
        const bool tall = tabularWidth(metrics, m_facts.facts[row].value) > room;
        m_table->setRowHeight(row, tall ? tallRow : rowHeight);
        height += tall ? tallRow : rowHeight;
    }
    m_table->setMaximumHeight(height);
}

QString Inspector::asText() const
{
    QStringList lines{m_facts.title, m_facts.badge, m_facts.note};
    for (const Fact &fact : m_facts.facts)
        lines << QStringLiteral("%1: %2").arg(fact.name, fact.value);
    lines << QString() << m_facts.source << m_facts.quoted;
    return lines.join(u'\n');
}
} // namespace Gui
