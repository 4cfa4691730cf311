// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Time of one remote command: over the session that the console keeps open, by `ssh` through an
// open control master, and by a new `ssh`, all against one sshd, in turns, so that the load of the
// machine is the same for each.
#include "core/transport/sshsession.h"
#include "tests/fake/opensshserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Core;

namespace
{
struct Contender {
    const char *name;
    int callsARound;
    std::function<bool()> call; // false: no usable answer
    QList<double> milliseconds = {};
};

bool measure(Contender &contender)
{
    for (int i = 0; i < contender.callsARound; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!contender.call())
            return false;
        contender.milliseconds.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return true;
}

double quantile(QList<double> times, double part)
{
    std::sort(times.begin(), times.end());
    return times.at(qsizetype(double(times.size() - 1) * part));
}

QStringList sshArguments(const OpenSshServer &server, const QStringList &more)
{
    // ssh takes the first value of an option: those of the caller go first.
    const QStringList arguments{
        QStringLiteral("-F"),
        QStringLiteral("none"),
        QStringLiteral("-i"),
        server.identity(),
        QStringLiteral("-p"),
        QString::number(server.port()),
        QStringLiteral("-o"),
        QStringLiteral("BatchMode=yes"),
        QStringLiteral("-o"),
        QStringLiteral("UserKnownHostsFile=") + server.knownHosts(),
        QStringLiteral("-o"),
        QStringLiteral("ControlPath=") + server.path(QStringLiteral("master"))};
    return more + arguments + QStringList{OpenSshServer::user() + u'@' + server.host()};
}

bool runsSsh(const OpenSshServer &server, const QStringList &options)
{
    QProcess ssh;
    ssh.start(QStringLiteral("ssh"),
              sshArguments(server, options) + QStringList{QStringLiteral("echo hello")});
    return ssh.waitForFinished() && ssh.readAllStandardOutput() == "hello\n";
}

// Ready when its socket is there.
bool startMaster(QProcess &master, const OpenSshServer &server)
{
    master.start(QStringLiteral("ssh"),
                 sshArguments(server, {QStringLiteral("-M"), QStringLiteral("-N")}));
    QElapsedTimer timer;
    timer.start();
    while (!QFileInfo::exists(server.path(QStringLiteral("master")))) {
        if (timer.elapsed() > 10'000 || master.waitForFinished(10))
            return false;
    }
    return true;
}

bool runsHere(SshSession &session)
{
    QEventLoop loop;
    QFutureWatcher<Expected<CommandOutput>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(session.run({QStringLiteral("echo"), {QStringLiteral("hello")}}));
    loop.exec();
    const auto result = watcher.result();
    return result && result->out == "hello\n";
}

bool opened(SshSession &session)
{
    QEventLoop loop;
    QObject::connect(&session, &Transport::stateChanged, &loop, [&](TransportState state) {
        if (state == TransportState::Ready || session.lastError())
            loop.quit();
    });
    session.open();
    loop.exec();
    return session.state() == TransportState::Ready;
}

SshEndpoint endpointOf(const OpenSshServer &server)
{
    SshEndpoint endpoint;
    endpoint.machine = NodeName(QStringLiteral("bench"));
    endpoint.host = server.host();
    endpoint.port = server.port();
    endpoint.user = OpenSshServer::user();
    endpoint.identityFile = server.identity();
    endpoint.knownHostsFile = server.knownHosts();
    return endpoint;
}

int failed(const char *what)
{
    std::fprintf(stderr, "%s\n", what);
    return 1;
}

void report(const QList<Contender> &contenders)
{
    for (const Contender &contender : contenders)
        std::printf("%-28s %5lld calls, median %7.2f ms, 95th percentile %7.2f ms\n",
                    contender.name, static_cast<long long>(contender.milliseconds.size()),
                    quantile(contender.milliseconds, 0.5), quantile(contender.milliseconds, 0.95));
    std::printf("control master / this session: %.2f\n",
                quantile(contenders[1].milliseconds, 0.5)
                    / quantile(contenders[0].milliseconds, 0.5));
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 20;
    OpenSshServer server;
    if (!server.start())
        return failed("sshd does not start");
    server.trustHostKey();
    SshSession session(endpointOf(server));
    if (!opened(session))
        return failed("the session does not open");
    QProcess master;
    if (!startMaster(master, server))
        return failed("ssh opens no control master");
    QList<Contender> contenders{
        {"this session", 10, [&] { return runsHere(session); }},
        {"ssh by a control master", 5, [&] { return runsSsh(server, {}); }},
        {"ssh, a new connection", 1,
         [&] {
             return runsSsh(server, {QStringLiteral("-o"), QStringLiteral("ControlPath=none")});
         }},
    };
    for (int i = 0; i < rounds; ++i) {
        for (Contender &contender : contenders) {
            if (!measure(contender))
                return failed(contender.name);
        }
    }
    report(contenders);
    master.terminate();
    master.waitForFinished();
    return 0;
}
