// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>

namespace Lab
{

std::string printed(const char *format, ...)
{
    std::va_list arguments;
    va_start(arguments, format);
    std::va_list again;
    va_copy(again, arguments);
    const int length = std::vsnprintf(nullptr, 0, format, arguments);
    va_end(arguments);
    std::string text(static_cast<std::size_t>(std::max(length, 0)), '\0');
    std::vsnprintf(text.data(), text.size() + 1, format, again);
    va_end(again);
    return text;
}

namespace
{

std::string timeText(const char *format, std::time_t time)
{
    std::tm parts{};
    localtime_r(&time, &parts);
    std::array<char, 64> buffer{};
    return {buffer.data(), std::strftime(buffer.data(), buffer.size(), format, &parts)};
}

} // namespace

Answer goOnWhen(std::function<bool()> so, std::function<Answer()> then, std::string said)
{
    Answer answer{0, std::move(said), {}};
    answer.next = [so = std::move(so), then = std::move(then)](const std::string &) {
        return so() ? then() : goOnWhen(so, then);
    };
    return answer;
}

std::string ctimeText(std::time_t time)
{
    return timeText("%a %b %e %H:%M:%S %Y", time);
}

std::string joinedText(std::time_t time)
{
    return timeText("%Y-%m-%d %H:%M:%S", time);
}

bool has(const std::vector<std::string> &arguments, const std::string &option)
{
    return std::find(arguments.begin(), arguments.end(), option) != arguments.end();
}

std::string valueOf(const std::vector<std::string> &arguments, const std::string &option)
{
    const auto it = std::find(arguments.begin(), arguments.end(), option);
    return it == arguments.end() || it + 1 == arguments.end() ? std::string() : *(it + 1);
}

std::vector<std::string> splitAt(const std::string &text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

} // namespace Lab
