// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

// What the providers share in wording their probes and in reading the answers.
namespace Core
{
// An absolute path of that machine as one shell word.
QByteArray rooted(const MachineContext &context, const QString &path);

// The fact as told by the machine that answered.
Patch patchOf(const ProbeResult &result, Fact fact);
// For an answer to a probe of another provider.
Patch noFacts(const ProbeResult &result);

// The name of the machine, as the argument of a sentence.
QList<Argument> named(const ProbeResult &result);

// A command ran to its end and said no; not: absent, killed, too slow, no answer at all.
bool ranAndFailed(const ProbeResult &result);
// The fact with a sentence of its own in that case; every other failure keeps the general one.
template <typename T>
Observed<T> reworded(const ProbeResult &result, Observed<T> fact, const Message &what)
{
    if (ranAndFailed(result) && fact.error)
        fact.error->what = what;
    return fact;
}
} // namespace Core
