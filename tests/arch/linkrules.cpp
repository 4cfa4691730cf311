// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/linkrules.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Arch
{
namespace
{
// Everything a target links, through the project's own targets.
QSet<QString> reached(const QList<Target> &targets, const QString &name, QSet<QString> seen = {})
{
    for (const Target &target : targets) {
        if (target.name != name)
            continue;
        for (const QString &library : target.libraries) {
            if (seen.contains(library))
                continue;
            seen.insert(library);
            seen = reached(targets, library, seen);
        }
    }
    return seen;
}

// A test program measures the lab by core's means; the lab itself does not know core.
bool isTest(const Target &target)
{
    return target.libraries.contains(u"Qt6::Test"_s);
}

QList<QString> forbiddenFor(const Target &target)
{
    if (target.folder.startsWith(u"core"))
        return {u"Qt6::Gui"_s, u"Qt6::Widgets"_s, u"Qt6::Svg"_s, u"Qt6::PrintSupport"_s,
                u"binome_gui"_s};
    if (target.folder.startsWith(u"tests/lab") && !isTest(target))
        return {u"binome_core"_s, u"binome_gui"_s};
    return {};
}
} // namespace

QList<Target> targetsOf(const QString &lines)
{
    QList<Target> targets;
    for (const QString &line : lines.split(u'\n')) {
        const QList<QString> parts = line.split(u'|');
        if (parts.size() == 3)
            targets.append({parts[0], parts[1], parts[2].split(u' ', Qt::SkipEmptyParts)});
    }
    return targets;
}

QList<QString> checkLinks(const QList<Target> &targets)
{
    QList<QString> complaints;
    for (const Target &target : targets) {
        const QSet<QString> all = reached(targets, target.name);
        for (const QString &library : forbiddenFor(target)) {
            if (all.contains(library))
                complaints.append(
                    u"%1 (%2) must not link %3"_s.arg(target.name, target.folder, library));
        }
    }
    return complaints;
}
} // namespace Arch
