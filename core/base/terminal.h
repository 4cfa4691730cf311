// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdio>

// The terminal, or what stands for it: one file a platform (terminal_posix.cpp, _windows.cpp).
// Text is UTF-8 and bytes are not changed on their way. Main thread.
namespace Core
{
// Once, first thing in main(). On Windows: line ends stay as they are, and a program with a window
// writes to the terminal it was started from, if there is one.
void prepareTerminal();

void writeTo(std::FILE *to, const QByteArray &utf8); // stdout or stderr
QString lineFrom(std::FILE *from); // without blanks at its ends; empty: an empty line, or the end
} // namespace Core
