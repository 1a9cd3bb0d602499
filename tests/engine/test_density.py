"""How dense pixels are: kept as it was said, a shape as a shape, and nothing where nothing was."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from fdiwn.api.formats import SUFFIXES
from fdiwn.codec import read_picture
from fdiwn.codec.metadata.container import INCH, NONE
from fdiwn.codec.metadata.exif import resolution
from tests.engine.containers import chunk, jpeg, png, png_chunks, segment
from tests.engine.stored import EXIFTOOL, colours, tags, written

ENDINGS = tuple(SUFFIXES.values())
with_exiftool = pytest.mark.skipif(EXIFTOOL is None, reason="exiftool is not installed")


def jfif(unit: int, across: int, down: int) -> bytes:
    content = jpeg()
    return content[:13] + struct.pack(">BHH", unit, across, down) + content[18:]


def phys(unit: int, across: int, down: int) -> bytes:
    return png(chunk(b"pHYs", struct.pack(">IIB", across, down, unit)))


def tiff(folder: Path, unit: int | None, across: int = 1, down: int = 1) -> bytes:
    image = Image.fromarray(colours())
    more = {282: float(across), 283: float(down), 296: unit} if unit else {}
    image.save(folder / "made.tif", tiffinfo=more)
    return (folder / "made.tif").read_bytes()


def source(folder: Path, name: str, unit: int | None, across: int = 2, down: int = 1) -> Path:
    """unit: 0 for a shape only, 1 for inches, None for nothing at all."""
    path = folder / name
    if name == "a.jpg":
        content = jfif(unit or 0, *((1, 1) if unit is None else (across, down)))
    elif name == "a.png":
        per_metre = 1000 if unit else 1
        content = png() if unit is None else phys(unit, across * per_metre, down * per_metre)
    else:
        content = tiff(folder, None if unit is None else unit + 1, across, down)
    path.write_bytes(content)
    return path


def said(path: Path) -> Any:
    """The shape of a pixel, a density in inches, or None; by another program's reading."""
    found = tags(path)
    if path.suffix == ".png":
        across = found.get("PNG-pHYs:PixelsPerUnitX")
        down = found.get("PNG-pHYs:PixelsPerUnitY")
        unit = {0: NONE, 1: "metre", None: None}[found.get("PNG-pHYs:PixelUnits")]
    elif path.suffix == ".jpg":
        across, down = found["JFIF:XResolution"], found["JFIF:YResolution"]
        unit = {0: NONE, 1: INCH, 2: "cm"}[found["JFIF:ResolutionUnit"]]
        if unit == NONE and (across, down) == (1, 1):
            return None
    else:
        across, down = found.get("IFD0:XResolution"), found.get("IFD0:YResolution")
        unit = {1: NONE, 2: INCH, 3: "cm", None: None}[found.get("IFD0:ResolutionUnit")]
    return (across, down, unit) if unit else None


@with_exiftool
@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
def test_a_shape_stays_a_shape(tmp_path: Path, name: str, suffix: str) -> None:
    picture = read_picture(source(tmp_path, name, 0))
    assert picture.metadata.density is None
    path, notes = written(tmp_path, picture, suffix)
    assert notes == ()
    assert said(path) == (2, 1, NONE)
    again = read_picture(path).metadata
    assert (again.density, again.aspect) == (None, (2, 1))


@with_exiftool
@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
def test_a_file_without_density_gets_none(tmp_path: Path, name: str, suffix: str) -> None:
    picture = read_picture(source(tmp_path, name, None))
    assert (picture.metadata.density, picture.metadata.aspect) == (None, None)
    path, _ = written(tmp_path, picture, suffix)
    assert said(path) is None


@pytest.mark.parametrize("suffix", ENDINGS)
def test_a_density_stays_where_it_was_said_in_other_units(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "a.jpg").write_bytes(jfif(2, 118, 59))
    picture = read_picture(tmp_path / "a.jpg")
    assert picture.metadata.density == pytest.approx((11.8, 5.9))
    path, _ = written(tmp_path, picture, suffix)
    assert read_picture(path).metadata.density == pytest.approx((11.8, 5.9), rel=1e-4)


@pytest.mark.parametrize(
    ("unit", "across", "down", "density", "aspect"),
    [
        (0, 1, 1, (240 / 25.4, 240 / 25.4), None),  # the container says nothing, EXIF does
        (0, 2, 1, None, (2, 1)),
        (1, 300, 300, (300 / 25.4, 300 / 25.4), None),
    ],
)
def test_the_container_goes_before_exif(
    tmp_path: Path, unit: int, across: int, down: int, density: Any, aspect: Any
) -> None:
    tag = Image.Exif()
    tag[282] = tag[283] = 240.0
    tag[296] = 2
    content = jfif(unit, across, down)
    path = tmp_path / "a.jpg"
    path.write_bytes(content[:20] + segment(0xE1, tag.tobytes()) + content[20:])
    found = read_picture(path).metadata
    assert found.density == (pytest.approx(density) if density else None)
    assert found.aspect == aspect
    result, _ = written(tmp_path, read_picture(path), ".jpg")
    kept = read_picture(result).metadata
    in_exif = resolution(kept.blobs["exif-data"]) if "exif-data" in kept.blobs else None
    assert (in_exif is None) == (density is None)
    if in_exif and density:
        assert in_exif.unit == INCH
        assert in_exif.across == pytest.approx(density[0] * 25.4)


def test_a_shape_turns_with_the_picture(tmp_path: Path) -> None:
    tag = Image.Exif()
    tag[274] = 6
    content = jfif(0, 2, 1)
    path = tmp_path / "a.jpg"
    path.write_bytes(content[:20] + segment(0xE1, tag.tobytes()) + content[20:])
    assert read_picture(path).metadata.aspect == (1, 2)


def test_a_png_without_density_has_no_chunk_for_it(tmp_path: Path) -> None:
    path, _ = written(tmp_path, read_picture(source(tmp_path, "a.png", None)), ".png")
    assert b"pHYs" not in png_chunks(path)
