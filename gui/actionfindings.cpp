// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actionfindings.h"

#include "gui/actiontext.h"
#include "gui/inspectorfacts.h"

#include <QHBoxLayout>
#include <QLabel>

namespace Gui
{
namespace
{
constexpr int signSize = 16;
constexpr int quotedShown = 4; // lines of each piece of evidence; the inspector has the rest

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

QString shortened(const QString &quoted)
{
    const QStringList lines = quoted.split(u'\n', Qt::SkipEmptyParts);
    const QString kept = lines.mid(0, quotedShown).join(u'\n');
    return lines.size() > quotedShown ? kept + QStringLiteral("\n…") : kept;
}
} // namespace

ActionFindings::ActionFindings(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_box(new QVBoxLayout(this))
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(8);
}

void ActionFindings::show(const Core::ActionPlan &plan, const PlanDifference &difference,
                          const ClusterSource *source)
{
    while (QLayoutItem *item = m_box->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const int i : ActionText::worstFirst(plan.findings))
        add(plan.findings[i], difference.newFindings.contains(i), source);
    if (plan.findings.isEmpty())
        m_box->addWidget(wrapped(tr("Nothing speaks against it."), this));
    for (const Core::Finding &gone : difference.goneFindings) {
        QLabel *label = wrapped(tr("No longer: %1").arg(Core::rendered(gone.text)), this);
        label->setObjectName(QStringLiteral("muted"));
        m_box->addWidget(label);
    }
}

void ActionFindings::add(const Core::Finding &finding, bool fresh, const ClusterSource *source)
{
    auto *row = new QWidget(this);
    auto *sign = new QLabel(row);
    const Tone tone = ActionText::tone(finding.severity);
    sign->setPixmap(toneSign(m_theme.colors(), tone, signSize, devicePixelRatioF()));
    auto *text = new QVBoxLayout;
    text->setSpacing(4);
    const QString word = ActionText::word(finding.severity);
    QLabel *sentence = wrapped(tr("%1: %2").arg(word, Core::rendered(finding.text)), row);
    text->addWidget(sentence);
    if (fresh) {
        QLabel *mark = wrapped(tr("new or changed"), row);
        mark->setObjectName(QStringLiteral("changedMark"));
        text->addWidget(mark);
    }
    for (const Core::EvidenceRef &ref : source ? finding.evidence : QList<Core::EvidenceRef>()) {
        const QString quoted = shortened(quotedLines(ref, *source));
        if (!quoted.isEmpty()) {
            QLabel *lines = wrapped(quoted, row);
            lines->setObjectName(QStringLiteral("evidence"));
            lines->setFont(m_theme.fixed());
            lines->setTextInteractionFlags(Qt::TextSelectableByMouse);
            text->addWidget(lines);
        }
        QLabel *from = wrapped(sourceLine(ref, *source), row);
        from->setProperty("role", QStringLiteral("muted"));
        text->addWidget(from);
    }
    auto *box = new QHBoxLayout(row);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(8);
    box->addWidget(sign, 0, Qt::AlignTop);
    box->addLayout(text, 1);
    row->setAccessibleName(sentence->text());
    m_box->addWidget(row);
}
} // namespace Gui
