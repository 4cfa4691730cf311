#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tst_packaging.sh SOURCE_FOLDER: the lists that installer/linux keeps twice say the same, since a
# package builder reads Debian's and quickstart.sh reads ours; and every page and program is packed.
set -uo pipefail

linux=$1/installer/linux
failures=0

missing()
{
    printf 'FAIL  %s\n' "$*"
    failures=$((failures + 1))
}
# A field of debian/control, one name a line, without versions.
field()
{
    awk -v field="$1:" -v package="$2" '
        /^(Source|Package):/ { inside = $2 == package }
        /^[A-Z]/ { wanted = inside && $1 == field; sub(/^[^:]*: */, "") }
        wanted' "$linux/debian/control" | tr ',|' '\n\n' | sed 's/([^)]*)//; s/[[:space:]]//g; /^$/d; /^\$/d'
}
listed() { awk -v purpose="$1" '$1 == purpose { print $2 }' "$linux/packages.list" | tr '|' '\n'; }

# The compiler and Debian's own tools come with every package builder.
while read -r name; do
    case $name in g++ | libgl1-mesa-dev | libegl1-mesa-dev) continue ;; esac
    field Build-Depends binome | grep -qxF "$name" || missing "debian/control does not build-depend on $name"
done < <(listed build)
while read -r name; do
    [ "$name" = debhelper-compat ] || listed build | grep -qxF "$name" || missing "packages.list does not name $name"
done < <(field Build-Depends binome)
for name in openssh-server openipmi ipmitool; do
    field Depends binome-lab | grep -qxF "$name" || missing "binome-lab does not depend on $name"
    for relation in Depends Recommends Suggests; do
        ! field "$relation" binome | grep -qxF "$name" || missing "the console would bring $name along"
    done
done
for page in "$1"/docs/man/*.1; do
    page=usr/share/man/man1/${page##*/}
    found=
    while read -r pattern; do
        # shellcheck disable=SC2053  # the right side is a pattern
        [[ $page == $pattern ]] && found=yes
    done < <(cat "$linux"/debian/*.install)
    [ -n "$found" ] || missing "$page is in no package"
done
for file in "$linux"/completion/*; do
    grep -qxF "usr/share/bash-completion/completions/${file##*/}" "$linux"/debian/*.install -h \
        || missing "the completion of ${file##*/} is in no package"
done
exit "$((failures > 0))"
