# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
# sources: qscintilla2/bookworm
# needs: qtbase
#
# The editor of cluster.conf. Its own build is qmake's; qscintilla.cmake compiles the same files.

mkdir -p "$BUILD/source"
cp "$here/parts/qscintilla.cmake" "$BUILD/source/CMakeLists.txt"
qt_configure "$BUILD/source" "$BUILD/qscintilla" -DQSCINTILLA="$SOURCES/qscintilla2"
cmake_install "$BUILD/qscintilla"
