// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copyvolume.h"

#include "common/wire.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace Lab
{

namespace
{

std::string operand(const std::vector<std::string> &words, const std::string &name)
{
    for (const std::string &word : words) {
        if (word.starts_with(name + "="))
            return word.substr(name.size() + 1);
    }
    return {};
}

int realProgram(std::vector<std::string> words)
{
    words.insert(words.begin(), "dd");
    std::vector<char *> pointers;
    for (std::string &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv("/bin/dd", pointers.data());
    return 127;
}

int failed(const std::string &file)
{
    std::fprintf(stderr, "dd: opening `%s': %s\n", file.c_str(), std::strerror(errno));
    return 1;
}

// "SIZE-IN-BYTES MARK-LINE": the size is that of the file, its first bytes are the line.
int write(const std::string &file, const std::string &content, bool onlyNew)
{
    char *line = nullptr;
    const long long size = std::strtoll(content.c_str(), &line, 10);
    const Fd fd(
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | (onlyNew ? O_EXCL : O_TRUNC), 0600));
    if (fd.get() < 0)
        return failed(file);
    const std::string text = line + 1;
    if (::write(fd.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())
        || ::ftruncate(fd.get(), size) != 0)
        return failed(file);
    std::fprintf(stderr, "%lld+0 records in\n%lld+0 records out\n%lld bytes copied\n", size >> 20,
                 size >> 20, size);
    return 0;
}

} // namespace

int copyVolume(const Place &place, const std::vector<std::string> &words)
{
    const std::string from = operand(words, "if");
    const std::string to = operand(words, "of");
    const bool volume = from.starts_with("/dev/") && from.find('/', 5) != std::string::npos;
    if (!volume || to.empty())
        return realProgram(words);
    const auto reply = ask(place.folder, {"run", place.machine, "dd", from});
    if (!reply || reply->exit != 0) {
        std::fprintf(stderr, "%s", reply ? reply->err.c_str() : "dd: no laboratory answers\n");
        return reply ? reply->exit : 126;
    }
    return write(to, reply->out, operand(words, "conv").find("excl") != std::string::npos);
}

} // namespace Lab
