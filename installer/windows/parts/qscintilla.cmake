# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later

# QSCINTILLA: the unpacked source. cmake/FindQScintillaQt6.cmake finds what is installed.
cmake_minimum_required(VERSION 3.22)
project(qscintilla CXX)
set(CMAKE_CXX_STANDARD 17)
set(CMAKE_AUTOMOC ON)
find_package(Qt6 REQUIRED COMPONENTS Widgets PrintSupport)
set(scintilla ${QSCINTILLA}/scintilla)
file(GLOB sources ${QSCINTILLA}/src/*.cpp ${QSCINTILLA}/src/*.h ${QSCINTILLA}/src/Qsci/*.h
    ${scintilla}/lexers/*.cpp ${scintilla}/lexlib/*.cpp ${scintilla}/src/*.cpp)
list(FILTER sources EXCLUDE REGEX "/(MacPasteboardMime\\.cpp|Qsci/qsciprinter\\.h\\.in)$")
add_library(qscintilla2_qt6 STATIC ${sources})
target_include_directories(qscintilla2_qt6 PRIVATE ${QSCINTILLA}/src
    ${scintilla}/include ${scintilla}/lexlib ${scintilla}/src)
target_compile_definitions(qscintilla2_qt6 PRIVATE SCINTILLA_QT SCI_LEXER INCLUDE_DEPRECATED_FEATURES)
target_compile_options(qscintilla2_qt6 PRIVATE -w)
target_link_libraries(qscintilla2_qt6 PRIVATE Qt6::Widgets Qt6::PrintSupport)
install(TARGETS qscintilla2_qt6 ARCHIVE DESTINATION lib)
install(DIRECTORY ${QSCINTILLA}/src/Qsci DESTINATION include FILES_MATCHING PATTERN "*.h")
