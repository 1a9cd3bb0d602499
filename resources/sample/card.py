"""The photographer's test card of the sample picture, on its easel in the garden."""

from __future__ import annotations

import numpy as np

from resources.sample.painting import (
    Array,
    Colour,
    linear,
    octaves,
    patch,
    polygon,
    rectangle,
    shadow,
    smooth,
    write,
)

LEFT, TOP, RIGHT, BOTTOM = 296.0, 112.0, 456.0, 246.0
INK: Colour = (28, 28, 32)
PAPER: Colour = (243, 240, 232)


def draw_card(canvas: Array) -> None:
    """The easel and, on the card, everything that shows what an enlarger can do."""
    _draw_easel(canvas)
    rectangle(canvas, LEFT - 3, TOP - 3, RIGHT + 3, BOTTOM + 3, (92, 70, 50))
    rectangle(canvas, LEFT - 2, TOP - 2, RIGHT + 2, TOP - 1, (150, 118, 86))
    area = rectangle(canvas, LEFT, TOP, RIGHT, BOTTOM, PAPER)
    area.points[:] *= (1.0 - 0.14 * (area.x - LEFT + area.y - TOP) / (RIGHT - LEFT + BOTTOM - TOP))[
        ..., None
    ]
    _draw_star(canvas, LEFT + 39, TOP + 41, 33)
    _draw_text(canvas)
    _draw_lines(canvas, LEFT + 78, TOP + 48)
    _draw_ramp(canvas, LEFT + 6, TOP + 80)
    _draw_balls(canvas, LEFT + 6, TOP + 96)
    _draw_colours(canvas, LEFT + 98, TOP + 97)


def _draw_easel(canvas: Array) -> None:
    shadow(canvas, LEFT + 4, 264, RIGHT + 20, 276, soft=8, strength=0.4)
    for x0, x1, foot in ((326, 306, 284), (426, 446, 284), (376, 384, 268)):
        corners = [(x0 - 2.5, 104.0), (x0 + 2.5, 104.0), (x1 + 2.5, foot), (x1 - 2.5, foot)]
        area, cover = polygon(canvas, corners)
        grain = octaves(area.x / 0.9, area.y / 18, 141, 4)
        light = (0.6 + 0.8 * grain) * (1.1 - 0.15 * (area.x - area.x.min()) / 10)
        area.paint(linear((154, 112, 72)) * light[..., None], cover)
    rectangle(canvas, LEFT - 4, BOTTOM + 3, RIGHT + 4, BOTTOM + 8, (134, 96, 62))
    rectangle(canvas, LEFT - 4, BOTTOM + 7, RIGHT + 4, BOTTOM + 8, (80, 56, 38))


def _draw_star(canvas: Array, x: float, y: float, radius: float) -> None:
    area = patch(canvas, x - radius, y - radius, x + radius, y + radius)
    distance = np.hypot(area.x - x, area.y - y)
    spokes = np.sin(36 * np.arctan2(area.y - y, area.x - x)) > 0
    area.paint(linear(INK), (spokes & (distance < radius)).astype(float))
    for ring in (radius, radius / 2, radius / 4):
        area.paint(linear(INK), (np.abs(distance - ring + 0.35) < 0.35).astype(float))


def _draw_text(canvas: Array) -> None:
    x = LEFT + 78
    write(canvas, "FDIWN", (x, TOP + 13), 16, INK)
    write(canvas, "x2 x3 x4", (x + 52, TOP + 9.5), 5.8, (150, 40, 36))
    write(canvas, "sample", (x + 52, TOP + 16.5), 5.8, INK)
    write(canvas, "Drawn by rule, line by line", (x, TOP + 27), 6.2, INK)
    write(canvas, "Aa Bb Cc Dd Ee 0123456789", (x, TOP + 34.5), 5.9, INK)
    write(canvas, "the fine print: & @ % # ? 5 S 8 B", (x, TOP + 41.5), 5.0, INK)


def _draw_lines(canvas: Array, left: float, top: float) -> None:
    """Six groups of lines, from 8 down to 2 pixels from line to line, upright and slanting."""
    for index, pitch in enumerate((8.0, 6.0, 4.0, 3.0, 2.5, 2.0)):
        x = left + index * 12.8
        upright = patch(canvas, x, top, x + 11, top + 13)
        dark = ((upright.x - x) / pitch) % 1 < 0.5
        upright.paint(linear(INK), dark.astype(float))
        slanting = patch(canvas, x, top + 14.5, x + 11, top + 27.5)
        across = (slanting.x - x) * 0.5 + (slanting.y - top) * 0.8660254037844386
        slanting.paint(linear(INK), ((across / pitch) % 1 < 0.5).astype(float))


def _draw_ramp(canvas: Array, left: float, top: float) -> None:
    """Twelve steps of grey above a smooth ramp."""
    wide = RIGHT - LEFT - 12
    area = patch(canvas, left, top, left + wide, top + 12)
    share = (area.x - left) / wide
    steps = np.floor(share * 12) / 11
    tone = np.where(area.y < top + 6, steps, share)
    area.points[:] = (0.012 + 0.88 * tone**2.2)[..., None] * linear((255, 253, 247))


def _draw_balls(canvas: Array, left: float, top: float) -> None:
    """Three smooth balls in tones of skin: shading without an edge."""
    for index, colour in enumerate(((240, 200, 176), (198, 142, 108), (122, 80, 58))):
        x, y, radius = left + 14.5 + index * 30, top + 18, 13.0
        shadow(canvas, x - 9, y + 10.5, x + 13, y + 13.5, soft=3.5, strength=0.45)
        area = patch(canvas, x - radius, y - radius, x + radius, y + radius)
        u, v = (area.x - x) / radius, (area.y - y) / radius
        facing = np.sqrt((1 - u * u - v * v).clip(0, 1))
        light = 0.16 + 0.95 * smooth(-0.35, 1.0, 0.62 * facing - 0.5 * u - 0.6 * v)
        gleam = np.exp(-(((u + 0.36) ** 2 + (v + 0.42) ** 2) / 0.02)) * 0.35
        cover = (u * u + v * v < 1).astype(float)
        area.paint(linear(colour) * light[..., None] + gleam[..., None], cover)


def _draw_colours(canvas: Array, left: float, top: float) -> None:
    """Eight patches of colour with thin gaps."""
    colours: tuple[Colour, ...] = (
        (52, 74, 142), (74, 142, 82), (172, 54, 58), (232, 196, 50),
        (186, 88, 146), (42, 134, 160), (220, 124, 52), (96, 82, 160),
    )  # fmt: skip
    for index, colour in enumerate(colours):
        x, y = left + index % 4 * 14, top + index // 4 * 16
        rectangle(canvas, x, y, x + 12.5, y + 14.5, colour)
