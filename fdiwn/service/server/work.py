"""Handlers of the engine process, one for each kind of request."""

from __future__ import annotations

import itertools
import os
import pickle
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from fdiwn.api.errors import OutputError
from fdiwn.api.files import write_whole
from fdiwn.api.options import PLAIN_READING, Reading, SaveOptions, UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop
from fdiwn.api.reports import Check, Device
from fdiwn.api.tiles import Box, Grid
from fdiwn.batch.records.items import Items
from fdiwn.batch.records.plan import BatchOptions, Plan
from fdiwn.batch.records.task import Executor
from fdiwn.pixels.picture import Enlargement, Picture, Pixels, StoredPicture
from fdiwn.service.client.events import (
    Checked,
    DeviceReport,
    Event,
    Exported,
    Finished,
    ModelReady,
    Opened,
    Saved,
    SelfTested,
)
from fdiwn.service.client.requests import (
    SOURCE,
    THUMBNAIL,
    Enlarge,
    Export,
    Fetch,
    ImportModel,
    Open,
    Probe,
    Save,
    SelfTest,
    Work,
)
from fdiwn.service.server.display import write_bicubic, write_display, write_thumbnail

STORED = "enlargement.pickle"


class PreviewView(Protocol):
    """Computes any part of a result, see `fdiwn.enlarge.preview.previewer`."""

    @property
    def grid(self) -> Grid: ...
    @property
    def device(self) -> str: ...
    @property
    def precision(self) -> str: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    def tile(self, box: Box, should_stop: ShouldStop) -> Pixels: ...


class Engine(Protocol):
    """The command line's functions that a window needs.

    kind: see `fdiwn.codec.kind`, None if unreadable. keep: reads a picture that will be needed
    again soon. view: calls ``on_preparing`` if it must wait for what only a first start builds.
    warm: returns at once. rest: called when idle; releases memory, or returns False if
    that must wait.
    """

    def read(self, source: Path, options: UpscaleOptions, reading: Reading) -> Picture: ...
    def enlarge(
        self,
        picture: Picture,
        options: UpscaleOptions,
        scratch: Path,
        on_progress: Progress,
        should_stop: ShouldStop,
    ) -> Enlargement: ...
    def kind(self, source: Path) -> str | None: ...
    def keep(self, source: Path, options: UpscaleOptions, reading: Reading) -> Picture: ...
    def view(
        self,
        picture: Picture,
        options: UpscaleOptions,
        should_stop: ShouldStop,
        on_preparing: Callable[[], None],
    ) -> PreviewView: ...
    def warm(self, options: UpscaleOptions) -> None: ...
    def rest(self) -> bool: ...
    def write(
        self, stored: StoredPicture, target: Path, save: SaveOptions, replaces: bool
    ) -> tuple[str, ...]: ...
    def fetch(self, name: str, on_progress: Progress, should_stop: ShouldStop) -> Path: ...
    def import_model(self, source: Path, should_stop: ShouldStop) -> Path: ...
    def probe(self) -> tuple[Device, ...]: ...
    def self_test(
        self, scratch: Path, on_check: Callable[[Check], None], should_stop: ShouldStop
    ) -> bool: ...
    def survey(
        self,
        options: BatchOptions,
        items: Items,
        speed: float | None,
        on_progress: Progress,
        should_stop: ShouldStop,
    ) -> Plan: ...
    def executor(self, options: UpscaleOptions) -> Executor: ...


class Desk(Protocol):
    """What a handler may use while it works."""

    @property
    def engine(self) -> Engine: ...
    @property
    def batch_paused(self) -> bool: ...
    def send(self, event: Event) -> None: ...
    def reporter(self, work: Work) -> Callable[[int, int], None]: ...
    def should_stop(self) -> bool: ...
    def check_stop(self) -> None: ...
    def check_cancelled(self, work: Work) -> None:
        """Raise if `work`, which runs between two tiles of other work, was cancelled."""


def open_picture(work: Open, desk: Desk) -> None:
    read = desk.engine.keep if work.full else desk.engine.read
    picture = read(work.source, UpscaleOptions(), PLAIN_READING)
    folder = work.scratch / (SOURCE if work.full else THUMBNAIL)
    folder.mkdir(parents=True, exist_ok=True)
    write = write_display if work.full else write_thumbnail
    path = _free_name(folder, "pixels-{}.raw")
    display = write(picture.pixels, picture.metadata, path, work.screen)
    _remove_others(path)
    size = (picture.width, picture.height, picture.bands)
    bits = 8 * picture.pixels.dtype.itemsize
    desk.send(Opened(work.job_id, *size, picture.metadata.notes, display, work.full, bits))


