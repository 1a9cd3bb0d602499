"""Converts pixels for a format and encodes them: depth, transparency, colour space, quality."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyvips
from pyvips.enums import ForeignKeep

from fdiwn.api.formats import DEEP
from fdiwn.api.options import AS_IT_IS, SaveOptions
from fdiwn.codec import colour
from fdiwn.codec.metadata.result import WrittenMetadata
from fdiwn.codec.vips import EXIF, ICC, XMP, set_blob, vips_name
from fdiwn.pixels.dither import dithered
from fdiwn.pixels.picture import Metadata, Pixels, StoredPicture

PROGRESSIVE_PIXELS = 40_000_000
"""Of the largest JPEG that is progressive by default: libjpeg holds all of it, measured 15 bytes a
pixel, 1.2 GB for 81 megapixels against 0.25 for a baseline JPEG."""
_CLASSIC_TIFF_LIMIT = 3_500_000_000  # bytes of pixels; beyond it offsets may need more than 32 bits
_AVIF_BITS = 10  # for a 16-bit picture; many viewers cannot show 12 bits
_PNG_EFFORT = 4
"""Of 9. On enlarged photographs, with one filter for all rows, 2.1 to 2.7 times as fast as level 6
with adaptive filters, and 2 to 7 % larger: 1.0 against 2.6 seconds for 32 megapixels."""
_KEPT = {"TIFF": ForeignKeep.ICC | ForeignKeep.XMP, "AVIF": ForeignKeep.ICC | ForeignKeep.XMP}
"""Metadata that libvips itself writes; for other formats only the profile."""
_ANY_EXIF = b"Exif\0\0II*\0\x08\0\0\0" + bytes(6)
"""Makes libvips create an item for EXIF data, which is later pointed at ours."""
_NO_SUBSAMPLING = 90  # quality from which colours have full resolution
_QUALITY = {"JPEG": 95, "WebP": 95, "AVIF": 90}
_SAVERS = {
    "PNG": "pngsave",
    "JPEG": "jpegsave",
    "TIFF": "tiffsave",
    "WebP": "webpsave",
    "AVIF": "heifsave",
}


def encode(image: Any, stored: StoredPicture, name: str, save: SaveOptions, target: Path) -> None:
    """Write an image of `image_for` to a file. Raises pyvips.Error and OSError."""
    getattr(image, _SAVERS[name])(vips_name(target), **_options(image, stored, name, save))


def image_for(stored: StoredPicture, rows: Any, name: str, save: SaveOptions) -> Any:
    """The raw file ``rows`` as a lazy image in a depth that the format ``name`` supports.

    Applies background and conversion of ``save``; in TIFF, channels beside colour and alpha come
    last. Raises pyvips.Error if the profile cannot be used for converting.
    """
    image = _seen(stored, rows, name, save)
    if name != "TIFF" or not stored.metadata.channels:
        return image
    others = [_enlarged(channel, image) for channel in stored.metadata.channels]
    return image.bandjoin(others).copy(interpretation=image.interpretation)


def _enlarged(channel: Pixels, image: Any) -> Any:
    """A channel, resized to the size and depth of ``image``."""
    height, width = channel.shape[:2]
    own = pyvips.Image.new_from_array(channel[..., 0])
    if image.format == "ushort" and own.format == "uchar":
        own = (own * 257).cast("ushort")
    elif image.format == "uchar" and own.format == "ushort":
        own = (own / 257).rint().cast("uchar")
    own = own.resize(image.width / width, vscale=image.height / height, kernel="cubic")
    return own.copy(interpretation="multiband")


def _seen(stored: StoredPicture, rows: Any, name: str, save: SaveOptions) -> Any:
    """Colour and alpha, converted for the format."""
    deep = stored.dtype == "uint16"
    form = "ushort" if deep else "uchar"
    image = pyvips.Image.new_from_memory(rows, stored.width, stored.height, stored.bands, form)
    image = image.copy(interpretation=_space(stored.bands, deep))
    if stored.bands in (2, 4) and save.background is not None:
        factor, top = (257, 65535) if deep else (1, 255)
        under = [part * factor for part in save.background][: stored.bands - 1]
        image = image.flatten(background=under, max_alpha=top)
    if save.convert is not None and stored.bands >= 3:
        if profile := stored.metadata.blobs.get(ICC):
            set_blob(image := image.copy(), ICC, profile)
        image = colour.converted(image, save.convert)
    if not deep:
        return _in_16_bits(image) if save.depth == "16" else image
    if name not in DEEP or save.depth == "8":
        return dithered(image)
    return _in_10_bits(image) if name == "AVIF" else image


def with_metadata(image: Any, written: WrittenMetadata, name: str) -> Any:
    """The image with the metadata that libvips writes itself; the rest is added to the finished
    file, see `fdiwn.codec.insert_metadata`."""
    image = image.copy(xres=1.0, yres=1.0)
    blobs = {ICC: written.profile}
    if name in ("TIFF", "AVIF"):
        blobs[XMP] = written.beside.xmp
    if name == "AVIF" and written.beside.exif:
        blobs[EXIF] = _ANY_EXIF
    image.remove(ICC)
    for field, content in blobs.items():
        if content:
            set_blob(image, field, content)
    return image


def refuses_profile(stored: StoredPicture, profile: bytes, name: str) -> bool:
    """Whether a format rejects this profile, tested with a tiny picture."""
    tiny = replace(stored, width=8, height=8, metadata=Metadata())
    image = image_for(tiny, bytes(64 * tiny.pixel_bytes), name, AS_IT_IS)
    set_blob(image := image.copy(), ICC, profile)
    try:
        getattr(image, f"{_SAVERS[name]}_buffer")(**_options(image, tiny, name, AS_IT_IS))
    except pyvips.Error:
        return True
    return False


def _in_16_bits(image: Any) -> Any:
    """Converts 8 bits to 16, without adding precision."""
    return (image * 257).cast("ushort").copy(interpretation=_space(image.bands, deep=True))


def _in_10_bits(image: Any) -> Any:
    """10 bits, in the upper bits of 16 as libvips expects; it truncates, so round first.

    Grey becomes RGB, as the encoder requires.
    """
    top = (1 << _AVIF_BITS) - 1
    image = (image * (top / 65535)).rint() * (1 << (16 - _AVIF_BITS))
    return image.cast("ushort").copy(interpretation="rgb16")


def _space(bands: int, deep: bool) -> str:
    grey = bands <= 2
    if deep:
        return "grey16" if grey else "rgb16"
    return "b-w" if grey else "srgb"


def _options(image: Any, stored: StoredPicture, name: str, save: SaveOptions) -> dict[str, Any]:
    only = {"keep": _KEPT.get(name, ForeignKeep.ICC)}
    if name == "PNG":
        return {**only, "compression": _PNG_EFFORT, "filter": "paeth"}
    if name == "TIFF":
        # channels are added in the depth of alpha and colours
        bands = stored.bands + len(stored.metadata.channels)
        size = stored.width * stored.height * stored.pixel_bytes * bands // stored.bands
        packed = {"compression": "deflate", "predictor": "horizontal", "resunit": "inch"}
        return {**only, **packed, "bigtiff": size > _CLASSIC_TIFF_LIMIT}
    quality = save.quality or _QUALITY[name]
    lossless = save.lossless or (
        name == "WebP" and stored.metadata.lossless and save.quality is None
    )
    colours = "off" if quality >= _NO_SUBSAMPLING or lossless else "on"
    if name == "JPEG":
        few = stored.width * stored.height <= PROGRESSIVE_PIXELS
        progressive = few if save.progressive is None else save.progressive
        # optimize_coding would hold the whole picture as well
        return {**only, "Q": quality, "subsample_mode": colours, "interlace": progressive}
    if name == "WebP":
        sharp = {"smart_subsample": True, "exact": True}
        return {**only, "Q": quality, "lossless": lossless, **sharp}
    if image.get_typeof(EXIF):
        only = {"keep": ForeignKeep.ALL}
    bits = _AVIF_BITS if image.format == "ushort" else 8
    return {
        **only,
        "compression": "av1",
        "Q": quality,
        "subsample_mode": colours,
        "effort": 3,
        "lossless": save.lossless,
        "bitdepth": bits,
    }
