// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/recipes.h"

#include "core/clusterconf/draft.h"
#include "core/clusterconf/numbers.h"
#include "core/clusterconf/quorumtiming.h"

#include <algorithm>

namespace Core
{
namespace
{
using Attributes = QList<std::pair<QString, QString>>;

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

Message activation()
{
    return message(
        QT_TRANSLATE_NOOP("Core", "activate this configuration, and see its version on each node"));
}

// XML wants a letter first, and fence devices are found by this name.
QString deviceName(const Draft &draft, const QString &node)
{
    QString name = QStringLiteral("ipmi-");
    for (const QChar c : node)
        name += c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.' ? c : QChar(u'-');
    QString free = name;
    for (int i = 2; draft.deviceNamed(free) >= 0; ++i)
        free = name + u'-' + QString::number(i);
    return free;
}

QString methodName(const Draft &draft, int node)
{
    QStringList names;
    for (const int method : draft.methodsOf(node))
        names << draft.at(method).value(u"name");
    int number = 1;
    while (names.contains(QString::number(number)))
        ++number;
    return QString::number(number);
}

// Behind the methods that are there, in the <fence> of the node, which is made when missing.
void addMethod(Draft &draft, const QString &nodeName, const QList<NewElement> &devices)
{
    const int node = draft.node(nodeName);
    const NewElement method{latin("method"), {{latin("name"), methodName(draft, node)}}, devices};
    const QList<int> fences = draft.document().children(node, u"fence");
    if (fences.isEmpty())
        draft.insert(node, {latin("fence"), {}, {method}});
    else
        draft.insert(fences.first(), method);
}

bool knows(Draft &draft, const NodeName &node)
{
    if (draft.node(node.text()) >= 0)
        return true;
    draft.refuse(message(QT_TRANSLATE_NOOP("Core", "no node is called %1 here"), {node.text()}));
    return false;
}

void addBmc(Draft &draft, const BmcOfNode &bmc)
{
    if (!knows(draft, bmc.node))
        return;
    if (!draft.methodsOf(draft.node(bmc.node.text())).isEmpty()) {
        draft.refuse(
            message(QT_TRANSLATE_NOOP("Core", "%1 has a fence method already"), {bmc.node.text()}));
        return;
    }
    const QString name = deviceName(draft, bmc.node.text());
    const Attributes attributes{
        {latin("agent"), latin("fence_ipmilan")}, {latin("name"), name},
        {latin("ipaddr"), bmc.address},           {latin("login"), bmc.login},
        {latin("passwd"), bmc.password},          {latin("lanplus"), latin("1")}};
    draft.insert(draft.section("fencedevices", "clusternodes"),
                 {latin("fencedevice"), attributes, {}});
    addMethod(draft, bmc.node.text(), {{latin("device"), {{latin("name"), name}}, {}}});
}

int guestIndex(const Draft &draft, int vmid)
{
    const int rm = draft.indexOf({u"rm"});
    const QList<int> guests = rm < 0 ? QList<int>() : draft.document().children(rm, u"pvevm");
    const auto found = std::find_if(guests.begin(), guests.end(), [&](int guest) {
        return leadingNumber(draft.at(guest).value(u"vmid")) == vmid;
    });
    return found == guests.end() ? -1 : *found;
}

int firstUse(const Draft &draft, int node)
{
    for (const int method : draft.methodsOf(node)) {
        const QList<int> uses = draft.document().children(method, u"device");
        return uses.isEmpty() ? -1 : uses.first();
    }
    return -1;
}
} // namespace

Expected<Recipe> fencedByBmc(const Document &document, const QList<BmcOfNode> &bmcs,
                             quint32 highestKnown)
{
    Draft draft(document);
    QList<Message> steps;
    for (const BmcOfNode &bmc : bmcs) {
        addBmc(draft, bmc);
        steps << message(QT_TRANSLATE_NOOP("Core",
                                           "ask the BMC %1 of %2 for the power state from the "
                                           "other node, with fence_ipmilan -o status"),
                         {bmc.address, bmc.node.text()});
    }
    steps << message(QT_TRANSLATE_NOOP(
        "Core", "set FENCE_JOIN=\"yes\" in /etc/default/redhat-cluster-pve on each node"))
          << activation()
          << message(QT_TRANSLATE_NOOP("Core",
                                       "let each node join the fence domain (fence_tool join), and "
                                       "see both in fence_tool ls"))
          << message(QT_TRANSLATE_NOOP(
                 "Core", "fence each node once while it holds no guest, and see it come back"));
    return draft.finished(highestKnown, steps);
}

namespace
{
// What a quorum disk cannot be added to.
void refuseForDisk(Draft &draft)
{
    if (draft.nodes().size() != 2)
        draft.refuse(message(QT_TRANSLATE_NOOP("Core", "this is for a cluster of two nodes")));
    if (draft.indexOf({u"quorumd"}) >= 0)
        draft.refuse(message(QT_TRANSLATE_NOOP("Core", "there is a quorum disk already")));
    for (const int node : draft.nodes()) {
        if (draft.methodsOf(node).isEmpty())
            draft.refuse(
                message(QT_TRANSLATE_NOOP("Core", "%1 cannot be fenced yet: add its fencing first"),
                        {draft.at(node).value(u"name")}));
    }
}

// Behind <cman>, as people know it.
void addDisk(Draft &draft, const QuorumDiskWish &wish)
{
    Attributes attributes{{latin("votes"), latin("1")},
                          {latin("interval"), latin("1")},
                          {latin("tko"), latin("10")},
                          {latin("label"), wish.label}};
    if (wish.masterWins)
        attributes.append({latin("master_wins"), latin("1")});
    const QList<int> &sections = draft.document().root().children;
    const qsizetype cman = sections.indexOf(draft.indexOf({u"cman"}));
    const int before = cman + 1 < sections.size() ? sections.at(cman + 1) : -1;
    draft.insert(0, {latin("quorumd"), attributes, {}}, before);
}

void raiseToken(Draft &draft, std::chrono::milliseconds token)
{
    draft.section("totem", "quorumd");
    const int totem = draft.indexOf({u"totem"});
    const qint64 there = leadingNumber(draft.at(totem).value(u"token")).value_or(0);
    if (there < token.count())
        draft.set(totem, "token", QString::number(token.count()));
    if (const auto timing = quorumTiming(draft.document());
        timing && (timing->refused() || timing->tight()))
        draft.set(totem, "token", QString::number(timing->advisedToken().count()));
}

// Each node tells of the disk's vote.
QList<Message> restartsInTurn(const Draft &draft)
{
    QList<Message> steps{
        message(QT_TRANSLATE_NOOP("Core",
                                  "see qdiskd run and “Quorum device votes: 1” in cman_tool status "
                                  "on both nodes before anything is restarted"))};
    for (const int node : draft.nodes()) {
        const QString name = draft.at(node).value(u"name");
        steps << message(
            QT_TRANSLATE_NOOP("Core",
                              "on %1 stop rgmanager and cman, start both again (never cman "
                              "reload), and see 3 votes of 3 on both nodes before the next"),
            {name});
    }
    return steps;
}

// With master_wins only the master has the disk's vote (qdisk(5)): the other node goes first, and
// the vote is moved before the master does.
QList<Message> restartsMasterLast()
{
    return {message(QT_TRANSLATE_NOOP(
                "Core",
                "see qdiskd run on both nodes, and “Quorum device votes: 1” in cman_tool status of "
                "its master (with master_wins the other node does not have it)")),
            message(QT_TRANSLATE_NOOP(
                "Core",
                "on the node that is not the master stop rgmanager and cman, start both again "
                "(never cman reload), and see both nodes quorate")),
            message(QT_TRANSLATE_NOOP(
                "Core",
                "on the master stop qdiskd and see “Quorum device votes: 1” on the other node; "
                "then stop its rgmanager and cman, start both again, and see both quorate"))};
}

// Rule 3 of the trade: never by "cman reload", and never without the disk's vote seen.
QList<Message> stepsOfTheDisk(const Draft &draft, const QuorumDiskWish &wish)
{
    QList<Message> steps{
        message(QT_TRANSLATE_NOOP("Core", "see the label %1 on both nodes, with mkqdisk -L"),
                {wish.label}),
        message(QT_TRANSLATE_NOOP("Core", "disable the guests under HA (clusvcadm -d): they stop")),
        activation()};
    steps += wish.masterWins ? restartsMasterLast() : restartsInTurn(draft);
    steps << message(QT_TRANSLATE_NOOP(
        "Core", "see the quorum disk in clustat, then enable the guests again (clusvcadm -e)"));
    return steps;
}
} // namespace

Expected<Recipe> withQuorumDisk(const Document &document, const QuorumDiskWish &wish,
                                quint32 highestKnown)
{
    Draft draft(document);
    refuseForDisk(draft);
    if (wish.label.trimmed().isEmpty())
        draft.refuse(message(QT_TRANSLATE_NOOP("Core", "the quorum disk needs its label")));
    if (draft.failed())
        return draft.finished(highestKnown, {});
    draft.section("cman");
    draft.remove(draft.indexOf({u"cman"}), "two_node");
    draft.set(draft.indexOf({u"cman"}), "expected_votes", latin("3"));
    for (const int node : draft.nodes()) {
        if (const ConfAttribute *votes = draft.at(node).attribute(u"votes");
            votes && votes->value != latin("1"))
            draft.set(node, "votes", latin("1"));
    }
    addDisk(draft, wish);
    raiseToken(draft, wish.token);
    return draft.finished(highestKnown, stepsOfTheDisk(draft, wish));
}

Expected<Recipe> withGuestUnderHa(const Document &document, int vmid, quint32 highestKnown)
{
    Draft draft(document);
    const QString number = QString::number(vmid);
    if (vmid <= 0)
        draft.refuse(
            message(QT_TRANSLATE_NOOP("Core", "“%1” is not the number of a guest"), {number}));
    if (guestIndex(draft, vmid) >= 0)
        draft.refuse(message(QT_TRANSLATE_NOOP("Core", "guest %1 is under HA already"), {number}));
    if (!draft.failed())
        draft.insert(
            draft.section("rm"),
            {latin("pvevm"), {{latin("autostart"), latin("1")}, {latin("vmid"), number}}, {}});
    return draft.finished(
        highestKnown,
        {message(QT_TRANSLATE_NOOP("Core",
                                   "see that the disks of guest %1 are on storage of both nodes, "
                                   "and no ISO is attached"),
                 {number}),
         activation(),
         message(QT_TRANSLATE_NOOP("Core",
                                   "see pvevm:%1 started in clustat, with rgmanager on both nodes"),
                 {number})});
}

Expected<Recipe> withoutGuestUnderHa(const Document &document, int vmid, quint32 highestKnown)
{
    Draft draft(document);
    const QString number = QString::number(vmid);
    const int guest = guestIndex(draft, vmid);
    if (guest < 0)
        draft.refuse(message(QT_TRANSLATE_NOOP("Core", "guest %1 is not under HA"), {number}));
    else
        draft.apply({removeElement(draft.document(), guest)});
    return draft.finished(
        highestKnown,
        {activation(),
         message(QT_TRANSLATE_NOOP("Core",
                                   "see whether guest %1 still runs, and start it if not: "
                                   "rgmanager may stop what it lets go"),
                 {number})});
}

Expected<Recipe> withProtectedNode(const Document &document, const NodeName &node,
                                   std::chrono::seconds delay, quint32 highestKnown)
{
    Draft draft(document);
    if (draft.nodes().size() != 2)
        draft.refuse(message(QT_TRANSLATE_NOOP("Core", "this is for a cluster of two nodes")));
    if (draft.failed() || !knows(draft, node))
        return draft.finished(highestKnown, {});
    for (const qsizetype place : {0, 1}) {
        const int one = draft.nodes().at(place);
        const int use = firstUse(draft, one);
        const QString name = draft.at(one).value(u"name");
        if (use < 0) {
            draft.refuse(
                message(QT_TRANSLATE_NOOP("Core", "%1 cannot be fenced yet: add its fencing first"),
                        {name}));
            break;
        }
        const int device = draft.deviceNamed(draft.at(use).value(u"name"));
        const bool onDevice = device >= 0 && draft.at(device).attribute(u"delay");
        if (name == node.text())
            draft.set(onDevice ? device : use, "delay", QString::number(delay.count()));
        else
            draft.remove(onDevice ? device : use, "delay");
    }
    return draft.finished(
        highestKnown,
        {activation(),
         message(QT_TRANSLATE_NOOP(
                     "Core",
                     "change it when the guests move: the delay protects %1, wherever they run"),
                 {node.text()})});
}

Expected<Recipe> withSecondMethod(const Document &document, const QList<PowerStrip> &strips,
                                  const QList<OutletsOfNode> &nodes, quint32 highestKnown)
{
    Draft draft(document);
    for (const PowerStrip &strip : strips) {
        Attributes attributes{{latin("agent"), strip.agent},
                              {latin("name"), strip.name},
                              {latin("ipaddr"), strip.address}};
        if (!strip.login.isEmpty())
            attributes << std::pair(latin("login"), strip.login)
                       << std::pair(latin("passwd"), strip.password);
        if (draft.deviceNamed(strip.name) < 0)
            draft.insert(draft.section("fencedevices", "clusternodes"),
                         {latin("fencedevice"), attributes, {}});
    }
    for (const OutletsOfNode &node : nodes) {
        if (!knows(draft, node.node))
            break;
        QList<NewElement> devices;
        for (const char *action : {"off", "on"}) {
            for (const auto &[strip, outlet] : node.outlets)
                devices.append({latin("device"),
                                {{latin("name"), strip},
                                 {latin("port"), outlet},
                                 {latin("action"), latin(action)}},
                                {}});
        }
        addMethod(draft, node.node.text(), devices);
    }
    return draft.finished(
        highestKnown,
        {message(QT_TRANSLATE_NOOP("Core",
                                   "ask each power strip for the state of each outlet from both "
                                   "nodes, and see that they are those of the right server")),
         activation(),
         message(QT_TRANSLATE_NOOP("Core",
                                   "fence each node once by the second method while it holds no "
                                   "guest: pull the network of its BMC first"))});
}
} // namespace Core
