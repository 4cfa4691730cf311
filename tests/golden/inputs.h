// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ctl/formats.h"

#include <QDirIterator>
#include <QFile>

// The golden files, for the golden test, the mutation test and the benchmarks.
namespace Golden
{
inline QString folder()
{
    return QStringLiteral(BINOME_GOLDEN_DIR);
}

inline QStringList files(const QString &below, const QString &pattern)
{
    QStringList found;
    QDirIterator walk(below, {pattern}, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        found << walk.next();
    found.sort();
    return found;
}

inline QStringList inputs(const char *format)
{
    return files(folder() + u'/' + QString::fromLatin1(format), QStringLiteral("*.in"));
}

inline QStringList expectations()
{
    return files(folder(), QStringLiteral("*.expected"));
}

inline QString expectationOf(const QString &input)
{
    return input.chopped(2) + QStringLiteral("expected");
}

inline QString inputOf(const QString &expectation)
{
    return expectation.chopped(8) + QStringLiteral("in");
}

inline QByteArray contents(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

inline bool write(const QString &file, const QByteArray &text)
{
    QFile opened(file);
    return opened.open(QIODevice::WriteOnly) && opened.write(text) == text.size();
}

// The JSON, or what the program says of an input that it cannot read.
inline QByteArray text(const Ctl::Format &format, const QByteArray &input)
{
    const Core::Expected<QByteArray> json = format.json(format.name, input);
    if (json)
        return *json;
    return "error: " + Core::rendered(json.error().what, QLocale::c()).toUtf8()
        + "\nexcerpt: " + json.error().detail.toUtf8() + '\n';
}
} // namespace Golden
