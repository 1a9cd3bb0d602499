"""How fast the network is here, measured for a moment, so that a plan can tell a time."""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from fdiwn.api.options import UpscaleOptions
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.pixels.picture import Picture

_SIDE = 256


def pixels_a_second(upscaler: Upscaler, options: UpscaleOptions) -> float:
    """Pixels that the network reads a second with these options, on a picture of noise.

    Loading the model does not count. Raises WeightsError or EngineError.
    """
    scale = upscaler.open(options).scale
    options = replace(options, scale=scale, size=None)
    noise = np.random.default_rng(1).integers(0, 256, (_SIDE, _SIDE, 3), np.uint8)
    with tempfile.TemporaryDirectory() as folder:
        upscaler.enlarge(Picture(noise), options, Path(folder))
        began = time.perf_counter()
        upscaler.enlarge(Picture(noise), options, Path(folder))
    return _SIDE * _SIDE / (time.perf_counter() - began)
