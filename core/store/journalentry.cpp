// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journalentry.h"

#include "core/base/messagejson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace Core
{
namespace
{
using namespace Qt::StringLiterals;

constexpr std::array eventWords{"begin", "output", "progress", "note", "end"};
constexpr std::array outcomeWords{"done",      "notConfirmed", "failed",
                                  "cancelled", "refused",      "unknown"};
constexpr std::array severityWords{"note", "warning", "error", "blocker"};

template <typename Kind, size_t count>
Kind kindOf(const std::array<const char *, count> &words, const QJsonValue &word, Kind otherwise)
{
    const auto found = std::find_if(words.cbegin(), words.cend(), [&](const char *one) {
        return word.toString() == QLatin1StringView(one);
    });
    return found == words.cend() ? otherwise : Kind(found - words.cbegin());
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime timeFrom(const QJsonValue &text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonArray namesJson(const QList<NodeName> &names)
{
    QJsonArray json;
    for (const NodeName &name : names)
        json << name.text();
    return json;
}

QJsonArray stepsJson(const QList<JournalStep> &steps)
{
    QJsonArray json;
    for (const JournalStep &step : steps)
        json << QJsonObject{{u"title"_s, toJson(step.title)},
                            {u"preview"_s, step.preview},
                            {u"pointOfNoReturn"_s, step.pointOfNoReturn}};
    return json;
}

QJsonArray findingsJson(const QList<Finding> &findings)
{
    QJsonArray json;
    for (const Finding &finding : findings)
        json << QJsonObject{
            {u"id"_s, finding.id},
            {u"severity"_s, QString::fromLatin1(severityWords[size_t(finding.severity)])},
            {u"text"_s, toJson(finding.text)}};
    return json;
}

QList<JournalStep> stepsFrom(const QJsonArray &json)
{
    QList<JournalStep> steps;
    for (const QJsonValue value : json) {
        const QJsonObject step = value.toObject();
        steps << JournalStep{messageFrom(step[u"title"_s].toObject()),
                             step[u"preview"_s].toString(), step[u"pointOfNoReturn"_s].toBool()};
    }
    return steps;
}

QList<Finding> findingsFrom(const QJsonArray &json)
{
    QList<Finding> findings;
    for (const QJsonValue value : json) {
        const QJsonObject one = value.toObject();
        Finding finding;
        finding.id = one[u"id"_s].toString();
        finding.severity = kindOf(severityWords, one[u"severity"_s], Severity::Note);
        finding.text = messageFrom(one[u"text"_s].toObject());
        findings << finding;
    }
    return findings;
}

JournalEntry entryFrom(qint64 number, const QJsonObject &json)
{
    JournalEntry entry;
    entry.id = number;
    entry.user = json[u"user"_s].toString();
    entry.host = json[u"host"_s].toString();
    entry.cluster = json[u"cluster"_s].toString();
    entry.at = timeFrom(json[u"at"_s]);
    entry.title = messageFrom(json[u"title"_s].toObject());
    for (const QJsonValue name : json[u"touches"_s].toArray())
        entry.touches << NodeName(name.toString());
    entry.findings = findingsFrom(json[u"findings"_s].toArray());
    entry.steps = stepsFrom(json[u"steps"_s].toArray());
    entry.reason = json[u"reason"_s].toString();
    entry.wish = json[u"wish"_s].toObject();
    return entry;
}

JournalLine eventFrom(const QJsonObject &json, JournalEvent event)
{
    JournalLine line;
    line.event = event;
    line.at = timeFrom(json[u"at"_s]);
    line.step = json[u"step"_s].toInt(-1);
    line.machine = NodeName(json[u"machine"_s].toString());
    line.text = json[u"text"_s].toString();
    line.message = messageFrom(json[u"message"_s].toObject());
    return line;
}

void conclude(JournalEntry &entry, const QJsonObject &json)
{
    Outcome outcome;
    outcome.kind = kindOf(outcomeWords, json[u"outcome"_s], OutcomeKind::Unknown);
    outcome.step = json[u"step"_s].toInt(-1);
    if (json.contains(u"error"_s))
        outcome.error = errorFrom(json[u"error"_s].toObject());
    entry.outcome = outcome;
    entry.endedAt = timeFrom(json[u"at"_s]);
    entry.foundAtStart = json[u"foundAtStart"_s].toBool();
}
} // namespace

QByteArray intendLine(const JournalEntry &entry)
{
    QJsonObject json{{u"kind"_s, u"intend"_s},
                     {u"user"_s, entry.user},
                     {u"host"_s, entry.host},
                     {u"cluster"_s, entry.cluster},
                     {u"at"_s, timeText(entry.at)},
                     {u"title"_s, toJson(entry.title)},
                     {u"touches"_s, namesJson(entry.touches)},
                     {u"findings"_s, findingsJson(entry.findings)},
                     {u"steps"_s, stepsJson(entry.steps)},
                     {u"reason"_s, entry.reason}};
    if (!entry.wish.isEmpty())
        json.insert(u"wish"_s, entry.wish);
    return lineOf(json);
}

QByteArray eventLine(qint64 action, const JournalLine &line)
{
    QJsonObject json{{u"kind"_s, QString::fromLatin1(eventWords[size_t(line.event)])},
                     {u"action"_s, action},
                     {u"at"_s, timeText(line.at)},
                     {u"step"_s, line.step}};
    if (!line.machine.isEmpty())
        json.insert(u"machine"_s, line.machine.text());
    if (!line.text.isEmpty())
        json.insert(u"text"_s, line.text);
    if (!line.message.isEmpty())
        json.insert(u"message"_s, toJson(line.message));
    return lineOf(json);
}

QByteArray concludeLine(qint64 action, const Outcome &outcome, const QDateTime &at,
                        bool foundAtStart)
{
    QJsonObject json{{u"kind"_s, u"conclude"_s},
                     {u"action"_s, action},
                     {u"at"_s, timeText(at)},
                     {u"outcome"_s, QString::fromLatin1(outcomeWords[size_t(outcome.kind)])},
                     {u"step"_s, outcome.step}};
    if (outcome.error)
        json.insert(u"error"_s, toJson(*outcome.error));
    if (foundAtStart)
        json.insert(u"foundAtStart"_s, true);
    return lineOf(json);
}

JournalEntry *JournalReader::entryOf(const QJsonObject &line)
{
    const qint64 id = line[u"action"_s].toInteger();
    const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [id](const JournalEntry &entry) { return entry.id == id; });
    return found == m_entries.rend() ? nullptr : &*found;
}

void JournalReader::take(qint64 number, const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    if (json[u"kind"_s] == u"intend"_s) {
        m_entries << entryFrom(number, json);
        return;
    }
    JournalEntry *entry = entryOf(json);
    if (!entry)
        return;
    if (json[u"kind"_s] == u"conclude"_s) {
        conclude(*entry, json);
        return;
    }
    for (size_t i = 0; i < eventWords.size(); ++i) {
        if (json[u"kind"_s] == QLatin1StringView(eventWords[i]))
            entry->lines << eventFrom(json, JournalEvent(i));
    }
}
} // namespace Core
