"""Formats beyond the common ones: HEIC, camera raw and odd TIFF files; HDR, which is refused."""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvips
from PIL import Image

from fdiwn.api.errors import InputError
from fdiwn.codec import colour, read_picture
from tests.engine.raw_file import write_dng
from tests.engine.stored import colours


def heic(path: Path, pixels: Any, mode: str, **options: Any) -> Path:
    heif = pytest.importorskip("pillow_heif")
    picture = heif.from_bytes(mode, (pixels.shape[1], pixels.shape[0]), pixels.tobytes())
    picture.save(path, quality=95, chroma=444, **options)
    return path


def test_heic_is_read_with_its_metadata(tmp_path: Path) -> None:
    profile = colour.profile_of("p3")
    tag = Image.Exif()
    tag[272] = "A telephone"
    path = heic(tmp_path / "a.heic", colours(), "RGB", exif=tag.tobytes(), icc_profile=profile)
    picture = read_picture(path)
    assert picture.pixels.dtype == np.uint8
    assert np.abs(picture.pixels.astype(int) - colours()).mean() < 3
    assert b"A telephone" in picture.metadata.blobs["exif-data"]
    assert picture.metadata.notes == ()


def test_10_bits_of_heic_become_16_in_the_full_range(tmp_path: Path) -> None:
    ramp = np.repeat(np.linspace(0, 65535, 1024).astype(np.uint16), 3).reshape(1, 1024, 3)
    path = heic(tmp_path / "a.heic", np.repeat(ramp, 64, 0), "RGB;16")
    pixels = read_picture(path).pixels
    assert pixels.dtype == np.uint16
    assert pixels.max() > 65_300
    assert len(np.unique(pixels[..., 1])) > 600


def test_a_portrait_of_a_telephone_stands_upright(tmp_path: Path) -> None:
    heif = pytest.importorskip("pillow_heif")
    tag = Image.Exif()
    tag[274] = 6
    heif.register_heif_opener()  # which writes the turn as telephones do
    Image.fromarray(colours()).save(tmp_path / "a.heic", quality=95, exif=tag)
    picture = read_picture(tmp_path / "a.heic")
    size = (picture.width, picture.height)
    assert size == (48, 64)
    kept = Image.Exif()
    kept.load(picture.metadata.blobs["exif-data"])
    assert kept.get(274, 1) == 1


@pytest.mark.parametrize(
    ("name", "content", "module", "extra"),
    [
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100), "pillow_heif", "heic"),
        ("a.nef", b"MM\0*" + bytes(100), "rawpy", "raw"),
        ("a.raf", b"FUJIFILMCCD-RAW " + bytes(100), "rawpy", "raw"),
    ],
)
def test_without_the_package_it_says_what_to_install(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: bytes,
    module: str,
    extra: str,
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError) as caught:
        read_picture(path)
    assert f"pip install 'fdiwn-upscaler[{extra}]'" in caught.value.todo


@pytest.mark.parametrize("name", ["a.heic", "a.nef", "a.cr3"])
def test_damaged_files_of_these_kinds_are_refused(tmp_path: Path, name: str) -> None:
    pytest.importorskip("pillow_heif")
    pytest.importorskip("rawpy")
    path = tmp_path / name
    path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100))
    with pytest.raises(InputError) as caught:
        read_picture(path)
    assert caught.value.todo


GREY = (0.18, 0.18, 0.18)


