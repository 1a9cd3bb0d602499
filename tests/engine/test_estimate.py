"""Estimates are near what really comes out."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fdiwn.api.estimate import file_bytes, kept_bytes, likely_suffix, pixels_read, speed_key
from fdiwn.api.formats import FORMAT_NAMES
from fdiwn.api.options import SaveOptions, UpscaleOptions
from fdiwn.api.resources import resource
from fdiwn.api.sizing import Factor, plan
from fdiwn.codec.kind import PILLOW, RAW
from fdiwn.codec.target import Look, default_format
from fdiwn.enlarge.targets import default_target
from fdiwn.pixels.picture import Picture
from tests.engine.stored import written

SAVES = [
    (".png", SaveOptions()),
    (".tif", SaveOptions()),
    (".jpg", SaveOptions()),
    (".jpg", SaveOptions(quality=75)),
    (".webp", SaveOptions(quality=85)),
    (".webp", SaveOptions(lossless=True)),
    (".avif", SaveOptions()),
]


@pytest.mark.parametrize(("suffix", "save"), SAVES)
def test_the_file_is_about_as_large_as_estimated(
    tmp_path: Path, suffix: str, save: SaveOptions
) -> None:
    with Image.open(resource("sample/sample.png")) as sample:
        part = sample.convert("RGB").crop((100, 100, 292, 228))
    pixels = np.asarray(part.resize((768, 512), Image.Resampling.LANCZOS))
    path, _ = written(tmp_path, Picture(np.ascontiguousarray(pixels)), suffix, save)
    size = (pixels.shape[1], pixels.shape[0])
    ratio = path.stat().st_size / file_bytes(FORMAT_NAMES[suffix], size, save)
    assert 1 / 3 < ratio < 3


def test_more_quality_and_more_depth_take_more() -> None:
    sizes = [file_bytes("JPEG", (1000, 1000), SaveOptions(quality=q)) for q in range(1, 101)]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 100
    eight = file_bytes("PNG", (100, 100), SaveOptions())
    assert file_bytes("PNG", (100, 100), SaveOptions(), bits=16) > 3 * eight
    assert file_bytes("PNG", (100, 100), SaveOptions(depth="8"), bits=16) == eight
    assert file_bytes("PNG", (100, 100), SaveOptions(), bands=1) < eight / 2


@pytest.mark.parametrize(
    ("name", "size", "save", "expected"),
    [
        ("a.jpg", (10, 10), SaveOptions(), ".jpg"),
        ("a.JPEG", (10, 10), SaveOptions(format="jpeg"), ".JPEG"),
        ("a.jpg", (10, 10), SaveOptions(format="avif"), ".avif"),
        ("a.jpg", (70_000, 10), SaveOptions(), ".png"),
        ("a.jpg", (10, 10), SaveOptions(depth="16"), ".png"),
        ("a.nef", (10, 10), SaveOptions(), ".tif"),
        ("a.bmp", (10, 10), SaveOptions(), ".png"),
    ],
)
def test_the_likely_ending(
    name: str, size: tuple[int, int], save: SaveOptions, expected: str
) -> None:
    assert likely_suffix(Path(name), size, save)[0] == expected


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.jpeg", ".jpeg"),
        ("A.JPG", ".JPG"),
        ("a.Tiff", ".Tiff"),
        ("a.jpe", ".jpg"),
        ("a.jfif", ".jpg"),
    ],
)
@pytest.mark.parametrize("chosen", [False, True])
def test_an_ending_stays_as_it_is_spelt(
    tmp_path: Path, name: str, ending: str, chosen: bool
) -> None:
    """In the look ahead, and where the file itself is looked into."""
    path = tmp_path / name
    form = "TIFF" if "tif" in name.lower() else "JPEG"
    Image.new("RGB", (20, 10)).save(path, form)
    save = SaveOptions(format=form.lower() if chosen else None)
    assert likely_suffix(path, (40, 20), save) == (ending, "")
    assert default_target(path, 2, save=save).name == f"{path.stem}_2x{ending}"


@pytest.mark.parametrize("name", ["a.jpg", "a.JPEG", "a.png", "a.tif", "a.nef", "a.bmp", "a"])
@pytest.mark.parametrize(
    "kind", ["jpeg", "png", "tiff", "webp", "avif", "gif", "heic", RAW, PILLOW]
)
def test_an_ending_by_what_the_file_is_is_that_of_the_command_line(name: str, kind: str) -> None:
    for size in ((100, 100), (16_400, 10), (70_000, 10)):
        for save in (SaveOptions(), SaveOptions("webp"), SaveOptions(depth="16")):
            seen = Look(kind, size)
            expected = default_format(Path(name), seen, lambda w, h: (w, h), save).suffix
            assert likely_suffix(Path(name), size, save, kind)[0] == expected


def test_work_and_room() -> None:
    way = plan(100, 50, Factor(Fraction(8)))
    assert pixels_read((100, 50), way.steps) == 100 * 50 * (1 + way.steps[0] ** 2)
    assert kept_bytes(way, 3, 1) == 800 * 400 * 11
    assert speed_key(UpscaleOptions(), "m") == "auto/auto/auto/normal/m"
