"""Sky, hills, lake and meadow of the sample picture."""

from __future__ import annotations

import numpy as np

from resources.sample.painting import (
    HEIGHT,
    WIDTH,
    Array,
    Colour,
    linear,
    mix,
    noise,
    octaves,
    patch,
    smooth,
)

SHORE, MEADOW = 168.0, 196.0  # where hills meet the lake, and the lake the meadow


def draw_sky(canvas: Array) -> None:
    """Blue above, warm near the horizon, the sun's glow at the left, and drifting clouds."""
    area = patch(canvas, 0, 0, WIDTH, SHORE)
    height = area.y / SHORE
    sky = mix(linear((64, 118, 184)), linear((164, 199, 224)), smooth(0.0, 0.62, height))
    sky = mix(sky, linear((252, 226, 190)), smooth(0.45, 1.0, height) * 0.95)
    glow = np.exp(-(((area.x - 60) / 190) ** 2) - ((area.y - 150) / 80) ** 2)
    sky = mix(sky, linear((255, 232, 188)), glow * 0.7)
    area.points[:] = sky
    billow = octaves(area.x / 90 + 3.1, area.y / 34 + 1.7, 11, 6)
    fluff = smooth(0.5, 0.72, billow) * (1 - smooth(0.55, 0.9, height))
    lit = octaves(area.x / 90 + 3.0, area.y / 34 + 1.86, 11, 6)  # the cloud a little lower
    tone = smooth(-0.06, 0.07, billow - lit)
    cloud = mix(linear((188, 197, 212)), linear((255, 250, 243)), tone)
    area.paint(cloud, fluff * 0.92)


def _ridge(x: Array, height: float, size: float, seed: int) -> Array:
    """How high in the picture, as y, a range of hills reaches over each x."""
    return height - size * (octaves(x / 110, np.full_like(x, 0.5), seed, 6) - 0.5) * 2


def _hill(canvas: Array, ridge: Array, near: Colour, far: Colour, seed: int, grain: float) -> None:
    area = patch(canvas, 0, 60, WIDTH, SHORE)
    below = area.y - ridge
    lit = octaves(area.x / 13, area.y / 6, seed, 5)
    slope = octaves(area.x / 45 - area.y / 30, area.y / 60, seed + 9, 3)
    colour = mix(linear(far), linear(near), smooth(0, 42, below))
    colour = colour * (1 + grain * (lit - 0.5) + 1.1 * grain * (slope - 0.5))[..., None]
    area.paint(colour, (below > 0).astype(float))


def draw_hills(canvas: Array) -> None:
    """Three ranges, bluer with distance, and a wood of firs along the shore."""
    x = patch(canvas, 0, 0, WIDTH, 1).x[:1]
    _hill(canvas, _ridge(x, 108, 46, 21), (150, 172, 196), (132, 152, 184), 31, 0.35)
    _hill(canvas, _ridge(x + 77, 132, 30, 22), (122, 150, 150), (96, 126, 140), 32, 0.7)
    _hill(canvas, _ridge(x + 31, 150, 17, 23), (104, 132, 84), (62, 98, 80), 33, 1.0)
    random = np.random.RandomState(24)
    for _ in range(230):
        foot = random.uniform(154, 167.5)
        _fir(canvas, random.uniform(-4, WIDTH + 4), foot, random.uniform(8, 17), random)


def _fir(
    canvas: Array, x: float, foot: float, height: float, random: np.random.RandomState
) -> None:
    area = patch(canvas, x - height / 3, foot - height, x + height / 3, foot + 0.5)
    down = ((area.y - foot + height) / height).clip(0, 1)
    jag = 0.72 + 0.28 * ((down * height / 1.7) % 1)  # tiers of boughs
    reach = down * height * 0.24 * jag + 0.1
    across = (area.x - x) / reach
    shade = random.uniform(0.7, 1.2) * (0.85 - 0.45 * across)
    colour = linear((52, 84, 58)) * shade[..., None]
    area.paint(colour, (np.abs(across) < 1).astype(float))


def draw_lake(canvas: Array) -> None:
    """The shore mirrored, broken by ripples that widen towards the viewer."""
    area = patch(canvas, 0, SHORE, WIDTH, MEADOW + 8)
    depth = area.y - SHORE
    ripple = octaves(area.x / 16, depth / (0.7 + depth / 22), 41, 3) - 0.5
    swell = np.sin(depth * 2.3 - depth**2 / 40 + noise(area.x / 60, depth / 8, 44) * 7)
    source_y = SHORE - 1.6 * depth + ripple * depth * 0.9 + swell * 0.5
    source_x = area.x + ripple * depth * 0.25
    scale = canvas.shape[1] / WIDTH
    row = (source_y * scale).clip(0, SHORE * scale - 1).astype(int)
    column = (source_x * scale).clip(0, canvas.shape[1] - 1).astype(int)
    mirrored = canvas[row, column] * 0.78
    mirrored = mix(mirrored, linear((92, 128, 150)), np.full(depth.shape, 0.2))
    glint = smooth(0.28, 0.36, ripple) * smooth(2, 10, depth)
    area.points[:] = mix(mirrored, linear((240, 236, 220)), glint * 0.45)
    bank = np.exp(-((depth / 1.1) ** 2))
    area.paint(linear((60, 66, 48)), bank * 0.75)


def draw_meadow(canvas: Array) -> None:
    """The ground of the garden, before the blades of grass are set."""
    area = patch(canvas, 0, MEADOW - 4, WIDTH, HEIGHT)
    edge = MEADOW + 6 * (octaves(area.x[:1] / 60, np.zeros((1, 1)), 51, 4) - 0.5)
    near = smooth(MEADOW, HEIGHT, area.y)
    colour = mix(linear((136, 156, 78)), linear((70, 104, 44)), near)
    patches = octaves(area.x / 55, area.y / 18, 52, 5)
    blades = noise(area.x / 0.9, area.y / (1.6 + 3 * near), 58)
    light = 1 + 0.9 * (patches - 0.5) + 0.5 * (blades - 0.5)
    area.paint(colour * light[..., None], (area.y > edge).astype(float))
