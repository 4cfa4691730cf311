// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gui::Words
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::Words)
};

QString lost(const Core::Contact &contact)
{
    const bool keyChanged = contact.error && contact.error->kind == Core::ErrorKind::HostKeyChanged;
    return keyChanged ? Text::tr("host key not trusted") : Text::tr("login refused");
}

// Ages are told in whole seconds: tenths would be wrong again before they are read, and what they
// stand on would be painted for nothing.
QString ageText(std::chrono::milliseconds age)
{
    if (age >= std::chrono::seconds(10))
        return Core::durationText(age);
    return Text::tr("%1 s").arg(QLocale().toString(age.count() / 1000));
}

// A machine that is silent for two seconds is told to be so; below that an answer is new.
bool isNew(std::chrono::milliseconds age)
{
    return age < std::chrono::seconds(2);
}
} // namespace

QString contact(const Core::Contact &contact)
{
    switch (contact.state) {
    case Core::ContactState::NeverTried:
        return Text::tr("not asked yet");
    case Core::ContactState::Connecting:
        return Text::tr("connecting");
    case Core::ContactState::Connected:
        return Text::tr("connected");
    case Core::ContactState::Silent:
    case Core::ContactState::Lost:
        return Text::tr("not answering");
    case Core::ContactState::NeedsAnswer:
        return Text::tr("waits for you");
    case Core::ContactState::Refused:
        return lost(contact);
    }
    return {};
}

QString member(Core::MemberState state)
{
    switch (state) {
    case Core::MemberState::Unknown:
        return Text::tr("membership unknown");
    case Core::MemberState::Joining:
        return Text::tr("joining");
    case Core::MemberState::Member:
        return Text::tr("online");
    case Core::MemberState::Leaving:
        return Text::tr("leaving");
    case Core::MemberState::NotInCluster:
        return Text::tr("not in the cluster");
    case Core::MemberState::Dead:
        return Text::tr("lost");
    case Core::MemberState::Disallowed:
        return Text::tr("disallowed");
    }
    return {};
}

QString power(Core::PowerState state)
{
    switch (state) {
    case Core::PowerState::Unknown:
        return Text::tr("unknown");
    case Core::PowerState::Off:
        return Text::tr("off");
    case Core::PowerState::On:
        return Text::tr("on");
    case Core::PowerState::Cycling:
        return Text::tr("cycling");
    }
    return {};
}

QString power(const Core::Observed<Core::BmcState> &view)
{
    if (!view.error)
        return power(view.value ? view.value->power : Core::PowerState::Unknown);
    switch (view.error->kind) {
    case Core::ErrorKind::Unreachable:
    case Core::ErrorKind::Timeout:
        return Text::tr("no answer");
    case Core::ErrorKind::AuthRefused:
        return Text::tr("login refused");
    case Core::ErrorKind::Refused:
        return Text::tr("refuses");
    case Core::ErrorKind::HostKeyChanged:
    case Core::ErrorKind::Cancelled:
    case Core::ErrorKind::CommandFailed:
    case Core::ErrorKind::ParseFailed:
    case Core::ErrorKind::Stale:
    case Core::ErrorKind::Storage:
    case Core::ErrorKind::Internal:
        return power(Core::PowerState::Unknown);
    }
    return {};
}

QString guest(Core::GuestState state)
{
    switch (state) {
    case Core::GuestState::Unknown:
        return Text::tr("not known");
    case Core::GuestState::Stopped:
        return Text::tr("stopped");
    case Core::GuestState::Running:
        return Text::tr("runs");
    case Core::GuestState::Paused:
        return Text::tr("paused");
    case Core::GuestState::IoError:
        return Text::tr("disk error");
    }
    return {};
}

QString linkKind(Core::LinkKind kind)
{
    switch (kind) {
    case Core::LinkKind::ClusterNetwork:
        return Text::tr("cluster");
    case Core::LinkKind::Replication:
        return Text::tr("replication");
    case Core::LinkKind::Ipmi:
        return QStringLiteral("IPMI");
    case Core::LinkKind::Iscsi:
        return QStringLiteral("iSCSI");
    }
    return {};
}

QString observer(const Core::Observer &observer)
{
    const auto *node = std::get_if<Core::NodeName>(&observer);
    return node ? node->text() : Text::tr("this workstation");
}

QString speed(int megabits)
{
    const QLocale locale;
    if (megabits >= 1000)
        return Text::tr("%1 Gb/s").arg(locale.toString(megabits / 1000.0, 'g', 3));
    return Text::tr("%1 Mb/s").arg(locale.toString(megabits));
}

QString percent(double value, int decimals)
{
    return Text::tr("%1 %").arg(QLocale().toString(value, 'f', decimals));
}

QString ago(std::chrono::milliseconds age)
{
    return isNew(age) ? Text::tr("just now") : Text::tr("%1 ago").arg(ageText(age));
}

QString seen(std::chrono::milliseconds age)
{
    return isNew(age) ? Text::tr("seen just now") : Text::tr("seen %1 ago").arg(ageText(age));
}

QString clock(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
}

QString clockMinutes(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime().time(), QStringLiteral("HH:mm"));
}

QString moment(const QDateTime &utc)
{
    //: day of the month, short name of the month, time; as QLocale writes them
    return QLocale().toString(utc.toLocalTime(), Text::tr("d MMM HH:mm"));
}

QString milliseconds(std::chrono::microseconds time)
{
    return Text::tr("%1 ms").arg(QLocale().toString(double(time.count()) / 1000, 'f', 1));
}

QString joined(const QStringList &parts)
{
    QStringList kept;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            kept << part;
    }
    return kept.join(QStringLiteral(" · "));
}
} // namespace Gui::Words
