"""Memory of the engine process: idle, enlarging a picture of 6 megapixels, and previewing two.

    python -m tests.benchmarks.engine_memory PHOTO [--runs 3] [--only previews]

Starts the engine process as the window does and prints a table, in MB, of its whole tree: the peak
while it works, what it takes at once after the work, and what ten seconds later; beside them the
most that each should be. Ends with 1 if any is more. RSS counts, the larger figure; beside it is
PSS, which counts shared pages by their share (Linux only). PHOTO is the large one, of about 20
megapixels; its middle is cut out for the pictures of 6 and 9.

The first run starts with an empty cache of graphs, as after an installation, the others with its.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import psutil
from PIL import Image, ImageOps

from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.child import run_child
from fdiwn.service.client.events import Failed, Finished, Opened, PreviewDone, Ready
from fdiwn.service.client.orders import Shutdown, Warm
from fdiwn.service.client.requests import Enlarge, Open, Preview, Work

SIX, NINE = (3000, 2000), (2500, 3600)
"""Width and height of the pictures of 6 and 9 megapixels."""
MOST_IDLE, MOST_PEAK, MOST_RESTED = 350, 2000, 700  # MB
PLACES = ((0.1, 0.1), (0.9, 0.9))
"""Of the previews, each a window full of the enlargement."""
SCREEN = (1000, 700)
OPTIONS = UpscaleOptions(2, device="cpu")
STATES = ("idle", "result", "previews")
AFTER = 10.0
"""Seconds from the end of the work to the last figure."""
_RHYTHM = 0.05  # seconds between two looks


class Taken(NamedTuple):
    """Of the process tree, in MB."""

    rss: float
    pss: float


@dataclass(frozen=True)
class Row:
    """One state. most_peak, most_rested: what they should be, in MB, or None."""

    name: str
    peak: float
    at_once: Taken
    rested: Taken
    most_peak: int | None
    most_rested: int

    @property
    def missed(self) -> bool:
        over = self.most_peak is not None and self.peak > self.most_peak
        return over or self.rested.rss > self.most_rested

    def __str__(self) -> str:
        peak = f"{self.peak:6.0f}" + (f" (<= {self.most_peak})" if self.most_peak else "")
        rested = f"{_both(self.rested)} (<= {self.most_rested})"
        verdict = "missed" if self.missed else "met"
        return f"{self.name:34}{peak:18}{_both(self.at_once):16}{rested:24}{verdict}"


def _both(taken: Taken) -> str:
    return f"{taken.rss:.0f} / {taken.pss:.0f}"


class Engine:
    """The engine process, and the most that its tree took since `begin`."""

    def __init__(self, pipe: Connection, process: psutil.Process) -> None:
        self._pipe, self._process = pipe, process
        self._peak = 0.0
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()

    def send(self, request: Warm | Work) -> None:
        self._pipe.send(request)

    def do(self, work: Work) -> None:
        """Sends it and waits for the event that closes it. Raises RuntimeError if it fails."""
        self._pipe.send(work)
        while True:
            event = self._pipe.recv()
            if isinstance(event, Failed):
                raise RuntimeError(f"{event.what}: {event.why}")
            if isinstance(event, Opened | Finished | PreviewDone) and event.task is work.task:
                return

    def settle(self) -> None:
        """Waits until the process has had nothing to do for two seconds: warming up ends
        unannounced."""
        self._process.cpu_percent()
        while True:
            time.sleep(2.0)
            if self._process.cpu_percent() < 3.0 and not self._children():
                return

    def row(self, name: str, most_rested: int, most_peak: int | None = MOST_PEAK) -> Row:
        """What was taken since the last row, what is now, and ten seconds later."""
        peak, at_once = self._peak, self._taken()
        time.sleep(AFTER)
        found = Row(name, max(peak, at_once.rss), at_once, self._taken(), most_peak, most_rested)
        self._peak = 0.0
        return found

    def end(self) -> None:
        self._pipe.send(Shutdown())
        self._ended.set()
        self._watcher.join()

    def _children(self) -> list[psutil.Process]:
        return [*self._process.children(recursive=True)]

    def _taken(self) -> Taken:
        infos = []
        for each in (self._process, *self._children()):
            with suppress(psutil.NoSuchProcess):  # a child that ended meanwhile
                infos.append(each.memory_full_info())
        rss = sum(info.rss for info in infos) / 1e6
        return Taken(rss, sum(getattr(info, "pss", info.rss) for info in infos) / 1e6)

    def _watch(self) -> None:
        while not self._ended.wait(_RHYTHM):
            rss = 0
            for each in (self._process, *self._children()):
                with suppress(psutil.NoSuchProcess):
                    rss += each.memory_info().rss
            self._peak = max(self._peak, rss / 1e6)


@contextmanager
def engine() -> Iterator[Engine]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=run_child, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    assert child.pid is not None
    while not isinstance(ours.recv(), Ready):
        pass
    running = Engine(ours, psutil.Process(child.pid))
    try:
        yield running
    finally:
        running.end()
        child.join()


def rows(photo: Path, folder: Path, states: tuple[str, ...]) -> Iterator[Row]:
    if "idle" in states or "result" in states:
        with engine() as running:
            running.send(Warm(OPTIONS))
            running.settle()
            yield running.row("idle after the start", MOST_IDLE, None)
            if "result" in states:
                six = cropped(photo, SIX, folder)
                running.do(Open(1, six, folder / "1"))
                running.do(Enlarge(1, six, OPTIONS, folder / "1"))
                yield running.row("6 MP enlarged x2", MOST_RESTED)
    if "previews" in states:
        with engine() as running:
            for number, path in enumerate((cropped(photo, NINE, folder), photo)):
                preview(running, number, path, folder)
            yield running.row("previews of 9 and 20 MP", MOST_RESTED)


def cropped(photo: Path, size: tuple[int, int], folder: Path) -> Path:
    path = folder / f"{size[0]}x{size[1]}.png"
    if not path.exists():
        upright = ImageOps.exif_transpose(Image.open(photo)).convert("RGB")
        left, top = ((side - wanted) // 2 for side, wanted in zip(upright.size, size, strict=True))
        box = (left, top, left + size[0], top + size[1])
        upright.crop(box).save(path, compress_level=1)
    return path


def preview(running: Engine, number: int, path: Path, folder: Path) -> None:
    running.do(Open(number, path, folder / f"opened-{number}"))
    with Image.open(path) as opened:
        width, height = ImageOps.exif_transpose(opened).size
    for place, (across, down) in enumerate(PLACES, 10 * number):
        left = round(across * (OPTIONS.scale * width - SCREEN[0]))
        top = round(down * (OPTIONS.scale * height - SCREEN[1]))
        region = (left, top, left + SCREEN[0], top + SCREEN[1])
        running.do(Preview(place, path, OPTIONS, folder / "tiles", region))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("photo", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", choices=STATES, nargs="+", default=STATES)
    given = parser.parse_args()
    print(f"{'MB; RSS / PSS of the process tree':34}{'peak':18}{'at once':16}after ten seconds")
    missed = 0
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache  # the engine's, which inherits it
        for run in range(1, given.runs + 1):
            with tempfile.TemporaryDirectory() as folder:
                for row in rows(given.photo, Path(folder), tuple(given.only)):
                    print(f"{run}: {row}", flush=True)
                    missed += row.missed
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
