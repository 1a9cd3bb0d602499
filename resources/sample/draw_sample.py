"""Draws the sample picture: a cottage by a lake, with a test card in the garden.

The scene gives an enlarger what it meets in photographs and what it finds hard: bricks, roof
tiles, shutters, leaves, grass, pebbles, clouds, a reflection; and on the card a siemens star,
lines of several pitches, text of several sizes, ramps and smooth balls.

Run ``python -m resources.sample.draw_sample`` at the top of the source tree to write
``sample.png`` beside this file.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from resources.sample.card import draw_card
from resources.sample.cottage import draw_cottage, draw_fence
from resources.sample.garden import draw_blossoms, draw_boughs, draw_grass, draw_pebbles
from resources.sample.painting import DETAIL, HEIGHT, WIDTH, develop
from resources.sample.scenery import draw_hills, draw_lake, draw_meadow, draw_sky


def draw() -> NDArray[np.uint8]:
    """The picture, (320, 480, 3) uint8 sRGB; the same pixels every time."""
    canvas = np.zeros((HEIGHT * DETAIL, WIDTH * DETAIL, 3))
    for step in (
        draw_sky,
        draw_hills,
        draw_lake,
        draw_meadow,
        draw_cottage,
        draw_fence,
        draw_grass,
        draw_card,
        draw_pebbles,
        draw_blossoms,
        draw_boughs,
    ):
        step(canvas)
    return develop(canvas)


if __name__ == "__main__":
    Image.fromarray(draw()).save(Path(__file__).with_name("sample.png"), optimize=True)
