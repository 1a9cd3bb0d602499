"""A fast engine for tests of the window: real files in and out, nearest neighbour in between.

It runs in a real child process behind the real loop. The name of a picture asks for trouble:
``slow`` takes many tiles, ``steady`` two seconds, ``broken`` cannot be read, ``crash`` kills the
process while enlarging,
``fault`` raises an error nobody foresaw, ``deaf`` does not hear that it should stop, ``chatty``
writes to the log, ``lazy`` has slow preview tiles. ``hangs`` in the name of what is read or
written waits for a file of that name with ``.go`` at its end.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pyvips

from fdiwn.api.errors import (
    Cancelled,
    DownloadError,
    EngineError,
    InputError,
    OutputError,
    WeightsError,
)
from fdiwn.api.finishing import Finish
from fdiwn.api.options import PLAIN_READING, Reading, SaveOptions, UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop
from fdiwn.api.reports import FORMAT, MODEL, SYSTEM, Check, Device
from fdiwn.api.tiles import Box, Grid, lines
from fdiwn.batch.records.items import Items
from fdiwn.batch.records.plan import BatchOptions, Plan
from fdiwn.pixels.finish import finish_stored, finished_part
from fdiwn.pixels.picture import Enlargement, Picture, Pixels, StoredPicture
from fdiwn.service.server.loop import serve
from tests.gui import fake_batch
from tests.results import result_for

log = logging.getLogger(__name__)

SLOW_TILES = 400
STEADY_TILES = 100
SLOW_TILE_SECONDS = 0.02
DEAF_SECONDS = 100.0
ANY = UpscaleOptions()
PREVIEW_TILE = 16  # source pixels


def enlarged(
    stored: StoredPicture, options: UpscaleOptions, model: str = "fake", seconds: float = 1.5
) -> Enlargement:
    """What the pipeline would return."""
    size = (stored.width // options.scale, stored.height // options.scale)
    return Enlargement(stored, result_for(size, options.scale, model, seconds))


class FakeView:
    """A preview by nearest neighbour. slow: each tile takes a while. finish: applied to it."""

    device, precision = "cpu", "float32"
    notes: tuple[str, ...] = ()

    def __init__(self, picture: Picture, scale: int, slow: bool, finish: Finish) -> None:
        self._picture, self._scale, self._slow, self._finish = picture, scale, slow, finish
        width, height = picture.width, picture.height
        columns, rows = (
            tuple(scale * n for n in lines(side, PREVIEW_TILE)) for side in (width, height)
        )
        self.grid = Grid(scale * width, scale * height, columns, rows)

    def tile(self, box: Box, should_stop: ShouldStop) -> Pixels:
        if self._slow:
            time.sleep(SLOW_TILE_SECONDS)
        if should_stop():
            raise Cancelled
        large = self._picture.pixels.repeat(self._scale, axis=0).repeat(self._scale, axis=1)
        return finished_part(
            lambda part: large[part.top : part.bottom, part.left : part.right],
            self._picture.pixels,
            (self.grid.width, self.grid.height),
            self._finish,
            box,
        )


class FakeEngine:
    def read(
        self, source: Path, options: UpscaleOptions = ANY, reading: Reading = PLAIN_READING
    ) -> Picture:
        if "broken" in source.name or not source.is_file():
            raise InputError(f"{source.name} cannot be opened", "it is damaged", "Try another file")
        _hang(source)
        if "chatty" in source.name:
            log.info("reading %s", source.name)
            other = threading.Thread(target=log.warning, args=("from another thread",))
            other.start()
            other.join()
        image = pyvips.Image.new_from_file(str(source))
        pixels = np.asarray(image.numpy())
        picture = Picture(pixels.reshape(image.height, image.width, image.bands))
        return picture.cropped(options.crop)

    def enlarge(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scratch: Path,
        on_progress: Progress,
        should_stop: ShouldStop,
    ) -> Enlargement:
        # The loop hands over pixels, not names; marks in the corner stand for the names.
        mark = tuple(int(v) for v in picture.pixels[0, 0, :3])
        if mark == CRASH:
            on_progress(1, 4)
            os.kill(os.getpid(), signal.SIGKILL)
        if mark == DEAF:
            time.sleep(DEAF_SECONDS)
        if mark == FAULT:
            raise RuntimeError("nobody foresaw this")
        tiles = SLOW_TILES if mark == SLOW else STEADY_TILES if mark == STEADY else 4
        for done in range(tiles):
            if should_stop():
                raise Cancelled
            if mark in (SLOW, STEADY):
                time.sleep(SLOW_TILE_SECONDS)
            on_progress(done + 1, tiles)
        stored = nearest(picture, options.scale, scratch / "result.raw")
        if options.finish.changes:
            finish_stored(stored, picture.pixels, options.finish)
        return enlarged(stored, options)

    def keep(self, source: Path, options: UpscaleOptions, reading: Reading) -> Picture:
        return self.read(source, options, reading)

    def view(
        self,
        picture: Picture,
        options: UpscaleOptions,
        should_stop: ShouldStop,
        on_preparing: Callable[[], None],
    ) -> FakeView:
        mark = tuple(int(v) for v in picture.pixels[0, 0, :3])
        if mark == LAZY:
            on_preparing()
        if "broken" in (options.model or ""):
            raise WeightsError(f"{options.model} is not a model", "it is damaged", "Choose another")
        if mark == CRASH:
            os.kill(os.getpid(), signal.SIGKILL)
        if mark == FAULT:
            raise EngineError("There is no live preview of this", "of a fault", "Upscale it")
        return FakeView(picture, options.scale, mark == LAZY, options.finish)

    def rest(self) -> bool:
        return True

    def warm(self, options: UpscaleOptions) -> None:
        pass

    def kind(self, source: Path) -> str | None:
        return "png"

    def write(
        self, stored: StoredPicture, target: Path, save: SaveOptions, replaces: bool
    ) -> tuple[str, ...]:
        if not target.parent.is_dir():
            raise OutputError(
                f"{target.name} was not saved", "the folder is gone", "Choose another"
            )
        _hang(target)
        pyvips.Image.new_from_array(np.ascontiguousarray(stored.pixels())).write_to_file(
            str(target)
        )
        return ()

    def survey(
        self,
        options: BatchOptions,
        items: Items,
        speed: float | None,
        on_progress: Progress,
        should_stop: ShouldStop,
    ) -> Plan:
        return fake_batch.survey_folders(options, items, speed, on_progress, should_stop)

    def executor(self, options: UpscaleOptions) -> fake_batch.Inline:
        return fake_batch.Inline(self)

    def fetch(self, name: str, on_progress: Progress, should_stop: ShouldStop) -> Path:
        for done in range(SLOW_TILES if "slow" in name else 4):
            if should_stop():
                raise Cancelled
            if "slow" in name:
                time.sleep(SLOW_TILE_SECONDS)
            on_progress(done + 1, SLOW_TILES)
        if "offline" in name:
            raise DownloadError(f"{name} was not fetched", "no network", "Connect and try again")
        return Path(name)

    def import_model(self, source: Path, should_stop: ShouldStop) -> Path:
        if "broken" in source.name:
            raise WeightsError(f"{source.name} is not a model", "it is damaged", "Choose another")
        return source

    def probe(self) -> tuple[Device, ...]:
        """A CPU with bfloat16, no GPU."""
        cpu = Device("cpu", "Fake CPU", True, "openvino", ("float32", "bfloat16"), "bfloat16", 2)
        return (Device("cuda"), Device("mps"), cpu, Device("webgpu"), Device("intel-gpu"))

    def self_test(
        self, scratch: Path, on_check: Callable[[Check], None], should_stop: ShouldStop
    ) -> bool:
        """Three lines, of which one fails; slow and deaf if the scratch folder holds a file."""
        on_check(Check(SYSTEM, "Processor", "Fake CPU"))
        on_check(Check(MODEL, "stand-in-x2", "as published", passed=True))
        for _ in range(SLOW_TILES if (scratch.parent / "slow").exists() else 1):
            if should_stop():
                raise Cancelled
            time.sleep(SLOW_TILE_SECONDS)
        on_check(Check(FORMAT, "WebP", f"not as written, in {Path.home()}", passed=False))
        return False


SLOW, CRASH, FAULT, DEAF, LAZY, STEADY = ((n, n, n) for n in range(1, 7))
MARKS = {
    "slow": SLOW, "crash": CRASH, "fault": FAULT, "deaf": DEAF, "lazy": LAZY, "steady": STEADY,
}  # fmt: skip


def draw(path: Path, width: int = 40, height: int = 30) -> Path:
    """Write a gradient picture to `path`; a word of `MARKS` in its name puts the mark in."""
    columns, rows = np.meshgrid(np.arange(width), np.arange(height))
    pixels = np.stack([columns * 5 % 256, rows * 7 % 256, (columns + rows) * 3 % 256], axis=2)
    for word, mark in MARKS.items():
        if word in path.name:
            pixels[0, 0] = mark
    pyvips.Image.new_from_array(pixels.astype(np.uint8)).write_to_file(str(path))
    return path


def stand_in_models(folder: Path, *scales: int) -> Path:
    """Files that look like models to the table of models; the fake engine does not read them."""
    folder.mkdir(parents=True, exist_ok=True)
    for scale in scales:
        header = json.dumps({"__metadata__": {"scale": str(scale), "variant": "FDIWN"}}).encode()
        file = folder / f"stand-in-x{scale}.safetensors"
        file.write_bytes(len(header).to_bytes(8, "little") + header)
    return folder


def _hang(path: Path) -> None:
    """Until the test lets go, or is surely over."""
    end = time.monotonic() + DEAF_SECONDS
    while "hangs" in path.name and time.monotonic() < end:
        if path.with_name(path.name + ".go").exists():
            return
        path.with_name(path.name + ".here").touch()
        time.sleep(0.01)


def nearest(picture: Picture, scale: int, path: Path) -> StoredPicture:
    large = picture.pixels.repeat(scale, axis=0).repeat(scale, axis=1)
    large.tofile(path)
    height, width, bands = large.shape
    return StoredPicture(path, width, height, bands, str(large.dtype), picture.metadata)


def run(pipe: Connection) -> None:
    """The child's main function."""
    serve(pipe, FakeEngine())


def die_at_once(pipe: Connection) -> None:
    """A child that cannot even start."""
    os._exit(3)
