// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/programlog.h"
#include "gui/crashtrap.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <string_view>
#include <windows.h>

namespace Gui
{
namespace
{
// All that the filter needs is made before it runs: the heap may be what is broken.
struct Prepared {
    std::wstring file;
    std::string heading;
};
const Prepared *prepared = nullptr;
std::atomic_flag told = ATOMIC_FLAG_INIT;
HANDLE report = INVALID_HANDLE_VALUE;

void put(const char *text, size_t size)
{
    DWORD done = 0;
    WriteFile(report, text, DWORD(size), &done, nullptr);
}

void putLine(const char *text, size_t size)
{
    put(text, size);
    put("\r\n", 2);
}

void putHex(unsigned long long value)
{
    char digits[18] = "0x";
    for (int i = 0; i < 16; ++i)
        digits[2 + i] = "0123456789abcdef"[(value >> (60 - 4 * i)) & 0xf];
    put(digits, sizeof digits);
}

void tell(const char *cause, size_t size, const EXCEPTION_RECORD *record)
{
    if (told.test_and_set())
        return;
    report = CreateFileW(prepared->file.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                         FILE_ATTRIBUTE_NORMAL, nullptr);
    if (report == INVALID_HANDLE_VALUE)
        return;
    put(prepared->heading.data(), prepared->heading.size());
    put("cause     ", 10);
    put(cause, size);
    if (record) {
        put(" ", 1);
        putHex(record->ExceptionCode);
        put(" at ", 4);
        putHex(reinterpret_cast<unsigned long long>(record->ExceptionAddress));
    }
    putLine("", 0);
    const std::string_view title = "program log, the oldest first:";
    putLine(title.data(), title.size());
    if (!Core::passProgramLog(putLine))
        putLine("(it was just being written to)", 30);
    CloseHandle(report);
}

LONG WINAPI onFault(EXCEPTION_POINTERS *fault)
{
    const std::string_view cause = "exception";
    tell(cause.data(), cause.size(), fault->ExceptionRecord);
    return EXCEPTION_CONTINUE_SEARCH;
}

void onAbort(int)
{
    const std::string_view cause = "the program gave up (abort)";
    tell(cause.data(), cause.size(), nullptr);
}

[[noreturn]] void onTerminate()
{
    const std::string_view cause = "an exception that nobody caught";
    tell(cause.data(), cause.size(), nullptr);
    std::abort();
}
} // namespace

void trapCrashes(const std::filesystem::path &file, std::string heading)
{
    static Prepared kept;
    kept = {file.native(), std::move(heading)};
    prepared = &kept;
    SetUnhandledExceptionFilter(onFault);
    std::signal(SIGABRT, onAbort);
    std::set_terminate(onTerminate);
}
} // namespace Gui
