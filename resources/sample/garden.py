"""Grass, pebbles, blossoms and the leafy boughs of the sample picture."""

from __future__ import annotations

import numpy as np

from resources.sample.painting import (
    HEIGHT,
    WIDTH,
    Array,
    Colour,
    Random,
    linear,
    mix,
    octaves,
    patch,
    polygon,
    shadow,
    smooth,
)


def _blade(
    canvas: Array, foot: tuple[float, float], tip: tuple[float, float], wide: float, colour: Array
) -> None:
    area, cover = polygon(
        canvas, [(foot[0] - wide / 2, foot[1]), tip, (foot[0] + wide / 2, foot[1])]
    )
    area.paint(colour, cover)


def draw_grass(canvas: Array) -> None:
    """Two thousand blades, from far to near, longer towards the viewer."""
    random = Random(101)
    for foot in np.sort(random.uniform(204, HEIGHT + 8, 2400)):
        near = (foot - 200) / 120
        x, length = random.uniform(0, WIDTH), (2.5 + 9 * near) * random.uniform(0.6, 1.3)
        lean = random.normal(0.1, 0.3) * length
        green = mix(
            linear((64, 100, 36)), linear((186, 196, 98)), np.asarray(random.uniform() ** 1.6)
        )
        if LAWN_FREE[0] < x < LAWN_FREE[1] and foot < 250:
            continue  # the cottage stands here
        _blade(canvas, (x, foot), (x + lean, foot - length), 0.7 + 0.9 * near, green)


LAWN_FREE = (24.0, 182.0)
"""The columns of the cottage."""


def draw_pebbles(canvas: Array) -> None:
    """A path that widens towards the viewer: round stones, each lit from the left above."""
    random = Random(111)
    ground = patch(canvas, 0, 247, WIDTH, HEIGHT)
    middle, half = _path(ground.y)
    edge = octaves(ground.x / 9, ground.y / 9, 112, 4) * 8 - 4
    inside = smooth(-1.5, 1.5, half - np.abs(ground.x - middle) + edge)
    soil = (
        linear((104, 90, 72))
        * (0.6 + 0.8 * octaves(ground.x / 2, ground.y / 1.4, 113, 4))[..., None]
    )
    ground.paint(soil, inside)
    for y in np.sort(random.uniform(249, HEIGHT + 5, 1150)).tolist():
        middle_here, half_here = _path(np.asarray(y))
        size = (1.1 + 3.9 * (y - 246) / 74) * random.uniform(0.55, 1.25)
        x = float(random.uniform(middle_here - half_here, middle_here + half_here))
        _pebble(canvas, x, y, size, random)


def _path(y: Array) -> tuple[Array, Array]:
    """The middle and half the width of the path at height y."""
    t = ((y - 246) / 74).clip(0, None)
    return 104 + 92 * t**1.5, 10 + 74 * t


def _pebble(canvas: Array, x: float, y: float, size: float, random: Random) -> None:
    wide, tall = size * random.uniform(0.9, 1.35), size * random.uniform(0.5, 0.72)
    tilt = random.uniform(-0.35, 0.35)
    area = patch(canvas, x - wide * 1.5, y - wide * 1.2, x + wide * 1.5, y + wide * 1.3)
    if not area.x.size:
        return
    ground = np.hypot((area.x - x - size * 0.2) / wide, (area.y - y - size * 0.25) / tall)
    area.points[:] *= (1 - 0.65 * (1 - smooth(0.75, 1.25, ground)))[..., None]
    u = ((area.x - x) + tilt * (area.y - y)) / wide
    v = ((area.y - y) - tilt * (area.x - x)) / tall
    radius = np.sqrt(u * u + v * v)
    facing = np.sqrt((1 - radius**2).clip(0, 1))
    light = 0.3 + 0.75 * (0.7 * facing - 0.42 * u - 0.5 * v).clip(0, None)
    grain = octaves(area.x / 1.3, area.y / 1.1, random.randint(1000), 3)
    kind: tuple[Colour, ...] = (
        (176, 168, 156),
        (150, 140, 130),
        (190, 172, 146),
        (128, 130, 134),
        (168, 142, 124),
    )
    colour = linear(kind[random.randint(len(kind))]) * random.uniform(0.75, 1.2)
    area.paint(colour * (light * (0.7 + 0.6 * grain))[..., None], (radius < 1).astype(float))


