"""Memory of the engine process: idle, after a result, after previews.

    python tests/benchmarks/engine_memory.py PHOTO [--runs 3]

Starts the engine process as the window does and prints a table, in MB, of its whole tree: RSS, and
PSS, which counts shared pages by their share (Linux only). PHOTO is the large one, of about 20
megapixels; the result is of its middle 3000 x 2000 pixels, at x2. Of each state there are two
figures: at once, and after the engine has rested (`fdiwn.service.server.loop.IDLE_SECONDS`).
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import psutil
from PIL import Image

from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.child import run_child
from fdiwn.service.client.events import Failed, Progress, Ready
from fdiwn.service.client.orders import Shutdown, Warm
from fdiwn.service.client.requests import Enlarge, Open, Preview, Work
from fdiwn.service.server.loop import IDLE_SECONDS

SIX_MEGAPIXELS = (3000, 2000)
PLACES = ((0.1, 0.1), (0.5, 0.5), (0.9, 0.9))
"""Of the previews, each a screen full of the enlargement."""
SCREEN = (1600, 1000)
OPTIONS = UpscaleOptions(2, device="cpu")


@contextmanager
def engine() -> Iterator[tuple[Connection, psutil.Process]]:
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    child = multiprocessing.get_context("spawn").Process(target=run_child, args=(theirs,))
    child.start()
    theirs.close()
    assert child.pid is not None
    try:
        while not isinstance(ours.recv(), Ready):
            pass
        yield ours, psutil.Process(child.pid)
    finally:
        ours.send(Shutdown())
        child.join()


def do(pipe: Connection, work: Work) -> None:
    """Sends it and waits for the event that closes it. Raises RuntimeError if it fails."""
    pipe.send(work)
    while True:
        event = pipe.recv()
        if isinstance(event, Failed):
            raise RuntimeError(f"{event.what}: {event.why}")
        task = getattr(event, "task", None)
        closes = type(event).__name__ in ("Opened", "Finished", "PreviewDone")
        if closes and not isinstance(event, Progress) and task in (None, work.task):
            return


def taken(process: psutil.Process) -> str:
    tree = [process, *process.children(recursive=True)]
    infos = [each.memory_full_info() for each in tree]
    rss = sum(info.rss for info in infos)
    pss = sum(getattr(info, "pss", info.rss) for info in infos)
    return f"{rss / 1e6:6.0f} /{pss / 1e6:6.0f}"


def states(photo: Path, cropped: Path, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each state with what is taken at once and after a rest."""
    with Image.open(photo) as opened:
        size = opened.size

    with engine() as (pipe, process):
        pipe.send(Warm(OPTIONS))
        settle(process)  # warming up has no end that the engine tells
        yield "idle", taken(process), rested(process)
        do(pipe, Open(1, cropped, folder / "1"))
        do(pipe, Enlarge(1, cropped, OPTIONS, folder / "1"))
        yield "6 MP enlarged x2", taken(process), rested(process)
    with engine() as (pipe, process):
        do(pipe, Open(2, photo, folder / "2"))
        for number, (across, down) in enumerate(PLACES, 10):
            left, top = round(across * size[0]), round(down * size[1])
            region = (left, top, left + SCREEN[0], top + SCREEN[1])
            do(pipe, Preview(number, photo, OPTIONS, folder / "tiles", region))
        yield "three previews of the photo", taken(process), rested(process)


def settle(process: psutil.Process) -> None:
    """Waits until the process has had nothing to do for two seconds."""
    process.cpu_percent()
    while True:
        time.sleep(2.0)
        if process.cpu_percent() < 3.0:
            return


def rested(process: psutil.Process) -> str:
    time.sleep(IDLE_SECONDS + 5)
    return taken(process)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("photo", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    print(f"{'RSS / PSS of the process tree, MB':36}{'at once':>16}{'rested':>16}")
    for run in range(1, arguments.runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            cropped = Path(folder, "6mp.png")
            with Image.open(arguments.photo) as opened:
                left, top = (
                    (side - wanted) // 2
                    for side, wanted in zip(opened.size, SIX_MEGAPIXELS, strict=True)
                )
                box = (left, top, left + SIX_MEGAPIXELS[0], top + SIX_MEGAPIXELS[1])
                opened.convert("RGB").crop(box).save(cropped, compress_level=1)
            for name, at_once, later in states(arguments.photo, cropped, Path(folder)):
                print(f"{f'run {run}: {name}':36}{at_once:>16}{later:>16}", flush=True)


if __name__ == "__main__":
    main()
