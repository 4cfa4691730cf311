// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace Lab
{

namespace
{

constexpr std::uint32_t maxWords = 4096;
constexpr std::uint32_t maxBytes = 64U * 1024 * 1024;

void append(std::string &text, std::uint32_t number)
{
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    text.append(bytes, sizeof number);
}

std::uint32_t numberAt(const std::string &text, std::size_t offset)
{
    std::uint32_t number = 0;
    std::memcpy(&number, text.data() + offset, sizeof number);
    return number;
}

// /proc/self/fd/N/name is short whatever the folder is called.
bool addressIn(const Fd &folder, const std::string &name, sockaddr_un &address)
{
    const std::string path = "/proc/self/fd/" + std::to_string(folder.get()) + "/" + name;
    address = {};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return true;
}

using Attach = int (*)(int, const sockaddr *, socklen_t);

Fd attachIn(const std::string &folder, const std::string &name, Attach attach)
{
    const Fd directory(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    sockaddr_un address;
    if (!directory || !addressIn(directory, name, address))
        return Fd();
    Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket
        || attach(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return Fd();
    return socket;
}

bool sendAll(int fd, const std::string &bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const ssize_t n = ::send(fd, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        sent += static_cast<std::size_t>(n);
    }
    return true;
}

} // namespace

std::string encode(const std::vector<std::string> &words)
{
    std::string text;
    append(text, static_cast<std::uint32_t>(words.size()));
    for (const std::string &word : words) {
        append(text, static_cast<std::uint32_t>(word.size()));
        text += word;
    }
    return text;
}

std::optional<std::vector<std::string>> takeWords(std::string &buffer, bool &broken)
{
    if (buffer.size() < sizeof(std::uint32_t))
        return std::nullopt;
    const std::uint32_t count = numberAt(buffer, 0);
    std::size_t at = sizeof count;
    std::vector<std::string> words;
    broken = count > maxWords;
    while (!broken && words.size() < count) {
        if (buffer.size() < at + sizeof(std::uint32_t))
            return std::nullopt;
        const std::uint32_t length = numberAt(buffer, at);
        at += sizeof length;
        broken = length > maxBytes;
        if (broken || buffer.size() < at + length)
            return std::nullopt;
        words.push_back(buffer.substr(at, length));
        at += length;
    }
    if (broken)
        return std::nullopt;
    buffer.erase(0, at);
    return words;
}

Fd listenIn(const std::string &folder, const std::string &name)
{
    Fd socket = attachIn(folder, name, ::bind);
    if (socket && ::listen(socket.get(), 128) != 0)
        return Fd();
    return socket;
}

Fd connectIn(const std::string &folder, const std::string &name)
{
    return attachIn(folder, name, ::connect);
}

std::vector<std::string> words(const Reply &reply)
{
    std::vector<std::string> list{std::to_string(reply.exit), reply.out, reply.err};
    if (!reply.job.empty())
        list.insert(list.end(), {reply.job, reply.prompt});
    return list;
}

namespace
{

Reply replyOf(const std::vector<std::string> &list)
{
    Reply reply{std::atoi(list[0].c_str()), list[1], list[2]};
    if (list.size() == 5) {
        reply.job = list[3];
        reply.prompt = list[4];
    }
    return reply;
}

} // namespace

std::optional<Reply> ask(const std::string &folder, const std::vector<std::string> &words)
{
    const Fd socket = connectIn(folder, "control");
    if (!socket || !sendAll(socket.get(), encode(words)))
        return std::nullopt;
    std::string buffer;
    bool broken = false;
    char bytes[16384];
    while (true) {
        const ssize_t n = ::recv(socket.get(), bytes, sizeof bytes, 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return std::nullopt;
        buffer.append(bytes, static_cast<std::size_t>(n));
        const auto answer = takeWords(buffer, broken);
        if (broken || (answer && answer->size() != 3 && answer->size() != 5))
            return std::nullopt;
        if (answer)
            return replyOf(*answer);
    }
}

} // namespace Lab
