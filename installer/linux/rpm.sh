#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The packages binome and binome-lab as .rpm, in build/packages. Meant for a distribution with rpm; where
# rpmbuild runs on another (Debian has it), the result can be queried, unpacked and started, no more:
# libraries carry other names there.
#   rpm.sh                      build them from the sources
#   rpm.sh built BUILD_FOLDER   pack what is built there: to try the packaging only
set -Eeuo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
results=$root/build/packages

fail()
{
    printf 'rpm.sh: %s\n' "$*" >&2
    exit 1
}

command -v rpmbuild >/dev/null || fail "rpmbuild is missing (package rpm-build, or rpm on Debian)"
options=()
case ${1:-} in
built)
    options+=(--define "built $(cd "${2:?which build folder?}" && pwd)")
    results=$root/build/packages-tried # not what anybody is given
    ;;
'') ;;
*) fail "say built BUILD_FOLDER, or nothing" ;;
esac
version=$(sed -n 's/^project(binome VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
[ -n "$version" ] || fail "CMakeLists.txt does not say the version"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/SOURCES" "$results"
tar -C "$root" --exclude=./build --exclude=./.git --transform "s,^\.,binome-$version," \
    -czf "$work/SOURCES/binome-$version.tar.gz" .
# A machine without an rpm database cannot prove what is installed there; CMake does.
[ -e /var/lib/rpm/rpmdb.sqlite ] || [ -e /usr/lib/sysimage/rpm/rpmdb.sqlite ] || options+=(--nodeps)
rpmbuild -bb --define "_topdir $work" --define "binome_version $version" "${options[@]}" \
    "$root/installer/linux/rpm/binome.spec"
rm -f "$results"/*.rpm
find "$work/RPMS" -name '*.rpm' -exec mv {} "$results" \;
ls -l "$results"
