// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/descendants.h"
#include "common/wire.h"
#include "mechanisms/events.h"
#include "scenarioverbs.h"
#include "supervisor.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include <cerrno>
#include <charconv>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <poll.h>

using namespace Lab;

namespace
{

using Words = std::vector<std::string>;

constexpr int usageError = 64;

std::string defaultFolder()
{
    const char *runtime = std::getenv("XDG_RUNTIME_DIR");
    if (runtime && *runtime)
        return std::string(runtime) + "/binome-lab";
    return "/tmp/binome-lab-" + std::to_string(::geteuid());
}

struct Line {
    Words words; // without the options
    std::string folder;
    int speed = 1;
    std::optional<int> bootSeconds;
    bool json = false;
    bool foreground = false;
    bool virtually = false;
    int seed = 1;
    bool good = true;
};

bool number(const std::string &text, int low, int high, int &value)
{
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc() && result.ptr == text.data() + text.size() && value >= low
        && value <= high;
}

Line parsed(const Words &arguments)
{
    Line line;
    line.folder = defaultFolder();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &word = arguments[i];
        const std::string next = i + 1 < arguments.size() ? arguments[i + 1] : "";
        int value = 0;
        if (word == "--dir" && !next.empty())
            line.folder = arguments[++i];
        else if (word == "--speed" && number(next, 1, 10, line.speed))
            ++i;
        else if (word == "--boot-time" && number(next, 0, 3600, value)) {
            line.bootSeconds = value;
            ++i;
        } else if (word == "--json")
            line.json = true;
        else if (word == "--foreground")
            line.foreground = true;
        else if (word == "--virtual")
            line.virtually = true;
        else if (word == "--seed" && number(next, 0, INT_MAX, line.seed))
            ++i;
        else if (word == "--seed" || word == "--dir" || word == "--speed" || word == "--boot-time")
            line.good = false;
        else
            line.words.push_back(word);
    }
    line.folder = std::filesystem::absolute(line.folder).lexically_normal();
    return line;
}

int usage(std::FILE *to, int exit)
{
    std::fputs("usage: binome-lab up [--dir DIR] [--speed 1..10] [--boot-time SECONDS] [--json] "
               "[--foreground]\n"
               "       binome-lab down [--dir DIR]\n"
               "       binome-lab status [--json] [--dir DIR]\n"
               "       binome-lab kill|power-cut [--with-bmc]|boot MACHINE, cut|heal LINK, do "
               "EVENT... [--dir DIR]\n"
               "       binome-lab scenarios\n"
               "       binome-lab run SCENARIO [--virtual [--seed N]] [--dir DIR]\n"
               "       binome-lab facts [--dir DIR]\n"
               "links: lan drbd lan:MACHINE ipmi:NODE iscsi:NODE ssh:MACHINE\nevents:\n",
               to);
    std::fputs(eventHelp().c_str(), to);
    return exit;
}

int fail(const std::string &why)
{
    std::fprintf(stderr, "binome-lab: %s\n", why.c_str());
    return 1;
}

// Beside this program where both were built; installed, it is nothing anybody calls.
std::string nodeCommand()
{
    std::error_code error;
    const auto here = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    const auto beside = here / "binome-lab-command";
    if (std::filesystem::exists(beside, error))
        return beside;
    return here.parent_path() / "libexec/binome/binome-lab-command";
}

// The lock is the supervisor's for as long as it lives.
bool someoneRuns(const std::string &folder)
{
    const Fd file(::open((folder + "/running").c_str(), O_RDWR | O_CLOEXEC));
    return file && ::flock(file.get(), LOCK_EX | LOCK_NB) != 0;
}

// What a supervisor that was killed could not take away itself.
void sweep(const std::string &folder)
{
    killAll(processesWith("BINOME_LAB_CHILD", folder));
    std::ifstream file(folder + "/running");
    std::string network;
    if (std::getline(file, network) && network.rfind("127.", 0) == 0) {
        const std::string lock = "/tmp/binome-lab-" + network + ".lock";
        const Fd held(::open(lock.c_str(), O_RDWR | O_CLOEXEC));
        if (held && ::flock(held.get(), LOCK_EX | LOCK_NB) == 0)
            ::unlink(lock.c_str());
    }
    removeTree(folder);
}

// Only a folder of a laboratory is ever removed.
bool foreign(const std::string &folder)
{
    std::error_code error;
    return std::filesystem::exists(folder, error) && !std::filesystem::is_empty(folder, error)
        && !std::filesystem::exists(folder + "/running", error);
}

void report(const Line &line)
{
    const auto reply = ask(line.folder, line.json ? Words{"status", "--json"} : Words{"status"});
    if (reply)
        std::fputs(reply->out.c_str(), stdout);
    if (!line.json)
        std::printf("profile %s/profile.json\n", line.folder.c_str());
}

