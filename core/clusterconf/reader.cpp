// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/reader.h"

#include "core/clusterconf/numbers.h"

#include <QHash>

namespace Core
{
namespace
{
std::optional<int> numberOf(const ConfElement &element, QStringView attribute)
{
    return leadingNumber(element.value(attribute));
}

std::optional<bool> switchOf(const ConfElement &element, QStringView attribute)
{
    const std::optional<int> value = numberOf(element, attribute);
    return value ? std::optional(*value != 0) : std::nullopt;
}

// The first of several spellings that is there.
QString firstOf(const ConfElement &element, const QList<QStringView> &spellings)
{
    for (const QStringView spelling : spellings) {
        if (const ConfAttribute *attribute = element.attribute(spelling))
            return attribute->value;
    }
    return {};
}

using Values = QHash<QString, QString>;

class ConfigReader
{
public:
    explicit ConfigReader(const Document &document) : m_document(document) { collectUses(); }

    ClusterConfig read() const
    {
        ClusterConfig config;
        const ConfElement &root = m_document.root();
        config.name = root.value(u"name");
        config.version = configVersionOf(m_document);
        if (const ConfElement *cman = m_document.find({u"cman"})) {
            config.twoNode = switchOf(*cman, u"two_node").value_or(false);
            config.expectedVotes = numberOf(*cman, u"expected_votes");
        }
        if (const ConfElement *totem = m_document.find({u"totem"})) {
            if (const std::optional<int> token = numberOf(*totem, u"token"))
                config.totemToken = std::chrono::milliseconds(*token);
        }
        config.quorumDisk = quorumDisk();
        config.nodes = nodes();
        config.fenceDevices = fenceDevices();
        config.haGuests = haGuests();
        return config;
    }

    QList<FenceSecret> secrets() const
    {
        QList<FenceSecret> found;
        for (const int index : all({u"fencedevices", u"fencedevice"})) {
            const ConfElement &device = m_document.elements().at(index);
            const QString password = deviceValue(device, {u"passwd", u"password"});
            if (!password.isEmpty())
                found.append({device.value(u"name"), password});
        }
        return found;
    }

private:
    // Every element at a path below the root, since nothing forbids a section twice.
    QList<int> all(const QList<QStringView> &path) const
    {
        QList<int> at{0};
        for (const QStringView name : path) {
            QList<int> next;
            for (const int index : at)
                next += m_document.children(index, name);
            at = next;
        }
        return at;
    }

    std::optional<QuorumDisk> quorumDisk() const
    {
        const QList<int> found = all({u"quorumd"});
        if (found.isEmpty())
            return std::nullopt;
        const ConfElement &element = m_document.elements().at(found.first());
        QuorumDisk disk;
        disk.label = element.value(u"label");
        disk.device = element.value(u"device");
        disk.interval = numberOf(element, u"interval");
        disk.tko = numberOf(element, u"tko");
        disk.votes = numberOf(element, u"votes");
        disk.allowKill = switchOf(element, u"allow_kill");
        disk.masterWins = switchOf(element, u"master_wins");
        disk.heuristics = int(m_document.children(found.first(), u"heuristic").size());
        return disk;
    }

    QList<ConfiguredNode> nodes() const
    {
        QList<ConfiguredNode> found;
        for (const int index : all({u"clusternodes", u"clusternode"})) {
            const ConfElement &element = m_document.elements().at(index);
            ConfiguredNode node;
            node.name = NodeName(element.value(u"name"));
            node.id = numberOf(element, u"nodeid").value_or(0);
            node.votes = numberOf(element, u"votes").value_or(1);
            node.methods = methods(index);
            found.append(node);
        }
        return found;
    }

    QList<FenceMethod> methods(int node) const
    {
        QList<FenceMethod> found;
        for (const int fence : m_document.children(node, u"fence")) {
            for (const int index : m_document.children(fence, u"method"))
                found.append({m_document.elements().at(index).value(u"name"), uses(index)});
        }
        return found;
    }

    QList<FenceDeviceUse> uses(int method) const
    {
        QList<FenceDeviceUse> found;
        for (const int index : m_document.children(method, u"device")) {
            const ConfElement &device = m_document.elements().at(index);
            // "option" is the older spelling, which agents still take.
            found.append({device.value(u"name"), firstOf(device, {u"action", u"option"})});
        }
        return found;
    }

