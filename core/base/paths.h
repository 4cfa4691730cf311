// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Core
{
// Where the product's files live, by QStandardPaths (so that its test mode moves them all). Folders
// are made on first use; an empty string means that one could not be made.
QString profileFolder(); // one JSON file a cluster
QString stateFolder(); // journal, history, known hosts, recordings
} // namespace Core
