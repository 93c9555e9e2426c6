; The setup for one person's account on Windows; made by pack.py, which hands over VERSION, PROGRAM_FOLDER and OUTPUT.
;   setup.exe /S [/DESKTOP] [/D=C:\folder]      silent; exit code 0 done, 2 refused (the program is open, Windows too old)
;   uninstall.exe /S                            silent; the same exit codes
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
RequestExecutionLevel user

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"

!define NAME "CCHC Desktop"
!define FULL_NAME "CCHC Desktop – Kế hoạch tuyên truyền cải cách hành chính"
!define EXE "cchc-desktop.exe"
!define CONSOLE_EXE "cchc-desktop-cli.exe"
!define SHORTCUT "${NAME} – Kế hoạch tuyên truyền CCHC.lnk"
!define CLASS "CCHCDesktop.Dossier"
!define CLASSES "Software\Classes"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define SETTINGS_KEY "Software\${NAME}" ; what the program itself remembers
!define SETUP_KEY "Software\${NAME} Setup"
!define CHOSEN_BY_EXPLORER "Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.cchc"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${SETUP_KEY}" "Folder"
BrandingText "${NAME} ${VERSION}"
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${PROGRAM_FOLDER}/_internal/cchc-desktop.ico"
!define MUI_UNICON "${PROGRAM_FOLDER}/_internal/cchc-desktop.ico"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Cài đặt ${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Chương trình soạn, theo dõi và bàn giao kế hoạch tuyên truyền cải cách hành chính của Ủy ban nhân dân cấp xã.$\r$\n$\r$\nChương trình được cài cho riêng tài khoản đang dùng máy này: không cần quyền quản trị, không cần mạng. Nếu máy đã có bản cũ, bản mới thay vào đó; các hồ sơ và thiết lập được giữ nguyên.$\r$\n$\r$\nBấm «Tiếp theo» để bắt đầu."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "Đã cài xong ${NAME} ${VERSION}"
!define MUI_FINISHPAGE_TEXT "Mở chương trình từ menu Start, hoặc bấm đúp vào một tệp hồ sơ có đuôi .cchc."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "Mở chương trình ngay"
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "Đặt biểu tượng lên màn hình nền"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION PutOnDesktop
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Chương trình và các thiết lập của chương trình sẽ được gỡ khỏi tài khoản này. Các tệp hồ sơ .cchc và mẫu in riêng của cơ quan được giữ nguyên."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductName" "${FULL_NAME}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileDescription" "Bộ cài đặt ${NAME}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "CompanyName" "${NAME}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "LegalCopyright" "Giấy phép MIT"

; A running program cannot be opened for writing: that tells, without asking it or naming its window.
!macro REFUSE_WHILE_OPEN un
Function ${un}RefuseIfOpen
  Exch $0
  ${If} ${FileExists} "$INSTDIR\$0"
    ${Do}
      ClearErrors
      FileOpen $1 "$INSTDIR\$0" a
      ${IfNot} ${Errors}
        FileClose $1
        ${ExitDo}
      ${EndIf}
      ${If} ${Silent}
        SetErrorLevel 2
        Abort
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} đang mở. Hãy đóng chương trình rồi bấm «Thử lại»." IDRETRY +3
        SetErrorLevel 2
        Abort
    ${Loop}
  ${EndIf}
  Pop $0
FunctionEnd

Function ${un}RefuseWhileOpen
  Push "${EXE}"
  Call ${un}RefuseIfOpen
  Push "${CONSOLE_EXE}"
  Call ${un}RefuseIfOpen
FunctionEnd
!macroend
!insertmacro REFUSE_WHILE_OPEN ""
!insertmacro REFUSE_WHILE_OPEN "un."

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} cần Windows 10 (bản 1809) hoặc mới hơn." /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
  Call RefuseWhileOpen
FunctionEnd

Function un.onInit
  SetShellVarContext current
  Call un.RefuseWhileOpen
FunctionEnd

Function PutOnDesktop
  SetOutPath "$INSTDIR"
  CreateShortcut "$DESKTOP\${SHORTCUT}" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0
FunctionEnd

Section "-Program"
  ; Once more, as another folder may have been chosen since.
  Call RefuseWhileOpen
  ; Nothing of an older version may stay between the files of this one.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  SetOverwrite on
  File /r "${PROGRAM_FOLDER}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${SHORTCUT}" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0

  WriteRegStr HKCU "${SETUP_KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${CLASSES}\.cchc" "" "${CLASS}"
  WriteRegStr HKCU "${CLASSES}\.cchc\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "Hồ sơ CCHC"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" "$INSTDIR\_internal\cchc-dossier.ico"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${FULL_NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${RefreshShellIcons}

  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
    Call PutOnDesktop
  ${EndIf}
SectionEnd

Section "Uninstall"
  ; By name, never the whole folder: somebody may have put dossiers beside the program.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\${CONSOLE_EXE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${SHORTCUT}"
  Delete "$DESKTOP\${SHORTCUT}"

  ; The log goes; forms that the office made itself stay, and with them their folder.
  Delete "$LOCALAPPDATA\${NAME}\loi.log*"
  RMDir "$LOCALAPPDATA\${NAME}\forms"
  RMDir "$LOCALAPPDATA\${NAME}"

  ReadRegStr $0 HKCU "${CLASSES}\.cchc" ""
  ${If} $0 == "${CLASS}"
    DeleteRegKey HKCU "${CLASSES}\.cchc"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${CLASS}"
  DeleteRegKey HKCU "${CLASSES}\Applications\${EXE}"
  DeleteRegKey HKCU "${CHOSEN_BY_EXPLORER}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${SETTINGS_KEY}"
  DeleteRegKey HKCU "${SETUP_KEY}"
  ${un.RefreshShellIcons}
SectionEnd
