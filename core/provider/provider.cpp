// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/provider.h"

#include "core/provider/clusterconffile.h"
#include "core/provider/cman.h"
#include "core/provider/drbd8.h"
#include "core/provider/fenced.h"
#include "core/provider/iscsi.h"
#include "core/provider/lvm.h"
#include "core/provider/net.h"
#include "core/provider/qdisk.h"
#include "core/provider/qm.h"
#include "core/provider/rgmanager.h"

namespace Core
{
Providers allProviders()
{
    return {
        std::make_shared<NetProvider>(),       std::make_shared<CmanProvider>(),
        std::make_shared<QdiskProvider>(),     std::make_shared<FencedProvider>(),
        std::make_shared<RgmanagerProvider>(), std::make_shared<Drbd8Provider>(),
        std::make_shared<LvmProvider>(),       std::make_shared<IscsiProvider>(),
        std::make_shared<QmProvider>(),        std::make_shared<ClusterConfFileProvider>(),
    };
}
} // namespace Core
