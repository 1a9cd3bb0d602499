"""Where a picture was taken is gone from its bytes, wherever and under whatever name it stood."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, TiffImagePlugin

from fdiwn.api.formats import SUFFIXES
from fdiwn.api.options import SaveOptions
from fdiwn.api.sidecars import Sidecar
from fdiwn.codec import read_picture, write_picture
from fdiwn.codec.metadata.container import says_place
from fdiwn.pixels.picture import Metadata, Picture
from tests.engine.containers import (
    chunk,
    extended,
    jpeg,
    packet,
    png,
    raw_profile,
    resource,
    segment,
)
from tests.engine.stored import EXIFTOOL, colours, store, tags, written

ENDINGS = tuple(SUFFIXES.values())
PLACE = "48.137Nowhere"
GPS = SaveOptions(strip="gps")


@pytest.mark.parametrize(
    "name",
    [
        "GPSLatitude", "GpsLongtitude", "gpsAltitude", "latitude", "Longitude", "Location", "Place",
        "LocationShown", "PlaceName", "places", "shotLocation", "SubLocation", "City", "State",
        "CountryCode", "AbsoluteAltitude", "lat", "geo", "GeoTag", "coverage",
    ],
)  # fmt: skip
def test_names_that_say_a_place(name: str) -> None:
    assert says_place(name)


@pytest.mark.parametrize(
    "name",
    [
        "Replace", "Displacement", "Placement", "CiAdrCity", "LicensorCountry", "GeometricScale",
        "Latch", "LensModel", "Statement", "Planet", "Rating", "Longevity", "CreateDate",
    ],
)  # fmt: skip
def test_names_that_say_none(name: str) -> None:
    assert not says_place(name)


def body(prefix: str = "d") -> str:
    """Properties of a namespace that nobody knows, as elements, structures and lists."""
    space = f'xmlns:{prefix}="http://example.org/drone/"'
    return (
        f"<{prefix}:placeOfWork {space}>{PLACE}</{prefix}:placeOfWork>"
        f"<{prefix}:Shot {space}><rdf:Bag><rdf:li rdf:parseType='Resource'>"
        f"<{prefix}:location>{PLACE}</{prefix}:location><{prefix}:Zoom>kept</{prefix}:Zoom>"
        f"</rdf:li></rdf:Bag></{prefix}:Shot>"
        f"<{prefix}:GPSInfo {space} rdf:parseType='Resource'>"
        f"<{prefix}:a>{PLACE}</{prefix}:a></{prefix}:GPSInfo>"
    )


def in_every_form() -> bytes:
    """The same, and as attributes."""
    dji = 'xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/"'
    attributes = f"drone-dji:GpsLatitude='{PLACE}' drone-dji:GpsLongtitude=\"{PLACE}\""
    return packet(f'{dji} {attributes} drone-dji:Lens="kept"', body())


def located_jpeg(folder: Path) -> Path:
    """In all that JPEG has: EXIF, a maker note, XMP in two parts, captions, Photoshop's copies."""
    tag = Image.Exif()
    tag[272] = "A camera"
    tag.get_ifd(0x8825).update({1: "N", 27: PLACE.encode()})
    tag.get_ifd(0x8769).update({37500: b"DJI" + PLACE.encode(), 0x8827: 400})
    captions = b"\x1c\2\x5a\0" + bytes([len(PLACE)]) + PLACE.encode() + b"\x1c\2\x05\0\2Hi"
    block = b"Photoshop 3.0\0" + b"".join((
        resource(1028, captions),
        resource(1058, b"II*\0" + PLACE.encode()),
        resource(1060, in_every_form()),
    ))  # fmt: skip
    segments = segment(0xE1, tag.tobytes()) + extended(body()) + segment(0xED, block)
    path = folder / "a.jpg"
    path.write_bytes(jpeg(segments))
    return path


def located_png(folder: Path) -> Path:
    """In texts, raw profiles and chunks behind the pixels."""
    tag = Image.Exif()
    tag[272] = "A camera"
    tag.get_ifd(0x8825).update({1: "N", 27: PLACE.encode()})
    before = raw_profile("exif", tag.tobytes()) + chunk(b"tEXt", b"Location\0" + PLACE.encode())
    behind = (
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + in_every_form())
        + chunk(b"tEXt", b"exif:GPSLatitude\0" + PLACE.encode())
        + chunk(b"tEXt", b"Description\0somebody")
    )
    path = folder / "a.png"
    path.write_bytes(png(before, behind))
    return path


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("make", [located_jpeg, located_png])
def test_no_place_is_left_in_the_bytes(tmp_path: Path, make: Any, suffix: str) -> None:
    source = make(tmp_path)
    picture = read_picture(source)
    kept, _ = written(tmp_path, picture, suffix)
    assert PLACE.encode() in kept.read_bytes()
    (tmp_path / "stripped").mkdir()
    path, notes = written(tmp_path / "stripped", picture, suffix, GPS)
    data = path.read_bytes()
    assert PLACE.encode() not in data
    assert b"GPS" not in data
    assert b"Gps" not in data
    found = read_picture(path).metadata.blobs
    assert b"A camera" in found["exif-data"]
    assert b"kept" in found["xmp-data"]
    assert b"Rating" in found["xmp-data"]
    assert any("maker note" in note for note in notes) == (make is located_jpeg)
    assert any("in words" in note for note in notes)


@pytest.mark.skipif(EXIFTOOL is None, reason="exiftool is not installed")
@pytest.mark.parametrize("suffix", ENDINGS)
def test_exiftool_finds_no_place(tmp_path: Path, suffix: str) -> None:
    path, _ = written(tmp_path, read_picture(located_jpeg(tmp_path)), suffix, GPS)
    found = [name for name in tags(path) if says_place(name.split(":")[-1])]
    assert found == []


@pytest.mark.parametrize("suffix", ENDINGS)
def test_a_sidecar_says_no_place_either(tmp_path: Path, suffix: str) -> None:
    both = (Sidecar(True, in_every_form()), Sidecar(False, in_every_form()))
    source = Picture(colours(), Metadata(sidecars=both))
    out = tmp_path / "out"
    out.mkdir()
    write_picture(store(tmp_path, source), out / f"a{suffix}", GPS)
    assert sorted(p.name for p in out.iterdir()) == sorted(
        [f"a{suffix}", f"a{suffix}.xmp", "a.xmp"]
    )
    for path in (out / "a.xmp", out / f"a{suffix}.xmp"):
        assert PLACE.encode() not in path.read_bytes()
        assert b"Rating" in path.read_bytes()


def test_geotiff_keys_are_left_out_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    info = TiffImagePlugin.ImageFileDirectory_v2()
    info[33550], info.tagtype[33550] = (1.0, 1.0, 0.0), 12
    info[34737], info.tagtype[34737] = PLACE, 2
    Image.fromarray(colours()).save(path, tiffinfo=info)
    picture = read_picture(path)
    assert any("GeoTIFF" in note for note in picture.metadata.notes)
    result, _ = written(tmp_path, picture, ".tif")
    assert PLACE.encode() not in result.read_bytes()
