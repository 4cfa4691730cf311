// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace Lab
{

// What a resource's file, or the kernel after it was read, says, a struct for each section. The
// words are those of drbd.conf(5) of 8.3; the values are the article's.
struct NetOptions {
    char protocol = 'C';
    bool allowTwoPrimaries = true;
    std::string cramHmacAlg = "sha1";
    std::string sharedSecret = "my-secret";
    std::string afterSb0 = "discard-zero-changes";
    std::string afterSb1 = "discard-secondary";
    std::string afterSb2 = "disconnect";
    std::string rrConflict = "disconnect";
    bool alwaysAsbp = false;

    friend bool operator==(const NetOptions &, const NetOptions &) = default;
};

struct DiskOptions {
    std::string fencing = "dont-care";
    std::string onIoError = "pass_on";
};

struct SyncerOptions {
    int rateKiBps = 30 * 1024;
    std::string verifyAlg = "md5";
    std::string after; // the resource whose resynchronisation goes first
    int cPlanAhead = 0; // tenths of a second; 0: the rate is fixed
    int cMinRateKiBps = 4096; // 0: never throttled
    int cMaxRateKiBps = 100 * 1024;
};

struct DrbdOptions {
    NetOptions net; // taken by a new connection only
    DiskOptions disk; // taken when a disk is attached
    SyncerOptions syncer; // taken at once
    // What the fence-peer handler does: "outdate" asks the peer over the cluster's network; empty:
    // there is no handler.
    std::string fencePeer;
};

enum class OptionPart { Net, Disk, Syncer, Handler };

struct OptionKey {
    const char *name;
    OptionPart part;
};

// Every option that can be changed, in the order in which they are printed.
const std::vector<OptionKey> &drbdOptionKeys();
// As the file has it; empty when it is the kernel's default, which no file repeats.
std::string drbdOption(const DrbdOptions &options, const std::string &name);
// False when drbd.conf(5) knows no such word or value for it.
bool setDrbdOption(DrbdOptions &options, const std::string &name, const std::string &value);
// "30M", "500k", "4096" (KiB a second); nothing for another word.
std::optional<int> rateIn(const std::string &text);
std::string rateText(int kibps);

} // namespace Lab
