// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QList>
#include <QString>

namespace I18n
{
// One message of a .ts file.
struct Entry {
    QString context;
    QString source;
    QString comment; // tells two meanings of one source apart
    bool plural = false;
    bool finished = false;
    QList<QString> forms; // one, or as many as the language has plurals

    // What makes it the same message in two files.
    QString key() const;
};

struct TsFile {
    QString language;
    QList<Entry> entries; // in the order of the file; obsolete ones are left out
    QString error; // of the XML, with its line; empty when it could be read
};

TsFile readTs(QIODevice &device);
TsFile readTsFile(const QString &path);
} // namespace I18n