@pytest.mark.parametrize("turn", [1, 6])
def test_raw_is_developed_to_16_bits_with_the_cameras_white(tmp_path: Path, turn: int) -> None:
    pytest.importorskip("rawpy")
    light = np.full((64, 96, 3), GREY)
    light[:20] = 1.0
    write_dng(tmp_path / "a.dng", light, neutral=(0.5, 1.0, 0.7), turn=turn)
    picture = read_picture(tmp_path / "a.dng")
    assert picture.pixels.dtype == np.uint16
    lying = (64, 96) if turn == 1 else (96, 64)
    assert picture.pixels.shape == (*lying, 3)
    upper = picture.pixels[5, 30] if turn == 1 else picture.pixels[30, -5]
    lower = picture.pixels[50, 30] if turn == 1 else picture.pixels[30, 10]
    assert upper.min() > 65_000
    # neutral, and as bright as the curve of the profile has it
    assert np.abs(lower - 65535 * 0.18 ** (256 / 563)).max() < 300
    assert picture.metadata.blobs["icc-profile-data"] == colour.profile_of("adobe")
    assert "white balance" in picture.metadata.notes[0]
    exif = Image.Exif()
    exif.load(picture.metadata.blobs["exif-data"])
    assert exif[272] == "A camera of some name"
    assert exif.get(274, 1) == 1
    assert not set(exif) & {256, 258, 273, 33421, 50706, 50721}


@pytest.mark.parametrize("compression", ["none", "lzw", "deflate", "packbits", "jpeg"])
@pytest.mark.parametrize("tiled", [True, False])
@pytest.mark.parametrize("big", [True, False])
def test_tiff_files_of_many_kinds_are_read(
    tmp_path: Path, compression: str, tiled: bool, big: bool
) -> None:
    pixels = colours(height=100, width=150)
    options: dict[str, Any] = {"tile": tiled, "bigtiff": big, "Q": 95}
    path = tmp_path / "a.tif"
    image = pyvips.Image.new_from_array(pixels).copy(interpretation="srgb")
    image.tiffsave(str(path), compression=compression, **options)
    assert path.read_bytes()[2] == (43 if big else 42)
    back = read_picture(path).pixels
    tolerance = 20 if compression == "jpeg" else 0
    assert np.abs(back.astype(int) - pixels).max() <= tolerance


@pytest.mark.parametrize("order", ["<", ">"])
def test_either_byte_order_of_tiff_is_read(tmp_path: Path, order: str) -> None:
    head = b"II*\0" if order == "<" else b"MM\0*"
    pixels = np.arange(12, dtype=np.uint16).reshape(3, 4) * 5000
    entries = [(256, 3, 4), (257, 3, 3), (258, 3, 16), (259, 3, 1), (262, 3, 1), (273, 4, 8)]
    entries += [(277, 3, 1), (278, 3, 3), (279, 4, 24)]
    table = struct.pack(order + "H", len(entries))
    for tag, kind, value in entries:
        form = "HHIHxx" if kind == 3 else "HHII"
        table += struct.pack(order + form, tag, kind, 1, value)
    content = head + struct.pack(order + "I", 32) + pixels.astype(order + "u2").tobytes()
    (tmp_path / "a.tif").write_bytes(content + table + bytes(4))
    np.testing.assert_array_equal(read_picture(tmp_path / "a.tif").pixels[..., 0], pixels)


@pytest.mark.parametrize("transfer", [16, 18])
def test_hdr_png_is_refused(tmp_path: Path, transfer: int) -> None:
    Image.fromarray(colours()).save(tmp_path / "a.png")
    content = (tmp_path / "a.png").read_bytes()
    chunk = b"cICP" + bytes([9, transfer, 0, 1])
    whole = struct.pack(">I", 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    (tmp_path / "a.png").write_bytes(content[:33] + whole + content[33:])
    with pytest.raises(InputError, match="HDR"):
        read_picture(tmp_path / "a.png")


@pytest.mark.parametrize("transfer", [16, 18, 13])
def test_hdr_avif_is_refused(tmp_path: Path, transfer: int) -> None:
    Image.fromarray(colours()).save(tmp_path / "a.avif")
    content = bytearray((tmp_path / "a.avif").read_bytes())
    place = content.index(b"colrnclx")
    content[place + 10 : place + 12] = struct.pack(">H", transfer)
    (tmp_path / "a.avif").write_bytes(content)
    if transfer == 13:
        assert read_picture(tmp_path / "a.avif").width == 64
        return
    with pytest.raises(InputError, match="HDR"):
        read_picture(tmp_path / "a.avif")
