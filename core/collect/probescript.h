// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider/provider.h"

// What is sent to a machine as the argument of one exec, so that later questions cost no new
// process of sshd. Nothing is installed there and nothing is written on its disk.
namespace Core
{
// One long-lived channel. Protocol, all in ASCII lines:
//   machine: NONCE 1 ok|none            once; `none`: the machine has no usable `timeout`
//   console: INDEX INDEX ...            a line of due probes; "!" among them asks for an echo
//   machine: !                          the echo, at once
//   machine: INDEX STATUS CENTISECONDS OUT ERR, OUT + ERR bytes, newline
//   machine: INDEX STATUS CENTISECONDS = the same bytes and status as the last time
//   machine: INDEX 0 CENTISECONDS !      more output than the cap
// A probe ended by its time-out (status 124, 137 or 143) ends its line: what stands behind it is
// asked again, and what hung is not followed by a second run nobody waits for. The machine does
// nothing unasked. End of input ends the script.
struct ChannelScript {
    QList<Probe> probes; // INDEX is the place here
    QByteArray nonce; // random letters and digits
    QByteArray marker; // $0 of each probe's shell, followed by its id: see livingScript()
    // Fast: as few processes as can be, stderr is kept from the second failure on. Slow: stderr
    // always. Heavy: also, while a probe runs its input is read, so that "!" is answered although
    // something hangs, and end of input kills the probe at once; elsewhere end of input is seen
    // when the running probe has ended, at the latest at its time-out.
    ProbeChannel kind = ProbeChannel::Fast;
};
QByteArray scriptText(const ChannelScript &channel);

// `sh -c TEXT`, with `sudo -n` in front for a login that is not root.
Command shellCommand(const QByteArray &script, bool sudo);

// Looks for commands and paths: "c NAME", "p PATH", "u UID", "end" lines, each after `nonce` and a
// blank.
QByteArray lookScript(const QStringList &commands, const QStringList &paths,
                      const QString &rootPrefix, const QByteArray &nonce);
// ParseFailed unless the last line is there.
Expected<MachineFacts> parseLook(const QByteArray &output, const QByteArray &nonce);

// Ids of the probes of `marker` that are still alive on the machine, a line each. Asked for after a
// reconnection: a probe that `timeout` cannot kill (state D) must not be started a second time.
QByteArray livingScript(const QByteArray &marker);
QStringList parseLiving(const QByteArray &output, const QByteArray &marker);

inline bool timedOut(int status)
{
    return status == 124 || status == 137 || status == 143; // 143: busybox
}

// An id as it stands in a process title: letters, digits, ".", "-" and "_" alone.
QByteArray plainId(const ProbeId &id);

QByteArray randomNonce(); // 16 letters and digits
} // namespace Core
