// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bmc/ipmierrors.h"

#include <OpenIPMI/ipmi_err.h>
#include <cerrno>

namespace Core
{
namespace
{
Error made(ErrorKind kind, const char *sentence, const BmcAddress &bmc, const QString &detail = {})
{
    return {kind, message(sentence, {bmcLabel(bmc)}), detail};
}

QString hex(int code)
{
    return QStringLiteral("0x%1").arg(code, 2, 16, QLatin1Char('0'));
}

QString codeText(const char *what, int code)
{
    return QStringLiteral("%1 %2").arg(QLatin1String(what), hex(code));
}

Error noSharedSuite(const BmcAddress &bmc, const QString &detail)
{
    return made(ErrorKind::Refused,
                QT_TRANSLATE_NOOP("Core",
                                  "The BMC %1 does not accept cipher suite 3, the only one this "
                                  "console speaks. Use the path through a node."),
                bmc, detail);
}

Error olderProtocol(const BmcAddress &bmc, const QString &detail)
{
    return made(ErrorKind::Refused,
                QT_TRANSLATE_NOOP("Core",
                                  "The BMC %1 speaks only IPMI 1.5, which this console does not "
                                  "use. Use the path through a node."),
                bmc, detail);
}

Error unexpected(const BmcAddress &bmc, const QString &detail)
{
    return made(ErrorKind::CommandFailed,
                QT_TRANSLATE_NOOP("Core", "The BMC %1 answered with an error."), bmc, detail);
}

// Status codes of RMCP+ and RAKP (IPMI 2.0, table 13-15).
Error rmcpError(int code, const BmcAddress &bmc)
{
    const QString detail = codeText("RMCP+ status", code);
    switch (code) {
    case IPMI_RMCPP_UNAUTHORIZED_NAME:
    case IPMI_RMCPP_INVALID_NAME_LENGTH:
        return unknownUser(bmc, detail);
    case IPMI_RMCPP_INVALID_INTEGRITY_CHECK_VALUE:
        return wrongPassword(bmc, detail);
    case IPMI_RMCPP_INVALID_ROLE:
    case IPMI_RMCPP_UNAUTHORIZED_ROLE_OR_PRIVILEGE:
        return privilegeTooLow(bmc, detail);
    case IPMI_RMCPP_INSUFFICIENT_RESOURCES_FOR_SESSION:
    case IPMI_RMCPP_INSUFFICIENT_RESOURCES_FOR_ROLE:
        return noFreeSession(bmc, detail);
    case IPMI_RMCPP_INVALID_AUTHENTICATION_ALGORITHM:
    case IPMI_RMCPP_INVALID_INTEGRITY_ALGORITHM:
    case IPMI_RMCPP_NO_MATCHING_AUTHENTICATION_PAYLOAD:
    case IPMI_RMCPP_NO_MATCHING_INTEGRITY_PAYLOAD:
    case IPMI_RMCPP_INVALID_CONFIDENTIALITY_ALGORITHM:
    case IPMI_RMCPP_NO_CIPHER_SUITE_MATCHES:
        return noSharedSuite(bmc, detail);
    }
    return unexpected(bmc, detail);
}

// Completion codes while a session comes up; 80h and 81h are those of Set Session Privilege Level.
Error setUpError(int code, const BmcAddress &bmc)
{
    const QString detail = codeText("completion code", code);
    if (code == answerTimedOut)
        return noAnswer(bmc);
    if (code == 0x80 || code == 0x81 || code == IPMI_INSUFFICIENT_PRIVILEGE_CC)
        return privilegeTooLow(bmc, detail);
    if (code == IPMI_OUT_OF_SPACE_CC)
        return noFreeSession(bmc, detail);
    return unexpected(bmc, detail);
}

// EINVAL without a word is the failed check of the second RAKP message, so the password; with a
// word it is an answer that the library did not understand.
Error invalidArgument(const QString &complaint, const BmcAddress &bmc)
{
    if (complaint.isEmpty())
        return wrongPassword(bmc, QStringLiteral("RAKP 2 HMAC"));
    if (complaint.contains(QLatin1String("algorithm")))
        return noSharedSuite(bmc, complaint);
    return made(ErrorKind::ParseFailed,
                QT_TRANSLATE_NOOP("Core", "The BMC %1 answered something that is not IPMI 2.0."),
                bmc, complaint);
}
} // namespace

Error wrongPassword(const BmcAddress &bmc, const QString &detail)
{
    return made(ErrorKind::AuthRefused,
                QT_TRANSLATE_NOOP("Core", "The BMC %1 refused the password."), bmc, detail);
}

Error unknownUser(const BmcAddress &bmc, const QString &detail)
{
    return made(ErrorKind::AuthRefused,
                QT_TRANSLATE_NOOP("Core", "The BMC %1 does not know this user."), bmc, detail);
}

Error noFreeSession(const BmcAddress &bmc, const QString &detail)
{
    return made(ErrorKind::Refused,
                QT_TRANSLATE_NOOP("Core", "The BMC %1 has no free session; it has only a few."),
                bmc, detail);
}

QString bmcLabel(const BmcAddress &bmc)
{
    if (bmc.port == 623)
        return bmc.host;
    const bool colons = bmc.host.contains(u':'); // an IPv6 address
    return (colons ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(bmc.host, QString::number(bmc.port));
}

bool mayMeanPrivilege(int error)
{
    return error == IPMI_RMCPP_ERR_VAL(IPMI_RMCPP_UNAUTHORIZED_NAME) || error == ENOENT;
}

Error sessionError(int error, const QString &complaint, const BmcAddress &bmc)
{
    if (IPMI_IS_RMCPP_ERR(error))
        return rmcpError(IPMI_GET_RMCPP_ERR(error), bmc);
    if (IPMI_IS_IPMI_ERR(error))
        return setUpError(IPMI_GET_IPMI_ERR(error), bmc);
    switch (error) {
    case EINVAL:
        return invalidArgument(complaint, bmc);
    case ENOENT:
        return olderProtocol(bmc, complaint);
    case ETIMEDOUT:
        return noAnswer(bmc);
    }
    return unexpected(bmc, codeText("error", error));
}

Error chassisError(quint8 completionCode, const BmcAddress &bmc)
{
    const QString detail = codeText("completion code", completionCode);
    switch (completionCode) {
    case answerTimedOut:
        return noAnswer(bmc);
    case IPMI_INSUFFICIENT_PRIVILEGE_CC:
        return privilegeTooLow(bmc, detail);
    case notInPresentState:
        return made(
            ErrorKind::Refused,
            QT_TRANSLATE_NOOP("Core", "The BMC %1 cannot do that in the machine's present state."),
            bmc, detail);
    case IPMI_NODE_BUSY_CC:
    case IPMI_DEVICE_IN_FIRMWARE_UPDATE_CC:
    case IPMI_BMC_INIT_IN_PROGRESS_CC:
        return made(ErrorKind::Refused, QT_TRANSLATE_NOOP("Core", "The BMC %1 is busy."), bmc,
                    detail);
    }
    return unexpected(bmc, detail);
}

Error noAnswer(const BmcAddress &bmc)
{
    return made(ErrorKind::Unreachable, QT_TRANSLATE_NOOP("Core", "The BMC %1 does not answer."),
                bmc);
}

Error unknownHost(const BmcAddress &bmc, const QString &detail)
{
    return made(ErrorKind::Unreachable,
                QT_TRANSLATE_NOOP("Core", "The address of the BMC %1 cannot be found."), bmc,
                detail);
}

Error privilegeTooLow(const BmcAddress &bmc, const QString &detail)
{
    return made(ErrorKind::Refused,
                QT_TRANSLATE_NOOP("Core",
                                  "The user is known to the BMC %1 but lacks the privilege: "
                                  "switching power needs OPERATOR, reading it USER."),
                bmc, detail);
}

Error outcomeUnknown(const BmcAddress &bmc)
{
    return made(ErrorKind::Timeout,
                QT_TRANSLATE_NOOP("Core",
                                  "The BMC %1 did not answer the power command; whether it obeyed "
                                  "is not known."),
                bmc);
}

Error stopped(bool commandSent, const BmcAddress &bmc)
{
    if (!commandSent)
        return made(ErrorKind::Cancelled,
                    QT_TRANSLATE_NOOP("Core", "Stopped. The BMC %1 was given no power command."),
                    bmc);
    return made(ErrorKind::Cancelled,
                QT_TRANSLATE_NOOP("Core",
                                  "Stopped while the BMC %1 had the power command; whether it "
                                  "obeyed is not known."),
                bmc);
}

Error unusableLogin(const BmcAddress &bmc)
{
    return made(ErrorKind::AuthRefused,
                QT_TRANSLATE_NOOP("Core",
                                  "The login for the BMC %1 is too long: IPMI allows 16 bytes for "
                                  "the user and 20 for the password."),
                bmc);
}

Error malformedAnswer(const BmcAddress &bmc, const QByteArray &answer)
{
    return made(ErrorKind::ParseFailed,
                QT_TRANSLATE_NOOP("Core", "The BMC %1 sent an incomplete answer."), bmc,
                QString::fromLatin1(answer.left(32).toHex(' ')));
}
} // namespace Core
