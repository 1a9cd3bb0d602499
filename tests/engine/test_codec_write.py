"""Writing pictures: what comes back from disk, and what is left there when it fails."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvips
from PIL import Image, ImageCms

from fdiwn.api.errors import OutputError
from fdiwn.api.formats import WRITABLE
from fdiwn.codec import check_target, read_picture, write_picture
from fdiwn.codec.metadata.iptc import bare
from fdiwn.pixels.picture import Metadata, Picture, StoredPicture

DENSITY = (300 / 25.4, 150 / 25.4)
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF/></x:xmpmeta>"
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0a\x1c\x02\x78\0\x05hello"


def colours(bands: int = 3, dtype: str = "uint8") -> Any:
    """Smooth, and every row, column and band differs."""
    y, x = np.mgrid[:48, :64]
    planes = [y * 5, x * 4, x + y, 255 - x * 3][:bands]
    pixels = np.stack(planes, 2).astype(dtype)
    return pixels * 257 if dtype == "uint16" else pixels


def exif_blob(order: str = "<") -> bytes:
    exif = Image.Exif()
    exif.endian = order
    exif[271], exif[272], exif[306] = "Maker", "A camera of some name", "2024:05:06 07:08:09"
    exif.get_ifd(0x8769).update({0x829A: 0.004, 0x8827: 400, 0x9003: "2024:05:06 07:08:09"})
    exif.get_ifd(0x8769).update({0xA002: 10, 0xA003: 10})
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 0.0)})
    return exif.tobytes()


def store(folder: Path, picture: Picture) -> StoredPicture:
    path = folder / "rows.raw"
    picture.pixels.tofile(path)
    return StoredPicture(
        path,
        picture.width,
        picture.height,
        picture.bands,
        str(picture.pixels.dtype),
        picture.metadata,
    )


def written(folder: Path, picture: Picture, suffix: str) -> Path:
    out = folder / "out"
    out.mkdir(exist_ok=True)
    write_picture(store(folder, picture), out / f"a{suffix}")
    assert [path.name for path in out.iterdir()] == [f"a{suffix}"]
    return out / f"a{suffix}"


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("bands", [1, 2, 3, 4])
@pytest.mark.parametrize("suffix", [".png", ".tif", ".tiff"])
def test_lossless_formats_give_every_pixel_back(
    tmp_path: Path, suffix: str, bands: int, dtype: str
) -> None:
    pixels = colours(bands, dtype)
    back = read_picture(written(tmp_path, Picture(pixels), suffix)).pixels
    assert back.dtype == pixels.dtype
    np.testing.assert_array_equal(back, pixels)


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("bands", [1, 3, 4])
@pytest.mark.parametrize("suffix", [".jpg", ".jpeg", ".webp", ".avif"])
def test_lossy_formats_give_nearly_every_pixel_back(
    tmp_path: Path, suffix: str, bands: int, dtype: str
) -> None:
    pixels = colours(bands, dtype)
    if bands == 4 and suffix in (".jpg", ".jpeg"):
        with pytest.raises(OutputError, match="transparency"):
            written(tmp_path, Picture(pixels), suffix)
        return
    back = read_picture(written(tmp_path, Picture(pixels), suffix)).pixels
    deep = dtype == "uint16" and suffix == ".avif"
    assert back.dtype == (np.uint16 if deep else np.uint8)
    difference = back / (257 if deep else 1) - pixels / (257 if dtype == "uint16" else 1)
    assert np.abs(difference).mean() < 1.5
    assert abs(difference.mean()) < 0.5


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_16_bits_are_dithered_to_8_not_cut(tmp_path: Path, suffix: str) -> None:
    pixels = np.full((256, 256, 3), 100 * 257 + 193, np.uint16)  # three quarters of the way up
    back = read_picture(written(tmp_path, Picture(pixels), suffix)).pixels
    assert back.mean() == pytest.approx(100.75, abs=0.3)  # encoding smooths, then rounds again


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("suffix", WRITABLE)
def test_metadata_go_along(tmp_path: Path, suffix: str, order: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    blobs = {"exif-data": exif_blob(order), "xmp-data": XMP, "icc-profile-data": profile}
    path = written(tmp_path, Picture(colours(), Metadata(blobs, DENSITY)), suffix)
    back = read_picture(path).metadata
    assert back.blobs["icc-profile-data"] == profile
    assert back.blobs["xmp-data"] == XMP
    assert back.density == pytest.approx(DENSITY, rel=1e-3)
    for exif in (_exif_of(path), _loaded(back.blobs["exif-data"])):
        assert exif[272] == "A camera of some name"
        assert exif.get(274, 1) == 1
        assert exif.get_ifd(0x8769)[0x8827] == 400
        assert (exif.get_ifd(0x8769)[0xA002], exif.get_ifd(0x8769)[0xA003]) == (64, 48)
        assert float(exif.get_ifd(0x8769)[0x829A]) == pytest.approx(0.004)
        assert exif.get_ifd(0x8825)[2] == (52.0, 31.0, 12.0)


def _exif_of(path: Path) -> Image.Exif:
    with Image.open(path) as image:
        exif = image.getexif()
        for directory in (0x8769, 0x8825):
            exif.get_ifd(directory)  # read on demand only, and remembered
        return exif


def _loaded(blob: bytes) -> Image.Exif:
    exif = Image.Exif()
    exif.load(blob)
    return exif


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
def test_captions_go_along_where_the_format_has_them(tmp_path: Path, suffix: str) -> None:
    picture = Picture(colours(), Metadata({"iptc-data": IPTC}))
    back = read_picture(written(tmp_path, picture, suffix)).metadata.blobs["iptc-data"]
    assert bare(back) == bare(IPTC) == b"\x1c\x02\x78\0\x05hello"


def test_bigtiff_carries_exif_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fdiwn.codec.encode._CLASSIC_TIFF_LIMIT", 0)
    blobs = {"exif-data": exif_blob()}
    path = written(tmp_path, Picture(colours(), Metadata(blobs)), ".tif")
    assert path.read_bytes()[:4] == b"II+\0"
    picture = read_picture(path)
    np.testing.assert_array_equal(picture.pixels, colours())
    assert _loaded(picture.metadata.blobs["exif-data"]).get_ifd(0x8769)[0x8827] == 400


@pytest.mark.parametrize("suffix", WRITABLE)
def test_without_a_stated_density_none_is_written(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path, Picture(colours()), suffix)
    assert read_picture(path).metadata.density is None
    with Image.open(path) as image:
        assert image.info.get("dpi", (1, 1)) == (1, 1)  # which Pillow says where a TIFF has none
        assert image.info.get("jfif_unit", 0) == 0
        assert image.info.get("jfif_density", (1, 1)) == (1, 1)
        assert not {282, 283, 296} & set(image.getexif())


@pytest.mark.parametrize(
    "name", ["Grüße 写真 🌄.png", "photo[1].png", "a b'\"%.tif", ".hidden.png"]
)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    write_picture(store(tmp_path, Picture(colours())), tmp_path / name)
    np.testing.assert_array_equal(read_picture(tmp_path / name).pixels, colours())


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    written(tmp_path, Picture(255 - colours()), ".png")
    path = written(tmp_path, Picture(colours()), ".png")
    np.testing.assert_array_equal(read_picture(path).pixels, colours())


def test_a_large_picture_is_let_go_of_on_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fdiwn.pixels.raw_file._LET_GO_ABOVE", 0)
    monkeypatch.setattr("fdiwn.pixels.raw_file._LET_GO_EVERY", 0.0001)
    pixels = np.random.default_rng(0).integers(0, 256, (1500, 1000, 3), dtype=np.uint8)
    back = read_picture(written(tmp_path, Picture(pixels), ".png")).pixels
    np.testing.assert_array_equal(back, pixels)


@pytest.mark.parametrize(
    ("name", "size", "bands", "word"),
    [
        ("a.gif", (10, 10), 3, "'.gif'"),
        ("a", (10, 10), 3, "''"),
        ("a.jpg", (65_501, 10), 3, "65,500"),
        ("a.webp", (10, 16_384), 3, "16,383"),
        ("a.avif", (16_385, 10), 3, "16,384"),
        ("a.jpg", (10, 10), 4, "transparency"),
        ("a.jpeg", (10, 10), 2, "transparency"),
        ("missing/a.png", (10, 10), 3, "no folder"),
        ("folder.png", (10, 10), 3, "folder"),
    ],
)
def test_what_cannot_be_written_is_refused_beforehand(
    tmp_path: Path, name: str, size: tuple[int, int], bands: int, word: str
) -> None:
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(OutputError) as caught:
        check_target(tmp_path / name, *size, bands)
    assert word in caught.value.why
    assert caught.value.todo


@pytest.mark.parametrize(
    ("name", "size", "bands"),
    [
        ("a.jpg", (65_500, 65_500), 3),
        ("a.WEBP", (16_383, 16_383), 4),
        ("a.avif", (16_384, 10), 4),
        ("a.png", (100_000, 100_000), 4),
        ("a.tif", (100_000, 100_000), 4),
    ],
)
def test_what_can_be_written_passes(
    tmp_path: Path, name: str, size: tuple[int, int], bands: int
) -> None:
    check_target(tmp_path / name, *size, bands)


@pytest.mark.parametrize(
    ("suffix", "limit"), [(".jpg", 65_500), (".webp", 16_383), (".avif", 16_384)]
)
def test_the_limits_are_those_of_the_encoders(tmp_path: Path, suffix: str, limit: int) -> None:
    for width in (limit, limit + 1):
        image = pyvips.Image.black(width, 16, bands=3).copy(interpretation="srgb")
        try:
            image.write_to_file(str(tmp_path / f"a{suffix}"), Q=10)
            assert width == limit
        except pyvips.Error:
            assert width == limit + 1


FULL_DISK = """
import resource, sys
from pathlib import Path
from fdiwn.codec import write_picture
from fdiwn.api.errors import OutputError
from fdiwn.pixels.picture import StoredPicture
raw, target, limit = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    write_picture(StoredPicture(raw, 300, 200, 3, "uint8"), target)
except OutputError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="files cannot be limited in size here")
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif", ".webp", ".avif"])
def test_a_full_disk_is_said_and_nothing_is_left(tmp_path: Path, suffix: str) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (200, 300, 3), dtype=np.uint8)
    complete = written(tmp_path, Picture(pixels), suffix)
    before = complete.read_bytes()
    for limit in (1000, len(before) - 1):
        done = subprocess.run(
            [sys.executable, "-c", FULL_DISK, tmp_path / "rows.raw", complete, str(limit)],
            capture_output=True,
            encoding="utf-8",
            check=True,
            cwd=Path(__file__).parents[2],
        )
        assert f"a{suffix} cannot be written: " in done.stdout
        assert done.stderr == ""
        assert complete.read_bytes() == before
        assert list(complete.parent.iterdir()) == [complete]


def test_a_raw_file_that_is_too_short_is_an_error(tmp_path: Path) -> None:
    stored = replace(store(tmp_path, Picture(colours())), height=100)
    with pytest.raises(OutputError):
        write_picture(stored, tmp_path / "a.png")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["rows.raw"]


@pytest.mark.parametrize("suffix", WRITABLE)
def test_photographs_keep_their_profile_byte_for_byte(
    shared: Path, tmp_path: Path, suffix: str
) -> None:
    picture = read_picture(shared / "photos" / "prophoto_rgb.jpg")
    metadata = replace(picture.metadata, texts=())  # a comment, which has to go into the XMP
    small = Picture(np.ascontiguousarray(picture.pixels[:100, :120]), metadata)
    back = read_picture(written(tmp_path, small, suffix)).metadata
    for name in ("icc-profile-data", "xmp-data"):
        assert back.blobs[name] == picture.metadata.blobs[name]
    assert back.density == pytest.approx(picture.metadata.density, rel=1e-3)
    theirs, ours = (_loaded(m.blobs["exif-data"]) for m in (picture.metadata, back))
    assert theirs[272] == ours[272]
    lost = set(theirs.get_ifd(0x8769)) - set(ours.get_ifd(0x8769))
    assert lost == set()
