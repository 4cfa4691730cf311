// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/athand/sensorrecord.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

namespace Core
{
struct SensorLine {
    SensorRecord sensor;
    SensorReading reading; // Unknown: it gives none now
    friend bool operator==(const SensorLine &, const SensorLine &) = default;
};

// What a BMC tells of the machine's hardware, read once.
struct BmcReport {
    QList<SensorLine> sensors; // as the repository has them
    QList<SelRecord> events; // the newest first
    int eventsStored = 0; // in the BMC; it may be more than were read
    QHash<quint8, QString> names; // of sensors, by number
    std::optional<Error> trouble; // why it ends early
    friend bool operator==(const BmcReport &, const BmcReport &) = default;
};

// One command that reads: network function, command, data; the answer begins with its completion
// code.
using BmcQuery = std::function<QFuture<Expected<QByteArray>>(quint8, quint8, const QByteArray &)>;

// Reads sensors and event log of a BMC, one question after another over the session that is there
// anyway, so that others who ask the same BMC are answered in between. At most 512 records, and of
// the log 4000 entries of which the newest 1000 are kept: a BMC that counts in circles comes to an
// end. Main thread; done() comes exactly once, unless the reader is deleted before.
class BmcReader : public QObject
{
    Q_OBJECT
public:
    explicit BmcReader(BmcQuery query, QObject *parent = nullptr);
    void start();

signals:
    void progressed(int sensors, int events);
    void done(const Core::Expected<Core::BmcReport> &report); // an error: nothing was read at all

private:
    using Handler = void (BmcReader::*)(const QByteArray &answer);
    void ask(quint8 function, quint8 command, const QByteArray &data, Handler handler);
    void reserve();
    void onReserved(const QByteArray &answer);
    void askPart();
    void onPart(const QByteArray &answer);
    void takeRecord();
    void nextRecord();
    void askReading();
    void onReading(const QByteArray &answer);
    void askLog();
    void onLog(const QByteArray &answer);
    void askEntry();
    void onEntry(const QByteArray &answer);
    void stop(const Error &error);
    void finish();

    const BmcQuery m_query;
    BmcReport m_report;
    quint16 m_reservation = 0;
    int m_reservations = 0;
    quint16 m_record = 0; // the one that is read
    quint16 m_next = 0;
    QByteArray m_parts; // of it
    QSet<quint16> m_seen;
    qsizetype m_sensor = 0; // the one whose reading is asked for
    int m_entries = 0;
    QSet<quint16> m_seenEntries;
    bool m_something = false;
};
} // namespace Core
