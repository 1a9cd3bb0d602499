"""What is written is read by others: five readers, five formats; each chunk as its rules say."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PIL import Image

from fdiwn.api.formats import SUFFIXES
from fdiwn.codec import read_picture
from fdiwn.pixels.picture import Metadata, Picture
from tests.engine.containers import (
    READERS,
    exif_of,
    extended,
    jpeg,
    packet,
    png_chunks,
    read_by,
)
from tests.engine.stored import colours, written

ENDINGS = tuple(SUFFIXES.values())
NOTE = "FDIWN Upscaler 0.1.0, model a (sha256 0123456789ab), x4"


def full(bands: int = 3, inside: str = "") -> Picture:
    """With EXIF and XMP of several descriptions, as ExifTool writes it."""
    several = (
        '</rdf:Description><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>image/jpeg</dc:format>'
    )
    blobs = {"exif-data": b"Exif\0\0" + exif_of(), "xmp-data": packet("", inside + several)}
    return Picture(colours(bands), Metadata(blobs, (10.0, 10.0), provenance=NOTE))


@pytest.mark.parametrize("bands", [1, 4])
@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("reader", READERS)
def test_what_is_written_is_read_by_others(
    tmp_path: Path, reader: str, suffix: str, bands: int
) -> None:
    picture = full(min(bands, 3) if suffix == ".jpg" else bands)  # which holds no alpha
    path, notes = written(tmp_path, picture, suffix)
    assert notes == ()
    expected = {"Rating": "4", "Artist": "Jane Doe", "ISO": "400"}
    found = read_by(reader, path)
    assert found == {name: expected[name] for name in found}


@pytest.mark.parametrize("suffix", ENDINGS)
def test_there_is_one_prefix_for_a_namespace(tmp_path: Path, suffix: str) -> None:
    path, _ = written(tmp_path, full(), suffix)
    xmp = read_picture(path).metadata.blobs["xmp-data"]
    assert b"CreatorTool" in xmp
    assert {part.split(b'"')[0] for part in xmp.split(b"xmlns:xmp")[1:]} == {b"="}


def exif_in(path: Path) -> bytes:
    """The content of the chunk, segment or item that holds EXIF."""
    data = path.read_bytes()
    match path.suffix:
        case ".png":
            (content,) = png_chunks(path)[b"eXIf"]
        case ".jpg":
            at = data.index(b"\xff\xe1") + 2
            content = data[at + 2 : at + int.from_bytes(data[at : at + 2], "big")]
        case ".webp":
            at = data.index(b"EXIF")
            content = data[at + 8 : at + 8 + int.from_bytes(data[at + 4 : at + 8], "little")]
        case _:
            (place,) = struct.unpack_from(">I", data, data.rindex(b"mdat") - 4)
            content = data[-(place - 8) :]
    return content


@pytest.mark.parametrize(
    ("suffix", "start"),
    [
        (".png", b"II*\0"),
        (".jpg", b"Exif\0\0II*\0"),
        (".webp", b"Exif\0\0II*\0"),
        (".avif", b"\0\0\0\0II*\0"),
    ],
)
@pytest.mark.parametrize("length", [60, 61])
def test_the_exif_chunk_holds_what_its_rules_say_and_no_more(
    tmp_path: Path, suffix: str, start: bytes, length: int
) -> None:
    picture = Picture(colours(), Metadata(provenance="x" * length))
    path, _ = written(tmp_path, picture, suffix)
    content = exif_in(path)
    assert content.startswith(start)
    assert content.rstrip(b"\0").endswith(b"x" * length)
    assert len(content) - len(content.rstrip(b"\0")) <= 2  # the text's end, and an even length


def test_xmp_in_png_is_plain_itxt_before_the_pixels(tmp_path: Path) -> None:
    path, _ = written(tmp_path, full(), ".png")
    names = list(png_chunks(path))
    (content,) = png_chunks(path)[b"iTXt"]
    assert content.startswith(b"XML:com.adobe.xmp\0\0\0\0\0<?xpacket")
    assert names.index(b"iTXt") < names.index(b"IDAT")
    assert b"zTXt" not in names


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("reader", READERS)
def test_large_xmp_goes_everywhere(tmp_path: Path, reader: str, suffix: str) -> None:
    """In JPEG as extended XMP, in the others whole."""
    source = tmp_path / "a.jpg"
    source.write_bytes(jpeg(extended(f"<xmp:Label>{'x' * 90_000}</xmp:Label>")))
    picture = read_picture(source)
    assert picture.metadata.notes == ()
    blobs = {**picture.metadata.blobs, "exif-data": b"Exif\0\0" + exif_of()}
    path, notes = written(tmp_path, Picture(colours(), Metadata(blobs)), suffix)
    assert notes == ()
    assert read_by(reader, path)["Rating"] == "4"
    again = read_picture(path).metadata.blobs["xmp-data"]
    assert again.count(b"x" * 90_000) == 1
    assert b"HasExtendedXMP" not in again
    assert (b"HasExtendedXMP" in path.read_bytes()) == (suffix == ".jpg")


@pytest.mark.parametrize("bands", [3, 4])
def test_a_webp_says_what_it_holds(tmp_path: Path, bands: int) -> None:
    path, _ = written(tmp_path, full(bands), ".webp")
    data = path.read_bytes()
    assert int.from_bytes(data[4:8], "little") + 8 == len(data)
    assert data[12:16] == b"VP8X"
    flags = 0x0C | (0x10 if bands == 4 else 0)
    assert data[20] == flags
    with Image.open(path) as image:
        assert image.mode == ("RGBA" if bands == 4 else "RGB")
        assert image.size == (64, 48)
