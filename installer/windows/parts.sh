# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
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
        for needed in $(part_field "$name" needs); do
            part_key "$needed"
        done
    } | sha256sum | cut -c 1-12
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
    cmake -G Ninja -S "$source" -B "$build" -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" \
        -DBINOME_PREFIXES="$PREFIXES" -DCMAKE_INSTALL_PREFIX="$PREFIX" -DCMAKE_INSTALL_LIBDIR=lib \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE="-O1 -DNDEBUG" -DCMAKE_CXX_FLAGS_RELEASE="-O1 -DNDEBUG" "$@"
}

cmake_install() { cmake --build "$1" --parallel "$jobs" && cmake --install "$1" >/dev/null; }

build_part()
{
    local name=$1 folder began=$SECONDS
    folder=$(part_folder "$name")
    [ ! -e "$folder/.done" ] || return 0
    echo "=== $name -> $folder"
    rm -rf "$folder" "$folder.build"
    mkdir -p "$folder" "$folder.build"
    # shellcheck disable=SC2034,SC2046 # the variables are the recipe's; the names are words
    if ! (
        set -Eeuo pipefail
        SOURCES=$cache/sources BUILD=$folder.build PREFIX=$folder
        PREFIXES=$(prefixes $(part_field "$name" needs))
        . "$here/parts/$name.sh"
    ) >"$folder.log" 2>&1; then
        tail -n 30 "$folder.log" >&2
        echo "build.sh: $name was not built; the whole log: $folder.log" >&2
        exit 1
    fi
    echo "$((SECONDS - began)) s" >"$folder/.done"
    rm -rf "$folder.build"
    echo "=== $name: $((SECONDS - began)) s"
}
