"""Reads Photoshop files: the flattened picture of 8 or 16 bits, stored after the layers."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pyvips
from PIL import Image

from fdiwn.api.errors import InputError
from fdiwn.api.options import Limits
from fdiwn.codec.decode_errors import damaged
from fdiwn.codec.kind import cannot_read
from fdiwn.codec.open_image import Opened, refuse_too_large
from fdiwn.pixels.picture import Pixels

_BITMAP, _GREY, _INDEXED, _RGB, _CMYK, _DUOTONE, _LAB = 0, 1, 2, 3, 4, 8, 9
_COLOURS = {_BITMAP: 1, _GREY: 1, _INDEXED: 1, _RGB: 3, _CMYK: 4, _DUOTONE: 1, _LAB: 3}
_SPACES = {_RGB: "srgb", _CMYK: "cmyk", _INDEXED: "srgb"}
_DEEP_SPACES = {_RGB: "rgb16", _CMYK: "cmyk"}
_BYTES_PER_PIXEL = 24  # at the peak, for four channels of 16 bits
_RAW, _PACKED = 0, 1
_MOST_SECTION = 1 << 28
_FLATTENED = "Read the flattened picture, without its layers"
_SHORT = "it ends too early"
_OTHER = "It holds channels beside colour and transparency, left out"
_AS_TIFF = "Save it as a TIFF with 8 or 16 bits in RGB."


@dataclass(frozen=True)
class _Header:
    large: bool  # PSB
    channels: int
    height: int
    width: int
    bits: int
    mode: int


def load_psd(path: Path, limits: Limits) -> Opened:
    """The picture; for its profile and metadata see `fdiwn.codec.metadata.photoshop`.

    The channel after those of colour is transparency only if the file says so; otherwise it is a
    saved selection. If the limits accept damage, missing pixels are zero. Raises InputError.
    """
    try:
        with path.open("rb") as file:
            return _load(path, file, limits)
    except InputError:
        raise
    except (struct.error, ValueError, OSError, EOFError) as exc:
        raise damaged(path, str(exc) or _SHORT) from exc


def _load(path: Path, file: BinaryIO, limits: Limits) -> Opened:
    _, version, *numbers = struct.unpack(">4sH6xHIIHH", file.read(26))
    header = _Header(version == 2, *numbers)
    _refuse_unknown(path, header)
    refuse_too_large(path, header.width, header.height, _BYTES_PER_PIXEL, limits)
    palette = _section(file)
    _section(file)  # the resources
    clear = _layers_say_transparent(file, header)
    colours = _COLOURS[header.mode]
    with_alpha = clear and header.channels > colours and header.mode in (_GREY, _RGB, _CMYK)
    planes = _planes(file, header, colours + with_alpha, lenient=limits.damaged)
    image = _image(header, planes, palette)
    if with_alpha:
        image = _without_white(image, header)
    notes = [_FLATTENED]
    if header.channels > colours + with_alpha:
        notes.append(_OTHER)
    return Opened(image, notes=notes)


def _refuse_unknown(path: Path, header: _Header) -> None:
    if header.mode not in _COLOURS:
        why = "it holds channels of no colour space (multichannel), which is not supported"
        raise cannot_read(path, why, _AS_TIFF)
    if header.bits == 32:
        raise cannot_read(path, "its pixels are floating-point numbers (HDR)", _AS_TIFF)
    if header.bits not in ((1,) if header.mode == _BITMAP else (8, 16)):
        raise cannot_read(path, f"its samples have {header.bits} bits", _AS_TIFF)
    if header.channels < _COLOURS[header.mode] or not header.width * header.height:
        raise damaged(path, "its size and channels do not fit together", whole=True)


def _section(file: BinaryIO) -> bytes:
    (size,) = struct.unpack(">I", file.read(4))
    if size > _MOST_SECTION:
        raise ValueError("a section is too long")
    content = file.read(size)
    if len(content) < size:
        raise EOFError
    return content


def _layers_say_transparent(file: BinaryIO, header: _Header) -> bool:
    """Whether the first further channel is transparency: then the layer count is negative.

    Leaves the file at the picture's data.
    """
    form = ">Q" if header.large else ">I"
    width = struct.calcsize(form)
    (size,) = struct.unpack(form, file.read(width))
    start = file.tell()
    content = file.read(min(size, width + 2))
    file.seek(start + size)
    if len(content) < width + 2:
        return False
    (layers,) = struct.unpack_from(form, content)
    (count,) = struct.unpack_from(">h", content, width)
    return bool(layers > 0 and count < 0)


def _planes(file: BinaryIO, header: _Header, wanted: int, *, lenient: bool) -> Pixels:
    """(H, W, wanted) of the first channels, in their depth; 1 bit becomes 0 and 255.

    lenient: missing pixels are zero.
    """
    (packing,) = struct.unpack(">H", file.read(2))
    row = (header.width + 7) // 8 if header.bits == 1 else header.width * header.bits // 8
    if packing == _RAW:
        content = file.read(row * header.height * wanted)
        if lenient:
            content = content.ljust(row * header.height * wanted, b"\0")
    elif packing == _PACKED:
        count = header.height * header.channels
        lengths = np.frombuffer(file.read(count * (4 if header.large else 2)), _lengths(header))
        if len(lengths) < count:
            raise EOFError
        packed = file.read(int(lengths[: header.height * wanted].sum()))
        size = (row, header.height * wanted)
        if lenient:
            packed += bytes(2 * row * header.height * wanted)  # two zeros unpack to one zero
        content = Image.frombytes("L", size, packed, "packbits", "L").tobytes()
    else:
        raise ValueError("an unknown packing")
    if len(content) < row * header.height * wanted:
        raise EOFError
    if header.bits == 1:
        rows = np.frombuffer(content, np.uint8).reshape(header.height, row)
        black = np.unpackbits(rows, axis=1)[:, : header.width, None]
        return (1 - black) * np.uint8(255)
    levels = np.frombuffer(content, np.uint8 if header.bits == 8 else ">u2")
    planes = levels.reshape(wanted, header.height, header.width).transpose(1, 2, 0)
    return np.ascontiguousarray(planes, np.uint8 if header.bits == 8 else np.uint16)


def _lengths(header: _Header) -> str:
    return ">u4" if header.large else ">u2"


def _image(header: _Header, pixels: Pixels, palette: bytes) -> Any:
    if header.mode == _INDEXED:
        if len(palette) < 768:
            raise ValueError("no palette")
        table = np.frombuffer(palette[:768], np.uint8).reshape(3, 256).T
        pixels = table[pixels[..., 0]]
    if header.mode == _CMYK:
        pixels = pixels.copy()
        pixels[..., :4] = np.iinfo(pixels.dtype).max - pixels[..., :4]
    image = pyvips.Image.new_from_array(np.ascontiguousarray(pixels))
    if header.mode == _LAB:
        top = 255 if header.bits == 8 else 65535
        step, zero = (1, 128) if header.bits == 8 else (1 / 256, 128)
        lab = image.linear([100 / top, step, step], [0, -zero, -zero]).copy(interpretation="lab")
        return lab if header.bits == 8 else lab.colourspace("labs")
    deep = header.bits == 16
    space = (_DEEP_SPACES if deep else _SPACES).get(header.mode, "grey16" if deep else "b-w")
    return image.copy(interpretation=space)


def _without_white(image: Any, header: _Header) -> Any:
    """Removes the white that Photoshop blends below transparent parts."""
    top = 255 if header.bits == 8 else 65535
    alpha = image[image.bands - 1]
    colour = image.extract_band(0, n=image.bands - 1)
    white = 0 if header.mode == _CMYK else top
    own = (colour - white) * top / (alpha == 0).ifthenelse(1, alpha) + white
    own = (alpha == 0).ifthenelse(0, own).rint().cast(image.format)
    return own.bandjoin(alpha).copy(interpretation=image.interpretation)
