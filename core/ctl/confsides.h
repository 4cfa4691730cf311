// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"

// What `conf diff` compares.
namespace Ctl
{
struct ConfSide {
    QString name; // as it was given
    QByteArray bytes;
    Core::Expected<Core::Document> document;
    QString text() const; // also of one that is not well-formed
};
ConfSide confSide(const QString &name, const QByteArray &bytes);

// Prints what differs by line and by meaning, passwords masked. The exit code: BadInput, and the
// reason to stderr, when one of both is not well-formed (their lines were compared).
int compareSides(const ConfSide &before, const ConfSide &after, bool json);

// Of versions that are kept and those on the nodes of a cluster now.
int diffVersions(const QString &cluster, const QString &before, const QString &after, bool json);
} // namespace Ctl
