"""Metadata of real files: what goes along, tag by tag, and what must be gone."""

from __future__ import annotations

import struct
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from fdiwn.api.formats import SUFFIXES
from fdiwn.api.options import SaveOptions
from fdiwn.codec import read_picture
from fdiwn.codec.metadata import exif, iptc, xmp
from fdiwn.codec.metadata.container import INCH, Resolution
from fdiwn.codec.metadata.iptc_xmp import with_captions
from fdiwn.codec.metadata.maker_note import moved
from fdiwn.pixels.picture import Metadata, Picture
from tests.engine.stored import EXIFTOOL, colours, piece, tags, written

ENDINGS = tuple(SUFFIXES.values())
NOTE = "FDIWN Upscaler 0.1.0, model a (sha256 0123456789ab), x4"
piece_of, tags_of = cache(piece), cache(tags)  # of photographs, which stay as they are
with_exiftool = pytest.mark.skipif(EXIFTOOL is None, reason="exiftool is not installed")

CHANGED = {
    "IFD0:Orientation",
    "ExifIFD:ExifImageWidth",
    "ExifIFD:ExifImageHeight",
    "IFD0:YCbCrPositioning",
}
"""Tags that may have another value, or none."""
OF_THE_FILE = (
    "SourceFile",
    "System:",
    "File:",
    "ExifTool:",
    "Composite:",
    "IFD1:",
    "MPF0:",
    "MPImage",
    "JFIF:",
)
"""Groups that are about the file, computed from others, or about embedded previews."""


@with_exiftool
@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize(
    "name", ["camera_orientation8_20mp.jpg", "prophoto_rgb.jpg", "adobe_rgb.jpg"]
)
def test_every_tag_is_kept_but_those_that_would_be_wrong(
    shared: Path, tmp_path: Path, name: str, suffix: str
) -> None:
    source = shared / "photos" / name
    picture = piece_of(source)
    picture = replace(picture, metadata=replace(picture.metadata, provenance=NOTE))
    path, notes = written(tmp_path, picture, suffix)
    before, after = tags_of(source), tags(path)
    theirs = {tag: value for tag, value in before.items() if not tag.startswith(OF_THE_FILE)}
    assert len(theirs) > 20
    # the preview lies behind the EXIF data, at the end of the source
    lost = {
        tag
        for tag, value in theirs.items()
        if after.get(tag) != value and tag not in CHANGED and not tag.endswith(":PreviewImage")
    }
    if suffix not in (".jpg", ".tif"):
        lost = {tag for tag in lost if not tag.startswith(("IPTC:", "Photoshop:IPTC"))}
    assert lost - {"Photoshop:IPTCDigest"} == set()
    if name == "adobe_rgb.jpg" and suffix not in (".jpg", ".tif"):
        assert "went into its XMP" in notes[0]
        assert after["XMP-dc:Creator"] == before["IPTC:By-line"]
    else:
        assert notes == ()
    assert after["IFD0:ProcessingSoftware"] == NOTE
    assert after["IFD0:Software"] == theirs.get("IFD0:Software", NOTE)
    assert after["ExifIFD:ExifImageWidth"] == 120
    assert after["ExifIFD:ExifImageHeight"] == 80
    assert after.get("IFD0:Orientation", 1) == 1
    assert not any(tag.startswith("IFD1:") or "Thumbnail" in tag for tag in after)


@with_exiftool
@pytest.mark.parametrize("suffix", ENDINGS)
def test_a_maker_note_still_points_at_its_own_data(
    shared: Path, tmp_path: Path, suffix: str
) -> None:
    source = shared / "photos" / "camera_orientation8_20mp.jpg"
    first, _ = written(tmp_path, piece_of(source), ".tif" if suffix != ".tif" else ".jpg")
    path, _ = written(tmp_path, read_picture_with(first, NOTE * 20), suffix)
    before, after = tags_of(source), tags(path)
    sony = {tag for tag in before if tag.startswith("Sony:") and not tag.endswith("PreviewImage")}
    assert len(sony) > 60
    assert {tag for tag in sony if before[tag] != after.get(tag)} == set()


