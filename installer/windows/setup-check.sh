#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# setup-check.sh SETUP.exe PAYLOAD: installs it under Wine for everybody and for one person, over an older version
# of itself (made of PAYLOAD), starts what was installed, and removes it. Then what must not go well: over a program
# that runs, on a full disk, into a folder nobody may write to. Judged by files, registry and what the program
# says; where something is refused, by the exit code 2, too. The last ones need root, for small disks of their own.
set -Eeuo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
setup=$(realpath "$1") payload=$(realpath "$2")
work=$(mktemp -d)
disk=$work/disk
export BINOME_WINEPREFIX=$work/wine
trap 'WINEPREFIX=$BINOME_WINEPREFIX wineserver -k >/dev/null 2>&1 || true
    ! mountpoint -q "$disk" || umount "$disk"; rm -rf "$work"' EXIT
wanted="binome.exe binomectl.exe LICENSE.txt uninstall.exe"

fail()
{
    printf 'setup-check.sh: %s\n' "$*" >&2
    exit 1
}
run() { "$here/wine.sh" "$@"; }
waited() { run "$@" && WINEPREFIX=$BINOME_WINEPREFIX wineserver -w; }
windows_path() { WINEPREFIX=$BINOME_WINEPREFIX winepath -w "$1" 2>/dev/null; }
registered() { run reg query "$1\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Binome" /v DisplayVersion; }
contents() { (cd "$1" && find . -type f -exec cksum {} + | sort -k 3); }
# Anything but 2 is wrong: 0 says that it went well, others that the installer died.
refused()
{
    local code=0
    run "$@" || code=$?
    [ "$code" = 2 ] || fail "not refused but ended with $code: $*"
}

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

remove()
{
    waited "$1/uninstall.exe" /S "/$2" "_?=$(windows_path "$1")" || true
    rm -f "$1/uninstall.exe" # it cannot delete itself when it is waited for
    rmdir "$1" 2>/dev/null || true
}

install_and_remove()
{
    local whom=$1 folder hive data
    waited "$work/older.exe" /S "/$whom"
    case $whom in
    AllUsers) folder=$BINOME_WINEPREFIX/drive_c/'Program Files'/Binome hive=HKLM ;;
    CurrentUser)
        folder=$(dirname "$(find "$BINOME_WINEPREFIX/drive_c/users" -name binome.exe | head -n 1)")
        hive=HKCU
        ;;
    esac
    check_installed "$folder" "$hive"
    grep -qF 0.0.1 "$work/registry" || fail "the older version does not say its number"
    data=$(run cmd /c 'echo %LOCALAPPDATA%' | tr -d '\r')
    data=$(WINEPREFIX=$BINOME_WINEPREFIX winepath -u "$data" 2>/dev/null)/binome
    mkdir -p "$data" && echo kept >"$data/settings.json"
    waited "$setup" /S "/$whom"
    check_installed "$folder" "$hive"
    ! grep -qF 0.0.1 "$work/registry" || fail "the upgrade left the older version's number"
    [ ! -e "$folder/new" ] || fail "the upgrade left its working folder"
    remove "$folder" "$whom"
    check_removed "$folder" "$hive"
    [ -e "$data/settings.json" ] || fail "a person's own files went with the program"
}

# The program waits for a question on its terminal that nobody answers.
over_a_running_program()
{
    local folder=$work/place process # no blank in it: Wine would quote _?= and NSIS then not see it
    waited "$setup" /S /AllUsers "/D=$(windows_path "$folder")"
    contents "$folder" >"$work/before"
    mkfifo "$work/silence"
    exec 8<>"$work/silence"
    "$here/wine.sh" "$folder/binomectl.exe" parse proc-drbd - <&8 >/dev/null 2>&1 &
    process=$!
    timeout 60 bash -c 'until grep -q "binomectl[.]exe" "/proc/$1/maps"; do sleep 0.2; done' wait "$process" \
        || fail "binomectl does not stay to be written over"
    refused "$setup" /S /AllUsers "/D=$(windows_path "$folder")"
    refused "$folder/uninstall.exe" /S /AllUsers "_?=$(windows_path "$folder")"
    contents "$folder" | diff "$work/before" - || fail "files of a running program changed"
    kill "$process"
    wait "$process" 2>/dev/null || true
    remove "$folder" AllUsers
    check_removed "$folder" HKLM
}

# Room for one copy and not for a second one; then for none; then nothing may be written.
small_disks()
{
    local size
    size=$(du -sk "$payload" | cut -f 1)
    mkdir -p "$disk"
    mount -t tmpfs -o "size=$((size * 3 / 2))k" binome-check "$disk"
    waited "$setup" /S /CurrentUser "/D=$(windows_path "$disk")\\Binome"
    [ -s "$disk/Binome/binome.exe" ] || fail "it was not installed where /D says"
    contents "$disk/Binome" >"$work/before"
    refused "$setup" /S /CurrentUser "/D=$(windows_path "$disk")\\Binome"
    contents "$disk/Binome" | diff "$work/before" - || fail "a full disk cost files of what was installed"
    mount -o remount,ro "$disk"
    refused "$setup" /S /CurrentUser "/D=$(windows_path "$disk")\\Binome"
    mount -o remount,rw "$disk"
    remove "$disk/Binome" CurrentUser
    check_removed "$disk/Binome" HKCU
    mount -o remount,size=100k "$disk"
    refused "$setup" /S /CurrentUser "/D=$(windows_path "$disk")\\Binome"
    check_removed "$disk/Binome" HKCU
    mount -o remount,ro "$disk"
    refused "$setup" /S /CurrentUser "/D=$(windows_path "$disk")\\Binome"
    check_removed "$disk/Binome" HKCU
    umount "$disk"
}

"$here/nsis.sh" 0.0.1 "$payload" "$work/older.exe"
for whom in AllUsers CurrentUser; do
    echo "    $whom: install, upgrade, start, remove"
    install_and_remove "$whom"
done
echo "    over a running program"
over_a_running_program
if [ "$(id -u)" = 0 ] && unshare --mount true 2>/dev/null; then
    echo "    on a full disk, and in a folder that cannot be written to"
    small_disks
else
    echo "    not run: a full disk (only root makes one to try)"
fi
