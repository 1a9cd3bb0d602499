"""Settings of dmgbuild for the disk image::

    dmgbuild -s installers/macos/dmg_settings.py -D app=dist/NAME.app "NAME" dist/NAME.dmg

It runs this file with ``defines`` set to what -D gave.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

_given: dict[str, Any] = globals().get("defines", {})
application = Path(_given.get("app", "dist/FDIWN Upscaler.app"))

format = "ULMO"  # compressed with LZMA, for macOS 10.15 and later
filesystem = "APFS"
files = [str(application)]
symlinks = {"Applications": "/Applications"}
icon_locations = {application.name: (140, 150), "Applications": (420, 150)}
window_rect = ((200, 200), (560, 340))
icon_size = 112
default_view = "icon-view"
