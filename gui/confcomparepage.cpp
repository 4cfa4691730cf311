// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confcomparepage.h"

#include "core/base/whendone.h"
#include "core/clusterconf/keptconf.h"
#include "gui/confdiffview.h"
#include "gui/confmeaning.h"
#include "gui/switcher.h"
#include "gui/words.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPromise>
#include <QStackedWidget>
#include <QThreadPool>

#include <algorithm>

namespace Gui
{
namespace
{
constexpr int startDelay = 150; // ms: not at each key

QString shownText(const QByteArray &bytes)
{
    const Core::Expected<Core::Document> document = Core::Document::fromBytes(bytes);
    return document ? document->text() : Core::decodedConf(bytes);
}
} // namespace

ConfComparePage::ConfComparePage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    build();
    m_starting.setSingleShot(true);
    m_starting.setInterval(startDelay);
    connect(&m_starting, &QTimer::timeout, this, &ConfComparePage::start);
    retranslate();
}

ConfComparePage::~ConfComparePage() = default;

void ConfComparePage::build()
{
    m_from = new QLabel(this);
    m_to = new QLabel(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    for (const auto &[box, label] : {std::pair{&m_before, m_from}, std::pair{&m_after, m_to}}) {
        *box = new QComboBox(this);
        (*box)->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        (*box)->setMinimumContentsLength(16);
        label->setBuddy(*box);
        head->addWidget(label);
        head->addWidget(*box, 1);
        connect(*box, &QComboBox::activated, this, [this] {
            m_wanted = {m_before->currentData().toString(), m_after->currentData().toString()};
            refresh();
        });
    }
    m_modes = new Switcher(4, this);
    head->addWidget(m_modes);
    connect(m_modes, &Switcher::chosen, this, [this](int mode) { setMode(Mode(mode)); });
    m_summary = new QLabel(this);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_lines = new ConfDiffView(m_theme, this);
    m_meaning = new ConfMeaning(m_theme, this);
    m_views = new QStackedWidget(this);
    m_views->addWidget(m_lines);
    m_views->addWidget(m_meaning);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addLayout(head);
    box->addWidget(m_summary);
    box->addWidget(m_views, 1);
}

// ---- what is compared

void ConfComparePage::setSides(const QList<ConfSide> &sides)
{
    m_sides = sides;
    for (QComboBox *box : {m_before, m_after}) {
        box->clear();
        for (const ConfSide &side : sides)
            box->addItem(side.name, side.id);
    }
    choose();
    refresh();
}

void ConfComparePage::setConcurrent(const std::optional<std::array<QByteArray, 3>> &texts)
{
    const bool news = texts.has_value() && !m_concurrent.has_value();
    m_concurrent = texts;
    retranslate();
    if (news)
        setMode(Mode::ThreeWays);
    else if (!texts && mode() == Mode::ThreeWays)
        setMode(Mode::SideBySide);
    else
        refresh();
}

// What was wanted may come later: a file is still being read.
void ConfComparePage::choose()
{
    m_before->setCurrentIndex(std::max(0, m_before->findData(m_wanted.first)));
    m_after->setCurrentIndex(std::max(0, m_after->findData(m_wanted.second)));
}

void ConfComparePage::compare(const QString &before, const QString &after)
{
    m_wanted = {before, after};
    choose();
    if (mode() == Mode::ThreeWays)
        m_modes->choose(int(Mode::SideBySide));
    refresh();
}

ConfComparePage::Mode ConfComparePage::mode() const
{
    return Mode(m_modes->choice());
}

void ConfComparePage::setMode(Mode mode)
{
    m_modes->choose(int(mode));
    const bool three = mode == Mode::ThreeWays;
    for (QWidget *part : std::initializer_list<QWidget *>{m_before, m_after, m_from, m_to})
        part->setEnabled(!three);
    m_views->setCurrentWidget(mode == Mode::Meaning ? static_cast<QWidget *>(m_meaning) : m_lines);
    refresh();
}

const ConfSide *ConfComparePage::chosen(const QComboBox *box) const
{
    const auto side = std::find_if(m_sides.begin(), m_sides.end(), [&](const ConfSide &one) {
        return one.id == box->currentData().toString();
    });
    return side == m_sides.end() ? nullptr : &*side;
}

void ConfComparePage::refresh()
{
    m_stale = true;
    ++m_asked;
    if (!isVisible())
        return;
    m_busy = true;
    m_starting.start();
}

void ConfComparePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

// ---- the comparison

void ConfComparePage::start()
{
    m_stale = false;
    if (mode() == Mode::ThreeWays) {
        if (m_concurrent)
            work({tr("mine"), tr("as it was opened"), tr("theirs")},
                 {(*m_concurrent)[1], (*m_concurrent)[0], (*m_concurrent)[2]});
        else
            take({}, {});
        return;
    }
    const ConfSide *before = chosen(m_before);
    const ConfSide *after = chosen(m_after);
    if (before && after)
        fetch({*before, *after}, {});
    else
        take({}, {});
}

// One after the other: what lies on a node takes a moment.
void ConfComparePage::fetch(const QList<ConfSide> &wanted, QList<QByteArray> texts)
{
    if (texts.size() == wanted.size()) {
        const bool masked = std::any_of(wanted.begin(), wanted.end(),
                                        [](const ConfSide &side) { return side.masked; });
        QStringList titles;
        for (const ConfSide &side : wanted)
            titles << side.name;
        for (QByteArray &text : texts)
            text = masked ? Core::keptConf(text).text : text;
        work(titles, texts);
        return;
    }
    Core::whenDone(wanted.at(texts.size()).text(), this,
                   [this, wanted, texts, asked = m_asked](const Core::Expected<QByteArray> &text) {
                       if (asked != m_asked) // somebody chose anew meanwhile
                           return;
                       if (!text)
                           return fail(text.error());
                       fetch(wanted, texts + QList<QByteArray>{*text});
                   });
}

ConfComparePage::Answer ConfComparePage::answerTo(Mode mode, const QList<QByteArray> &texts)
{
    Answer answer;
    if (mode == Mode::ThreeWays) {
        answer.rows = threeWays(shownText(texts[1]), shownText(texts[0]), shownText(texts[2]));
        return answer;
    }
    const Core::Expected<Core::Document> before = Core::Document::fromBytes(texts[0]);
    const Core::Expected<Core::Document> after = Core::Document::fromBytes(texts[1]);
    if (before && after)
        answer.changes = Core::changesOf(*before, *after);
    answer.rows = mode == Mode::Unified ? unified(shownText(texts[0]), shownText(texts[1]))
                                        : sideBySide(shownText(texts[0]), shownText(texts[1]));
    return answer;
}

void ConfComparePage::work(const QStringList &titles, const QList<QByteArray> &texts)
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    Core::whenDone(promise->future(), this, [this, titles, asked = m_asked](const Answer &answer) {
        if (asked == m_asked)
            take(titles, answer);
    });
    QThreadPool::globalInstance()->start([promise, texts, mode = mode()] {
        promise->addResult(answerTo(mode, texts));
        promise->finish();
    });
}

