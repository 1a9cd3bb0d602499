"""Pictures as the engine leaves them for the codec, and what comes of them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np

from fdiwn.api.options import AS_IT_IS, SaveOptions
from fdiwn.codec import read_picture, write_picture
from fdiwn.pixels.picture import Picture, StoredPicture

EXIFTOOL = shutil.which("exiftool")


def colours(bands: int = 3, dtype: str = "uint8", height: int = 48, width: int = 64) -> Any:
    """Smooth, and every row, column and band differs."""
    y, x = np.mgrid[:height, :width]
    planes = [y * 5, x * 4, x + y, 255 - x * 3][:bands]
    pixels = np.stack(planes, 2).astype(dtype)
    return pixels * 257 if dtype == "uint16" else pixels


def store(folder: Path, picture: Picture) -> StoredPicture:
    path = folder / "rows.raw"
    picture.pixels.tofile(path)
    dtype = str(picture.pixels.dtype)
    return StoredPicture(
        path, picture.width, picture.height, picture.bands, dtype, picture.metadata
    )


def written(
    folder: Path, picture: Picture, suffix: str, save: SaveOptions = AS_IT_IS
) -> tuple[Path, tuple[str, ...]]:
    """The only file in a new folder, and the notes on it."""
    out = folder / f"out{suffix}"
    out.mkdir()
    notes = write_picture(store(folder, picture), out / f"a{suffix}", save)
    assert [path.name for path in out.iterdir()] == [f"a{suffix}"]
    return out / f"a{suffix}", notes


def piece(path: Path) -> Picture:
    """The upper left corner of a picture file, with the metadata of the whole."""
    picture = read_picture(path)
    return Picture(np.ascontiguousarray(picture.pixels[:80, :120]), picture.metadata)


def tags(path: Path) -> dict[str, Any]:
    """All tags that exiftool knows, by group and name."""
    assert EXIFTOOL
    command = [EXIFTOOL, "-G1", "-n", "-j", "-a", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.decode(errors="replace"))[0]
    return found
