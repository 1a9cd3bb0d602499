"""The engine of the screenshots: the fast one of the tests, which holds still while it is told to.

A file with the name of a stop in the folder that ``FDIWN_STAGE`` names holds the engine there,
until the file is gone: so a state that lasts a moment can be drawn in every look.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pyvips

from fdiwn.api.errors import Cancelled, EngineError, InputError
from fdiwn.api.options import PLAIN_READING, Reading, UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop
from fdiwn.api.reports import BACKEND, FORMAT, MODEL, ROOM, SYSTEM, VERSIONS, Check, Device
from fdiwn.api.tiles import Box
from fdiwn.pixels.picture import Enlargement, Picture, Pixels, StoredPicture
from fdiwn.service.server.loop import serve
from tests.gui import fake_engine
from tests.gui.fake_engine import ANY, FakeEngine, FakeView, enlarged

STAGE = "FDIWN_STAGE"
ENLARGING, PREVIEWING, FETCHING, CHECKING = "enlarging", "previewing", "fetching", "checking"
"""The stops."""
TILES, TILES_BEFORE, TILE_SECONDS = 8, 3, 2.5
PREVIEW_TILES = 11

CHECKS = (
    Check(SYSTEM, "Operating system", "Linux 6.8.0-51-generic, glibc 2.39"),
    Check(SYSTEM, "Processor", "Intel Core i7-1260P, 16 threads, AVX2 and VNNI"),
    Check(SYSTEM, "Memory", "31.1 GB, 18.4 GB of it free"),
    Check(VERSIONS, "torch", "2.11.0"),
    Check(VERSIONS, "OpenVINO", "2025.4"),
    Check(ROOM, "free disk for unfinished work", "212 GB", passed=True),
    Check(MODEL, "fdiwn-x2", "as published", passed=True),
    Check(MODEL, "fdiwn-x4", "as published", passed=True),
    Check(BACKEND, "cpu, bfloat16", "differs by 1 of 255 at most from the reference", passed=True),
    Check(FORMAT, "JPEG", "read and written", passed=True),
    Check(FORMAT, "TIFF", "read and written, 16 bits", passed=True),
)


class StageEngine(FakeEngine):
    """Enlarges smoothly, and says what a usual computer would say."""

    def read(
        self, source: Path, options: UpscaleOptions = ANY, reading: Reading = PLAIN_READING
    ) -> Picture:
        try:
            return super().read(source, options, reading)
        except pyvips.Error as exc:
            raise InputError(
                f"{source.name} cannot be read",
                "the file ends in the middle of the picture",
                "Copy it again from the camera",
            ) from exc

    def enlarge(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scratch: Path,
        on_progress: Progress,
        should_stop: ShouldStop,
    ) -> Enlargement:
        if tuple(int(v) for v in picture.pixels[0, 0, :3]) == fake_engine.FAULT:
            raise EngineError(
                "The picture was not enlarged",
                "there was not enough memory",
                "Close other programs, then try again",
            )
        for done in range(1, TILES + 1):
            if done > 1 and done <= TILES_BEFORE and _held(ENLARGING):
                time.sleep(TILE_SECONDS)
            on_progress(done, TILES)
            if done == TILES_BEFORE:
                _hold(ENLARGING, should_stop)
        stored = _smooth(picture, options.scale, scratch / "result.raw")
        made = enlarged(stored, options, f"fdiwn-x{options.scale}", 8.4)
        return replace(made, result=replace(made.result, precision="bfloat16", fidelity_psnr=44.2))

    def view(
        self,
        picture: Picture,
        options: UpscaleOptions,
        should_stop: ShouldStop,
        on_preparing: Callable[[], None],
    ) -> FakeView:
        if options.size is not None:
            raise EngineError("There is no preview", "of the stage", "Enlarge it")
        return _StageView(picture, options.scale, slow=False, finish=options.finish)

    def fetch(self, name: str, on_progress: Progress, should_stop: ShouldStop) -> Path:
        on_progress(1_100_000, 3_000_000)
        _hold(FETCHING, should_stop)
        raise Cancelled

    def probe(self) -> tuple[Device, ...]:
        cpu = Device(
            "cpu",
            "Intel Core i7-1260P",
            present=True,
            backend="openvino",
            precisions=("float32", "bfloat16"),
            fastest="bfloat16",
            threads=16,
        )
        missing = Device("webgpu"), Device("intel-gpu")
        return (Device("cuda"), Device("mps", unsupported=True), cpu, *missing)

    def self_test(
        self, scratch: Path, on_check: Callable[[Check], None], should_stop: ShouldStop
    ) -> bool:
        for number, check in enumerate(CHECKS):
            if number == len(CHECKS) - 3:
                _hold(CHECKING, should_stop)
            on_check(check)
        on_check(Check(FORMAT, "AVIF", "was not read as it had been written", passed=False))
        return False


class _StageView(FakeView):
    _given = 0

    def tile(self, box: Box, should_stop: ShouldStop) -> Pixels:
        self._given += 1
        if self._given > PREVIEW_TILES:
            _hold(PREVIEWING, should_stop)
        return super().tile(box, should_stop)


def _smooth(picture: Picture, scale: int, path: Path) -> StoredPicture:
    image = pyvips.Image.new_from_array(np.ascontiguousarray(picture.pixels))
    large = np.asarray(image.resize(scale, kernel="lanczos3").cast("uchar").numpy())
    large = large.reshape(large.shape[0], large.shape[1], -1)
    large.tofile(path)
    height, width, bands = large.shape
    return StoredPicture(path, width, height, bands, "uint8", picture.metadata)


def _held(stop: str) -> bool:
    return (Path(os.environ[STAGE]) / stop).exists()


def _hold(stop: str, should_stop: ShouldStop) -> None:
    while _held(stop):
        if should_stop():
            raise Cancelled
        time.sleep(0.01)


def run(pipe: Connection) -> None:
    """The child's main function."""
    serve(pipe, StageEngine())
