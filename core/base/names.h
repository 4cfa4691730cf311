// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace Core
{
// A name that cannot be mixed up with another kind of name. Holds the text exactly as the cluster
// spells it; comparison is by code point, as cman and DRBD compare.
template <typename Tag> class Name
{
public:
    Name() = default;
    explicit Name(QString text) : m_text(std::move(text)) { }
    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    friend bool operator==(const Name &, const Name &) = default;
    friend bool operator<(const Name &a, const Name &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Name &name, size_t seed = 0) { return qHash(name.m_text, seed); }

private:
    QString m_text;
};

using NodeName = Name<struct NodeTag>; // any machine: cluster member or quorum server
using VmName = Name<struct VmTag>;
using ResourceName = Name<struct ResourceTag>; // DRBD resource
using ServiceName = Name<struct ServiceTag>; // rgmanager service with its prefix: "pvevm:100"
using ProbeId = Name<struct ProbeTag>;

// An amount of data in bytes; shown with binary units.
struct Bytes {
    qint64 value = 0;
    friend auto operator<=>(const Bytes &, const Bytes &) = default;
};
constexpr Bytes fromKiB(qint64 kib)
{
    return {kib * 1024};
}
} // namespace Core
