// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/includerules.h"

#include "tests/arch/arrows.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Arch
{
namespace
{
// "core/base" holds core/base/x.h but not core/baseline.h; "gui/application" holds application.cpp;
// "tests/lab/*" holds what lies in its folders, and not the tests beside them.
bool isIn(const QString &file, const QString &part)
{
    if (part.endsWith(u"/*"))
        return file.startsWith(part.chopped(1)) && file.indexOf(u'/', part.size() - 1) > 0;
    if (!file.startsWith(part))
        return false;
    return file.size() == part.size() || file[part.size()] == u'/' || file[part.size()] == u'.';
}

template <typename Row>
const Row *rowOf(const QList<Row> &rows, QString Row::*key, const QString &file)
{
    const Row *best = nullptr;
    for (const Row &row : rows) {
        if (isIn(file, row.*key) && (!best || (row.*key).size() > (best->*key).size()))
            best = &row;
    }
    return best;
}

bool allows(const Arrow &arrow, const QString &header)
{
    for (const QString &to : arrow.to) {
        if (isIn(header, to))
            return true;
        const Arrow *next = rowOf(arrows, &Arrow::from, to);
        if (arrow.inherits && next && next->from == to && allows(*next, header))
            return true;
    }
    return isIn(header, arrow.from);
}

// Beside the including file, or from the root of the sources.
QString resolved(const QString &file, const QString &path)
{
    const QString beside = QDir::cleanPath(QFileInfo(file).path() + u'/' + path);
    const QDir root(QStringLiteral(BINOME_SOURCE_ROOT));
    return !path.contains(u'/') && root.exists(beside) ? beside : QDir::cleanPath(path);
}

bool isGenerated(const QString &path)
{
    return path.endsWith(u".moc") || path.startsWith(u"moc_");
}

QString wrongArrow(const QString &file, const Include &include)
{
    const Arrow *arrow = rowOf(arrows, &Arrow::from, file);
    if (!arrow || isGenerated(include.path))
        return {};
    const QString header = resolved(file, include.path);
    const bool ours
        = header.startsWith(u"core/") || header.startsWith(u"gui/") || header.startsWith(u"tests/");
    if (!ours || allows(*arrow, header))
        return {};
    return u"%1 must not include %2"_s.arg(arrow->from, header);
}

// Module folder of a Qt header, by where this Qt keeps it: "QtWidgets" for QLabel. Empty: not Qt's.
QString moduleOf(const QString &path)
{
    static QHash<QString, QString> known;
    if (path.startsWith(u"Qt") && path.contains(u'/'))
        return path.section(u'/', 0, 0);
    if (const auto found = known.constFind(path); found != known.constEnd())
        return *found;
    const QDir includes(QStringLiteral(BINOME_QT_INCLUDES));
    QString module;
    for (const QString &folder : includes.entryList({u"Qt*"_s}, QDir::Dirs)) {
        if (QFileInfo(includes.filePath(folder + u'/' + path)).isFile())
            module = folder;
    }
    known.insert(path, module);
    return module;
}

QString wrongModule(const QString &file, const Include &include)
{
    const Modules *row = rowOf(modules, &Modules::part, file);
    const QString module = include.quoted ? QString() : moduleOf(include.path);
    if (!row || module.isEmpty() || row->allowed.contains(module))
        return {};
    return u"%1 must not use %2, where <%3> lives"_s.arg(row->part, module, include.path);
}

QString wrongLibrary(const QString &file, const Include &include)
{
    for (const Library &library : libraries) {
        if (include.path.startsWith(library.prefix) && !isIn(file, library.part))
            return u"<%1> belongs to %2 alone"_s.arg(include.path, library.part);
    }
    return {};
}

QString wrongSystem(const QString &file, const Include &include)
{
    static const QRegularExpression platform(u"_(posix|unix|windows)\\.(h|cpp)$"_s);
    if (include.quoted || file.contains(platform))
        return {};
    for (const QString &header : systemHeaders) {
        if (include.path == header || (header.endsWith(u'/') && include.path.startsWith(header)))
            return u"<%1> belongs in a file of one platform (_posix.cpp)"_s.arg(include.path);
    }
    return {};
}
} // namespace

QList<Include> includesOf(const QString &text)
{
    static const QRegularExpression directive(
        u"^\\s*#\\s*(?:include|import)\\s*([<\"])([^>\"]+)[>\"]"_s);
    QList<Include> includes;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QRegularExpressionMatch match = directive.match(line);
        if (match.hasMatch())
            includes.append({number, match.captured(2), match.captured(1) == u"\""});
    }
    return includes;
}

QList<QString> checkIncludes(const QString &file, const QString &text)
{
    QList<QString> complaints;
    const bool product = file.startsWith(u"core/") || file.startsWith(u"gui/");
    for (const Include &include : includesOf(text)) {
        QList<QString> found{wrongArrow(file, include), wrongModule(file, include)};
        if (product)
            found << wrongLibrary(file, include) << wrongSystem(file, include);
        for (const QString &complaint : found) {
            if (!complaint.isEmpty())
                complaints.append(u"%1:%2: %3"_s.arg(file).arg(include.line).arg(complaint));
        }
    }
    return complaints;
}
} // namespace Arch
