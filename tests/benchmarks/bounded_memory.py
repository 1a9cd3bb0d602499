"""Peak memory and disk of the way from file to file, without the network's own share.

    python tests/benchmarks/bounded_memory.py SIDE TARGET

Enlarges a made picture of SIDE x SIDE pixels x4 into TARGET through everything but the network,
in whose place pixels are repeated, and prints one JSON object: sizes, seconds, the process's peak
memory in MB, what the process took before there was a picture.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from unittest import mock

import numpy as np
import psutil

from fdiwn.api.options import Limits, UpscaleOptions
from fdiwn.api.progress import ShouldStop, never
from fdiwn.api.tiles import MARGIN
from fdiwn.backends.choice import Place
from fdiwn.backends.contract import NO_CUT, Cut, Gates, Outputs, Pass
from fdiwn.enlarge import pipeline, stages
from fdiwn.enlarge import stages as enlarge_stages
from fdiwn.network.network import FDIWN
from fdiwn.pixels.picture import Picture, Pixels
from fdiwn.pixels.planes import Batch

SCALE = 4


class Repeating:
    """In the place of a network: repeats pixels."""

    name, device, precision, scale = "openvino", "cpu", "float32", SCALE
    margin, notes = MARGIN, ()

    def measure(
        self, samples: Batch, cut: Cut = NO_CUT, should_stop: ShouldStop = never
    ) -> tuple[Batch, Gates]:
        return self._enlarge(samples), np.zeros((1, 8, 1, 1), np.float32)

    def run(self, passes: Iterable[Pass], should_stop: ShouldStop = never) -> Outputs:
        for window, _ in passes:
            yield self._enlarge(window)

    def _enlarge(self, batch: Batch) -> Batch:
        return np.ascontiguousarray(batch.repeat(SCALE, 2).repeat(SCALE, 3))


def made_picture(side: int) -> Pixels:
    """Colour ramps with a little texture, (side, side, 3), made without a larger array."""
    x = np.arange(side, dtype=np.uint32)
    pixels = np.empty((side, side, 3), np.uint8)
    for y in range(side):
        pixels[y, :, 0] = x * 255 // side
        pixels[y, :, 1] = y * 255 // side
        pixels[y, :, 2] = (x ^ y) & 31
    return pixels


def peak_mb() -> float:
    """Of this process so far."""
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset) / 1e6
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def main() -> None:
    side, target = int(sys.argv[1]), Path(sys.argv[2])

    def open_backend(
        network: FDIWN, place: Place, should_stop: ShouldStop, graphs_apart: bool
    ) -> Repeating:
        return Repeating()

    def read_picture(path: Path, limits: Limits, space: str) -> Picture:
        return Picture(made_picture(side))

    before, started = peak_mb(), time.perf_counter()
    with (
        mock.patch.object(pipeline, "open_backend", open_backend),
        mock.patch.object(stages, "read_picture", read_picture),
    ):
        result = enlarge_stages.upscale_file(
            target.with_name("made.png"),
            target,
            UpscaleOptions(SCALE, device="cpu", precision="float32"),
            upscaler=pipeline.Upscaler(),
            overwrite=True,
        )
    figures = {
        "input": result.input_size,
        "output": result.output_size,
        "output_bytes": target.stat().st_size,
        "seconds": round(time.perf_counter() - started, 1),
        "peak_mb": round(peak_mb()),
        "before_mb": round(before),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
