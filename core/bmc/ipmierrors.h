// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/bmc/bmc.h"

// Our words for what OpenIPMI and BMCs answer; the library's own mislead ("Invalid argument" is a
// wrong password). Measured against 2.0.33.
namespace Core
{
QString bmcLabel(const BmcAddress &bmc); // host, with the port when it is not 623

// A session that did not come up. `complaint`: ipmiComplaint() at that moment.
Error sessionError(int error, const QString &complaint, const BmcAddress &bmc);
// Refused at a privilege, and only asking again at a lower one tells what was refused: RAKP status
// 0Dh is "no such user" as well as "user without this privilege", and a channel limited below the
// privilege refuses to tell its capabilities, as a BMC without IPMI 2.0 does.
bool mayMeanPrivilege(int error);

// A chassis command answered with this completion code (not 0).
Error chassisError(quint8 completionCode, const BmcAddress &bmc);
constexpr quint8 notInPresentState = 0xd5;
constexpr quint8 answerTimedOut = 0xc3; // also made up by the library

Error wrongPassword(const BmcAddress &bmc, const QString &detail);
Error unknownUser(const BmcAddress &bmc, const QString &detail);
Error noFreeSession(const BmcAddress &bmc, const QString &detail); // it has only a few
Error noAnswer(const BmcAddress &bmc);
Error unknownHost(const BmcAddress &bmc, const QString &detail);
Error privilegeTooLow(const BmcAddress &bmc, const QString &detail);
Error outcomeUnknown(const BmcAddress &bmc); // a power command was sent and nothing came back
Error stopped(bool commandSent, const BmcAddress &bmc);
Error unusableLogin(const BmcAddress &bmc); // longer than the protocol allows
Error malformedAnswer(const BmcAddress &bmc, const QByteArray &answer);
} // namespace Core