def read_picture_with(path: Path, provenance: str) -> Picture:
    picture = read_picture(path)
    return replace(picture, metadata=replace(picture.metadata, provenance=provenance))


def turned(pixels: Any, orientation: int) -> Any:
    """As a camera stores an upright picture that it marks with this orientation."""
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return pixels.swapaxes(0, 1) if orientation >= 5 else pixels


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".avif"])
def test_orientations_are_applied_and_set_to_1(
    tmp_path: Path, suffix: str, orientation: int
) -> None:
    blocks = np.kron(colours(height=3, width=4) * 5, np.ones((16, 16, 1), np.uint8))
    lying = Image.fromarray(np.ascontiguousarray(turned(blocks, orientation)))
    tag = Image.Exif()
    tag[274], tag[272] = orientation, "a camera"
    packet = xmp_packet(f'tiff:Orientation="{orientation}" tiff:ImageWidth="9"')
    options: dict[str, Any] = {".webp": {"lossless": True}, ".png": {}, ".tif": {}}.get(
        suffix, {"quality": 95}
    )
    extra: dict[str, Any] = {} if suffix in (".png", ".tif") else {"xmp": packet}
    lying.save(tmp_path / f"lying{suffix}", exif=tag, **options, **extra)
    path, _ = written(tmp_path, read_picture(tmp_path / f"lying{suffix}"), suffix)
    with Image.open(path) as image:
        assert image.size == (64, 48)
        assert image.getexif().get(274, 1) == 1
        assert image.getexif()[272] == "a camera"
        difference = np.asarray(image.convert("RGB")).astype(int) - blocks
    assert np.abs(difference).mean() < 4
    kept = read_picture(path).metadata.blobs
    if extra:
        assert b'tiff:Orientation="1"' in kept["xmp-data"]
        assert b'tiff:ImageWidth="64"' in kept["xmp-data"]


def xmp_packet(attributes: str, inside: str = "") -> bytes:
    return f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:e="http://ns.adobe.com/exif/1.0/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:ps="http://ns.adobe.com/photoshop/1.0/"
 xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" {attributes}>{inside}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


PLACE = "Nowhere-on-Sea"


def iptc_block(captions: bytes) -> bytes:
    """Photoshop's block with IPTC's captions in it."""
    head = b"Photoshop 3.0\0" + b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(captions))
    return head + captions + b"\0" * (len(captions) % 2)


def records(*pairs: tuple[int, str]) -> bytes:
    return b"".join(
        b"\x1c\2" + bytes([number]) + len(text.encode()).to_bytes(2, "big") + text.encode()
        for number, text in pairs
    )


def located() -> Picture:
    """With a location in EXIF, XMP and IPTC."""
    tag = Image.Exif()
    tag[272] = "A camera"
    tag.get_ifd(0x8825).update({1: "N", 2: (12.0, 34.0, 56.78), 27: PLACE.encode()})
    packet = xmp_packet(
        f'e:GPSLatitude="{PLACE}" ps:City="{PLACE}" ps:Credit="somebody"',
        f"<e:GPSLongitude>{PLACE}</e:GPSLongitude><ext:LocationShown><rdf:Bag><rdf:li>"
        f"<rdf:Description ext:City='{PLACE}'/></rdf:li></rdf:Bag></ext:LocationShown>",
    )
    captions = records((5, "A title"), (90, PLACE), (101, PLACE), (120, "A caption"))
    blobs = {
        "exif-data": tag.tobytes(),
        "xmp-data": packet,
        "iptc-data": iptc_block(captions),
    }
    return Picture(colours(), Metadata(blobs, (300 / 25.4, 300 / 25.4), provenance=NOTE))


