// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// What the plans that write a cluster.conf ask of a node. Blocking, on the action's thread.
namespace Core
{
// Where its files lie.
struct ConfPaths {
    explicit ConfPaths(const QString &rootPrefix);
    QString committed; // /etc/pve/cluster.conf
    QString pending; // /etc/pve/cluster.conf.new
    QString written; // beside it, until it is whole
    QString local; // /etc/cluster/cluster.conf, which cman reads
};

// A script for sh with its arguments; no value is ever part of it.
Command shellCommand(const char *script, const QStringList &arguments,
                     const QByteArray &input = {});
QByteArray sha256Of(const QByteArray &text); // lower-case hex
// Of a file there. No content travels, so that no password of a fence device does. Empty: no such
// file, or an empty one.
Expected<QByteArray> sumOn(Shell &on, const NodeName &node, const QString &path);
// Stale: `otherwise`.
Expected<void> isThere(Shell &on, const NodeName &node, const QString &path,
                       const QByteArray &wanted, const Message &otherwise);
// Looks until it is so, or the step's time is over; the last look's error then.
Expected<void> awaited(Shell &on, const std::function<Expected<void>()> &look);
// Its cman runs that version; Stale: another one.
Expected<void> runsIt(Shell &on, const NodeName &node, int version);
} // namespace Core
