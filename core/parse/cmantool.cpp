// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/cmantool.h"

#include "core/parse/cursor.h"

#include <array>

namespace Core
{
namespace
{
// People annotate what they paste into reports; a '#' behind a blank is never part of a value.
QByteArrayView withoutRemark(QByteArrayView value)
{
    const qsizetype remark = value.indexOf(" #");
    return withoutBlanks(remark < 0 ? value : value.first(remark));
}

QStringList words(QByteArrayView value)
{
    return QString::fromUtf8(value).simplified().split(u' ', Qt::SkipEmptyParts);
}

MemberState membership(QByteArrayView word)
{
    for (const MemberState state : {MemberState::Joining, MemberState::Member, MemberState::Leaving,
                                    MemberState::NotInCluster}) {
        if (QString::fromLatin1(word) == Core::word(state))
            return state;
    }
    return MemberState::Unknown;
}

// One value of the status, where it stands in its line.
struct StatusValue {
    QByteArrayView text;
    Cursor place;
};
using StatusRead = Expected<void>;

StatusRead readNumber(StatusValue value, int &into)
{
    const std::optional<int> found = number<int>(value.text);
    if (!found)
        return value.place.failure(message(QT_TRANSLATE_NOOP("Core", "a number")));
    into = *found;
    return {};
}

StatusRead readNumber(StatusValue value, std::optional<int> &into)
{
    return readNumber(value, into.emplace());
}

// "2", "2  " or "2 Activity blocked".
StatusRead readQuorum(StatusValue value, QuorumState &state)
{
    const qsizetype blank = value.text.indexOf(' ');
    const QByteArrayView rest
        = blank < 0 ? QByteArrayView() : withoutBlanks(value.text.sliced(blank));
    if (!rest.isEmpty() && rest != "Activity blocked")
        return value.place.failure(
            message(QT_TRANSLATE_NOOP("Core", "a number, alone or before “Activity blocked”")));
    state.quorate = rest.isEmpty();
    if (blank >= 0)
        value.text = value.text.first(blank);
    return readNumber(value, state.quorum);
}

StatusRead readText(StatusValue value, QString &into)
{
    into = QString::fromUtf8(value.text);
    return {};
}

struct StatusKey {
    QByteArrayView key;
    bool required;
    StatusRead (*read)(StatusValue, QuorumState &);
};

// Keys that are not here (generation, multicast addresses, ports ...) are of no use to a verdict.
const std::array statusKeys{
    StatusKey{"Config Version", true,
              [](StatusValue v, QuorumState &s) { return readNumber(v, s.configVersion); }},
    StatusKey{"Cluster Name", true,
              [](StatusValue v, QuorumState &s) { return readText(v, s.clusterName); }},
    StatusKey{"Membership state", true,
              [](StatusValue v, QuorumState &s) {
                  s.membership = membership(v.text);
                  return StatusRead();
              }},
    StatusKey{"Nodes", true,
              [](StatusValue v, QuorumState &s) { return readNumber(v, s.memberCount); }},
    StatusKey{"Expected votes", true,
              [](StatusValue v, QuorumState &s) { return readNumber(v, s.expectedVotes); }},
    StatusKey{"Quorum device votes", false,
              [](StatusValue v, QuorumState &s) { return readNumber(v, s.quorumDeviceVotes); }},
    StatusKey{"Total votes", true,
              [](StatusValue v, QuorumState &s) { return readNumber(v, s.totalVotes); }},
    StatusKey{"Node votes", false,
              [](StatusValue v, QuorumState &s) { return readNumber(v, s.nodeVotes); }},
    StatusKey{"Quorum", true, readQuorum},
    StatusKey{"Flags", false,
              [](StatusValue v, QuorumState &s) {
                  s.flags = words(v.text);
                  return StatusRead();
              }},
    StatusKey{"Node name", true,
              [](StatusValue v, QuorumState &s) {
                  s.nodeName = NodeName(QString::fromUtf8(v.text));
                  return StatusRead();
              }},
    StatusKey{"Node ID", true,
              [](StatusValue v, QuorumState &s) { return readNumber(v, s.nodeId); }},
    StatusKey{"Node addresses", false,
              [](StatusValue v, QuorumState &s) {
                  s.nodeAddresses = words(v.text);
                  return StatusRead();
              }},
};
using SeenKeys = std::array<bool, statusKeys.size()>;

StatusRead readStatusLine(const Lines &lines, QuorumState &state, SeenKeys &seen)
{
    const std::optional<KeyValue> pair = keyValue(lines.line());
    if (!pair)
        return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "a line “key: value”")));
    for (size_t i = 0; i < statusKeys.size(); ++i) {
        if (pair->key != statusKeys[i].key)
            continue;
        seen[i] = true;
        Cursor place = lines.cursor();
        place.skipPast(":");
        place.skipBlanks();
        return statusKeys[i].read({withoutRemark(pair->value), place}, state);
    }
    return {};
}

// Scripts print other answers behind the status, under a ruler of dashes.
bool isRuler(QByteArrayView line)
{
    return line.startsWith("---");
}

