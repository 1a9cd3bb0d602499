"""The engine of the window: the command line's functions, and its memory management."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from fdiwn import codec
from fdiwn.api import catalog
from fdiwn.api.errors import Cancelled, FdiwnError, ModelNotFound
from fdiwn.api.options import Reading, SaveOptions, UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop
from fdiwn.api.reports import Check, Device
from fdiwn.batch.records.items import Items
from fdiwn.batch.records.plan import BatchOptions, Plan
from fdiwn.batch.records.task import Executor
from fdiwn.codec.target import look
from fdiwn.enlarge.cache import PictureCache
from fdiwn.enlarge.stages import part_of, read_source
from fdiwn.pixels.picture import Enlargement, Picture, StoredPicture
from fdiwn.service.server.loop import serve
from fdiwn.service.server.work import PreviewView

if TYPE_CHECKING:
    from fdiwn.enlarge.pipeline import Upscaler
    from fdiwn.enlarge.preview.previewer import Previewer

log = logging.getLogger(__name__)

_RHYTHM = 0.1
"""Seconds between two looks whether what is loaded in advance is built for the first time."""


class PipelineEngine:
    """Loads the libraries of the network when they are needed, so that pictures open at once."""

    def __init__(self) -> None:
        self._made: tuple[Upscaler, Previewer] | None = None
        self._warming: threading.Thread | None = None
        self._wanted: UpscaleOptions | None = None
        self._rested = False
        self._needed = threading.Event()
        self._first_start = False
        self._cache = PictureCache()

    def read(self, source: Path, options: UpscaleOptions, reading: Reading) -> Picture:
        found = self._cache.find(_key(source, options, reading))
        whole = found or self._cache.find(_key(source, replace(options, crop=None), reading))
        if whole is not None:
            return found or part_of(whole, options.crop)
        return read_source(source, options, reading)

    def keep(self, source: Path, options: UpscaleOptions, reading: Reading) -> Picture:
        """A part of a picture is kept beside it, as a crop is often changed."""
        if self._rested and self._wanted is not None:
            self._load(self._wanted)  # for the preview that will follow, while this is decoded
        if options.crop is None:
            key = _key(source, options, reading)
            return self._cache.keep(key, lambda: read_source(source, options, reading))
        whole = self.keep(source, replace(options, crop=None), reading)
        key = _key(source, options, reading)
        return self._cache.keep(key, lambda: part_of(whole, options.crop))

    def enlarge(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scratch: Path,
        on_progress: Progress,
        should_stop: ShouldStop,
    ) -> Enlargement:
        upscaler, _ = self._computing()
        return upscaler.enlarge(picture, options, scratch, on_progress, should_stop)

    def view(
        self,
        picture: Picture,
        options: UpscaleOptions,
        should_stop: ShouldStop,
        on_preparing: Callable[[], None],
    ) -> PreviewView:
        _, previewer = self._computing(on_preparing)
        return previewer.view(picture, options)

    def warm(self, options: UpscaleOptions) -> None:
        """On a thread, so that pictures are opened meanwhile."""
        if self._warming is None:
            self._load(options)

    def _load(self, options: UpscaleOptions) -> None:
        self._wanted, self._rested = options, False
        self._needed.clear()
        self._warming = threading.Thread(
            target=self._warm, args=(options,), name="warm", daemon=True
        )
        self._warming.start()

    @property
    def warming(self) -> bool:
        return self._warming is not None and self._warming.is_alive()

    def _warm(self, options: UpscaleOptions) -> None:
        try:
            _, previewer = self._make()
            self._first_start = previewer.is_first_use(options)
            previewer.warm(options, self._needed.is_set)
        except Cancelled:
            pass  # another request waits, and loads the rest
        except FdiwnError as error:
            log.info("nothing was loaded in advance: %s", error)  # whoever needs it is told

    def _computing(
        self, on_preparing: Callable[[], None] | None = None
    ) -> tuple[Upscaler, Previewer]:
        self._rested = False
        if self._warming is not None:
            self._needed.set()
            while self.warming:
                if self._first_start and on_preparing is not None:
                    on_preparing()
                    on_preparing = None
                self._warming.join(_RHYTHM)
        return self._make()

    def _make(self) -> tuple[Upscaler, Previewer]:
        if self._made is None:
            from fdiwn.enlarge.pipeline import Upscaler
            from fdiwn.enlarge.preview.previewer import Previewer

            self._made = Upscaler(self._cache, graphs_apart=True), Previewer(self._cache)
        return self._made

    def kind(self, source: Path) -> str | None:
        return look(source).kind

    def rest(self) -> bool:
        """Keeps pictures within their budget, and only what the next preview starts with."""
        if self.warming:
            return False
        for each in self._made or ():
            each.release()
        self._cache.shrink()
        give_back_heap()
        self._rested = True
        return True

    def write(
        self, stored: StoredPicture, target: Path, save: SaveOptions, replaces: bool
    ) -> tuple[str, ...]:
        codec.check_target(target, stored.width, stored.height, stored.bands, save)
        return codec.write_picture(stored, target, save, replaces)

    def fetch(self, name: str, on_progress: Progress, should_stop: ShouldStop) -> Path:
        from fdiwn.models.download import fetch

        info = catalog.table_model(name)
        if info is None:
            raise ModelNotFound(f"There is no model called {name}")
        return fetch(info, catalog.models_home(), on_progress, should_stop)

    def import_model(self, source: Path, should_stop: ShouldStop) -> Path:
        from fdiwn.models.weights import import_checkpoint

        return import_checkpoint(source, catalog.models_home(), should_stop)

    def probe(self) -> tuple[Device, ...]:
        from fdiwn.diagnostics.devices import devices

        return devices()

    def self_test(
        self, scratch: Path, on_check: Callable[[Check], None], should_stop: ShouldStop
    ) -> bool:
        from fdiwn.diagnostics.self_test import run_self_test

        return run_self_test(scratch, on_check, should_stop).passed

    def survey(
        self,
        options: BatchOptions,
        items: Items,
        speed: float | None,
        on_progress: Progress,
        should_stop: ShouldStop,
    ) -> Plan:
        from fdiwn.batch.planning.survey import survey

        return survey(options, items, speed=speed, on_progress=on_progress, should_stop=should_stop)

    def executor(self, options: UpscaleOptions) -> Executor:
        """With separate models: previews are computed on this thread meanwhile."""
        from fdiwn.batch.local import LocalExecutor

        return LocalExecutor(options, graphs_apart=True)


def _key(source: Path, options: UpscaleOptions, reading: Reading) -> tuple[object, ...] | None:
    """Identifies the pixels that would be read; None for a missing file."""
    try:
        status = source.stat()
    except OSError:
        return None
    read_with = (reading, options.limits, options.crop)
    return (source, status.st_mtime_ns, status.st_size, *read_with)


def run(pipe: Connection) -> None:
    """The child's main function."""
    frugal_heap()
    engine = PipelineEngine()
    serve(pipe, engine)
    if engine.warming:
        os._exit(0)  # a compiling thread cannot be stopped, and must not be torn down


_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # of mallopt(3)
_LARGE = 4 << 20
"""Freed blocks of at least this many bytes are returned to the system at once."""
_ARENAS = 2


def frugal_heap() -> None:
    """For a process that lives long and works rarely; call it before threads are started."""
    if (libc := _glibc()) is not None:
        libc.mallopt(_M_MMAP_THRESHOLD, _LARGE)
        libc.mallopt(_M_TRIM_THRESHOLD, _LARGE)
        libc.mallopt(_M_ARENA_MAX, _ARENAS)


def give_back_heap() -> None:
    """Returns free memory to the system; takes some milliseconds."""
    if (libc := _glibc()) is not None:
        libc.malloc_trim(0)


@cache
def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None
