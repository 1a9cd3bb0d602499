"""How long a live preview takes, through the real engine process, from a photograph just opened.

Prints the seconds from the event Opened to the first tile and to the 512x512 output pixels around
the middle::

    .venv/bin/python -m tests.benchmarks.preview_bench PHOTO --scale 4

first: the first start on a computer, with an empty cache of graphs; `Warm` is sent with the
picture, as the window does. warmed: the same later. cold: without `Warm`. idle: it was sent some
time before. again: another picture in the same process.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.events import Failed, Opened, PreviewDone, PreviewTile
from fdiwn.service.client.orders import Warm
from fdiwn.service.client.requests import Open, Preview

PATIENCE = 300.0
WAYS = ("first", "warmed", "cold", "idle")
IDLE = 30.0  # seconds that loading in advance has


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photo", type=Path)
    parser.add_argument("--scale", type=int, default=4)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder  # the engine's, which inherits it
        again: list[list[float]] = []
        for way in given.ways:
            runs = 1 if way == "first" else given.runs
            found = [_run(given.photo, given.scale, way, Path(folder)) for _ in range(runs)]
            _tell(way, [first for first, _ in found])
            again += [] if way == "first" else [second for _, second in found]
        if again:
            _tell("again", again)


def _run(photo: Path, scale: int, way: str, folder: Path) -> tuple[list[float], list[float]]:
    """Opens the photo, and a copy of it after that, in one new process."""
    other = Path(shutil.copy(photo, folder / f"other{photo.suffix}"))
    engine = EngineProcess()
    options = UpscaleOptions(scale)
    try:
        if way != "cold":
            engine.send(Warm(options))
        if way == "idle":
            time.sleep(IDLE)
        first = _look(engine, 1, photo, options, folder)
        return first, _look(engine, 2, other, options, folder)
    finally:
        engine.shutdown()


def _look(
    engine: EngineProcess, number: int, photo: Path, options: UpscaleOptions, folder: Path
) -> list[float]:
    """Seconds: for opening; then from there to the first tile, and to the middle complete."""
    asked = time.perf_counter()
    engine.send(Open(number, photo, folder / f"job-{number}"))
    opened = _times(engine, Opened)[Opened]
    engine.send(Preview(number, photo, options, folder / "preview"))
    times = _times(engine, PreviewDone)
    return [opened - asked, times[PreviewTile] - opened, times[PreviewDone] - opened]


def _times(engine: EngineProcess, last: type) -> dict[type, float]:
    """When the first event of each kind came, until one of the kind ``last`` does."""
    found: dict[type, float] = {}
    end = time.perf_counter() + PATIENCE
    while last not in found and time.perf_counter() < end:
        for event in engine.events(0.05):
            if isinstance(event, Failed):
                raise SystemExit(f"{event.what}: {event.why}\n{event.details}")
            found.setdefault(type(event), time.perf_counter())
    return found


def _tell(name: str, found: list[list[float]]) -> None:
    opening, first, middle = (statistics.median(column) for column in zip(*found, strict=True))
    print(
        f"{name:8} opened in {opening:.2f} s, first tile after {first:.2f} s, "
        f"512x512 after {middle:.2f} s (median of {len(found)})"
    )


if __name__ == "__main__":
    main()
