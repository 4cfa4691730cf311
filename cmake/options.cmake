# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every target of the project links this one, so that warnings and definitions are said once.
add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_20)
if(NOT MSVC)
    target_compile_options(project_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Woverloaded-virtual
        -Wnon-virtual-dtor -Wcast-qual
        # values are built as aggregates; what is left out has its default on purpose
        -Wno-missing-field-initializers)
    if(BINOME_WERROR)
        target_compile_options(project_options INTERFACE -Werror)
    endif()
    if(BINOME_SANITIZE)
        target_compile_options(project_options INTERFACE
            -fsanitize=${BINOME_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
        target_link_options(project_options INTERFACE -fsanitize=${BINOME_SANITIZE})
    endif()
endif()

# Qt's strictness; the lab's own library links no Qt and does not take it.
add_library(project_qt_options INTERFACE)
target_link_libraries(project_qt_options INTERFACE project_options)
target_compile_definitions(project_qt_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# Moc for a target whose sources are found by globbing: CMake's own dependencies do not run moc when
# a header appeared since the last build, so its stamp goes when the list of sources is another one.
function(binome_automoc target)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    get_target_property(sources ${target} SOURCES)
    set(list ${CMAKE_CURRENT_BINARY_DIR}/${target}_sources.txt)
    set(known "")
    if(EXISTS ${list})
        file(READ ${list} known)
    endif()
    if(NOT known STREQUAL "${sources}")
        file(REMOVE ${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/timestamp)
        file(WRITE ${list} "${sources}")
    endif()
endfunction()