void ConfComparePage::take(const QStringList &titles, const Answer &answer)
{
    m_answer = answer;
    m_answered = !titles.isEmpty();
    m_busy = false;
    m_lines->setRows(answer.rows, titles);
    m_meaning->setChanges(answer.changes.value_or(QList<Core::ConfChange>()));
    tellSummary();
    emit compared();
}

void ConfComparePage::fail(const Core::Error &error)
{
    take({}, {});
    m_summary->setText(Core::rendered(error.what));
}

QString ConfComparePage::summary() const
{
    return m_summary->text();
}

// ---- words

void ConfComparePage::tellSummary()
{
    if (!m_answered) {
        m_summary->setText(tr("Nothing to compare yet."));
        return;
    }
    const DiffRows &rows = m_answer.rows;
    const auto lines = std::count_if(rows.begin(), rows.end(), [](const DiffRow &row) {
        return std::any_of(row.cells.begin(), row.cells.end(), [](const DiffCell &cell) {
            return cell.kind == DiffKind::Removed || cell.kind == DiffKind::Added
                || cell.kind == DiffKind::Changed;
        });
    });
    const auto conflicts
        = std::count_if(rows.begin(), rows.end(), [](const DiffRow &row) { return row.conflict; });
    QStringList parts{lines == 0 ? tr("the same, line by line")
                                 : tr("%n line(s) differ", nullptr, int(lines))};
    if (mode() == Mode::ThreeWays)
        parts << (conflicts == 0 ? tr("none of them changed by both")
                                 : tr("%n of them changed by both", nullptr, int(conflicts)));
    else if (!m_answer.changes)
        parts << tr("one of both is not well-formed: what they say cannot be compared");
    else if (m_answer.changes->isEmpty())
        parts << tr("both say the same");
    else
        parts << tr("%n change(s) in what they say", nullptr, int(m_answer.changes->size()));
    m_summary->setText(Words::joined(parts));
}

void ConfComparePage::retranslate()
{
    m_from->setText(tr("From"));
    m_to->setText(tr("To"));
    m_before->setAccessibleName(tr("Version to compare from"));
    m_after->setAccessibleName(tr("Version to compare to"));
    m_modes->setTexts({tr("Side by side"), tr("One text"), tr("Meaning"), tr("Mine and theirs")});
    m_modes->setOffered(int(Mode::ThreeWays), m_concurrent.has_value());
    m_lines->setAccessibleName(tr("Differences by line"));
    m_meaning->retranslate();
    tellSummary();
}

void ConfComparePage::restyle()
{
    m_lines->restyle();
    m_meaning->restyle();
}

void ConfComparePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
} // namespace Gui
