// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lintsheet.h"

#include <algorithm>

namespace Core
{
namespace
{
constexpr auto version = u"config_version";

bool isPlainNumber(const QString &value)
{
    return !value.isEmpty()
        && std::all_of(value.begin(), value.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

quint32 highest(const LintSheet &sheet)
{
    const QList<quint32> &known = sheet.context.knownVersions;
    return known.isEmpty() ? 0 : *std::max_element(known.begin(), known.end());
}

std::optional<Fix> raised(const LintSheet &sheet, quint32 above)
{
    const Expected<TextEdit> edit = raisedVersion(sheet.document, above);
    if (!edit)
        return std::nullopt;
    return Fix{message(QT_TRANSLATE_NOOP("Core", "set %1 to %2"),
                       {QStringLiteral("config_version"), QString::number(above + 1)}),
               {*edit}};
}

void tellNoNumber(LintSheet &sheet, const QString &value)
{
    const bool tooLarge = isPlainNumber(value) && !leadingNumber(value);
    sheet.tell(
        {"C02", Severity::Blocker, sheet.place(0, version),
         tooLarge
             ? message(QT_TRANSLATE_NOOP("Core", "config_version %1 is beyond %2"),
                       {value, QString::number(highestVersion)})
             : message(QT_TRANSLATE_NOOP("Core", "config_version is “%1”, not a number above 0"),
                       {value}),
         message(QT_TRANSLATE_NOOP("Core",
                                   "cman and pmxcfs keep it in 32 bits; what they cannot read "
                                   "counts as 0 and the file is ignored without a word")),
         "pmxcfs dcdb.c, cman", tooLarge ? std::nullopt : raised(sheet, highest(sheet))});
}

void judgeNumber(LintSheet &sheet)
{
    const ConfAttribute *attribute = sheet.document.root().attribute(version);
    if (!attribute)
        return; // the schema tells it
    const std::optional<int> number = leadingNumber(attribute->value);
    if (!number || *number <= 0) {
        tellNoNumber(sheet, attribute->value);
        return;
    }
    if (!isPlainNumber(attribute->value))
        sheet.tell({"C02",
                    Severity::Warning,
                    attribute->range,
                    message(QT_TRANSLATE_NOOP("Core", "config_version “%1” is read as %2"),
                            {attribute->value, QString::number(*number)}),
                    {},
                    "cman",
                    settingFix(sheet.document, 0, attribute->name, QString::number(*number))});
    const quint32 known = highest(sheet);
    if (quint32(*number) <= known)
        sheet.tell(
            {"C02", Severity::Blocker, attribute->range,
             message(QT_TRANSLATE_NOOP("Core", "config_version %1 must be above %2"),
                     {QString::number(*number), QString::number(known)}),
             message(QT_TRANSLATE_NOOP(
                 "Core", "cman goes on with the old version, though the activation says OK")),
             "cman_tool(8)", raised(sheet, known)});
}

void judgeName(LintSheet &sheet)
{
    constexpr qsizetype longest = 15;
    const QString name = sheet.document.root().value(u"name");
    if (name.toUtf8().size() > longest)
        sheet.tell({"C03", Severity::Error, sheet.place(0, u"name"),
                    message(QT_TRANSLATE_NOOP(
                                "Core", "the cluster's name “%1” has more than %2 characters"),
                            {name, QString::number(longest)}),
                    message(QT_TRANSLATE_NOOP("Core", "cman does not start with it")), "cman(5)"});
    else if (sheet.document.root().attribute(u"name") && name.isEmpty())
        sheet.tell({"C03", Severity::Error, sheet.place(0, u"name"),
                    message(QT_TRANSLATE_NOOP("Core", "the cluster has no name")),
                    message(QT_TRANSLATE_NOOP("Core", "cman does not start with it")), "cman(5)"});
}

void judgeOtherNode(LintSheet &sheet)
{
    if (sheet.context.otherFile && *sheet.context.otherFile != sheet.document.bytes())
        sheet.tell(
            {"C15", Severity::Error, sheet.place(0),
             message(QT_TRANSLATE_NOOP("Core", "the other node has another file")),
             message(QT_TRANSLATE_NOOP(
                 "Core",
                 "each cman reads its own copy, so both would not agree after the next start")),
             "pmxcfs"});
}
} // namespace

void judgeVersion(LintSheet &sheet)
{
    judgeNumber(sheet);
    judgeName(sheet);
    judgeOtherNode(sheet);
}
} // namespace Core
