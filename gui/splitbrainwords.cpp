// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/splitbrainwords.h"

#include "gui/journaltext.h"
#include "gui/words.h"

#include <QCoreApplication>

namespace Gui::SplitBrainWords
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::SplitBrainWords)
};

QString guestText(const Core::SplitGuest &guest)
{
    const QString name
        = Words::joined({QString::number(guest.id), guest.name.text()}).replace(u'·', u' ');
    const QString plain = name.simplified();
    return guest.highlyAvailable ? Text::tr("%1 (HA)").arg(plain) : plain;
}

QString dated(const QDateTime &utc)
{
    return JournalText::when(utc);
}
} // namespace

Tone tone(Core::ApartKind kind)
{
    switch (kind) {
    case Core::ApartKind::SplitBrain:
        return Tone::Bad;
    case Core::ApartKind::SecretMismatch:
    case Core::ApartKind::UnrelatedData:
    case Core::ApartKind::Disconnected:
    case Core::ApartKind::NetworkDown:
        return Tone::Warning;
    case Core::ApartKind::Unknown:
        return Tone::Unknown;
    }
    return Tone::Unknown;
}

QString verdict(const Core::Apart &apart)
{
    switch (apart.kind) {
    case Core::ApartKind::Unknown:
        return Text::tr("Not known yet whether this is a split brain");
    case Core::ApartKind::SplitBrain:
        return Text::tr("Split brain, proven");
    case Core::ApartKind::SecretMismatch:
        return Text::tr("No split brain: the shared secrets differ");
    case Core::ApartKind::UnrelatedData:
        return Text::tr("No split brain: the two copies have nothing in common");
    case Core::ApartKind::Disconnected:
        return apart.by.isEmpty()
            ? Text::tr("No split brain: disconnected by an administrator")
            : Text::tr("No split brain: disconnected by an administrator on %1")
                  .arg(apart.by.text());
    case Core::ApartKind::NetworkDown:
        return Text::tr("No split brain: each side waits for the other");
    }
    return {};
}

QString since(const Core::Apart &apart, const ClusterSource &source)
{
    if (!apart.since.isValid())
        return Text::tr("Apart since when is not known");
    const auto ahead = source.path(apart.sinceBy).clockOffset.value_or(std::chrono::seconds(0));
    const auto seconds = std::chrono::round<std::chrono::seconds>(ahead);
    return Text::tr("Apart since %1").arg(dated(apart.since.addSecs(-seconds.count())));
}

QString changed(const Core::SplitSide &side)
{
    return side.state.changed ? Core::sizeText(*side.state.changed) : Text::tr("not known");
}

QString state(const Core::SplitSide &side)
{
    if (!side.answers)
        return Text::tr("does not answer");
    return QStringLiteral("%1, %2, %3")
        .arg(Core::word(side.state.connection), Core::word(side.state.role),
             Core::word(side.state.disk));
}

QString guests(const Core::SplitSide &side)
{
    if (!side.guests)
        return Text::tr("not known");
    QStringList all;
    for (const Core::SplitGuest &guest : *side.guests)
        all << guestText(guest);
    return all.isEmpty() ? Text::tr("none", "guests") : all.join(QStringLiteral(", "));
}

QString groups(const Core::SplitBrain &split, const Core::SplitSide &side)
{
    QStringList all;
    for (const QString &group : split.use.groups) {
        const auto seqno = side.seqno.constFind(group);
        all << (seqno == side.seqno.cend()
                    ? group
                    : QStringLiteral("%1 (seqno %2)").arg(group).arg(*seqno));
    }
    if (!split.use.groupsKnown)
        return Text::tr("not known");
    return all.isEmpty() ? Text::tr("none") : all.join(QStringLiteral(", "));
}

QString onlyHere(const Core::SplitSide &side)
{
    if (!side.volumes)
        return Text::tr("not known: LVM reads no Secondary");
    QList<Core::SplitVolume> own;
    for (const Core::SplitVolume &volume : *side.volumes) {
        if (volume.onlyHere)
            own << volume;
    }
    return own.isEmpty() ? Text::tr("none") : volumes(own);
}

QString lastWrite(const Core::SplitSide &side)
{
    return side.lastWrite.isValid() ? dated(side.lastWrite) : Text::tr("not known");
}

QString volumes(const QList<Core::SplitVolume> &volumes)
{
    QStringList all;
    for (const Core::SplitVolume &volume : volumes)
        all << Text::tr("%1 (%2)").arg(volume.path(), Core::sizeText(volume.size));
    return all.join(QStringLiteral(", "));
}

QString proposal(const Core::SplitBrain &split)
{
    const QString why = Core::rendered(split.why);
    if (!split.proposed)
        return why.isEmpty() ? Text::tr("No recommendation.")
                             : Text::tr("No recommendation — %1").arg(why);
    const QString victim = split.proposed->text();
    return why.isEmpty() ? Text::tr("Recommended: discard the changes of %1.").arg(victim)
                         : Text::tr("Recommended: discard the changes of %1 — %2").arg(victim, why);
}
} // namespace Gui::SplitBrainWords
