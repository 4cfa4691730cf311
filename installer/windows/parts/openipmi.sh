# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later
# sources: openipmi/trixie
# needs: openssl
#
# The client library of the version after bookworm's, whose source the archive lacks. Its configure
# script insists on popt and readline, which only its tools use; openipmi.cmake compiles the library.

version=$(sed -n 's/^AC_INIT(\[OpenIPMI\],\[\([0-9.]*\)\].*/\1/p' "$SOURCES/openipmi/configure.ac")
mkdir -p "$BUILD/source"
cp "$here/parts/openipmi.cmake" "$BUILD/source/CMakeLists.txt"
cmake_configure "$BUILD/source" "$BUILD/openipmi" -DOPENIPMI="$SOURCES/openipmi" -DVERSION="$version"
cmake_install "$BUILD/openipmi"
# Without these three a static library's functions are looked for in a DLL.
write_pc OpenIPMI "$version" "-DIPMI_DLL_PUBLIC= -DBUILDING_IPMI_DLL -DBUILDING_IPMI_UTILS_DLL" \
    "-lOpenIPMI -lOpenIPMIutils -L$PREFIXES/lib -lcrypto -lws2_32 -lcrypt32 -lgdi32 -lbcrypt"
