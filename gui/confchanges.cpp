// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confchanges.h"

#include "core/base/linediff.h"
#include "core/clusterconf/conftext.h"
#include "core/clusterconf/maskedlines.h"
#include "core/clusterconf/meaning.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

namespace Gui
{
namespace
{
constexpr int around = 2; // lines that are alike shown before and behind a change

QLabel *heading(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", QStringLiteral("section"));
    return label;
}

// A hunk with its neighbours, as a unified difference has it.
QString hunkText(const Core::LineHunk &hunk, const Core::MaskedLines &before,
                 const Core::MaskedLines &after)
{
    QStringList rows{QStringLiteral("@@ %1 @@").arg(hunk.after + 1)};
    for (int line = std::max(0, hunk.after - around); line < hunk.after; ++line)
        rows << QStringLiteral("  ") + after.line(line);
    for (const Core::LineRow &row : hunk.rows) {
        if (row.before >= 0)
            rows << QStringLiteral("- ") + before.line(row.before);
        if (row.after >= 0)
            rows << QStringLiteral("+ ") + after.line(row.after);
    }
    const int end = hunk.after + hunk.afterCount;
    for (int line = end; line < std::min(after.count(), end + around); ++line)
        rows << QStringLiteral("  ") + after.line(line);
    return rows.join(u'\n');
}
} // namespace

ConfChanges::ConfChanges(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_meaningLabel(heading(this)),
      m_meaning(new QListWidget(this)), m_linesLabel(heading(this)),
      m_lines(new QPlainTextEdit(this))
{
    m_meaning->setWordWrap(true);
    m_meaning->setSelectionMode(QAbstractItemView::NoSelection);
    m_lines->setReadOnly(true);
    m_lines->setObjectName(QStringLiteral("evidence"));
    m_lines->setFont(theme.fixed());
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setTabChangesFocus(true);
    m_meaningLabel->setText(tr("What changes"));
    m_linesLabel->setText(tr("Line by line"));
    m_meaning->setAccessibleName(m_meaningLabel->text());
    m_lines->setAccessibleName(m_linesLabel->text());
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

void ConfChanges::showMeaning(const QByteArray &before, const QByteArray &after)
{
    m_meaning->clear();
    const auto from = Core::Document::fromBytes(before);
    const auto to = Core::Document::fromBytes(after);
    if (!from || !to) {
        m_meaning->addItem(
            tr("One of the two is not well-formed: only its lines can be compared."));
        return;
    }
    for (const Core::ConfChange &change : Core::changesOf(*from, *to)) {
        const bool live = change.effect == Core::Effect::Live;
        auto *item = new QListWidgetItem(
            tr("%1 — %2").arg(Core::rendered(change.text),
                              Core::rendered(Core::effectText(change.effect))),
            m_meaning);
        item->setIcon(toneIcon(m_theme.colors(), live ? Tone::Ok : Tone::Warning));
    }
    if (m_meaning->count() == 0)
        m_meaning->addItem(tr("Nothing that has a meaning for the cluster."));
}

void ConfChanges::showLines(const QByteArray &before, const QByteArray &after)
{
    const QString from = Core::ConfText::fromBytes(before).text;
    const QString to = Core::ConfText::fromBytes(after).text;
    const Core::MaskedLines shownFrom(from);
    const Core::MaskedLines shownTo(to);
    QStringList hunks;
    for (const Core::LineHunk &hunk : Core::lineDiff(from, to))
        hunks << hunkText(hunk, shownFrom, shownTo);
    m_lines->setPlainText(hunks.isEmpty() ? tr("No line differs.") : hunks.join(u'\n'));
    colour();
}

// The sign in front tells as much as the colour.
void ConfChanges::colour()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (QTextBlock block = m_lines->document()->begin(); block.isValid(); block = block.next()) {
        const bool gone = block.text().startsWith(u"- ");
        if (!gone && !block.text().startsWith(u"+ "))
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setBackground(gone ? m_theme.colors().badFill : m_theme.colors().okFill);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    m_lines->setExtraSelections(marks);
}

QStringList ConfChanges::sentences() const
{
    QStringList all;
    for (int row = 0; row < m_meaning->count(); ++row)
        all << m_meaning->item(row)->text();
    return all;
}

QString ConfChanges::lines() const
{
    return m_lines->toPlainText();
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