def enlarge_picture(work: Enlarge, desk: Desk) -> None:
    picture = desk.engine.read(work.source, work.options, work.reading)
    _remove_unfinished_runs(work.scratch)
    folder = _free_name(work.scratch, "run-{}")
    folder.mkdir(parents=True)
    try:
        done = desk.engine.enlarge(
            picture, work.options, folder, desk.reporter(work), desk.should_stop
        )
        stored, result = done.stored, done.result
        enlarged = write_display(
            stored.pixels(),
            stored.metadata,
            folder / "enlarged.raw",
            work.screen,
            desk.check_stop,
        )
        size = (stored.width, stored.height)
        bicubic = write_bicubic(picture, size, folder / "bicubic.raw", work.screen, desk.check_stop)
        desk.check_stop()
        _keep_stored(stored, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    desk.send(
        Finished(
            job_id=work.job_id,
            options=work.options,
            width=stored.width,
            height=stored.height,
            model=result.model,
            device=result.device,
            precision=result.precision,
            seconds=result.seconds,
            notes=result.notes,
            fidelity_psnr=result.fidelity_psnr,
            fidelity_max_difference=result.fidelity_max_difference,
            enlarged=enlarged,
            bicubic=bicubic,
            kind=desk.engine.kind(work.source),
            source_size=result.input_size,
            bits=16 if stored.dtype == "uint16" else 8,
        )
    )


def save_picture(work: Save, desk: Desk) -> None:
    if os.path.lexists(work.target) and not work.overwrite:
        raise OutputError(
            f"{work.target.name} was not saved",
            "a file of that name exists already",
            "Choose another name",
        )
    stored = load_stored(work.run, f"{work.target.name} was not saved")
    notes = desk.engine.write(stored, work.target, work.save, work.overwrite)
    desk.send(Saved(work.job_id, work.target, notes))


def export_picture(work: Export, desk: Desk) -> None:
    work.target.parent.mkdir(parents=True, exist_ok=True)
    stored = load_stored(work.run, f"{work.target.name} was not written")
    notes = desk.engine.write(stored, work.target, work.save, replaces=True)
    desk.send(Exported(work.job_id, work.target, notes))


def fetch_model(work: Fetch, desk: Desk) -> None:
    path = desk.engine.fetch(work.name, desk.reporter(work), desk.should_stop)
    desk.send(ModelReady(work.job_id, work.task, path))


def import_model(work: ImportModel, desk: Desk) -> None:
    path = desk.engine.import_model(work.source, desk.should_stop)
    desk.send(ModelReady(work.job_id, work.task, path))


def _free_name(folder: Path, form: str) -> Path:
    """The first free one of these names, numbered from 1: the window may still show earlier pixels,
    for another screen or of an earlier run."""
    paths = (folder / form.format(number) for number in itertools.count(1))
    return next(path for path in paths if not path.exists())


def _remove_others(keep: Path) -> None:
    for path in keep.parent.glob("pixels-*.raw"):
        if path != keep:
            with suppress(OSError):  # Windows keeps what the window shows
                path.unlink()


def _remove_unfinished_runs(scratch: Path) -> None:
    """Files of a killed process; the window removes those of finished runs."""
    for folder in scratch.glob("run-*"):
        if not (folder / STORED).exists():
            shutil.rmtree(folder, ignore_errors=True)


def _keep_stored(stored: StoredPicture, run: Path) -> None:
    """On disk, so that a result survives a crash of this process."""
    write_whole(run / STORED, pickle.dumps(stored))


def load_stored(run: Path, what: str) -> StoredPicture:
    """The enlargement in a run's folder. Raises OutputError, beginning with `what`, if it is
    gone."""
    try:
        # Our own session's folder, written by `_keep_stored`.
        stored = pickle.loads((run / STORED).read_bytes())  # noqa: S301
    except OSError as error:
        raise OutputError(what, "the result is no longer there", "Enlarge it again") from error
    assert isinstance(stored, StoredPicture)
    return stored


def probe_devices(work: Probe, desk: Desk) -> None:
    desk.send(DeviceReport(work.job_id, desk.engine.probe()))


def test_this_computer(work: SelfTest, desk: Desk) -> None:
    folder = work.scratch / "self-test"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        passed = desk.engine.self_test(
            folder, lambda check: desk.send(Checked(work.job_id, check)), desk.should_stop
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    desk.send(SelfTested(work.job_id, passed))
