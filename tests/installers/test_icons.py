"""The icons that installers need, read back by another library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image
from PIL.IcnsImagePlugin import IcnsImageFile
from PIL.IcoImagePlugin import IcoImageFile

from fdiwn.api.names import WINDOW_COMMAND

ROOT = Path(__file__).parents[2]


def test_the_icons_have_all_sizes_and_are_not_empty(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "installers.icons", tmp_path], check=True, cwd=ROOT)
    with Image.open(tmp_path / f"{WINDOW_COMMAND}.ico") as icon:
        assert isinstance(icon, IcoImageFile)
        assert {size for size, _ in icon.info["sizes"]} == {16, 20, 24, 32, 40, 48, 64, 128, 256}
        picture = icon.ico.getimage((256, 256)).convert("RGBA")
    assert picture.size == (256, 256)
    low, high = picture.getchannel("A").getextrema()
    assert (low, high) == (0, 255), "something is drawn, and something is transparent"
    assert len(picture.getcolors(1 << 16) or []) > 10
    with Image.open(tmp_path / f"{WINDOW_COMMAND}.icns") as apple:
        assert isinstance(apple, IcnsImageFile)
        assert (512, 512, 2) in apple.info["sizes"]
        assert apple.icns.getimage((128, 128, 1)).size == (128, 128)
