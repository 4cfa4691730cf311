// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/journalpanel.h"

#include "core/base/whendone.h"
#include "gui/journaltext.h"
#include "gui/tablepanel.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gui
{
namespace
{
constexpr int entriesShown = 1000;
constexpr int readingDelay = 250; // ms
} // namespace

JournalPanel::JournalPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(new JournalModel(this)),
      m_table(new TablePanel(theme, *m_model, m_none, this)), m_story(new QPlainTextEdit(this)),
      m_trouble(new QLabel(this)), m_check(new QToolButton(this))
{
    m_table->setSentenceColumn(JournalModel::Title);
    m_story->setObjectName(QStringLiteral("evidence"));
    m_story->setReadOnly(true);
    m_story->setFont(theme.fixed());
    m_story->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_story->setTabChangesFocus(true);
    m_trouble->setObjectName(QStringLiteral("errorText"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    m_check->setProperty("role", QStringLiteral("link"));
    auto *halves = new QHBoxLayout;
    halves->setSpacing(8);
    halves->addWidget(m_table, 13);
    halves->addWidget(m_story, 8);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_trouble);
    box->addLayout(halves, 1);
    setFocusProxy(m_table);
    m_reading.setSingleShot(true);
    m_reading.setInterval(readingDelay);
    connect(&m_reading, &QTimer::timeout, this, &JournalPanel::read);
    connect(m_check, &QToolButton::clicked, this, &JournalPanel::check);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JournalPanel::showStory);
    retranslate();
}

QWidget *JournalPanel::checkButton() const
{
    return m_check;
}

void JournalPanel::setJournal(Core::Journal *journal)
{
    if (m_journal)
        disconnect(m_journal, nullptr, this, nullptr);
    m_journal = journal;
    m_check->setVisible(journal != nullptr);
    if (!journal)
        return;
    connect(journal, &Core::Journal::written, this, [this] {
        if (!m_reading.isActive())
            m_reading.start();
    });
    connect(journal, &Core::Journal::putAside, this, [this](const QString &file) {
        m_trouble->setText(
            tr("The journal was damaged. It was put aside as %1, and a new one was begun.")
                .arg(file));
        m_trouble->show();
    });
    read();
    check();
}

void JournalPanel::read()
{
    if (!m_journal)
        return;
    Core::whenDone(
        m_journal->entries(entriesShown), this,
        [this](const Core::Expected<QList<Core::JournalEntry>> &entries) { take(entries); });
}

void JournalPanel::take(const Core::Expected<QList<Core::JournalEntry>> &entries)
{
    if (!entries) {
        tell(entries.error());
        return;
    }
    m_model->setEntries(*entries);
    selectPending();
    showStory();
}

void JournalPanel::check()
{
    if (!m_journal)
        return;
    Core::whenDone(m_journal->check(), this,
                   [this](const Core::Expected<Core::JournalCheck> &result) { takeCheck(result); });
}

void JournalPanel::takeCheck(const Core::Expected<Core::JournalCheck> &result)
{
    m_result = result;
    retranslate();
    emit checked(m_checkText, result.has_value() && !result->firstBad);
}

void JournalPanel::tell(const Core::Error &error)
{
    m_trouble->setText(Core::rendered(error.what));
    m_trouble->show();
}

void JournalPanel::showEntry(qint64 id)
{
    m_wanted = id;
    selectPending();
    read();
}

void JournalPanel::selectPending()
{
    const QList<Row> &rows = m_model->rows();
    for (int row = 0; row < rows.size(); ++row) {
        const bool wanted
            = m_wanted > 0 ? rows[row].key == QString::number(m_wanted) : row == 0 && !selected();
        if (wanted)
            m_table->selectSource(row);
    }
    m_wanted = 0;
}

const Core::JournalEntry *JournalPanel::selected() const
{
    const int row = m_table->currentSource();
    const QList<Core::JournalEntry> &entries = m_model->entries();
    return row >= 0 && row < entries.size() ? &entries[row] : nullptr;
}

// The reader's place is kept while lines are added to what runs.
void JournalPanel::showStory()
{
    const Core::JournalEntry *entry = selected();
    const QString text = entry ? JournalText::story(*entry) : QString();
    if (text != m_story->toPlainText())
        m_story->setPlainText(text);
}

QString JournalPanel::story() const
{
    return m_story->toPlainText();
}

void JournalPanel::retranslate()
{
    m_model->retranslate();
    m_model->refill();
    m_table->setEmptyText(tr("No action was written down yet."));
    m_table->setAccessibleName(tr("Journal"));
    m_story->setAccessibleName(tr("The story of the selected action"));
    m_check->setToolTip(tr("Reads every line and says whether one was changed or is missing"));
    m_checkText = !m_result ? tr("Check the journal")
        : *m_result         ? JournalText::checked(**m_result)
                            : Core::rendered(m_result->error().what);
    m_check->setText(m_checkText);
    showStory();
}

void JournalPanel::restyle()
{
    m_story->setFont(m_theme.fixed());
    m_table->viewport()->update();
}
} // namespace Gui
