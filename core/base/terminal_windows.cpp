// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/terminal.h"

#include <windows.h>

#include <array>
#include <fcntl.h>
#include <io.h>

namespace Core
{
namespace
{
HANDLE handleOf(std::FILE *file)
{
    if (file == stdin)
        return ::GetStdHandle(STD_INPUT_HANDLE);
    return ::GetStdHandle(file == stderr ? STD_ERROR_HANDLE : STD_OUTPUT_HANDLE);
}

bool isTerminal(HANDLE handle)
{
    DWORD mode = 0;
    return handle && handle != INVALID_HANDLE_VALUE && ::GetConsoleMode(handle, &mode);
}

// A program with a window is started without the terminal, unless its output was redirected.
void takeParentsTerminal()
{
    if (handleOf(stdout) || !::AttachConsole(ATTACH_PARENT_PROCESS))
        return;
    const HANDLE screen
        = ::CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE,
                        FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr);
    ::SetStdHandle(STD_OUTPUT_HANDLE, screen);
    ::SetStdHandle(STD_ERROR_HANDLE, screen);
}
} // namespace

void prepareTerminal()
{
    takeParentsTerminal();
    // The C library would write CR before LF, and end a file at the first Ctrl+Z.
    for (std::FILE *file : {stdin, stdout, stderr}) {
        if (const int number = ::_fileno(file); number >= 0)
            ::_setmode(number, _O_BINARY);
    }
}

// A terminal takes UTF-16: that way its code page does not matter and need not be changed.
void writeTo(std::FILE *to, const QByteArray &utf8)
{
    const HANDLE handle = handleOf(to);
    if (!isTerminal(handle)) {
        std::fwrite(utf8.constData(), 1, size_t(utf8.size()), to);
        std::fflush(to); // also through a pipe: who follows an action wants the line now
        return;
    }
    std::fflush(to);
    const QString text = QString::fromUtf8(utf8);
    constexpr qsizetype most = 8192; // a console refuses more than about 32 Ki characters at once
    for (qsizetype at = 0; at < text.size(); at += most) {
        const qsizetype size = qMin(most, text.size() - at);
        ::WriteConsoleW(handle, text.utf16() + at, DWORD(size), nullptr, nullptr);
    }
}

QString lineFrom(std::FILE *from)
{
    const HANDLE handle = handleOf(from);
    if (!isTerminal(handle)) {
        char line[512] = {};
        return std::fgets(line, sizeof line, from) ? QString::fromUtf8(line).trimmed() : QString();
    }
    std::array<wchar_t, 512> line{};
    DWORD size = 0;
    if (!::ReadConsoleW(handle, line.data(), DWORD(line.size()), &size, nullptr))
        return {};
    return QString::fromWCharArray(line.data(), qsizetype(size)).trimmed();
}
} // namespace Core
