// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/guestconsole.h"
#include "gui/viewer.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Gui
{
// The console of a guest while it is open: where a viewer finds it, since when it is there, how it
// ended. Hands it to the workstation's viewer when one is installed. Closing it ends the console.
class ConsoleView : public QDialog
{
    Q_OBJECT
public:
    ConsoleView(std::unique_ptr<Core::GuestConsole> console, QWidget *parent = nullptr);
    ~ConsoleView() override;

    int guest() const { return m_console->place().guest; }
    const Core::NodeName &host() const { return m_console->place().node; }
    bool isOver() const { return m_console->state() == Core::GuestConsole::State::Ended; }
    // None: no viewer is installed, and which ones would do is said.
    void start(const std::optional<ViewerProgram> &viewer);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *row(QWidget *field, QToolButton *first, QToolButton *second);
    void retranslate();
    void tell();
    void reveal(bool on);
    void opened();
    void ended(const std::optional<Core::Error> &why);
    void forgetFile();

    std::unique_ptr<Core::GuestConsole> m_console;
    std::optional<ViewerProgram> m_viewer;
    std::optional<Core::Error> m_trouble; // of the viewer, or why it ended
    QString m_file; // that carries the password
    QLabel *m_said;
    QLabel *m_detail;
    QLabel *m_addressName;
    QLineEdit *m_address;
    QToolButton *m_copyAddress;
    QLabel *m_passwordName;
    QLineEdit *m_password;
    QToolButton *m_reveal;
    QToolButton *m_copyPassword;
    QLabel *m_hint;
    QToolButton *m_close;
};
} // namespace Gui
