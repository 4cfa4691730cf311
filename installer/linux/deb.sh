#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The packages binome and binome-lab for the very distribution this runs on, in build/packages.
#   deb.sh            build them; what is missing for that is named, not installed
#   deb.sh install    install what is missing first, as root (no service is started)
#   deb.sh built BUILD_FOLDER   pack what is built there, unoptimised if it is: to try the packaging only
# The tree is copied aside: Debian's tools want their folder at the top, and write beside it.
set -Eeuo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
results=$root/build/packages

fail()
{
    printf 'deb.sh: %s\n' "$*" >&2
    exit 1
}

case ${1:-} in
install) bash "$root/installer/linux/packages.sh" install build package ;;
'') ;;
built)
    BINOME_BUILT=$(cd "${2:?which build folder?}" && pwd)
    results=$root/build/packages-tried # not what anybody is given
    export BINOME_BUILT DEB_BUILD_OPTIONS=noautodbgsym
    ;;
*) fail "say install, built BUILD_FOLDER, or nothing" ;;
esac

missing=$(bash "$root/installer/linux/packages.sh" missing build package)
[ -z "$missing" ] || fail "missing: ${missing//$'\n'/ } (installer/linux/deb.sh install brings them, as root)"

# shellcheck disable=SC1091
distribution=$(. /etc/os-release && printf '%s%s' "$ID" "${VERSION_ID:-}")
version=$(sed -n 's/^project(binome VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
[ -n "$version" ] || fail "CMakeLists.txt does not say the version"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/binome" "$results"
tar -C "$root" --exclude=./build --exclude=./.git -cf - . | tar -C "$work/binome" -xf -
mv "$work/binome/installer/linux/debian" "$work/binome/debian"
# The changelog's day is that of the sources, so that the same sources give the same package.
day=$(date -u -R -d "@$(stat -c %Y "$root/CHANGELOG.md")")
sed -i "s/@VERSION@/$version~$distribution/; s/@DATE@/$day/" "$work/binome/debian/changelog"

cd "$work/binome"
dpkg-buildpackage --build=binary --no-sign --jobs="$(nproc)"
rm -f "$results"/*.deb
mv "$work"/*.deb "$results"
lintian --fail-on error,warning --tag-display-limit 0 "$results"/*.deb \
    || fail "lintian is not content; its words are above"
ls -l "$results"
