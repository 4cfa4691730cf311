// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/clustat.h"

#include "core/parse/cursor.h"

namespace Core
{
namespace
{
struct Word {
    QByteArrayView text;
    int column = 1;
};

QList<Word> wordsOf(QByteArrayView line)
{
    QList<Word> words;
    Cursor cursor(line);
    for (cursor.skipBlanks(); !cursor.atEnd(); cursor.skipBlanks()) {
        const int column = cursor.column();
        words.append({cursor.word(), column});
    }
    return words;
}

// --- the head ---

// "Cluster Status for NAME @ Thu Nov 26 10:17:58 2015"; some releases print no date.
QString clusterName(QByteArrayView line)
{
    const QByteArrayView tail = line.sliced(QByteArrayView("Cluster Status for ").size());
    const qsizetype date = tail.lastIndexOf(" @ ");
    return QString::fromUtf8(withoutBlanks(date < 0 ? tail : tail.first(date)));
}

Expected<bool> readQuorate(Cursor cursor)
{
    cursor.skipPast("Member Status:");
    cursor.skipBlanks();
    const QByteArrayView word = cursor.word();
    if (word != "Quorate" && word != "Inquorate")
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "“Quorate” or “Inquorate”")));
    return word == "Quorate";
}

// --- members ---

bool isStatusWord(QByteArrayView word)
{
    return word == "Online" || word == "Offline" || word == "Online," || word == "Offline,";
}

// Status words behind Online or Offline: "Local, rgmanager", "Quorum Disk", "Estranged".
void readStatus(QByteArrayView status, ClustatNode &node)
{
    node.online = status.startsWith("Online");
    for (QByteArrayView word : status.toByteArray().split(',')) {
        word = withoutBlanks(word);
        node.local |= word == "Local";
        node.estranged |= word == "Estranged";
        node.rgmanager |= word == "rgmanager" || word == "RG-Master" || word == "RG-Worker";
        node.quorumDisk |= word == "Quorum Disk";
    }
}

// NAME [ID] STATUS. The name of a quorum disk is its label, which may hold blanks, so the row is
// read from the status word backwards. RHCS 4 has no ID column.
Expected<ClustatNode> readMember(const Lines &lines, bool withId)
{
    const QList<Word> words = wordsOf(lines.line());
    qsizetype status = 1;
    while (status < words.size() && !isStatusWord(words[status].text))
        ++status;
    if (status >= words.size())
        return lines.failure(int(lines.line().size()) + 1,
                             message(QT_TRANSLATE_NOOP("Core", "“Online” or “Offline”")));
    ClustatNode node;
    qsizetype nameEnd = status;
    if (withId) {
        --nameEnd;
        const std::optional<int> id = number<int>(words[nameEnd].text);
        if (!id || nameEnd == 0)
            return lines.failure(words[nameEnd].column,
                                 message(QT_TRANSLATE_NOOP("Core", "a name and a node number")));
        node.id = *id;
    }
    const int from = words.front().column - 1;
    const Word &last = words[nameEnd - 1];
    const qsizetype size = last.column - 1 + last.text.size() - from;
    node.name = NodeName(QString::fromUtf8(lines.line().sliced(from, size)));
    readStatus(lines.line().sliced(words[status].column - 1), node);
    return node;
}

// --- services ---

std::optional<NodeName> ownerName(QByteArrayView word)
{
    if (word.isEmpty() || word == "none" || word == "unknown")
        return std::nullopt;
    return NodeName(QString::fromUtf8(word));
}

// "(node1)" is the last owner of a service that nobody runs; rgmanager cuts it inside.
void readOwner(QByteArrayView word, HaService &service)
{
    if (!word.startsWith('(')) {
        service.owner = ownerName(word);
        return;
    }
    word = word.sliced(1);
    if (word.endsWith(')'))
        word.chop(1);
    service.lastOwner = ownerName(word);
}

// "[Z]", "[P]", "[ZP]", the closing bracket lost when the column was too narrow.
void readFlags(QByteArrayView word, HaService &service)
{
    service.frozen = word.contains('Z');
    service.partial = word.contains('P');
}

