"""Files that are damaged or made to do harm: a picture or a typed refusal, within time and memory.

A thousand damaged files take a few seconds; ``FDIWN_MUTATED_FILES`` sets another number, and
tests/benchmarks/mutated_files.py prints what came of each kind.
"""

from __future__ import annotations

import io
import os
import random
import struct
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from fdiwn.api.errors import InputError
from fdiwn.codec import read_picture, write_picture
from fdiwn.codec.metadata import exif, tiff
from fdiwn.pixels.picture import Metadata, StoredPicture
from tests import mutation
from tests.bombs import bombs, disguised
from tests.mutation import Damaged, damaged, samples

if sys.platform == "win32":
    pytest.skip("the memory of a child cannot be limited here", allow_module_level=True)
from tests.hostile_pool import Report, examine

FILES = int(os.environ.get("FDIWN_MUTATED_FILES", "1000"))
PEAK_MB = 400
"""Python with libvips takes 60; the child may decode what takes 64."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """For the files of the child alone."""
    path = tmp_path / "files"
    path.mkdir()
    return path


def unchanged(files: dict[str, bytes]) -> list[Damaged]:
    return [Damaged(name, content, name, ()) for name, content in files.items()]


def test_the_valid_files_are_read_and_written(folder: Path) -> None:
    report = examine(unchanged(samples()), folder)
    assert report.faults == []
    refused = {name for name, outcome in report.by_kind if outcome == "refused"}
    assert refused == {"float.tif"}


@pytest.mark.timeout(600 + FILES)
def test_a_damaged_file_is_a_picture_or_a_typed_error(folder: Path) -> None:
    valid = samples()
    report = examine((damaged(valid, seed) for seed in range(FILES)), folder)
    assert report.faults == []
    assert report.peak_mb < PEAK_MB
    # Neither everything refused nor nothing damaged
    assert FILES * 0.1 < report.outcomes["picture"] < FILES * 0.6


def test_a_mutation_follows_from_its_number() -> None:
    valid = samples()
    assert damaged(valid, 77) == damaged(valid, 77)
    assert damaged(valid, 77).content not in (valid[damaged(valid, 77).kind], b"")


STAND_IN = """
import json, os, sys, time
for line in sys.stdin:
    name = line.strip().rpartition("/")[2]
    if name == "crash":
        os.abort()
    if name == "hang":
        time.sleep(60)
    if name == "leave":
        open(line.strip() + ".rest", "w").close()
    print(json.dumps({"outcome": "picture", "said": ""}), flush=True)
