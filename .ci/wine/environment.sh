# Sourced by the scripts beside it: how Wine is set up for building and for proving.
# A crash ends at once instead of waiting in a dialog (winedbg); shortcuts and associations stay in the prefix
# and do not appear in the menus of this machine (winemenubuilder).
export LANG=C.UTF-8 WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml,winedbg.exe,winemenubuilder.exe="
unset WAYLAND_DISPLAY

# Wine 8 hands on files and /dev/null as invalid handles, so standard input and output are pipes always.
wine_run() { # wine_run SECONDS PROGRAM [ARGUMENT...]; its exit code is the program's
  local code
  set +e
  : | timeout -k 5 "$1" wine "${@:2}" 2>&1 | tr -d '\r'
  code=${PIPESTATUS[1]}
  set -e
  return "$code"
}

windows_path() { echo "Z:${1//\//\\}"; }

new_prefix() { # new_prefix FOLDER: a Windows 10 without any program; needs $stand_ins with icuuc.dll
  export WINEPREFIX=$1
  timeout -k 5 120 wineboot -i >/dev/null 2>&1
  timeout 60 wineserver -w
  cp "$stand_ins/icuuc.dll" "$WINEPREFIX/drive_c/windows/system32/"
  wine_run 60 reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
  wine_run 60 regedit /S "$(windows_path "$here/wine/fonts.reg")" >/dev/null
  timeout 60 wineserver -w
}
