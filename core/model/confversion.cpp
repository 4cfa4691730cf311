// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/confversion.h"

#include <algorithm>
#include <array>

namespace Core
{
namespace
{
constexpr std::array places{ConfPlace::Committed, ConfPlace::Local, ConfPlace::Pending};

bool isWhole(const ConfVersion &version)
{
    return version.wellFormed;
}
} // namespace

QString word(ConfPlace place)
{
    switch (place) {
    case ConfPlace::Committed:
        return QStringLiteral("committed");
    case ConfPlace::Local:
        return QStringLiteral("local");
    case ConfPlace::Pending:
        return QStringLiteral("pending");
    }
    return {};
}

std::optional<ConfPlace> confPlaceOf(QStringView text)
{
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](ConfPlace place) { return word(place) == text; });
    return found == places.end() ? std::nullopt : std::optional(*found);
}

bool ConfVersion::isAt(ConfPlace place) const
{
    return std::any_of(stays.begin(), stays.end(), [place](const ConfStay &stay) {
        return stay.place == place && !stay.until;
    });
}

quint32 highestNumber(const ConfVersions &versions)
{
    quint32 highest = 0;
    for (const ConfVersion &version : versions) {
        const bool wasActive
            = std::any_of(version.stays.begin(), version.stays.end(),
                          [](const ConfStay &stay) { return stay.place != ConfPlace::Pending; });
        if (wasActive)
            highest = std::max(highest, version.number.value_or(0));
    }
    return highest;
}

Expected<ConfVersion> versionNamed(const ConfVersions &versions, QStringView name)
{
    const bool byId = name.startsWith(u'@');
    bool isNumber = false;
    const qint64 number = (byId ? name.mid(1) : name).toLongLong(&isNumber);
    ConfVersions found;
    for (const ConfVersion &version : versions) {
        if (isNumber && number > 0
            && (byId ? version.id == number : qint64(version.number.value_or(0)) == number))
            found << version;
    }
    // A broken one is rarely meant.
    const auto good = std::find_if(found.cbegin(), found.cend(), isWhole);
    if (good != found.cend() && std::none_of(good + 1, found.cend(), isWhole))
        return *good;
    if (found.size() == 1)
        return found.constFirst();
    if (found.isEmpty())
        return failure(ErrorKind::Refused,
                       message(QT_TRANSLATE_NOOP("Core", "no version %1 of cluster.conf is kept"),
                               {name.toString()}));
    QStringList ids;
    for (const ConfVersion &version : std::as_const(found))
        ids << u'@' + QString::number(version.id);
    return failure(
        ErrorKind::Refused,
        message(QT_TRANSLATE_NOOP("Core", "%1 different files had version %2: name one of %3"),
                {qint64(found.size()), name.toString(), ids.join(QStringLiteral(", "))}));
}
} // namespace Core
