"""Plans a batch: reads headers, assigns names, checks sizes and limits, measures speed."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import numpy as np

from fdiwn.api import estimate
from fdiwn.api.catalog import find_model
from fdiwn.api.cropping import cropped_size
from fdiwn.api.errors import Cancelled, FdiwnError, InputError, NamingError, OutputError, SizeError
from fdiwn.api.formats import FORMAT_NAMES, reason_against
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop, never
from fdiwn.api.sizing import Factor, SizePlan
from fdiwn.api.taken_names import ignores_case
from fdiwn.batch.planning.names import Namer
from fdiwn.batch.planning.scan import Found, scan
from fdiwn.batch.records.items import Items
from fdiwn.batch.records.plan import Action, BatchOptions, Entry, PassedOver, Plan, settings_hash
from fdiwn.codec import read_picture
from fdiwn.codec.target import Look, look
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.targets import result_name
from fdiwn.pixels.picture import Picture

_BANDS = 3  # for the estimates: usual pictures


def survey(
    options: BatchOptions,
    items: Items,
    *,
    upscaler: Upscaler | None = None,
    speed: float | None = None,
    only: Collection[Path] | None = None,
    on_progress: Progress | None = None,
    should_stop: ShouldStop = never,
) -> Plan:
    """The plan of a batch. Writes nothing, and reads only the headers of the pictures.

    items: of the journal in the output folder, empty if there is none. speed: pixels that the
    network reads per second, for the time. only: restricts the plan to these pictures, for
    watching. on_progress: (done, total) pictures. Raises InputError for a missing folder,
    OutputError for an unusable output folder, WeightsError without a model, NamingError, or
    Cancelled.
    """
    _refuse_read_only(options.output)
    found, passed = scan(options)
    if only is not None:
        wanted = set(only)
        found, passed = [each for each in found if each.path in wanted], []
    surveyor = _Surveyor(options, upscaler or Upscaler(should_stop=should_stop))
    entries: list[Entry] = []
    for number, each in enumerate(found):
        if should_stop():
            raise Cancelled
        if on_progress:
            on_progress(number, len(found))
        entry = surveyor.entry(each)
        if reason := _out_of_bounds(entry, options):
            passed.append(PassedOver(each.path, reason))
        else:
            entries.append(entry)
    one_name = ignores_case(options.output)
    namer = Namer(options, entries, items, one_name, _is_picture)
    settled = tuple(namer.settle(entry) for entry in entries)
    free = shutil.disk_usage(_existing(options.output)).free
    plan = Plan(options, settled, tuple(passed), speed, free, one_name)
    return replace(plan, notes=_notes(plan, free))


class _Surveyor:
    """Makes the plan's entries, one picture at a time."""

    def __init__(self, options: BatchOptions, upscaler: Upscaler) -> None:
        self._options, self._upscaler = options, upscaler
        upscale = options.upscale
        self._wanted = upscale.size or Factor(Fraction(upscale.scale))
        self._settings = settings_hash(upscale, options.save)
        self._models: dict[tuple[int, ...], tuple[str, str]] = {}

    def entry(self, found: Found) -> Entry:
        """The entry with its wished target. Raises WeightsError or NamingError."""
        options, reason, way = self._options, "", None
        whole = look(found.path)
        seen = whole.cropped(options.upscale.crop)
        if whole.size is not None:
            try:
                size = cropped_size(whole.size, options.upscale.crop)
                way = self._upscaler.plan_for(size, options.upscale)
            except SizeError as error:
                reason = str(error)
        model, model_hash = self._model(way)
        folder = options.output.joinpath(*found.below)
        name, note, against = self._name(found, seen, model)
        entry = Entry(
            key=found.key,
            source=found.path,
            target=folder / name,
            wished=folder / name,
            notes=(note,) if note else (),
            bytes=found.bytes,
            mtime_ns=found.mtime_ns,
            size=whole.size,
            settings=self._settings,
            model=model_hash,
        )
        if way is not None and seen.size is not None and not against:
            entry = self._measured(entry, way, seen.size)
            reason = reason or _limit(entry, options)
        if reason := reason or against:
            return replace(entry, action=Action.REFUSE, reason=reason)
        return entry

    def _name(self, found: Found, seen: Look, model: str) -> tuple[str, str, str]:
        """The name, a note, and why the template gives none; then the picture's own name."""
        save, template = self._options.save, self._options.template
        try:
            return *result_name(found.path, seen, self._wanted, save, template, model), ""
        except (NamingError, InputError) as error:
            return found.path.name, "", str(error)

    def _measured(self, entry: Entry, way: SizePlan, size: tuple[int, int]) -> Entry:
        """The entry with its cost."""
        result = (way.width, way.height)
        name = FORMAT_NAMES[entry.target.suffix.lower()]
        encoded = estimate.file_bytes(name, result, self._options.save)
        return replace(
            entry,
            result=result,
            work=estimate.pixels_read(size, way.steps),
            room=estimate.scratch_bytes(size, way, _BANDS, 1) + encoded,
            result_bytes=encoded,
        )

    def _model(self, way: SizePlan | None) -> tuple[str, str]:
        """Names and hash of the models that a picture needs. Raises WeightsError."""
        upscale = self._options.upscale
        steps = way.steps if way else ((upscale.scale,) if upscale.size is None else ())
        if steps not in self._models:
            paths = [find_model(upscale.model, step) for step in dict.fromkeys(steps)]
            hashes = "".join(self._upscaler.model(path).sha256 for path in paths)
            name = " + ".join(dict.fromkeys(path.stem for path in paths))
            self._models[steps] = name, sha256(hashes.encode()).hexdigest() if paths else ""
        return self._models[steps]


