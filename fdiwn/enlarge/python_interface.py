"""The Python interface: enlarges a Pillow image, a NumPy array or a file.

`fdiwn.upscale` and `fdiwn.upscale_file` are these functions. They work like the command ``fdiwn
upscale`` and give the same pixels. docs/python.md has examples.
"""

from __future__ import annotations

import functools
import logging
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fdiwn.api.cropping import Crop
from fdiwn.api.errors import Cancelled, DamagedInput, InputError, OutputError, SizeError
from fdiwn.api.files import work_folder
from fdiwn.api.finishing import Finish, parse_sharpening
from fdiwn.api.options import AS_IT_IS, SCALES, SaveOptions, UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop, never
from fdiwn.api.results import UpscaleResult
from fdiwn.api.sizing import Factor, Frame, TargetSize
from fdiwn.enlarge import stages
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.pixels.picture import Picture, Pixels, StoredPicture

ImageOrArray = TypeVar("ImageOrArray", Image.Image, NDArray[np.uint8], NDArray[np.uint16])
Size = tuple[int | None, int | None]
"""Width and height in pixels that a result must fit in; one of them may be None."""
Box = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels, as in Pillow."""

log = logging.getLogger(__name__)

_PLAIN_MODES = ("L", "LA", "RGB", "RGBA")
_CONVERTED_MODES = {
    "1": "L", "La": "LA", "P": "RGB", "PA": "RGBA", "RGBa": "RGBA", "RGBX": "RGB", "YCbCr": "RGB",
    "HSV": "RGB",
}  # fmt: skip
_WITH_ALPHA = {"L": "LA", "RGB": "RGBA"}
_TURN_SECONDS = 0.1  # seconds between two checks whether to stop, while waiting for another call


def upscale(  # noqa: PLR0913  # each option is a parameter
    image: ImageOrArray,
    scale: float | Fraction = 4,
    *,
    size: Size | None = None,
    model: str | Path | None = None,
    device: str = "auto",
    backend: str = "auto",
    precision: str = "auto",
    quality: str = "normal",
    strength: int = 100,
    sharpen: str = "none",
    crop: Box | None = None,
    on_progress: Progress | None = None,
    should_stop: ShouldStop = never,
) -> ImageOrArray:
    """Enlarges an image in memory, and returns a new one of the same kind.

    image: a Pillow image, or an array (H, W) grey or (H, W, C) with C = 1 grey, 2 grey and alpha, 3
    RGB, 4 RGBA, uint8 or uint16. An array returns with the same dtype and number of axes. A Pillow
    image of mode 1 returns as L, one with a palette as RGB, with alpha if it has transparency; its
    ``info`` is kept, as by `Image.resize`, and it is not turned. scale: from 1.1 to 16. size:
    alternatively, (width, height) in pixels to fit in. model: a name or the path of a file, None
    for the best one installed. device, backend, precision, quality: see
    `fdiwn.api.options.UpscaleOptions`. strength: 0 to 100 per cent, from the bicubic enlargement to
    the network's. sharpen: "none", "screen", "print", or with an amount in per cent "print:150".
    crop: (left, top, right, bottom) in pixels, as for `Image.crop`: only this part is enlarged.
    on_progress: called with (done, total). should_stop: called between two tiles.

    Calls share the loaded networks, so they run one at a time. Raises InputError for an unusable
    image, SizeError, WeightsError, EngineError, OutputError if there is no room for temporary
    files, and Cancelled, all of them `fdiwn.api.errors.FdiwnError`; ValueError or TypeError for
    invalid arguments.
    """
    options = _options(scale, size, model, device, backend, precision, quality)
    options = _with(options, strength, sharpen, crop)
    picture = Picture(_pixels_of(image)).cropped(options.crop)
    with _engine().used(should_stop) as upscaler, _scratch_folder() as scratch:
        done = upscaler.enlarge(picture, options, scratch, on_progress, should_stop)
        pixels = _loaded(done.stored)
    for note in done.result.notes:
        log.info("%s", note)
    result: ImageOrArray = _same_kind(image, pixels)
    return result


def upscale_file(  # noqa: PLR0913  # each option is a parameter
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    scale: float | Fraction = 4,
    *,
    size: Size | None = None,
    model: str | Path | None = None,
    device: str = "auto",
    backend: str = "auto",
    precision: str = "auto",
    quality: str = "normal",
    strength: int = 100,
    sharpen: str = "none",
    crop: Box | None = None,
    save: SaveOptions = AS_IT_IS,
    overwrite: bool = False,
    on_progress: Progress | None = None,
    should_stop: ShouldStop = never,
) -> UpscaleResult:
    """Enlarges a picture file into another, with its metadata, as ``fdiwn upscale`` does.

    target: a file name; its ending decides the format. save: how it is written. overwrite: replaces
    an existing file once the result is complete. The rest as in `upscale`. Returns sizes, model,
    fidelity in dB, and notes. Raises the errors of `fdiwn.api.errors`; then no unfinished files are
    left.
    """
    options = _options(scale, size, model, device, backend, precision, quality)
    options = _with(options, strength, sharpen, crop)
    with _engine().used(should_stop) as upscaler:
        return stages.upscale_file(
            Path(source),
            Path(target),
            options,
            upscaler=upscaler,
            save=save,
            overwrite=overwrite,
            on_progress=on_progress,
            should_stop=should_stop,
        )


class _Engine:
    """The networks loaded by earlier calls, used by one call at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of_this_call: ShouldStop = never
        self._upscaler = Upscaler(should_stop=self._should_stop)

    def _should_stop(self) -> bool:
        return self._of_this_call()

    @contextmanager
    def used(self, should_stop: ShouldStop) -> Iterator[Upscaler]:
        """Waits until no other call uses them. Raises Cancelled if asked to stop."""
        while not self._lock.acquire(timeout=_TURN_SECONDS):
            if should_stop():
                raise Cancelled
        self._of_this_call = should_stop
        try:
            yield self._upscaler
        finally:
            self._of_this_call = never
            self._lock.release()


