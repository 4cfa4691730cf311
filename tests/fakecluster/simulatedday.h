// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/recording.h"

// A recording of two nodes as the recorder would have made it, of any length: what /proc/drbd says
// twice a second while guests write by day, and a resync every six hours.
namespace Testing
{
using namespace Core;

inline NodeName simulatedNode(int id)
{
    return NodeName(QStringLiteral("node%1").arg(id));
}

inline QDateTime simulatedStart()
{
    return QDateTime::fromSecsSinceEpoch(1'772'323'200, Qt::UTC); // midnight
}

// KiB that differ after so many seconds: an hour of copying 36 GiB, every six hours.
inline qint64 simulatedOutOfSync(double second)
{
    const double inTurn = second - 21'600 * double(qint64(second / 21'600));
    return inTurn < 3600 ? qint64((3600 - inTurn) * 10 * 1024) : 0;
}

inline QByteArray simulatedDrbd(int id, double second)
{
    const auto number = [](double value) { return QByteArray::number(qint64(value)); };
    QByteArray text = "version: 8.3.13 (api:88/proto:86-96)\n";
    for (int minor = 1; minor <= 2; ++minor) {
        const qint64 behind = minor == 1 ? simulatedOutOfSync(second) : 0;
        const double written = second * 700 * minor;
        text += ' ' + QByteArray::number(minor)
            + ": cs:" + (behind == 0 ? "Connected" : (id == 1 ? "SyncSource" : "SyncTarget"))
            + " ro:Primary/Primary ds:" + (behind > 0 && id == 2 ? "Inconsistent" : "UpToDate")
            + '/' + (behind > 0 && id == 1 ? "Inconsistent" : "UpToDate") + " C r-----\n    ns:"
            + number(id == 1 ? written : 0) + " nr:" + number(id == 1 ? 0 : written)
            + " dw:" + number(written) + " dr:0 al:" + number(second / 3)
            + " bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 " + "wo:b oos:" + QByteArray::number(behind) + '\n';
        if (behind > 0)
            text += "\t[===>................] sync'ed: 20.0% (" + QByteArray::number(behind / 1024)
                + "/36000)M\n\tfinish: 0:40:00 speed: 10,240 (10,240) K/sec\n";
    }
    return text;
}

// Writes it to the device; false when the disk is full.
inline bool writeSimulatedRecording(QIODevice &device, std::chrono::seconds length)
{
    RecordingHeader header{QStringLiteral("pve-ha"), simulatedStart(), {}};
    for (const int id : {1, 2})
        header.machines << RecordedMachine{simulatedNode(id), MachineKind::Node, {}};
    RecordingWriter writer(device, header);
    const auto contact = [&writer](int id) {
        const Contact connected{ContactState::Connected, simulatedStart(), {}};
        const RecordedContact seen{simulatedNode(id), connected};
        return writer.add(Record{std::chrono::milliseconds(10), seen}).has_value();
    };
    bool good = contact(1) && contact(2);
    for (std::chrono::milliseconds at(500); good && at <= length;
         at += std::chrono::milliseconds(500)) {
        for (const int id : {1, 2}) {
            ProbeResult result;
            result.machine = simulatedNode(id);
            result.probe = ProbeId(QStringLiteral("drbd"));
            result.output = simulatedDrbd(id, double(at.count()) / 1000);
            result.at = simulatedStart().addMSecs(at.count());
            good = good && writer.add(Record{at, result}).has_value();
        }
    }
    return good && writer.finish().has_value();
}
} // namespace Testing
