"""What stands in a file beside its pixels is kept, or a note names it; nothing else is claimed."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from fdiwn.api.formats import SUFFIXES
from fdiwn.codec import read_picture
from fdiwn.codec.metadata import iptc
from tests.engine.containers import (
    XMP_HEAD,
    chunk,
    exif_of,
    extended,
    jpeg,
    jpeg_2000,
    packet,
    png,
    psd,
    raw_profile,
    resource,
    segment,
)
from tests.engine.stored import colours, written

ENDINGS = tuple(SUFFIXES.values())
XMP_TEXT = b"XML:com.adobe.xmp\0\0\0\0\0"
RECORDS = b"\x1c\2\x78\0\5hello"
PATH = resource(2000, bytes(78), b"Path 1")


def read(folder: Path, name: str, content: bytes) -> Any:
    (folder / name).write_bytes(content)
    return read_picture(folder / name)


def result(folder: Path, picture: Any, suffix: str) -> tuple[bytes, Any, str]:
    """The file, what is read of it, and all notes."""
    path, notes = written(folder, picture, suffix)
    return path.read_bytes(), read_picture(path), " ".join((*picture.metadata.notes, *notes))


EXIF_IN_PNG = {
    "eXIf": png(chunk(b"eXIf", exif_of())),
    "behind": png(b"", chunk(b"eXIf", exif_of())),
    "raw": png(raw_profile("exif", b"Exif\0\0" + exif_of())),
    "app1": png(raw_profile("APP1", b"Exif\0\0" + exif_of())),
    "raw behind": png(b"", raw_profile("exif", b"Exif\0\0" + exif_of())),
}


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("form", EXIF_IN_PNG)
def test_exif_of_a_png_wherever_it_stands(tmp_path: Path, form: str, suffix: str) -> None:
    _, again, notes = result(tmp_path, read(tmp_path, "a.png", EXIF_IN_PNG[form]), suffix)
    assert notes == ""
    assert b"Jane Doe" in again.metadata.blobs["exif-data"]


XMP_IN_PNG = {
    "plain": png(chunk(b"iTXt", XMP_TEXT + packet())),
    "packed": png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(packet()))),
    "behind": png(b"", chunk(b"iTXt", XMP_TEXT + packet())),
    "zTXt": png(chunk(b"zTXt", b"XML:com.adobe.xmp\0\0" + zlib.compress(packet()))),
    "raw": png(raw_profile("xmp", packet())),
    "app1": png(raw_profile("APP1", b"http://ns.adobe.com/xap/1.0/\0" + packet())),
}


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("form", XMP_IN_PNG)
def test_xmp_of_a_png_wherever_it_stands(tmp_path: Path, form: str, suffix: str) -> None:
    _, again, notes = result(tmp_path, read(tmp_path, "a.png", XMP_IN_PNG[form]), suffix)
    assert notes == ""
    assert b'Rating="4"' in again.metadata.blobs["xmp-data"]


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize(
    "content", [RECORDS, resource(1028, RECORDS), b"Photoshop 3.0\0" + resource(1028, RECORDS)]
)
@pytest.mark.parametrize("kind", ["iptc", "8bim"])
def test_captions_in_a_raw_profile(tmp_path: Path, kind: str, content: bytes, suffix: str) -> None:
    picture = read(tmp_path, "a.png", png(raw_profile(kind, content)))
    _, again, notes = result(tmp_path, picture, suffix)
    if suffix in (".jpg", ".tif"):
        assert iptc.bare(again.metadata.blobs["iptc-data"]) == RECORDS
        assert notes == ""
    else:
        assert b">hello<" in again.metadata.blobs["xmp-data"]
        assert "IPTC" in notes


@pytest.mark.parametrize("kind", ["icc", "icm"])
def test_a_colour_profile_in_a_raw_profile(shared: Path, tmp_path: Path, kind: str) -> None:
    profile = read_picture(shared / "photos" / "adobe_rgb.jpg").metadata.blobs["icc-profile-data"]
    picture = read(tmp_path, "a.png", png(raw_profile(kind, profile)))
    assert picture.metadata.blobs["icc-profile-data"] == profile


TEXTS = {
    "Author": "Jane Doe",
    "Copyright": "(c) Jane",
    "Title": "A title",
    "Description": "Grüße 写真",
    "Comment": "a comment",
}


def with_texts(more: bytes = b"") -> bytes:
    latin = b"".join(
        chunk(b"tEXt", f"{key}\0{text}".encode("latin-1"))
        for key, text in TEXTS.items()
        if key != "Description"
    )
    wide = chunk(b"iTXt", b"Description\0\0\0\0\0" + TEXTS["Description"].encode())
    return png(latin + more, wide)


@pytest.mark.parametrize("suffix", ENDINGS)
def test_texts_of_a_png_have_a_place_everywhere(tmp_path: Path, suffix: str) -> None:
    data, again, notes = result(tmp_path, read(tmp_path, "a.png", with_texts()), suffix)
    assert notes == ""
    if suffix == ".png":
        assert dict(again.metadata.texts) == TEXTS
        with Image.open(tmp_path / "out.png" / "a.png") as image:
            image.load()
            assert {key: str(image.info[key]) for key in TEXTS} == TEXTS
    else:
        for text in TEXTS.values():
            assert text.encode() in data


@pytest.mark.parametrize("suffix", ENDINGS)
def test_texts_that_have_no_place_are_named(tmp_path: Path, suffix: str) -> None:
    content = with_texts(chunk(b"tEXt", b"parameters\0steps: 20") + chunk(b"mkBF", b"layers"))
    data, _, notes = result(tmp_path, read(tmp_path, "a.png", content), suffix)
    assert "mkBF" in notes
    assert ("parameters" in notes) == (suffix != ".png")
    assert (b"steps: 20" in data) == (suffix == ".png")


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("first", [False, True])
def test_extended_xmp_is_kept(tmp_path: Path, first: bool, suffix: str) -> None:
    depth = f'<d:Data xmlns:d="http://ns.google.com/photos/1.0/depthmap/">{"A" * 90_000}</d:Data>'
    picture = read(tmp_path, "a.jpg", jpeg(extended(depth, first=first)))
    _, again, notes = result(tmp_path, picture, suffix)
    assert notes == ""
    kept = again.metadata.blobs["xmp-data"]
    assert b'Rating="4"' in kept
    assert b"A" * 90_000 in kept


def test_extended_xmp_that_is_damaged_is_named(tmp_path: Path) -> None:
    content = jpeg(extended("<xmp:Label>" + "A" * 90_000 + "</xmp:Label>"))
    picture = read(tmp_path, "a.jpg", content.replace(b"A" * 1000, b"B" * 1000, 1))
    data, _, notes = result(tmp_path, picture, ".jpg")
    assert "XMP" in notes
    assert b"HasExtendedXMP" not in data
    assert b'Rating="4"' in data


def gain_map_jpeg() -> bytes:
    """As Ultra HDR has it: a second JPEG behind the first, which MPF and the XMP speak of."""
    space = 'xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0"'
    directory = (
        '<C:Directory xmlns:C="http://ns.google.com/photos/1.0/container/"'
        ' xmlns:I="http://ns.google.com/photos/1.0/container/item/"><rdf:Seq>'
        '<rdf:li rdf:parseType="Resource"><C:Item I:Semantic="GainMap" I:Length="999"/></rdf:li>'
        "</rdf:Seq></C:Directory>"
    )
    behind = jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet(space)))
    return (
        jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet(space, directory))) + behind
    )


def mpf(kinds: list[int]) -> bytes:
    entries = b"".join(struct.pack("<IIIHH", kind, 100, 0, 0, 0) for kind in kinds)
    listed = struct.pack("<HHHII", 1, 0xB002, 7, len(entries), 26) + bytes(4)
    return segment(0xE2, b"MPF\0II*\0\x08\0\0\0" + listed + entries)


def motion_jpeg() -> bytes:
    claims = (
        'xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" GCamera:MotionPhoto="1"'
        ' GCamera:MicroVideo="1" GCamera:MicroVideoOffset="5024"'
    )
    film = b"\0\0\0\x18ftypmp42" + bytes(5000)
    return jpeg(segment(0xE1, XMP_HEAD + packet(claims))) + film


BEHIND = {
    "gain map": (gain_map_jpeg(), "gain map", (b"hdrgm:", b"GainMap", b"Directory")),
    "ISO gain map": (
        jpeg(segment(0xE2, b"urn:iso:std:iso:ts:21496:-1\0" + bytes(4))) + jpeg(),
        "gain map",
        (),
    ),
    "motion": (motion_jpeg(), "film", (b"MotionPhoto", b"MicroVideo")),
    "more pictures": (jpeg(mpf([0x30000, 0x20002])) + jpeg(), "Further pictures", ()),
    "credentials": (
        jpeg(segment(0xEB, b"JP\0\1\0\0\0\1\0\0\0\x1ejumb\0\0\0\x16jumdc2pa")),
        "C2PA",
        (),
    ),
    "others": (jpeg(segment(0xE4, b"a camera's own")), "APP4", ()),
}


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("form", BEHIND)
def test_what_lies_behind_a_jpeg_is_named_and_not_claimed(
    tmp_path: Path, form: str, suffix: str
) -> None:
    content, word, claims = BEHIND[form]
    data, _, notes = result(tmp_path, read(tmp_path, "a.jpg", content), suffix)
    assert word in notes
    for claim in claims:
        assert claim in content
        assert claim not in data
    assert b'Rating="4"' in data or b'Rating="4"' not in content


def test_previews_of_a_camera_are_not_worth_a_note(tmp_path: Path) -> None:
    picture = read(tmp_path, "a.jpg", jpeg(mpf([0x30000, 0x10001, 0x10002])) + jpeg())
    assert picture.metadata.notes == ()


@pytest.mark.parametrize("suffix", ENDINGS)
def test_a_comment_is_kept(tmp_path: Path, suffix: str) -> None:
    data, again, notes = result(
        tmp_path, read(tmp_path, "a.jpg", jpeg(comment="hello Grüße")), suffix
    )
    assert notes == ""
    assert "hello Grüße".encode() in data or "hello Grüße".encode("latin-1") in data
    if suffix in (".jpg", ".png"):
        assert again.metadata.texts == (("Comment", "hello Grüße"),)


def test_a_comment_of_a_gif_is_kept(tmp_path: Path) -> None:
    Image.fromarray(colours()).save(tmp_path / "a.gif", comment=b"hello")
    _, again, _ = result(tmp_path, read_picture(tmp_path / "a.gif"), ".png")
    assert again.metadata.texts == (("Comment", "hello"),)


def sources_with_paths(folder: Path) -> list[Path]:
    tifffile.imwrite(
        folder / "a.tif",
        colours(),
        photometric="rgb",
        extratags=[(34377, "B", None, PATH, True)],
    )
    (folder / "a.jpg").write_bytes(jpeg(segment(0xED, b"Photoshop 3.0\0" + PATH)))
    (folder / "a.psd").write_bytes(psd(PATH))
    return [folder / "a.tif", folder / "a.jpg", folder / "a.psd"]


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("number", [0, 1, 2])
def test_clipping_paths_are_kept_or_named(tmp_path: Path, number: int, suffix: str) -> None:
    picture = read_picture(sources_with_paths(tmp_path)[number])
    data, _, notes = result(tmp_path, picture, suffix)
    holds = suffix in (".jpg", ".tif")
    assert (PATH in data) == holds
    assert ("clipping paths" in notes) != holds


def test_clipping_paths_of_a_turned_picture_are_named(tmp_path: Path) -> None:
    tag = Image.Exif()
    tag[274] = 6
    content = jpeg(segment(0xE1, tag.tobytes()) + segment(0xED, b"Photoshop 3.0\0" + PATH))
    data, _, notes = result(tmp_path, read(tmp_path, "a.jpg", content), ".jpg")
    assert "clipping paths" in notes
    assert b"Path 1" not in data


@pytest.mark.parametrize("suffix", ENDINGS)
def test_a_thumbnail_in_photoshops_block_goes(tmp_path: Path, suffix: str) -> None:
    block = b"Photoshop 3.0\0" + resource(1036, b"small picture") + resource(1035, b"http://a")
    data, _, _ = result(tmp_path, read(tmp_path, "a.jpg", jpeg(segment(0xED, block))), suffix)
    assert b"small picture" not in data
    assert (b"http://a" in data) == (suffix in (".jpg", ".tif"))


def with_xmp_in_gif(content: bytes) -> bytes:
    """Behind the table of colours, with the trailer that leads a reader of blocks out of it."""
    at = 13 + 3 * 2 ** ((content[10] & 7) + 1)
    trailer = b"\1" + bytes(range(255, -1, -1)) + b"\0"
    return content[:at] + b"!\xff\x0bXMP DataXMP" + packet() + trailer + content[at:]


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("name", ["a.jp2", "a.psd", "a.gif", "a.tif", "a.webp", "a.avif"])
def test_xmp_of_every_format_that_is_read(tmp_path: Path, name: str, suffix: str) -> None:
    path = tmp_path / name
    if name == "a.jp2":
        path.write_bytes(jpeg_2000(packet()))
    elif name == "a.psd":
        path.write_bytes(psd(resource(1060, packet()) + resource(1058, exif_of())))
    elif name == "a.gif":
        Image.fromarray(colours()).save(path)
        path.write_bytes(with_xmp_in_gif(path.read_bytes()))
    elif name == "a.tif":
        extra = [(700, "B", None, packet(), True)]
        tifffile.imwrite(path, colours(), photometric="rgb", extratags=extra)
    else:
        Image.fromarray(colours()).save(path, xmp=packet())
    _, again, _ = result(tmp_path, read_picture(path), suffix)
    assert b'Rating="4"' in again.metadata.blobs["xmp-data"]
    if name == "a.psd":
        assert b"Jane Doe" in again.metadata.blobs["exif-data"]


def test_layers_of_a_tiff_are_named(tmp_path: Path) -> None:
    extra = [(37724, "B", None, b"Adobe Photoshop Document Data Block\0", True)]
    tifffile.imwrite(tmp_path / "a.tif", colours(), photometric="rgb", extratags=extra)
    assert any("layers" in note for note in read_picture(tmp_path / "a.tif").metadata.notes)


def test_what_is_beside_an_avif_is_named(tmp_path: Path) -> None:
    Image.fromarray(colours()).save(tmp_path / "a.avif")
    plain = (tmp_path / "a.avif").read_bytes()
    film = struct.pack(">I", 24) + b"mpvd" + b"ftypmp42" + bytes(8)
    assert any("film" in n for n in read(tmp_path, "b.avif", plain + film).metadata.notes)
    assert read_picture(tmp_path / "a.avif").metadata.notes == ()


@pytest.mark.parametrize("lossless", [True, False])
@pytest.mark.parametrize("bands", [3, 4])
def test_lossless_webp_stays_lossless(tmp_path: Path, lossless: bool, bands: int) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (48, 64, bands), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "a.webp", lossless=lossless, exact=True)
    picture = read_picture(tmp_path / "a.webp")
    data, again, _ = result(tmp_path, picture, ".webp")
    assert (b"VP8L" in data) == lossless
    assert bool((again.pixels == picture.pixels).all()) == lossless
