// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Time of one power status: over the session that the console keeps open, by a new ipmitool and by
// a new fence agent, all against one ipmi_sim, in turns, so that the load of the machine is the
// same for each. Once on a simulator that knows the power itself, as a BMC does, and once on one
// that starts a shell script for each question, whose start is then most of the console's figure.
#include "core/bmc/ipmiclient.h"
#include "tests/bmc/ipmisim.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace
{
using Milliseconds = double;

struct Contender {
    const char *name;
    int callsARound;
    std::function<bool()> ask; // false: no usable answer
    QList<Milliseconds> times = {};
};

bool measure(Contender &contender)
{
    for (int i = 0; i < contender.callsARound; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!contender.ask())
            return false;
        contender.times.append(Milliseconds(timer.nsecsElapsed()) / 1e6);
    }
    return true;
}

Milliseconds quantile(QList<Milliseconds> times, double part)
{
    std::sort(times.begin(), times.end());
    return times.at(qsizetype(double(times.size() - 1) * part));
}

bool runs(const QString &program, const QStringList &arguments, const QByteArray &input,
          const QByteArray &wanted)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("IPMI_PASSWORD"), QString::fromLatin1(IpmiSim::password));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished() && process.readAllStandardOutput().contains(wanted);
}

Contender ipmitool(const IpmiSim &sim)
{
    const Core::BmcAddress bmc = sim.address(QStringLiteral("oper"));
    const QStringList arguments{QStringLiteral("-I"),    QStringLiteral("lanplus"),
                                QStringLiteral("-C"),    QStringLiteral("3"),
                                QStringLiteral("-L"),    QStringLiteral("OPERATOR"),
                                QStringLiteral("-H"),    bmc.host,
                                QStringLiteral("-p"),    QString::number(bmc.port),
                                QStringLiteral("-U"),    bmc.user,
                                QStringLiteral("-E"),    QStringLiteral("power"),
                                QStringLiteral("status")};
    return {"ipmitool -I lanplus -C 3 power status", 5,
            [arguments] { return runs(QStringLiteral("ipmitool"), arguments, {}, "is on"); }};
}

Contender fenceAgent(const IpmiSim &sim)
{
    const Core::BmcAddress bmc = sim.address(QStringLiteral("oper"));
    const QByteArray options = "ip=" + bmc.host.toUtf8() + "\nipport="
        + QByteArray::number(bmc.port) + "\nusername=" + bmc.user.toUtf8() + "\npassword="
        + IpmiSim::password + "\nlanplus=1\ncipher=3\nprivlvl=operator\naction=status\n";
    return {"fence_ipmilan -o status", 1,
            [options] { return runs(QStringLiteral("fence_ipmilan"), {}, options, "ON"); }};
}

Contender console(Core::IpmiClient &client)
{
    return {"console, open session", 100, [&client] {
                QFuture<Core::Expected<Core::PowerState>> answer = client.power();
                answer.waitForFinished();
                return answer.result().has_value() && *answer.result() == Core::PowerState::On;
            }};
}

void print(const Contender &contender, Milliseconds base)
{
    std::printf("%-40s %5lld calls  median %9.3f ms  95%% %9.3f ms  %8.1f x\n", contender.name,
                static_cast<long long>(contender.times.size()), quantile(contender.times, 0.5),
                quantile(contender.times, 0.95), quantile(contender.times, 0.5) / base);
}
bool compare(IpmiSim::Chassis chassis, const char *what)
{
    IpmiSim sim(chassis);
    if (!sim.start())
        return false;
    Core::IpmiClient client(Core::IpmiLoop(), sim.address(QStringLiteral("oper")),
                            Core::Password(QByteArrayView(IpmiSim::password)));
    QList<Contender> contenders{console(client), ipmitool(sim)};
    if (!QStandardPaths::findExecutable(QStringLiteral("fence_ipmilan")).isEmpty())
        contenders.append(fenceAgent(sim));
    else
        std::printf("fence_ipmilan is not installed and not measured\n");
    if (!contenders.first().ask()) // opens the session
        return false;
    constexpr int rounds = 5;
    for (int round = 0; round < rounds; ++round) {
        for (Contender &contender : contenders) {
            if (!measure(contender)) {
                std::printf("%s gave no usable answer\n", contender.name);
                return false;
            }
        }
    }
    std::printf("%s\n", what);
    for (const Contender &contender : contenders)
        print(contender, quantile(contenders.first().times, 0.5));
    return true;
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    using enum IpmiSim::Chassis;
    return compare(Process, "a simulator that knows the power:")
            && compare(Program, "one that starts a script for each question:")
        ? 0
        : 1;
}