Message missingKey(const StatusKey &key)
{
    return message(QT_TRANSLATE_NOOP("Core", "a line “%1:”"), {QString::fromLatin1(key.key)});
}
} // namespace

Expected<QuorumState> parseCmanStatus(QByteArrayView text)
{
    QuorumState state;
    SeenKeys seen{};
    Lines lines(text);
    while (lines.next() && !isRuler(lines.line())) {
        if (withoutBlanks(lines.line()).isEmpty())
            continue;
        if (StatusRead read = readStatusLine(lines, state, seen); !read)
            return tl::unexpected(read.error());
    }
    for (size_t i = 0; i < seen.size(); ++i) {
        if (statusKeys[i].required && !seen[i])
            return lines.failure(1, missingKey(statusKeys[i]));
    }
    return state;
}

namespace
{
MemberState memberState(char letter)
{
    switch (letter) {
    case 'M':
        return MemberState::Member;
    case 'X':
        return MemberState::Dead;
    case 'd':
        return MemberState::Disallowed;
    case 'J':
        return MemberState::Joining;
    case 'L':
        return MemberState::Leaving;
    }
    return MemberState::Unknown;
}

constexpr qsizetype joinedWidth = 19; // strftime "%Y-%m-%d %H:%M:%S", or as many blanks

bool looksLikeDate(QByteArrayView text)
{
    constexpr QByteArrayView pattern("dddd-dd-dd dd:dd:dd");
    if (text.size() < pattern.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == 'd' ? !isDigit(text[i]) : text[i] != pattern[i])
            return false;
    }
    return true;
}

// A year and a dash: the beginning of the join time, or of a time that was cut.
bool beginsLikeDate(QByteArrayView text)
{
    return text.size() >= 5 && text[4] == '-' && number<int>(text.first(4));
}

// What follows the incarnation: the join time in its own column, blank when not joined, then the
// name, which may hold blanks when it is the label of a quorum disk.
Expected<void> readJoinedAndName(Cursor &cursor, Member &member)
{
    cursor.skipBlanks();
    if (looksLikeDate(cursor.rest())) {
        const QByteArrayView joined = cursor.rest().first(joinedWidth);
        member.joined = QString::fromLatin1(joined);
        cursor.skip(joined);
        cursor.skipBlanks();
    } else if (beginsLikeDate(cursor.rest())) {
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a date and a time")));
    }
    const QByteArrayView name = withoutBlanks(cursor.rest());
    if (name.isEmpty())
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a node name")));
    member.name = NodeName(QString::fromUtf8(name));
    return {};
}

// "%4u   %c  %5d   %s  %s"
Expected<Member> readMember(Cursor cursor)
{
    Member member;
    cursor.skipBlanks();
    const std::optional<int> id = cursor.number<int>();
    if (!id)
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a node number")));
    cursor.skipBlanks();
    const Cursor letterPlace = cursor;
    const QByteArrayView letter = cursor.word();
    if (letter.size() != 1)
        return letterPlace.failure(message(QT_TRANSLATE_NOOP("Core", "a status letter")));
    cursor.skipBlanks();
    const std::optional<int> incarnation = cursor.number<int>();
    if (!incarnation)
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "an incarnation number")));
    member.id = *id;
    member.state = memberState(letter.front());
    member.incarnation = *incarnation;
    if (Expected<void> rest = readJoinedAndName(cursor, member); !rest)
        return tl::unexpected(rest.error());
    return member;
}

bool isNodesHeader(QByteArrayView line)
{
    return line.startsWith("Node") && line.contains("Sts") && line.endsWith("Name");
}

// "NOTE: There are 2 disallowed nodes," and its second line come before the header.
bool isNote(QByteArrayView line)
{
    return line.isEmpty() || line.startsWith("NOTE:") || line.startsWith("members list may seem");
}

Expected<void> skipToNodesHeader(Lines &lines)
{
    while (lines.next()) {
        const QByteArrayView line = withoutBlanks(lines.line());
        if (isNodesHeader(line))
            return {};
        if (!isNote(line))
            break;
    }
    return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "the header “Node  Sts   Inc”")));
}
} // namespace

Expected<Members> parseCmanNodes(QByteArrayView text)
{
    Members members;
    Lines lines(text);
    if (Expected<void> header = skipToNodesHeader(lines); !header)
        return tl::unexpected(header.error());
    while (lines.next() && !isRuler(lines.line())) {
        const QByteArrayView line = withoutBlanks(lines.line());
        if (line.isEmpty() || line.startsWith("Addresses:")) // -a
            continue;
        if (members.size() == maximumRows)
            return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "fewer rows")));
        const Expected<Member> member = readMember(lines.cursor());
        if (!member)
            return tl::unexpected(member.error());
        members.append(*member);
    }
    return members;
}

Expected<int> parseCmanVersion(QByteArrayView text)
{
    Lines lines(text);
    lines.next();
    Cursor cursor = lines.cursor();
    if (!cursor.skipPast(" config "))
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "“config” and a number")));
    const std::optional<int> version = number<int>(withoutBlanks(cursor.rest()));
    if (!version)
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a number")));
    return *version;
}
} // namespace Core
