#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tests/bench/run.sh [BUILD]     (build/release, which must be a Release build)
# Runs every benchmark once. The readers and the snapshot are printed beside what the project asks
# and beside finding the lines of the same text; SSH and IPMI beside the tools that do the same, on
# the same server in the same run: so that a figure says something on any machine. The window and
# the collector run on a lab of their own, for some minutes.
set -euo pipefail

build=${1:-build/release}
program=$build/bin/binome_bench
[ -x "$program" ] || { echo "run.sh: no $program: build the target binome_bench first" >&2; exit 1; }
grep -q '^CMAKE_BUILD_TYPE:[A-Z]*=Release$' "$build/CMakeCache.txt" ||
    echo "run.sh: $build is no Release build: its figures say little" >&2

"$program" --benchmark_format=csv 2>/dev/null | LC_ALL=C awk -F, '
    $1 == "name" { for (i = 1; i <= NF; ++i) column[$i] = i; next }
    !("name" in column) { next }
    { gsub(/"/, "", $1) }
    $1 ~ /^parse\// {
        speed = $column["bytes_per_second"] / 1e6
        if ($1 == "parse/lines") lines = speed
        wanted = $1 == "parse/proc-drbd of 2000 devices" ? sprintf("%6.1f x the 100 MB/s asked", speed / 100) : ""
        printf "%-40s %9.1f MB/s  %5.1f %% of finding lines  %s\n", $1, speed, 100 * speed / lines, wanted
    }
    $1 ~ /^snapshot\// {
        time = $column["cpu_time"]
        sum += $1 ~ /merge|diff/ ? time : 0
        printf "%-40s %9.3f ms\n", $1, time
    }
    $1 ~ /^(linediff|conf)\// { printf "%-40s %9.3f ms\n", $1, $column["cpu_time"] }
    END { printf "%-40s %9.3f ms  %6.2f of the 5 ms allowed\n", "snapshot/merge and diff", sum, sum / 5 }
'

for bench in bench_history bench_ssh_latency bench_ipmi_latency bench_collect bench_actions bench_forecast bench_replay bench_window bench_curves bench_confediting; do
    printf '\n== %s\n' "$bench"
    if [ -x "$build/bin/$bench" ]; then "$build/bin/$bench"; else echo "not built in $build"; fi
done
