"""Tells which system libraries the window lacks on this Linux, and how to get them.

Run with any Python, before anything is installed. Prints nothing and exits with 0 when all are
there or the system is not Linux; otherwise prints one clear sentence and exits with 1. With
``--packages`` it prints only the names of the Debian packages, one a line, and exits with 0.
"""

from __future__ import annotations

import ctypes
import sys

# What the Qt libraries of PySide6-Essentials ask of the system: library, Debian package.
LIBRARIES = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-util.so.1", "libxcb-util1"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
)


def _is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages() -> list[str]:
    """The Debian packages of the libraries that are not on this system."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for library, package in LIBRARIES if not _is_there(library)]


def main(arguments: list[str]) -> int:
    packages = missing_packages()
    if "--packages" in arguments:
        print(*packages, sep="\n", end="\n" if packages else "")
        return 0
    if packages:
        print(
            "The window cannot open: some libraries that Qt needs are not on this computer.\n"
            "On Debian and Ubuntu this command installs them:\n"
            f"    sudo apt-get install {' '.join(packages)}",
            file=sys.stderr,
        )
    return 1 if packages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
