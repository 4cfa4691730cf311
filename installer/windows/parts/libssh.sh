# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
# sources: libssh/trixie
# needs: openssl
#
# The version after bookworm's: the patched source of bookworm's own is in no archive but security's.
# With its server half, which the tests use; zlib is Debian's for MinGW.

crypto=$PREFIXES/lib/libcrypto.a
without=()
for feature in EXAMPLES GSSAPI NACL PCAP PKCS11_URI SYMBOL_VERSIONING INTERNAL_DOC DEBUG_CALLTRACE; do
    without+=("-DWITH_$feature=OFF")
done
cmake_configure "$SOURCES/libssh" "$BUILD/libssh" -DBUILD_SHARED_LIBS=OFF -DWITH_ZLIB=ON -DWITH_SERVER=ON \
    "${without[@]}" -DCMAKE_C_FLAGS=-D_WIN32_WINNT=0x0A00 -DOPENSSL_ROOT_DIR="$PREFIXES" \
    -DOPENSSL_INCLUDE_DIR="$PREFIXES/include" -DOPENSSL_CRYPTO_LIBRARY="$crypto" -DOPENSSL_SSL_LIBRARY="$crypto" \
    -DCMAKE_REQUIRED_LIBRARIES="ws2_32;crypt32;gdi32"
cmake_install "$BUILD/libssh"
write_pc libssh 0.11.5 "-DLIBSSH_STATIC" \
    "-lssh -L$PREFIXES/lib -lcrypto -lz -liphlpapi -lshlwapi -lws2_32 -lcrypt32 -lgdi32 -lbcrypt"
