# SPDX-FileCopyrightText: 2026 The Binôme authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The programs install themselves where they are made; here is what goes beside them, and the package.
include(GNUInstallDirs)

if(UNIX AND BUILD_GUI)
    install(FILES resources/binome.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    install(FILES resources/binome.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES resources/binome.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
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

# The training cluster is part of the product: the console starts it from beside itself.
foreach(program binome-lab binome-lab-command)
    if(TARGET ${program})
        install(TARGETS ${program})
    endif()
endforeach()

set(CPACK_PACKAGE_NAME binome)
set(CPACK_PACKAGE_VENDOR "The Binôme authors")
set(CPACK_PACKAGE_CONTACT "The Binôme authors")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR TGZ)
find_program(dpkg_shlibdeps dpkg-shlibdeps)
if(dpkg_shlibdeps)
    list(APPEND CPACK_GENERATOR DEB)
endif()
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Found at run time, so that no library names them; the training cluster's programs only help.
set(CPACK_DEBIAN_PACKAGE_DEPENDS libqt6sql6-sqlite)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "openssh-client, fonts-inter, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "openssh-server, openipmi, ipmitool")
include(CPack)
