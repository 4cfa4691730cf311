// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/drbdconf.h"

#include "core/parse/cursor.h"
#include "core/parse/drbdconfhosts.h"
#include "core/parse/drbdconftokens.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Core
{
namespace
{
constexpr QByteArrayView marker("#binome-file ");
// Far more than any cluster has, and little enough that no text costs more than its own size.
constexpr qsizetype mostWords = 256; // of one statement
constexpr qsizetype longestWord = 4096; // bytes
constexpr qsizetype mostFiles = 512;
constexpr int mostIncludes = 512;
constexpr int deepestInclude = 16;
constexpr qsizetype deepest = 16; // sections in sections; drbd.conf has five

using Tokens = DrbdConfTokens;
using Token = DrbdConfTokens::Token;

struct File {
    QString path;
    QByteArrayView text;
    int marker = 0; // line of its marker in the whole text, 0 without one
    bool taken = false;
};

QString textOf(QByteArrayView word)
{
    return QString::fromUtf8(word);
}

// "FOLDER/drbd.d/*.res" by the shell's rules for * and ?, relative to the file that includes.
QString patternPath(const QString &from, const QString &pattern)
{
    if (pattern.startsWith(u'/'))
        return pattern;
    return from.left(from.lastIndexOf(u'/') + 1) + pattern;
}

enum class Section : quint8 { Common, Resource, Host, Volume, Options, Ignored };
struct Frame {
    Section section = Section::Ignored;
    QString name;
    QList<NodeName> nodes;
    int volume = 0;
};

struct Draft {
    DrbdResourceConfig resource;
    DrbdConfHosts hosts;
};

class Reader
{
public:
    explicit Reader(QByteArrayView text);
    Expected<DrbdConfig> read();

private:
    Expected<void> readFile(File &file);
    Expected<void> take(const File &file, const Tokens &tokens, const Token &token);
    Expected<void> takeWord(const Tokens &tokens, const Token &token);
    Expected<void> open(const Tokens &tokens, const Token &token);
    Expected<void> openAtTop(const Tokens &tokens);
    Expected<Frame> inside(const Tokens &tokens) const;
    Expected<void> close(const Tokens &tokens, const Token &token);
    Expected<void> set(const File &file, const Tokens &tokens, const Token &token);
    void setOption(const File &file);
    Expected<void> include(const File &file, const Tokens &tokens);
    Draft &draft() { return m_inCommon ? m_common : m_drafts.last(); }
    QString keyOf(const QString &option) const;
    QList<NodeName> nodes() const;
    int volume() const;
    Expected<DrbdConfig> result();

    QList<File> m_files;
    DrbdConfig m_config;
    Draft m_common;
    QList<Draft> m_drafts;
    QSet<ResourceName> m_names;
    bool m_inCommon = false;
    QList<Frame> m_frames;
    QStringList m_words;
    Token m_firstWord;
    int m_statements = 0;
    int m_includes = 0;
    int m_depth = 0;
};

Reader::Reader(QByteArrayView text)
{
    Lines lines(text);
    qsizetype from = 0;
    m_files << File{QStringLiteral("drbd.conf"), text, 0, false};
    while (lines.next() && m_files.size() < mostFiles) {
        const QByteArrayView line = lines.line();
        const qsizetype at = line.data() ? line.data() - text.data() : from;
        if (!line.startsWith(marker))
            continue;
        m_files.last().text = text.sliced(from, at - from);
        from = at;
        const File file{textOf(line.sliced(marker.size())), text.sliced(from), lines.number(),
                        false};
        if (at == 0)
            m_files.last() = file;
        else
            m_files << file;
    }
}

Expected<DrbdConfig> Reader::read()
{
    if (const Expected<void> done = readFile(m_files.first()); !done)
        return tl::unexpected(done.error());
    return result();
}

Expected<void> Reader::readFile(File &file)
{
    file.taken = true;
    m_config.files << file.path;
    Tokens tokens(file.text, std::max(1, file.marker));
    const File here = file; // including another one may move the list
    for (Token token = tokens.next(); token.kind != Tokens::Kind::End; token = tokens.next()) {
        if (const Expected<void> done = take(here, tokens, token); !done)
            return done;
    }
    const Token end = tokens.next();
    if (!m_words.isEmpty())
        return tokens.failure(end, message(QT_TRANSLATE_NOOP("Core", "a semicolon or a brace")));
    if (!m_frames.isEmpty())
        return tokens.failure(end, message(QT_TRANSLATE_NOOP("Core", "a closing brace")));
    return {};
}

Expected<void> Reader::take(const File &file, const Tokens &tokens, const Token &token)
{
    switch (token.kind) {
    case Tokens::Kind::Word:
        return takeWord(tokens, token);
    case Tokens::Kind::Open:
        return open(tokens, token);
    case Tokens::Kind::Close:
        return close(tokens, token);
    case Tokens::Kind::Semicolon:
        return set(file, tokens, token);
    case Tokens::Kind::OpenQuote:
        return tokens.failure(token,
                              message(QT_TRANSLATE_NOOP("Core", "a closing quote in the line")));
    case Tokens::Kind::End:
        break;
    }
    return {};
}

Expected<void> Reader::takeWord(const Tokens &tokens, const Token &token)
{
    if (m_words.isEmpty())
        m_firstWord = token;
    if (m_words.size() == mostWords || token.text.size() > longestWord)
        return tokens.failure(token, message(QT_TRANSLATE_NOOP("Core", "a semicolon or a brace")));
    // The secret itself goes no further than this.
    const bool secret = !m_words.isEmpty() && m_words.first() == QStringLiteral("shared-secret");
    m_words << (secret ? QString() : textOf(token.text));
    return {};
}

Expected<void> Reader::open(const Tokens &tokens, const Token &token)
{
    if (m_words.isEmpty())
        return tokens.failure(token, message(QT_TRANSLATE_NOOP("Core", "the name of the section")));
    if (m_frames.size() == deepest || ++m_statements > maximumRows)
        return tokens.failure(token, message(QT_TRANSLATE_NOOP("Core", "fewer sections")));
    if (m_frames.isEmpty()) {
        if (const Expected<void> done = openAtTop(tokens); !done)
            return done;
    } else {
        Expected<Frame> frame = inside(tokens);
        if (!frame)
            return tl::unexpected(frame.error());
        m_frames << *std::move(frame);
    }
    m_words.clear();
    return {};
}

Expected<void> Reader::openAtTop(const Tokens &tokens)
{
    const QString &word = m_words.first();
    if (word == QStringLiteral("global") || word == QStringLiteral("skip")) {
        m_frames << Frame{};
    } else if (word == QStringLiteral("common")) {
        m_inCommon = true;
        m_frames << Frame{Section::Common, {}, {}, 0};
    } else if (word == QStringLiteral("resource") && m_words.size() == 2) {
        const ResourceName name(m_words[1]);
        if (m_names.contains(name))
            return tokens.failure(
                m_firstWord,
                message(QT_TRANSLATE_NOOP("Core", "a resource that is not described yet")));
        m_names.insert(name);
        m_inCommon = false;
        m_drafts.append(Draft());
        m_drafts.last().resource.name = name;
        m_frames << Frame{Section::Resource, {}, {}, 0};
    } else {
        return tokens.failure(
            m_firstWord,
            message(QT_TRANSLATE_NOOP("Core", "global, common, resource NAME or include")));
    }
    return {};
}

Expected<Frame> Reader::inside(const Tokens &tokens) const
{
    const QString &word = m_words.first();
    const Section around = m_frames.last().section;
    if (around == Section::Ignored || around == Section::Options || word == QStringLiteral("skip"))
        return Frame{};
    if (word == QStringLiteral("volume")) {
        bool ok = false;
        const int number = m_words.value(1).toInt(&ok);
        if (!ok || number < 0)
            return tokens.failure(m_firstWord,
                                  message(QT_TRANSLATE_NOOP("Core", "volume and its number")));
        return Frame{Section::Volume, m_words.join(u' '), {}, number};
    }
    const bool host = word == QStringLiteral("on") || word == QStringLiteral("floating")
        || word == QStringLiteral("stacked-on-top-of");
    if (!host || around != Section::Resource)
        return Frame{Section::Options, word, {}, 0};
    Frame frame{Section::Host, m_words.join(u' '), {}, 0};
    const bool floating = word == QStringLiteral("floating");
    for (const QString &name : floating ? QStringList{m_words.last()} : m_words.mid(1))
        frame.nodes << NodeName(name);
    if (m_words.size() < 2)
        return tokens.failure(m_firstWord,
                              message(QT_TRANSLATE_NOOP("Core", "the name of a node")));
    return frame;
}

Expected<void> Reader::close(const Tokens &tokens, const Token &token)
{
    if (!m_words.isEmpty())
        return tokens.failure(token, message(QT_TRANSLATE_NOOP("Core", "a semicolon or a brace")));
    if (m_frames.isEmpty())
        return tokens.failure(token, message(QT_TRANSLATE_NOOP("Core", "no closing brace")));
    const Frame frame = m_frames.takeLast();
    if (frame.section == Section::Host)
        draft().hosts.begin(frame.nodes);
    return {};
}

Expected<void> Reader::set(const File &file, const Tokens &tokens, const Token &token)
{
    if (m_words.isEmpty()) // an empty statement does no harm
        return {};
    if (++m_statements > maximumRows)
        return tokens.failure(token, message(QT_TRANSLATE_NOOP("Core", "fewer options")));
    const bool top = m_frames.isEmpty();
    if (top && m_words.first() == QStringLiteral("include") && m_words.size() == 2)
        return include(file, tokens);
    if (top)
        return tokens.failure(
            m_firstWord,
            message(QT_TRANSLATE_NOOP("Core", "global, common, resource NAME or include")));
    if (m_frames.last().section != Section::Ignored)
        setOption(file);
    m_words.clear();
    return {};
}

void Reader::setOption(const File &file)
{
    const QString option = m_words.first();
    Draft &to = draft();
    if (m_frames.last().section != Section::Options && to.hosts.set(nodes(), volume(), m_words))
        return;
    if (option == QStringLiteral("shared-secret")) {
        to.resource.sharedSecret = true;
        return;
    }
    const DrbdSetting setting{m_words.mid(1).join(u' '), file.path, m_firstWord.line - file.marker};
    to.resource.settings.insert(keyOf(option), setting);
}

QList<NodeName> Reader::nodes() const
{
    for (const Frame &frame : m_frames) {
        if (frame.section == Section::Host)
            return frame.nodes;
    }
    return {NodeName()};
}

int Reader::volume() const
{
    for (const Frame &frame : m_frames) {
        if (frame.section == Section::Volume)
            return frame.volume;
    }
    return DrbdConfHosts::anyVolume;
}

QString Reader::keyOf(const QString &option) const
{
    if (m_frames.size() == 1)
        return option == QStringLiteral("protocol") ? QStringLiteral("net/protocol") : option;
    QString key;
    for (qsizetype i = 1; i < m_frames.size(); ++i)
        key += m_frames[i].name + u'/';
    return key + option;
}

Expected<void> Reader::include(const File &file, const Tokens &tokens)
{
    if (m_depth == deepestInclude || ++m_includes > mostIncludes)
        return tokens.failure(m_firstWord, message(QT_TRANSLATE_NOOP("Core", "fewer includes")));
    const QString pattern = patternPath(file.path, m_words[1]);
    const bool wild = pattern.contains(u'*') || pattern.contains(u'?') || pattern.contains(u'[');
    const QRegularExpression match(QRegularExpression::wildcardToRegularExpression(pattern));
    m_words.clear();
    bool found = false;
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        if (!match.match(m_files[i].path).hasMatch())
            continue;
        found = true;
        if (m_files[i].taken)
            continue;
        ++m_depth;
        if (const Expected<void> done = readFile(m_files[i]); !done)
            return done;
        --m_depth;
    }
    if (!found && !wild)
        m_config.missing << pattern;
    return {};
}

void addCommon(DrbdResourceConfig &resource, const DrbdResourceConfig &common)
{
    for (auto one = common.settings.constBegin(); one != common.settings.constEnd(); ++one) {
        if (!resource.settings.contains(one.key()))
            resource.settings.insert(one.key(), one.value());
    }
    resource.sharedSecret = resource.sharedSecret || common.sharedSecret;
}

// What is common counts once more for each resource, and each volume for each host.
Expected<DrbdConfig> Reader::result()
{
    qint64 rows = 0;
    for (Draft &draft : m_drafts) {
        rows += m_common.resource.settings.size() + draft.hosts.rows();
        if (rows > maximumRows)
            return parseFailure(1, 1, message(QT_TRANSLATE_NOOP("Core", "fewer options")), {});
        addCommon(draft.resource, m_common.resource);
        draft.resource.hosts = draft.hosts.result();
        m_config.resources << draft.resource;
    }
    return std::move(m_config);
}
} // namespace

Expected<DrbdConfig> parseDrbdConf(QByteArrayView text)
{
    return Reader(text).read();
}
} // namespace Core
