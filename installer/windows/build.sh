#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Binôme for Windows x86-64, on Debian 12, in one command:
#   installer/windows/build.sh              toolchain, programs, installer and ZIP, in build/windows
#   installer/windows/build.sh toolchain    only what does not change from day to day
#   installer/windows/build.sh test         also the tests under Wine, and the installer's
#   installer/windows/build.sh ready        exit code 0 when the toolchain is in the cache, and nothing else
#   installer/windows/build.sh install      install the Debian packages that are needed, as root
#   BINOME_WINDOWS_CACHE   where the toolchain is kept; default: XDG_CACHE_HOME/binome-windows
#   BINOME_JOBS            processes at once; default: one a processor
# Each part of the toolchain is kept under the checksum of its recipe; the first run costs most of
# an hour of processor time, nearly all of it for Qt, a later one some minutes.
set -Eeuo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
cache=${BINOME_WINDOWS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/binome-windows}
jobs=${BINOME_JOBS:-$(nproc)}
results=$root/build/windows
parts=(headers openssl libxml2 libssh openipmi qtbase qcustomplot qscintilla)
packages=(g++-mingw-w64-x86-64-posix libz-mingw-w64-dev cmake ninja-build make perl tcl dpkg-dev qt6-base-dev
    qt6-base-dev-tools qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools qt6-translations-l10n libexpected-dev libdtl-dev
    librsvg2-bin icoutils nsis zip)
test_packages=(wine wine64 xvfb fonts-liberation)

# shellcheck source=parts.sh
. "$here/parts.sh"

fail()
{
    printf 'build.sh: %s\n' "$*" >&2
    exit 1
}

missing_packages()
{
    local package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || echo "$package"
    done
}

check_packages()
{
    local missing
    missing=$(missing_packages "$@")
    [ -z "$missing" ] || fail "missing: ${missing//$'\n'/ } (installer/windows/build.sh install brings them, as root)"
}

toolchain_ready()
{
    local part
    [ -d "$cache/sources" ] || return 1
    for part in "${parts[@]}"; do
        [ -e "$(part_folder "$part")/.done" ] || return 1
    done
}

build_toolchain()
{
    local part
    mkdir -p "$cache"
    # shellcheck disable=SC2046 # the names are words
    time "$here/sources.sh" "$cache/sources" $(for part in "${parts[@]}"; do part_field "$part" sources; done)
    for part in "${parts[@]}"; do
        build_part "$part"
    done
}

configure_programs()
{
    local part pkgconfig=
    for part in libssh openipmi libxml2; do
        pkgconfig=${pkgconfig:+$pkgconfig:}$(part_folder "$part")/lib/pkgconfig
    done
    # shellcheck disable=SC2046
    PKG_CONFIG_LIBDIR=$pkgconfig PKG_CONFIG_PATH='' cmake -G Ninja -S "$root" -B "$results" \
        -DCMAKE_TOOLCHAIN_FILE="$(part_folder qtbase)/lib/cmake/Qt6/qt.toolchain.cmake" \
        -DQT_CHAINLOAD_TOOLCHAIN_FILE="$(toolchain)" -DBINOME_PREFIXES="$(prefixes "${parts[@]}")" \
        -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake \
        -DQt6LinguistTools_DIR=/usr/lib/x86_64-linux-gnu/cmake/Qt6LinguistTools \
        -DCMAKE_CROSSCOMPILING_EMULATOR="$here/wine.sh" -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" "$@"
}

version() { sed -n 's/^project(binome VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt"; }

# What a person gets: in the installer and in the ZIP, the same.
make_packages()
{
    local payload=$results/payload name
    name=binome-$(version)-windows-x86-64
    rm -rf "$payload" "${results:?}/$name"
    mkdir -p "$payload"
    cp "$results/bin/binome.exe" "$results/bin/binomectl.exe" "$payload/"
    x86_64-w64-mingw32-strip "$payload"/*.exe
    cp "$root/LICENSE" "$payload/LICENSE.txt"
    "$here/nsis.sh" "$(version)" "$payload" "$results/$name-setup.exe" "$results/gui/binome.ico"
    cp -r "$payload" "$results/$name"
    (cd "$results" && rm -f "$name.zip" && zip -q -r "$name.zip" "$name")
    ls -l "$results/$name-setup.exe" "$results/$name.zip"
}

build_programs()
{
    mkdir -p "$results"
    configure_programs "$@" >"$results/configure.log" 2>&1 || {
        tail -n 30 "$results/configure.log" >&2
        fail "not configured; all that CMake said is in $results/configure.log"
    }
    time cmake --build "$results" --parallel "$jobs"
    time make_packages
}

case ${1:-} in
'')
    check_packages "${packages[@]}"
    build_toolchain
    build_programs -DBUILD_TESTING=OFF
    ;;
toolchain)
    check_packages "${packages[@]}"
    build_toolchain
    ;;
test)
    check_packages "${packages[@]}" "${test_packages[@]}"
    build_toolchain
    build_programs -DBUILD_TESTING=ON
    xvfb-run -a ctest --test-dir "$results" --output-on-failure
    xvfb-run -a "$here/setup-check.sh" "$results/binome-$(version)-windows-x86-64-setup.exe" "$results/payload"
    ;;
ready) toolchain_ready ;;
install) apt-get install --yes --no-install-recommends "${packages[@]}" "${test_packages[@]}" ;;
*) sed -n 's/^#   //p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
esac
