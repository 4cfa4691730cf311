# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
# sources: libxml2/bookworm
# needs:
#
# For the RelaxNG verdict on cluster.conf. Without iconv: UTF-8, UTF-16 and Latin 1 are its own.

without=()
for feature in C14N CATALOG DEBUG DOCB FTP HTML HTTP ICONV LEGACY LZMA MODULES PROGRAMS PYTHON SCHEMATRON TESTS \
    WRITER XINCLUDE XPTR ZLIB; do
    without+=("-DLIBXML2_WITH_$feature=OFF")
done
cmake_configure "$SOURCES/libxml2" "$BUILD/libxml2" -DBUILD_SHARED_LIBS=OFF "${without[@]}"
cmake_install "$BUILD/libxml2"
version=$(sed -n 's/^Version: //p' "$PREFIX/lib/pkgconfig/libxml-2.0.pc")
write_pc libxml-2.0 "$version" "-I$PREFIX/include/libxml2 -DLIBXML_STATIC" "-lxml2 -lws2_32 -lbcrypt"
