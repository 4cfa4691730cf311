# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
# sources: qt6-base/bookworm sqlite3/bookworm
# needs:
#
# Qt Core, Gui, Widgets, Network, Sql, PrintSupport (QCustomPlot's), Test; static, of the version of
# the host's Qt, whose moc, rcc and uic are used. Nearly all of the toolchain's time is spent here.

# Debian took the copies of SQLite and of the tablet's header out of Qt. SQLite's one-file form is
# made of Debian's own source and put where Qt looks for it.
cp -a "$SOURCES/sqlite3" "$BUILD/sqlite3"
(cd "$BUILD/sqlite3" && ./configure --disable-tcl --disable-readline >configure.log && make sqlite3.c sqlite3.h >make.log)
mkdir -p "$SOURCES/qt6-base/src/3rdparty/sqlite"
cp "$BUILD/sqlite3/sqlite3.c" "$BUILD/sqlite3/sqlite3.h" "$SOURCES/qt6-base/src/3rdparty/sqlite/"

off()
{
    local feature
    for feature in "$@"; do
        printf -- '-DFEATURE_%s=OFF\n' "$feature"
    done
}

# direct2d stays on: without it DirectWrite's sources are left out while their callers are not, and
# every program fails to link. direct2d1_1 off leaves out the platform plugin of that name.
mapfile -t without < <(off direct2d1_1 tabletevent vulkan dbus icu glib pkg_config qmake \
    reduce_relocations zstd brotli libproxy gssapi ssl schannel http concurrent xml jpeg gif movie textodfwriter \
    sql_odbc sql_mysql sql_psql \
    system_zlib system_png system_freetype system_harfbuzz system_pcre2 system_doubleconversion \
    system_sqlite system_textmarkdownreader)

cmake_configure "$SOURCES/qt6-base" "$BUILD/qtbase" \
    -DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake \
    -DBUILD_SHARED_LIBS=OFF -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DQT_BUILD_BENCHMARKS=OFF \
    -DQT_BUILD_TOOLS_WHEN_CROSSCOMPILING=OFF -DINPUT_opengl=no -DFEATURE_direct2d=ON \
    -DFEATURE_sql_sqlite=ON -DFEATURE_printsupport=ON -DFEATURE_testlib=ON -DFEATURE_textmarkdownreader=ON \
    "${without[@]}"
cmake_install "$BUILD/qtbase"
