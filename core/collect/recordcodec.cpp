// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/recordcodec.h"

#include <QMutex>

#include <set>

namespace Core
{
namespace
{
enum class RecordKind : quint8 { Header = 1, Answer, Same, Contact };

// A Message points at a literal. Sentences from a file live as long as the program, in one place
// each; so many different ones are not in any release.
const char *interned(const QByteArray &source)
{
    static QMutex mutex;
    static std::set<QByteArray> sentences;
    const QMutexLocker lock(&mutex);
    if (sentences.size() >= 4096 && !sentences.contains(source))
        return "%1";
    return sentences.insert(source).first->constData();
}

// Arguments are kept as words: numbers in a recording have the form they had on the screen in C.
void writeError(QDataStream &to, const std::optional<Error> &error)
{
    to << error.has_value();
    if (!error)
        return;
    QStringList args;
    for (const Argument &arg : error->what.args)
        args << rendered(arg, QLocale::c());
    to << quint8(error->kind) << QByteArray(error->what.source) << args << qint32(error->what.n)
       << error->detail;
}

bool readError(QDataStream &from, std::optional<Error> &error)
{
    bool there = false;
    from >> there;
    if (!there)
        return from.status() == QDataStream::Ok;
    quint8 kind = 0;
    QByteArray source;
    QStringList args;
    qint32 n = -1;
    Error read;
    from >> kind >> source >> args >> n >> read.detail;
    if (from.status() != QDataStream::Ok || kind > quint8(ErrorKind::Internal))
        return false;
    read.kind = ErrorKind(kind);
    read.what = message(interned(source), QList<Argument>(args.cbegin(), args.cend()), n);
    error = std::move(read);
    return true;
}

template <typename Tag> QDataStream &operator>>(QDataStream &from, Name<Tag> &name)
{
    QString text;
    from >> text;
    name = Name<Tag>(text);
    return from;
}

void writeAnswer(QDataStream &to, const ProbeResult &result, LastResults &last)
{
    ProbeResult &before = last[{result.machine, result.probe}];
    const bool same = before.at.isValid() && before.output == result.output
        && before.errors == result.errors && before.exitCode == result.exitCode
        && before.error == result.error;
    to << quint8(same ? RecordKind::Same : RecordKind::Answer) << result.machine.text()
       << result.probe.text() << qint64(result.duration.count()) << result.at.toMSecsSinceEpoch();
    if (!same) {
        to << qint32(result.exitCode) << result.output << result.errors;
        writeError(to, result.error);
    }
    before = result;
}

bool readAnswer(QDataStream &from, ProbeResult &result, bool same, LastResults &last)
{
    NodeName machine;
    ProbeId probe;
    qint64 duration = 0;
    qint64 at = 0;
    from >> machine >> probe >> duration >> at;
    if (same && !last.contains({machine, probe}))
        return false;
    result = same ? last.value({machine, probe}) : ProbeResult();
    result.machine = machine;
    result.probe = probe;
    result.duration = std::chrono::milliseconds(duration);
    result.at = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    if (!same) {
        qint32 status = 0;
        from >> status >> result.output >> result.errors;
        result.exitCode = status;
        if (!readError(from, result.error))
            return false;
    }
    last.insert({machine, probe}, result);
    return from.status() == QDataStream::Ok;
}

bool readContact(QDataStream &from, RecordedContact &recorded)
{
    quint8 state = 0;
    qint64 since = -1;
    from >> recorded.machine >> state >> since;
    if (from.status() != QDataStream::Ok || state > quint8(ContactState::Refused))
        return false;
    recorded.contact.state = ContactState(state);
    if (since >= 0)
        recorded.contact.since = QDateTime::fromMSecsSinceEpoch(since, Qt::UTC);
    return readError(from, recorded.contact.error);
}
} // namespace

void writeHeader(QDataStream &to, const RecordingHeader &header)
{
    to << quint8(RecordKind::Header) << header.cluster << header.started.toMSecsSinceEpoch()
       << quint32(header.machines.size());
    for (const RecordedMachine &machine : header.machines)
        to << machine.name.text() << quint8(machine.kind) << machine.address;
}

bool readHeader(QDataStream &from, RecordingHeader &header)
{
    quint8 kind = 0;
    qint64 started = 0;
    quint32 machines = 0;
    from >> kind >> header.cluster >> started >> machines;
    if (kind != quint8(RecordKind::Header) || machines > 64)
        return false;
    header.started = QDateTime::fromMSecsSinceEpoch(started, Qt::UTC);
    for (quint32 i = 0; i < machines && from.status() == QDataStream::Ok; ++i) {
        RecordedMachine machine;
        quint8 machineKind = 0;
        from >> machine.name >> machineKind >> machine.address;
        if (machineKind > quint8(MachineKind::QuorumServer))
            return false;
        machine.kind = MachineKind(machineKind);
        header.machines << machine;
    }
    return from.status() == QDataStream::Ok;
}

void writeRecord(QDataStream &to, const Record &record, LastResults &last)
{
    to << qint64(record.at.count());
    if (const auto *result = std::get_if<ProbeResult>(&record.what)) {
        writeAnswer(to, *result, last);
        return;
    }
    const auto &recorded = std::get<RecordedContact>(record.what);
    const Contact &contact = recorded.contact;
    to << quint8(RecordKind::Contact) << recorded.machine.text() << quint8(contact.state)
       << (contact.since ? contact.since->toMSecsSinceEpoch() : qint64(-1));
    writeError(to, contact.error);
}

bool readRecord(QDataStream &from, Record &record, LastResults &last)
{
    qint64 at = 0;
    quint8 kind = 0;
    from >> at >> kind;
    record.at = std::chrono::milliseconds(at);
    if (from.status() != QDataStream::Ok)
        return false;
    if (kind == quint8(RecordKind::Answer) || kind == quint8(RecordKind::Same)) {
        ProbeResult result;
        const bool read = readAnswer(from, result, kind == quint8(RecordKind::Same), last);
        record.what = std::move(result);
        return read;
    }
    if (kind != quint8(RecordKind::Contact))
        return false;
    RecordedContact contact;
    const bool read = readContact(from, contact);
    record.what = std::move(contact);
    return read;
}
} // namespace Core
