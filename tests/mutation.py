"""Small valid files of every format that is read, made by code, and ways to damage them.

Everything follows from the seed: a mutation that was found once can be made again from its number.
"""

from __future__ import annotations

import io
import random
import struct
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyvips
from PIL import Image, ImageCms

HEIGHT, WIDTH = 24, 32
_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>'
_EXTREMES = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000,
             0xFFFFFFFF)  # fmt: skip


@dataclass(frozen=True)
class Damaged:
    """One mutated file. kind: the key of the sample it came from; how: what was done to it."""

    name: str
    content: bytes
    kind: str
    how: tuple[str, ...]


def colours(bands: int = 3, height: int = HEIGHT, width: int = WIDTH) -> Any:
    """(height, width, bands) uint8 with some texture."""
    y, x = np.mgrid[:height, :width]
    planes = [y * 9, x * 7, (x * y) % 251, 255 - x * 3][:bands]
    return np.stack(planes, 2).astype(np.uint8)


def exif() -> bytes:
    """Orientation 6, a camera, an exposure and a place."""
    made = Image.Exif()
    made[271], made[272], made[274], made[282] = "Maker", "Model", 6, 300.0
    made.get_ifd(0x8769).update({33434: 0.004, 36867: "2024:01:02 03:04:05", 37500: b"note" * 40})
    made.get_ifd(0x8825).update({1: "N", 2: (48.0, 8.0, 5.5)})
    return made.tobytes()


def samples() -> dict[str, bytes]:
    """The valid files, by a name whose ending is the format's."""
    made = {**_by_pillow(), **_by_vips()}
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1, 3, HEIGHT, WIDTH, 8, 3)
    made["flat.psd"] = header + bytes(12) + b"\0\0" + colours().transpose(2, 0, 1).tobytes()
    deep = colours(1).astype(">u2") * 257
    made["deep.pgm"] = b"P5 %d %d 65535\n" % (WIDTH, HEIGHT) + deep.tobytes()
    made["text.ppm"] = b"P3 2 2 255\n" + b"1 2 3 " * 4
    return made


def _by_pillow() -> dict[str, bytes]:
    rgb, rgba = Image.fromarray(colours()), Image.fromarray(colours(4))
    grey, palette = Image.fromarray(colours(1)[..., 0]), rgb.quantize(16)
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    all_metadata = {"exif": exif(), "icc_profile": icc, "xmp": _XMP}
    table: dict[str, tuple[Image.Image, dict[str, Any]]] = {
        "baseline.jpg": (rgb, {}),
        "progressive.jpg": (rgb, {"progressive": True}),
        "cmyk.jpg": (rgb.convert("CMYK"), {}),
        "grey.jpg": (grey, {}),
        "metadata.jpg": (rgb, {**all_metadata, "dpi": (300, 300)}),
        "rgb.png": (rgb, {}),
        "palette.png": (palette, {"transparency": 3}),
        "grey_alpha.png": (rgba.convert("LA"), {}),
        "metadata.png": (rgba, {"exif": exif(), "icc_profile": icc}),
        "strip.tif": (rgb, {}),
        "lzw.tif": (rgb, {"compression": "tiff_lzw"}),
        "packbits.tif": (rgb, {"compression": "packbits"}),
        "jpeg.tif": (rgb, {"compression": "jpeg"}),
        "fax.tif": (rgb.convert("1"), {"compression": "group4"}),
        "cmyk.tif": (rgb.convert("CMYK"), {"compression": "tiff_deflate"}),
        "lab.tif": (Image.new("LAB", (WIDTH, HEIGHT), (200, 128, 128)), {}),
        "metadata.tif": (rgb, {"exif": exif(), "icc_profile": icc}),
        "big.tif": (rgb, {"big_tiff": True}),
        "lossy.webp": (rgb, {}),
        "lossless.webp": (rgba, {"lossless": True}),
        "metadata.webp": (rgb, all_metadata),
        "eight.avif": (rgb, {}),
        "metadata.avif": (rgba, all_metadata),
        "plain.bmp": (rgb, {}),
        "palette.bmp": (palette, {}),
        "box.jp2": (rgb, {}),
        "codestream.j2k": (rgb, {"no_jp2": True}),
        "plain.tga": (rgb, {}),
        "packed.tga": (rgba, {"compression": "tga_rle"}),
        "plain.ppm": (rgb, {}),
        "plain.gif": (palette, {}),
    }
    made = {}
    for name, (image, options) in table.items():
        file = io.BytesIO()
        formats = {"jpg": "JPEG", "tif": "TIFF", "j2k": "JPEG2000", "jp2": "JPEG2000"}
        suffix = name.rpartition(".")[2]
        image.save(file, format=formats.get(suffix, suffix.upper()), **options)
        made[name] = file.getvalue()
    return made


