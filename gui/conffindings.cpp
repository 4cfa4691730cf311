// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/conffindings.h"

#include "gui/actiontext.h"
#include "gui/words.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Gui
{
namespace
{
// A malformed file says its place in the sentence too; the row has it already.
QString sentence(const Core::Finding &finding)
{
    const bool placed = finding.text.args.size() == 3 && finding.id == QStringLiteral("C01");
    if (const auto *what
        = placed ? std::get_if<Core::MessageList>(&finding.text.args.at(2)) : nullptr)
        return Core::rendered(Core::Argument(*what));
    return Core::rendered(finding.text);
}

bool showTheSame(const Core::Finding &a, const Core::Finding &b)
{
    const auto line = [](const Core::Finding &one) { return one.span ? one.span->line : 0; };
    return a.id == b.id && a.severity == b.severity && line(a) == line(b) && a.text == b.text;
}

// How many at the front and at the back are told by both lists alike; they do not overlap.
std::pair<int, int> commonEnds(const QList<Core::Finding> &before,
                               const QList<Core::Finding> &after)
{
    const int least = int(std::min(before.size(), after.size()));
    int front = 0;
    while (front < least && showTheSame(before[front], after[front]))
        ++front;
    int back = 0;
    while (back < least - front
           && showTheSame(before[before.size() - 1 - back], after[after.size() - 1 - back]))
        ++back;
    return {front, back};
}

QLabel *words(const char *role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (*role != '\0')
        label->setProperty("role", QString::fromLatin1(role));
    return label;
}
} // namespace

ConfFindings::ConfFindings(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_summary(words("section")), m_list(new QListWidget(this)),
      m_reason(words("")), m_rule(words("muted")), m_fix(new QPushButton(this))
{
    setMinimumWidth(240);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_summary);
    box->addWidget(m_list, 1);
    box->addWidget(m_reason);
    box->addWidget(m_rule);
    box->addWidget(m_fix, 0, Qt::AlignLeft);
    connect(m_list, &QListWidget::currentRowChanged, this, &ConfFindings::showDetail);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { pick(m_list->row(item)); });
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { pick(m_list->row(item)); });
    connect(m_fix, &QPushButton::clicked, this, [this] {
        if (const Core::Finding *finding = selected(); finding && finding->fix)
            emit fixWanted(*finding->fix);
    });
    retranslate();
}

const Core::Finding *ConfFindings::selected() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_findings.size() ? &m_findings[row] : nullptr;
}

// With each keystroke lines move, so that a finding is known again by what it says.
void ConfFindings::show(const QList<Core::Finding> &findings)
{
    const auto same = [](const Core::Finding &a, const Core::Finding &b) {
        return a.id == b.id && a.text == b.text;
    };
    const std::optional<Core::Finding> before
        = selected() ? std::optional(*selected()) : std::nullopt;
    const QList<Core::Finding> shown = std::exchange(m_findings, findings);
    fill(shown);
    const auto again
        = std::find_if(m_findings.cbegin(), m_findings.cend(),
                       [&](const Core::Finding &now) { return before && same(now, *before); });
    m_list->setCurrentRow(again == m_findings.cend() ? (m_findings.isEmpty() ? -1 : 0)
                                                     : int(again - m_findings.cbegin()));
    showDetail();
}

void ConfFindings::selectLine(int line)
{
    for (int row = 0; row < m_findings.size(); ++row) {
        if (m_findings[row].span && m_findings[row].span->line == line) {
            m_list->setCurrentRow(row);
            return;
        }
    }
}

void ConfFindings::setFixable(bool fixable)
{
    m_fixable = fixable;
    showDetail();
}

// Of thousands most stay what they are with a keystroke, and those are not touched.
void ConfFindings::fillItem(QListWidgetItem &item, const Core::Finding &finding) const
{
    const QString where = finding.span ? tr("line %1").arg(finding.span->line) : QString();
    const QString text = Words::joined({finding.id, where}) + u'\n' + sentence(finding);
    const QString word = ActionText::word(finding.severity);
    if (item.text() == text && item.data(Qt::UserRole) == word)
        return;
    item.setText(text);
    item.setData(Qt::UserRole, word);
    item.setIcon(toneIcon(m_theme.colors(), ActionText::tone(finding.severity)));
    item.setData(Qt::AccessibleTextRole, tr("%1: %2").arg(word, text));
}

void ConfFindings::fill(const QList<Core::Finding> &before)
{
    const QSignalBlocker quiet(m_list);
    const int place = m_list->verticalScrollBar()->value();
    const auto [front, back] = commonEnds(before, m_findings);
    const int end = int(m_findings.size() - back);
    while (m_list->count() > m_findings.size() && m_list->count() - back > front)
        delete m_list->takeItem(front);
    while (m_list->count() < m_findings.size())
        m_list->insertItem(front, new QListWidgetItem);
    for (int row = front; row < end; ++row)
        fillItem(*m_list->item(row), m_findings[row]);
    m_list->verticalScrollBar()->setValue(place);
    m_summary->setText(summary());
}

QString ConfFindings::summary() const
{
    const auto count = [this](auto wanted) {
        return int(std::count_if(m_findings.cbegin(), m_findings.cend(), wanted));
    };
    const int errors
        = count([](const Core::Finding &f) { return f.severity >= Core::Severity::Error; });
    const int warnings
        = count([](const Core::Finding &f) { return f.severity == Core::Severity::Warning; });
    const int notes
        = count([](const Core::Finding &f) { return f.severity == Core::Severity::Note; });
    QStringList parts;
    if (errors > 0)
        parts << tr("%n error(s)", nullptr, errors);
    if (warnings > 0)
        parts << tr("%n warning(s)", nullptr, warnings);
    if (notes > 0)
        parts << tr("%n note(s)", nullptr, notes);
    return parts.isEmpty() ? tr("No finding") : parts.join(QStringLiteral(", "));
}

void ConfFindings::showDetail()
{
    const Core::Finding *finding = selected();
    const QString reason
        = finding && !finding->reason.isEmpty() ? Core::rendered(finding->reason) : QString();
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_rule->setText(finding && !finding->source.isEmpty() ? tr("Source: %1").arg(finding->source)
                                                          : QString());
    m_rule->setVisible(!m_rule->text().isEmpty());
    m_fix->setVisible(finding && finding->fix);
    m_fix->setEnabled(m_fixable);
    if (finding && finding->fix)
        m_fix->setText(tr("Put right: %1").arg(Core::rendered(finding->fix->title)));
    m_fix->setAccessibleName(m_fix->text().isEmpty() ? tr("Put right") : m_fix->text());
}

void ConfFindings::pick(int row)
{
    if (row >= 0 && row < m_findings.size() && m_findings[row].span)
        emit picked(*m_findings[row].span);
}

void ConfFindings::retranslate()
{
    m_list->setAccessibleName(tr("Findings"));
    const int row = m_list->currentRow();
    fill({});
    m_list->setCurrentRow(row);
    showDetail();
}

void ConfFindings::restyle()
{
    m_list->clear(); // the signs have the theme's colours
    retranslate();
}
} // namespace Gui
