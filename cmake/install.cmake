# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
include(GNUInstallDirs)
