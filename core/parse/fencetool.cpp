// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/fencetool.h"

#include "core/parse/cursor.h"

#include <array>

namespace Core
{
namespace
{
FenceWait fenceWait(QByteArrayView word)
{
    for (const FenceWait wait :
         {FenceWait::None, FenceWait::Quorum, FenceWait::Messages, FenceWait::Fencing}) {
        if (QString::fromLatin1(word) == Core::word(wait))
            return wait;
    }
    return FenceWait::Unknown;
}

FencedHow fencedHow(QByteArrayView word)
{
    constexpr std::array words{
        std::pair{QByteArrayView("none"), FencedHow::None},
        std::pair{QByteArrayView("agent"), FencedHow::Agent},
        std::pair{QByteArrayView("member"), FencedHow::Member},
        std::pair{QByteArrayView("override"), FencedHow::Override},
        std::pair{QByteArrayView("external"), FencedHow::External},
    };
    for (const auto &[text, how] : words) {
        if (text == word)
            return how;
    }
    return FencedHow::Unknown;
}

Expected<void> readNumber(Cursor &cursor, int &into)
{
    cursor.skipBlanks();
    const std::optional<int> value = cursor.number<int>();
    if (!value || (!cursor.atEnd() && !isBlank(cursor.peek())))
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a number")));
    into = *value;
    return {};
}

Expected<void> readMembers(Cursor &cursor, FenceDomain &domain)
{
    domain.members.clear();
    for (cursor.skipBlanks(); !cursor.atEnd(); cursor.skipBlanks()) {
        int id = 0;
        if (Expected<void> read = readNumber(cursor, id); !read)
            return read;
        domain.members.append(id);
    }
    return {};
}

Expected<void> readWait(Cursor &cursor, FenceDomain &domain)
{
    cursor.skipBlanks();
    if (cursor.atEnd())
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a wait state")));
    domain.wait = fenceWait(withoutBlanks(cursor.rest()));
    return {};
}

struct DomainKey {
    QByteArrayView key;
    Expected<void> (*read)(Cursor &, FenceDomain &);
};
const std::array domainKeys{
    DomainKey{"member count",
              [](Cursor &c, FenceDomain &d) { return readNumber(c, d.memberCount); }},
    DomainKey{"victim count",
              [](Cursor &c, FenceDomain &d) { return readNumber(c, d.victimCount); }},
    DomainKey{"victim now", [](Cursor &c, FenceDomain &d) { return readNumber(c, d.victimNow); }},
    DomainKey{"master nodeid", [](Cursor &c, FenceDomain &d) { return readNumber(c, d.masterId); }},
    DomainKey{"wait state", readWait},
    DomainKey{"members", readMembers},
};

// The lines of the domain come in a fixed order, all of them, whatever the state is.
Expected<void> readKey(Lines &lines, const DomainKey &key, FenceDomain &domain)
{
    lines.next();
    Cursor cursor = lines.cursor();
    cursor.skipBlanks();
    if (!cursor.skip(key.key) || !(cursor.atEnd() || isBlank(cursor.peek())))
        return cursor.failure(
            message(QT_TRANSLATE_NOOP("Core", "a line “%1”"), {QString::fromLatin1(key.key)}));
    return key.read(cursor, domain);
}

Expected<void> nextFlag(Cursor &cursor, QByteArrayView key, bool &into)
{
    int value = 0;
    cursor.skipBlanks();
    if (!cursor.skip(key))
        return cursor.failure(
            message(QT_TRANSLATE_NOOP("Core", "the word “%1”"), {QString::fromLatin1(key)}));
    Expected<void> read = readNumber(cursor, value);
    into = value != 0;
    return read;
}

Expected<void> nextNumber(Cursor &cursor, QByteArrayView key, int &into)
{
    cursor.skipBlanks();
    if (!cursor.skip(key))
        return cursor.failure(
            message(QT_TRANSLATE_NOOP("Core", "the word “%1”"), {QString::fromLatin1(key)}));
    return readNumber(cursor, into);
}

// "nodeid 2 member 0 victim 1 last fence master 0 how none"
Expected<FenceNode> readNode(Cursor cursor)
{
    FenceNode node;
    const Expected<void> read
        = nextNumber(cursor, "nodeid", node.id)
              .and_then([&] { return nextFlag(cursor, "member", node.member); })
              .and_then([&] { return nextFlag(cursor, "victim", node.victim); })
              .and_then([&] { return nextNumber(cursor, "last fence master", node.lastMaster); });
    if (!read)
        return tl::unexpected(read.error());
    cursor.skipBlanks();
    if (!cursor.skip("how "))
        return cursor.failure(
            message(QT_TRANSLATE_NOOP("Core", "the word “%1”"), {QStringLiteral("how")}));
    node.how = fencedHow(withoutBlanks(cursor.rest()));
    return node;
}

Expected<FenceDomain> readDomain(Lines &lines)
{
    FenceDomain domain;
    lines.next();
    if (withoutBlanks(lines.line()) != "fence domain")
        return lines.failure(
            1, message(QT_TRANSLATE_NOOP("Core", "a line “%1”"), {QStringLiteral("fence domain")}));
    for (const DomainKey &key : domainKeys) {
        if (Expected<void> read = readKey(lines, key, domain); !read)
            return tl::unexpected(read.error());
    }
    return domain;
}

Expected<QList<FenceNode>> readNodes(Lines &lines)
{
    QList<FenceNode> nodes;
    while (lines.next()) {
        const QByteArrayView line = withoutBlanks(lines.line());
        if (line.isEmpty() || line == "all nodes")
            continue;
        if (nodes.size() == maximumRows)
            return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "fewer rows")));
        const Expected<FenceNode> node = readNode(lines.cursor());
        if (!node)
            return tl::unexpected(node.error());
        nodes.append(*node);
    }
    return nodes;
}
} // namespace

Expected<FenceDomain> parseFenceToolLs(QByteArrayView text)
{
    Lines lines(text);
    Expected<FenceDomain> domain = readDomain(lines);
    if (!domain)
        return domain;
    return readNodes(lines).map([&](const QList<FenceNode> &) { return *domain; });
}

Expected<QList<FenceNode>> parseFenceToolNodes(QByteArrayView text)
{
    Lines lines(text);
    if (const Expected<FenceDomain> domain = readDomain(lines); !domain)
        return tl::unexpected(domain.error());
    return readNodes(lines);
}
} // namespace Core
