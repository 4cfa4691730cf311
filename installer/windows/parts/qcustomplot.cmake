# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later

# QCUSTOMPLOT: the unpacked source. Installs the package that Debian's has for Qt 6.
cmake_minimum_required(VERSION 3.22)
project(qcustomplot CXX)
set(CMAKE_AUTOMOC ON)
find_package(Qt6 REQUIRED COMPONENTS Widgets PrintSupport)
add_library(QCustomPlotQt6 STATIC ${QCUSTOMPLOT}/qcustomplot.cpp ${QCUSTOMPLOT}/qcustomplot.h)
target_include_directories(QCustomPlotQt6 PRIVATE ${QCUSTOMPLOT})
target_link_libraries(QCustomPlotQt6 PRIVATE Qt6::Widgets Qt6::PrintSupport)
install(TARGETS QCustomPlotQt6 ARCHIVE DESTINATION lib)
install(FILES ${QCUSTOMPLOT}/qcustomplot.h DESTINATION include)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/qcustomplot.config.cmake
    DESTINATION lib/cmake/QCustomPlotQt6 RENAME QCustomPlotQt6Config.cmake)