def _limit(entry: Entry, options: BatchOptions) -> str:
    """Why a picture of this size is refused; empty if it is not."""
    assert entry.size is not None
    assert entry.result is not None
    (width, height), most = entry.size, options.upscale.limits.pixels
    if width * height > most:
        return f"it has {width:,} x {height:,} pixels, and the limit is {most:,}"
    name = FORMAT_NAMES[entry.target.suffix.lower()]
    return reason_against(name, entry.result, options.save.depth, options.save.lossless)


def _out_of_bounds(entry: Entry, options: BatchOptions) -> str:
    if entry.size is None:
        return ""
    pixels = entry.size[0] * entry.size[1]
    if options.min_pixels is not None and pixels < options.min_pixels:
        return f"smaller than {options.min_pixels:,} pixels"
    if options.max_pixels is not None and pixels > options.max_pixels:
        return f"larger than {options.max_pixels:,} pixels"
    return ""


def _is_picture(path: Path) -> bool:
    """Whether a picture file can be decoded completely."""
    try:
        read_picture(path)
    except (FdiwnError, OSError):
        return False
    return True


def _existing(folder: Path) -> Path:
    """The folder, or the nearest existing one above it."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _refuse_read_only(output: Path) -> None:
    folder = _existing(output)
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        why = f"{folder} is read-only" if folder.is_dir() else f"{folder} is a file"
        raise OutputError(f"{output} cannot take the results", why, "Choose another folder.")


def _notes(plan: Plan, free: int) -> tuple[str, ...]:
    todo = plan.of(Action.ENLARGE)
    needed = plan.result_bytes + max((entry.room for entry in todo), default=0)
    if needed <= free:
        return ()
    return (f"The results take about {needed / 1e9:.1f} GB, and {free / 1e9:.1f} are free",)


_SIDE = 256


def pixels_a_second(upscaler: Upscaler, options: UpscaleOptions) -> float:
    """Pixels that the network reads per second with these options, measured on noise.

    Excludes loading the model. Raises WeightsError or EngineError.
    """
    scale = upscaler.open(options).scale
    options = replace(options, scale=scale, size=None)
    noise = np.random.default_rng(1).integers(0, 256, (_SIDE, _SIDE, 3), np.uint8)
    with tempfile.TemporaryDirectory() as folder:
        upscaler.enlarge(Picture(noise), options, Path(folder))
        began = time.perf_counter()
        upscaler.enlarge(Picture(noise), options, Path(folder))
    return _SIDE * _SIDE / (time.perf_counter() - began)
