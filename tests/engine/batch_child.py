"""``fdiwn`` with a network that only repeats pixels, at once: for tests of what is around it.

Everything else is real: files are decoded, stored, encoded, hashed and named. Every picture that
the network begins is noted in the file FDIWN_TEST_LOG. FDIWN_TEST_SECONDS: what each takes; if it
is below 0, as many in which it looks at nothing.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from fdiwn.api.errors import Cancelled
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.tiles import Box
from fdiwn.enlarge import pipeline
from fdiwn.pixels.picture import Enlargement, Picture
from fdiwn.pixels.raw_file import open_canvas, stored_as
from tests.results import result_for

if TYPE_CHECKING:
    import pytest

STEP = 0.005  # seconds between two looks at whether to stop


class FastUpscaler(pipeline.Upscaler):
    """Repeats each pixel."""

    def open(self, options: UpscaleOptions) -> Any:
        return SimpleNamespace(scale=options.scale)

    def enlarge(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scratch: Path,
        on_progress: Any = None,
        should_stop: Any = lambda: False,
    ) -> Enlargement:
        if log := os.environ.get("FDIWN_TEST_LOG"):
            with Path(log).open("a") as file:
                file.write(f"{scratch.parent}\n")
        self._wait(on_progress, should_stop)
        factor = options.scale
        pixels = picture.pixels.repeat(factor, 0).repeat(factor, 1)
        height, width = pixels.shape[:2]
        stored = stored_as(scratch / pipeline.ROWS, picture, (width, height))
        with open_canvas(stored) as canvas:
            canvas.place(Box(0, 0, width, height), np.ascontiguousarray(pixels))
        size = (picture.width, picture.height)
        return Enlargement(stored, result_for(size, factor, "fast", 0.1))

    def _wait(self, on_progress: Any, should_stop: Any) -> None:
        seconds = float(os.environ.get("FDIWN_TEST_SECONDS", "0"))
        time.sleep(max(0.0, -seconds))
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if should_stop():
                raise Cancelled
            if on_progress:
                on_progress(int((seconds - left) * 1000), int(seconds * 1000))
            time.sleep(min(STEP, left))


def use_fast_network(patch: pytest.MonkeyPatch) -> None:
    """In this process, wherever an `Upscaler` is made, also by modules that are loaded already."""
    for module in (
        "fdiwn.enlarge.pipeline",
        "fdiwn.batch.session",
        "fdiwn.batch.planning.survey",
        "fdiwn.batch.local",
    ):
        patch.setattr(f"{module}.Upscaler", FastUpscaler)


def replace_network() -> None:
    """Before anybody imports it by name."""
    pipeline.Upscaler = FastUpscaler  # type: ignore[misc]


def main() -> None:
    """The command."""
    replace_network()
    from fdiwn.cli.main import main as command

    command()


if __name__ == "__main__":
    main()
