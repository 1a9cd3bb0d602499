"""Small files that claim or unpack to very much, and files under a false name. Made by code."""

from __future__ import annotations

import struct
import zlib

from tests.mutation import samples, with_right_checksums

SIDE = 20_000
_UNPACKED = 300 << 20


def bombs() -> dict[str, bytes]:
    """By name. All are valid as far as their headers go, and each is below 1 MB."""
    valid = samples()
    zeros = zlib.compress(bytes(_UNPACKED), 9)
    text = {
        "iccp.png": b"iCCP" + b"bomb\0\0" + zeros,
        "ztxt.png": b"zTXt" + b"Comment\0\0" + zeros,
        "itxt.png": b"iTXt" + b"XML:com.adobe.xmp\0\1\0\0\0" + zeros,
    }
    made = {name: _with_chunk(valid["rgb.png"], chunk) for name, chunk in text.items()}
    made["pixels.png"] = _png(SIDE, SIDE, zeros)
    made["wide.png"] = _png(2**31 - 1, 1, zeros)
    made["interlaced.png"] = _png(SIDE, SIDE, zeros, interlaced=1)
    for name in ("baseline.jpg", "progressive.jpg"):
        frame = valid[name].index(b"\xff\xc2" if "progressive" in name else b"\xff\xc0")
        made[name] = _patched(valid[name], frame + 5, ">HH", 65_500, 65_500)
    made["screen.gif"] = _patched(valid["plain.gif"], 6, "<HH", 65_535, 65_535)
    made["frame.gif"] = _gif_frame(valid["plain.gif"])
    made["plain.bmp"] = _patched(valid["plain.bmp"], 18, "<ii", SIDE, SIDE)
    made["plain.tga"] = _patched(valid["plain.tga"], 12, "<HH", 65_535, 65_535)
    made["packed.tga"] = _patched(valid["packed.tga"], 12, "<HH", 65_535, 65_535)
    made["flat.psd"] = _patched(valid["flat.psd"], 14, ">II", SIDE, SIDE)
    made["plain.ppm"] = b"P6 20000 20000 255\n"
    made["text.ppm"] = b"P3 20000 20000 255\n1 2 3"
    sizes = valid["codestream.j2k"].index(b"\xff\x51") + 6
    made["codestream.j2k"] = _patched(valid["codestream.j2k"], sizes, ">II", SIDE, SIDE)
    tiles = struct.pack(">IIIIII", SIDE, SIDE, 0, 0, SIDE, SIDE)
    made["tile.j2k"] = _patched_bytes(valid["codestream.j2k"], sizes, tiles)
    made["lossless.webp"] = _lossless_webp(valid["lossless.webp"])
    made["size.avif"] = _patched(
        valid["eight.avif"], valid["eight.avif"].index(b"ispe") + 8, ">II", SIDE, SIDE
    )
    made["tiles.tif"] = _tiff(SIDE, SIDE, 1 << 20, 1 << 20)
    made["one_tile.tif"] = _tiff(64, 64, 1 << 18, 1 << 18)
    made["wide_tile.tif"] = _tiff(64, 64, 1 << 26, 16)
    made["strip.tif"] = _tiff(SIDE, SIDE)
    made["tall.tif"] = _tiff(1, 2**31 - 1)
    return made


def disguised() -> dict[str, bytes]:
    """Files that no loader may be given, under the names of pictures."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'
    return {
        "svg.png": svg,
        "svg.jpg": b'<?xml version="1.0"?>' + svg,
        "svg.bmp": svg,
        "pdf.png": b"%PDF-1.4\n1 0 obj<<>>endobj trailer<<>>",
        "ps.jpg": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n",
        "hdr.png": b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 1\n\2\2\2\2",
        "vips.png": b"\xb6\xa6\xf2\x08" + bytes(200),
        "csv.png": b"1,2,3\n4,5,6\n",
        "mat.tif": b"MATLAB 5.0 MAT-file" + bytes(200),
        "pfm.ppm": b"PF\n1 1\n-1.0\n" + bytes(12),
        "exr.tif": b"\x76\x2f\x31\x01\x02\0\0\0" + bytes(60),
        "ico.bmp": b"\0\0\1\0\1\0\1\1" + bytes(60),
        "zip.jpg": b"PK\3\4" + bytes(60),
    }


def _patched_bytes(content: bytes, at: int, new: bytes) -> bytes:
    return content[:at] + new + content[at + len(new) :]


def _patched(content: bytes, at: int, form: str, first: int, second: int) -> bytes:
    return _patched_bytes(content, at, struct.pack(form, first, second))


def _chunk(chunk: bytes) -> bytes:
    return struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))


def _with_chunk(png: bytes, chunk: bytes) -> bytes:
    return png[:33] + _chunk(chunk) + png[33:]


def _png(width: int, height: int, packed: bytes, interlaced: int = 0) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, interlaced)
    return bytes(
        with_right_checksums(
            b"\x89PNG\r\n\x1a\n" + _chunk(header) + _chunk(b"IDAT" + packed) + _chunk(b"IEND")
        )
    )


def _gif_frame(gif: bytes) -> bytes:
    at = gif.index(b",\0\0\0\0")
    return _patched(gif, at + 5, "<HH", 65_535, 65_535)


def _lossless_webp(webp: bytes) -> bytes:
    """14 bits of width and height behind the signature of VP8L."""
    at = webp.index(b"VP8L") + 9
    return _patched_bytes(webp, at, struct.pack("<I", 16_382 | 16_382 << 14 | 1 << 28))


def _tiff(width: int, height: int, tile_width: int = 0, tile_height: int = 0) -> bytes:
    """A TIFF of one deflated tile or strip."""
    packed = zlib.compress(bytes(1 << 20))
    tags = {256: width, 257: height, 258: 8, 259: 8, 262: 1, 277: 1}
    place = {324: 0, 325: len(packed)} if tile_width else {273: 0, 278: height, 279: len(packed)}
    tags |= ({322: tile_width, 323: tile_height} if tile_width else {}) | place
    data = 8 + 2 + 12 * len(tags) + 4
    tags[324 if tile_width else 273] = data
    records = b"".join(struct.pack("<HHII", tag, 4, 1, tags[tag]) for tag in sorted(tags))
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + records + bytes(4) + packed
