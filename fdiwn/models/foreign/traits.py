"""Finds out the traits of a third-party network by running it.

The tensor contract is that of `fdiwn.network.network`; white may be 1 instead of 255.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from fdiwn.api.errors import EngineError, OutOfMemory, WeightsError
from fdiwn.api.options import SCALES
from fdiwn.api.resources import resource
from fdiwn.api.tiles import MOST_MARGIN
from fdiwn.backends.contract import MOST_SHIFT
from fdiwn.pixels.average import REACH
from fdiwn.pixels.filters import block_means
from fdiwn.pixels.planes import Batch

Run = Callable[[Batch], Batch]
"""Maps (1, 3, H, W) to (1, 3, sH, sW), in any range."""

_NEAR = 0.25
"""Levels of 255 within which a tile must match the whole picture."""
_STEP = 4  # margins are multiples
_SIZES = ((24, 40), (29, 37))  # height and width; the second sizes are divisible by nothing
_WIDE, _HIGH, _CUT = 192, 64, 47
"""The picture for measuring the margin, and where it is cut: not between the windows of attention,
whose sides are 8, 16 or 24, as tiles are not either."""
_TODO = (
    "Give a network from float32 (1, 3, H, W), RGB in 0..255 or 0..1, for any H and W, "
    "to (1, 3, sH, sW)."
)


@dataclass(frozen=True)
class Opened:
    """A network that can be run. tiles: False if its makers advise against tiles."""

    run: Run
    tiles: bool = True


@dataclass(frozen=True)
class Traits:
    """scale: 2, 3 or 4. white: 255 or 1, in input and output. margin: input pixels that a tile
    needs around its own area. local: whether that margin suffices."""

    scale: int
    white: int
    margin: int
    local: bool

    def as_text(self) -> dict[str, str]:
        """For a file's header."""
        return {name: str(int(value)) for name, value in asdict(self).items()}

    @classmethod
    def from_text(cls, texts: Mapping[str, str]) -> Traits:
        """Raises ValueError for anything that `as_text` has not made."""
        scale, white, margin, local = (
            int(texts.get(name, "")) for name in ("scale", "white", "margin", "local")
        )
        if scale not in SCALES or white not in (1, 255) or not 0 <= margin <= MOST_MARGIN:
            raise ValueError(f"no traits of a network: {scale}, {white}, {margin}")
        return cls(scale, white, margin, bool(local))


def find_traits(run: Run, name: Path, white: int | None = None, tiles: bool = True) -> Traits:
    """Runs a network several times on small pictures. white: None if it is not known. tiles: see
    `Opened`. Raises WeightsError if it cannot enlarge."""
    scale = _scale(run, name)
    picture = _picture()
    if white is None:
        white = _white(run, picture, name)
    if not tiles:
        return Traits(scale, white, MOST_MARGIN, local=False)
    factor = white
    margin, local = _margin(lambda batch: _levels(run, batch, factor), picture, scale)
    return Traits(scale, white, margin, local)


def refused(name: Path, why: str, todo: str = _TODO) -> WeightsError:
    """The error for a file whose network is unusable here."""
    return WeightsError(f"{name} is not a network that enlarges pictures", why, todo)


def _scale(run: Run, name: Path) -> int:
    found = []
    for height, width in _SIZES:
        batch = np.full((1, 3, height, width), 0.5, np.float32)
        try:
            shape = run(batch).shape
        except OutOfMemory:
            raise
        except EngineError as exc:
            why = f"it failed on a picture of {width} x {height} pixels: {exc.why}"
            raise refused(name, why) from exc
        if len(shape) != 4 or shape[:2] != (1, 3):
            raise refused(name, f"it makes {_text(shape)} of (1, 3, {height}, {width})")
        if shape[2] * width != shape[3] * height or shape[2] % height:
            into = f"{shape[3]} x {shape[2]} pixels of {width} x {height}"
            raise refused(name, f"it makes {into}, which is no whole scale")
        found.append(int(shape[2]) // height)
    if found[0] != found[1]:
        raise refused(name, f"it enlarges by {found[0]} or {found[1]}, depending on the size")
    if found[0] not in SCALES:
        raise refused(name, f"it enlarges by {found[0]}, and 2, 3 or 4 is wanted")
    return found[0]


def _text(shape: tuple[int, ...]) -> str:
    return f"({', '.join(map(str, shape))})"


def _picture() -> Batch:
    """A detailed part of the sample picture, (1, 3, _HIGH, _WIDE), 0..255."""
    with Image.open(resource("sample/sample.png")) as image:
        sample = np.asarray(image.convert("RGB"))
    top, left = (max(0, (n - m) // 2) for n, m in zip(sample.shape, (_HIGH, _WIDE), strict=False))
    piece = sample[top : top + _HIGH, left : left + _WIDE].transpose(2, 0, 1)
    return np.ascontiguousarray(piece[None], np.float32)


def _levels(run: Run, batch: Batch, white: int) -> Batch:
    """The enlargement of 0..255 in 0..255."""
    factor = np.float32(255 / white)
    return run(batch / factor) * factor


def _white(run: Run, picture: Batch, name: Path) -> int:
    """255 or 1: the one whose enlargement, reduced again, is closer to the picture.

    If both are equally good, as for a linear network, 255.
    """
    piece = np.ascontiguousarray(picture[..., :_HIGH])
    errors = {}
    for white in (255, 1):
        output = _levels(run, piece, white)
        levels = np.clip(np.nan_to_num(output[0]), 0, 255).transpose(1, 2, 0)
        small = block_means(levels, levels.shape[0] // _HIGH)
        errors[white] = float(np.abs(small - piece[0].transpose(1, 2, 0)).mean())
    best = 255 if errors[255] <= 1.02 * errors[1] else 1
    if errors[best] > MOST_SHIFT:
        raise refused(name, f"what comes out is off by {errors[best]:.0f} of 255 from what goes in")
    return best


def _margin(run: Run, picture: Batch, scale: int) -> tuple[int, bool]:
    """How far a cut edge has an effect: compares the enlargement of a part with that of the whole.

    Adds the reach of keeping local averages, which follows the network.
    """
    whole = run(picture).copy()[..., scale * _CUT :]
    part = run(np.ascontiguousarray(picture[..., _CUT:]))
    difference = np.abs(whole - part).max((0, 1, 2)).reshape(-1, scale).max(1)  # by column
    felt = np.flatnonzero(difference > _NEAR)
    reach = (int(felt[-1]) + 1 if len(felt) else 0) + REACH + 1
    if reach > MOST_MARGIN:
        return MOST_MARGIN, False
    return -(-reach // _STEP) * _STEP, True