def _by_vips() -> dict[str, bytes]:
    rgb = pyvips.Image.new_from_array(colours())
    deep = (rgb.cast("ushort") * 257).cast("ushort").copy(interpretation="rgb16")
    cmyk = rgb.bandjoin(9).copy(interpretation="cmyk")
    with_profile = cmyk.copy()
    profile = pyvips.Image.profile_load("cmyk")
    with_profile.set_type(pyvips.GValue.blob_type, "icc-profile-data", bytes(profile))
    return {
        "profile.cmyk.jpg": with_profile.jpegsave_buffer(),
        "deep_cmyk.tif": (cmyk.cast("ushort") * 257).cast("ushort").tiffsave_buffer(),
        "deep_lab.tif": rgb.colourspace("labs").tiffsave_buffer(),
        "deep.png": deep.pngsave_buffer(),
        "interlaced.png": rgb.pngsave_buffer(interlace=True),
        "deep.tif": deep.tiffsave_buffer(compression="deflate", predictor="horizontal"),
        "tiles.tif": rgb.tiffsave_buffer(tile=True, tile_width=16, tile_height=16),
        "big_deflate.tif": rgb.tiffsave_buffer(compression="deflate", bigtiff=True),
        "ten.avif": deep.heifsave_buffer(compression="av1", bitdepth=10),
        "float.tif": rgb.cast("float").tiffsave_buffer(),
    }


def damaged(valid: dict[str, bytes], seed: int) -> Damaged:
    """The mutation of this number: one to four changes to one of the valid files."""
    chance = random.Random(seed)
    kind = sorted(valid)[seed % len(valid)]
    content = bytearray(valid[kind])
    done = []
    for _ in range(chance.choice((1, 1, 2, 4))):
        change = chance.choice(_CHANGES)
        other = valid[chance.choice(sorted(valid))] if change is _splice else b""
        if content:
            content = change(content, chance, other)
        done.append(change.__name__.lstrip("_"))
    if kind.endswith(".png") and chance.random() < 0.7:
        content = with_right_checksums(content)
        done.append("checksums")
    return Damaged(f"{seed}.{kind}", bytes(content), kind, tuple(done))


def _place(content: bytearray, chance: random.Random) -> int:
    """Half of all damage goes where headers are."""
    most = min(len(content), 300) if chance.random() < 0.5 else len(content)
    return chance.randrange(most)


def _flip_bits(content: bytearray, chance: random.Random, _: bytes) -> bytearray:
    for _n in range(chance.choice((1, 3, 10))):
        content[_place(content, chance)] ^= 1 << chance.randrange(8)
    return content


def _extreme_value(content: bytearray, chance: random.Random, _: bytes) -> bytearray:
    size = chance.choice((1, 2, 4, 8))
    value = chance.choice(_EXTREMES) & ((1 << 8 * size) - 1)
    at = _place(content, chance) & ~(chance.choice((1, size)) - 1)
    content[at : at + size] = value.to_bytes(size, chance.choice(("big", "little")))
    return content


def _truncate(content: bytearray, chance: random.Random, _: bytes) -> bytearray:
    return content[: _place(content, chance)]


def _cut_out(content: bytearray, chance: random.Random, _: bytes) -> bytearray:
    at = _place(content, chance)
    del content[at : at + chance.choice((1, 4, 16, 100))]
    return content


def _duplicate(content: bytearray, chance: random.Random, _: bytes) -> bytearray:
    at = _place(content, chance)
    block = content[at : at + chance.choice((1, 4, 12, 64, 500))]
    content[at:at] = block * chance.choice((1, 2, 50))
    return content


def _insert(content: bytearray, chance: random.Random, _: bytes) -> bytearray:
    at, size = _place(content, chance), chance.choice((1, 4, 16, 300))
    content[at:at] = chance.choice((bytes(size), b"\xff" * size, chance.randbytes(size)))
    return content


def _splice(content: bytearray, chance: random.Random, other: bytes) -> bytearray:
    return content[: _place(content, chance)] + other[chance.randrange(len(other)) :]


_CHANGES = (
    _flip_bits, _flip_bits, _extreme_value, _extreme_value, _extreme_value, _truncate, _cut_out,
    _duplicate, _insert, _splice,
)  # fmt: skip


def with_right_checksums(content: bytes | bytearray) -> bytearray:
    """A PNG whose chunks are believed: otherwise most damage is found by its checksum alone."""
    fixed, at = bytearray(content), 8
    while at + 12 <= len(fixed):
        end = at + 8 + int.from_bytes(fixed[at : at + 4], "big")
        if end + 4 > len(fixed):
            break
        fixed[end : end + 4] = zlib.crc32(fixed[at + 4 : end]).to_bytes(4, "big")
        at = end + 4
    return fixed
