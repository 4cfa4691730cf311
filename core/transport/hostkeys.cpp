// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/hostkeys.h"

#include "core/base/wholefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QMessageAuthenticationCode>
#include <QtEndian>

#include <algorithm>
#include <mutex>

namespace Core
{
namespace
{
struct Line {
    QByteArray marker; // "@revoked", "@cert-authority" or empty
    QByteArray hosts;
    HostKey key;
};

tl::unexpected<Error> storage(Message what, const QString &detail = {})
{
    return failure(ErrorKind::Storage, std::move(what), detail);
}

// Port 22 stands by its name alone; any other is written in brackets.
QByteArray recordName(const QString &host, int port)
{
    const QByteArray name = host.toLower().toUtf8();
    return port == 22 ? name : '[' + name + "]:" + QByteArray::number(port);
}

bool wildcardMatches(QByteArrayView pattern, QByteArrayView name)
{
    qsizetype p = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    for (qsizetype n = 0; n < name.size();) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = n;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
            ++p;
            ++n;
        } else if (star >= 0) {
            p = star + 1;
            n = ++resume;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + p, pattern.end(), [](char c) { return c == '*'; });
}

// "|1|salt|hash": HMAC-SHA1 of the name, so that the file does not tell which hosts it holds.
bool hashMatches(const QByteArray &hosts, const QByteArray &name)
{
    const QByteArrayList parts = hosts.split('|');
    if (parts.size() != 4 || parts[1] != "1")
        return false;
    return QMessageAuthenticationCode::hash(name, QByteArray::fromBase64(parts[2]),
                                            QCryptographicHash::Sha1)
        == QByteArray::fromBase64(parts[3]);
}

bool hostsMatch(const QByteArray &hosts, const QByteArray &name)
{
    if (hosts.startsWith('|'))
        return hashMatches(hosts, name);
    bool found = false;
    for (const QByteArray &pattern : hosts.toLower().split(',')) {
        const bool negated = pattern.startsWith('!');
        if (!wildcardMatches(negated ? QByteArrayView(pattern).sliced(1) : pattern, name))
            continue;
        if (negated)
            return false; // wins over every other pattern of the line
        found = true;
    }
    return found;
}

bool isNumber(const QByteArray &text)
{
    return !text.isEmpty()
        && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

// Every kind of key is a row of strings with their sizes in front (RFC 4253, 6.6): a line that was
// cut short shows here and not as another key.
bool isWhole(const QByteArray &blob)
{
    qsizetype at = 0;
    while (blob.size() - at >= 4)
        at += 4 + qsizetype(qFromBigEndian<quint32>(blob.constData() + at));
    return at == blob.size();
}

// Nothing: a line that says nothing to us (blank, comment, a key of protocol 1).
Expected<std::optional<Line>> parsedLine(const QByteArray &text, int number)
{
    QByteArrayList words = text.simplified().split(' ');
    if (words.first().isEmpty() || words.first().startsWith('#'))
        return std::nullopt;
    Line line;
    if (words.first().startsWith('@'))
        line.marker = words.takeFirst();
    if (words.size() >= 2 && isNumber(words[1]))
        return std::nullopt;
    const auto blob
        = QByteArray::fromBase64Encoding(words.value(2), QByteArray::AbortOnBase64DecodingErrors);
    line.hosts = words.first();
    line.key.blob = *blob;
    if (words.size() < 3 || !blob || line.key.type().isEmpty() || !isWhole(*blob)
        || line.key.type() != words[1]) {
        return storage(message(QT_TRANSLATE_NOOP(
                                   "Core", "Line %1 of the known hosts file cannot be understood"),
                               {qint64(number)}),
                       QString::fromUtf8(text.left(80)));
    }
    return line;
}

Expected<QList<Line>> linesFor(const QByteArray &knownHosts, const QString &host, int port)
{
    const QByteArray name = recordName(host, port);
    QList<Line> result;
    int number = 0;
    for (const QByteArray &text : knownHosts.split('\n')) {
        const auto line = parsedLine(text, ++number);
        if (!line)
            return tl::unexpected(line.error());
        // An authority vouches for certificates, which are not used here; it is no host key.
        if (*line && (*line)->marker != "@cert-authority" && hostsMatch((*line)->hosts, name))
            result.append(**line);
    }
    return result;
}

HostKeyVerdict verdictOf(const QList<Line> &lines, const HostKey &key)
{
    auto verdict = HostKeyVerdict::Unknown;
    for (const Line &line : lines) {
        if (line.marker == "@revoked") {
            if (line.key == key)
                return HostKeyVerdict::Revoked;
        } else if (line.key == key) {
            verdict = HostKeyVerdict::Known;
        } else if (verdict != HostKeyVerdict::Known) {
            const bool sameType = line.key.type() == key.type();
            if (sameType || verdict == HostKeyVerdict::Changed)
                verdict = HostKeyVerdict::Changed;
            else
                verdict = HostKeyVerdict::OtherType;
        }
    }
    return verdict;
}
} // namespace

QByteArray HostKey::type() const
{
    if (blob.size() < 4)
        return {};
    const quint32 size = qFromBigEndian<quint32>(blob.constData());
    return qint64(size) > blob.size() - 4 ? QByteArray() : blob.mid(4, size);
}

QString HostKey::sha256() const
{
    const QByteArray hash = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:")
        + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

Expected<HostKeyCheck> checkedHostKey(const QByteArray &knownHosts, const QString &host, int port,
                                      const HostKey &key)
{
    const auto lines = linesFor(knownHosts, host, port);
    if (!lines)
        return tl::unexpected(lines.error());
    HostKeyCheck check{verdictOf(*lines, key), {}};
    for (const Line &line : *lines)
        check.recorded.append(line.key);
    return check;
}

Expected<QByteArrayList> recordedKeyTypes(const QByteArray &knownHosts, const QString &host,
                                          int port)
{
    const auto lines = linesFor(knownHosts, host, port);
    if (!lines)
        return tl::unexpected(lines.error());
    QByteArrayList types;
    for (const Line &line : *lines) {
        if (line.marker.isEmpty() && !types.contains(line.key.type()))
            types.append(line.key.type());
    }
    return types;
}

Expected<QByteArray> readKnownHosts(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly)) {
        return storage(message(QT_TRANSLATE_NOOP("Core", "%1 cannot be read"), {path}),
                       file.errorString());
    }
    QByteArray text = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return storage(message(QT_TRANSLATE_NOOP("Core", "%1 cannot be read"), {path}),
                       file.errorString());
    }
    return text;
}

Expected<void> appendKnownHost(const QString &path, const QString &host, int port,
                               const HostKey &key)
{
    // Two machines may be accepted at once, each in its thread; a lock file alone would make the
    // second wait a whole polling period.
    static std::mutex oneAtATime;
    const std::lock_guard guard(oneAtATime);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QLockFile lock(path + QStringLiteral(".lock"));
    if (!lock.tryLock(5'000))
        return storage(message(QT_TRANSLATE_NOOP("Core", "%1 cannot be written"), {path}),
                       QStringLiteral("locked by another process"));
    auto text = readKnownHosts(path);
    if (!text)
        return tl::unexpected(text.error());
    if (!text->isEmpty() && !text->endsWith('\n'))
        *text += '\n';
    const QByteArray line
        = recordName(host, port) + ' ' + key.type() + ' ' + key.blob.toBase64() + '\n';
    // Connections behind one jump host have it accepted together.
    return text->contains(line)
        ? Expected<void>()
        : writeWhole(path, *text + line, QFile::ReadOwner | QFile::WriteOwner);
}
} // namespace Core
