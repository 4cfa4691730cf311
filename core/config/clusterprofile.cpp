// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/clusterprofile.h"

#include "core/base/paths.h"
#include "core/config/jsonobjectreader.h"
#include "core/config/safefile.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace Core
{
namespace
{
constexpr int formatVersion = 1;
const QString suffix = QStringLiteral(".json");
const QStringList kinds{QStringLiteral("node"), QStringLiteral("quorumServer")};
const QStringList roles{QStringLiteral("observer"), QStringLiteral("operator"),
                        QStringLiteral("administrator")};
const QStringList elevations{QStringLiteral("none"), QStringLiteral("sudo")};

// A host name, an address or a login: never something that an option parser or a shell could take
// for anything else.
bool isPlainWord(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_\\[][A-Za-z0-9._:%\\]-]*$"));
    return text.size() <= 255 && plain.match(text).hasMatch();
}

bool isMachineName(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$"));
    return name.match(text).hasMatch();
}

// Directory services put a domain into logins: "DOMAIN\\user", "user@domain".
bool isLogin(const QString &text)
{
    static const QRegularExpression login(
        QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9._@+\\\\-]{0,254}$"));
    return login.match(text).hasMatch();
}

// "user@host:port", user and port optional.
bool isJumpAddress(const QString &text)
{
    static const QRegularExpression jump(
        QStringLiteral("^(?:[A-Za-z0-9_][A-Za-z0-9._-]*@)?[A-Za-z0-9\\[]"
                       "[A-Za-z0-9.:%\\]-]*$"));
    return text.size() <= 255 && jump.match(text).hasMatch();
}

QString place(qsizetype index)
{
    return QStringLiteral("machines[%1].").arg(index);
}

void checkMachine(const ProfileMachine &machine, JsonObjectReader &reader)
{
    if (!isMachineName(machine.name.text()))
        reader.fail(QStringLiteral("name"),
                    QT_TRANSLATE_NOOP("Core", "“%1” is not a machine name."));
    if (!isPlainWord(machine.address))
        reader.fail(QStringLiteral("address"),
                    QT_TRANSLATE_NOOP("Core", "“%1” is not an address or a host name."));
    if (!isLogin(machine.user))
        reader.fail(QStringLiteral("user"), QT_TRANSLATE_NOOP("Core", "“%1” is not a login."));
    if (!machine.rootPrefix.isEmpty() && !machine.rootPrefix.startsWith(u'/'))
        reader.fail(QStringLiteral("rootPrefix"),
                    QT_TRANSLATE_NOOP("Core", "“%1” must be empty or an absolute path."));
    if (!machine.jumpHost.isEmpty() && !isJumpAddress(machine.jumpHost))
        reader.fail(QStringLiteral("jumpHost"),
                    QT_TRANSLATE_NOOP("Core", "“%1” is neither a machine nor user@host:port."));
}

Expected<ProfileMachine> machineFrom(const QJsonValue &value, qsizetype index)
{
    JsonObjectReader reader(value.toObject(), place(index));
    ProfileMachine machine;
    machine.name = NodeName(reader.requiredText(QStringLiteral("name")));
    machine.kind = ProfileMachineKind(reader.word(QStringLiteral("kind"), kinds, 0));
    machine.address = reader.requiredText(QStringLiteral("address"));
    machine.port = reader.integer(QStringLiteral("port"), machine.port, 1, 65535);
    machine.user = reader.text(QStringLiteral("user"), machine.user);
    machine.identityFile = reader.text(QStringLiteral("identityFile"), {});
    machine.knownHostsFile = reader.text(QStringLiteral("knownHostsFile"), {});
    machine.rootPrefix = reader.text(QStringLiteral("rootPrefix"), {});
    machine.elevation = Elevation(reader.word(QStringLiteral("elevation"), elevations, 0));
    machine.jumpHost = reader.text(QStringLiteral("jumpHost"), {});
    machine.legacyAlgorithms = reader.flag(QStringLiteral("legacyAlgorithms"), false);
    machine.unknown = reader.rest();
    checkMachine(machine, reader);
    if (reader.failed())
        return tl::unexpected(reader.error());
    return machine;
}

Expected<QList<ProfileMachine>> machinesFrom(const QJsonArray &array)
{
    QList<ProfileMachine> machines;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const Expected<ProfileMachine> machine = machineFrom(array.at(i), i);
        if (!machine)
            return tl::unexpected(machine.error());
        machines.append(*machine);
    }
    return machines;
}