@pytest.mark.parametrize("suffix", ENDINGS)
def test_where_it_was_taken_is_gone_from_the_bytes(tmp_path: Path, suffix: str) -> None:
    path, _ = written(tmp_path, located(), suffix, SaveOptions(strip="gps"))
    content = path.read_bytes()
    assert PLACE.encode() not in content
    assert (5678).to_bytes(4, "little") not in read_picture(path).metadata.blobs["exif-data"]
    assert b"GPS" not in content
    kept = read_picture(path).metadata.blobs
    assert b"A camera" in kept["exif-data"]
    assert b"somebody" in kept["xmp-data"]
    with Image.open(path) as image:
        assert 0x8825 not in image.getexif()
    if suffix in (".jpg", ".tif"):
        assert iptc.bare(kept["iptc-data"]) == records((5, "A title"), (120, "A caption"))


@pytest.mark.parametrize("suffix", ENDINGS)
def test_without_stripping_it_is_kept(tmp_path: Path, suffix: str) -> None:
    path, notes = written(tmp_path, located(), suffix)
    kept = read_picture(path).metadata.blobs
    with Image.open(path) as image:
        assert image.getexif().get_ifd(0x8825)[2] == (12.0, 34.0, 56.78)
    assert kept["xmp-data"].count(PLACE.encode()) >= 3
    if suffix in (".jpg", ".tif"):
        assert notes == ()
        assert PLACE.encode() in kept["iptc-data"]
    else:
        assert len(notes) == 1
        assert "IPTC" in notes[0]
        for text in (b">A title<", b">A caption<"):
            assert text in kept["xmp-data"]


def test_captions_do_not_replace_what_xmp_says() -> None:
    packet = xmp_packet('ps:City="As it was"')
    said = records((90, "Another"), (120, "Käse & <Brot>"), (25, "one"), (25, "two"))
    both = with_captions(packet, said)
    assert b"Another" not in both
    assert "Käse &amp; &lt;Brot&gt;".encode() in both
    assert b"<rdf:li>one</rdf:li><rdf:li>two</rdf:li>" in both
    assert with_captions(packet, records((90, "Another"))) == packet
    latin = b"\x1c\2\x78\0\4K\xe4se"
    assert "Käse".encode() in with_captions(b"", latin)


@pytest.mark.parametrize("suffix", ENDINGS)
def test_strip_all_leaves_profile_and_density(shared: Path, tmp_path: Path, suffix: str) -> None:
    picture = piece(shared / "photos" / "prophoto_rgb.jpg")
    assert b"Canon" in picture.metadata.blobs["exif-data"]
    picture = replace(picture, metadata=replace(picture.metadata, density=(10.0, 10.0)))
    path, _ = written(tmp_path, picture, suffix, SaveOptions(strip="all"))
    back = read_picture(path).metadata
    assert back.blobs["icc-profile-data"] == picture.metadata.blobs["icc-profile-data"]
    assert back.density == pytest.approx((10.0, 10.0), rel=1e-3)
    assert set(back.blobs) <= {"icc-profile-data", "exif-data"}
    with Image.open(path) as image:
        # Pillow lists all of a TIFF's tags as EXIF
        left = set(image.getexif()) if suffix != ".tif" else set()
    assert left <= {282, 283, 296}
    assert b"Canon" not in path.read_bytes()


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("wanted", [True, False])
def test_provenance_also_where_there_was_no_exif(tmp_path: Path, suffix: str, wanted: bool) -> None:
    picture = Picture(colours(), Metadata(provenance=NOTE))
    path, _ = written(tmp_path, picture, suffix, SaveOptions(provenance=wanted))
    with Image.open(path) as image:
        found = image.getexif()
    assert found.get(11) == found.get(305) == (NOTE if wanted else None)
    assert (NOTE.encode() in path.read_bytes()) == wanted


