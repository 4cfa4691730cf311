// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/vnctrouble.h"

namespace Core
{
namespace
{
constexpr int notFound = 127; // of a shell

struct Reason {
    const char *words; // in what is said
    ErrorKind kind;
    const char *sentence; // %1 the guest, %2 the node
};

constexpr Reason reasons[] = {
    {"not running", ErrorKind::Refused,
     QT_TRANSLATE_NOOP("Core", "Guest %1 does not run on %2: it has no console")},
    {"unable to connect to socket", ErrorKind::Refused, // before 3.1-18, after ten seconds
     QT_TRANSLATE_NOOP("Core", "Guest %1 does not run on %2: it has no console")},
    {"does not exist", ErrorKind::Refused,
     QT_TRANSLATE_NOOP("Core", "Guest %1 is not on %2 any more")},
    {"run as root", ErrorKind::Refused,
     QT_TRANSLATE_NOOP("Core",
                       "The login on %2 may not open the console of guest %1: qm wants root")},
    {"sudo:", ErrorKind::Refused,
     QT_TRANSLATE_NOOP("Core",
                       "sudo on %2 does not let this login open the console of guest %1 without a "
                       "password")},
    {"Permission denied", ErrorKind::Refused,
     QT_TRANSLATE_NOOP("Core", "The login on %2 may not open the console of guest %1")},
    {"timeout", ErrorKind::Timeout, QT_TRANSLATE_NOOP("Core", "Guest %1 on %2 stopped answering")},
    {"qmp command", ErrorKind::CommandFailed,
     QT_TRANSLATE_NOOP("Core", "QEMU of guest %1 on %2 declined to open its console")},
};

QString lastLine(const QByteArray &complaint)
{
    const QByteArray text = complaint.trimmed();
    return QString::fromUtf8(text.mid(text.lastIndexOf('\n') + 1));
}

Error error(ErrorKind kind, const char *sentence, int guest, const NodeName &node,
            const QString &detail = {})
{
    return {kind, message(sentence, {QString::number(guest), node.text()}), detail};
}
} // namespace

Error vncTrouble(const Expected<int> &exitCode, const QByteArray &complaint, int guest,
                 const NodeName &node)
{
    if (!exitCode)
        return exitCode.error();
    const QString detail = lastLine(complaint);
    if (*exitCode == 0)
        return error(ErrorKind::CommandFailed,
                     QT_TRANSLATE_NOOP("Core",
                                       "The console of guest %1 was closed on %2: the guest was "
                                       "stopped or moved, the viewer's password was wrong, or "
                                       "nothing happened for 15 minutes"),
                     guest, node, detail);
    for (const Reason &reason : reasons) {
        if (complaint.contains(reason.words))
            return error(reason.kind, reason.sentence, guest, node, detail);
    }
    if (*exitCode == notFound)
        return error(
            ErrorKind::CommandFailed,
            QT_TRANSLATE_NOOP("Core", "There is no qm on %2 to open the console of guest %1"),
            guest, node, detail);
    return error(ErrorKind::CommandFailed,
                 QT_TRANSLATE_NOOP("Core", "The console of guest %1 on %2 ended with an error"),
                 guest, node, detail);
}

Error withoutPassword(RfbGreeting::Security security, int guest, const NodeName &node)
{
    if (security == RfbGreeting::Security::Foreign)
        return error(ErrorKind::ParseFailed,
                     QT_TRANSLATE_NOOP("Core",
                                       "What answers as the console of guest %1 on %2 does not "
                                       "speak VNC"),
                     guest, node);
    return error(ErrorKind::Refused,
                 QT_TRANSLATE_NOOP("Core",
                                   "The console of guest %1 on %2 takes no one-time password: qm "
                                   "there is older than that of Proxmox VE 3.3"),
                 guest, node);
}
} // namespace Core
