// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/terminal.h"

namespace Core
{
void prepareTerminal()
{
}

void writeTo(std::FILE *to, const QByteArray &utf8)
{
    std::fwrite(utf8.constData(), 1, size_t(utf8.size()), to);
    std::fflush(to); // also through a pipe: who follows an action wants the line now
}

QString lineFrom(std::FILE *from)
{
    char line[512] = {};
    return std::fgets(line, sizeof line, from) ? QString::fromUtf8(line).trimmed() : QString();
}
} // namespace Core
