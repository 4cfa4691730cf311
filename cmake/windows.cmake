# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What only a build for Windows needs. Its Qt has no Svg module, since Debian holds no source of it:
# the icons are painted by rsvg-convert when the program is built.
find_program(RSVG_CONVERT rsvg-convert REQUIRED)
find_program(ICOTOOL icotool REQUIRED)

# Adds :/PREFIX/NAME.svg to the target as the PNG of SVG, SIZE pixels wide, and NAME@2x.svg for dense
# screens. The name stays what the sources say; Qt goes by the contents.
function(binome_painted_svg target prefix size)
    foreach(svg ${ARGN})
        get_filename_component(name ${svg} NAME_WE)
        foreach(ratio 1 2)
            math(EXPR pixels "${size} * ${ratio}")
            set(png ${CMAKE_CURRENT_BINARY_DIR}/painted/${name}-${pixels}.png)
            add_custom_command(OUTPUT ${png} DEPENDS ${svg} VERBATIM
                COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/painted
                COMMAND ${RSVG_CONVERT} --width=${pixels} --height=${pixels} --output=${png} ${svg})
            string(REPLACE "@1x" "" alias "${name}@${ratio}x.svg")
            set_source_files_properties(${png} PROPERTIES QT_RESOURCE_ALIAS ${alias})
            list(APPEND painted ${png})
        endforeach()
    endforeach()
    string(MAKE_C_IDENTIFIER "painted${prefix}" resource)
    qt_add_resources(${target} ${resource} PREFIX ${prefix} FILES ${painted})
endfunction()

# The program's icon, version and manifest, as Explorer and the loader read them.
function(binome_windows_program target description)
    set(icon ${CMAKE_CURRENT_BINARY_DIR}/${target}.ico)
    foreach(pixels 16 24 32 48 64 256)
        set(png ${CMAKE_CURRENT_BINARY_DIR}/${target}-${pixels}.png)
        list(APPEND paint COMMAND ${RSVG_CONVERT} --width=${pixels} --height=${pixels}
            --output=${png} ${CMAKE_SOURCE_DIR}/resources/binome.svg)
        list(APPEND pictures ${png})
    endforeach()
    add_custom_command(OUTPUT ${icon} DEPENDS ${CMAKE_SOURCE_DIR}/resources/binome.svg VERBATIM
        ${paint} COMMAND ${ICOTOOL} --create --output=${icon} ${pictures})
    set(manifest ${CMAKE_SOURCE_DIR}/resources/windows/binome.manifest)
    string(REPLACE "." "," version "${PROJECT_VERSION}.0")
    configure_file(${CMAKE_SOURCE_DIR}/resources/windows/program.rc.in
        ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc @ONLY)
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${target}.rc PROPERTIES
        OBJECT_DEPENDS "${icon};${manifest}")
    target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
endfunction()
