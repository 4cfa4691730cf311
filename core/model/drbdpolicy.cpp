// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drbdpolicy.h"

#include <algorithm>
#include <array>

namespace Core
{
namespace
{
struct Meaning {
    const char *key;
    const char *value; // empty: DRBD's default, when the option is not given
    const char *words; // %1: the value
};
// drbd.conf(5) of 8.3 and 8.4.
constexpr std::array meanings{
    Meaning{"net/protocol", "A",
            QT_TRANSLATE_NOOP("Core",
                              "protocol A: a write is done once it is on the way; the last "
                              "ones can be lost with a node")},
    Meaning{
        "net/protocol", "B",
        QT_TRANSLATE_NOOP("Core", "protocol B: a write is done once the peer has it in memory")},
    Meaning{"net/protocol", "C",
            QT_TRANSLATE_NOOP("Core", "protocol C: a write is done once both disks have it")},
    Meaning{"net/after-sb-0pri", "",
            QT_TRANSLATE_NOOP("Core", "split brain, no side Primary: they stay apart")},
    Meaning{"net/after-sb-0pri", "disconnect",
            QT_TRANSLATE_NOOP("Core", "split brain, no side Primary: they stay apart")},
    Meaning{"net/after-sb-0pri", "discard-zero-changes",
            QT_TRANSLATE_NOOP("Core",
                              "split brain, no side Primary: a side that wrote nothing "
                              "follows the other; if both wrote they stay apart")},
    Meaning{"net/after-sb-0pri", "discard-least-changes",
            QT_TRANSLATE_NOOP("Core",
                              "split brain, no side Primary: the side that wrote less "
                              "loses its writes without a question")},
    Meaning{"net/after-sb-0pri", "discard-younger-primary",
            QT_TRANSLATE_NOOP("Core",
                              "split brain, no side Primary: the side that was Primary "
                              "last loses its writes without a question")},
    Meaning{"net/after-sb-0pri", "discard-older-primary",
            QT_TRANSLATE_NOOP("Core",
                              "split brain, no side Primary: the side that was Primary "
                              "first loses its writes without a question")},
    Meaning{"net/after-sb-1pri", "",
            QT_TRANSLATE_NOOP("Core", "split brain, one side Primary: they stay apart")},
    Meaning{"net/after-sb-1pri", "disconnect",
            QT_TRANSLATE_NOOP("Core", "split brain, one side Primary: they stay apart")},
    Meaning{"net/after-sb-1pri", "consensus",
            QT_TRANSLATE_NOOP("Core",
                              "split brain, one side Primary: the Secondary loses its "
                              "writes if the rule without Primary says so too")},
    Meaning{"net/after-sb-1pri", "discard-secondary",
            QT_TRANSLATE_NOOP("Core",
                              "split brain, one side Primary: the Secondary loses its "
                              "writes without a question")},
    Meaning{"net/after-sb-1pri", "call-pri-lost-after-sb",
            QT_TRANSLATE_NOOP("Core",
                              "split brain, one side Primary: the loser's handler is "
                              "called, which usually reboots the node")},
    Meaning{"net/after-sb-2pri", "",
            QT_TRANSLATE_NOOP("Core", "split brain, both sides Primary: they stay apart")},
    Meaning{"net/after-sb-2pri", "disconnect",
            QT_TRANSLATE_NOOP("Core", "split brain, both sides Primary: they stay apart")},
    Meaning{"net/after-sb-2pri", "call-pri-lost-after-sb",
            QT_TRANSLATE_NOOP("Core",
                              "split brain, both sides Primary: the loser's handler is "
                              "called, which usually reboots the node")},
    Meaning{"disk/fencing", "",
            QT_TRANSLATE_NOOP("Core", "no fencing: after a failed link both sides go on writing")},
    Meaning{"disk/fencing", "dont-care",
            QT_TRANSLATE_NOOP("Core", "no fencing: after a failed link both sides go on writing")},
    Meaning{"disk/fencing", "resource-only",
            QT_TRANSLATE_NOOP("Core",
                              "fencing: the handler marks the peer's copy Outdated, the "
                              "writes go on meanwhile")},
    Meaning{
        "disk/fencing", "resource-and-stonith",
        QT_TRANSLATE_NOOP("Core", "fencing: writes wait until the handler has fenced the peer")},
    Meaning{"disk/on-io-error", "detach",
            QT_TRANSLATE_NOOP("Core",
                              "an error of the disk drops it: the node goes on with the "
                              "peer's copy")},
    Meaning{"disk/on-io-error", "pass_on",
            QT_TRANSLATE_NOOP("Core", "an error of the disk is handed on to the guest")},
    Meaning{"disk/on-io-error", "call-local-io-error",
            QT_TRANSLATE_NOOP("Core", "an error of the disk calls the local-io-error handler")},
    Meaning{"startup/wfc-timeout", "",
            QT_TRANSLATE_NOOP("Core", "at boot the node waits for its peer for ever")},
    Meaning{"startup/wfc-timeout", "0",
            QT_TRANSLATE_NOOP("Core", "at boot the node waits for its peer for ever")},
    Meaning{"startup/become-primary-on", "both",
            QT_TRANSLATE_NOOP("Core", "at boot both sides become Primary")},
};
// In the order of the panel; the words are for a value that no line above has.
constexpr std::array options{
    Meaning{"net/protocol", "", QT_TRANSLATE_NOOP("Core", "protocol %1")},
    Meaning{"net/after-sb-0pri", "", QT_TRANSLATE_NOOP("Core", "split brain, no side Primary: %1")},
    Meaning{"net/after-sb-1pri", "",
            QT_TRANSLATE_NOOP("Core", "split brain, one side Primary: %1")},
    Meaning{"net/after-sb-2pri", "",
            QT_TRANSLATE_NOOP("Core", "split brain, both sides Primary: %1")},
    Meaning{"disk/fencing", "", QT_TRANSLATE_NOOP("Core", "fencing: %1")},
    Meaning{"disk/on-io-error", "", QT_TRANSLATE_NOOP("Core", "an error of the disk: %1")},
    Meaning{"disk/resync-rate", "", QT_TRANSLATE_NOOP("Core", "resync at %1 a second")},
    Meaning{"syncer/rate", "", QT_TRANSLATE_NOOP("Core", "resync at %1 a second")},
    Meaning{"disk/c-plan-ahead", "",
            QT_TRANSLATE_NOOP("Core",
                              "the rate is controlled, planning %1 tenths of a second "
                              "ahead (0: fixed)")},
    Meaning{"disk/c-min-rate", "",
            QT_TRANSLATE_NOOP("Core", "while guests write the resync is held at %1 a second")},
    Meaning{"disk/c-max-rate", "", QT_TRANSLATE_NOOP("Core", "resync at %1 a second at most")},
    Meaning{"startup/wfc-timeout", "",
            QT_TRANSLATE_NOOP("Core", "at boot the node waits %1 s for its peer")},
    Meaning{"startup/degr-wfc-timeout", "",
            QT_TRANSLATE_NOOP("Core", "at boot after having been alone it waits %1 s")},
    Meaning{"startup/become-primary-on", "",
            QT_TRANSLATE_NOOP("Core", "at boot %1 becomes Primary")},
};

const char *wordsOf(QByteArrayView key, const QString &value)
{
    for (const Meaning &meaning : meanings) {
        if (key == QByteArrayView(meaning.key) && value == QLatin1StringView(meaning.value))
            return meaning.words;
    }
    return nullptr;
}

DrbdPolicy dualPrimary(const DrbdResourceConfig &resource)
{
    const QString key = QStringLiteral("net/allow-two-primaries");
    const DrbdSetting *setting = settingOf(resource, key);
    return {key, setting ? std::optional(*setting) : std::nullopt,
            isSet(resource, key)
                ? message(QT_TRANSLATE_NOOP("Core", "both sides may be Primary at once"))
                : message(QT_TRANSLATE_NOOP("Core", "one side alone may be Primary"))};
}

std::optional<Rate> rateOf(const DrbdResourceConfig &resource, const char *key)
{
    const DrbdSetting *setting = settingOf(resource, QString::fromLatin1(key));
    const std::optional<Bytes> rate = setting ? drbdRate(setting->value) : std::nullopt;
    return rate ? std::optional(Rate{double(rate->value)}) : std::nullopt;
}
} // namespace

QList<DrbdPolicy> policiesOf(const DrbdResourceConfig &resource)
{
    QList<DrbdPolicy> policies;
    for (const Meaning &option : options) {
        const QString key = QString::fromLatin1(option.key);
        const DrbdSetting *setting = settingOf(resource, key);
        const QString value = setting ? setting->value : QString();
        if (const char *words = wordsOf(option.key, value))
            policies << DrbdPolicy{key, setting ? std::optional(*setting) : std::nullopt,
                                   message(words)};
        else if (setting)
            policies << DrbdPolicy{key, *setting, message(option.words, {value})};
    }
    policies.insert(std::min<qsizetype>(1, policies.size()), dualPrimary(resource));
    return policies;
}

std::optional<Rate> configuredRate(const DrbdResourceConfig &resource)
{
    const std::optional<Rate> rate = rateOf(resource, "disk/resync-rate");
    return rate ? rate : rateOf(resource, "syncer/rate");
}

std::optional<Rate> minimumRate(const DrbdResourceConfig &resource)
{
    const std::optional<Rate> rate = rateOf(resource, "disk/c-min-rate");
    return rate ? rate : rateOf(resource, "syncer/c-min-rate");
}
} // namespace Core
