// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakecluster/fakeprovider.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Core;

namespace Testing
{
namespace
{
Observed<Uptime> uptimeOf(const ProbeResult &result)
{
    Observed<Uptime> fact;
    fact.evidence = {result.machine, result.probe, 0, 0};
    if (result.error || result.exitCode != 0) {
        fact.error = result.error.value_or(
            Error{ErrorKind::CommandFailed, message("failed"), QString::fromUtf8(result.errors)});
        return fact;
    }
    bool ok = false;
    const QByteArray first = result.output.left(result.output.indexOf('\n'));
    const int seconds = first.startsWith("up ") ? first.mid(3).toInt(&ok) : 0;
    if (ok)
        fact.value = Uptime{std::chrono::seconds(seconds)};
    else
        fact.error
            = Error{ErrorKind::ParseFailed, message("not understood"), QString::fromUtf8(first)};
    return fact;
}
} // namespace

FakeProvider::FakeProvider(QString id, ProbeChannel channel, QByteArray script)
    : m_id(std::move(id)), m_channel(channel), m_script(std::move(script))
{
}

QStringList FakeProvider::wantedPaths() const
{
    return {u'/' + m_id};
}

bool FakeProvider::detect(const MachineFacts &facts) const
{
    return facts.paths.contains(u'/' + m_id);
}

QList<Probe> FakeProvider::probes(const MachineContext &context) const
{
    const QByteArray file = quoted(context.rootPrefix + u'/' + m_id);
    const QByteArray script = m_script.isEmpty() ? "cat " + file : m_script + ' ' + file;
    return {{ProbeId(m_id), script, period, timeout, 4 * 1024 * 1024, m_channel, opensDevices}};
}

Patch FakeProvider::read(const ProbeResult &result) const
{
    return {result.machine, Observer(result.machine), {uptimeOf(result)}};
}

void FakeMachineFiles::write(const QString &name, const QByteArray &text)
{
    QSaveFile file(root() + name); // a reader never sees half of it
    QDir().mkpath(QFileInfo(file.fileName()).path());
    if (file.open(QIODevice::WriteOnly)) {
        file.write(text);
        file.commit();
    }
}

void FakeMachineFiles::remove(const QString &name)
{
    QFile::remove(root() + name);
}
} // namespace Testing
