#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# setup-check.sh SETUP.exe: installs it under Wine for everybody and for one person, upgrades, starts what was
# installed, and removes it. Judged by files, registry and what the program says, not by exit codes.
set -Eeuo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
setup=$(realpath "$1")
work=$(mktemp -d)
export BINOME_WINEPREFIX=$work/wine
trap 'WINEPREFIX=$BINOME_WINEPREFIX wineserver -k >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
wanted="binome.exe binomectl.exe LICENSE.txt uninstall.exe"

fail()
{
    printf 'setup-check.sh: %s\n' "$*" >&2
    exit 1
}
run() { "$here/wine.sh" "$@"; }
waited() { run "$@" && WINEPREFIX=$BINOME_WINEPREFIX wineserver -w; }
registered() { run reg query "$1\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Binome" /v DisplayVersion; }

check_installed()
{
    local folder=$1 hive=$2 file
    for file in $wanted; do
        [ -s "$folder/$file" ] || fail "$file is not in $folder"
    done
    registered "$hive" >"$work/registry" || fail "not in the list of programs of $hive"
    run "$folder/binomectl.exe" --version | grep -q '^binomectl [0-9]' || fail "the installed program does not start"
    find "$BINOME_WINEPREFIX/drive_c" -name '*.lnk' | grep -q Bin || fail "nothing in the Start menu"
}

check_removed()
{
    local folder=$1 hive=$2
    [ ! -e "$folder" ] || fail "left behind: $(ls "$folder")"
    ! registered "$hive" >/dev/null 2>&1 || fail "still in the list of programs of $hive"
    ! find "$BINOME_WINEPREFIX/drive_c" -name '*.lnk' | grep -q Bin || fail "still in the Start menu"
}

for whom in AllUsers CurrentUser; do
    echo "    $whom: install, install over it, start, remove"
    waited "$setup" /S "/$whom"
    case $whom in
    AllUsers) folder=$BINOME_WINEPREFIX/drive_c/'Program Files'/Binome hive=HKLM ;;
    CurrentUser)
        folder=$(dirname "$(find "$BINOME_WINEPREFIX/drive_c/users" -name binome.exe | head -n 1)")
        hive=HKCU
        ;;
    esac
    check_installed "$folder" "$hive"
    data=$(run cmd /c 'echo %LOCALAPPDATA%' | tr -d '\r')
    data=$(WINEPREFIX=$BINOME_WINEPREFIX winepath -u "$data" 2>/dev/null)/binome
    mkdir -p "$data" && echo kept >"$data/settings.json"
    waited "$setup" /S "/$whom"
    check_installed "$folder" "$hive"
    waited "$folder/uninstall.exe" /S "/$whom" "_?=$(WINEPREFIX=$BINOME_WINEPREFIX winepath -w "$folder" 2>/dev/null)" || true
    rm -f "$folder/uninstall.exe" # it cannot delete itself when it is waited for
    rmdir "$folder" 2>/dev/null || true
    check_removed "$folder" "$hive"
    [ -e "$data/settings.json" ] || fail "a person's own files went with the program"
done