"""


def test_a_crash_a_hang_and_a_leftover_are_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.hostile_pool.START_SECONDS", 1.0)
    names = ["good", "crash", "hang", "leave", "good"]
    files = [Damaged(name, b"x", name, ()) for name in names]
    report: Report = examine(files, folder, (sys.executable, "-c", STAND_IN), seconds=1.0)
    assert [name for name, _, _ in report.faults] == ["crash", "hang", "leave"]
    assert report.outcomes["picture"] == 3


def test_bombs_take_no_memory(folder: Path) -> None:
    report = examine(unchanged(bombs()), folder)
    assert report.faults == []
    assert report.peak_mb < 150
    # What a bomb in metadata or an empty screen claims is left out: the picture is there.
    read = {name for name, outcome in report.by_kind if outcome == "picture"}
    assert read == {"iccp.png", "ztxt.png", "itxt.png", "screen.gif"}


def test_only_named_loaders_run(folder: Path) -> None:
    report = examine(unchanged(disguised()), folder)
    assert report.faults == []
    assert set(report.outcomes) == {"refused"}
    assert set(report.reasons) == {
        " be read: it is not a picture that this program knows. "
        "Choose a JPEG, PNG, TIFF, WebP or AVIF picture."
    }


@pytest.mark.parametrize("kind", ["rgb.png", "baseline.jpg", "flat.psd", "plain.ppm", "box.jp2"])
@pytest.mark.parametrize("suffix", [".png", ".tif", ".tga", ".gif", ""])
def test_the_content_decides_and_not_the_name(tmp_path: Path, kind: str, suffix: str) -> None:
    content = samples()[kind]
    right, wrong = tmp_path / kind, tmp_path / f"wrong{suffix}"
    right.write_bytes(content)
    wrong.write_bytes(content)
    np.testing.assert_array_equal(read_picture(wrong).pixels, read_picture(right).pixels)


def test_a_wider_tile_than_the_picture_is_refused_before_decoding(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(bombs()["wide_tile.tif"])
    with pytest.raises(InputError, match="67,108,864 x 64 pixels, and the limit"):
        read_picture(path)


def _directory(records: list[tuple[int, int, int, int]]) -> bytes:
    packed = b"".join(struct.pack("<HHII", *record) for record in records)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(records)) + packed + bytes(4)


def test_exif_directories_that_hold_themselves_end(tmp_path: Path) -> None:
    loop = _directory([(0x8769, 4, 1, 8)] * 1000)
    started = time.monotonic()
    exif.resolution(loop)
    (tmp_path / "a.tif").write_bytes(loop)
    tiff.read(tmp_path / "a.tif")
    assert time.monotonic() - started < 2


def test_exif_entries_that_share_their_data_stay_small(tmp_path: Path) -> None:
    size = 1 << 22
    below = 8 + 2 + 12 + 4
    first = _directory([(0x8769, 4, 1, below)])
    second = _directory([(tag, 7, size, 0) for tag in range(40_000, 40_900)])[8:]
    path = tmp_path / "a.tif"
    path.write_bytes(first + second + bytes(size))
    assert len(tiff.read(path).exif) < (1 << 24) + 10_000


def store(folder: Path, pixels: np.ndarray, metadata: Metadata) -> StoredPicture:
    rows = folder / "rows.raw"
    rows.write_bytes(pixels.tobytes())
    height, width, bands = pixels.shape
    return StoredPicture(rows, width, height, bands, pixels.dtype.name, metadata)


def _profile(damage: bool) -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return b"\0\x80" + profile[2:] if damage else profile


def test_a_profile_that_png_refuses_is_left_out_and_the_rest_stays(tmp_path: Path) -> None:
    pixels = mutation.colours()
    blobs = {"icc-profile-data": _profile(damage=True), "exif-data": mutation.exif()}
    stored = store(tmp_path, pixels, Metadata(blobs))
    notes = write_picture(stored, tmp_path / "a.png")
    assert notes == ("Its colour profile does not fit into PNG or is damaged, and was left out",)
    back = read_picture(tmp_path / "a.png")
    assert back.pixels.shape == pixels.shape  # upright, whatever the EXIF said
    assert set(back.metadata.blobs) == {"exif-data"}
    whole = replace(stored, metadata=Metadata({"icc-profile-data": _profile(damage=False)}))
    assert write_picture(whole, tmp_path / "b.png") == ()
    assert read_picture(tmp_path / "b.png").metadata.blobs["icc-profile-data"] == _profile(False)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".webp", ".avif"])
@pytest.mark.parametrize(
    "content", [b"", b"x", b"Exif\0\0", random.Random(1).randbytes(2000), b"\0" * 200_000]
)
def test_no_metadata_fails_a_picture(tmp_path: Path, suffix: str, content: bytes) -> None:
    names = ("icc-profile-data", "exif-data", "xmp-data", "iptc-data")
    stored = store(tmp_path, mutation.colours(), Metadata(dict.fromkeys(names, content)))
    write_picture(stored, tmp_path / f"a{suffix}")
    assert read_picture(tmp_path / f"a{suffix}").width == mutation.WIDTH


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".webp", ".avif"])
@pytest.mark.parametrize("density", [1e-12, 4.3e9, 1e300, float("inf"), float("nan")])
def test_no_density_fails_a_picture(tmp_path: Path, suffix: str, density: float) -> None:
    stored = store(tmp_path, mutation.colours(), Metadata(density=(density, density)))
    write_picture(stored, tmp_path / f"a{suffix}")
    assert read_picture(tmp_path / f"a{suffix}").width == mutation.WIDTH


def test_a_complaint_about_one_file_is_not_said_of_the_next(tmp_path: Path) -> None:
    """libvips complains of a seek in an AVIF that it reads well; the next error would say so."""
    good, bad = tmp_path / "good.avif", tmp_path / "bad.png"
    good.write_bytes(samples()["eight.avif"])
    header = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\x0d" + chunk + struct.pack(">I", zlib.crc32(chunk)))
    read_picture(good)
    with pytest.raises(InputError) as caught:
        read_picture(bad)
    assert "avif" not in caught.value.why


def test_the_samples_hold_what_they_are_named_for() -> None:
    valid = samples()
    assert {name.rpartition(".")[2] for name in valid} == {
        "jpg", "png", "tif", "webp", "avif", "bmp", "jp2", "j2k", "psd", "tga", "ppm", "pgm", "gif",
    }  # fmt: skip
    assert b"\xff\xc2" in valid["progressive.jpg"]
    assert b"Exif" in valid["metadata.jpg"]
    assert b"ICC_PROFILE" in valid["metadata.jpg"]
    assert b"adobe:ns:meta" in valid["metadata.webp"]
    assert b"eXIf" in valid["metadata.png"]
    assert valid["big.tif"][2] == 43
    with Image.open(io.BytesIO(valid["cmyk.jpg"])) as image:
        assert image.mode == "CMYK"