def test_the_creator_tool_is_named_only_where_none_is() -> None:
    with_tool = xmp_packet('xmp:CreatorTool="Another program"')
    assert xmp.for_result(with_tool, 1, 1, provenance=NOTE) == with_tool
    named = xmp.for_result(xmp_packet(""), 1, 1, provenance='a "name" & <more>')
    assert b"a &quot;name&quot; &amp; &lt;more&gt;" in named or b'a "name" &amp;' in named


def test_thumbnails_in_xmp_are_dropped() -> None:
    packet = xmp_packet(
        "", "<xmp:Thumbnails><rdf:Alt><rdf:li>AAAA</rdf:li></rdf:Alt></xmp:Thumbnails>"
    )
    assert b"AAAA" not in xmp.for_result(packet, 1, 1)


@pytest.mark.parametrize(
    "packet",
    [
        b"no xml",
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    ],
)
def test_damaged_xmp_never_fails_the_picture(tmp_path: Path, packet: bytes) -> None:
    picture = Picture(colours(), Metadata({"xmp-data": packet}))
    path, notes = written(tmp_path, picture, ".png")
    assert "kept as they are" in notes[0]
    assert read_picture(path).metadata.blobs["xmp-data"] == packet
    path, notes = written(tmp_path, picture, ".tif", SaveOptions(strip="gps"))
    assert "left out" in notes[0]
    assert "xmp-data" not in read_picture(path).metadata.blobs


