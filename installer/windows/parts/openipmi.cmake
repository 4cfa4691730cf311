# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later

# OPENIPMI: the unpacked source; VERSION: its version. Which files make the libraries is read from
# the Makefile.am of each.
cmake_minimum_required(VERSION 3.22)
project(openipmi C)
find_library(CRYPTO crypto REQUIRED)
find_path(CRYPTO_INCLUDE openssl/evp.h REQUIRED)

file(WRITE ${CMAKE_BINARY_DIR}/generated/config.h
    "#define HAVE_OPENSSL 1\n#define HAVE_GETADDRINFO 1\n#define PACKAGE_VERSION \"${VERSION}\"\n#define STATE_DIR \"\"\n")
set(OPENIPMI_VERSION ${VERSION})
configure_file(${OPENIPMI}/include/OpenIPMI/ipmiif.h.in ${CMAKE_BINARY_DIR}/generated/OpenIPMI/ipmiif.h @ONLY)

function(ipmi_library name folder)
    file(READ ${OPENIPMI}/${folder}/Makefile.am makefile)
    string(REPLACE "\\\n" " " makefile "${makefile}")
    if(NOT makefile MATCHES "lib${name}_la_SOURCES *=([^\n]*)")
        message(FATAL_ERROR "${folder}/Makefile.am does not say what lib${name} is made of")
    endif()
    string(REGEX MATCHALL "[A-Za-z0-9_]+\\.c" files "${CMAKE_MATCH_1}")
    list(TRANSFORM files PREPEND ${OPENIPMI}/${folder}/)
    add_library(${name} STATIC ${files})
    target_include_directories(${name} PRIVATE
        ${CMAKE_BINARY_DIR}/generated ${OPENIPMI}/include ${CRYPTO_INCLUDE})
    target_compile_definitions(${name} PRIVATE _WIN32_WINNT=0x0A00 IPMI_CHECK_LOCKS
        BUILDING_IPMI_DLL BUILDING_IPMI_UTILS_DLL BUILDING_IPMI_SELECTOR_DLL)
    install(TARGETS ${name} ARCHIVE DESTINATION lib)
endfunction()

ipmi_library(OpenIPMIutils utils)
ipmi_library(OpenIPMI lib)
install(DIRECTORY ${OPENIPMI}/include/OpenIPMI DESTINATION include FILES_MATCHING PATTERN "*.h")
install(FILES ${CMAKE_BINARY_DIR}/generated/OpenIPMI/ipmiif.h DESTINATION include/OpenIPMI)
