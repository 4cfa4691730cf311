// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/meaningwords.h"

#include <QHash>

#include <array>

namespace Core
{
namespace
{
// The first of these that an element has names it.
constexpr std::array<QStringView, 6> naming{u"vmid",    u"name",    u"ref",
                                            u"address", u"program", u"ringnumber"};

QString nameOf(const ConfElement &element)
{
    for (const QStringView attribute : naming) {
        if (const ConfAttribute *found = element.attribute(attribute))
            return found->value;
    }
    return {};
}

// The nearest element of that name around this one.
const ConfElement *around(const Document &document, int element, QStringView name)
{
    for (int at = document.elements().at(element).parent; at >= 0;
         at = document.elements().at(at).parent) {
        if (document.elements().at(at).name == name)
            return &document.elements().at(at);
    }
    return nullptr;
}

QString nameAround(const Document &document, int element, QStringView name)
{
    const ConfElement *found = around(document, element, name);
    return found ? shownValue(nameOf(*found)) : QString();
}

// The section of the file in which an element stands: the child of the root around it, or itself.
QString sectionOf(const Document &document, int element)
{
    int at = element;
    while (at > 0 && document.elements().at(at).parent > 0)
        at = document.elements().at(at).parent;
    return at > 0 ? document.elements().at(at).name : QString();
}

Effect ofTheDisk(QStringView attribute)
{
    static constexpr std::array<QStringView, 10> reread{
        u"status_file", u"scheduler", u"priority",   u"reboot",           u"stop_cman",
        u"io_timeout",  u"paranoid",  u"allow_kill", u"max_error_cycles", u"votes"};
    const bool live = std::find(reread.begin(), reread.end(), attribute) != reread.end();
    return live ? Effect::Live : Effect::QuorumDaemon;
}

Effect ofANode(const ConfElement &element, QStringView attribute, bool added)
{
    if (element.name != QStringLiteral("clusternode"))
        return element.name == QStringLiteral("altname") ? Effect::Cluster
                                                         : Effect::Live; // fencing
    if (attribute.isEmpty())
        return added ? Effect::Live : Effect::Cluster;
    return attribute == u"votes" ? Effect::Node : Effect::Cluster;
}
} // namespace

QString identityOf(const ConfElement &element)
{
    const QString name = nameOf(element);
    return name.isEmpty() ? element.name : element.name + u' ' + name;
}

bool isMereSection(const ConfElement &element)
{
    static constexpr std::array<QStringView, 6> sections{
        u"fencedevices", u"clusternodes", u"fence", u"unfence", u"resources", u"failoverdomains"};
    return std::find(sections.begin(), sections.end(), element.name) != sections.end();
}

Message subjectOf(const Document &document, int element)
{
    const ConfElement &there = document.elements().at(element);
    const QString name = shownValue(nameOf(there));
    if (there.name == QStringLiteral("cluster"))
        return message(QT_TRANSLATE_NOOP("Core", "cluster"));
    if (there.name == QStringLiteral("quorumd"))
        return message(QT_TRANSLATE_NOOP("Core", "quorum disk"));
    if (there.name == QStringLiteral("fencedevice"))
        return message(QT_TRANSLATE_NOOP("Core", "fence device %1"), {name});
    if (there.name == QStringLiteral("clusternode"))
        return message(QT_TRANSLATE_NOOP("Core", "node %1"), {name});
    if (there.name == QStringLiteral("method"))
        return message(QT_TRANSLATE_NOOP("Core", "method %1 of node %2"),
                       {name, nameAround(document, element, u"clusternode")});
    if (there.name == QStringLiteral("device"))
        return message(QT_TRANSLATE_NOOP("Core", "device %1 in method %2 of node %3"),
                       {name, nameAround(document, element, u"method"),
                        nameAround(document, element, u"clusternode")});
    if (there.name == QStringLiteral("pvevm"))
        return message(QT_TRANSLATE_NOOP("Core", "guest %1 under HA"), {name});
    if (there.name == QStringLiteral("failoverdomain"))
        return message(QT_TRANSLATE_NOOP("Core", "failover domain %1"), {name});
    if (there.name == QStringLiteral("failoverdomainnode"))
        return message(QT_TRANSLATE_NOOP("Core", "node %1 in failover domain %2"),
                       {name, nameAround(document, element, u"failoverdomain")});
    if (there.name == QStringLiteral("service"))
        return message(QT_TRANSLATE_NOOP("Core", "service %1"), {name});
    if (there.name == QStringLiteral("heuristic"))
        return message(QT_TRANSLATE_NOOP("Core", "heuristic “%1”"), {name});
    const QString tag = u'<' + there.name + u'>';
    return message("%1", {name.isEmpty() ? tag : tag + u' ' + name});
}

Argument attributeWords(const QString &name)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("ipaddr"), QT_TRANSLATE_NOOP("Core", "address")},
        {QStringLiteral("passwd"), QT_TRANSLATE_NOOP("Core", "password")},
        {QStringLiteral("password"), QT_TRANSLATE_NOOP("Core", "password")},
        {QStringLiteral("login"), QT_TRANSLATE_NOOP("Core", "user name")},
        {QStringLiteral("votes"), QT_TRANSLATE_NOOP("Core", "votes")},
        {QStringLiteral("delay"), QT_TRANSLATE_NOOP("Core", "delay")},
        {QStringLiteral("action"), QT_TRANSLATE_NOOP("Core", "action")},
        {QStringLiteral("agent"), QT_TRANSLATE_NOOP("Core", "agent")},
        {QStringLiteral("config_version"), QT_TRANSLATE_NOOP("Core", "version")},
        {QStringLiteral("autostart"), QT_TRANSLATE_NOOP("Core", "automatic start")},
        {QStringLiteral("priority"), QT_TRANSLATE_NOOP("Core", "priority")},
    };
    const char *known = words.value(name);
    return known ? Argument(MessageList{message(known)}) : Argument(name);
}

QString shownValue(const QString &value)
{
    constexpr qsizetype longest = 60;
    const QString line = value.simplified();
    return line.size() > longest ? line.first(longest - 1) + u'…' : line;
}

Effect effectOf(const Document &document, int element, QStringView attribute, bool added)
{
    const ConfElement &there = document.elements().at(element);
    const QString section = sectionOf(document, element);
    if (section.isEmpty())
        return attribute == u"config_version" ? Effect::Live : Effect::Cluster;
    if (there.name == QStringLiteral("rm") && attribute.isEmpty() && added)
        return Effect::ServiceManager;
    if (section == QStringLiteral("rm") || section == QStringLiteral("logging")
        || section == QStringLiteral("fencedevices"))
        return Effect::Live;
    if (section == QStringLiteral("clusternodes"))
        return ofANode(there, attribute, added);
    if (section == QStringLiteral("quorumd"))
        return there.name == section && !attribute.isEmpty() ? ofTheDisk(attribute)
                                                             : Effect::QuorumDaemon;
    const bool expected = section == QStringLiteral("cman") && attribute == u"expected_votes";
    return expected ? Effect::Live : Effect::Cluster;
}
} // namespace Core
