// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

#include <QJsonObject>

// What became of an action whose program died: looked up on the cluster by what was wanted.
namespace Core
{
// As the journal keeps it. Empty for a wish that is not looked up.
QJsonObject wishJson(const Verb &verb);
std::optional<Verb> wishFrom(const QJsonObject &json);

// What this picture shows of it: where the guest runs, what the membership and the BMC say. Facts,
// never a guess: who or what brought them about cannot be known. Pure; any thread.
Message aftermath(const Verb &verb, const ClusterSnapshot &snapshot);
} // namespace Core
