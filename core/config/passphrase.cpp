// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/passphrase.h"

#include <QPasswordDigestor>
#include <QRandomGenerator>
#include <QStringList>

namespace Core
{
namespace
{
const QString kind = QStringLiteral("pbkdf2-sha512");
constexpr int rounds = 210'000; // what OWASP's cheat sheet of 2023 asks of SHA-512
constexpr int mostRounds = 10'000'000; // a seal that was tampered with may not hang anybody
constexpr int saltWords = 4; // of 32 bits
constexpr quint64 keySize = 32; // bytes

QByteArray derived(const QString &passphrase, const QByteArray &salt, int times)
{
    return QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha512, passphrase.toUtf8(), salt,
                                              times, keySize);
}

// The time it takes tells nothing of where they differ.
bool same(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size() || a.isEmpty())
        return false;
    quint8 differing = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        differing |= quint8(a[i]) ^ quint8(b[i]);
    return differing == 0;
}
} // namespace

QString sealedPassphrase(const QString &passphrase)
{
    quint32 words[saltWords];
    QRandomGenerator::system()->fillRange(words);
    const QByteArray salt(reinterpret_cast<const char *>(words), sizeof words);
    return QStringList{kind, QString::number(rounds), QString::fromLatin1(salt.toBase64()),
                       QString::fromLatin1(derived(passphrase, salt, rounds).toBase64())}
        .join(u'$');
}

bool opensSeal(const QString &seal, const QString &passphrase)
{
    const QStringList parts = seal.split(u'$');
    const int times = parts.value(1).toInt();
    if (parts.size() != 4 || parts[0] != kind || times < 1 || times > mostRounds)
        return false;
    const QByteArray salt = QByteArray::fromBase64(parts[2].toLatin1());
    return same(derived(passphrase, salt, times), QByteArray::fromBase64(parts[3].toLatin1()));
}
} // namespace Core
