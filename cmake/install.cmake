# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The programs install themselves where they are made; here is what goes beside them, and the package.
include(GNUInstallDirs)

if(UNIX AND BUILD_GUI)
    install(FILES resources/binome.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    install(FILES resources/binome.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES resources/example.binome.Binome.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
endif()
if(UNIX)
    install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
    install(FILES README.md README.fr.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
    file(GLOB manual_pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/docs/man/*.[1-8])
    foreach(page ${manual_pages})
        string(REGEX MATCH "[1-8]$" section ${page})
        install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
    endforeach()
endif()

# The training cluster is part of the product: the console starts it from beside itself, or by PATH.
if(TARGET binome-lab)
    install(TARGETS binome-lab)
    install(TARGETS binome-lab-command DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/binome)
endif()
if(UNIX)
    file(GLOB completions CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/installer/linux/completion/*)
    install(FILES ${completions} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
endif()

set(CPACK_PACKAGE_NAME binome)
set(CPACK_PACKAGE_VENDOR "The Binôme authors")
set(CPACK_PACKAGE_CONTACT "The Binôme authors")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR TGZ) # a .deb: installer/linux/deb.sh
include(CPack)