def _leaf(canvas: Array, x: float, y: float, length: float, turn: float, colour: Array) -> None:
    """A pointed leaf with a lighter rib and side veins, from its stalk at (x, y)."""
    tip = (x + length * np.cos(turn), y + length * np.sin(turn))
    side = length * 0.3
    area = patch(
        canvas,
        min(x, tip[0]) - side,
        min(y, tip[1]) - side,
        max(x, tip[0]) + side,
        max(y, tip[1]) + side,
    )
    if not area.x.size:
        return
    along = ((area.x - x) * np.cos(turn) + (area.y - y) * np.sin(turn)) / length
    across = (-(area.x - x) * np.sin(turn) + (area.y - y) * np.cos(turn)) / length
    along_clipped = along.clip(0, 1)
    half = 0.27 * np.sqrt(along_clipped) * (1 - along_clipped) ** 0.75 * 1.75
    cover = (np.abs(across) < half) & (along > 0) & (along < 1)
    bend = 1 - 0.9 * across / 0.27 * np.cos(turn) * 0.4
    vein = 0.16 * np.cos((along - np.abs(across) * 0.9) * 46)
    rib = 0.55 * np.exp(-((across / 0.018) ** 2))
    area.paint(
        colour * (bend * (0.95 + vein) + rib)[..., None].clip(0.1, None), cover.astype(float)
    )


def draw_boughs(canvas: Array) -> None:
    """A tree just outside the picture hangs its leafy boughs into the upper right corner."""
    random = Random(121)
    boughs = (
        ((486, 30), (318, 12)),
        ((486, 52), (344, 44)),
        ((486, 78), (398, 84)),
        ((470, -4), (300, -2)),
    )
    leaves = []
    for (x0, y0), (x1, y1) in boughs:
        for t in np.linspace(0, 1, 40):
            x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + 9 * np.sin(t * 3)
            wide = 2.6 * (1 - t) + 0.5
            area = patch(canvas, x - 4.5, y - wide, x + 4.5, y + wide)
            cover = np.abs(area.y - y) < wide / 2
            area.paint(linear((74, 58, 44)), cover.astype(float))
            for _ in range(5):
                spread = 15 * (1 - 0.55 * t)
                leaves.append((x + random.normal(0, 5), y + random.normal(0, spread * 0.55)))
    order = random.permutation(len(leaves))
    for depth, index in enumerate(order):
        x, y = leaves[index]
        front = depth / len(leaves)
        tone = random.uniform()
        colour = mix(
            linear((38, 74, 30)), linear((138, 166, 62)), np.asarray(front * 0.75 + tone * 0.25)
        )
        if random.uniform() < 0.025:
            colour = linear((214, 168, 70))
        turn = random.normal(1.9, 0.75)
        _leaf(canvas, x, y, random.uniform(7, 13), turn, colour * random.uniform(0.75, 1.15))


def draw_blossoms(canvas: Array) -> None:
    """A flower bed in the lower left corner, and a few poppies in the grass at the right."""
    random = Random(131)
    shadow(canvas, -10, 286, 62, 330, soft=12, strength=0.5)
    for depth in range(330):
        front = depth / 330
        x, y = random.normal(16, 27), random.uniform(262 + 26 * front, 334)
        colour = mix(linear((30, 62, 32)), linear((120, 154, 70)), np.asarray(front * 0.8))
        turn = random.normal(-1.57, 0.7)
        _leaf(canvas, x, y, random.uniform(8, 15), turn, colour * random.uniform(0.7, 1.2))
    kinds: tuple[Colour, ...] = ((226, 92, 118), (244, 238, 226), (240, 178, 58), (150, 104, 188))
    for _ in range(34):
        x, y = random.normal(18, 24), random.uniform(258, 318)
        _flower(canvas, x, y, random.uniform(2.6, 5), kinds[random.randint(4)], random)
    for _ in range(26):
        x, y = random.uniform(250, 478), random.uniform(268, 312)
        _flower(canvas, x, y, random.uniform(1.6, 3.2), (216, 58, 40), random)


def _flower(canvas: Array, x: float, y: float, size: float, colour: Colour, random: Random) -> None:
    area = patch(canvas, x - size, y - size, x + size, y + size)
    if not area.x.size:
        return
    distance = np.hypot(area.x - x, (area.y - y) * 1.15) / size
    turn = np.arctan2(area.y - y, area.x - x) + random.uniform(0, 6)
    petals = 0.66 + 0.3 * np.cos(turn * 5)
    light = 0.55 + 0.6 * distance - 0.22 * (area.y - y) / size
    area.paint(linear(colour) * light[..., None], (distance < petals).astype(float))
    area.paint(
        linear((238, 190, 60)) * (0.6 + distance)[..., None], (distance < 0.24).astype(float)
    )
