#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tst_completion.sh SOURCE_FOLDER BIN_FOLDER: what bash offers, by the real programs.
set -uo pipefail

source_folder=$1
bin=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME=$work
mkdir -p "$work/binome/clusters"
: >"$work/binome/clusters/atelier.json"
: >"$work/binome/clusters/Site de Lyon.json"
failures=0
compopt() { :; } # of no use outside a completion

# offers EXPECTED LINE...: the last word of LINE is the one that is typed.
offers()
{
    local expected=$1 program=$2 function
    shift
    # shellcheck disable=SC1090
    . "$source_folder/installer/linux/completion/$program"
    function=_${program//-/_}
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    "$function" "$bin/$program" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    if printf '%s\n' "${COMPREPLY[@]}" | grep -qxF -e "$expected"; then
        printf 'ok    %s offers %s\n' "$*" "$expected"
    else
        printf 'FAIL  %s does not offer %s but: %s\n' "$*" "$expected" "${COMPREPLY[*]}"
        failures=$((failures + 1))
    fi
}

offers status binomectl s
offers --lang binomectl --
offers fr binomectl --lang ''
offers lint binomectl --lang fr l
offers proc-drbd binomectl parse proc
offers atelier binomectl status ''
offers 'Site\ de\ Lyon' binomectl status S
offers --json binomectl status atelier --
offers activate binomectl conf a
offers diff binomectl conf ''
offers maintenance binomectl node atelier m
offers quorum-alone binomectl node atelier q
offers stop-rgmanager binomectl node atelier st
offers cold-start binomectl node atelier --plan co
offers recover binomectl ha atelier ''
offers shutdown binomectl ha atelier sh
offers status binomectl power atelier node1 s
offers identify binomectl power atelier node1 i
offers --acknowledge binomectl fence atelier node1 --
offers --empty binomectl migrate atelier --
offers --reason binomectl ha atelier disable 100 --
offers atelier binomectl node a
offers atelier binome ''
offers --demo binome --d
offers dark binome --theme ''
offers up binome-lab ''
offers power-cut binome-lab power
offers heal binome-lab h
offers clock binome-lab do c
offers lan:node1 binome-lab cut lan
exit "$((failures > 0))"
