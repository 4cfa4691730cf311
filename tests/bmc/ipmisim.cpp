// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bmc/ipmisim.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#include <csignal>
#include <cstdio>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace
{
bool put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray lanConfiguration(int port, const QByteArray &chassis)
{
    return "name \"bmc\"\n"
           "set_working_mc 0x20\n"
           "startlan 1\n"
           " addr 127.0.0.1 "
        + QByteArray::number(port)
        + "\n priv_limit admin\n"
          " allowed_auths_callback none md5\n"
          " allowed_auths_user none md5\n"
          " allowed_auths_operator none md5\n"
          " allowed_auths_admin none md5\n"
          " guid 00112233445566778899aabbccddeeff\n"
          "endlan\n"
        + chassis + "user 2 true \"admin\" \"" + IpmiSim::password + "\" admin 10 none md5\n"
        + "user 3 true \"oper\" \"" + IpmiSim::password + "\" operator 10 none md5\n"
        + "user 4 true \"reader\" \"" + IpmiSim::password + "\" user 10 none md5\n";
}

// Starts nothing itself: its own time is part of every answer.
QByteArray chassisProgram()
{
    return "#!/bin/sh\n"
           "cd \"${0%/*}\" || exit 1\n"
           "[ ! -e broken ] || exit 1\n"
           "case $1 in\n"
           "get) [ \"$2\" = power ] && read -r on < power && echo \"power:$on\"\n"
           "     [ \"$2\" = power ] || echo \"$2:default\";;\n"
           "set) shift; echo \"$*\" >> orders; [ \"$1\" = power ] && echo \"$2\" > power;;\n"
           "esac\n"
           "exit 0\n";
}

// ipmi_lan(5): what startcmd names runs as a machine would, and its life is the power state. It
// ends with the simulator, however that ends.
QByteArray machineProgram()
{
    return "#!/bin/sh\nexec tail -f --pid=$PPID /dev/null\n";
}

const QByteArray emulated
    = "mc_setbmc 0x20\n"
      "mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02\n"
      "sel_enable 0x20 1000 0x0a\n"
      "mc_enable 0x20\n"
      // A temperature, a fan, and two supplies of which one loses its input.
      "main_sdr_add 0x20 0x00 0x00 0x51 0x01 0x35 0x20 0x00 0x01 0x07 0x01 0x7f 0x68 "
      "0x01 0x01 0x00 0x00 0x00 0x00 0x3f 0x3f 0x00 0x01 0x00 0x00 0x01 0x00 0x00 0x00 "
      "0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 "
      "0x00 0x00 0x00 0xca 0x49 0x6e 0x6c 0x65 0x74 0x20 0x54 0x65 0x6d 0x70\n"
      "sensor_add 0x20 0 1 0x01 0x01\n"
      "sensor_set_value 0x20 0 1 24 0\n"
      "sensor_set_event_support 0x20 0 1 enable scanning per-state 000111111000000 "
      "000111111000000 000111111000000 000111111000000\n"
      "main_sdr_add 0x20 0x00 0x00 0x51 0x01 0x30 0x20 0x00 0x02 0x07 0x01 0x7f 0x68 "
      "0x04 0x01 0x00 0x00 0x00 0x00 0x3f 0x3f 0x00 0x12 0x00 0x00 0x3c 0x00 0x00 0x00 "
      "0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 "
      "0x00 0x00 0x00 0xc5 0x46 0x61 0x6e 0x20 0x31\n"
      "sensor_add 0x20 0 2 0x04 0x01\n"
      "sensor_set_value 0x20 0 2 100 0\n"
      "sensor_set_event_support 0x20 0 2 enable scanning per-state 000111111000000 "
      "000111111000000 000111111000000 000111111000000\n"
      "main_sdr_add 0x20 0x00 0x00 0x51 0x02 0x25 0x20 0x00 0x03 0x0a 0x03 0x67 0x40 "
      "0x08 0x6f 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 "
      "0x00 0x00 0x00 0xca 0x50 0x53 0x31 0x20 0x53 0x74 0x61 0x74 0x75 0x73\n"
      "sensor_add 0x20 0 3 0x08 0x6f\n"
      "sensor_set_bit 0x20 0 3 0 1 0\n"
      "sensor_set_event_support 0x20 0 3 enable scanning per-state 000000000001111 "
      "000000000001111 000000000001111 000000000001111\n"
      "main_sdr_add 0x20 0x00 0x00 0x51 0x02 0x25 0x20 0x00 0x04 0x0a 0x04 0x67 0x40 "
      "0x08 0x6f 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 "
      "0x00 0x00 0x00 0xca 0x50 0x53 0x32 0x20 0x53 0x74 0x61 0x74 0x75 0x73\n"
      "sensor_add 0x20 0 4 0x08 0x6f\n"
      "sensor_set_bit 0x20 0 4 0 1 0\n"
      "sensor_set_event_support 0x20 0 4 enable scanning per-state 000000000001111 "
      "000000000001111 000000000001111 000000000001111\n"
      "sensor_set_bit 0x20 0 4 3 1 1\n";
} // namespace

