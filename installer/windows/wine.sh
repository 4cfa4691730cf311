#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# wine.sh PROGRAM.exe ARGUMENT...: runs it under Wine in a prefix of this user's cache, made at the first call.
# What a QtTest program prints is lost under Wine, so that it goes through a file.
set -uo pipefail

export WINEPREFIX=${BINOME_WINEPREFIX:-${XDG_CACHE_HOME:-$HOME/.cache}/binome-windows/wine}
export WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES="mscoree,mshtml="
(
    flock 9
    if [ ! -e "$WINEPREFIX/.ready" ]; then
        wine wineboot --init
        # Otherwise a crash waits for somebody to close its box.
        wine reg add 'HKCU\Software\Wine\WineDbg' /v ShowCrashDialog /t REG_DWORD /d 0 /f
        wine reg add 'HKLM\Software\Microsoft\Windows NT\CurrentVersion\AeDebug' /v Debugger /d false /f
        touch "$WINEPREFIX/.ready"
    fi
) 9>"$(mkdir -p "$WINEPREFIX" && echo "$WINEPREFIX.lock")" >/dev/null 2>&1

program=$1
shift
case $program in
*_tests.exe)
    report=$(mktemp)
    trap 'rm -f "$report"' EXIT
    wine "$program" "$@" -o "$(winepath -w "$report" 2>/dev/null),txt"
    code=$?
    cat "$report"
    exit "$code"
    ;;
*) exec wine "$program" "$@" ;;
esac
