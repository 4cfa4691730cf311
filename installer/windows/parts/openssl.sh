# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
# sources: openssl/bookworm
# needs:
#
# libcrypto alone: what libssh and OpenIPMI compute with. Engines stay, libssh calls them.

mkdir -p "$BUILD/openssl"
cd "$BUILD/openssl"
mapfile -t without < <(printf 'no-%s\n' shared tests legacy dso async module dtls ssl3 comp cms ts ct ocsp srp psk gost \
    idea seed camellia aria bf cast rc2 rc4 mdc2 rmd160 whirlpool sm2 sm3 sm4 siphash cmp uplink)
CC=gcc-posix "$SOURCES/openssl/Configure" mingw64 --cross-compile-prefix=x86_64-w64-mingw32- \
    --prefix="$PREFIX" --libdir=lib "${without[@]}"
make -s build_generated
make -s -j "$jobs" libcrypto.a
mkdir -p "$PREFIX/lib" "$PREFIX/include"
cp libcrypto.a "$PREFIX/lib/"
cp -r "$SOURCES/openssl/include/openssl" include/openssl "$PREFIX/include/"
rm -f "$PREFIX"/include/openssl/*.in
