# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
# sources: qcustomplot/bookworm
# needs: qtbase
#
# Two files; the rest of its source is examples and documentation.

mkdir -p "$BUILD/source"
cp "$here/parts/qcustomplot.cmake" "$BUILD/source/CMakeLists.txt"
cp "$here/parts/qcustomplot.config.cmake" "$BUILD/source/"
qt_configure "$BUILD/source" "$BUILD/qcustomplot" -DQCUSTOMPLOT="$SOURCES/qcustomplot"
cmake_install "$BUILD/qcustomplot"
