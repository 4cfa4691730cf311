// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filetree.h"

#include "common/fd.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace Lab
{

void removeTree(const std::string &path)
{
    std::vector<std::filesystem::path> entries;
    std::error_code error;
    if (!std::filesystem::is_symlink(path, error)) {
        for (const auto &entry : std::filesystem::directory_iterator(path, error))
            entries.push_back(entry.path());
    }
    for (const auto &entry : entries)
        removeTree(entry);
    std::filesystem::remove(path, error);
}

bool makeFolders(const std::string &path, bool forFile)
{
    std::error_code error;
    const std::filesystem::path whole(path);
    std::filesystem::create_directories(forFile ? whole.parent_path() : whole, error);
    return !error;
}

bool writeWhole(const std::string &path, const std::string &content, unsigned mode)
{
    const std::string beside = path + ".new~";
    Fd file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
    if (!file)
        return false;
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t n = ::write(file.get(), content.data() + done, content.size() - done);
        if (n <= 0)
            return false;
        done += static_cast<std::size_t>(n);
    }
    file.reset();
    return ::rename(beside.c_str(), path.c_str()) == 0;
}

// A log grows in place, so that whoever follows it (tail -f) sees each line once.
bool FileTree::grow(const std::string &path, const std::string &before, const std::string &content)
{
    if (path.rfind("var/log/", 0) != 0 || content.compare(0, before.size(), before) != 0)
        return false;
    const std::string more = content.substr(before.size());
    const Fd file(::open((m_root + "/" + path).c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
    return file
        && ::write(file.get(), more.data(), more.size()) == static_cast<ssize_t>(more.size());
}

bool FileTree::write(const std::string &path, const std::string &content)
{
    const std::string whole = m_root + "/" + path;
    return writeWhole(whole, content) || (makeFolders(whole, true) && writeWhole(whole, content));
}

void FileTree::remove(const std::string &path)
{
    const std::filesystem::path root(m_root);
    std::filesystem::path file = root / path;
    std::error_code error;
    std::filesystem::remove(file, error);
    // Folders go with their last file; removing one that holds something fails and ends it.
    for (file = file.parent_path(); file != root && ::rmdir(file.c_str()) == 0;)
        file = file.parent_path();
}

bool FileTree::update(const Files &wanted)
{
    bool good = true;
    for (auto it = m_written.begin(); it != m_written.end();) {
        const bool gone = !wanted.count(it->first);
        if (gone)
            remove(it->first);
        it = gone ? m_written.erase(it) : std::next(it);
    }
    for (const auto &[path, content] : wanted) {
        const auto old = m_written.find(path);
        if (old != m_written.end() && old->second == content)
            continue;
        const bool grown = old != m_written.end() && grow(path, old->second, content);
        if (grown || write(path, content))
            m_written[path] = content;
        else
            good = false;
    }
    return good;
}

FileTree::Edit FileTree::edited(const std::string &path, std::string &content)
{
    const auto known = m_written.find(path);
    std::ifstream file(m_root + "/" + path, std::ios::binary);
    if (!file) {
        if (known == m_written.end())
            return Edit::None;
        m_written.erase(known);
        return Edit::Removed;
    }
    content.assign(std::istreambuf_iterator<char>(file), {});
    if (known != m_written.end() && known->second == content)
        return Edit::None;
    m_written[path] = content;
    return Edit::Written;
}

} // namespace Lab
