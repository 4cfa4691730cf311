// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/endsignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace Gui
{
namespace
{
int toSelf[2] = {-1, -1};

// Nothing else may be done in a signal handler.
void wake(int)
{
    const char byte = 0;
    static_cast<void>(::write(toSelf[0], &byte, 1) >= 0);
}
} // namespace

void quitOnEndSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, toSelf) != 0)
        return; // the signals end the program at once, as before
    auto *notifier = new QSocketNotifier(toSelf[1], QSocketNotifier::Read, qApp);
    QObject::connect(notifier, &QSocketNotifier::activated, qApp, [notifier] {
        notifier->setEnabled(false);
        QCoreApplication::exit(); // quit() asks the windows, and nobody may sit there to answer
    });
    struct sigaction action = {};
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART | SA_RESETHAND; // the second one ends it at once
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}
} // namespace Gui
