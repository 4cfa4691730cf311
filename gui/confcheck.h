// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/conftext.h"
#include "core/clusterconf/lint.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

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
ConfVerdict verdictOn(const ConfQuestion &question); // pure; any thread

// Judges texts beside the window: a large one takes longer than a frame. One at a time, and of
// those that wait the latest. Main thread.
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
    bool m_busy = false;
};
} // namespace Gui
