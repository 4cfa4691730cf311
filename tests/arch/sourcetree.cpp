// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/sourcetree.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <functional>

using namespace Qt::StringLiterals;

namespace Arch
{
namespace
{
constexpr qsizetype mostLines = 400;

bool isNobodysSource(const QString &path)
{
    static const QList<QString> skipped{u"build"_s, u".git"_s, u".cache"_s,
                                        u"CMakeUserPresets.json"_s};
    return skipped.contains(path) || path.endsWith(u".user");
}

void collect(const QDir &root, const QString &folder, QList<QString> &files)
{
    const QDir here(root.filePath(folder));
    const auto all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    for (const QFileInfo &entry : here.entryInfoList(all)) {
        const QString path = root.relativeFilePath(entry.filePath());
        if (isNobodysSource(path))
            continue;
        if (entry.isDir())
            collect(root, path, files);
        else
            files.append(path);
    }
}

bool isCpp(const QString &file)
{
    return file.endsWith(u".h") || file.endsWith(u".cpp");
}

// Not words or data: a build file, a script, a drawing.
bool needsLicence(const QString &file)
{
    static const QRegularExpression kind(
        u"(\\.(h|cpp|cmake|sh|svg|desktop)|CMakeLists\\.txt|^\\.ci/\\w+)$"_s);
    return file.contains(kind);
}

bool hasLicence(const QString &text)
{
    const QString top = text.left(400);
    return top.contains(u"SPDX-FileCopyrightText: 2026 The Binôme authors")
        && top.contains(u"SPDX-License-Identifier: ");
}

// Words that say nothing of the trade; Qt's own class names are none of ours.
bool namesAnEmptyWord(const QString &text, QString &name)
{
    static const QRegularExpression type(
        u"^\\s*(?:class|struct)\\s+(\\w*(?:Manager|Helper|Utils?))\\b"_s,
        QRegularExpression::MultilineOption);
    name = type.match(text).captured(1);
    return !name.isEmpty() && !name.startsWith(u'Q');
}

bool blocksTheWindow(const QString &text, QString &call)
{
    static const QRegularExpression blocking(
        u"\\b(QEventLoop\\s+\\w|processEvents\\s*\\(|waitFor[A-Z]\\w*\\s*\\()"_s);
    call = blocking.match(text).captured(1);
    return !call.isEmpty();
}
} // namespace

QList<QString> projectFiles()
{
    QList<QString> files;
    collect(QDir(QStringLiteral(BINOME_SOURCE_ROOT)), {}, files);
    files.sort();
    return files;
}

QList<QString> cppSources()
{
    QList<QString> sources;
    for (const QString &file : projectFiles()) {
        if (isCpp(file))
            sources.append(file);
    }
    return sources;
}

QString contents(const QString &file)
{
    QFile in(QStringLiteral(BINOME_SOURCE_ROOT "/") + file);
    return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
}

QList<QString> checkLicence(const QString &file, const QString &text)
{
    if (!needsLicence(file) || hasLicence(text))
        return {};
    return {u"%1: the two SPDX lines are missing"_s.arg(file)};
}

QList<QString> checkSource(const QString &file, const QString &text)
{
    QList<QString> complaints;
    const auto complain
        = [&](const QString &what) { complaints.append(u"%1: %2"_s.arg(file, what)); };
    const QString base = QFileInfo(file).fileName();
    QString word;
    if (base != base.toLower())
        complain(u"file names are lowercase"_s);
    if (file.endsWith(u".h") && !text.contains(u"\n#pragma once\n"))
        complain(u"a header needs #pragma once"_s);
    const bool product = file.startsWith(u"core/") || file.startsWith(u"gui/");
    if (const qsizetype lines = text.count(u'\n'); product && lines > mostLines)
        complain(u"%1 lines: split it, %2 is the end"_s.arg(lines).arg(mostLines));
    if (namesAnEmptyWord(text, word))
        complain(u"%1 says nothing of the trade"_s.arg(word));
    if (file.startsWith(u"gui/") && blocksTheWindow(text, word))
        complain(u"%1 blocks the window"_s.arg(word));
    return complaints;
}

QList<QString> checkPaths(const QString &file, const QString &text)
{
    // Written in pieces, so that this file passes its own test. "/root/.ssh" is a place on a node.
    static const QRegularExpression machine(u"(?<![\\w.$}~-])/(?:wo"
                                            u"rk/\\w|ro"
                                            u"ot/[^.\\s]|home/\\w+/)"_s);
    const QRegularExpressionMatch match = machine.match(text);
    if (!match.hasMatch())
        return {};
    const qsizetype line = text.left(match.capturedStart()).count(u'\n') + 1;
    return {u"%1:%2: a path of one machine, %3..."_s.arg(file).arg(line).arg(match.captured())};
}
} // namespace Arch
