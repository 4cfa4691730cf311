// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/inputfile.h"

#include "core/ctl/commandtable.h"

#include <QFile>

#include <cstdio>

namespace Ctl
{
namespace
{
using Core::message;
using Core::rendered;

constexpr qsizetype inputLimit = 128 * 1024 * 1024;
constexpr qint64 chunkSize = 1024 * 1024;

// In chunks, so that an endless input ends at the limit and not with the memory.
Core::Expected<QByteArray> readAll(QFile &file)
{
    QByteArray all;
    for (QByteArray chunk = file.read(chunkSize); !chunk.isEmpty(); chunk = file.read(chunkSize)) {
        all += chunk;
        if (all.size() > inputLimit)
            return Core::failure(Core::ErrorKind::ParseFailed,
                                 message(QT_TRANSLATE_NOOP("Core", "the input is larger than %1"),
                                         {Core::Bytes{inputLimit}}));
    }
    // Qt on Windows takes the end of a pipe for an error.
    const bool pipeEnded = file.fileName().isEmpty() && std::feof(stdin) != 0;
    if (file.error() != QFile::NoError && !pipeEnded)
        return Core::failure(Core::ErrorKind::Storage, message("%1", {file.errorString()}));
    return all;
}

bool opened(QFile &file, const QString &name)
{
    if (name == QStringLiteral("-"))
        return file.open(stdin, QIODevice::ReadOnly);
    file.setFileName(name);
    return file.open(QIODevice::ReadOnly);
}
} // namespace

Core::Expected<QByteArray> readInput(const QString &name)
{
    QFile file;
    if (!opened(file, name))
        return Core::failure(Core::ErrorKind::Storage, message("%1", {file.errorString()}));
    return readAll(file);
}

int complainAbout(const QString &name, const Core::Error &error, const char *commandName)
{
    const QString sentence = rendered(message(QT_TRANSLATE_NOOP("Core", "%1: %2"),
                                              {shownName(name), Core::MessageList{error.what}}));
    if (error.kind == Core::ErrorKind::Storage)
        return wrongUsage(sentence, commandName);
    complain(sentence);
    if (!error.detail.isEmpty())
        complain(rendered(message(QT_TRANSLATE_NOOP("Core", "there stands: %1"), {error.detail})));
    return BadInput;
}

QString shownName(const QString &name)
{
    const bool isStdin = name == QStringLiteral("-");
    return isStdin ? rendered(message(QT_TRANSLATE_NOOP("Core", "standard input"))) : name;
}
} // namespace Ctl
