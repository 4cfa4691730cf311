// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/commandtable.h"
#include "core/ctl/formats.h"

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
    if (file.error() != QFile::NoError)
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

// "FILE: line 3, column 5: expected ...", and below it what stands there.
int complainAbout(const QString &file, const Core::Error &error)
{
    complain(rendered(
        message(QT_TRANSLATE_NOOP("Core", "%1: %2"), {file, Core::MessageList{error.what}})));
    if (!error.detail.isEmpty())
        complain(rendered(message(QT_TRANSLATE_NOOP("Core", "there stands: %1"), {error.detail})));
    return error.kind == Core::ErrorKind::Storage ? WrongUsage : BadInput;
}

int parseFile(const Format &format, const QString &name)
{
    const bool isStdin = name == QStringLiteral("-");
    const QString shown
        = isStdin ? rendered(message(QT_TRANSLATE_NOOP("Core", "standard input"))) : name;
    QFile file;
    if (!opened(file, name))
        return wrongUsage(shown + QStringLiteral(": ") + file.errorString(), "parse");
    const Core::Expected<QByteArray> input = readAll(file);
    if (!input)
        return complainAbout(shown, input.error());
    const Core::Expected<QByteArray> json = format.json(format.name, *input);
    if (!json)
        return complainAbout(shown, json.error());
    std::fwrite(json->constData(), 1, size_t(json->size()), stdout);
    return Done;
}
} // namespace

int runParse(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP("Core", "which FORMAT?"))), "parse");
    for (const QString &argument : arguments) {
        if (argument.startsWith(u'-') && argument != QStringLiteral("-"))
            return wrongUsage(
                rendered(message(QT_TRANSLATE_NOOP("Core", "unknown option %1"), {argument})),
                "parse");
    }
    const Format *format = formatNamed(arguments.first());
    if (!format)
        return wrongUsage(
            rendered(message(QT_TRANSLATE_NOOP("Core", "unknown format %1"), {arguments.first()})),
            "parse");
    if (arguments.size() > 2)
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP("Core", "one FILE at a time, not %1"),
                                           {arguments[2]})),
                          "parse");
    return parseFile(*format, arguments.value(1, QStringLiteral("-")));
}
} // namespace Ctl