_engine = functools.cache(_Engine)


def _options(
    scale: float | Fraction,
    size: Size | None,
    model: str | Path | None,
    device: str,
    backend: str,
    precision: str,
    quality: str,
) -> UpscaleOptions:
    wanted: TargetSize = _factor(scale) if size is None else Frame(*size)
    plain = next((n for n in SCALES if wanted == Factor(Fraction(n))), None)
    return UpscaleOptions(
        scale=plain or max(SCALES),
        size=None if plain else wanted,
        model=None if model is None else str(model),
        device=device,
        backend=backend,
        precision=precision,
        quality=quality,
    )


def _with(options: UpscaleOptions, strength: int, sharpen: str, crop: Box | None) -> UpscaleOptions:
    """Raises ValueError."""
    finish = Finish(strength, *parse_sharpening(sharpen))
    if crop is None:
        return replace(options, finish=finish)
    left, top, right, bottom = crop
    return replace(options, finish=finish, crop=Crop(right - left, bottom - top, left, top))


def _factor(scale: float | Fraction) -> Factor:
    """2.3 means 23/10, not the nearest binary number."""
    try:
        return Factor(Fraction(str(scale)))
    except ValueError as exc:
        what = f"A picture is not enlarged {scale} times"
        raise SizeError(what, "enlarging goes from 1.1 to 16 times", "Choose another") from exc


def _pixels_of(image: object) -> Pixels:
    """(H, W, C), uint8 or uint16, contiguous. Raises InputError or TypeError."""
    if isinstance(image, Image.Image):
        pixels = _pixels_of_pillow(image)
    elif isinstance(image, np.ndarray):
        pixels = np.asarray(image)
    else:
        raise TypeError(f"image is a Pillow image or a NumPy array, not {type(image).__name__}")
    native = pixels.dtype.newbyteorder("=")
    if native not in (np.uint8, np.uint16):
        why = f"its numbers are {native}, and only uint8 and uint16 are enlarged"
        raise InputError("The array cannot be enlarged", why, "Bring it to 0..255 or 0..65535")
    shaped = pixels[..., None] if pixels.ndim == 2 else pixels
    if shaped.ndim != 3 or shaped.shape[2] not in (1, 2, 3, 4) or 0 in shaped.shape:
        why = f"its shape is {pixels.shape}"
        todo = "Give (H, W) or (H, W, C) with 1 to 4 channels"
        raise InputError("The array cannot be enlarged", why, todo)
    return np.ascontiguousarray(shaped, native)


def _pixels_of_pillow(image: Image.Image) -> NDArray[Any]:
    mode = _CONVERTED_MODES.get(image.mode, image.mode)
    if image.has_transparency_data:
        mode = _WITH_ALPHA.get(mode, mode)
    if mode not in _PLAIN_MODES and not mode.startswith("I;16"):
        raise InputError(
            "The image cannot be enlarged",
            f"its pixels are of the kind {mode}",
            "Convert it to L or RGB, or to an array of uint16; upscale_file knows colour profiles",
        )
    try:
        return np.asarray(image if mode == image.mode else image.convert(mode))
    except Exception as exc:  # on damaged files Pillow raises whatever its parsers do
        why = str(exc) or type(exc).__name__
        raise DamagedInput("The image cannot be decoded", why) from exc


@contextmanager
def _scratch_folder() -> Iterator[Path]:
    """A temporary folder for the result. Raises OutputError."""
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(work_folder(Path(tempfile.gettempdir())))
        except OSError as exc:
            what, why = "No temporary folder can be made", exc.strerror or str(exc)
            raise OutputError(what, why, "Set TMPDIR to a folder with room") from exc
        yield folder


def _loaded(stored: StoredPicture) -> NDArray[Any]:
    """Reads the result as (H, W, C)."""
    shape = (stored.height, stored.width, stored.bands)
    return np.fromfile(stored.path, stored.dtype).reshape(shape)


def _same_kind(image: ImageOrArray, pixels: NDArray[Any]) -> Any:
    """Converts the pixels (H, W, C) to the kind of the input."""
    if not isinstance(image, Image.Image):
        shaped = pixels[..., 0] if image.ndim == 2 else pixels
        return shaped.astype(image.dtype, copy=False)
    result = Image.fromarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels)
    result.info = dict(image.info)
    if pixels.shape[2] in (2, 4):
        result.info.pop("transparency", None)  # it is in the alpha channel now
    return result
