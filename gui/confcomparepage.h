// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/clusterconf/meaning.h"
#include "gui/confdiffrows.h"
#include "gui/theme.h"

#include <QFuture>
#include <QTimer>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace Gui
{
class ConfDiffView;
class ConfMeaning;
class Switcher;

// A cluster.conf that can be compared, and how its text is had.
struct ConfSide {
    QString id; // the same thing has the same one, from call to call
    QString name; // shown
    // With passwords or without; one answer for each call.
    std::function<QFuture<Core::Expected<QByteArray>>()> text;
    bool masked = false; // its passwords are gone: the other one's are no difference then
};

// What two versions of a cluster.conf differ in: side by side or in one text, by line with its
// words marked; by what they say, with when each change is in force; and, when two persons changed
// the same file, both against what they began with. Compared beside the window. Main thread.
class ConfComparePage : public QWidget
{
    Q_OBJECT
public:
    enum class Mode : quint8 { SideBySide, Unified, Meaning, ThreeWays };

    explicit ConfComparePage(const Theme &theme, QWidget *parent = nullptr);
    ~ConfComparePage() override;

    // What there is to choose from; what was chosen stays while it is among them.
    void setSides(const QList<ConfSide> &sides);
    // The file that mine and theirs began from, and both; none: nobody else changed it.
    void setConcurrent(const std::optional<std::array<QByteArray, 3>> &openedMineTheirs);
    void compare(const QString &before, const QString &after); // ids
    void setMode(Mode mode);
    Mode mode() const;
    void refresh(); // a text has changed
    bool isBusy() const { return m_busy; }

    void retranslate();
    void restyle();

    ConfDiffView &lines() { return *m_lines; }
    ConfMeaning &meaning() { return *m_meaning; }
    QString summary() const;

signals:
    void compared();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Answer {
        DiffRows rows;
        std::optional<QList<Core::ConfChange>> changes; // none: one is not well-formed
    };
    static Answer answerTo(Mode mode, const QList<QByteArray> &texts);
    void build();
    void choose();
    void start();
    void fetch(const QList<ConfSide> &wanted, QList<QByteArray> texts);
    void work(const QStringList &titles, const QList<QByteArray> &texts);
    void take(const QStringList &titles, const Answer &answer);
    void fail(const Core::Error &error);
    void tellSummary();
    const ConfSide *chosen(const QComboBox *box) const;

    const Theme &m_theme;
    QList<ConfSide> m_sides;
    std::pair<QString, QString> m_wanted; // ids, of what may not be there yet
    std::optional<std::array<QByteArray, 3>> m_concurrent;
    Answer m_answer;
    bool m_answered = false;
    quint64 m_asked = 0; // the newest question
    bool m_busy = false;
    bool m_stale = true; // asked for again when it is looked at
    QTimer m_starting;
    QComboBox *m_before = nullptr;
    QComboBox *m_after = nullptr;
    QLabel *m_from = nullptr;
    QLabel *m_to = nullptr;
    Switcher *m_modes = nullptr;
    QLabel *m_summary = nullptr;
    QStackedWidget *m_views = nullptr;
    ConfDiffView *m_lines = nullptr;
    ConfMeaning *m_meaning = nullptr;
};
} // namespace Gui
