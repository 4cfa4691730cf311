// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace Core
{
// One option as a file says it. The value of a bare flag ("no-disk-flushes;") is empty; several
// words are joined by one blank; quotes are taken off.
struct DrbdSetting {
    QString value;
    QString file;
    int line = 0; // in that file, from 1
    friend bool operator==(const DrbdSetting &, const DrbdSetting &) = default;
};

// One volume of a resource on one host ("on NODE { ... }").
struct DrbdHost {
    NodeName node; // for "floating", the address
    int volume = 0;
    QString device; // "/dev/drbd0"; empty when only a minor is given
    int minor = -1; // told, or read off the device
    QString disk;
    QString metaDisk;
    QString address; // address:port, the family left out when it is ipv4
    friend bool operator==(const DrbdHost &, const DrbdHost &) = default;
};

// A resource with what holds for it: its own settings over those of "common". Keys are
// "SECTION/OPTION" ("net/after-sb-0pri", "handlers/split-brain"); "protocol", which 8.3 has outside
// of any section, is "net/protocol" always. A section inside a host or a volume has that before it:
// "on alpha/disk/size", "volume 1/disk/resync-rate".
struct DrbdResourceConfig {
    ResourceName name;
    QMap<QString, DrbdSetting> settings;
    QList<DrbdHost> hosts; // by name of node as they come, then volume
    bool sharedSecret = false; // there is one; it is never kept
    friend bool operator==(const DrbdResourceConfig &, const DrbdResourceConfig &) = default;
};

// What /etc/drbd.conf and the files that it includes say on one machine.
struct DrbdConfig {
    QStringList files; // read, in that order
    QStringList missing; // included by name, and not there
    QList<DrbdResourceConfig> resources; // as they come
    friend bool operator==(const DrbdConfig &, const DrbdConfig &) = default;
};

// Null when the resource or the option is not there.
const DrbdResourceConfig *resourceNamed(const DrbdConfig &config, const ResourceName &name);
const DrbdSetting *settingOf(const DrbdResourceConfig &resource, const QString &key);
// A flag by DRBD's rule: given without a word or with "yes" (8.4).
bool isSet(const DrbdResourceConfig &resource, const QString &key);
// A rate as drbd.conf writes it: a number with K, M or G (1024 each), KiB without (drbd.conf(5)).
// None when it is no such thing.
std::optional<Bytes> drbdRate(const QString &value);
} // namespace Core
