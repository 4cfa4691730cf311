#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Binôme in one command, on Debian 12, Debian 13 or Ubuntu 24.04, as root or with sudo.
#   installer/quickstart.sh run       build, start the training cluster and open the console on it
#   installer/quickstart.sh test      build and pass every test
#   installer/quickstart.sh install   only install what is missing (with --ci: the checkers, too)
# Each can be run again; what is already there is not done twice.
set -Eeuo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
step="reading the command line"

say() { printf '%s\n' "$*"; }
fail()
{
    printf 'quickstart: %s\n' "$*" >&2
    trap - ERR
    exit 1
}
stopped()
{
    printf 'quickstart: stopped while %s (exit status %s). The lines above say why; run the same command again once that is mended.\n' "$step" "$1" >&2
    exit "$1"
}
trap 'stopped $?' ERR

begin()
{
    step=$1
    say "==> $step"
}

usage()
{
    sed -n 's/^#   //p' "${BASH_SOURCE[0]}"
}

check_system()
{
    local id version name
    begin "looking at this system"
    [ -r /etc/os-release ] || fail "there is no /etc/os-release: Debian 12, Debian 13 or Ubuntu 24.04 is needed"
    # shellcheck disable=SC1091
    read -r id version name < <(. /etc/os-release && printf '%s %s %s\n' "${ID:-unknown}" "${VERSION_ID:-?}" "${PRETTY_NAME:-}")
    case $id:$version in
    debian:12 | debian:13 | ubuntu:24.04) say "    $name" ;;
    *) say "    $name: not one of Debian 12, Debian 13, Ubuntu 24.04; trying all the same" ;;
    esac
}

install_packages()
{
    local list packages=$root/installer/linux/packages.sh
    begin "looking for what is missing"
    list=$(bash "$packages" missing "$@")
    if [ -z "$list" ]; then
        say "    nothing"
        return
    fi
    say "    missing: ${list//$'\n'/ }"
    begin "installing packages; no service is started"
    if [ "$(id -u)" = 0 ]; then
        bash "$packages" install "$@"
    elif command -v sudo >/dev/null; then
        sudo bash "$packages" install "$@"
    else
        fail "packages are missing and this is neither root nor a machine with sudo; as root: bash $packages install $*"
    fi
}

# Qt reads and writes UTF-8; a bare container has no locale at all.
use_utf8()
{
    if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then export LC_ALL=C.UTF-8; fi
}

# sshd started by root wants this folder, which only its service would make.
allow_sshd()
{
    if [ "$(id -u)" = 0 ]; then install -d -m 0755 /run/sshd; fi
}

configure()
{
    local preset=$1
    shift
    begin "configuring the preset $preset"
    cmake --preset "$preset" "$@" >"$root/build/$preset-configure.log" 2>&1 \
        || { cat "$root/build/$preset-configure.log" >&2; false; }
}

build()
{
    local preset=$1
    shift
    begin "building the preset $preset on $(nproc) processors (the first time takes some minutes)"
    cmake --build --preset "$preset" --parallel "$(nproc)" "$@"
}

open_console()
{
    local console=$root/build/release/bin/binome pictures=$root/build/tour
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        begin "starting the training cluster and opening the console on it"
        "$console" --demo
        return
    fi
    begin "taking the tour off screen, since there is no display"
    mkdir -p "$pictures"
    QT_QPA_PLATFORM=offscreen "$console" --demo --tour "$pictures"
    say "The pictures are in $pictures"
}

run()
{
    check_system
    install_packages build run
    configure release "$@"
    build release --target binome binome-lab binomectl
    allow_sshd
    open_console
}

# What failed, once more at the end: in a long log nobody finds it again.
failed_tests()
{
    local code=$1
    say "==> what the failed tests said"
    grep -h -A 4 '^FAIL!' build/dev/Testing/Temporary/LastTest.log | head -n 60 || true
    stopped "$code"
}

run_tests()
{
    check_system
    install_packages build run test
    configure dev "$@"
    build dev
    allow_sshd
    begin "running every test"
    ctest --preset dev --parallel "$(nproc)" || failed_tests $?
}

cd "$root"
mkdir -p build
use_utf8
command=${1:-}
[ $# -eq 0 ] || shift
case $command in
run) run "$@" ;;
test) run_tests "$@" ;;
install)
    check_system
    purposes=(build run test)
    if [ "${1:-}" = --ci ]; then purposes+=(ci package); fi
    install_packages "${purposes[@]}"
    ;;
-h | --help | help) usage ;;
*)
    usage >&2
    fail "say run, test or install"
    ;;
esac
