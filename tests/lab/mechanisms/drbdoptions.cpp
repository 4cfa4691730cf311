// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drbdoptions.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace Lab
{

namespace
{

using Choices = std::vector<std::string>;

struct Accessor {
    std::string (*get)(const DrbdOptions &);
    bool (*set)(DrbdOptions &, const std::string &);
};

bool isOneOf(const Choices &choices, const std::string &value)
{
    return std::find(choices.begin(), choices.end(), value) != choices.end();
}

template <auto Part, auto Member> bool setWord(DrbdOptions &options, const std::string &value)
{
    options.*Part.*Member = value;
    return !value.empty();
}

template <auto Part, auto Member> bool setFlag(DrbdOptions &options, const std::string &value)
{
    options.*Part.*Member = value == "yes";
    return value == "yes" || value == "no";
}

bool setRate(DrbdOptions &options, int SyncerOptions::*member, const std::string &value)
{
    const auto rate = rateIn(value);
    if (rate)
        options.syncer.*member = *rate;
    return rate.has_value();
}

template <auto Part, auto Member, const Choices &(*known)()>
bool setChoice(DrbdOptions &options, const std::string &value)
{
    options.*Part.*Member = value;
    return isOneOf(known(), value);
}

// What a lone split needs no Primary for; only some of the words make sense with one or two.
const Choices &afterSb0Words()
{
    static const Choices words{"disconnect", "discard-younger-primary", "discard-older-primary",
                               "discard-zero-changes", "discard-least-changes"};
    return words;
}

const Choices &afterSb1Words()
{
    static const Choices words{"disconnect", "consensus", "violently-as0p", "discard-secondary",
                               "call-pri-lost-after-sb"};
    return words;
}

const Choices &afterSb2Words()
{
    static const Choices words{"disconnect", "violently-as0p", "call-pri-lost-after-sb"};
    return words;
}

const Choices &conflictWords()
{
    static const Choices words{"disconnect", "call-pri-lost", "violently"};
    return words;
}

const Choices &fencingWords()
{
    static const Choices words{"dont-care", "resource-only", "resource-and-stonith"};
    return words;
}

const Choices &ioErrorWords()
{
    static const Choices words{"pass_on", "call-local-io-error", "detach"};
    return words;
}

const Choices &handlerWords()
{
    static const Choices words{"none", "outdate"};
    return words;
}

bool setProtocol(DrbdOptions &options, const std::string &value)
{
    if (value != "A" && value != "B" && value != "C")
        return false;
    options.net.protocol = value.front();
    return true;
}

bool setPlanAhead(DrbdOptions &options, const std::string &value)
{
    const auto end = value.data() + value.size();
    const auto result = std::from_chars(value.data(), end, options.syncer.cPlanAhead);
    return result.ec == std::errc() && result.ptr == end && options.syncer.cPlanAhead >= 0;
}

bool setHandler(DrbdOptions &options, const std::string &value)
{
    options.fencePeer = value == "none" ? std::string() : value;
    return isOneOf(handlerWords(), value);
}

bool setAfter(DrbdOptions &options, const std::string &value)
{
    options.syncer.after = value == "none" ? std::string() : value;
    return !value.empty();
}

std::string unlessDefault(const std::string &value, const char *usual)
{
    return value == usual ? std::string() : value;
}

std::string yes(bool set)
{
    return set ? "yes" : "";
}

using O = DrbdOptions;
using N = NetOptions;
using D = DiskOptions;

using Accessors = std::map<std::string, Accessor>;

const Accessors &netAccessors()
{
    static const Accessors table{
        {"protocol", {[](const O &o) { return std::string(1, o.net.protocol); }, setProtocol}},
        {"cram-hmac-alg",
         {[](const O &o) { return o.net.cramHmacAlg; }, setWord<&O::net, &N::cramHmacAlg>}},
        {"shared-secret",
         {[](const O &o) { return o.net.sharedSecret; }, setWord<&O::net, &N::sharedSecret>}},
        {"allow-two-primaries",
         {[](const O &o) { return yes(o.net.allowTwoPrimaries); },
          setFlag<&O::net, &N::allowTwoPrimaries>}},
        {"after-sb-0pri",
         {[](const O &o) { return o.net.afterSb0; },
          setChoice<&O::net, &N::afterSb0, afterSb0Words>}},
        {"after-sb-1pri",
         {[](const O &o) { return o.net.afterSb1; },
          setChoice<&O::net, &N::afterSb1, afterSb1Words>}},
        {"after-sb-2pri",
         {[](const O &o) { return o.net.afterSb2; },
          setChoice<&O::net, &N::afterSb2, afterSb2Words>}},
        {"rr-conflict",
         {[](const O &o) { return unlessDefault(o.net.rrConflict, "disconnect"); },
          setChoice<&O::net, &N::rrConflict, conflictWords>}},
        {"always-asbp",
         {[](const O &o) { return yes(o.net.alwaysAsbp); }, setFlag<&O::net, &N::alwaysAsbp>}}};
    return table;
}

const Accessors &diskAccessors()
{
    static const Accessors table{
        {"fencing",
         {[](const O &o) { return unlessDefault(o.disk.fencing, "dont-care"); },
          setChoice<&O::disk, &D::fencing, fencingWords>}},
        {"on-io-error",
         {[](const O &o) { return unlessDefault(o.disk.onIoError, "pass_on"); },
          setChoice<&O::disk, &D::onIoError, ioErrorWords>}},
        {"fence-peer", {[](const O &o) { return o.fencePeer; }, setHandler}}};
    return table;
}

using S = SyncerOptions;

const Accessors &syncerAccessors()
{
    static const Accessors table{
        {"rate",
         {[](const O &o) { return rateText(o.syncer.rateKiBps); },
          [](O &o, const std::string &v) { return setRate(o, &S::rateKiBps, v); }}},
        {"verify-alg",
         {[](const O &o) { return o.syncer.verifyAlg; }, setWord<&O::syncer, &S::verifyAlg>}},
        {"after", {[](const O &o) { return o.syncer.after; }, setAfter}},
        {"c-plan-ahead",
         {[](const O &o) { return unlessDefault(std::to_string(o.syncer.cPlanAhead), "0"); },
          setPlanAhead}},
        {"c-min-rate",
         {[](const O &o) { return unlessDefault(rateText(o.syncer.cMinRateKiBps), "4M"); },
          [](O &o, const std::string &v) { return setRate(o, &S::cMinRateKiBps, v); }}},
        {"c-max-rate",
         {[](const O &o) { return unlessDefault(rateText(o.syncer.cMaxRateKiBps), "100M"); },
          [](O &o, const std::string &v) { return setRate(o, &S::cMaxRateKiBps, v); }}}};
    return table;
}

const Accessor *accessor(const std::string &name)
{
    for (const Accessors *table : {&netAccessors(), &diskAccessors(), &syncerAccessors()}) {
        const auto it = table->find(name);
        if (it != table->end())
            return &it->second;
    }
    return nullptr;
}

} // namespace

const std::vector<OptionKey> &drbdOptionKeys()
{
    static const std::vector<OptionKey> keys{
        {"protocol", OptionPart::Net},        {"cram-hmac-alg", OptionPart::Net},
        {"shared-secret", OptionPart::Net},   {"allow-two-primaries", OptionPart::Net},
        {"after-sb-0pri", OptionPart::Net},   {"after-sb-1pri", OptionPart::Net},
        {"after-sb-2pri", OptionPart::Net},   {"rr-conflict", OptionPart::Net},
        {"always-asbp", OptionPart::Net},     {"fencing", OptionPart::Disk},
        {"on-io-error", OptionPart::Disk},    {"rate", OptionPart::Syncer},
        {"verify-alg", OptionPart::Syncer},   {"after", OptionPart::Syncer},
        {"c-plan-ahead", OptionPart::Syncer}, {"c-min-rate", OptionPart::Syncer},
        {"c-max-rate", OptionPart::Syncer},   {"fence-peer", OptionPart::Handler}};
    return keys;
}

std::string drbdOption(const DrbdOptions &options, const std::string &name)
{
    const Accessor *found = accessor(name);
    return found ? found->get(options) : std::string();
}

bool setDrbdOption(DrbdOptions &options, const std::string &name, const std::string &value)
{
    const Accessor *found = accessor(name);
    DrbdOptions changed = options;
    if (!found || !found->set(changed, value))
        return false;
    options = changed;
    return true;
}

std::optional<int> rateIn(const std::string &text)
{
    int value = 0;
    const auto end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    const std::string unit(result.ptr, end);
    if (result.ec != std::errc() || value < 0)
        return std::nullopt;
    if (unit == "M" || unit == "m")
        return value <= 1 << 20 ? std::optional<int>(value * 1024) : std::nullopt;
    return unit.empty() || unit == "k" || unit == "K" ? std::optional<int>(value) : std::nullopt;
}

std::string rateText(int kibps)
{
    const bool mebibytes = kibps >= 1024 && kibps % 1024 == 0;
    return mebibytes ? std::to_string(kibps / 1024) + "M" : std::to_string(kibps) + "k";
}

} // namespace Lab
