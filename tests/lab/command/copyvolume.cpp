// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copyvolume.h"

#include "common/wire.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
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

// What is asked for of a volume: from where on, how much, and how the file is opened.
struct Part {
    long long from = 0; // bytes
    long long most = -1; // bytes; negative: to the end
    int flags = O_TRUNC;
};

long long mebibytes(const std::string &number)
{
    return std::strtoll(number.c_str(), nullptr, 10) << 20;
}

// Blocks are of 1 MiB, and go to the same place in the file as they come from.
Part partOf(const std::vector<std::string> &words)
{
    Part part;
    part.from = mebibytes(operand(words, "skip"));
    if (const std::string count = operand(words, "count"); !count.empty())
        part.most = mebibytes(count);
    const std::string how = operand(words, "conv");
    if (how.find("excl") != std::string::npos)
        part.flags = O_EXCL;
    else if (how.find("notrunc") != std::string::npos)
        part.flags = 0;
    return part;
}

// "SIZE-IN-BYTES MARK-LINE": the size is that of the volume, its first bytes are the line.
int write(const std::string &file, const std::string &content, const Part &part)
{
    char *line = nullptr;
    const long long size = std::strtoll(content.c_str(), &line, 10);
    const long long left = std::max(0LL, size - part.from);
    const long long bytes = part.most < 0 ? left : std::min(left, part.most);
    const Fd fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | part.flags, 0600));
    if (fd.get() < 0)
        return failed(file);
    const std::string text = part.from == 0 ? line + 1 : "";
    if (::write(fd.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())
        || ::ftruncate(fd.get(), part.from + bytes) != 0)
        return failed(file);
    std::fprintf(stderr, "%lld+0 records in\n%lld+0 records out\n%lld bytes copied\n", bytes >> 20,
                 bytes >> 20, bytes);
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
    return write(to, reply->out, partOf(words));
}

} // namespace Lab
