#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# deb-check.sh ROOT PICTURES DEB...: as root, installs the packages in ROOT, a clean system of their distribution
# (debootstrap --variant=minbase SUITE ROOT), starts what they brought as a person without rights on a
# training cluster, purges them, and compares the files of ROOT with those before. The pictures that the window
# made of itself go to PICTURES. What runs there has a network and processes of its own; ROOT keeps the libraries.
set -Eeuo pipefail

root=$(realpath "${1:?usage: deb-check.sh ROOT PICTURES DEB...}") pictures=$(realpath -m "$2")
shift 2
debs=("$@")
work=$(mktemp -d)
person=binome-check
trap 'rm -rf "$work" "$root/var/tmp/binome-check" "$root/usr/sbin/policy-rc.d"' EXIT

say() { printf '    %s\n' "$*"; }
fail()
{
    printf 'deb-check.sh: %s\n' "$*" >&2
    exit 1
}
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }

# No process of this outlives it, and none listens where this computer's own do.
as_person()
{
    # shellcheck disable=SC2016 # it is the inner shell that expands
    unshare --mount --pid --fork --net bash -c '
        ip link set lo up && mount -t proc proc "$1/proc" && mkdir -p "$1/dev/pts" &&
        mount -t devpts -o newinstance,ptmxmode=0666 devpts "$1/dev/pts" || exit 70
        root=$1 person=$2
        shift 2
        exec env -i PATH=/usr/bin:/bin HOME="/home/$person" LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen \
            /usr/sbin/chroot --userspec="$person:$person" "$root" "$@"' as_person "$root" "$person" "$@"
}

# What apt, dpkg and the caches of other packages write for themselves is not the programs'.
files()
{
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp -o -path ./var/tmp -o -path ./run \
        -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/apt -o -path "./home/$person" \) -prune -o -print | sort)
}

install_dependencies()
{
    local deb
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no service is started
    chmod +x "$root/usr/sbin/policy-rc.d"
    inside apt-get -qq update
    for deb in "${debs[@]}"; do
        inside apt-get -qq -y --no-install-recommends satisfy "$(dpkg-deb -f "$deb" Depends)" >>"$work/apt.log" 2>&1 \
            || { tail "$work/apt.log" && fail "the distribution does not give what $deb depends on"; }
    done
    inside id "$person" >/dev/null 2>&1 || inside useradd --create-home --shell /bin/bash "$person"
}

install_packages()
{
    mkdir -p "$root/var/tmp/binome-check"
    cp "${debs[@]}" "$root/var/tmp/binome-check/"
    inside sh -c 'dpkg -i /var/tmp/binome-check/*.deb' >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" && fail "dpkg -i"; }
    rm -rf "$root/var/tmp/binome-check"
    inside dpkg --audit >"$work/audit"
    [ ! -s "$work/audit" ] || { cat "$work/audit" && fail "dpkg is not content"; }
}

start_programs()
{
    local count
    as_person binome --version || fail "binome does not start"
    as_person binomectl --version || fail "binomectl does not start"
    printf '13: cs:Connected ro:Primary/Secondary ds:UpToDate/UpToDate C r-----\n' >"$work/drbd"
    printf 'version: 8.3.13 (api:88/proto:86-96)\n%s\n    ns:1 nr:2 dw:3 dr:4 al:5 bm:6 lo:0 pe:0 ua:0 ap:0 ep:1 wo:b oos:0\n' \
        "$(cat "$work/drbd")" | as_person binomectl parse proc-drbd >"$work/parsed"
    grep -q '"Primary"\|"primary"' "$work/parsed" || { cat "$work/parsed" && fail "binomectl does not read /proc/drbd"; }
    as_person sh -c 'cd && binomectl --lang fr --version && mkdir -p pictures && exec binome --demo --tour pictures' \
        || fail "the window on the training cluster"
    mkdir -p "$pictures"
    cp "$root/home/$person"/pictures/*.png "$pictures/"
    count=$(find "$pictures" -name '*.png' | wc -l)
    [ "$count" -gt 50 ] || fail "$count pictures only"
    say "the programs start; $count pictures of the training cluster in $pictures"
}

purge()
{
    local names deb
    names=$(for deb in "${debs[@]}"; do dpkg-deb -f "$deb" Package; done)
    # shellcheck disable=SC2086 # the names are words
    inside dpkg --purge $names >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" && fail "dpkg --purge"; }
}

install_dependencies
purge # what a run that failed left
files >"$work/before"
install_packages
files >"$work/installed"
say "$(comm -13 "$work/before" "$work/installed" | wc -l) files and folders came"
start_programs
purge
files >"$work/after"
diff "$work/before" "$work/after" || fail "the root is not as it was"
say "purged, and nothing is left behind"
