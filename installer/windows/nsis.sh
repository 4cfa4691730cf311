#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# nsis.sh VERSION PAYLOAD_FOLDER OUTPUT.exe [ICON.ico]: the installer of what lies in the folder.
set -Eeuo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=$1 payload=$(cd "$2" && pwd) output=$(realpath -m "$3")
removals=$(mktemp)
trap 'rm -f "$removals"' EXIT
for file in "$payload"/*; do
    # shellcheck disable=SC2016 # $INSTDIR is NSIS's
    printf 'Delete "$INSTDIR\\%s"\n' "$(basename "$file")"
done >"$removals"
makensis -V2 -INPUTCHARSET UTF8 "-DVERSION=$version" "-DPAYLOAD=$payload" "-DREMOVALS=$removals" "-DOUTPUT=$output" \
    ${4:+"-DICON=$4"} "$here/binome.nsi"
