// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/ipmitool.h"

#include "core/bmc/ipmierrors.h"

namespace Core
{
namespace
{
constexpr int notFound = 127; // of a shell

struct Reason {
    const char *words; // in what it prints on stderr
    Error (*error)(const BmcAddress &bmc, const QString &detail);
};

constexpr Reason reasons[] = {
    {"unauthorized name", unknownUser},
    {"Invalid user name", unknownUser},
    {"RAKP 2 HMAC is invalid", wrongPassword},
    {"RAKP 4 message has invalid integrity check value", wrongPassword},
    {"Insufficient privilege level", privilegeTooLow},
    {"invalid role", privilegeTooLow},
    {"Set Session Privilege Level", privilegeTooLow},
    {"insufficient resources for session", noFreeSession},
};

QString withoutSecret(QByteArray text, const Password &password)
{
    if (!password.view().isEmpty())
        text.replace(password.view().toByteArray(), "***");
    return QString::fromUtf8(text.trimmed());
}

Error notInstalled(const QString &detail)
{
    return {ErrorKind::CommandFailed,
            message(QT_TRANSLATE_NOOP("Core", "ipmitool is not installed there")), detail};
}
} // namespace

bool sameLogin(const FenceLogin &a, const FenceLogin &b)
{
    return a.address == b.address && a.password.view() == b.password.view()
        && a.lanplus == b.lanplus && a.privilege == b.privilege;
}

const QStringList ipmitoolStatus{QStringLiteral("chassis"), QStringLiteral("power"),
                                 QStringLiteral("status")};

QStringList ipmitoolWords(PowerState wanted)
{
    const QString word = wanted == PowerState::On ? QStringLiteral("on")
        : wanted == PowerState::Off               ? QStringLiteral("off")
                                                  : QStringLiteral("cycle");
    return {QStringLiteral("chassis"), QStringLiteral("power"), word};
}

QStringList ipmitoolWords(BmcOrder order)
{
    if (order == BmcOrder::Identify)
        return {QStringLiteral("chassis"), QStringLiteral("identify")};
    return {QStringLiteral("chassis"), QStringLiteral("power"),
            order == BmcOrder::Reset ? QStringLiteral("reset") : QStringLiteral("soft")};
}

QByteArray ipmitoolLine(const FenceLogin &login, const QStringList &words)
{
    Command command;
    command.program = QStringLiteral("ipmitool");
    command.arguments = {QStringLiteral("-v"),
                         QStringLiteral("-I"),
                         login.lanplus ? QStringLiteral("lanplus") : QStringLiteral("lan"),
                         QStringLiteral("-H"),
                         login.address.host,
                         QStringLiteral("-p"),
                         QString::number(login.address.port),
                         QStringLiteral("-U"),
                         login.address.user};
    if (!login.privilege.isEmpty())
        command.arguments << QStringLiteral("-L") << login.privilege.toUpper();
    command.arguments << QStringLiteral("-f") << QStringLiteral("/dev/stdin") << words;
    return "cat | " + shellLine(command);
}

QByteArray ipmitoolInput(const FenceLogin &login)
{
    return login.password.view().toByteArray() + '\n';
}

namespace
{
Error reasonOf(const CommandOutput &output, const FenceLogin &login)
{
    const QString detail = withoutSecret(output.err, login.password);
    if (output.exitCode == notFound)
        return notInstalled(detail);
    for (const Reason &reason : reasons) {
        if (output.err.contains(reason.words))
            return reason.error(login.address, detail);
    }
    Error silent = noAnswer(login.address);
    silent.detail = detail;
    return silent;
}
} // namespace

Expected<PowerState> ipmitoolPower(const CommandOutput &output, const FenceLogin &login)
{
    for (const QByteArray &line : output.out.split('\n')) {
        if (line.startsWith("Chassis Power is on"))
            return PowerState::On;
        if (line.startsWith("Chassis Power is off"))
            return PowerState::Off;
    }
    return tl::unexpected(reasonOf(output, login));
}

Expected<void> ipmitoolAccepted(const CommandOutput &output, const FenceLogin &login)
{
    const bool there = output.err.contains("not supported in present state");
    if (output.exitCode == 0 || there)
        return {};
    // "Set Chassis Power Control to Up/On failed: " and a completion code: the session stood.
    const bool answered = (output.err.contains("Set Chassis Power Control to")
                           || output.err.contains("Set Chassis Identify failed"))
        && !output.err.contains("Insufficient privilege level");
    if (answered)
        return failure(ErrorKind::CommandFailed,
                       message(QT_TRANSLATE_NOOP("Core", "The BMC at %1 declined the order"),
                               {bmcLabel(login.address)}),
                       withoutSecret(output.err, login.password));
    return tl::unexpected(reasonOf(output, login));
}
} // namespace Core
