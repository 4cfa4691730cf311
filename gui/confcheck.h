// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/conftext.h"
#include "core/clusterconf/lint.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace Gui
{
// A text to be judged, and what may be known beside it.
struct ConfQuestion {
    quint64 change = 0; // which text it is, so that an answer can be matched to it
    QString text;
    Core::ConfText file; // its encoding
    Core::LintContext facts; // `running` is that below
    std::shared_ptr<const Core::Document> running;
};

struct ConfVerdict {
    quint64 change = 0;
    Core::LintResult lint;
    QList<Core::TextRange> secrets;
    std::shared_ptr<const Core::Document> document; // null: not well-formed
    std::optional<quint32> version; // config_version; none: not a number, or not well-formed
    // config_version set to one above all that is known; none: not well-formed, or no number left.
    std::optional<Core::TextEdit> raise;
};
// Pure; any thread. None: it was told to stop. The schema is asked on a thread of its own beside
// the rules when the text is large.
std::optional<ConfVerdict> verdictOn(const ConfQuestion &question, const std::stop_token &stop);

// Judges texts beside the window: a large one takes longer than a frame. One at a time, given up
// for the latest of those that wait. Main thread.
class ConfCheck : public QObject
{
    Q_OBJECT
public:
    explicit ConfCheck(QObject *parent = nullptr);
    void ask(ConfQuestion question);
    bool busy() const { return m_busy; }

signals:
    void judged(const Gui::ConfVerdict &verdict);

private:
    void start(ConfQuestion question);

    QThreadPool m_worker; // of one thread; its end is waited for
    std::optional<ConfQuestion> m_next;
    std::stop_source m_stop; // of the text that is judged now
    // The verdict that is shown, and the one before it, whose thousands of elements and findings
    // are freed by the worker: that would take the window a frame.
    ConfVerdict m_last;
    ConfVerdict m_retired;
    bool m_busy = false;
};
} // namespace Gui
