// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

namespace Core
{
struct Session::Parts {
    ClusterProfile profile;
};

Session::Session(ClusterProfile profile, QObject *parent)
    : QObject(parent), m_parts(std::make_unique<Parts>(Parts{std::move(profile)}))
{
}

Session::~Session() = default;

const ClusterProfile &Session::profile() const
{
    return m_parts->profile;
}
} // namespace Core
