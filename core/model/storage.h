// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

// Where the disks of the guests lie: storage, volume group, logical volume.
namespace Core
{
// One storage of /etc/pve/storage.cfg. Of the kinds that lie on DRBD only LVM matters here.
struct Storage {
    QString id;
    QString type; // "lvm", "dir", "nfs", ...
    QString volumeGroup; // LVM only
    bool shared = false; // a person says that every node sees the same there
    friend bool operator==(const Storage &, const Storage &) = default;
};
// One disk of a guest, as its file in /etc/pve says it ("virtio0: drbd1:vm-100-disk-1,size=8G").
struct GuestDisk {
    int guest = 0;
    QString slot; // "virtio0", "ide2"
    QString storage; // empty: a path on the node
    QString volume; // "vm-100-disk-1"; the path without a storage
    int line = 0; // of the answer that told it, from 1; 0: not known
    friend bool operator==(const GuestDisk &, const GuestDisk &) = default;
};
// What a guest's file says about moving it (qm.conf(5)).
struct GuestSettings {
    std::optional<Bytes> memory; // configured; none: not in the file
    QString cpu; // "host", "qemu64,flags=..."; empty: kvm64, which every processor can be
    QString lock; // "backup", "migrate", "snapshot"; empty: not locked
    QStringList devices; // of its node: "hostpci0", "usb1", "serial0", "parallel0"
    int memoryLine = 0; // of the answer that told it, from 1; 0: not told
    int cpuLine = 0;
    int lockLine = 0;
    int deviceLine = 0; // of the first
    friend bool operator==(const GuestSettings &, const GuestSettings &) = default;
};
struct GuestStorage {
    QList<Storage> storages;
    QList<GuestDisk> disks; // of all guests of the cluster; CD drives only when they hold an image
    QMap<int, GuestSettings> settings = {}; // by guest; without an entry: not told
    friend bool operator==(const GuestStorage &, const GuestStorage &) = default;
};

struct LogicalVolume {
    QString name;
    QString group;
    Bytes size;
    QString attributes; // lv_attr, "-wi-ao--"
    friend bool operator==(const LogicalVolume &, const LogicalVolume &) = default;
};
using LogicalVolumes = QList<LogicalVolume>;
// The device is there, which holds the physical volume open (lvs(8): the fifth letter).
bool isActive(const LogicalVolume &volume);
bool isOpen(const LogicalVolume &volume); // a guest, or anybody, uses it (the sixth)
} // namespace Core
