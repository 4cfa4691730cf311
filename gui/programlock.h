// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

class QLabel;
class QMainWindow;

namespace Gui
{
class LockPrompt;

// A shared workstation: while the program is locked everybody at it is an observer, until the
// passphrase that somebody chose is typed. It outlives a restart. A lock against slips and
// curiosity: who owns the settings file can take it out. Main thread.
class ProgramLock : public QObject
{
    Q_OBJECT
public:
    ProgramLock(Core::Settings &settings, QMainWindow &window); // both outlive it

    bool isLocked() const;
    // Locks at once, after a passphrase was chosen the first time; or asks for it to unlock.
    void toggle();

signals:
    void lockedChanged(bool locked);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chosen(const QString &passphrase);
    void typed(LockPrompt *prompt, const QString &passphrase);
    void setLocked(bool locked);
    void showSign();

    Core::Settings &m_settings;
    QMainWindow &m_window;
    QLabel *m_sign; // in the menu bar, while it is locked
};
} // namespace Gui
