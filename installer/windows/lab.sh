#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lab.sh LABORATORY_PROGRAMS WINDOWS_PROGRAMS PICTURES: the Windows programs under Wine on a laboratory of this
# Linux: its sshd and its BMCs are reached from the .exe, and what was seen is compared with what
# the laboratory says of itself. Pictures of the window go to PICTURES. Needs a display (xvfb-run).
set -Eeuo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
programs=$(realpath "$1") windows=$(realpath "$2")
mkdir -p "$3"
pictures=$(realpath "$3")
# A person's folder has blanks and accents.
work=$(mktemp -d)
folder="$work/Données de Zoé"
export WINEPREFIX=${BINOME_WINEPREFIX:-${XDG_CACHE_HOME:-$HOME/.cache}/binome-windows/wine} # winepath's, too
mkdir -p "$folder"
trap '"$programs/binome-lab" down --dir "$work/lab" >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

fail()
{
    printf 'lab.sh: %s\n' "$*" >&2
    exit 1
}
seen() { "$here/wine.sh" "$windows/binomectl.exe" --lang en status "$folder/profile.json"; }

"$programs/binome-lab" up --dir "$work/lab" >/dev/null
cp "$work/lab/id_ed25519" "$work/lab/known_hosts" "$folder/"
sed -e "s|$work/lab/id_ed25519|$folder/id_ed25519|; s|$work/lab/known_hosts|$folder/known_hosts|" \
    "$work/lab/profile.json" >"$folder/profile.json"

echo "    SSH to three machines and IPMI to two BMCs, as from Linux"
"$programs/binomectl" --lang en status "$work/lab/profile.json" >"$work/wanted"
seen | tr -d '\r' >"$work/seen" || true
diff "$work/wanted" "$work/seen" || fail "Windows sees something else than Linux"
grep -q 'power on' "$work/seen" || fail "no BMC was asked"

echo "    a changed host key stops"
sed -i -E 's/(AAAAC3NzaC1lZDI1NTE5AAAAI).{4}/\1AAAA/' "$folder/known_hosts"
if seen >"$work/seen" 2>&1; then
    fail "a changed host key was taken"
fi
grep -q 'key' "$work/seen" || fail "it does not speak of the key: $(cat "$work/seen")"
cp "$work/lab/known_hosts" "$folder/known_hosts"

echo "    the window, in both languages and themes"
"$here/wine.sh" "$windows/binome.exe" --tour "$(winepath -w "$pictures")" "$(winepath -w "$folder/profile.json")"
count=$(find "$pictures" -name '*.png' | wc -l)
[ "$count" -gt 50 ] || fail "$count pictures only"
echo "    $count pictures in $pictures"
