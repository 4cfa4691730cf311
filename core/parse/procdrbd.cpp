// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/procdrbd.h"

#include "core/parse/procdrbdline.h"

#include <algorithm>

namespace Core
{
namespace
{
using namespace ProcDrbdLine;

constexpr int highestMinor = (1 << 20) - 1; // the kernel's MINORMASK

// What proc_details and 8.0 print below a device: caches, and the position of the resync. Later
// releases added such lines, always behind a tab.
bool isDetail(const Cursor &cursor)
{
    const QByteArrayView text = cursor.rest();
    if (text.startsWith("resync:") || text.startsWith("act_log:") || text.startsWith("nn:"))
        return true;
    if (text.indexOf("% sector pos:") > 0)
        return true;
    return cursor.line().startsWith('\t')
        && std::all_of(text.begin(), text.end(), [](char c) { return c == '\t' || c >= ' '; });
}

class Reader
{
public:
    explicit Reader(QByteArrayView text) : m_lines(text) { }
    Expected<ProcDrbd> read();

private:
    bool isDevice(Cursor &cursor, std::optional<int> &minor) const;
    Failed readLine();
    Failed addDevice(Cursor &cursor, int minor);
    Failed readBelowDevice(Cursor &cursor);
    Failed readVersion(Cursor &cursor);
    bool isHeader(const Cursor &cursor);
    bool started() const { return m_versionLine > 0 || !m_file.devices.isEmpty(); }

    Lines m_lines;
    ProcDrbd m_file;
    int m_versionLine = 0;
    bool m_transports = false;
    bool m_countersComplete = true; // of the last device
    QByteArrayView m_lastText; // the last line that was not empty
};

// " 0: cs:": numbers with a colon alone also begin lines of proc_details.
bool Reader::isDevice(Cursor &cursor, std::optional<int> &minor) const
{
    minor = cursor.number<int>();
    if (!minor || !cursor.skip(':'))
        return false;
    cursor.skipBlanks();
    return cursor.skip("cs:");
}

Failed Reader::addDevice(Cursor &cursor, int minor)
{
    if (!m_countersComplete)
        return m_lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "the rest of the counters")));
    const int last = m_file.devices.isEmpty() ? -1 : m_file.devices.constLast().minor;
    if (minor <= last || minor > highestMinor || m_file.devices.size() >= maximumRows)
        return m_lines.failure(
            1, message(QT_TRANSLATE_NOOP("Core", "a minor number above the one before")));
    ProcDrbdDevice &device = m_file.devices.emplaceBack();
    device.minor = minor;
    device.lines = {m_lines.number(), m_lines.number()};
    return readDevice(cursor, device);
}

// Behind "version:": "8.3.13 (api:88/proto:86-96)".
Failed Reader::readVersion(Cursor &cursor)
{
    cursor.skipBlanks();
    m_file.version = QString::fromUtf8(cursor.word());
    cursor.skipBlanks();
    const Cursor start = cursor;
    const bool api = cursor.skip("(api:");
    m_file.api = cursor.number<int>();
    const bool proto = cursor.skip("/proto:");
    m_file.protoMin = cursor.number<int>();
    m_file.protoMax = cursor.skip('-') ? cursor.number<int>() : m_file.protoMin;
    if (!api || !m_file.api || !proto || !m_file.protoMin || !m_file.protoMax || !cursor.skip(')'))
        return start.failure(message("%1", {QStringLiteral("(api:A/proto:P)")}));
    m_versionLine = m_lines.number();
    return std::nullopt;
}

// The line behind the version is a build tag of any form; DRBD 9 adds its transports.
bool Reader::isHeader(const Cursor &cursor)
{
    const QByteArrayView text = cursor.rest();
    if (text.startsWith("Transports (")) {
        m_transports = true;
        return true;
    }
    return m_lines.number() == m_versionLine + 1 || text.startsWith("GIT-hash:")
        || text.startsWith("srcversion:");
}

Failed Reader::readBelowDevice(Cursor &cursor)
{
    ProcDrbdDevice &device = m_file.devices.last();
    device.lines.last = m_lines.number();
    if (startsCounters(cursor))
        return readCounters(cursor, device.counters, m_countersComplete);
    if (!m_countersComplete)
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "the rest of the counters")));
    if (cursor.peek() == '[')
        return readProgress(cursor, device.progress);
    if (device.progress && cursor.skip("finish:"))
        return readFinishLine(cursor, *device.progress);
    if (device.progress && cursor.rest() == QByteArrayView("stalled")) { // 0.7 to 8.3.8
        device.progress->stalled = true;
        return std::nullopt;
    }
    if (isDetail(cursor))
        return std::nullopt;
    return cursor.failure(
        message(QT_TRANSLATE_NOOP("Core", "a device, its counters or its progress")));
}

Failed Reader::readLine()
{
    Cursor cursor = m_lines.cursor();
    cursor.skipBlanks();
    if (!cursor.atEnd())
        m_lastText = cursor.line();
    Cursor device = cursor;
    std::optional<int> minor;
    if (isDevice(device, minor))
        return addDevice(device, *minor);
    if (!m_versionLine && m_file.devices.isEmpty() && cursor.skip("version:"))
        return readVersion(cursor);
    if (cursor.atEnd() || !started()) // a missing minor is an empty line
        return std::nullopt;
    if (m_file.devices.isEmpty() ? isHeader(cursor) : cursor.rest().startsWith("Transports ("))
        return std::nullopt;
    if (m_file.devices.isEmpty())
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a device like %1"),
                                      {QStringLiteral("0: cs:Connected")}));
    return readBelowDevice(cursor);
}

Expected<ProcDrbd> Reader::read()
{
    while (m_lines.next()) {
        if (Failed failed = readLine())
            return *std::move(failed);
    }
    if (!started())
        return parseFailure(std::max(1, m_lines.number()), 1,
                            message(QT_TRANSLATE_NOOP("Core", "DRBD's version or a device")),
                            m_lastText);
    if (!m_countersComplete)
        return parseFailure(m_lines.number(), int(m_lastText.size()) + 1,
                            message(QT_TRANSLATE_NOOP("Core", "the rest of the counters")),
                            m_lastText);
    const int major = m_file.version.section(u'.', 0, 0).toInt();
    m_file.stub = m_file.devices.isEmpty() && (m_transports || major >= 9);
    return std::move(m_file);
}

DrbdResource resource(const ProcDrbdDevice &device)
{
    DrbdResource result;
    result.lines = device.lines;
    result.minor = device.minor;
    result.role = drbdRole(device.localRole.view());
    result.disk = drbdDisk(device.localDisk.view());
    result.protocol = device.protocol;
    result.flags = QString::fromLatin1(device.flags.view());
    result.counters = device.counters;
    DrbdPeer peer;
    peer.connection = drbdConnection(device.connection.view());
    peer.role = drbdRole(device.peerRole.view());
    peer.disk = drbdDisk(device.peerDisk.view());
    peer.sync = device.progress;
    result.peers << peer;
    return result;
}
} // namespace

Expected<ProcDrbd> parseProcDrbd(QByteArrayView text)
{
    return Reader(text).read();
}

DrbdStatus drbdStatus(const ProcDrbd &file)
{
    DrbdStatus status{file.version, file.stub, {}};
    for (const ProcDrbdDevice &device : file.devices)
        status.resources << resource(device);
    return status;
}

Expected<DrbdStatus> parseDrbdStatus(QByteArrayView text)
{
    return parseProcDrbd(text).map(drbdStatus);
}
} // namespace Core
