// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <span>

namespace Ctl
{
// What a script may rely on; the last four are those of sysexits and of a shell.
enum ExitCode : int {
    Done = 0,
    NotWell = 1, // the thing asked about is not well, or an action failed or is unverified
    WrongUsage = 64,
    BadInput = 65,
    CannotReach = 69,
    NotAllowed = 77, // authentication, host key, preflight
    Interrupted = 130,
};

// `arguments` are those behind the command's name. Results go to stdout, words for people to
// stderr by complain(). The main thread; a command that waits runs its own event loop.
struct Subcommand {
    const char *name;
    int (*run)(const QStringList &arguments);
    const char *summary; // marked for translation, context Core
    const char *usage; // behind the program's name: "parse FORMAT [FILE|-]"
    const char *help; // paragraphs below the usage line, marked for translation
};
std::span<const Subcommand> subcommands(); // commandtable.cpp: a line each

// A file a command.
int runParse(const QStringList &arguments);
int runStatus(const QStringList &arguments);
int runLint(const QStringList &arguments);
int runConf(const QStringList &arguments);
int diffConf(const QStringList &arguments); // behind "conf diff"
int historyOfConf(const QStringList &arguments); // behind "conf history"
int runFence(const QStringList &arguments);
int runPower(const QStringList &arguments);
int runNode(const QStringList &arguments);
int runMigrate(const QStringList &arguments);
int runHa(const QStringList &arguments);
int runBundle(const QStringList &arguments);

QString helpText(const Subcommand &command); // translated, with a line break at the end
void say(const QString &text); // to stdout, as UTF-8
void complain(const QString &text); // to stderr, with "binomectl: " before it
// Says what is wrong with the arguments and how the command is used; the exit code for that.
int wrongUsage(const QString &what, const char *commandName = nullptr);
} // namespace Ctl