const ProfileMachine *machineCalled(const QList<ProfileMachine> &machines, const QString &name)
{
    const auto found
        = std::find_if(machines.begin(), machines.end(),
                       [&name](const ProfileMachine &m) { return m.name.text() == name; });
    return found == machines.end() ? nullptr : &*found;
}

// Jumping from machine to machine must end somewhere.
bool jumpsInACircle(const QList<ProfileMachine> &machines, const ProfileMachine &from)
{
    const ProfileMachine *at = &from;
    for (qsizetype hops = 0; at && !at->jumpHost.isEmpty(); ++hops) {
        if (hops > machines.size())
            return true;
        at = machineCalled(machines, at->jumpHost);
    }
    return false;
}

void checkTogether(const QList<ProfileMachine> &machines, JsonObjectReader &reader)
{
    QSet<NodeName> names;
    for (qsizetype i = 0; i < machines.size(); ++i) {
        if (names.contains(machines.at(i).name))
            reader.fail(place(i) + QStringLiteral("name"),
                        QT_TRANSLATE_NOOP("Core", "“%1” is the name of another machine too."));
        names.insert(machines.at(i).name);
        if (jumpsInACircle(machines, machines.at(i)))
            reader.fail(place(i) + QStringLiteral("jumpHost"),
                        QT_TRANSLATE_NOOP("Core", "“%1” leads back to the same machine."));
    }
}

Expected<void> checkVersion(QJsonObject &object)
{
    JsonObjectReader reader(object, {});
    const int version
        = reader.integer(QStringLiteral("formatVersion"), 0, 1, std::numeric_limits<int>::max());
    if (version == 0)
        reader.fail(QStringLiteral("formatVersion"),
                    QT_TRANSLATE_NOOP("Core", "“%1” is missing or empty."));
    if (reader.failed())
        return tl::unexpected(reader.error());
    object = reader.rest();
    if (version > formatVersion)
        return failure(
            ErrorKind::Refused,
            message(QT_TRANSLATE_NOOP("Core", "This profile was written by a newer release.")),
            QStringLiteral("formatVersion %1").arg(version));
    return {};
}

Expected<QJsonObject> objectFrom(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(jsonError(json, error.offset, error.errorString()));
    if (!document.isObject())
        return tl::unexpected(jsonError(json, 0, QStringLiteral("not an object")));
    return document.object();
}

// An absent key and its default are the same, so defaults are not written.
QJsonObject toObject(const ProfileMachine &machine)
{
    const ProfileMachine absent;
    QJsonObject object = machine.unknown;
    object[QStringLiteral("name")] = machine.name.text();
    object[QStringLiteral("kind")] = kinds.at(int(machine.kind));
    object[QStringLiteral("address")] = machine.address;
    object[QStringLiteral("port")] = machine.port;
    object[QStringLiteral("user")] = machine.user;
    const auto putText = [&object](const QString &key, const QString &text) {
        if (!text.isEmpty())
            object[key] = text;
    };
    putText(QStringLiteral("identityFile"), machine.identityFile);
    putText(QStringLiteral("knownHostsFile"), machine.knownHostsFile);
    putText(QStringLiteral("rootPrefix"), machine.rootPrefix);
    putText(QStringLiteral("jumpHost"), machine.jumpHost);
    if (machine.elevation != absent.elevation)
        object[QStringLiteral("elevation")] = elevations.at(int(machine.elevation));
    if (machine.legacyAlgorithms)
        object[QStringLiteral("legacyAlgorithms")] = true;
    return object;
}

bool isProfile(const QByteArray &content)
{
    return profileFromJson(content).has_value();
}

// Names that Windows keeps for devices, whatever follows the dot; and a dot in front hides a file.
bool isAwkwardFileName(const QString &name)
{
    static const QRegularExpression device(
        QStringLiteral("^(?:\\.|(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\.|$))"),
        QRegularExpression::CaseInsensitiveOption);
    return device.match(name).hasMatch();
}

