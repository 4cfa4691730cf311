// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/sshalgorithms.h"

#include <algorithm>

namespace Core
{
namespace
{
struct AlgorithmList {
    ssh_options_e first;
    ssh_options_e second; // the other direction, or the same again
    const char *modern;
    const char *old;
};

const AlgorithmList lists[] = {
    {SSH_OPTIONS_KEY_EXCHANGE, SSH_OPTIONS_KEY_EXCHANGE,
     "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,"
     "ecdh-sha2-nistp521,diffie-hellman-group18-sha512,diffie-hellman-group16-sha512,"
     "diffie-hellman-group-exchange-sha256,diffie-hellman-group14-sha256",
     "diffie-hellman-group14-sha1,diffie-hellman-group1-sha1"},
    {SSH_OPTIONS_CIPHERS_C_S, SSH_OPTIONS_CIPHERS_S_C,
     "chacha20-poly1305@openssh.com,aes256-gcm@openssh.com,aes128-gcm@openssh.com,aes256-ctr,"
     "aes192-ctr,aes128-ctr",
     "aes256-cbc,aes192-cbc,aes128-cbc,3des-cbc"},
    {SSH_OPTIONS_HMAC_C_S, SSH_OPTIONS_HMAC_S_C,
     "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,hmac-sha2-512",
     "hmac-sha1-etm@openssh.com,hmac-sha1"},
    {SSH_OPTIONS_PUBLICKEY_ACCEPTED_TYPES, SSH_OPTIONS_PUBLICKEY_ACCEPTED_TYPES,
     "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,"
     "sk-ssh-ed25519@openssh.com,sk-ecdsa-sha2-nistp256@openssh.com,rsa-sha2-512,rsa-sha2-256",
     "ssh-rsa"},
};

QByteArrayList hostKeyTypes(bool legacy)
{
    QByteArrayList types{"ssh-ed25519",         "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
                         "ecdsa-sha2-nistp521", "rsa-sha2-512",        "rsa-sha2-256"};
    if (legacy)
        types.append("ssh-rsa");
    return types;
}

// "ssh-rsa" names a kind of key in known_hosts and, in the negotiation, its SHA-1 signature only.
bool signsWith(const QByteArray &algorithm, const QByteArray &keyType)
{
    return algorithm == keyType || (keyType == "ssh-rsa" && algorithm.startsWith("rsa-sha2-"));
}

QByteArray preferredFirst(QByteArrayList algorithms, const QByteArrayList &keyTypes)
{
    std::stable_partition(algorithms.begin(), algorithms.end(), [&](const QByteArray &algorithm) {
        return std::any_of(keyTypes.cbegin(), keyTypes.cend(),
                           [&](const QByteArray &type) { return signsWith(algorithm, type); });
    });
    return algorithms.join(',');
}
} // namespace

bool setAlgorithms(ssh_session session, bool legacy, const QByteArrayList &preferredKeyTypes)
{
    for (const AlgorithmList &list : lists) {
        QByteArray names(list.modern);
        if (legacy)
            names += ',' + QByteArray(list.old);
        if (ssh_options_set(session, list.first, names.constData()) != SSH_OK
            || ssh_options_set(session, list.second, names.constData()) != SSH_OK)
            return false;
    }
    const int shortestRsa = legacy ? 1024 : 2048;
    const QByteArray hostKeys = preferredFirst(hostKeyTypes(legacy), preferredKeyTypes);
    return ssh_options_set(session, SSH_OPTIONS_HOSTKEYS, hostKeys.constData()) == SSH_OK
        && ssh_options_set(session, SSH_OPTIONS_RSA_MIN_SIZE, &shortestRsa) == SSH_OK;
}
} // namespace Core
