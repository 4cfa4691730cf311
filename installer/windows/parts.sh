# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# shellcheck shell=bash disable=SC2154,SC1090 # what it expects is said below
# What build.sh knows of the toolchain's parts. A part is parts/NAME.sh: which Debian sources it takes,
# which parts it needs, how it is built. It is installed to its own folder of the cache, named after
# the checksum of all that decides what comes out: a changed recipe builds its part again (and what
# needs it), no other one.
# Expects: $here (this folder), $cache, $jobs.

part_field() { sed -n "s/^# $2: *//p" "$here/parts/$1.sh" | head -n 1; }

part_key()
{
    local name=$1 needed
    {
        cat "$here/toolchain.cmake" "$here/parts/$name."*
        for needed in $(part_field "$name" sources); do
            cat "$cache/sources/${needed%/*}.version"
        done
        for needed in $(part_field "$name" packages); do
            dpkg-query -W -f '${Package} ${Version}\n' "$needed"
        done
        for needed in $(part_field "$name" needs); do
            part_key "$needed"
        done
    } | sha256sum | cut -c 1-12
}

# The toolchain file lies in the cache, too: Qt notes its path, and the sources may move.
toolchain()
{
    local file
    file=$cache/toolchain-$(sha256sum "$here/toolchain.cmake" | cut -c 1-12).cmake
    [ -e "$file" ] || cp "$here/toolchain.cmake" "$file"
    echo "$file"
}

part_folder() { echo "$cache/$1-$(part_key "$1")"; }

# The prefixes of the parts named, as CMake's list.
prefixes()
{
    local name list=
    for name in "$@"; do
        list=${list:+$list;}$(part_folder "$name")
    done
    echo "$list"
}

# Called by the recipes: SOURCE BUILD OPTION...; -O1 costs a third less time than -O2.
cmake_configure()
{
    local source=$1 build=$2
    shift 2
    cmake -G Ninja -S "$source" -B "$build" -DCMAKE_TOOLCHAIN_FILE="$(toolchain)" \
        -DBINOME_PREFIXES="$PREFIXES" -DCMAKE_INSTALL_PREFIX="$PREFIX" -DCMAKE_INSTALL_LIBDIR=lib \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE="-O1 -DNDEBUG" -DCMAKE_CXX_FLAGS_RELEASE="-O1 -DNDEBUG" "$@"
}

# The same for what is built on the Qt made here.
qt_configure()
{
    local source=$1 build=$2 qt
    shift 2
    qt=$(part_folder qtbase)
    cmake_configure "$source" "$build" -DCMAKE_TOOLCHAIN_FILE="$qt/lib/cmake/Qt6/qt.toolchain.cmake" \
        -DQT_CHAINLOAD_TOOLCHAIN_FILE="$(toolchain)" -DQT_HOST_PATH=/usr \
        -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake "$@"
}

# NAME VERSION CFLAGS LIBS: what pkg-config says of a static library, with all that it needs.
write_pc()
{
    mkdir -p "$PREFIX/lib/pkgconfig"
    cat >"$PREFIX/lib/pkgconfig/$1.pc" <<PC
Name: $1
Description: $1, static
Version: $2
Cflags: -I$PREFIX/include $3
Libs: -L$PREFIX/lib $4
PC
}

cmake_install() { cmake --build "$1" --parallel "$jobs" && cmake --install "$1" >/dev/null; }

run_recipe()
(
    set -Eeuo pipefail
    # shellcheck disable=SC2034,SC2046 # the variables are the recipe's; the names are words
    SOURCES=$cache/sources BUILD=$2.build PREFIX=$2 PREFIXES=$(prefixes $(part_field "$1" needs))
    . "$here/parts/$1.sh"
)

# What a part costs: the time that passed, and the processors' own, which other work does not lengthen.
TIMEFORMAT='%0R s (processor %0U + %0S s)'

build_part()
{
    local name=$1 folder
    folder=$(part_folder "$name")
    [ ! -e "$folder/.done" ] || return 0
    echo "=== $name -> $folder"
    rm -rf "$folder" "$folder.build"
    mkdir -p "$folder" "$folder.build"
    { time run_recipe "$name" "$folder" >"$folder.log" 2>&1; } 2>"$folder/.took" &
    if ! wait $!; then # not "if ! run_recipe": bash ignores -e in what a condition calls
        tail -n 30 "$folder.log" >&2
        echo "build.sh: $name was not built; the whole log: $folder.log" >&2
        exit 1
    fi
    rm -rf "$folder.build"
    echo "=== $name: $(cat "$folder/.took")"
    mv "$folder/.took" "$folder/.done"
}
