"""The cottage and the fence of the sample picture."""

from __future__ import annotations

import numpy as np

from resources.sample.painting import (
    Array,
    linear,
    mix,
    octaves,
    patch,
    polygon,
    rectangle,
    shadow,
    smooth,
    write,
)

LEFT, RIGHT, EAVES, FOOT = 26.0, 178.0, 148.0, 246.0


def _hash(a: Array, b: Array, seed: int) -> Array:
    """A random value 0..1 for every pair of whole numbers."""
    table = np.random.RandomState(seed).uniform(size=(97, 89))
    values: Array = table[a.astype(int) % 97, b.astype(int) % 89]
    return values


def draw_cottage(canvas: Array) -> None:
    """Brick walls, a tiled roof with a chimney, two shuttered windows, a door with a sign."""
    shadow(canvas, LEFT + 6, FOOT - 3, RIGHT + 12, FOOT + 9, soft=5, strength=0.55)
    _draw_bricks(canvas, 128, 74, 143, 112)
    rectangle(canvas, 126, 71, 145, 75.5, (118, 98, 88))
    _draw_bricks(canvas, LEFT, EAVES - 4, RIGHT, FOOT)
    rectangle(canvas, LEFT, FOOT - 7, RIGHT, FOOT, (128, 124, 116))
    _draw_roof(canvas)
    shadow(canvas, LEFT + 2, EAVES - 4, RIGHT - 2, EAVES + 6, soft=4, strength=0.62)
    _draw_window(canvas, 47, 170)
    _draw_window(canvas, 131.5, 170)
    _draw_door(canvas, 92, 183)
    rectangle(canvas, 81.5, 154.0, 122.5, 166.5, (54, 44, 36))
    rectangle(canvas, 82.5, 155.0, 121.5, 165.5, (236, 226, 202))
    write(canvas, "LAKE INN", (85.6, 160.4), 8, (58, 42, 30))


def _draw_bricks(canvas: Array, left: float, top: float, right: float, bottom: float) -> None:
    area = patch(canvas, left, top, right, bottom)
    row = np.floor(area.y / 3.4)
    along = area.x / 8.2 + 0.5 * (row % 2)
    column = np.floor(along)
    u, v = (along - column) * 8.2, area.y - row * 3.4
    mortar = 1 - smooth(0.25, 0.6, np.minimum(u, 8.2 - u)) * smooth(
        0.2, 0.5, np.minimum(v, 3.4 - v)
    )
    tint = _hash(row, column, 61)
    brick = mix(linear((158, 82, 60)), linear((196, 122, 88)), tint)
    brick = mix(brick, linear((112, 62, 54)), smooth(0.85, 0.95, _hash(row, column, 62)) * 0.8)
    grain = octaves(area.x / 2.2, area.y / 2.2, 63, 4)
    weather = octaves(area.x / 40, area.y / 25, 64, 4)
    colour = mix(brick, linear((190, 178, 160)), mortar)
    colour = colour * (0.72 + 0.55 * grain)[..., None] * (0.7 + 0.6 * weather)[..., None]
    area.points[:] = colour * (1.08 - 0.3 * (area.x - left) / (right - left))[..., None]


def _draw_roof(canvas: Array) -> None:
    corners = [(LEFT - 9, EAVES), (LEFT + 14, 92.0), (RIGHT - 14, 92.0), (RIGHT + 9, EAVES)]
    area, cover = polygon(canvas, corners)
    tall, wide = 5.2, 6.4
    row = np.floor((area.y - 92) / tall)
    column = np.floor(area.x / wide + 0.5 * (row % 2))
    u = (area.x / wide + 0.5 * (row % 2) - column) * 2 - 1
    v = (area.y - 92) / tall - row
    tip = v - (0.72 + 0.28 * np.sqrt((1 - u * u).clip(0, 1)))  # above 0: below the round tip
    gap = smooth(-0.16, -0.02, tip) + 0.5 * smooth(0.86, 1.0, np.abs(u))
    tint = _hash(row, column, 71)
    clay = mix(linear((122, 58, 44)), linear((176, 92, 62)), tint)
    clay = mix(clay, linear((96, 96, 66)), smooth(0.55, 0.8, octaves(area.x / 26, area.y / 14, 72)))
    light = (0.72 + 0.42 * v) * (1.12 - 0.25 * u - 0.2 * u * u)
    light *= 0.75 + 0.5 * octaves(area.x / 1.8, area.y / 1.8, 73, 3)
    colour = mix(clay * light[..., None], linear((44, 26, 24)), gap.clip(0, 1) * 0.8)
    area.paint(colour, cover)
    rectangle(canvas, LEFT + 12, 90.5, RIGHT - 12, 94, (132, 72, 54))
    rectangle(canvas, LEFT - 9, EAVES - 0.5, RIGHT + 9, EAVES + 2, (226, 218, 204))


