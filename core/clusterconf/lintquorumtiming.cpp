// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lintsheet.h"

namespace Core
{
namespace
{
using namespace std::chrono_literals;

QString milliseconds(std::chrono::milliseconds time)
{
    return QString::number(time.count());
}

std::optional<Fix> tokenFix(const LintSheet &sheet, const QuorumTiming &timing)
{
    const QString value = milliseconds(timing.advisedToken());
    if (const int totem = sheet.document.indexOf({u"totem"}); totem >= 0)
        return settingFix(sheet.document, totem, QStringLiteral("token"), value);
    return Fix{message(QT_TRANSLATE_NOOP("Core", "set %1 to %2"), {QStringLiteral("token"), value}),
               {insertElement(sheet.document, 0,
                              {QStringLiteral("totem"), {{QStringLiteral("token"), value}}, {}},
                              sheet.document.indexOf({u"quorumd"}))}};
}

TextRange tokenPlace(const LintSheet &sheet)
{
    const int totem = sheet.document.indexOf({u"totem"});
    const bool given = totem >= 0 && sheet.at(totem).attribute(u"token");
    return given ? sheet.place(totem, u"token") : sheet.place(sheet.document.indexOf({u"quorumd"}));
}

void judgeToken(LintSheet &sheet, const QuorumTiming &timing)
{
    if (timing.token < 10s) {
        sheet.tell(
            {"C10", Severity::Blocker, tokenPlace(sheet),
             message(QT_TRANSLATE_NOOP(
                         "Core",
                         "the token of %1 ms is too short for a quorum disk, which asks for %2 ms"),
                     {milliseconds(timing.token), milliseconds(10s)}),
             message(QT_TRANSLATE_NOOP("Core", "qdiskd does not start")), "qdisk/main.c",
             tokenFix(sheet, timing)});
        return;
    }
    if (timing.refused())
        sheet.tell(
            {"C10", Severity::Blocker, tokenPlace(sheet),
             message(QT_TRANSLATE_NOOP("Core",
                                       "the token of %1 ms is shorter than the %2 ms that the "
                                       "quorum disk needs: interval %3 s × (tko %4 + master_wait "
                                       "%5 + upgrade_wait %6) and one interval more"),
                     {milliseconds(timing.token), milliseconds(timing.leastToken()),
                      QString::number(timing.interval.count() / 1'000), QString::number(timing.tko),
                      QString::number(timing.masterWait), QString::number(timing.upgradeWait)}),
             message(QT_TRANSLATE_NOOP(
                 "Core", "qdiskd does not start, or a node is fenced before the disk has decided")),
             "qdisk(5) 3.3.1", tokenFix(sheet, timing)});
    else if (timing.tight())
        sheet.tell(
            {"C10", Severity::Warning, tokenPlace(sheet),
             message(
                 QT_TRANSLATE_NOOP(
                     "Core", "the token of %1 ms is not longer than twice interval × tko, %2 ms"),
                 {milliseconds(timing.token), milliseconds(timing.carefulToken())}),
             message(QT_TRANSLATE_NOOP("Core",
                                       "qdiskd accepts it, Red Hat's rule of thumb does not: it "
                                       "leaves little for a slow disk")),
             "Red Hat, qdisk(5)", tokenFix(sheet, timing)});
}

void judgePoll(LintSheet &sheet, const QuorumTiming &timing)
{
    const int cman = sheet.document.indexOf({u"cman"});
    const std::optional<int> poll
        = cman < 0 ? std::nullopt : sheet.number(cman, u"quorum_dev_poll");
    if (poll && std::chrono::milliseconds(*poll) != timing.token)
        sheet.tell(
            {"qdisk.poll", Severity::Warning, sheet.place(cman, u"quorum_dev_poll"),
             message(QT_TRANSLATE_NOOP(
                         "Core",
                         "quorum_dev_poll is %1 ms and the token %2 ms: they should be the same"),
                     {QString::number(*poll), milliseconds(timing.token)}),
             message(QT_TRANSLATE_NOOP("Core", "without it cman takes the token by itself")),
             "cman(5)", removingFix(sheet.document, cman, QStringLiteral("quorum_dev_poll"))});
}

void judgeNumbers(LintSheet &sheet, int disk, const QuorumTiming &timing)
{
    for (const QStringView name : {u"interval", u"tko", u"tko_up", u"master_wait", u"upgrade_wait",
                                   u"io_timeout", u"min_score", u"votes"}) {
        const ConfAttribute *attribute = sheet.at(disk).attribute(name);
        if (attribute && (!leadingNumber(attribute->value) || *leadingNumber(attribute->value) < 0))
            sheet.tell({"qdisk.number", Severity::Error, attribute->range,
                        message(QT_TRANSLATE_NOOP("Core", "“%1” must be a whole number, not “%2”"),
                                {attribute->name, attribute->value}),
                        message(QT_TRANSLATE_NOOP("Core", "qdiskd takes its default instead")),
                        "qdisk(5)"});
    }
    if (timing.tko < 4)
        sheet.tell(
            {"qdisk.tko", Severity::Warning, sheet.place(disk, u"tko"),
             message(QT_TRANSLATE_NOOP(
                         "Core",
                         "after %1 missed intervals a node is dead: qdiskd itself warns below 4"),
                     {QString::number(timing.tko)}),
             message(
                 QT_TRANSLATE_NOOP("Core", "a short delay of the disk is enough to lose a node")),
             "qdisk(5)"});
}
} // namespace

void judgeQuorumTiming(LintSheet &sheet)
{
    const std::optional<QuorumTiming> timing = quorumTiming(sheet.document);
    if (!timing)
        return;
    judgeToken(sheet, *timing);
    judgePoll(sheet, *timing);
    judgeNumbers(sheet, sheet.document.indexOf({u"quorumd"}), *timing);
}
} // namespace Core
