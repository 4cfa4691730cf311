// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Core
{
// Where the product's files live, by QStandardPaths (so that its test mode moves them all). Folders
// are made on first use; of one that cannot be made the path is told all the same, so that whoever
// opens a file there says which.
QString profileFolder(); // one JSON file a cluster
QString stateFolder(); // journal, history, known hosts, recordings
} // namespace Core