def _draw_window(canvas: Array, left: float, top: float) -> None:
    wide, tall = 26.0, 36.0
    rectangle(canvas, left - 1.6, top - 1.6, left + wide + 1.6, top + tall + 1.6, (238, 234, 224))
    glass = patch(canvas, left, top, left + wide, top + tall)
    sky = mix(linear((150, 182, 206)), linear((38, 52, 62)), smooth(0, 26, glass.y - top))
    streak = smooth(0.5, 0.62, octaves((glass.x - glass.y) / 9, glass.y / 60, 81, 3))
    glass.points[:] = mix(sky, linear((206, 220, 226)), streak * 0.35)
    for side in (glass.x - left, left + wide - glass.x):  # the curtains
        fold = 0.8 + 0.2 * np.sin(side * 3.1)
        edge = 1 - smooth(5.5, 6.0, side - (glass.y - top) * 0.06)
        glass.paint(linear((216, 206, 190)) * fold[..., None], edge * 0.75)
    rectangle(
        canvas, left + wide / 2 - 0.7, top, left + wide / 2 + 0.7, top + tall, (238, 234, 224)
    )
    for bar in (0.33, 0.66):
        rectangle(
            canvas,
            left,
            top + tall * bar - 0.5,
            left + wide,
            top + tall * bar + 0.5,
            (238, 234, 224),
        )
    rectangle(canvas, left - 3, top + tall + 1.6, left + wide + 3, top + tall + 4, (206, 200, 188))
    shadow(
        canvas, left - 2, top + tall + 4, left + wide + 3, top + tall + 6, soft=1.5, strength=0.5
    )
    for hinge in (left - 14.6, left + wide + 2.6):
        _draw_shutter(canvas, hinge, top - 1.0, 12.0, tall + 2)


def _draw_shutter(canvas: Array, left: float, top: float, wide: float, tall: float) -> None:
    """Louvres 2.2 pixels apart: among the finest regular lines of the picture."""
    shadow(canvas, left + 0.5, top + 0.5, left + wide + 1.5, top + tall + 1.5, soft=1, strength=0.5)
    area = rectangle(canvas, left, top, left + wide, top + tall, (52, 104, 106))
    slat = ((area.y - top) / 2.2) % 1
    louvre = mix(linear((26, 62, 66)), linear((92, 150, 146)), smooth(0.1, 0.75, slat))
    inner = (
        (area.x > left + 1.5)
        & (area.x < left + wide - 1.5)
        & (area.y > top + 1.8)
        & (area.y < top + tall - 1.8)
        & (np.abs(area.y - top - tall / 2) > 1.2)
    )
    area.paint(louvre, inner.astype(float))


def _draw_door(canvas: Array, left: float, top: float) -> None:
    wide = 20.0
    rectangle(canvas, left - 2, top - 2, left + wide + 2, FOOT - 3, (238, 234, 224))
    area = rectangle(canvas, left, top, left + wide, FOOT - 3, (122, 46, 40))
    plank = ((area.x - left) / 4.0) % 1
    grain = octaves(area.x / 0.8, area.y / 14, 91, 4)
    light = (0.7 + 0.6 * grain) * (1 - 0.6 * np.exp(-(((plank - 0.5) / 0.5) ** 2) * 0.2))
    light *= 1 - 0.55 * (np.minimum(plank, 1 - plank) < 0.07)
    area.points[:] = area.points * (light * 1.5)[..., None]
    knob = patch(canvas, left + 15.5, top + 28, left + 18.5, top + 31)
    distance = np.hypot(knob.x - left - 17, knob.y - top - 29.5)
    knob.paint(linear((232, 196, 110)), (distance < 1.2).astype(float))
    rectangle(canvas, left - 5, FOOT - 4, left + wide + 5, FOOT + 0.5, (176, 172, 162))


def draw_fence(canvas: Array) -> None:
    """White pickets, closer together the further they are away."""
    x, step = 186.0, 7.6
    while x < 300:
        far = (x - 186) / 114
        foot, height, wide = 240 - 26 * far, 27 - 12 * far, 4.0 - 2.2 * far
        for rail in (0.3, 0.72):
            level = foot - height * rail
            slant = step * 26 / 114
            corners = [
                (x, level),
                (x + step, level - slant + 0.6),
                (x + step, level - slant + 2),
                (x, level + 1.8),
            ]
            area, cover = polygon(canvas, corners)
            area.paint(linear((196, 192, 184)), cover)
        tip = (x + wide / 2, foot - height - wide * 0.55)
        area, cover = polygon(
            canvas,
            [(x, foot), (x, foot - height), tip, (x + wide, foot - height), (x + wide, foot)],
        )
        light = 0.95 - 0.3 * ((area.x - x) / wide).clip(0, 1)
        light *= 0.85 + 0.3 * octaves(area.x / 1.2, area.y / 8, 95, 3)
        area.paint(linear((246, 242, 232)) * light[..., None], cover)
        x += step
        step *= 0.955
