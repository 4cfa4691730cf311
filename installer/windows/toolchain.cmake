# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Windows x86-64 from Debian: GCC of MinGW-w64 with POSIX threads (std::jthread needs them). What the
# programs need of GCC is linked in, so that an .exe runs alone.
# BINOME_PREFIXES: the folders the parts of the toolchain were installed to (build.sh gives them).
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES BINOME_PREFIXES)

set(triplet x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${triplet}-gcc-posix)
set(CMAKE_CXX_COMPILER ${triplet}-g++-posix)
set(CMAKE_RC_COMPILER ${triplet}-windres)
set(CMAKE_AR /usr/bin/${triplet}-ar CACHE FILEPATH "")
set(CMAKE_RANLIB /usr/bin/${triplet}-ranlib CACHE FILEPATH "")

# Libraries and headers come from these folders alone; programs (moc, rcc, lrelease) from the host.
set(CMAKE_FIND_ROOT_PATH /usr/${triplet} ${BINOME_PREFIXES})
list(APPEND CMAKE_PREFIX_PATH ${BINOME_PREFIXES})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -static-libgcc -static-libstdc++")
set(CMAKE_SHARED_LINKER_FLAGS_INIT "-static-libgcc -static-libstdc++")
