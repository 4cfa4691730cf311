#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# nsis.sh VERSION PAYLOAD_FOLDER OUTPUT.exe [ICON.ico]: the installer of what lies in the folder.
set -Eeuo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=$1 payload=$(cd "$2" && pwd) output=$(realpath -m "$3")
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT
# shellcheck disable=SC2016 # $INSTDIR is NSIS's
for file in "$payload"/*; do
    name=$(basename "$file")
    printf 'Delete "$INSTDIR\\%s"\n' "$name" >>"$lists/removals.nsh"
    printf 'Delete "$INSTDIR\\%s"\nRename "$INSTDIR\\new\\%s" "$INSTDIR\\%s"\n' "$name" "$name" "$name" >>"$lists/moves.nsh"
    case $name in *.exe) printf '!insertmacro FailWhenBusy "%s"\n' "$name" >>"$lists/programs.nsh" ;; esac
done
makensis -V2 -INPUTCHARSET UTF8 "-DVERSION=$version" "-DPAYLOAD=$payload" "-DLISTS=$lists" "-DOUTPUT=$output" \
    ${4:+"-DICON=$(realpath "$4")"} "$here/binome.nsi"
