# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later

# QScintilla brings no CMake package of its own: its header lies in a folder Qsci beside Qt's, its
# library is named after the Qt it was built for. Makes QScintillaQt6::QScintillaQt6.
find_package(Qt6 REQUIRED COMPONENTS Widgets PrintSupport)
get_target_property(_qt_includes Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
find_path(QScintillaQt6_INCLUDE_DIR Qsci/qsciscintilla.h
    HINTS ${_qt_includes} PATH_SUFFIXES qt6 ${CMAKE_LIBRARY_ARCHITECTURE}/qt6)
find_library(QScintillaQt6_LIBRARY NAMES qscintilla2_qt6)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(QScintillaQt6 REQUIRED_VARS QScintillaQt6_LIBRARY QScintillaQt6_INCLUDE_DIR)
mark_as_advanced(QScintillaQt6_INCLUDE_DIR QScintillaQt6_LIBRARY)

if(QScintillaQt6_FOUND AND NOT TARGET QScintillaQt6::QScintillaQt6)
    add_library(QScintillaQt6::QScintillaQt6 UNKNOWN IMPORTED)
    set_target_properties(QScintillaQt6::QScintillaQt6 PROPERTIES
        IMPORTED_LOCATION ${QScintillaQt6_LIBRARY}
        INTERFACE_LINK_LIBRARIES "Qt6::Widgets;Qt6::PrintSupport")
    # Qt's own folder stays with Qt's targets, so that the order of includes is theirs.
    if(NOT QScintillaQt6_INCLUDE_DIR IN_LIST _qt_includes)
        set_target_properties(QScintillaQt6::QScintillaQt6 PROPERTIES
            INTERFACE_INCLUDE_DIRECTORIES ${QScintillaQt6_INCLUDE_DIR})
    endif()
endif()
