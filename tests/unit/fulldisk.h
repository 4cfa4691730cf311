// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

// While it lives no file can grow beyond a few bytes, as on a full disk (POSIX systems only).
class FullDisk
{
public:
#ifdef Q_OS_UNIX
    explicit FullDisk(unsigned bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    static constexpr bool possible = true;

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
#else
    explicit FullDisk(unsigned)
    {
    }
    static constexpr bool possible = false;
#endif
    Q_DISABLE_COPY(FullDisk)
};
