// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/curvepanel.h"

#include "core/base/whendone.h"
#include "gui/curvelegend.h"
#include "gui/eventlog.h"
#include "gui/switcher.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>

#include <array>

namespace Gui
{
using namespace std::chrono_literals;

namespace
{
constexpr std::array spans{60s, 600s, 3600s, 6 * 3600s, 24 * 3600s, 7 * 86'400s, 30 * 86'400s};
constexpr int firstRange = 2; // an hour
constexpr qsizetype manyCurves = 6;
constexpr int mostPoints = 1000; // a curve, over what is in sight
constexpr int seriesEvery = 10; // s; a resource that is new is seen so late
constexpr double beside = 0.5; // asked for on each side, of what is in sight

QList<CurveMark> marksOf(const EventLog *log)
{
    QList<CurveMark> marks;
    for (const TimedEvent &event : log ? log->events() : QList<TimedEvent>())
        marks << CurveMark{event.at, toneOf(event.event.severity),
                           QStringLiteral("%1: %2").arg(event.event.machine.text(),
                                                        Core::rendered(event.event.text))};
    return marks;
}
} // namespace

QList<std::chrono::seconds> CurvePanel::ranges()
{
    return {spans.begin(), spans.end()};
}

CurvePanel::CurvePanel(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_subjects(new QComboBox(this)),
      m_groups(new QComboBox(this)), m_ranges(new Switcher(int(spans.size()), this)),
      m_live(new QToolButton(this)), m_export(new QToolButton(this)),
      m_plot(new CurvePlot(theme, this)), m_legend(new CurveLegend(theme, this)),
      m_size(new QLabel(this))
{
    buildControls();
    connectParts();
    m_asking.setSingleShot(true);
    m_ranges->choose(firstRange);
    m_plot->setSpan({0, double(spans[firstRange].count())});
    retranslate();
}

void CurvePanel::connectParts()
{
    connect(&m_query, &CurveQuery::answered, this, &CurvePanel::take);
    connect(&m_query, &CurveQuery::failed, this, &CurvePanel::say);
    connect(&m_asking, &QTimer::timeout, this, &CurvePanel::ask);
    connect(m_plot, &CurvePlot::spanChosen, this, &CurvePanel::wander);
    connect(m_plot, &CurvePlot::liveWanted, this, [this] { setFollowing(true); });
    connect(m_plot, &CurvePlot::crosshairMoved, this, &CurvePanel::fillLegend);
    connect(m_legend, &CurveLegend::toggled, this, &CurvePanel::toggle);
    connect(m_ranges, &Switcher::chosen, this, &CurvePanel::showRange);
    connect(m_live, &QToolButton::clicked, this, &CurvePanel::setFollowing);
    connect(m_export, &QToolButton::clicked, this, &CurvePanel::exportTo);
    connect(m_groups, &QComboBox::activated, this,
            [this](int index) { showGroup(CurveGroup(index)); });
    connect(m_subjects, &QComboBox::activated, this,
            [this](int index) { showSubject(m_subjects->itemData(index).toString()); });
}

void CurvePanel::restyle()
{
    m_plot->restyle();
    ask();
}

// ---- what is shown

void CurvePanel::setSource(const ClusterSource *source, const EventLog *log)
{
    m_log = log;
    if (source == m_source)
        return;
    m_source = source;
    m_known.clear();
    m_subject.clear();
    m_hidden.clear();
    m_query.setHistory(source ? source->history() : nullptr);
    m_plot->setCurves(m_group, {}, 1);
    fillSubjects();
    fillLegend();
    setFollowing(true);
    askSeries();
}

void CurvePanel::showGroup(CurveGroup group)
{
    m_group = group;
    m_groups->setCurrentIndex(int(group));
    m_plot->setCurves(group, {}, 1);
    fillSubjects();
    ask();
}

void CurvePanel::showSubject(const QString &subject)
{
    m_subject = subject;
    fillSubjects();
    ask();
}

void CurvePanel::showRange(int range)
{
    m_ranges->choose(range);
    const double to = m_plot->span().to;
    m_plot->setSpan({to - double(spans[size_t(range)].count()), to});
    setFollowing(true);
}

void CurvePanel::setFollowing(bool following)
{
    m_following = following;
    m_live->setChecked(following);
    if (following)
        moveToNow();
    ask();
}

void CurvePanel::moveToNow()
{
    if (!m_source)
        return;
    const double now = double(m_source->now().toMSecsSinceEpoch()) / 1000;
    m_plot->setSpan({now - m_plot->span().length(), now});
}

// A person who looks at the past stays there.
void CurvePanel::wander(const TimeSpan &span)
{
    const double now = m_source ? double(m_source->now().toMSecsSinceEpoch()) / 1000 : span.to;
    const bool live = span.to >= now && span.from < now;
    if (live != m_following) {
        m_following = live;
        m_live->setChecked(live);
    }
    fillLegend();
    if (span.from < m_asked.from || span.to > m_asked.to
        || span.length() < m_asked.length() / (1 + 2 * beside) / 2)
        m_asking.start(20);
}

// ---- the history

void CurvePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_following)
        moveToNow();
    askSeries();
    askSize();
}

void CurvePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_asking.start(50);
}

void CurvePanel::tick()
{
    if (!isVisible() || !m_source)
        return;
    if (++m_ticks % seriesEvery == 0) {
        askSeries();
        askSize();
    }
    if (!m_following)
        return;
    moveToNow();
    // Points of a long axis change rarely.
    const int every = std::max(1, int(m_plot->span().length() / mostPoints));
    if (every == 1 || m_ticks % std::min(every, 30) == 0)
        ask();
    else
        fillLegend();
}

void CurvePanel::askSeries()
{
    Core::History *history = m_source ? m_source->history() : nullptr;
    if (!history || m_loadingSeries || !isVisible()) {
        m_plot->setMessage(emptyText());
        return;
    }
    m_loadingSeries = true;
    whenDone(history->series(), this,
             [this, source = m_source](const Core::Expected<QList<Core::SeriesKey>> &series) {
                 m_loadingSeries = false;
                 if (source != m_source)
                     return askSeries();
                 if (!series) {
                     m_ticks = seriesEvery - 1; // it may only be beginning: again in a second
                     return say(series.error());
                 }
                 if (*series != m_known) {
                     m_known = *series;
                     fillSubjects();
                 }
                 ask();
             });
}

void CurvePanel::askSize()
{
    if (Core::History *history = m_source ? m_source->history() : nullptr) {
        whenDone(history->bytes(), this, [this](const Core::Expected<qint64> &bytes) {
            if (bytes)
                tellSize(*bytes);
        });
    }
}

void CurvePanel::tellSize(qint64 bytes)
{
    m_size->setText(
        tr("History: %1 of %2 at most")
            .arg(Core::sizeText({bytes}), Core::sizeText({Core::HistoryLimits().bytes})));
}

void CurvePanel::ask()
{
    if (!m_source || !isVisible())
        return;
    const TimeSpan seen = m_plot->span();
    m_asked = {seen.from - seen.length() * beside, seen.to + seen.length() * beside};
    Core::HistoryQuery query;
    query.series = seriesOf(m_group, m_subject, m_known);
    query.from = qint64(m_asked.from);
    query.to = qint64(m_asked.to) + 1;
    const int pixels = query.series.size() > manyCurves ? 3 : 2; // a point; a frame has 16 ms
    const int visible = std::clamp(m_plot->axisRect()->width() / pixels, 200, mostPoints);
    query.points = int(visible * (1 + 2 * beside));
    if (query.series.isEmpty())
        m_plot->setMessage(emptyText());
    else
        m_query.ask(query);
}

void CurvePanel::take(const Core::HistoryAnswer &answer)
{
    QList<Core::SeriesKey> series;
    bool anything = false;
    for (const Core::HistoryCurve &curve : answer.curves) {
        series << curve.key;
        anything = anything || !curve.points.isEmpty();
    }
    if (series != seriesOf(m_group, m_subject, m_known))
        return; // of what was shown before
    const QList<CurveLook> looks = looksOf(series, m_theme.dark());
    QList<PlottedCurve> curves;
    for (qsizetype i = 0; i < series.size(); ++i)
        curves << PlottedCurve{answer.curves[i], looks[i], !m_hidden.contains(looks[i].name)};
    m_plot->setMessage(anything ? QString() : emptyText());
    m_plot->setMarks(marksOf(m_log));
    m_plot->setCurves(m_group, curves, answer.step);
    fillLegend();
    emit loaded();
}

void CurvePanel::say(const Core::Error &error)
{
    m_plot->setCurves(m_group, {}, 1);
    m_plot->setMessage(Core::rendered(error.what));
    fillLegend();
}

QString CurvePanel::emptyText() const
{
    if (!m_source)
        return {};
    if (!m_source->history())
        return tr("No curves are kept of this cluster.");
    return m_group == CurveGroup::ResyncRate ? tr("No resync was seen in this time.")
                                             : tr("Nothing is known of this time.");
}
} // namespace Gui