// Characters that some file system refuses are written as %XX; others stay, since escaping them all
// would make names longer than file systems allow.
QString fileName(const QString &name)
{
    const bool awkward = isAwkwardFileName(name);
    QString file;
    for (const QChar c : name) {
        const bool kept
            = c.unicode() > 127 || c.isLetterOrNumber() || QStringLiteral(" ._-+()").contains(c);
        if (kept && !(awkward && file.isEmpty()))
            file.append(c);
        else
            file.append(QStringLiteral("%%1").arg(int(c.unicode()), 2, 16, QLatin1Char('0')));
    }
    return file;
}
} // namespace

Expected<ClusterProfile> profileFromJson(const QByteArray &json)
{
    Expected<QJsonObject> object = objectFrom(json);
    if (!object)
        return tl::unexpected(object.error());
    if (const Expected<void> version = checkVersion(*object); !version)
        return tl::unexpected(version.error());
    JsonObjectReader reader(*object, {});
    ClusterProfile profile;
    profile.name = reader.requiredText(QStringLiteral("name"));
    if (profile.name.size() > 64 || profile.name != profile.name.trimmed())
        reader.fail(QStringLiteral("name"),
                    QT_TRANSLATE_NOOP("Core",
                                      "“%1” is longer than 64 characters or has a blank "
                                      "at an end."));
    profile.ipmiFromWorkstation = reader.flag(QStringLiteral("ipmiFromWorkstation"), true);
    profile.role = ProfileRole(reader.word(QStringLiteral("role"), roles, 0));
    const Expected<QList<ProfileMachine>> machines
        = machinesFrom(reader.requiredArray(QStringLiteral("machines")));
    if (machines)
        checkTogether(*machines, reader);
    if (reader.failed())
        return tl::unexpected(reader.error());
    if (!machines)
        return tl::unexpected(machines.error());
    profile.machines = *machines;
    profile.unknown = reader.rest();
    return profile;
}

QByteArray toJson(const ClusterProfile &profile)
{
    QJsonArray machines;
    for (const ProfileMachine &machine : profile.machines)
        machines.append(toObject(machine));
    QJsonObject object = profile.unknown;
    object[QStringLiteral("formatVersion")] = formatVersion;
    object[QStringLiteral("name")] = profile.name;
    object[QStringLiteral("ipmiFromWorkstation")] = profile.ipmiFromWorkstation;
    if (profile.role != ProfileRole::Onlooker)
        object[QStringLiteral("role")] = roles.at(int(profile.role));
    object[QStringLiteral("machines")] = machines;
    return QJsonDocument(object).toJson();
}

Expected<LoadedProfile> loadProfile(const QString &path)
{
    const Expected<QByteArray> content = readSmallFile(path);
    if (!content)
        return tl::unexpected(content.error());
    const Expected<ClusterProfile> profile = profileFromJson(*content);
    if (profile)
        return LoadedProfile{*profile, path, false};
    if (profile.error().kind == ErrorKind::Refused)
        return tl::unexpected(profile.error());
    const Expected<ClusterProfile> before = readSmallFile(backupOf(path)).and_then(profileFromJson);
    if (!before)
        return tl::unexpected(profile.error()); // what is wrong with the file itself
    return LoadedProfile{*before, path, true};
}

// What would not be read back is not written, and what a newer release wrote is not written over.
Expected<void> saveProfile(const ClusterProfile &profile, const QString &path)
{
    const QByteArray content = toJson(profile);
    if (const auto readBack = profileFromJson(content); !readBack)
        return tl::unexpected(readBack.error());
    if (const auto there = readSmallFile(path).and_then(profileFromJson);
        !there && there.error().kind == ErrorKind::Refused)
        return tl::unexpected(there.error());
    return replaceFile(path, content, isProfile);
}

QString profilePath(const QString &name)
{
    return profileFolder() + u'/' + fileName(name) + suffix;
}

QStringList profileFiles()
{
    QStringList paths;
    const QDir folder(profileFolder());
    for (const QString &name :
         folder.entryList({u'*' + suffix}, QDir::Files | QDir::Hidden, QDir::Name))
        paths.append(folder.filePath(name));
    return paths;
}
} // namespace Core
