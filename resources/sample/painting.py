"""The brushes of the sample picture: a canvas of linear light, shapes, noise.

Lengths are in pixels of the finished picture; the canvas holds DETAIL x DETAIL points for each
of them, and `develop` averages those, which is the antialiasing. Canvas: float64 (H, W, 3),
linear light, 0..1. Colours are given as sRGB triples 0..255. Everything is deterministic:
random numbers come from `numpy.random.RandomState`, whose stream is frozen for good.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, DETAIL = 480, 320, 4

Array = NDArray[np.float64]
Colour = tuple[float, float, float]
Random = np.random.RandomState


def linear(colour: Colour) -> Array:
    """An sRGB colour 0..255 as linear light 0..1, (3,)."""
    c = np.asarray(colour, dtype=np.float64) / 255
    light: Array = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return light


def develop(canvas: Array) -> NDArray[np.uint8]:
    """The finished picture, (HEIGHT, WIDTH, 3) uint8 sRGB: the mean of each pixel's points."""
    light = canvas.reshape(HEIGHT, DETAIL, WIDTH, DETAIL, 3).mean(axis=(1, 3)).clip(0, 1)
    srgb = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray(np.round(srgb * 255), dtype=np.uint8)


def smooth(low: float, high: float, x: Array) -> Array:
    """0 below ``low``, 1 above ``high``, a smooth step between."""
    t = ((x - low) / (high - low)).clip(0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def mix(a: Array, b: Array, share: Array) -> Array:
    """From colour ``a`` to ``b`` by ``share`` (H, W); the colours are (3,) or (H, W, 3)."""
    mixed: Array = a + (b - a) * share[..., None]
    return mixed


@cache
def _lattice(seed: int) -> Array:
    values: Array = Random(seed).uniform(size=64 * 64)
    return values


def noise(x: Array, y: Array, seed: int) -> Array:
    """Smooth random values 0..1 with features about one unit of x and y wide."""
    lattice = _lattice(seed)
    column, row = np.floor(x), np.floor(y)
    u, v = x - column, y - row
    u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
    left, right = (column.astype(np.int32) + dx & 63 for dx in (0, 1))
    above, below = ((row.astype(np.int32) + dy & 63) * 64 for dy in (0, 1))
    top = lattice.take(above + left) * (1 - u) + lattice.take(above + right) * u
    bottom = lattice.take(below + left) * (1 - u) + lattice.take(below + right) * u
    noisy: Array = top * (1 - v) + bottom * v
    return noisy


def octaves(x: Array, y: Array, seed: int, count: int = 5) -> Array:
    """Noise of ``count`` octaves, each half as wide and half as strong, around 0.5."""
    total = sum(noise(x * 2**k, y * 2**k, seed + k) * 0.5 ** (k + 1) for k in range(count))
    return np.asarray(total / (1 - 0.5**count))


@dataclass(frozen=True)
class Patch:
    """A rectangle of the canvas, and where its points lie in the finished picture."""

    points: Array  # (h, w, 3), a view into the canvas
    x: Array  # (h, w)
    y: Array  # (h, w)

    def paint(self, colour: Array, cover: Array) -> None:
        """Lays ``colour``, (3,) or (h, w, 3), over the points with the opacity ``cover`` (h, w)."""
        self.points[:] = mix(self.points, colour, cover)


def patch(canvas: Array, left: float, top: float, right: float, bottom: float) -> Patch:
    """The part of the canvas inside these bounds."""
    x0, x1 = (int(np.clip(edge * DETAIL, 0, WIDTH * DETAIL)) for edge in (left, right))
    y0, y1 = (int(np.clip(edge * DETAIL, 0, HEIGHT * DETAIL)) for edge in (top, bottom))
    y, x = np.mgrid[y0:y1, x0:x1] + 0.5
    return Patch(canvas[y0:y1, x0:x1], x / DETAIL, y / DETAIL)


def polygon(canvas: Array, corners: list[tuple[float, float]]) -> tuple[Patch, Array]:
    """The patch around a polygon, and its cover: 1 inside, 0 outside."""
    xs, ys = zip(*corners, strict=True)
    area = patch(canvas, min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1)
    inside = np.zeros(area.x.shape, dtype=bool)
    for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True):
        if y0 != y1:
            crossing = x0 + (area.y - y0) * (x1 - x0) / (y1 - y0)
            inside ^= ((area.y < y0) != (area.y < y1)) & (area.x < crossing)
    return area, inside.astype(np.float64)


def rectangle(
    canvas: Array, left: float, top: float, right: float, bottom: float, colour: Colour
) -> Patch:
    """Fills a rectangle with one colour and gives its patch."""
    area = patch(canvas, left, top, right, bottom)
    area.points[:] = linear(colour)
    return area


def shadow(
    canvas: Array, left: float, top: float, right: float, bottom: float, **how: float
) -> None:
    """Darkens a rectangle with soft edges. how: ``soft`` in pixels, ``strength`` 0..1."""
    soft, strength = how.get("soft", 4.0), how.get("strength", 0.5)
    area = patch(canvas, left - soft, top - soft, right + soft, bottom + soft)
    across = smooth(left - soft, left + soft, area.x) * (
        1 - smooth(right - soft, right + soft, area.x)
    )
    down = smooth(top - soft, top + soft, area.y) * (
        1 - smooth(bottom - soft, bottom + soft, area.y)
    )
    area.points[:] *= (1 - strength * across * down)[..., None]


def write(canvas: Array, text: str, at: tuple[float, float], size: float, colour: Colour) -> None:
    """Sets a line of text in Pillow's own font; ``at`` is the middle of its left edge."""
    font: Any = ImageFont.load_default(size * DETAIL)
    mask = Image.new("L", (int(font.getlength(text)) + 8 * DETAIL, int(size * 2 * DETAIL)))
    ImageDraw.Draw(mask).text((2 * DETAIL, size * DETAIL), text, 255, font, anchor="lm")
    left, top = at[0] - 2, at[1] - size
    width, height = mask.width / DETAIL, mask.height / DETAIL
    area = patch(canvas, left, top, left + width, top + height)
    cover = np.asarray(mask, dtype=np.float64)[: area.x.shape[0], : area.x.shape[1]] / 255
    area.paint(linear(colour), cover)
