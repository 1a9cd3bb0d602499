"""Files as other programs write them, chunk by chunk, and what others read in ours."""

from __future__ import annotations

import hashlib
import io
import shutil
import struct
import subprocess
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvips
from PIL import Image

from tests.engine.stored import colours

XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
MORE_HEAD = b"http://ns.adobe.com/xmp/extension/\0"
XMP_UUID = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")


def packet(attributes: str = "", inside: str = "", rating: str = 'xmp:Rating="4"') -> bytes:
    """XMP with a rating, and what else is given."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta'
        ' xmlns:x="adobe:ns:meta/"><rdf:RDF'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        f"{rating} {attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    ).encode()


def exif_of(author: str = "Jane Doe") -> bytes:
    """EXIF data without a prefix."""
    tag = Image.Exif()
    tag[315] = author
    tag.get_ifd(0x8769)[0x8827] = 400
    return tag.tobytes().removeprefix(b"Exif\0\0")


def chunk(name: bytes, content: bytes) -> bytes:
    whole = struct.pack(">I", len(content)) + name + content
    return whole + struct.pack(">I", zlib.crc32(name + content))


def png(before: bytes = b"", behind: bytes = b"", pixels: Any = None) -> bytes:
    """A PNG with chunks before and behind its pixels."""
    file = io.BytesIO()
    Image.fromarray(colours() if pixels is None else pixels).save(file, "PNG")
    plain = file.getvalue()
    return plain[:33] + before + plain[33:-12] + behind + plain[-12:]


def png_chunks(path: Path) -> dict[bytes, list[bytes]]:
    data, at, found = path.read_bytes(), 8, dict[bytes, list[bytes]]()
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        found.setdefault(data[at + 4 : at + 8], []).append(data[at + 8 : at + 8 + length])
        at += length + 12
    return found


def raw_profile(kind: str, content: bytes) -> bytes:
    """As ImageMagick writes it."""
    digits = content.hex()
    lines = "\n".join(digits[at : at + 72] for at in range(0, len(digits), 72))
    text = f"\n{kind}\n{len(content):8}\n{lines}\n".encode()
    return chunk(b"zTXt", f"Raw profile type {kind}".encode() + b"\0\0" + zlib.compress(text))


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def jpeg(segments: bytes = b"", **options: Any) -> bytes:
    file = io.BytesIO()
    Image.fromarray(colours()).save(file, "JPEG", quality=95, **options)
    plain = file.getvalue()
    return plain[:2] + segments + plain[2:]


def extended(inside: str, *, first: bool = False) -> bytes:
    """Segments of XMP in two parts, of which the second holds ``inside``."""
    more = packet("", inside)
    mark = hashlib.md5(more, usedforsecurity=False).hexdigest().upper()
    note = f'xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmpNote:HasExtendedXMP="{mark}"'
    main = segment(0xE1, XMP_HEAD + packet(note))
    parts = b"".join(
        segment(
            0xE1,
            MORE_HEAD + mark.encode() + struct.pack(">II", len(more), at) + more[at : at + 60_000],
        )
        for at in range(0, len(more), 60_000)
    )
    return parts + main if first else main + parts


def resource(number: int, content: bytes, name: bytes = b"") -> bytes:
    """One of Photoshop's."""
    padded = bytes([len(name)]) + name + b"\0" * ((1 + len(name)) % 2)
    head = b"8BIM" + struct.pack(">H", number) + padded + struct.pack(">I", len(content))
    return head + content + b"\0" * (len(content) % 2)


def psd(resources: bytes) -> bytes:
    """A flat PSD of 64 x 48 pixels."""
    pixels = np.ascontiguousarray(colours().transpose(2, 0, 1)).tobytes()
    head = b"8BPS" + struct.pack(">H6xHIIHH", 1, 3, 48, 64, 8, 3)
    return (
        head
        + bytes(4)
        + struct.pack(">I", len(resources))
        + resources
        + bytes(4)
        + b"\0\0"
        + pixels
    )


def jpeg_2000(packet_: bytes) -> bytes:
    file = io.BytesIO()
    Image.fromarray(colours()).save(file, "JPEG2000")
    plain = file.getvalue()
    at = plain.index(b"jp2c") - 4
    box = struct.pack(">I", len(packet_) + 24) + b"uuid" + XMP_UUID + packet_
    return plain[:at] + box + plain[at:]


READERS = ("exiftool", "exiv2", "exempi", "libvips", "Pillow")


def read_by(reader: str, path: Path) -> dict[str, str]:
    """What a program finds of a rating in XMP, and of artist and ISO in EXIF.

    Skips where it is not installed, or does not know the format.
    """
    return globals()[f"_by_{reader.lower()}"](path)  # type: ignore[no-any-return]


def _run(*command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, check=False)
    return (done.stdout + done.stderr).decode(errors="replace")


_MINOR = "[minor] Improper EXIF header"
"""In WebP, which leaves open whether EXIF has its head; without it exempi reads nothing at all."""


def _by_exiftool(path: Path) -> dict[str, str]:
    found = _run(
        "exiftool", "-s", "-G1", "-a", "-warning",
        "-XMP:Rating", "-IFD0:Artist", "-ExifIFD:ISO", str(path),
    )  # fmt: skip
    said = dict(line.split(":", 1) for line in found.splitlines() if line.startswith("["))
    values = {name.split()[-1]: value.strip() for name, value in said.items()}
    assert values.get("Warning", _MINOR) == _MINOR
    return {"Rating": values["Rating"], "Artist": values["Artist"], "ISO": values["ISO"]}


def _by_exiv2(path: Path) -> dict[str, str]:
    found = _run("exiv2", "-PEXkt", str(path))
    if "unknown image type" in found or path.suffix == ".avif":
        pytest.skip("this exiv2 does not read the format")
    assert "Error" not in found
    assert "Warning" not in found
    said = dict(line.split(None, 1) for line in found.splitlines() if line)
    keys = {"Rating": "Xmp.xmp.Rating", "Artist": "Exif.Image.Artist"}
    return {name: said[key].strip() for name, key in keys.items()} | {
        "ISO": said["Exif.Photo.ISOSpeedRatings"].strip()
    }


def _by_exempi(path: Path) -> dict[str, str]:
    if path.suffix == ".avif":
        pytest.skip("exempi does not read the format")
    found = _run("exempi", "-x", str(path))
    return {"Rating": "4" if 'Rating="4"' in found or "Rating>4<" in found else found}


def _by_libvips(path: Path) -> dict[str, str]:
    image = pyvips.Image.new_from_file(str(path))
    rating = b'Rating="4"' in bytes(image.get("xmp-data"))
    found = {"Rating": "4" if rating else ""}
    if path.suffix != ".tif":  # where it does not look for EXIF
        found["Artist"] = image.get("exif-ifd0-Artist").split(" (")[0]
        found["ISO"] = image.get("exif-ifd2-ISOSpeedRatings").split(" (")[0]
    return found


def _by_pillow(path: Path) -> dict[str, str]:
    with Image.open(path) as image:
        image.load()
        content = image.info.get("xmp") or image.info["XML:com.adobe.xmp"].encode()
        tag = image.getexif()
        iso = str(tag.get_ifd(0x8769)[0x8827])
    return {
        "Rating": "4" if b'Rating="4"' in content else "",
        "Artist": tag[315],
        "ISO": iso,
    }
