"""Batches of the fake engine: the real run and the real journal, around a fast enlargement.

As for single pictures, names ask for trouble: ``slow``, ``broken``.
"""

from __future__ import annotations

import shutil
import time
from collections import deque
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyvips

from fdiwn.api.errors import Cancelled
from fdiwn.api.files import file_sha256
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop
from fdiwn.api.sizing import Factor, SizePlan, plan
from fdiwn.batch.faults import failure_of
from fdiwn.batch.records.items import Items
from fdiwn.batch.records.plan import BatchOptions, Plan
from fdiwn.batch.records.task import Beginning, Made, Outcome, Part, Task, Update
from tests.results import result_for

if TYPE_CHECKING:
    from fdiwn.enlarge.pipeline import Upscaler
    from tests.gui.fake_engine import FakeEngine

SPEED = 1e6


class Inline:
    """An executor that works when it is asked what happened, a tile at a time."""

    def __init__(self, engine: FakeEngine) -> None:
        self._engine = engine
        self._tasks: deque[Task] = deque()
        self._updates: deque[Update] = deque()
        self._stopped = False
        self._tiles: tuple[Task, int, int] | None = None
        self._began = 0.0

    def wants(self) -> int:
        return 1 - len(self._tasks) - (self._tiles is not None) - len(self._updates)

    def submit(self, task: Task) -> None:
        self._tasks.append(task)

    def take(self, seconds: float) -> Update | None:
        if self._updates:
            return self._updates.popleft()
        try:
            return self._step()
        except Exception as error:
            key = self._tiles[0].entry.key if self._tiles else self._tasks.popleft().entry.key
            self._tiles = None
            return Outcome(key, failure=failure_of(error))

    def stop(self) -> None:
        self._stopped = True

    def close(self) -> None:
        self._tasks.clear()

    def _step(self) -> Update | None:
        from tests.gui.fake_engine import SLOW_TILE_SECONDS, SLOW_TILES

        if self._stopped and (self._tiles or self._tasks):
            raise Cancelled
        if self._tiles is None:
            if not self._tasks:
                time.sleep(0.001)
                return None
            task = self._tasks[0]
            self._engine.read(task.entry.source)
            self._tasks.popleft()
            total = SLOW_TILES // 4 if "slow" in task.entry.source.name else 2
            self._tiles, self._began = (task, 0, total), time.perf_counter()
            return Beginning(task.entry.key)
        task, done, total = self._tiles
        if total > 2:
            time.sleep(SLOW_TILE_SECONDS)
        done += 1
        self._tiles = (task, done, total)
        if done == total:
            made = self._make(task)
            self._tiles = None
            self._updates.append(Outcome(task.entry.key, made))
        return Part(task.entry.key, done, total)

    def _make(self, task: Task) -> Made:
        folder, source = task.staged.parent, task.entry.source
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        picture = self._engine.read(source)
        scale = task.upscale.scale
        large = picture.pixels.repeat(scale, axis=0).repeat(scale, axis=1)
        pyvips.Image.new_from_array(large).write_to_file(str(task.staged))
        status = source.stat()
        return Made(
            content=file_sha256(source),
            source_bytes=status.st_size,
            source_mtime_ns=status.st_mtime_ns,
            sha256=file_sha256(task.staged),
            bytes=task.staged.stat().st_size,
            result=result_for(
                (picture.width, picture.height), scale, "fake", time.perf_counter() - self._began
            ),
        )


class NoModels:
    """What the survey asks of an `Upscaler`."""

    def plan_for(self, size: tuple[int, int], options: UpscaleOptions) -> SizePlan:
        return plan(*size, options.size or Factor(Fraction(options.scale)), (options.scale,))

    def model(self, path: Path) -> StandIn:
        return StandIn()


@dataclass(frozen=True)
class StandIn:
    sha256: str = "0123"


def survey_folders(
    options: BatchOptions,
    items: Items,
    speed: float | None,
    on_progress: Progress,
    should_stop: ShouldStop,
) -> Plan:
    from fdiwn.batch.planning.survey import survey  # loads what the other tests need not wait for

    return survey(
        options,
        items,
        upscaler=cast("Upscaler", NoModels()),
        speed=speed or SPEED,
        on_progress=on_progress,
        should_stop=should_stop,
    )
