// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace Core
{
// A connection to a database file, for the thread that opened it. Every error is Storage.
class Sqlite
{
public:
    // trouble: what cannot be done without it, a sentence with %1 marked for translation (Core).
    Sqlite(QString path, const char *trouble);
    ~Sqlite();

    const QString &path() const { return m_path; }
    Expected<void> open(const QString &options); // those of QSqlDatabase::setConnectOptions()
    void close();

    QSqlQuery query() const { return QSqlQuery(QSqlDatabase::database(m_connection)); }
    Expected<void> run(const QString &sql);
    Expected<qint64> number(const QString &sql); // the first of its answer; 0: no row
    // Reads every page. What it finds is damage.
    Expected<void> check();

    tl::unexpected<Error> failed(const QSqlQuery &query) const;
    static bool isDamage(const Error &error); // the file is none of SQLite's, or torn
    // Closes and renames the file to PATH.bad-DATE, which no other file has: nothing is
    // overwritten. Its new name.
    Expected<QString> putAside();

private:
    tl::unexpected<Error> failed(const QString &words, const QString &code) const;

    const QString m_path;
    const QString m_connection;
    const char *const m_trouble;
};
} // namespace Core
