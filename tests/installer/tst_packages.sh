#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tst_packages.sh SOURCE_FOLDER: installer/linux/packages.sh against stand-ins of apt and dpkg.
# The stand-in of apt-get asks the policy as invoke-rc.d would, and leaves its answer in $work/answer.
# shellcheck disable=SC2016  # the stand-ins are written as text
set -uo pipefail

script=$1/installer/linux/packages.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

check()
{
    local name=$1
    shift
    if "$@"; then
        printf 'ok    %s\n' "$name"
    else
        printf 'FAIL  %s\n' "$name"
        failures=$((failures + 1))
    fi
}
says() { grep -qF -- "$1" "$work/output"; }
says_nothing_of() { ! says "$1"; }
policy_is() { [ "$(cat "$work/root/usr/sbin/policy-rc.d" 2>/dev/null)" = "$1" ]; }
no_policy() { [ ! -e "$work/root/usr/sbin/policy-rc.d" ]; }
linked() { [ -L "$work/root/etc/systemd/system/multi-user.target.wants/$1" ]; }
unlinked() { ! linked "$1"; }
equals() { [ "$1" = "$2" ]; }

stand_in()
{
    printf '#!/usr/bin/env bash\nwork=%q\n%s\n' "$work" "$2" >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}

# $work/installed names the packages of the machine, $work/offered those of the distribution.
fresh_machine()
{
    rm -rf "${work:?}"/*
    mkdir -p "$work/bin" "$work/linux" "$work/root/usr/sbin" "$work/root/etc/systemd/system/multi-user.target.wants"
    cp "$script" "$work/linux/"
    printf '%s\n' base old-daemon >"$work/installed"
    printf '%s\n' daemon second >"$work/offered"
    printf 'run daemon why\nrun first|second why\nci checker why\n' >"$work/linux/packages.list"
    stand_in id 'echo 0'
    stand_in apt-cache 'grep -qx "$2" "$work/offered" && echo "  Candidate: 1.0" || echo "  Candidate: (none)"'
    stand_in apt-get '
        [ "$1" = update ] && exit 0
        "$work/root/usr/sbin/policy-rc.d"; echo $? >"$work/answer"
        [ -e "$work/broken" ] && exit 100
        for word; do grep -qx -- "$word" "$work/offered" && echo "$word" >>"$work/installed"; done
        ln -sf /lib/systemd/system/daemon.service "$work/root/etc/systemd/system/multi-user.target.wants/daemon.service"
        exit 0'
    stand_in dpkg-query '
        case $3 in
        *binary:Package*) sed "s/$/ installed/" "$work/installed" ;;
        *Priority*) echo optional ;;
        *) grep -qx "$4" "$work/installed" && echo installed ;;
        esac'
    stand_in dpkg 'echo "/lib/systemd/system/$2.service"'
    stand_in update-rc.d 'exit 0'
    ln -s /lib/systemd/system/old-daemon.service "$work/root/etc/systemd/system/multi-user.target.wants/old-daemon.service"
}

packages()
{
    PATH=$work/bin:$PATH BINOME_PACKAGES_ROOT=$work/root bash "$work/linux/packages.sh" "$@" >"$work/output" 2>&1
}

fresh_machine
packages missing run
check "what is missing is listed with its alternatives" equals "$(tr '\n' ' ' <"$work/output")" "daemon first|second "
check "another purpose is not looked at" says_nothing_of checker

fresh_machine
packages install run
check "an installation succeeds" equals $? 0
check "services are refused while it works" equals "$(cat "$work/answer")" 101
check "no policy is left where there was none" no_policy
check "the first name that is offered is taken" grep -qx second "$work/installed"
check "a new service is disabled" unlinked daemon.service
check "and named" says "daemon.service, brought by daemon, is left disabled"
check "a service that was there stays enabled" linked old-daemon.service
packages install run
check "a second run finds nothing to do" equals "$(cat "$work/output")" ""

fresh_machine
printf 'mine' >"$work/root/usr/sbin/policy-rc.d"
packages install run
check "services are refused over another policy" equals "$(cat "$work/answer")" 101
check "the policy that was there comes back" policy_is mine

fresh_machine
printf 'mine' >"$work/root/usr/sbin/policy-rc.d"
touch "$work/broken"
packages install run
check "a failed installation fails" equals $? 1
check "with a sentence" says "apt-get could not install the packages"
check "and the policy comes back all the same" policy_is mine

fresh_machine
printf 'mine' >"$work/root/usr/sbin/policy-rc.d.before-binome"
printf '#!/bin/sh\n# Written by Binôme for the time of an installation\nexit 101\n' >"$work/root/usr/sbin/policy-rc.d"
packages install run
check "what a killed run left behind is put right" policy_is mine

fresh_machine
printf '%s\n' daemon >"$work/offered"
packages install run
check "a package that nobody offers stops it" equals $? 1
check "and is named with its alternatives" says "first or second"

printf '%s failed\n' "$failures"
[ "$failures" -eq 0 ]
