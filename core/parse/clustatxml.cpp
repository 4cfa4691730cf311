// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/clustat.h"
#include "core/parse/cursor.h"

#include <QHash>
#include <QXmlStreamReader>

#include <algorithm>

// clustat prints names as they are, without XML's escapes, and breaks a line inside the quorum tag
// when inquorate. So a strict reader goes first, and where it stops, one that knows how clustat
// writes attributes.
namespace Core
{
namespace
{
using Attributes = QHash<QString, QString>;

bool isOn(const Attributes &attributes, const char *key)
{
    return attributes.value(QString::fromLatin1(key)) == QStringLiteral("1");
}

std::optional<NodeName> ownerOf(const Attributes &attributes, const char *key)
{
    const QString name = attributes.value(QString::fromLatin1(key));
    if (name.isEmpty() || name == QStringLiteral("none") || name == QStringLiteral("unknown"))
        return std::nullopt;
    return NodeName(name);
}

std::optional<QDateTime> transition(const Attributes &attributes)
{
    const qint64 seconds = attributes.value(QStringLiteral("last_transition")).toLongLong();
    if (seconds <= 0) // never
        return std::nullopt;
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

ServiceState stateOf(const Attributes &attributes)
{
    const ServiceState state = serviceState(attributes.value(QStringLiteral("state")).toInt());
    return state != ServiceState::Unknown
        ? state
        : serviceState(attributes.value(QStringLiteral("state_str")).toUtf8());
}

constexpr int frozenFlag = 1; // RG_FLAG_FROZEN, rgmanager/include/resgroup.h
constexpr int partialFlag = 2; // RG_FLAG_PARTIAL

HaService serviceOf(const Attributes &attributes)
{
    HaService service;
    const int flags = attributes.value(QStringLiteral("flags")).toInt();
    service.name = ServiceName(attributes.value(QStringLiteral("name")));
    service.state = stateOf(attributes);
    service.owner = ownerOf(attributes, "owner");
    service.lastOwner = ownerOf(attributes, "last_owner");
    service.frozen = (flags & frozenFlag) != 0;
    service.partial = (flags & partialFlag) != 0;
    service.since = transition(attributes);
    return service;
}

std::optional<ClustatNode> nodeOf(const Attributes &attributes)
{
    bool ok = false;
    ClustatNode node;
    node.name = NodeName(attributes.value(QStringLiteral("name")));
    node.id = attributes.value(QStringLiteral("nodeid")).toInt(&ok, 0); // "0x00000001"
    node.online = isOn(attributes, "state");
    node.local = isOn(attributes, "local");
    node.estranged = isOn(attributes, "estranged");
    node.rgmanager = isOn(attributes, "rgmanager") || isOn(attributes, "rgmanager_master");
    node.quorumDisk = isOn(attributes, "qdisk");
    return ok ? std::optional(node) : std::nullopt;
}

// What stood in the place of something expected; none: all is well.
using Complaint = std::optional<Message>;

// The status, built element by element by either reader.
class StatusBuilder
{
public:
    Complaint begin(const QString &name, const Attributes &attributes)
    {
        if (m_status.nodes.size() + m_status.services.size() == maximumRows)
            return message(QT_TRANSLATE_NOOP("Core", "fewer rows"));
        if (name == QStringLiteral("clustat"))
            m_opened = true;
        else if (name == QStringLiteral("cluster"))
            m_status.cluster = attributes.value(QStringLiteral("name"));
        else if (name == QStringLiteral("groups"))
            m_status.rgmanagerAnswers = true;
        else if (name == QStringLiteral("quorum"))
            return beginQuorum(attributes.value(QStringLiteral("quorate")));
        else if (name == QStringLiteral("node"))
            return beginNode(attributes);
        else if (name == QStringLiteral("group"))
            return beginGroup(attributes);
        return {};
    }
    void end(const QString &name) { m_closed |= name == QStringLiteral("clustat"); }

    // What is missing once the text is at its end.
    Complaint missing() const
    {
        if (!m_opened || !m_closed)
            return message(QT_TRANSLATE_NOOP("Core", "the end of <clustat>"));
        if (!m_quorumSeen)
            return message(QT_TRANSLATE_NOOP("Core", "the element <quorum>"));
        return {};
    }
    const HaStatus &status() const { return m_status; }

private:
    Complaint beginQuorum(const QString &quorate)
    {
        if (quorate != QStringLiteral("0") && quorate != QStringLiteral("1"))
            return message(QT_TRANSLATE_NOOP("Core", "quorate=\"0\" or \"1\""));
        m_quorumSeen = true;
        m_status.quorate = quorate == QStringLiteral("1");
        return {};
    }
    Complaint beginNode(const Attributes &attributes)
    {
        const std::optional<ClustatNode> node = nodeOf(attributes);
        if (!node)
            return message(QT_TRANSLATE_NOOP("Core", "a name and a node number"));
        m_status.nodes.append(*node);
        return {};
    }
    Complaint beginGroup(const Attributes &attributes)
    {
        const HaService service = serviceOf(attributes);
        if (service.name.isEmpty())
            return message(QT_TRANSLATE_NOOP("Core", "the name of a service"));
        m_status.services.append(service);
        return {};
    }

    HaStatus m_status;
    bool m_opened = false;
    bool m_closed = false;
    bool m_quorumSeen = false;
};

// --- strict ---

Attributes attributesOf(const QXmlStreamReader &xml)
{
    Attributes attributes;
    for (const QXmlStreamAttribute &attribute : xml.attributes())
        attributes.insert(attribute.qualifiedName().toString(), attribute.value().toString());
    return attributes;
}

// Qt compares each attribute of a tag with all others of it; a hostile tag of megabytes would take
// minutes. No tag of clustat is that long.
bool hasShortTags(QByteArrayView text)
{
    constexpr qsizetype longestTag = 16 * 1024;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype next = text.indexOf('<', at + 1);
        if ((next < 0 ? text.size() : next) - at > longestTag)
            return false;
        at = next < 0 ? text.size() : next;
    }
    return true;
}

// None when it is not well-formed, or not as expected: then the other reader says where.
std::optional<HaStatus> readStrictly(QByteArrayView text)
{
    StatusBuilder builder;
    QXmlStreamReader xml(text.toByteArray());
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement())
            builder.end(xml.name().toString());
        if (xml.isStartElement() && builder.begin(xml.name().toString(), attributesOf(xml)))
            return std::nullopt;
    }
    return xml.hasError() || builder.missing() ? std::nullopt : std::optional(builder.status());
}