int freeUdpPort()
{
    LoopbackSocket socket;
    return socket.bind(QHostAddress::LocalHost) ? socket.localPort() : 0;
}

bool IpmiSim::writeFiles()
{
    const QString folder = m_folder.path();
    const bool asked = m_chassis == Chassis::Program;
    const QString program
        = folder + (asked ? QStringLiteral("/chassis") : QStringLiteral("/machine"));
    const QByteArray quoted = '"' + QFile::encodeName(program) + "\"\n";
    const QByteArray chassis
        = asked ? "chassis_control " + quoted : "startcmd " + quoted + "startnow true\n";
    return put(folder + QStringLiteral("/lan.conf"), lanConfiguration(m_port, chassis))
        && put(folder + QStringLiteral("/bmc.emu"), emulated)
        && put(folder + QStringLiteral("/power"), "1\n")
        && put(program, asked ? chassisProgram() : machineProgram())
        && QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

// A port found free may be taken before the simulator has it, hence more than one try; started
// again, it keeps its port.
bool IpmiSim::start()
{
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (m_port == 0 || attempt > 0)
            m_port = freeUdpPort();
        if (!writeFiles())
            break;
#ifdef Q_OS_LINUX
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.setWorkingDirectory(m_folder.path());
        m_process.start(QStringLiteral("ipmi_sim"),
                        {QStringLiteral("-c"), QStringLiteral("lan.conf"), QStringLiteral("-f"),
                         QStringLiteral("bmc.emu"), QStringLiteral("-s"), m_folder.path(),
                         QStringLiteral("-n")});
        if (m_process.waitForStarted() && answers())
            return true;
        stop();
    }
    std::fprintf(stderr, "ipmi_sim: %s %s\n", qPrintable(m_process.errorString()),
                 m_process.readAll().constData());
    return false;
}

void IpmiSim::stop()
{
    m_process.kill();
    m_process.waitForFinished();
}

// RMCP presence ping (IPMI 2.0, section 13.2.3): answered without a session.
bool IpmiSim::answers() const
{
    const QByteArray ping = QByteArray::fromHex("0600ff06000011be80000000");
    LoopbackSocket socket;
    const QDeadlineTimer deadline(10'000);
    while (!deadline.hasExpired() && m_process.state() == QProcess::Running) {
        socket.writeDatagram(ping, QHostAddress::LocalHost, quint16(m_port));
        if (socket.waitForReadyRead(100))
            return true;
    }
    return false;
}

void IpmiSim::freeze()
{
    ::kill(pid_t(m_process.processId()), SIGSTOP);
}

void IpmiSim::thaw()
{
    ::kill(pid_t(m_process.processId()), SIGCONT);
}

void IpmiSim::breakChassis(bool broken)
{
    const QString mark = m_folder.filePath(QStringLiteral("broken"));
    if (broken)
        put(mark, {});
    else
        QFile::remove(mark);
}

Core::BmcAddress IpmiSim::address(const QString &user) const
{
    return {QStringLiteral("127.0.0.1"), m_port, user};
}

QStringList IpmiSim::orders() const
{
    QFile file(m_folder.filePath(QStringLiteral("orders")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

int IpmiSim::sessions() const
{
    QProcess tool;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("IPMI_PASSWORD"), QString::fromLatin1(password));
    tool.setProcessEnvironment(environment);
    tool.start(QStringLiteral("ipmitool"),
               {QStringLiteral("-I"), QStringLiteral("lanplus"), QStringLiteral("-C"),
                QStringLiteral("3"), QStringLiteral("-H"), QStringLiteral("127.0.0.1"),
                QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-U"),
                QStringLiteral("admin"), QStringLiteral("-E"), QStringLiteral("session"),
                QStringLiteral("info"), QStringLiteral("active")});
    tool.waitForFinished();
    static const QRegularExpression count(QStringLiteral("active sessions\\s*: (\\d+)"));
    const auto match = count.match(QString::fromUtf8(tool.readAllStandardOutput()));
    return match.hasMatch() ? match.captured(1).toInt() - 1 : -1;
}
