"""Draws the real window in every state, both themes and two sizes, for a person to look at.

    make screenshots

or, on a display such as a virtual one::

    xvfb-run -a -s "-screen 0 1920x1200x24" python -m tests.benchmarks.screenshots OUT

Nothing of the user's own is read or written: home, settings and caches are temporary folders.
--readme draws the picture of the README anew, in place.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

SIZES = ((1024, 680), (1366, 768), (1680, 1050))
THEMES = ("dark", "light")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="scenes with this in their names")
    parser.add_argument("--readme", action="store_true")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _move_in(Path(folder))
        # What follows looks for the user's folders, and so must come after.
        from tests.benchmarks import shots

        started = time.monotonic()
        count = shots.shoot(arguments.out, Path(folder), arguments.only, arguments.readme)
    print(f"{count} pictures in {arguments.out}, {time.monotonic() - started:.0f} s")
    return 0


def _move_in(folder: Path) -> None:
    """Replace the folders of the user, and keep away from the desktop's services."""
    for variable in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        os.environ[variable] = str(folder)
    for kind in ("DATA", "CACHE", "CONFIG", "STATE"):
        os.environ[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
    for bus in ("SESSION", "SYSTEM"):
        os.environ[f"DBUS_{bus}_BUS_ADDRESS"] = "unix:path=/nonexistent"


if __name__ == "__main__":
    sys.exit(main())