// --- as clustat writes ---

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
}
bool isSpace(char c)
{
    return isBlank(c) || c == '\n' || c == '\r';
}

// Walks over tags whose attribute values may hold anything: a value ends at a quote that is
// followed by the end of the tag or by a blank and another attribute.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text) : m_text(text) { }

    Expected<HaStatus> read()
    {
        StatusBuilder builder;
        while (toNextTag()) {
            if (Complaint complaint = readTag(builder))
                return failureHere(std::move(*complaint));
        }
        if (Complaint complaint = builder.missing())
            return failureHere(std::move(*complaint));
        return builder.status();
    }

private:
    char peek(qsizetype at) const { return at < m_text.size() ? m_text[at] : '\0'; }
    void skipSpaces()
    {
        while (isSpace(peek(m_at)))
            ++m_at;
    }
    QByteArrayView nameHere()
    {
        const qsizetype from = m_at;
        while (isNameByte(peek(m_at)))
            ++m_at;
        return m_text.sliced(from, m_at - from);
    }

    // To behind the next '<' of an element; declarations and comments are no elements.
    bool toNextTag()
    {
        for (;;) {
            m_at = m_text.indexOf('<', m_at);
            if (m_at < 0) {
                m_at = m_text.size();
                return false;
            }
            ++m_at;
            if (peek(m_at) == '/' || isNameByte(peek(m_at)))
                return true;
        }
    }

    Complaint readTag(StatusBuilder &builder)
    {
        if (peek(m_at) == '/') {
            ++m_at;
            builder.end(QString::fromLatin1(nameHere()));
            return {};
        }
        const QString name = QString::fromLatin1(nameHere());
        Attributes attributes;
        if (Complaint complaint = readAttributes(attributes))
            return complaint;
        return builder.begin(name, attributes);
    }

    bool atTagEnd() const { return peek(m_at) == '>' || m_text.sliced(m_at).startsWith("/>"); }

    Complaint readAttributes(Attributes &attributes)
    {
        for (skipSpaces(); !atTagEnd(); skipSpaces()) {
            const QString key = QString::fromLatin1(nameHere());
            if (key.isEmpty() || !m_text.sliced(m_at).startsWith("=\""))
                return message(QT_TRANSLATE_NOOP("Core", "an attribute"));
            m_at += 2;
            const qsizetype end = valueEnd();
            if (end < 0)
                return message(QT_TRANSLATE_NOOP("Core", "a closing quote"));
            attributes.insert(key, QString::fromUtf8(m_text.sliced(m_at, end - m_at)));
            m_at = end + 1;
        }
        return {};
    }

    // No value of clustat is longer than this; without a bound a text full of quotes would be
    // searched again and again.
    static constexpr qsizetype longestValue = 4096;

    qsizetype valueEnd() const
    {
        const qsizetype last = std::min(m_text.size(), m_at + longestValue);
        for (qsizetype at = m_at; at < last; ++at) {
            if (m_text[at] == '"' && closesValue(at + 1))
                return at;
        }
        return -1;
    }
    bool closesValue(qsizetype at) const
    {
        if (peek(at) == '>' || (peek(at) == '/' && peek(at + 1) == '>'))
            return true;
        const qsizetype blank = at;
        while (isSpace(peek(at)))
            ++at;
        const qsizetype name = at;
        while (isNameByte(peek(at)))
            ++at;
        return name > blank && at > name && peek(at) == '=' && peek(at + 1) == '"';
    }

    tl::unexpected<Error> failureHere(Message expected) const
    {
        const QByteArrayView before = m_text.first(m_at);
        const qsizetype lineStart = before.lastIndexOf('\n') + 1;
        const qsizetype lineEnd = m_text.indexOf('\n', m_at);
        const qsizetype size = (lineEnd < 0 ? m_text.size() : lineEnd) - lineStart;
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        return parseFailure(int(line), int(m_at - lineStart) + 1, std::move(expected),
                            m_text.sliced(lineStart, size));
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};
} // namespace

Expected<HaStatus> parseClustatXml(QByteArrayView text)
{
    // The strict reader holds the text in UTF-16, twice; the other one holds none of it.
    constexpr qsizetype longestStrict = 4 * 1024 * 1024;
    // A remark may stand in front; the declaration must not have anything before it.
    const QByteArrayView xml = text.sliced(std::max<qsizetype>(0, text.indexOf('<')));
    if (xml.size() <= longestStrict && hasShortTags(xml)) {
        if (std::optional<HaStatus> status = readStrictly(xml))
            return std::move(*status);
    }
    return Scanner(text).read();
}
} // namespace Core
