// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/formats.h"

#include "core/clusterconf/reader.h"
#include "core/ctl/parsejson.h"
#include "core/parse/clustat.h"
#include "core/parse/cmantool.h"
#include "core/parse/drbdconf.h"
#include "core/parse/drbdlog.h"
#include "core/parse/drbdnames.h"
#include "core/parse/fencetool.h"
#include "core/parse/guestfiles.h"
#include "core/parse/gueststorage.h"
#include "core/parse/iscsi.h"
#include "core/parse/lvm.h"
#include "core/parse/net.h"

#include <array>

namespace Ctl
{
namespace
{
template <auto parse> Core::Expected<QByteArray> json(const char *name, QByteArrayView text)
{
    const auto result = parse(text);
    if (!result)
        return tl::unexpected<Core::Error>(result.error());
    JsonWriter writer;
    writer.beginObject();
    writer.member("format", name);
    write(writer, *result);
    writer.endObject();
    return writer.document();
}

template <auto parse> std::optional<Core::Error> check(QByteArrayView text)
{
    const auto result = parse(text);
    return result ? std::nullopt : std::optional<Core::Error>(result.error());
}

template <auto parse> constexpr Format format(const char *name)
{
    return {name, json<parse>, check<parse>};
}

// Those of binomectl's contract first, then what else the probes ask.
constexpr std::array all{
    format<Core::parseProcDrbd>("proc-drbd"),
    format<Core::parseClustat>("clustat"),
    format<Core::parseCmanStatus>("cman-status"),
    format<Core::parseCmanNodes>("cman-nodes"),
    format<Core::readClusterConfig>("cluster-conf"),
    format<Core::parseQmList>("qm-list"),
    format<Core::parseQmMigrate>("qm-migrate"),
    format<Core::parseQmStatus>("qm-status"),
    format<Core::parseVmlist>("vmlist"),
    format<Core::parseFenceToolLs>("fence-tool"),
    format<Core::parseVgs>("vgs"),
    format<Core::parsePvs>("pvs"),
    format<Core::parseLvs>("lvs"),
    format<Core::parseIscsiSessions>("iscsi-sessions"),
    format<Core::parseTgtTargets>("tgt-targets"),
    format<Core::parseNet>("net"),
    format<Core::parseUptime>("uptime"),
    format<Core::parseDrbdNames>("drbd-names"),
    format<Core::parseRunningGuests>("running-guests"),
    format<Core::parseBootGuests>("boot-guests"),
    format<Core::parseGuestStorage>("guest-storage"),
    format<Core::parseCapacity>("capacity"),
    format<Core::parseDrbdConf>("drbd-conf"),
    format<Core::parseDrbdGenerations>("drbd-generations"),
    format<Core::parseDrbdLog>("drbd-log"),
};
} // namespace

std::span<const Format> formats()
{
    return all;
}

const Format *formatNamed(const QString &name)
{
    for (const Format &one : all) {
        if (name == QLatin1StringView(one.name))
            return &one;
    }
    return nullptr;
}
} // namespace Ctl
