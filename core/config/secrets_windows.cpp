// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secrets.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <windows.h>

#include <wincred.h> // after the other

// Windows' own store of credentials, where a person finds them again: Control Panel, Credential
// Manager, Windows credentials, "binome/CLUSTER/MACHINE/USER". It needs no unlocking, but is asked
// outside the main thread all the same: it answers from another process.
namespace Core
{
namespace
{
using Secret = std::optional<QString>;

struct FreeCredential {
    void operator()(CREDENTIALW *credential) const { ::CredFree(credential); }
};

std::wstring nameOf(const SecretKey &key)
{
    return (QStringLiteral("binome/") + key.text()).toStdWString();
}

tl::unexpected<Error> failed(DWORD code)
{
    const QString detail = qt_error_string(int(code));
    if (code == ERROR_NO_SUCH_LOGON_SESSION) // a service's session, or one without a profile
        return failure(ErrorKind::Storage,
                       message(QT_TRANSLATE_NOOP("Core",
                                                 "This system has no keychain that can be used; "
                                                 "passwords are asked for each time.")),
                       detail);
    return failure(ErrorKind::Storage, message(QT_TRANSLATE_NOOP("Core", "The keychain failed.")),
                   detail);
}

Expected<Secret> readCredential(const std::wstring &name)
{
    CREDENTIALW *found = nullptr;
    if (!::CredReadW(name.c_str(), CRED_TYPE_GENERIC, 0, &found)) {
        const DWORD code = ::GetLastError();
        if (code == ERROR_NOT_FOUND)
            return Secret();
        return failed(code);
    }
    const std::unique_ptr<CREDENTIALW, FreeCredential> credential(found);
    return Secret(QString::fromUtf16(reinterpret_cast<const char16_t *>(found->CredentialBlob),
                                     qsizetype(found->CredentialBlobSize / sizeof(char16_t))));
}

// UTF-16, as Windows' own tools write it; at most 2560 bytes (wincred.h), more is refused there.
Expected<void> writeCredential(std::wstring name, std::wstring user, QString secret)
{
    CREDENTIALW credential{};
    credential.Type = CRED_TYPE_GENERIC;
    credential.TargetName = name.data();
    credential.UserName = user.data();
    credential.CredentialBlobSize = DWORD(size_t(secret.size()) * sizeof(char16_t));
    credential.CredentialBlob = reinterpret_cast<BYTE *>(secret.data());
    credential.Persist = CRED_PERSIST_LOCAL_MACHINE;
    const bool written = ::CredWriteW(&credential, 0);
    const DWORD code = written ? 0 : ::GetLastError();
    secret.fill(u'\0');
    if (!written)
        return failed(code);
    return {};
}

Expected<void> removeCredential(const std::wstring &name)
{
    if (::CredDeleteW(name.c_str(), CRED_TYPE_GENERIC, 0))
        return {};
    const DWORD code = ::GetLastError();
    if (code == ERROR_NOT_FOUND)
        return {};
    return failed(code);
}

template <typename T> QFuture<Expected<T>> elsewhere(std::function<Expected<T>()> work)
{
    auto promise = std::make_shared<QPromise<Expected<T>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}
} // namespace

KeychainStore::KeychainStore(std::chrono::milliseconds patience) : m_patience(patience)
{
}

QFuture<Expected<Secret>> KeychainStore::read(const SecretKey &key)
{
    return elsewhere<Secret>([name = nameOf(key)] { return readCredential(name); });
}

QFuture<Expected<void>> KeychainStore::write(const SecretKey &key, const QString &secret)
{
    return elsewhere<void>([name = nameOf(key), user = key.user.toStdWString(), secret] {
        return writeCredential(name, user, secret);
    });
}

QFuture<Expected<void>> KeychainStore::remove(const SecretKey &key)
{
    return elsewhere<void>([name = nameOf(key)] { return removeCredential(name); });
}
} // namespace Core
