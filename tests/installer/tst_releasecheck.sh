#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tst_releasecheck.sh SOURCE_FOLDER: the release check passes a tree that is ready, names the one thing
# that is not, and changes nothing.
set -uo pipefail

script=$1/installer/release-check
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BINOME_RELEASE_ROOT=$work/tree
export GIT_CONFIG_GLOBAL=/dev/null
failures=0

wrong()
{
    printf 'FAIL  %s\n' "$*"
    failures=$((failures + 1))
}
commit() { git -C "$work/tree" add -A && git -C "$work/tree" -c user.name=t -c user.email=t@t commit -qm t --allow-empty; }

# A tree that is ready to be released as 1.2.3.
ready()
{
    rm -rf "$work/tree"
    mkdir -p "$work/tree"/{installer/linux/debian,installer/linux/rpm,resources,translations,build/packages}
    cd "$work/tree" || exit 1
    echo 'project(binome VERSION 1.2.3 DESCRIPTION "x" LANGUAGES CXX)' >CMakeLists.txt
    printf '## Unreleased\n\n## 1.2.3 - 2026-01-02\n\n* A thing.\n' >CHANGELOG.md
    echo 'binome (@VERSION@) unstable; urgency=medium' >installer/linux/debian/changelog
    echo 'Version:        %{binome_version}' >installer/linux/rpm/binome.spec
    echo '<release version="1.2.3" date="2026-01-02"/>' >resources/x.metainfo.xml
    echo '<translation>oui</translation>' >translations/fr.ts
    echo /build/ >.gitignore
    echo deb >build/packages/binome_1.2.3_amd64.deb
    git init -q . && commit
}
refused()
{
    local output
    if output=$("$script"); then wrong "$1: passed"; fi
    [ "$(grep -c '^FAIL' <<<"$output")" = 1 ] || wrong "$1: not the one thing: $output"
    grep -q "^FAIL.*$2" <<<"$output" || wrong "$1: not named: $output"
}

ready
before=$(find "$work/tree" -not -path '*/.git/*' -type f -exec cksum {} + | sort)
"$script" >"$work/said" || wrong "a tree that is ready is refused: $(cat "$work/said")"
[ "$before" = "$(find "$work/tree" -not -path '*/.git/*' -type f -exec cksum {} + | sort)" ] || wrong "it changed something"

ready; sed -i 's/1\.2\.3 - 2026-01-02/1.2.4 - 2026-01-02/' CHANGELOG.md; commit
refused "the changelog is of another version" "CHANGELOG.md has a dated section for 1.2.3"
ready; sed -i 's/^## Unreleased/&\n\n* Not told yet./' CHANGELOG.md; commit
refused "something is unreleased" "under Unreleased"
ready; sed -i 's/@VERSION@/1.2.2/' installer/linux/debian/changelog; commit
refused "Debian's changelog has a version of its own" "debian/changelog"
ready; sed -i 's/1\.2\.3/1.2.2/' resources/x.metainfo.xml; commit
refused "the metainfo is of another version" "AppStream"
ready; echo '<translation type="unfinished"></translation>' >>translations/fr.ts; commit
refused "a translation is not finished" "translation"
ready; echo x >new
refused "a file is not committed" "clean"
ready; git tag v1.2.3
refused "the version is out already" "tag v1.2.3"
ready; truncate -s 6M build/packages/binome_1.2.3_amd64.deb
refused "the console grew too large" "below 5 MiB"
ready; truncate -s 46M build/packages/binome-setup.exe
refused "the installer grew too large" "below 45 MiB"
ready; rm build/packages/*.deb
refused "there is no package" "no .deb"

exit "$((failures > 0))"
