// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drbdconfig.h"

namespace Core
{
const DrbdResourceConfig *resourceNamed(const DrbdConfig &config, const ResourceName &name)
{
    for (const DrbdResourceConfig &resource : config.resources) {
        if (resource.name == name)
            return &resource;
    }
    return nullptr;
}

const DrbdSetting *settingOf(const DrbdResourceConfig &resource, const QString &key)
{
    const auto found = resource.settings.constFind(key);
    return found == resource.settings.constEnd() ? nullptr : &*found;
}

bool isSet(const DrbdResourceConfig &resource, const QString &key)
{
    const DrbdSetting *setting = settingOf(resource, key);
    return setting && (setting->value.isEmpty() || setting->value == QStringLiteral("yes"));
}

std::optional<Bytes> drbdRate(const QString &value)
{
    if (value.isEmpty())
        return std::nullopt;
    const QString units = QStringLiteral("kmg");
    const qsizetype unit = units.indexOf(value.back().toLower());
    bool ok = false;
    const qint64 number = (unit < 0 ? value : value.chopped(1)).toLongLong(&ok);
    constexpr qint64 most = qint64(1) << 30; // times GiB still fits
    if (!ok || number < 0 || number > most)
        return std::nullopt;
    return Bytes{number << (10 * (unit < 0 ? 1 : unit + 1))};
}
} // namespace Core
