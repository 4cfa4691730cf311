// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/redactor.h"
#include "core/athand/zipfile.h"
#include "core/model/snapshotdiff.h"
#include "core/store/journalentry.h"

namespace Core
{
// Output of one question as it was last told.
struct BundledOutput {
    NodeName machine;
    QString name; // of the probe
    QByteArray bytes; // with a line about its exit status where that was not 0
};

// A cluster.conf as it lies on a node, passwords included.
struct BundledConf {
    NodeName node;
    QString place; // "committed", "local", "pending"
    QByteArray bytes;
};

struct BundledEvent {
    QDateTime at; // UTC
    Event event;
};

// Everything that helps somebody else to understand what happened to a cluster.
struct Bundle {
    QDateTime at; // UTC
    QByteArray versions;
    QByteArray profile; // JSON; holds no secret
    ClusterSnapshot snapshot;
    QList<BundledOutput> outputs;
    QList<BundledConf> confs;
    QList<BundledEvent> events;
    Expected<QList<JournalEntry>> journal;
    QByteArrayList programLog;
    QByteArrayList secrets; // every one that is known, to be taken out everywhere
};

// The files of the archive, in one folder. Secrets are taken out of every byte, names of files are
// harmless whatever a machine is called, and no two are alike. Texts are English: they are for
// whoever helps. Pure; any thread.
QList<ArchiveFile> bundleFiles(const Bundle &bundle);

// Those files as one .zip, written whole or not at all. Storage, Refused. Any thread.
Expected<void> writeBundle(const Bundle &bundle, const QString &file);
} // namespace Core
