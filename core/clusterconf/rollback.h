// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QHash>

namespace Core
{
// Where a secret stands: the password of <fencedevice name="bmc1">.
struct SecretPlace {
    QString element;
    QString owner; // the element's name; empty: it has none
    QString attribute;
    friend bool operator==(const SecretPlace &, const SecretPlace &) = default;
};
size_t qHash(const SecretPlace &place, size_t seed = 0);
Message placeText(const SecretPlace &place); // "passwd of bmc1"

// A version that is kept made a new one: its version number one above `highestKnown`, and its
// passwords as they are in `current`, since none are kept with it. They may have been changed since
// then, and a password that works is wanted, not the former one.
struct Rollback {
    QByteArray text; // with passwords; empty while some are missing
    quint32 number = 0; // its config_version
    // Passwords that no current file has: their devices came or went. A person gives them.
    QList<SecretPlace> missing;
};
// kept: of ConfHistory. current: the files on the nodes, the first that has a secret counts; they
// need not be well-formed. given: what a person typed, before anything else. ParseFailed: the kept
// one is not well-formed; Refused: no version number is left. Pure; any thread.
Expected<Rollback> rolledBack(const QByteArray &kept, const QByteArrayList &current,
                              quint32 highestKnown, const QHash<SecretPlace, QString> &given = {});
} // namespace Core
