// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/machine.h"

#include <QByteArrayView>

// Readers of open-iscsi (a node's side) and of tgt (the quorum server's side).
namespace Core
{
// `iscsiadm -m session` (open-iscsi 2.0 to 2.1). Exit status 21 means that there is no session, so
// an empty text gives an empty list.
Expected<IscsiSessions> parseIscsiSessions(QByteArrayView text);

// `tgt-admin -s` or `tgtadm --lld iscsi --mode target --op show` (tgt 1.0), which print the same
// tree. Blocks "Session:" of --mode conn may follow it.
Expected<IscsiTargets> parseTgtTargets(QByteArrayView text);
} // namespace Core
