#!/usr/bin/env bash
# Runs the self-test of the AppImage in FOLDER, unpacked by itself, as there is no FUSE in a container:
#     appimage.sh FOLDER
set -euo pipefail

image=$(find "$1" -maxdepth 1 -name '*.AppImage' | head -n 1)
[ -n "$image" ] || { echo "there is no AppImage in $1" >&2; exit 1; }
chmod +x "$image"
# What it expects of every desktop: the libraries of graphics, fonts and keyboards.
DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends \
    libegl1 libgl1 libopengl0 libfontconfig1 libfreetype6 libdbus-1-3 libx11-6 libx11-xcb1 libxcb1 libstdc++6
export QT_QPA_PLATFORM=offscreen
"$image" --appimage-extract-and-run --self-test
