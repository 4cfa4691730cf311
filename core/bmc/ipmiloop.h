// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

class QObject;

namespace Core
{
// The one thread that talks to all BMCs. OpenIPMI keeps global state and is used without locks, so
// there is never more than one such thread: every IpmiLoop of the process shares it, it starts with
// the first and ends with the last. Made and destroyed in any thread but the loop's own.
class IpmiLoop
{
public:
    IpmiLoop();
    // Runs the work in the thread, later, in the order of the calls. From any thread.
    void post(std::function<void()> work) const;
    // Moves an object that lives in the calling thread into the loop's.
    void adopt(QObject *object) const;

private:
    class Thread;
    std::shared_ptr<Thread> m_thread;
};
} // namespace Core
