// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/terminal.h"
#include "core/ctl/commandtable.h"
#include "core/ctl/formats.h"
#include "core/ctl/inputfile.h"

namespace Ctl
{
namespace
{
using Core::message;
using Core::rendered;

int parseFile(const Format &format, const QString &name)
{
    const Core::Expected<QByteArray> input = readInput(name);
    if (!input)
        return complainAbout(name, input.error(), "parse");
    const Core::Expected<QByteArray> json = format.json(format.name, *input);
    if (!json)
        return complainAbout(name, json.error(), "parse");
    Core::writeTo(stdout, *json);
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
