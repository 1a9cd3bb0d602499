#!/usr/bin/env bash
# Mounts the disk image in FOLDER and runs the self-test of the program in it:
#     dmg.sh FOLDER
set -euo pipefail

image=$(find "$1" -maxdepth 1 -name '*.dmg' | head -n 1)
[ -n "$image" ] || { echo "there is no disk image in $1" >&2; exit 1; }
place=$(mktemp -d)
hdiutil attach -nobrowse -readonly -mountpoint "$place" "$image"
trap 'hdiutil detach "$place" -force' EXIT
app=$(find "$place" -maxdepth 1 -name '*.app' | head -n 1)
codesign --verify --strict --verbose=2 "$app"
# As a user has it: in the applications' folder, not in the image.
copy=$(mktemp -d)
ditto "$app" "$copy/$(basename "$app")"
QT_QPA_PLATFORM=offscreen "$copy/$(basename "$app")/Contents/MacOS/fdiwn-upscaler" --self-test
rm -rf "$copy"
