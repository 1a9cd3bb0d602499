"""Batches of the fake engine: the real run and the real journal, around a fast enlargement.

As for single pictures, names ask for trouble; so does ``tiny``, which no batch can make.
"""

from __future__ import annotations

import shutil
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

import pyvips

from fdiwn import naming
from fdiwn.batch_events import State
from fdiwn.batch_faults import failure_of
from fdiwn.batch_journal import FOLDER, open_journal
from fdiwn.batch_plan import Action, BatchOptions, Entry, PassedOver, Plan
from fdiwn.batch_publish import hash_of
from fdiwn.batch_task import Beginning, Made, Outcome, Part, Task, Update
from fdiwn.errors import Cancelled, NamingError
from fdiwn.options import Progress, ShouldStop

if TYPE_CHECKING:
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
            slow = "slow" in task.entry.source.name
            self._tiles, self._began = (task, 0, SLOW_TILES if slow else 2), time.perf_counter()
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
            content=hash_of(source),
            source_bytes=status.st_size,
            source_mtime_ns=status.st_mtime_ns,
            sha256=hash_of(task.staged),
            bytes=task.staged.stat().st_size,
            seconds=time.perf_counter() - self._began,
            size=(picture.width, picture.height),
            result=(large.shape[1], large.shape[0]),
            model="fake",
            device="cpu",
        )


def survey(
    options: BatchOptions, speed: float | None, on_progress: Progress, should_stop: ShouldStop
) -> Plan:
    """The real survey needs models; this one needs none."""
    done = _done(options.output)
    found: list[Entry] = []
    passed: list[PassedOver] = []
    for folder in options.folders:
        paths = sorted(folder.rglob("*") if options.recursive else folder.glob("*"))
        for number, path in enumerate(paths):
            if should_stop():
                raise Cancelled
            on_progress(number, len(paths))
            if path.suffix == ".png":
                found.append(_entry(options, folder, path, done))
            elif path.is_file():
                passed.append(PassedOver(path, "it is no picture"))
    return Plan(options, tuple(found), tuple(passed), SPEED, 10**12)


def _entry(options: BatchOptions, folder: Path, path: Path, done: set[Path]) -> Entry:
    below = path.relative_to(folder)
    facts = naming.Facts(path.stem, options.upscale.size or _factor(options))
    name = naming.expand(options.template, facts, ".png")
    target = options.output / below.parent / name
    status = path.stat()
    entry = Entry(
        key=(below if len(options.folders) == 1 else folder.name / below).as_posix(),
        source=path,
        target=target,
        wished=target,
        bytes=status.st_size,
        mtime_ns=status.st_mtime_ns,
        settings="settings",
        model="model",
    )
    return _decided(entry, options, done)