// "started", "started [Z]" or "started[Z]": takes these words off the end of the row.
void takeState(QList<Word> &words, HaService &service)
{
    const qsizetype atLeast = 2; // name and owner always stand there
    if (words.size() > atLeast && words.back().text.startsWith('['))
        readFlags(words.takeLast().text, service);
    if (words.size() <= atLeast)
        return;
    QByteArrayView state = words.back().text;
    if (const qsizetype bracket = state.indexOf('['); bracket > 0) {
        readFlags(state.sliced(bracket), service);
        state = state.first(bracket);
    }
    service.state = serviceState(state);
    words.removeLast();
}

Expected<HaService> readService(const Lines &lines)
{
    QList<Word> words = wordsOf(lines.line());
    if (words.size() < 2)
        return lines.failure(int(lines.line().size()) + 1,
                             message(QT_TRANSLATE_NOOP("Core", "a service, its owner and state")));
    HaService service;
    takeState(words, service);
    const Word owner = words.takeLast();
    const int from = words.front().column - 1;
    const Word &last = words.back();
    const qsizetype size = last.column - 1 + last.text.size() - from;
    service.name = ServiceName(QString::fromUtf8(lines.line().sliced(from, size)));
    readOwner(owner.text, service);
    return service;
}

// --- the whole ---

enum class Part : quint8 { Head, MembersWithId, MembersWithoutId, Services };

std::optional<Part> partBegunBy(QByteArrayView line)
{
    if (line.startsWith("Member Name"))
        return line.contains(" ID ") ? Part::MembersWithId : Part::MembersWithoutId;
    if (line.startsWith("Service Name"))
        return Part::Services;
    return std::nullopt;
}

// Sentences clustat prints in place of a table or, without quorum, in front of everything, -x or
// not.
bool isRemark(QByteArrayView line)
{
    return line.startsWith("Service states unavailable:")
        || line.startsWith("Resource Group Manager not running")
        || line.startsWith("Membership information not available")
        || line.startsWith("Timed out waiting for a response from Resource Group Manager");
}

class TextReader
{
public:
    explicit TextReader(QByteArrayView text) : m_lines(text) { }

    Expected<HaStatus> read()
    {
        while (m_lines.next()) {
            if (Expected<void> line = readLine(withoutBlanks(m_lines.line())); !line)
                return tl::unexpected(line.error());
        }
        if (!m_quorumSeen)
            return m_lines.failure(1,
                                   message(QT_TRANSLATE_NOOP("Core", "a line “%1”"),
                                           {QStringLiteral("Member Status:")}));
        return m_status;
    }

private:
    Expected<void> readLine(QByteArrayView line)
    {
        if (line.isEmpty() || line.startsWith("----") || isRemark(line))
            return {};
        if (const std::optional<Part> begun = partBegunBy(line)) {
            m_part = *begun;
            m_status.rgmanagerAnswers |= m_part == Part::Services;
            return {};
        }
        if (m_status.nodes.size() + m_status.services.size() == maximumRows)
            return m_lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "fewer rows")));
        switch (m_part) {
        case Part::Head:
            return readHead(line);
        case Part::MembersWithId:
        case Part::MembersWithoutId:
            return readMember(m_lines, m_part == Part::MembersWithId)
                .map([this](const ClustatNode &node) { m_status.nodes.append(node); });
        case Part::Services:
            return readService(m_lines).map(
                [this](const HaService &service) { m_status.services.append(service); });
        }
        return {};
    }

    Expected<void> readHead(QByteArrayView line)
    {
        if (line.startsWith("Cluster Status for ")) {
            m_status.cluster = clusterName(line);
            return {};
        }
        if (!line.startsWith("Member Status:"))
            return m_lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "the head of clustat")));
        m_quorumSeen = true;
        return readQuorate(m_lines.cursor()).map([this](bool quorate) {
            m_status.quorate = quorate;
        });
    }

    Lines m_lines;
    HaStatus m_status;
    Part m_part = Part::Head;
    bool m_quorumSeen = false;
};
} // namespace

Expected<HaStatus> parseClustatText(QByteArrayView text)
{
    return TextReader(text).read();
}

Expected<HaStatus> parseClustat(QByteArrayView text)
{
    Lines lines(text);
    QByteArrayView first;
    while (first.isEmpty() && lines.next()) {
        first = withoutBlanks(lines.line());
        if (isRemark(first))
            first = {};
    }
    return first.startsWith('<') ? parseClustatXml(text) : parseClustatText(text);
}
} // namespace Core