[[noreturn]] void becomeSupervisor(const Line &line, int ready)
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    ::prctl(PR_SET_NAME, "binome-lab");
    ::signal(SIGPIPE, SIG_IGN);
    auto supervisor = std::make_unique<Supervisor>(
        Options{line.folder, nodeCommand(), line.speed, line.bootSeconds});
    const std::string message = supervisor->start().value_or(std::string());
    if (!message.empty())
        supervisor.reset(); // whoever hears of it finds nothing left
    if (::write(ready, message.data(), message.size()) >= 0)
        ::close(ready);
    if (supervisor)
        supervisor->run();
    supervisor.reset();
    std::_Exit(message.empty() ? 0 : 1);
}

void detach(int ready)
{
    ::setsid();
    if (::chdir("/") != 0)
        return;
    const Fd null(::open("/dev/null", O_RDWR | O_CLOEXEC));
    for (int fd : {0, 1, 2})
        ::dup2(null.get(), fd);
    // Whatever else was inherited would be held open for as long as the laboratory lives.
    ::close_range(3, static_cast<unsigned>(ready) - 1, 0);
    ::close_range(static_cast<unsigned>(ready) + 1, ~0U, 0);
}

int up(const Line &line)
{
    if (someoneRuns(line.folder))
        return fail("a laboratory already runs in " + line.folder);
    if (foreign(line.folder))
        return fail(line.folder + " holds files that are not a laboratory's");
    sweep(line.folder);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return fail("cannot make a pipe");
    Fd reader(ends[0]);
    Fd writer(ends[1]);
    const pid_t child = line.foreground ? 0 : ::fork();
    if (child < 0)
        return fail("cannot start a process");
    if (child == 0) {
        reader.reset();
        if (!line.foreground)
            detach(writer.get());
        becomeSupervisor(line, writer.release());
    }
    writer.reset();
    std::string message;
    char bytes[512];
    for (ssize_t n = 0;
         (n = ::read(reader.get(), bytes, sizeof bytes)) > 0 || (n < 0 && errno == EINTR);)
        message.append(bytes, n > 0 ? static_cast<std::size_t>(n) : 0);
    if (!message.empty() || !someoneRuns(line.folder))
        return fail(message.empty() ? "the supervisor ended at once" : message);
    report(line);
    return 0;
}

int down(const Line &line)
{
    if (!someoneRuns(line.folder)) {
        if (foreign(line.folder))
            return fail(line.folder + " is not a laboratory");
        sweep(line.folder);
        return 0;
    }
    const Fd lock(::open((line.folder + "/running").c_str(), O_RDWR | O_CLOEXEC));
    if (!ask(line.folder, {"down"}))
        return fail("the supervisor does not answer");
    // Freed when the last of it has gone.
    if (lock && ::flock(lock.get(), LOCK_EX) != 0)
        return fail("the supervisor does not end");
    return 0;
}

int forward(const Line &line, const Words &words)
{
    const auto reply = ask(line.folder, words);
    if (!reply)
        return fail("no laboratory runs in " + line.folder);
    std::fputs(reply->out.c_str(), stdout);
    if (!reply->err.empty())
        std::fprintf(stderr, "binome-lab: %s", reply->err.c_str());
    return reply->exit;
}

// With the profile, as `up` says it: a console opens a laboratory that runs already.
int status(const Line &line)
{
    const int exit = forward(line, line.json ? Words{"status", "--json"} : Words{"status"});
    if (exit == 0 && !line.json)
        std::printf("profile %s/profile.json\n", line.folder.c_str());
    return exit;
}

int run(const Line &line)
{
    if (line.words.size() != 2)
        return usage(stderr, usageError);
    return line.virtually ? runVirtually(line.words[1], static_cast<std::uint64_t>(line.seed))
                          : runLive(line.words[1], line.folder);
}

int event(const Line &line)
{
    Words words{"event"};
    const bool spelledOut = line.words.front() == "do";
    words.insert(words.end(), line.words.begin() + (spelledOut ? 1 : 0), line.words.end());
    // Options may stand before the machine: the simulation wants them last.
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i] == "--with-bmc") {
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
            words.emplace_back("--with-bmc");
            break;
        }
    }
    return forward(line, words);
}

} // namespace

int main(int argc, char **argv)
{
    const Line line = parsed({argv + 1, argv + argc});
    const std::string verb = line.words.empty() ? "" : line.words.front();
    if (!line.good)
        return usage(stderr, usageError);
    if (verb == "--help" || verb == "help")
        return usage(stdout, 0);
    if (verb == "up")
        return up(line);
    if (verb == "down")
        return down(line);
    if (verb == "status")
        return status(line);
    if (verb == "scenarios")
        return listScenarios();
    if (verb == "run")
        return run(line);
    if (verb == "facts")
        return printFacts(line.folder);
    if (verb.empty())
        return usage(stderr, usageError);
    return event(line);
}
