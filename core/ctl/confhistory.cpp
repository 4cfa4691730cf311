// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/confhistory.h"

#include "core/base/terminal.h"
#include "core/base/whendone.h"
#include "core/collect/conffeed.h"
#include "core/ctl/commandtable.h"
#include "core/ctl/jsonwriter.h"
#include "core/ctl/onecluster.h"

#include <QCoreApplication>

namespace Ctl
{
namespace
{
using namespace Core;

// --- JSON ---

QString isoTime(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

void writeStay(JsonWriter &json, const ConfStay &stay)
{
    json.beginObject();
    json.member("node", stay.node);
    json.member("place", word(stay.place));
    json.member("from", isoTime(stay.from));
    json.memberOrNull("until", stay.until ? isoTime(*stay.until) : QString());
    json.endObject();
}

void writeAuthor(JsonWriter &json, const ConfAuthor &author)
{
    json.beginObject();
    json.member("user", author.user);
    json.member("host", author.host);
    json.memberOrNull("reason", author.reason);
    json.member("at", isoTime(author.at));
    json.endObject();
}

void writeVersion(JsonWriter &json, const ConfVersion &version)
{
    json.beginObject();
    json.member("id", version.id);
    json.member("configVersion", version.number);
    json.member("wellFormed", version.wellFormed);
    json.member("bytes", version.bytes);
    json.member("kept", version.kept);
    json.member("firstSeen", isoTime(version.firstSeen()));
    for (const ConfPlace place : {ConfPlace::Committed, ConfPlace::Local, ConfPlace::Pending})
        json.member(word(place).toLatin1(), version.isAt(place));
    json.key("seen");
    json.array(version.stays, writeStay);
    json.key("activated"); // by this program, on this workstation
    json.array(version.authors, writeAuthor);
    json.endObject();
}

void sayJson(const QString &cluster, const ConfVersions &versions)
{
    JsonWriter json;
    json.beginObject();
    json.member("format", "conf-history");
    json.member("cluster", cluster);
    json.key("versions");
    json.array(versions, writeVersion);
    json.endObject();
    const QByteArray text = json.document();
    Core::writeTo(stdout, text);
}

// --- text ---

Message placeText(ConfPlace place)
{
    switch (place) {
    case ConfPlace::Committed:
        return message(QT_TRANSLATE_NOOP("Core", "committed"));
    case ConfPlace::Local:
        return message(QT_TRANSLATE_NOOP("Core", "read by cman"));
    case ConfPlace::Pending:
        return message(QT_TRANSLATE_NOOP("Core", "pending"));
    }
    return {};
}

QString localTime(const QDateTime &at)
{
    return at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

// "now: committed (node1, node2), read by cman (node1)"
QString whereNow(const ConfVersion &version)
{
    QStringList places;
    for (const ConfPlace place : {ConfPlace::Committed, ConfPlace::Local, ConfPlace::Pending}) {
        QStringList nodes;
        for (const ConfStay &stay : version.stays) {
            if (stay.place == place && !stay.until)
                nodes << stay.node.text();
        }
        nodes.sort();
        if (!nodes.isEmpty())
            places << rendered(
                message(QT_TRANSLATE_NOOP("Core", "%1 (%2)"),
                        {MessageList{placeText(place)}, nodes.join(QStringLiteral(", "))}));
    }
    return places.join(QStringLiteral(", "));
}

void sayVersion(const ConfVersion &version)
{
    const QString number = version.number ? QString::number(*version.number) : QStringLiteral("?");
    QString line = QStringLiteral("%1 %2 %3")
                       .arg(number, 6)
                       .arg(u'@' + QString::number(version.id), 6)
                       .arg(QStringLiteral("  ") + localTime(version.firstSeen()));
    if (!version.wellFormed)
        line += QStringLiteral("  ")
            + rendered(message(QT_TRANSLATE_NOOP("Core", "not well-formed")));
    if (const QString now = whereNow(version); !now.isEmpty())
        line += QStringLiteral("  ")
            + rendered(message(QT_TRANSLATE_NOOP("Core", "now: %1"), {now}));
    say(line + u'\n');
    for (const ConfAuthor &author : version.authors)
        say(QStringLiteral("               ")
            + rendered(message(QT_TRANSLATE_NOOP("Core", "activated by %1 on %2, %3: %4"),
                               {author.user, author.host, localTime(author.at), author.reason}))
            + u'\n');
}

void sayText(const ConfVersions &versions)
{
    if (versions.isEmpty())
        say(rendered(message(QT_TRANSLATE_NOOP("Core", "No version was seen yet."))) + u'\n');
    for (const ConfVersion &version : versions)
        sayVersion(version);
}

// --- the command ---

struct Wish {
    QString cluster;
    bool json = false;
    bool offline = false;
};

int tell(const Wish &wish, const Expected<ConfVersions> &versions)
{
    if (!versions) {
        complain(rendered(versions.error().what));
        return NotWell;
    }
    if (wish.json)
        sayJson(wish.cluster, *versions);
    else
        sayText(*versions);
    return Done;
}

// Looks at the cluster first, so that what lies there now is in the list.
class HistoryCall : public QObject
{
public:
    HistoryCall(const ClusterProfile &profile, const Wish &wish) : m_wish(wish), m_cluster(profile)
    {
        connect(&m_cluster, &OneCluster::ready, this, [this] {
            // Behind everything that was seen: the calls are answered in their order.
            whenDone(m_cluster.session().confHistory().versions(), this,
                     [this](const Expected<ConfVersions> &versions) {
                         QCoreApplication::exit(end(tell(m_wish, versions)));
                     });
        });
    }

private:
    int end(int code)
    {
        if (code != Done || !m_cluster.session().conf().texts().isEmpty())
            return code;
        complain(rendered(message(QT_TRANSLATE_NOOP(
            "Core", "no node tells its cluster.conf: this is what was seen before"))));
        return CannotReach;
    }

    const Wish m_wish;
    OneCluster m_cluster;
};

int fromDisk(const Wish &wish)
{
    ConfHistory history(confHistoryPath(wish.cluster));
    QFuture<Expected<ConfVersions>> versions = history.versions();
    versions.waitForFinished();
    return tell(wish, versions.result());
}
} // namespace

int historyOfConf(const QStringList &arguments)
{
    Wish wish;
    QStringList names = arguments;
    wish.json = names.removeAll(QStringLiteral("--json")) > 0;
    wish.offline = names.removeAll(QStringLiteral("--offline")) > 0;
    for (const QString &argument : std::as_const(names)) {
        if (argument.startsWith(u'-'))
            return wrongUsage(
                rendered(message(QT_TRANSLATE_NOOP("Core", "unknown option %1"), {argument})),
                "conf");
    }
    if (names.size() != 1)
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP("Core", "one CLUSTER is needed"))),
                          "conf");
    const std::variant<ClusterProfile, int> profile = profileOf(names.constFirst(), "conf");
    if (const int *wrong = std::get_if<int>(&profile))
        return *wrong;
    wish.cluster = std::get<ClusterProfile>(profile).name;
    if (wish.offline)
        return fromDisk(wish);
    HistoryCall call(std::get<ClusterProfile>(profile), wish);
    return QCoreApplication::exec();
}
} // namespace Ctl
