// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confchanges.h"

#include "core/clusterconf/conftext.h"
#include "gui/confdiffview.h"
#include "gui/confmeaning.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gui
{
namespace
{
QLabel *heading(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", QStringLiteral("section"));
    label->setWordWrap(true);
    return label;
}
} // namespace

ConfChanges::ConfChanges(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_meaningLabel(heading(this)), m_meaning(new ConfMeaning(theme, this)),
      m_linesLabel(heading(this)), m_lines(new ConfDiffView(theme, this))
{
    m_lines->horizontalHeader()->hide(); // there is one text, from the one to the other
    m_lines->setAccessibleName(tr("Line by line"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_meaningLabel);
    box->addWidget(m_meaning, 2);
    box->addWidget(m_linesLabel);
    box->addWidget(m_lines, 3);
}

void ConfChanges::show(const QByteArray &before, const QByteArray &after)
{
    showMeaning(before, after);
    showLines(before, after);
}

// What cannot be listed is said instead.
void ConfChanges::showMeaning(const QByteArray &before, const QByteArray &after)
{
    const auto from = Core::Document::fromBytes(before);
    const auto to = Core::Document::fromBytes(after);
    const bool both = from && to;
    m_meaning->setChanges(both ? Core::changesOf(*from, *to) : QList<Core::ConfChange>());
    const bool any = m_meaning->topLevelItemCount() > 0;
    m_meaning->setVisible(any);
    if (any)
        m_meaningLabel->setText(tr("What changes"));
    else if (both)
        m_meaningLabel->setText(tr("Nothing that has a meaning for the cluster."));
    else
        m_meaningLabel->setText(
            tr("One of the two is not well-formed: only its lines can be compared."));
}

void ConfChanges::showLines(const QByteArray &before, const QByteArray &after)
{
    m_lines->setRows(
        unified(Core::ConfText::fromBytes(before).text, Core::ConfText::fromBytes(after).text),
        {tr("before"), tr("after")});
    const bool any = m_lines->rows().rowCount() > 0;
    m_linesLabel->setText(any ? tr("Line by line") : tr("No line differs."));
}

QStringList ConfChanges::sentences() const
{
    QStringList all;
    for (int row = 0; row < m_meaning->topLevelItemCount(); ++row)
        all << m_meaning->topLevelItem(row)->text(0);
    return all;
}

QString ConfChanges::lines() const
{
    QStringList all;
    for (const DiffRow &row : m_lines->rows().rows())
        all << diffSign(row.cells.constFirst().kind) + u' ' + row.cells.constFirst().text;
    return all.join(u'\n');
}

ConfReview::ConfReview(const Theme &theme, const QByteArray &before, const QByteArray &after,
                       QWidget *parent)
    : QDialog(parent), m_changes(new ConfChanges(theme, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What the activation changes"));
    resize(800, 560);
    m_changes->show(before, after);
    auto *buttons = new QDialogButtonBox(this);
    auto *go = buttons->addButton(tr("To the plan…"), QDialogButtonBox::AcceptRole);
    go->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(16, 16, 16, 16);
    box->setSpacing(12);
    box->addWidget(m_changes, 1);
    box->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}
} // namespace Gui
