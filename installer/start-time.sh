#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# start-time.sh RUNS PROGRAM [ARGUMENT...]: from the start of an installed program to its window, in
# milliseconds, by asking the X server: when it is on the screen, and when it is painted (the screen is no
# longer of one colour); and how much of that the program's own threads computed, which other work on the machine
# does not lengthen. Asking costs some 20 ms, looking at the screen 100 ms. One run before the counted ones fills the caches. A PROGRAM.exe runs under Wine, whose
# server then stays between the runs. Needs a display of its own (xvfb-run), with nothing else on it.
set -Eeuo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
runs=${1:?usage: start-time.sh RUNS PROGRAM ARGUMENT...}
shift
work=$(mktemp -d)
process=
trap '[ -z "$process" ] || kill "$process" 2>/dev/null || true; rm -rf "$work"' EXIT
# No settings of this person, and no window that is open already.
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data

program=("$@")
case $1 in
*.exe)
    export WINEPREFIX=${BINOME_WINEPREFIX:-${XDG_CACHE_HOME:-$HOME/.cache}/binome-windows/wine} WINEDEBUG=-all
    "$here/windows/wine.sh" cmd /c rem # makes the prefix
    wineserver -p60 || true # one that runs already stays as it is
    program=(wine "$@")
    ;;
esac

now() { echo $(($(date +%s%N) / 1000000)); }
# The windows of the program: those as large as a main window.
windows() { xwininfo -root -tree | sed -nE 's/^ +(0x[0-9a-f]+) .* ([0-9]{3,})x([0-9]{3,})\+.*/\1 \2/p' | awk '$2 >= 600 { print $1 }'; }
shown() { xwininfo -id "$1" 2>/dev/null | grep -q IsViewable; }
painted() { [ "$(import -silent -window root "gray:-" | gzip -1 | wc -c)" -gt 10000 ]; }

# Milliseconds of the processors, in steps of ten.
computed() { awk '{ sub(/.*\) /, ""); print ($12 + $13) * 10 }' "/proc/$1/stat"; }

run_once()
{
    local began window deadline cost on_screen=
    began=$(now)
    deadline=$((began + 60000))
    "${program[@]}" >/dev/null 2>"$work/said" &
    process=$!
    while [ -z "$on_screen" ] && [ "$(now)" -lt "$deadline" ]; do
        sleep 0.01
        for window in $(windows); do
            if shown "$window"; then on_screen=$(now); fi
        done
    done
    [ -n "$on_screen" ] || { echo "start-time.sh: no window: $(cat "$work/said")" >&2 && exit 1; }
    cost=$(computed "$process")
    until painted || [ "$(now)" -gt "$deadline" ]; do sleep 0.01; done
    echo "$((on_screen - began)) $(($(now) - began)) $cost"
    kill "$process"
    wait "$process" 2>/dev/null || true
    process=
    while [ -n "$(windows)" ]; do sleep 0.1; done
}
median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

run_once >/dev/null
for _ in $(seq "$runs"); do run_once; done >"$work/times"
column() { cut -d ' ' -f "$1" "$work/times" | median; }
printf 'shown %s ms, painted %s ms, computed %s ms until shown (medians of %s runs: %s)\n' \
    "$(column 1)" "$(column 2)" "$(column 3)" "$runs" "$(tr ' \n' '/ ' <"$work/times")"
