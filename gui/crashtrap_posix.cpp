// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/programlog.h"
#include "gui/crashtrap.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <unistd.h>
#if __has_include(<execinfo.h>)
#include <execinfo.h>
#define BINOME_BACKTRACE
#endif

namespace Gui
{
namespace
{
// All that a signal handler needs is made before it runs, and lives on: it may allocate nothing.
struct Prepared {
    std::string file;
    std::string heading;
};
const Prepared *prepared = nullptr;
std::atomic_flag told = ATOMIC_FLAG_INIT;
std::atomic<const char *> cause = nullptr;
int report = -1;
char stackOfHandler[64 * 1024]; // a stack that overflowed cannot hold the handler

void put(const char *text, size_t size)
{
    while (size > 0) {
        const ssize_t done = ::write(report, text, size);
        if (done <= 0)
            return;
        text += done;
        size -= size_t(done);
    }
}

void putText(const char *text)
{
    size_t size = 0;
    while (text[size] != 0)
        ++size;
    put(text, size);
}

void putLine(const char *text, size_t size)
{
    put(text, size);
    put("\n", 1);
}

const char *nameOf(int signal)
{
    switch (signal) {
    case SIGSEGV:
        return "SIGSEGV (memory that is not the program's)";
    case SIGBUS:
        return "SIGBUS (memory that is not there)";
    case SIGFPE:
        return "SIGFPE (an impossible calculation)";
    case SIGILL:
        return "SIGILL (no instruction of this processor)";
    default:
        return "SIGABRT (the program gave up)";
    }
}

void putBacktrace()
{
#ifdef BINOME_BACKTRACE
    void *frames[64];
    putText("\nframes:\n");
    ::backtrace_symbols_fd(frames, ::backtrace(frames, 64), report);
#endif
}

void tell(int signal)
{
    report = ::open(prepared->file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (report < 0)
        return;
    put(prepared->heading.data(), prepared->heading.size());
    putText("cause     ");
    putText(nameOf(signal));
    if (const char *more = cause.load()) {
        putText(", ");
        putText(more);
    }
    putText("\n");
    putBacktrace();
    putText("\nprogram log, the oldest first:\n");
    if (!Core::passProgramLog(putLine))
        putText("(it was just being written to)\n");
    ::close(report);
}

void onSignal(int signal)
{
    if (!told.test_and_set())
        tell(signal);
    ::raise(signal); // by its default once this returns: the shell and the core dump see the truth
}

[[noreturn]] void onTerminate()
{
    cause = "an exception that nobody caught";
    std::abort();
}
} // namespace

void trapCrashes(const std::filesystem::path &file, std::string heading)
{
    static Prepared kept;
    kept = {file.native(), std::move(heading)};
    prepared = &kept;
#ifdef BINOME_BACKTRACE
    void *frame = nullptr;
    ::backtrace(&frame, 1); // loads what it needs now, and not in the handler
#endif
    stack_t stack = {};
    stack.ss_sp = stackOfHandler;
    stack.ss_size = sizeof stackOfHandler;
    ::sigaltstack(&stack, nullptr); // of the main thread; others handle it on their own
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESETHAND | SA_ONSTACK;
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT})
        ::sigaction(signal, &action, nullptr);
    std::set_terminate(onTerminate);
}
} // namespace Gui
