// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/files.h"

#include <set>
#include <string>

namespace Lab
{

// The files below one machine's root, kept as they should be: each is written beside and renamed,
// so that a reader sees the old or the new, and what is no more is removed with its empty folders.
class FileTree
{
public:
    explicit FileTree(std::string root) : m_root(std::move(root)) { }

    // False, with errno, when something could not be written; it is tried again next time.
    bool update(const Files &wanted);
    // What somebody else has done to the file since it was last written here or asked for.
    enum class Edit { None, Written, Removed };
    Edit edited(const std::string &path, std::string &content);

private:
    bool grow(const std::string &path, const std::string &before, const std::string &content);
    bool write(const std::string &path, const std::string &content);
    void remove(const std::string &path);

    std::string m_root;
    Files m_written;
};

// A folder with all below it, links not followed. It holds one descriptor at a time, so that it
// works where there are hardly any left.
void removeTree(const std::string &path);
bool makeFolders(const std::string &path, bool forFile);
// Written whole or not at all; mode 0600 unless said otherwise.
bool writeWhole(const std::string &path, const std::string &content, unsigned mode = 0600);

} // namespace Lab
