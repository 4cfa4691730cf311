// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace Lab
{

namespace
{

std::vector<char *> pointers(std::vector<std::string> &strings)
{
    std::vector<char *> list;
    list.reserve(strings.size() + 1);
    for (std::string &string : strings)
        list.push_back(string.data());
    list.push_back(nullptr);
    return list;
}

std::vector<std::string> environmentOf(const std::map<std::string, std::string> &added)
{
    std::vector<std::string> list;
    for (char **entry = environ; *entry; ++entry) {
        const std::string text = *entry;
        if (!added.count(text.substr(0, text.find('='))))
            list.push_back(text);
    }
    for (const auto &[name, value] : added)
        list.push_back(std::string(name).append(1, '=').append(value));
    return list;
}

// Between fork and exec only calls that are safe there.
[[noreturn]] void becomeChild(const Spawn &what, pid_t parent, char *const *argv,
                              char *const *environment)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
        ::_exit(127);
    ::setpgid(0, 0);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    if (!what.folder.empty() && ::chdir(what.folder.c_str()) != 0)
        ::_exit(127);
    const int input = what.input >= 0 ? what.input : ::open("/dev/null", O_RDONLY);
    ::dup2(input, 0);
    if (!what.logFile.empty()) {
        const int log = ::open(what.logFile.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::dup2(log, 1);
        ::dup2(log, 2);
    }
    if (what.output >= 0)
        ::dup2(what.output, 1);
    ::execve(argv[0], argv, environment);
    ::_exit(127);
}

} // namespace

pid_t spawn(const Spawn &what)
{
    std::vector<std::string> words = what.argv;
    std::vector<std::string> variables = environmentOf(what.environment);
    const std::vector<char *> argv = pointers(words);
    const std::vector<char *> environment = pointers(variables);
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0)
        becomeChild(what, parent, argv.data(), environment.data());
    return child;
}

int exitOf(int waitStatus)
{
    return WIFEXITED(waitStatus) ? WEXITSTATUS(waitStatus) : 128 + WTERMSIG(waitStatus);
}

Finished runToEnd(Spawn what, const std::string &input)
{
    int in[2];
    int out[2];
    if (::pipe2(in, O_CLOEXEC) != 0)
        return {};
    Fd inRead(in[0]);
    Fd inWrite(in[1]);
    if (::pipe2(out, O_CLOEXEC) != 0)
        return {};
    Fd outRead(out[0]);
    Fd outWrite(out[1]);
    what.input = inRead.get();
    what.output = outWrite.get();
    const pid_t child = spawn(what);
    if (child < 0)
        return {};
    outWrite.reset();
    inRead.reset();
    if (::write(inWrite.get(), input.data(), input.size()) < 0)
        return {};
    inWrite.reset();
    Finished finished;
    char bytes[4096];
    ssize_t n = 0;
    while ((n = ::read(outRead.get(), bytes, sizeof bytes)) > 0 || (n < 0 && errno == EINTR))
        finished.out.append(bytes, n > 0 ? static_cast<std::size_t>(n) : 0);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    finished.exit = exitOf(status);
    return finished;
}

std::string findProgram(const std::string &name)
{
    const char *path = std::getenv("PATH");
    std::string folders = path ? path : "";
    folders += ":/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin";
    std::size_t begin = 0;
    while (begin <= folders.size()) {
        const std::size_t end = std::min(folders.find(':', begin), folders.size());
        std::string file = folders.substr(begin, end - begin).append(1, '/').append(name);
        if (end > begin && ::access(file.c_str(), X_OK) == 0)
            return file;
        begin = end + 1;
    }
    return {};
}

} // namespace Lab
