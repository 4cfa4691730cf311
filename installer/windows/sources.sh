#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fetches the Debian source packages of the Windows build, by name, from the archive this machine
# already uses for its binary packages; apt's own configuration is read and not changed.
#   sources.sh FOLDER PACKAGE/SUITE...
# Unpacks each into FOLDER/PACKAGE and writes its version to FOLDER/PACKAGE.version.
# What is there already is left alone. A source the archive does not hold ends the script, by name.
set -Eeuo pipefail

folder=${1:?the folder to unpack into}
shift
state=$folder/.apt
mkdir -p "$state/parts" "$state/lists/partial"

# The first stanza (or line) that names a suite "bookworm" is the main archive; the security archive's
# sources are not taken, since mirrors often hold its binaries only.
main_archive()
{
    local file
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -e "$file" ] || continue
        awk 'BEGIN { RS = ""; FS = "\n" }
            /(^|\n)Types:[^\n]*deb/ && /(^|\n)Suites:[^\n]* bookworm( |\n|$)/ {
                for (i = 1; i <= NF; i++) {
                    if ($i ~ /^URIs:/) { sub(/^URIs:[ \t]*/, "", $i); split($i, uri, /[ \t]+/); found = uri[1] }
                }
                if (found) { print found; exit }
            }' "$file"
    done
    [ ! -e /etc/apt/sources.list ] || sed -nE 's/^deb +(\[[^]]*\] +)?([^ ]+) +bookworm +.*/\2/p' /etc/apt/sources.list
}

archive=$(main_archive | head -n 1)
if [ -z "$archive" ]; then
    echo "sources.sh: no Debian 12 (bookworm) archive in /etc/apt: the Windows build is made on Debian 12" >&2
    exit 1
fi

cat >"$state/parts/sources.sources" <<STANZA
Types: deb-src
URIs: $archive
Suites: bookworm trixie
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
STANZA

private_apt()
{
    apt-get -q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$state/parts" \
        -o Dir::State::lists="$state/lists" -o APT::Sandbox::User="$(id -un)" "$@"
}

fetch()
{
    local package=${1%/*} suite=${1#*/} unpack
    [ ! -e "$folder/$package.version" ] || return 0
    [ -e "$state/updated" ] || { private_apt -q update && touch "$state/updated"; }
    unpack=$(mktemp -d "$folder/.unpack.XXXXXX")
    # --only-source: otherwise apt resolves the name through the installed binary package.
    if ! (cd "$unpack" && private_apt -q source --only-source "$package/$suite"); then
        echo "sources.sh: the archive does not give the source of $package ($suite)" >&2
        exit 1
    fi
    rm -rf "${folder:?}/$package"
    find "$unpack" -mindepth 1 -maxdepth 1 -type d -exec mv {} "$folder/$package" \;
    sed -n 's/^Version: //p' "$unpack"/*.dsc | head -n 1 >"$folder/$package.version"
    rm -rf "$unpack"
}

for wanted in "$@"; do
    fetch "$wanted"
done
