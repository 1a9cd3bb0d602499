"""Reads TIFF: the main picture of a file, with samples of every supported kind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from fdiwn.api.errors import DamagedInput
from fdiwn.api.options import Limits
from fdiwn.codec.decode_errors import damaged, tiff_refusal
from fdiwn.codec.kind import cannot_read
from fdiwn.codec.metadata.container import MetadataError
from fdiwn.codec.metadata.tiff_directories import (
    ASSOCIATED,
    UNSPECIFIED,
    TiffImage,
    main_image,
    read_images,
)
from fdiwn.codec.open_image import Opened, open_with_vips, refuse_too_large
from fdiwn.codec.pillow import load_tiff_with_pillow

_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _PALETTE, _SEPARATED, _YCC, _LAB, _ICC_LAB = (
    0, 1, 2, 3, 5, 6, 8, 9,
)  # fmt: skip
_COLOURS = {
    _WHITE_IS_ZERO: 1, _BLACK_IS_ZERO: 1, _RGB: 3, _PALETTE: 1, _SEPARATED: 4, _YCC: 3, _LAB: 3,
    _ICC_LAB: 3,
}  # fmt: skip
"""Number of colour samples, by photometric interpretation."""
_UNKNOWN = {
    4: "a transparency mask alone",
    10: "ITULab colours",
    32803: "a sensor's unprocessed data",
    32844: "LogL (HDR)",
    32845: "LogLuv (HDR)",
    34892: "a sensor's unprocessed data",
}
_PLAIN, _JPEG = 1, 7
_GREYS = (_WHITE_IS_ZERO, _BLACK_IS_ZERO)
_FULL_LIGHTNESS = 0xFF00  # in 16 bits of ICC's Lab
_AS_RGB = "Save it as a TIFF or PNG with 8 or 16 bits in RGB."


def load_tiff(path: Path, limits: Limits) -> Opened:
    """The main picture of a TIFF file.

    Raises InputError for unsupported kinds, by name, and pyvips.Error for damaged files.
    """
    try:
        images = read_images(path)
        main, pages = main_image(images)
    except (MetadataError, ValueError, OSError) as exc:
        raise tiff_refusal(path) or damaged(path, str(exc), whole=True) from exc
    _refuse_unknown(path, main)
    width, height = (max(pair) for pair in zip(main.size, main.tile, strict=True))
    refuse_too_large(path, width, height, 1, limits)
    notes = [f"The file holds {pages} pages; only the first was read"] if pages > 1 else []
    orientation = main.orientation or images[0].orientation or None
    if _needs_pillow(main):
        try:
            opened = load_tiff_with_pillow(path, limits, main)
        except DamagedInput as exc:
            if (refused := tiff_refusal(path)) is not None:
                raise refused from exc
            raise
        undone = main.orientation or None
        return replace(
            opened,
            orientation=1 if undone else orientation,
            undone=undone,
            notes=[*notes, *opened.notes],
        )
    where = {"page": main.page} | ({} if main.sub is None else {"subifd": main.sub})
    image = open_with_vips(path, "tiffload", limits, where)
    image, others = _others_last(path, image, main)
    if main.photometric == _ICC_LAB:
        image = _from_icc_lab(image)
    return Opened(image, orientation, notes=notes, others=others)


def _needs_pillow(image: TiffImage) -> bool:
    """Whether libvips cannot read it or, for uncommon YCbCr, not convert it."""
    if image.photometric == _YCC:
        return image.compression != _JPEG
    return image.bits == {12} or (image.photometric == _LAB and image.bits == {8})


def _refuse_unknown(path: Path, image: TiffImage) -> None:
    """Raise InputError for a kind of picture that neither library reads correctly."""
    colours = _COLOURS.get(image.photometric)
    if colours is None:
        kind = _UNKNOWN.get(image.photometric, f"photometric interpretation {image.photometric}")
        raise cannot_read(path, f"it holds {kind}, which is not supported", _AS_RGB)
    if image.photometric == _SEPARATED and image.inks != 1:
        why = "it holds other inks than CMYK, which is not supported"
        raise cannot_read(path, why, _AS_RGB)
    if image.samples < colours:
        raise cannot_read(path, f"it holds {image.samples} of {colours} channels", _AS_RGB)
    others = image.samples - colours
    if others and image.photometric in (_PALETTE, _YCC, _LAB, _ICC_LAB):
        why = "it has more channels than its colours, and only for grey, RGB and CMYK these are"
        raise cannot_read(path, f"{why} supported", _AS_RGB)
    _refuse_depth(path, image)
    if image.in_planes and (image.samples == 2 or any(image.tile)):
        kind = "tiles" if any(image.tile) else "grey"  # libvips reads them wrong
        why = f"its channels stand in separate planes, which is not supported for {kind}"
        raise cannot_read(path, why, _AS_RGB)
    if image.photometric == _YCC and image.compression == _PLAIN and not image.plain_ycc:
        why = "it holds YCbCr of a kind that is not supported: not JPEG's, and not packed"
        raise cannot_read(path, why, _AS_RGB)


def _refuse_depth(path: Path, image: TiffImage) -> None:
    whole = {8, 16, 32, 64}
    if image.samples == 1 and image.photometric in (*_GREYS, _PALETTE):
        whole |= {1, 2, 4}
    if image.samples == 1 and image.photometric == _BLACK_IS_ZERO:
        whole |= {12}
    if image.photometric == _YCC:
        whole = {8}
    if len(image.bits) > 1 or not image.bits <= whole:
        bits = ", ".join(map(str, sorted(image.bits)))
        kind = "grey" if image.photometric in _GREYS else "colour"
        why = f"its samples have {bits} bits, which is not supported for {kind}"
        raise cannot_read(path, why, _AS_RGB)
    if image.photometric == _SEPARATED and 16 in image.bits and ASSOCIATED in image.extra:
        why = "premultiplied transparency of CMYK with 16 bits is not supported"
        raise cannot_read(path, why, _AS_RGB)


def _others_last(path: Path, image: Any, main: TiffImage) -> tuple[Any, int]:
    """Reorders the bands: colour, alpha if an extra sample is marked as that, then the others;
    returns the number of others.

    libvips treats the last one as alpha in any case, and has undone associated alpha.
    """
    colours = 3 if main.photometric == _PALETTE else _COLOURS[main.photometric]
    extra = max(0, main.samples - _COLOURS[main.photometric])
    if main.photometric == _PALETTE:
        return image, 0
    if image.bands != colours + extra:
        raise cannot_read(path, f"it has {image.bands} channels of an unknown kind", _AS_RGB)
    kinds = (main.extra + (UNSPECIFIED,) * extra)[:extra]
    alpha = next((i for i, kind in enumerate(kinds) if kind != UNSPECIFIED), None)
    if alpha is None or not extra:
        return image, extra
    places = [alpha, *(i for i in range(extra) if i != alpha)]
    bands = [image.extract_band(0, n=colours), *(image[colours + i] for i in places)]
    return bands[0].bandjoin(bands[1:]).copy(interpretation=image.interpretation), extra - 1


def _from_icc_lab(image: Any) -> Any:
    """Converts to libvips' Lab: floating-point for 8 bits, whole numbers for 16."""
    if image.format == "ushort":
        lab = image.linear([100 / _FULL_LIGHTNESS, 1 / 256, 1 / 256], [0, -128, -128])
        return lab.copy(interpretation="lab").colourspace("labs")
    lab = image.linear([100 / 255, 1, 1], [0, -128, -128])
    return lab.copy(interpretation="lab")
