#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what packages.list names for the given purposes, and nothing more.
#   packages.sh missing PURPOSE...   prints the packages that are not there yet, one a line
#   packages.sh install PURPOSE...   installs them; as root
# No service may start because of it: a policy-rc.d refuses while dpkg works and is then put back as it
# was, and what the new packages enabled for the next boot is disabled again, by name.
set -Eeuo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# Another root than / is for the tests of this script.
root=${BINOME_PACKAGES_ROOT:-}
policy=$root/usr/sbin/policy-rc.d
kept=$policy.before-binome
mark='Written by Binôme for the time of an installation'

say() { printf '%s\n' "$*"; }
fail()
{
    printf 'packages.sh: %s\n' "$*" >&2
    exit 1
}

# Alternatives, one line a requirement, of the purposes given.
requirements()
{
    local purpose
    for purpose in "$@"; do
        awk -v purpose="$purpose" '$1 == purpose { print $2 }' "$here/packages.list"
    done
}

installed()
{
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

any_installed()
{
    local name
    for name in ${1//|/ }; do
        if installed "$name"; then return 0; fi
    done
    return 1
}

# A name can be known to apt and have nothing to install: only a candidate counts.
available()
{
    [ -n "$(apt-cache policy "$1" 2>/dev/null | awk '$1 == "Candidate:" && $2 != "(none)" { print $2 }')" ]
}

first_available()
{
    local name
    for name in ${1//|/ }; do
        if available "$name"; then
            say "$name"
            return 0
        fi
    done
    return 1
}

missing()
{
    local alternatives first
    while read -r alternatives; do
        any_installed "$alternatives" || { say "$alternatives"; continue; }
        # A later name may be there for other reasons while this release has the first one.
        case $alternatives in *"|"*) first=$(first_available "$alternatives") || continue ;; *) continue ;; esac
        installed "$first" || say "$alternatives"
    done < <(requirements "$@")
}

restore_policy()
{
    if [ -e "$kept" ]; then
        mv -f "$kept" "$policy"
    elif grep -qs "$mark" "$policy"; then
        rm -f "$policy"
    fi
}

# A run that was killed outright leaves its policy behind: restore_policy puts that right first.
refuse_services()
{
    restore_policy
    if [ -e "$policy" ] || [ -L "$policy" ]; then mv "$policy" "$kept"; fi
    trap restore_policy EXIT
    trap 'exit 130' INT TERM HUP
    printf '#!/bin/sh\n# %s\nexit 101\n' "$mark" >"$policy"
    chmod 755 "$policy"
}

list_installed() { dpkg-query -W -f '${binary:Package} ${db:Status-Status}\n' | awk '$2 == "installed" { print $1 }' | sort; }

enabled_unit() { [ -n "$(find "$root/etc/systemd/system" -type l -lname "*/$1" -print -quit 2>/dev/null)" ]; }
enabled_script() { compgen -G "$root/etc/rc[2345].d/S[0-9][0-9]$1" >/dev/null; }

# Links are removed by hand, so that it also works where systemd is not installed or does not run.
disable_unit()
{
    find "$root/etc/systemd/system" -type l -lname "*/$1" -delete
    if [ -d "$root/run/systemd/system" ]; then systemctl daemon-reload; fi
}

# Services and sockets of one package that would start at the next boot.
disable_services_of()
{
    local package=$1 file name
    while read -r file; do
        name=${file##*/}
        case $file in
        */systemd/system/*.service | */systemd/system/*.socket)
            if ! enabled_unit "$name"; then continue; fi
            disable_unit "$name"
            ;;
        /etc/init.d/?*)
            if ! enabled_script "$name"; then continue; fi
            update-rc.d "$name" disable >/dev/null 2>&1 || say "  $name could not be disabled"
            ;;
        *) continue ;;
        esac
        say "  $name, brought by $package, is left disabled: Binôme needs the program, not the service"
    done < <(dpkg -L "$package")
}

# The base system's own units (priority important and above) are the distribution's business: they
# only come along where the machine had no init system at all.
disable_new_services()
{
    local package priority
    while read -r package; do
        priority=$(dpkg-query -W -f '${Priority}' "$package")
        case $priority in required | important | standard) continue ;; esac
        disable_services_of "$package"
    done < <(comm -13 "$1" <(list_installed))
}

install_missing()
{
    local wanted=() alternatives name before
    [ "$(id -u)" = 0 ] || fail "installing packages needs root: run it with sudo"
    [ -n "$(missing "$@")" ] || return 0
    mkdir -p "$root/run/lock"
    exec 9>"$root/run/lock/binome-packages.lock"
    flock 9
    say "  asking the distribution for its package lists"
    apt-get update -qq || say "  the lists could not be refreshed; going on with those that are here"
    while read -r alternatives; do
        name=$(first_available "$alternatives") \
            || fail "this distribution offers no package ${alternatives//|/ or } (on Ubuntu the component universe must be enabled)"
        wanted+=("$name")
    done < <(missing "$@")
    say "  installing: ${wanted[*]}"
    before=$(mktemp)
    list_installed >"$before"
    refuse_services
    DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
        apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "${wanted[@]}" \
        >/dev/null </dev/null 9>&- || fail "apt-get could not install the packages; its own words are above"
    disable_new_services "$before"
    rm -f "$before"
}

command -v apt-get >/dev/null || fail "this machine has no apt: Debian 12 or 13, or Ubuntu 24.04, is needed"
action=${1:-}
[ $# -ge 2 ] || fail "usage: packages.sh missing|install PURPOSE..."
shift
case $action in
missing) missing "$@" ;;
install) install_missing "$@" ;;
*) fail "usage: packages.sh missing|install PURPOSE..." ;;
esac
