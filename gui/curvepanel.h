// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clustersource.h"
#include "gui/curveplot.h"
#include "gui/curvequery.h"
#include "gui/thing.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace Gui
{
class CurveLegend;
class EventLog;
class Switcher;

// Curves of replication over time: what, of which resource, how far back; live or looked up. Asks
// the source's history only, and only while it is visible.
class CurvePanel : public QWidget
{
    Q_OBJECT
public:
    explicit CurvePanel(const Theme &theme, QWidget *parent = nullptr);

    // The source is its owner's and outlives its showing; null: no cluster. `log` may be null.
    void setSource(const ClusterSource *source, const EventLog *log);
    void tick(); // once a second: live curves move on
    void retranslate();
    void restyle();

    void showGroup(CurveGroup group);
    void showSubject(const QString &subject); // empty: all, overlaid
    QStringList subjects() const { return subjectsOf(m_group, m_known); }
    void showRange(int range); // index into ranges(); live again
    static QList<std::chrono::seconds> ranges(); // 1 min to 30 days
    void setFollowing(bool following);
    bool isFollowing() const { return m_following; }

    CurvePlot &plot() { return *m_plot; }
    CurveLegend &legend() { return *m_legend; }
    bool isLoading() const { return m_query.isAsking() || m_loadingSeries; }

signals:
    void loaded(); // an answer is on the plot

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildControls();
    void connectParts();
    void fillExport();
    void askSeries();
    void askSize();
    void ask();
    void take(const Core::HistoryAnswer &answer);
    void moveToNow();
    void wander(const TimeSpan &span);
    void toggle(int entry);
    void fillSubjects();
    void fillLegend();
    void tellSize(qint64 bytes);
    void say(const Core::Error &error);
    QString emptyText() const;
    void exportTo();

    const Theme &m_theme;
    const ClusterSource *m_source = nullptr;
    const EventLog *m_log = nullptr;
    CurveQuery m_query;
    QList<Core::SeriesKey> m_known;
    QStringList m_hidden; // names of curves that the person put away
    CurveGroup m_group = CurveGroup::OutOfSync;
    QString m_subject; // empty: all
    TimeSpan m_asked; // with a margin on both sides, so that panning finds something
    bool m_following = true;
    bool m_loadingSeries = false;
    int m_ticks = 0;
    QTimer m_asking; // many moves are one question

    QComboBox *m_subjects;
    QComboBox *m_groups;
    Switcher *m_ranges;
    QToolButton *m_live;
    QToolButton *m_export;
    CurvePlot *m_plot;
    CurveLegend *m_legend;
    QLabel *m_size;
};
} // namespace Gui
