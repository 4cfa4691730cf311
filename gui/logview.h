// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/athand.h"
#include "gui/logbuffer.h"
#include "gui/theme.h"

#include <QDateTime>
#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;
class QVBoxLayout;

namespace Gui
{
class Switcher;

// The logs of one machine as they are written, one at a time, while the window is open and no
// longer. Non-modal; its remote process ends with it.
class LogView : public QDialog
{
    Q_OBJECT
public:
    // Those of the machine, and which of them first. Theme and atHand outlive the view.
    LogView(const Theme &theme, Core::AtHand &atHand, Core::NodeName machine,
            QList<Core::NodeLog> logs, QWidget *parent = nullptr);
    ~LogView() override;

    const Core::NodeName &machine() const { return m_machine; }
    void follow(Core::NodeLog log); // what was shown goes
    QString shownText() const; // what stands in the view now
    void save(const QString &file); // what stands in the view now; a failure is said below

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTop(QVBoxLayout &box);
    void retranslate();
    void restyle();
    void take(const QStringList &lines);
    void showLines(const QStringList &lines);
    void refill();
    void setPaused(bool paused);
    void findNext();
    void copy();
    void chooseFile();
    void tell();
    QString state() const;

    const Theme &m_theme;
    Core::AtHand &m_atHand;
    const Core::NodeName m_machine;
    const QList<Core::NodeLog> m_logs;
    Core::NodeLog m_log;
    std::unique_ptr<Core::LogFollower> m_follower;
    LogBuffer m_buffer;
    std::optional<Core::Error> m_ended;
    std::optional<Core::Error> m_notSaved;
    qint64 m_leftOut = 0; // bytes
    bool m_notFound = false;
    Switcher *m_switcher;
    QLineEdit *m_words;
    QCheckBox *m_only;
    QToolButton *m_pause;
    QToolButton *m_copy;
    QToolButton *m_save;
    QToolButton *m_again;
    QPlainTextEdit *m_text;
    QLabel *m_said;
};
} // namespace Gui