    void collectUses()
    {
        for (const int index :
             all({u"clusternodes", u"clusternode", u"fence", u"method", u"device"})) {
            const ConfElement &device = m_document.elements().at(index);
            const auto known = m_agreed.find(device.value(u"name"));
            if (known == m_agreed.end())
                m_agreed.insert(device.value(u"name"), valuesOf(device));
            else
                keepAgreed(*known, device);
        }
    }

    static Values valuesOf(const ConfElement &element)
    {
        Values values;
        for (const ConfAttribute &attribute : element.attributes)
            values.insert(attribute.name, attribute.value);
        return values;
    }
    static void keepAgreed(Values &values, const ConfElement &other)
    {
        values.removeIf([&](const Values::iterator &value) {
            const ConfAttribute *attribute = other.attribute(value.key());
            return !attribute || attribute->value != value.value();
        });
    }

    // The value of <fencedevice>, or the one that all its uses agree upon.
    QString deviceValue(const ConfElement &device, const QList<QStringView> &spellings) const
    {
        QString own = firstOf(device, spellings);
        const auto agreed = m_agreed.constFind(device.value(u"name"));
        if (!own.isEmpty() || agreed == m_agreed.constEnd())
            return own;
        for (const QStringView spelling : spellings) {
            if (const auto value = agreed->constFind(spelling.toString());
                value != agreed->constEnd())
                return *value;
        }
        return {};
    }

    // The C agent takes its presence for yes, whatever the value.
    bool saysLanplus(const ConfElement &device) const
    {
        return device.attribute(u"lanplus")
            || m_agreed.value(device.value(u"name")).contains(QStringLiteral("lanplus"));
    }

    FenceDevice fenceDevice(const ConfElement &element) const
    {
        FenceDevice device;
        device.name = element.value(u"name");
        device.agent = element.value(u"agent");
        device.address = deviceValue(element, {u"ipaddr", u"ip"});
        device.port = leadingNumber(deviceValue(element, {u"ipport"}));
        device.login = deviceValue(element, {u"login", u"username"});
        device.lanplus = saysLanplus(element);
        device.privilege = deviceValue(element, {u"privlvl"}).toLower();
        device.delay = leadingNumber(deviceValue(element, {u"delay"}));
        device.method = deviceValue(element, {u"method"});
        device.action = firstOf(element, {u"action", u"option"});
        return device;
    }

    QList<FenceDevice> fenceDevices() const
    {
        QList<FenceDevice> found;
        for (const int index : all({u"fencedevices", u"fencedevice"}))
            found.append(fenceDevice(m_document.elements().at(index)));
        return found;
    }

    // A guest without a number cannot be told from another, and rgmanager starts none.
    QList<HaGuest> haGuests() const
    {
        QList<HaGuest> found;
        for (const int index : all({u"rm", u"pvevm"})) {
            const ConfElement &element = m_document.elements().at(index);
            const QString autostart = element.value(u"autostart");
            const bool off
                = autostart.startsWith(u'0') || autostart.compare(u"no", Qt::CaseInsensitive) == 0;
            if (const std::optional<int> vmid = numberOf(element, u"vmid"))
                found.append({*vmid, !off});
        }
        return found;
    }

    const Document &m_document;
    QHash<QString, Values> m_agreed; // by device: the attributes all its uses have alike
};

Expected<Document> clusterDocument(QByteArrayView text)
{
    Expected<Document> document = Document::fromBytes(text);
    if (document && document->root().name != QStringLiteral("cluster"))
        return failure(ErrorKind::ParseFailed,
                       message(QT_TRANSLATE_NOOP("Core", "line %1, column %2: %3"),
                               {QString::number(document->span(document->root().startTag).line),
                                QString::number(document->span(document->root().startTag).column),
                                MessageList{message(QT_TRANSLATE_NOOP(
                                    "Core", "the first element of cluster.conf is “<cluster>”"))}}),
                       document->root().name);
    return document;
}
} // namespace

ClusterConfig clusterConfigOf(const Document &document)
{
    return ConfigReader(document).read();
}

// pmxcfs ignores a file whose version it reads as 0.
std::optional<quint32> configVersionOf(const Document &document)
{
    const std::optional<int> number = numberOf(document.root(), u"config_version");
    return number && *number > 0 ? std::optional(quint32(*number)) : std::nullopt;
}

Expected<ClusterConfig> readClusterConfig(QByteArrayView text)
{
    return clusterDocument(text).map(clusterConfigOf);
}

Expected<QList<FenceSecret>> fenceSecrets(QByteArrayView text)
{
    return clusterDocument(text).map(
        [](const Document &document) { return ConfigReader(document).secrets(); });
}
} // namespace Core
