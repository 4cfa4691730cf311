// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/clusterprofile.h"
#include "core/plan/userrole.h"

// The role that a profile keeps, as the engine enforces it.
namespace Core
{
constexpr UserRole userRole(ProfileRole role)
{
    switch (role) {
    case ProfileRole::Onlooker:
        return UserRole::Onlooker;
    case ProfileRole::Operator:
        return UserRole::Operator;
    case ProfileRole::Administrator:
        return UserRole::Administrator;
    }
    return UserRole::Onlooker;
}
constexpr ProfileRole profileRole(UserRole role)
{
    switch (role) {
    case UserRole::Onlooker:
        return ProfileRole::Onlooker;
    case UserRole::Operator:
        return ProfileRole::Operator;
    case UserRole::Administrator:
        return ProfileRole::Administrator;
    }
    return ProfileRole::Onlooker;
}
} // namespace Core
