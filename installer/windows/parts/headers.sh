# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
# sources:
# needs:
# packages: libexpected-dev libdtl-dev
#
# Two libraries of headers alone: Debian's packages of them, as they are. Copied, since the folder
# they lie in holds the host's own headers, too.

mkdir -p "$PREFIX/include" "$PREFIX/share/cmake"
cp -r /usr/include/tl /usr/include/dtl "$PREFIX/include/"
cp -r /usr/share/cmake/tl-expected "$PREFIX/share/cmake/"
