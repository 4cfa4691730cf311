// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/document.h"
#include "core/model/clusterconfig.h"

namespace Core
{
// What cluster.conf says, as its readers of cluster 3.2 take it (ccs, fenced, qdiskd, rgmanager,
// pmxcfs), not judged: a contradiction is read as written. Secrets are left out.
// - Numbers as atoi(): digits at the start count, what follows does not.
// - An attribute of a fence device may stand on each <device> instead; it counts when
//   <fencedevice> lacks it and all uses agree. On <fencedevice> it overrides theirs (fenced sends
//   it last).
// - Methods of one name are read apart, although fenced would run the first's devices twice.
Expected<ClusterConfig> readClusterConfig(QByteArrayView text);
ClusterConfig clusterConfigOf(const Document &document);
// ClusterConfig::version alone, at no cost.
std::optional<quint32> configVersionOf(const Document &document);

// The password of a fence device, for the console's own path to that BMC. It goes into the
// keychain or a session's memory, never into a snapshot, a log, a diff or a recording.
struct FenceSecret {
    QString device;
    QString password;
};
// In the order of <fencedevices>; devices whose password is kept elsewhere (passwd_script) are not
// in it.
Expected<QList<FenceSecret>> fenceSecrets(QByteArrayView text);
} // namespace Core
