// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vncproxy.h"

#include "common/wire.h"
#include "des.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace Lab
{

namespace
{

constexpr int side = 8; // pixels of one block
constexpr int height = 5 * side;

// Digits of three by five blocks, a row after the other.
constexpr const char *digits[] = {
    "111101101101111", "010110010010111", "111001111100111", "111001111001111", "101101111001001",
    "111100111001111", "111100111101111", "111001001001001", "111101111101111", "111101111001111"};

std::string number(std::uint32_t value, int bytes)
{
    std::string out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift & 0xff);
    return out;
}

std::string sentence(const std::string &text)
{
    return number(static_cast<std::uint32_t>(text.size()), 4) + text;
}

class Server
{
public:
    Server(Place place, std::string vmid) : m_place(std::move(place)), m_vmid(std::move(vmid)) { }

    int serve(const std::string &password)
    {
        if (!shakeHands(password))
            return 0;
        read(1); // shared or not
        // 32 bits a pixel, true colour, red first (RFC 6143, 7.4).
        put(number(width(), 2) + number(height, 2) + std::string("\x20\x18\x00\x01", 4)
            + number(255, 2) + number(255, 2) + number(255, 2)
            + std::string("\x10\x08\x00\x00\x00\x00", 6) + sentence("guest " + m_vmid));
        while (!m_ended)
            answer();
        return 0;
    }

private:
    std::uint32_t width() const { return static_cast<std::uint32_t>(m_vmid.size()) * 4 * side; }

    bool shakeHands(const std::string &password)
    {
        put("RFB 003.008\n");
        read(12);
        if (password.empty()) {
            put(std::string("\x01\x13", 2)); // VeNCrypt alone
            return false;
        }
        put(std::string("\x01\x02", 2));
        if (read(1) != "\x02")
            return false;
        std::string challenge(16, '\0');
        std::ifstream("/dev/urandom", std::ios::binary).read(challenge.data(), 16);
        put(challenge);
        const bool right = read(16) == vncResponse(password, challenge);
        put(number(right ? 0 : 1, 4) + (right ? "" : sentence("Authentication failed")));
        return right;
    }

    // One message of the viewer (RFC 6143, 7.5).
    void answer()
    {
        const std::string type = read(1);
        if (m_ended)
            return;
        switch (type[0]) {
        case 0:
            read(19);
            return;
        case 2: {
            read(1);
            const std::string count = read(2);
            if (!m_ended)
                read(4
                     * (static_cast<unsigned char>(count[0]) * 256u
                        + static_cast<unsigned char>(count[1])));
            return;
        }
        case 3:
            read(9);
            put(picture());
            return;
        case 4:
            read(7);
            return;
        case 5:
            read(5);
            return;
        default:
            m_ended = true;
        }
    }

    std::string picture() const
    {
        std::string out = std::string(2, '\0') + number(1, 2) + number(0, 4) + number(width(), 2)
            + number(height, 2) + number(0, 4); // one rectangle, raw
        for (int y = 0; y < height; ++y) {
            for (const char digit : m_vmid) {
                for (int x = 0; x < 4 * side; ++x) {
                    const int column = x / side;
                    const bool lit
                        = column < 3 && digits[digit - '0'][y / side * 3 + column] == '1';
                    out += lit ? std::string("\xff\xff\xff\x00", 4) : std::string(4, '\0');
                }
            }
        }
        return out;
    }

    bool guestRuns() const
    {
        const auto reply = ask(m_place.folder, {"run", m_place.machine, "qm", "vncproxy", m_vmid});
        return reply && reply->exit == 0;
    }

    // Waits for input, and looks ten times a second whether the guest is still there.
    std::string read(std::size_t size)
    {
        std::string got;
        while (!m_ended && got.size() < size) {
            pollfd wait{STDIN_FILENO, POLLIN, 0};
            if (::poll(&wait, 1, 100) == 0) {
                m_ended = !guestRuns();
                continue;
            }
            char bytes[4096];
            const ssize_t count
                = ::read(STDIN_FILENO, bytes, std::min(size - got.size(), sizeof bytes));
            if (count <= 0)
                m_ended = true;
            else
                got.append(bytes, static_cast<std::size_t>(count));
        }
        return got;
    }

    void put(const std::string &bytes)
    {
        std::size_t sent = 0;
        while (!m_ended && sent < bytes.size()) {
            const ssize_t count = ::write(STDOUT_FILENO, bytes.data() + sent, bytes.size() - sent);
            if (count <= 0)
                m_ended = true;
            else
                sent += static_cast<std::size_t>(count);
        }
    }

    const Place m_place;
    const std::string m_vmid;
    bool m_ended = false;
};

} // namespace

int vncProxy(const Place &place, const std::string &vmid)
{
    const auto reply = ask(place.folder, {"run", place.machine, "qm", "vncproxy", vmid});
    if (!reply || reply->exit != 0) {
        std::fputs(reply ? reply->err.c_str() : "qm: no laboratory answers\n", stderr);
        return reply ? reply->exit : 126;
    }
    const char *ticket = std::getenv("LC_PVE_TICKET");
    return Server(place, reply->out).serve(ticket ? ticket : "");
}

} // namespace Lab
