// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/health.h"

#include <QDateTime>

#include <chrono>

// The words of states in the language of the person; rgmanager's, DRBD's and cman's own words are
// never translated and do not pass here.
namespace Gui::Words
{
QString contact(const Core::Contact &contact); // "online" is not ours to say: "connected"
QString member(Core::MemberState state);
QString power(Core::PowerState state);
// Of a BMC in a word or two, also when it could not be asked; the sentence is in the power table.
QString power(const Core::Observed<Core::BmcState> &view);
QString guest(Core::GuestState state);
QString linkKind(Core::LinkKind kind);
QString observer(const Core::Observer &observer); // "this workstation" or the machine's name
QString speed(int megabits); // "10 Gb/s"
QString percent(double value, int decimals = 0);

QString ago(std::chrono::milliseconds age); // "0.4 s ago"
QString seen(std::chrono::milliseconds age); // "seen 0.4 s ago"
QString clock(const QDateTime &utc); // "02:15:48", workstation's time zone
QString clockMinutes(const QDateTime &utc); // "02:15"
QString moment(const QDateTime &utc); // "22 Oct 02:15", likewise
QString milliseconds(std::chrono::microseconds time); // "0.4 ms"
QString joined(const QStringList &parts); // with middle dots, empty parts left out
} // namespace Gui::Words