@pytest.mark.parametrize("blob", [b"", b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff" + bytes(9)])
@pytest.mark.parametrize("suffix", ENDINGS)
def test_damaged_exif_never_fails_the_picture(tmp_path: Path, suffix: str, blob: bytes) -> None:
    picture = Picture(colours(), Metadata({"exif-data": blob}, provenance=NOTE))
    path, notes = written(tmp_path, picture, suffix)
    assert len(notes) == (1 if len(blob) > 6 else 0)
    with Image.open(path) as image:
        assert image.getexif()[11] == NOTE


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("coding", ["utf-16", "utf-16-be"])
def test_xmp_in_utf_16_becomes_utf_8(tmp_path: Path, suffix: str, coding: str) -> None:
    packet = xmp_packet('xmp:Label="Grüße"').decode().encode(coding)
    picture = Picture(colours(), Metadata({"xmp-data": packet}))
    path, notes = written(tmp_path, picture, suffix)
    assert notes == ()
    assert "Grüße".encode() in read_picture(path).metadata.blobs["xmp-data"]


def test_xmp_that_is_no_text_is_left_out(tmp_path: Path) -> None:
    picture = Picture(colours(), Metadata({"xmp-data": b"<x:xmpmeta>\xff\xfe"}))
    path, notes = written(tmp_path, picture, ".png")
    assert "left out" in notes[0]
    assert "xmp-data" not in read_picture(path).metadata.blobs


def test_captions_that_are_no_records_are_not_kept_when_stripping(tmp_path: Path) -> None:
    odd = iptc_block(b"\x1c\2\x5a\0\xff" + PLACE.encode())
    picture = Picture(colours(), Metadata({"iptc-data": odd}))
    path, notes = written(tmp_path, picture, ".jpg", SaveOptions(strip="gps"))
    assert "location" in notes[0]
    assert PLACE.encode() not in path.read_bytes()


@pytest.mark.parametrize("suffix", ENDINGS)
def test_what_does_not_fit_is_said(tmp_path: Path, suffix: str) -> None:
    note = Image.Exif()
    note[272] = "A camera"
    note.get_ifd(0x8769).update({37500: b"\1" * 66_000, 0x8827: 400})
    packet = xmp_packet(f'xmp:Label="{"x" * 66_000}"')  # which cannot be parted
    blobs = {"exif-data": note.tobytes(), "xmp-data": packet}
    path, notes = written(tmp_path, Picture(colours(), Metadata(blobs)), suffix)
    assert any("maker note" in text for text in notes) == (suffix == ".jpg")
    assert any("XMP" in text for text in notes) == (suffix == ".jpg")
    with Image.open(path) as image:
        assert image.getexif()[272] == "A camera"
        below = image.getexif().get_ifd(0x8769)
        assert below[0x8827] == 400
        assert (below.get(37500) == b"\1" * 66_000) == (suffix != ".jpg")
    assert ("xmp-data" in read_picture(path).metadata.blobs) == (suffix != ".jpg")


@pytest.mark.parametrize("size", [60_000, 64_000, 64_800, 65_400])
def test_jpeg_takes_exif_up_to_our_limit(tmp_path: Path, size: int) -> None:
    note = Image.Exif()
    note.get_ifd(0x8769)[37500] = b"\1" * size
    picture = Picture(colours(), Metadata({"exif-data": note.tobytes()}))
    path, notes = written(tmp_path, picture, ".jpg")
    with Image.open(path) as image:
        assert image.getexif().get_ifd(0x8769)[37500] == b"\1" * size
    assert notes == ()


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("head", [b"", b"SONY DSC \0\0\0"])
def test_maker_notes_are_moved_with_their_offsets(order: str, head: bytes) -> None:
    start = len(head)
    data_at = start + 2 + 12 + 4

    def note(place: int) -> bytes:
        entry = struct.pack(order + "HHHII", 1, 7, 2, 9, place + data_at)
        return head + entry + bytes(4) + b"some data"

    assert moved(note(1000), 1000, 5000) == note(5000)
    assert moved(note(1000), 1000, 1000) == note(1000)
    # offsets that count from the note itself lead elsewhere when taken as ours
    assert moved(note(0), 1000, 5000) == note(0)
    assert moved(b"FUJIFILM\x0c\0\0\0" + note(1000), 1000, 5000)[:8] == b"FUJIFILM"


def test_exif_of_a_tiff_reaches_other_formats_and_back(tmp_path: Path) -> None:
    tag = Image.Exif()
    tag[272], tag[50341] = "A camera", b"PrintIM"
    tag.get_ifd(0x8769)[0x8827] = 400
    first = Picture(colours(), Metadata({"exif-data": tag.tobytes()}))
    path, _ = written(tmp_path, first, ".tif")
    path, _ = written(tmp_path, read_picture(path), ".avif")
    path, _ = written(tmp_path, read_picture(path), ".png")
    with Image.open(path) as image:
        image.load()  # which checks the sums
        found = image.getexif()
        assert (found[272], found[50341]) == ("A camera", b"PrintIM")
        assert found.get_ifd(0x8769)[0x8827] == 400
        assert not {256, 257, 258, 259, 273, 279} & set(found)


@pytest.mark.parametrize("length", range(60, 70))
@pytest.mark.parametrize("suffix", ENDINGS)
def test_exif_of_any_length_leaves_a_sound_file(tmp_path: Path, suffix: str, length: int) -> None:
    picture = Picture(colours(), Metadata(provenance="x" * length))
    path, notes = written(tmp_path, picture, suffix)
    assert notes == ()
    with Image.open(path) as image:
        image.verify()
    with Image.open(path) as image:
        image.load()
        assert image.getexif()[11] == "x" * length


def test_the_same_density_is_kept_as_it_was_said() -> None:
    tag = Image.Exif()
    tag[282], tag[283], tag[296] = 118.11, 118.11, 3  # a centimetre
    facts = exif.ResultFacts(1, 1, Resolution(299.9994, 299.9994, INCH))
    kept = Image.Exif()
    kept.load(b"Exif\0\0" + exif.for_result(tag.tobytes(), facts))
    assert float(kept[282]) == pytest.approx(118.11)
    assert kept[296] == 3
    facts = exif.ResultFacts(1, 1, Resolution(240, 240, INCH))
    changed = Image.Exif()
    changed.load(b"Exif\0\0" + exif.for_result(tag.tobytes(), facts))
    assert float(changed[282]) == pytest.approx(240)
    assert changed[296] == 2
