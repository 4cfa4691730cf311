// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/command.h"
#include "core/model/patch.h"
#include "core/plan/plan.h"

#include <memory>

namespace Core
{
// What looking around on a machine found. Never a version number.
struct MachineFacts {
    QStringList commands; // of those asked for, found in PATH or the sbin folders
    QStringList paths; // of those asked for, existing (without root prefix)
    int uid = -1; // 0: root
    friend bool operator==(const MachineFacts &, const MachineFacts &) = default;
};

// Three channels a machine, so that what can hang never delays what must be quick.
enum class ProbeChannel : quint8 { Fast, Slow, Heavy };

// One question, asked again every `period`. `script` is a POSIX shell fragment whose every value
// was quoted by core/base/command; it runs under `timeout` with LC_ALL=C. Its stderr is kept apart
// only when the command fails.
struct Probe {
    ProbeId id;
    QByteArray script;
    std::chrono::milliseconds period{500};
    std::chrono::milliseconds timeout{5'000};
    qint64 outputCap = 256 * 1024;
    ProbeChannel channel = ProbeChannel::Fast;
    // Opens block devices, DRBD's too, which makes `drbdadm secondary` fail meanwhile.
    bool opensDevices = false;
    friend bool operator==(const Probe &, const Probe &) = default;
};

// One answer, as the collector saw it: the unit of recordings.
struct ProbeResult {
    NodeName machine;
    ProbeId probe;
    int exitCode = 0; // 124: ended by `timeout`
    QByteArray output; // stdout
    QByteArray errors; // stderr, when it failed; at most 4 KiB
    std::chrono::milliseconds duration{0}; // on the machine
    QDateTime at; // when the answer arrived, workstation's clock, UTC
    std::optional<Error> error; // no answer: time-out, too much output, channel lost
    friend bool operator==(const ProbeResult &, const ProbeResult &) = default;
};

// One kind of thing that may run on a machine. Pure: no I/O, no clock, no state.
class Provider
{
public:
    virtual ~Provider() = default;
    virtual QString id() const = 0;
    virtual QStringList wantedCommands() const { return {}; } // what detect() asks about
    virtual QStringList wantedPaths() const { return {}; }
    virtual bool detect(const MachineFacts &facts) const = 0;
    virtual QList<Probe> probes(const MachineContext &context) const = 0;
    // The facts of one answer. An answer that cannot be read gives facts with an error, never
    // nothing: what a probe no longer tells must not look fresh.
    virtual Patch read(const ProbeResult &result) const = 0;
    virtual QList<Step> steps(const Verb &, const ClusterSnapshot &) const { return {}; }
};

using Providers = QList<std::shared_ptr<const Provider>>;
Providers allProviders(); // the registry: a line each

// `value` as a fact of the machine that answered, with the whole output as evidence. A result that
// carries an error or a failed command becomes that error; parse is called on good output only.
template <typename T>
Observed<T> observedBy(const ProbeResult &result, Expected<T> (*parse)(QByteArrayView));
std::optional<Error> failureOf(const ProbeResult &result);

template <typename T>
Observed<T> observedBy(const ProbeResult &result, Expected<T> (*parse)(QByteArrayView))
{
    Observed<T> fact;
    fact.evidence = {result.machine, result.probe, 0, 0};
    if (const std::optional<Error> failed = failureOf(result)) {
        fact.error = failed;
        return fact;
    }
    Expected<T> value = parse(result.output);
    if (value)
        fact.value = std::move(*value);
    else
        fact.error = value.error();
    return fact;
}
} // namespace Core
