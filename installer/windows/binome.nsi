Target amd64-unicode
; SPDX-FileCopyrightText: 2026 The Binôme authors
; SPDX-License-Identifier: GPL-3.0-or-later
;
; The first line chooses the 64-bit stub: the 32-bit one does nothing where no 32-bit Windows is, and
; says that all went well.
;   makensis -DVERSION=1.2.3 -DPAYLOAD=FOLDER -DLISTS=FOLDER -DOUTPUT=FILE.exe binome.nsi
; PAYLOAD holds what is installed, without folders in it; LISTS what nsis.sh writes of each of these files:
; removals.nsh, moves.nsh, programs.nsh. On the installer's command line: /S (silent), /AllUsers, /CurrentUser,
; /D=FOLDER (last); on the uninstaller's: /S, /REMOVEDATA (the person's own files, too).
; Exit code of both: 0 done, 1 given up, 2 not done.

Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma

!define PROGRAM "Binôme"
!define KEY "Software\Binome"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Binome"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "Binome"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallDir"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallDir"
!include "MultiUser.nsh"
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

Name "${PROGRAM}"
OutFile "${OUTPUT}"
BrandingText "${PROGRAM} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${PROGRAM}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${PROGRAM}"
VIAddVersionKey /LANG=0 "LegalCopyright" "GPL-3.0-or-later"

!ifdef ICON
    !define MUI_ICON "${ICON}"
    !define MUI_UNICON "${ICON}"
!endif
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT SHCTX
!define MUI_LANGDLL_REGISTRY_KEY "${KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\binome.exe"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString IsRunning ${LANG_ENGLISH} "${PROGRAM} is running, or the folder cannot be written to. Close it and try again."
LangString IsRunning ${LANG_FRENCH} "${PROGRAM} est ouvert, ou le dossier ne peut pas être écrit. Fermez-le et réessayez."
LangString NotWritten ${LANG_ENGLISH} "Not every file could be written. Is the disk full? What was installed before is as it was."
LangString NotWritten ${LANG_FRENCH} "Tous les fichiers n'ont pas pu être écrits. Le disque est-il plein ? Ce qui était installé avant est resté tel quel."
LangString Only64 ${LANG_ENGLISH} "${PROGRAM} needs a 64-bit Windows."
LangString Only64 ${LANG_FRENCH} "${PROGRAM} a besoin d'un Windows 64 bits."
LangString TheProgram ${LANG_ENGLISH} "The program"
LangString TheProgram ${LANG_FRENCH} "Le programme"
LangString TheData ${LANG_ENGLISH} "My clusters, settings, journal, history and recordings"
LangString TheData ${LANG_FRENCH} "Mes clusters, réglages, journal, historique et enregistrements"

; An .exe that runs cannot be opened for writing. Leaves 1 on the stack when all are free, or not there.
!macro FailWhenBusy name
    ${If} ${FileExists} "$INSTDIR\${name}"
        FileOpen $0 "$INSTDIR\${name}" a
        ${IfNot} $0 == ""
            FileClose $0
        ${EndIf}
    ${EndIf}
!macroend
!macro IsFree un
Function ${un}IsFree
    ClearErrors
    !include "${LISTS}/programs.nsh"
    ${If} ${Errors}
        Push 0
    ${Else}
        Push 1
    ${EndIf}
FunctionEnd
!macroend
!insertmacro IsFree ""
!insertmacro IsFree "un."

!macro GiveUp text
    SetErrorLevel 2
    MessageBox MB_OK|MB_ICONEXCLAMATION "${text}" /SD IDOK
    Quit
!macroend

!macro StopWhenRunning un
    Call ${un}IsFree
    Pop $1
    ${If} $1 = 0
        !insertmacro GiveUp "$(IsRunning)"
    ${EndIf}
!macroend

; MultiUser.nsh puts its own folder in the place of what /D= said.
Function .onInit
    SetRegView 64
    Push $INSTDIR
    !insertmacro MULTIUSER_INIT
    Pop $0
    ${IfNot} $0 == ""
        StrCpy $INSTDIR $0
    ${EndIf}
    !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
    SetRegView 64
    !insertmacro MULTIUSER_UNINIT
    !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; Also when NSIS gives up by itself, as it does in the middle of a file that the disk has no room for.
Function DropNew
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\new"
    RMDir "$INSTDIR" ; only when nothing else is in it
FunctionEnd

Function .onInstFailed
    Call DropNew
FunctionEnd

Section "-install"
    SetRegView 64
    !insertmacro StopWhenRunning ""
    ; Beside those that are there: a disk that is full leaves them as they were.
    SetOutPath "$INSTDIR\new"
    ClearErrors
    File "${PAYLOAD}/*.*"
    ${If} ${Errors}
        Call DropNew
        !insertmacro GiveUp "$(NotWritten)"
    ${EndIf}
    SetOutPath "$INSTDIR"
    !include "${LISTS}/moves.nsh"
    RMDir "$INSTDIR\new"
    ${If} ${Errors}
        !insertmacro GiveUp "$(IsRunning)"
    ${EndIf}
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${PROGRAM}.lnk" "$INSTDIR\binome.exe"

    WriteRegStr SHCTX "${KEY}" "InstallDir" "$INSTDIR"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${PROGRAM}"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\binome.exe"
    WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "The Binôme authors"
    WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
    WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
    WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" "$0"
    ${If} ${Errors}
        !insertmacro GiveUp "$(NotWritten)"
    ${EndIf}
SectionEnd

Section "un.$(TheProgram)"
    SectionIn RO
    SetRegView 64
    !insertmacro StopWhenRunning "un."
    !include "${LISTS}/removals.nsh"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${PROGRAM}.lnk"
    DeleteRegKey SHCTX "${UNINSTALL}"
    DeleteRegKey SHCTX "${KEY}"
SectionEnd

; What a person made is kept unless it is asked to go.
Section /o "un.$(TheData)" RemoveData
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\binome"
SectionEnd

Section "un.-data by option"
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/REMOVEDATA" $1
    ${IfNot} ${Errors}
        SetShellVarContext current
        RMDir /r "$LOCALAPPDATA\binome"
    ${EndIf}
SectionEnd
