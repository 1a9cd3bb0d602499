"""The pre-flight: sizes, time and disk of a run, and what is impossible. Pure functions.

Impossible pictures are refused before anything is computed, with a suggestion; the rest are
warnings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from app.look.translation import tr
from app.look.words import rounded, whole
from app.options.preflight.disks import names_taken, room, without
from app.options.preflight.items import DiskInfo, Estimate, Finding, Item
from app.settings.order import Order, Where
from fdiwn.api import estimate, naming
from fdiwn.api.errors import NamingError, SizeError
from fdiwn.api.formats import FORMAT_NAMES, HOLDS_16_BITS, HOLDS_ALPHA, MAX_SIDE, ONLY_READ_NAMES
from fdiwn.api.options import SCALES
from fdiwn.api.reports import Device, chosen
from fdiwn.api.sizing import SizePlan, TargetSize, plan


@dataclass(frozen=True)
class Preflight:
    """cleared: pictures that may run. seconds: None if the speed for one of them is unknown."""

    cleared: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    estimates: Mapping[int, Estimate] = field(default_factory=dict)

    @property
    def refused(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.blocks)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if not finding.blocks)

    @property
    def file_bytes(self) -> int:
        return sum(self.estimates[number].file for number in self.cleared)

    @property
    def seconds(self) -> float | None:
        known = [self.estimates[number].seconds for number in self.cleared]
        return None if None in known else sum(s for s in known if s is not None)


@dataclass(frozen=True)
class Known:
    """models: the scale of each installed model, by name, the best of a scale first. speeds: see
    `app.settings.settings`. date: today's. scratch: the folder for unfinished work. devices: None
    while unknown."""

    models: Mapping[str, int]
    speeds: Mapping[str, float]
    date: str
    scratch: Path
    devices: tuple[Device, ...] | None = None


def check(items: Sequence[Item], known: Known, disks: DiskInfo) -> Preflight:
    """Check all pictures of a run together."""
    findings: list[Finding] = []
    estimates: dict[int, Estimate] = {}
    for item in items:
        found = _examine(item, known)
        if isinstance(found, Finding):
            findings.append(found)
        else:
            estimates[item.id], more = found
            findings += more
    cleared = [item for item in items if item.id in estimates]
    findings += names_taken(cleared, estimates, disks)
    findings += room(without(cleared, findings), estimates, known.scratch, disks)
    left = tuple(item.id for item in without(cleared, findings))
    return Preflight(left, tuple(findings), estimates)


def _examine(item: Item, known: Known) -> Finding | tuple[Estimate, list[Finding]]:
    """Check one picture by itself."""
    if refused := _device_refused(item, known):
        return refused
    try:
        way = _way(item, known)
    except SizeError:
        return _size_refused(item)
    if isinstance(way, Finding):
        return way
    size, save = (way.width, way.height), item.order.save
    suffix, against = estimate.likely_suffix(item.source, size, save)
    name, warnings = FORMAT_NAMES[suffix.lower()], []
    if refused := format_refused(item, name, size):
        return refused
    if against:
        own = (FORMAT_NAMES | ONLY_READ_NAMES)[item.source.suffix.lower()]
        why = _limit(own, size, save.depth)
        warnings.append(Finding(item.id, tr("Written as {0}: {1}").format(name, why), blocks=False))
    model = _model(item.order, way, known)
    try:
        target = _target(item, way, suffix, model, known.date)
    except NamingError as error:
        return Finding(item.id, error.why, error.todo)
    itemsize = 2 if item.bits == 16 or save.depth == "16" else 1
    speed = known.speeds.get(estimate.speed_key(item.order.upscale, model))
    return Estimate(
        size=size,
        target=target,
        file=estimate.file_bytes(name, size, save, item.bands, item.bits),
        scratch=estimate.scratch_bytes(item.size, way, item.bands, itemsize),
        kept=estimate.kept_bytes(way, item.bands, itemsize),
        seconds=estimate.pixels_read(item.size, way.steps) / speed if speed else None,
    ), warnings


def _device_refused(item: Item, known: Known) -> Finding | None:
    options = item.order.upscale
    if known.devices is None:
        return None
    device = chosen(known.devices, options.device)
    if device is None:
        text = tr("The chosen device is not in this computer")
        return Finding(item.id, text, tr("Choose Automatic under Device"))
    if options.precision not in ("auto", *device.precisions):
        text = tr("{0} does not compute in {1}").format(device.name, options.precision)
        return Finding(item.id, text, tr("Choose another precision"))
    return None


def steps_of(item: Item, known: Known) -> tuple[int, ...]:
    """The network scales that a picture passes through; empty if it cannot be enlarged."""
    try:
        way = _way(item, known)
    except SizeError:
        return ()
    return () if isinstance(way, Finding) else way.steps


def _way(item: Item, known: Known) -> SizePlan | Finding:
    """The steps to the size, or a finding about a missing model. Raises SizeError."""
    options = item.order.upscale
    scales: tuple[int, ...] = SCALES if options.size is not None else (options.scale,)
    if options.model is not None:
        if options.model not in known.models:
            text = tr("There is no model {0} on this computer").format(options.model)
            return Finding(item.id, text, tr("Choose another model"))
        scales = (known.models[options.model],)
    way = _plan(item.size, item.order.wanted, scales)
    missing = sorted(set(way.steps) - set(known.models.values()))
    if missing:
        text = tr("There is no model for {0}× on this computer").format(missing[0])  # noqa: RUF001
        return Finding(item.id, text, tr("Fetch or import one, or choose another size"))
    return way


@lru_cache(maxsize=1024)
def _plan(size: tuple[int, int], wanted: TargetSize, scales: tuple[int, ...]) -> SizePlan:
    """Cached, as one camera's pictures have few sizes."""
    return plan(*size, wanted, scales)


def _model(order: Order, way: SizePlan, known: Known) -> str:
    """The model names that a result will state."""
    if order.upscale.model is not None:
        return order.upscale.model
    best = {scale: name for name, scale in reversed(list(known.models.items()))}
    return " + ".join(dict.fromkeys(best[scale] for scale in way.steps))


def _size_refused(item: Item) -> Finding:
    factor = float(item.order.wanted.factor(*item.size))
    times = rounded(factor, 3)
    if factor > 1.1:
        text = tr("That is {0} times as large, and enlarging ends at 16 times").format(times)
        return Finding(item.id, text, tr("Choose a smaller size"))
    if factor < 1:
        text = tr("Already larger than this")
    else:
        text = tr("That is {0} times as large, and enlarging begins at 1.1 times").format(times)
    return Finding(item.id, text, tr("Choose a larger size"))


def _limit(name: str, size: tuple[int, int], depth: str) -> str:
    """Why the format cannot be used."""
    if max(size) > MAX_SIDE[name]:
        return tr("{0} ends at {1} pixels a side").format(name, whole(MAX_SIDE[name]))
    if depth == "16" and name not in HOLDS_16_BITS:
        return tr("{0} cannot hold 16 bits").format(name)
    return tr("{0} is never lossless").format(name)


def format_refused(item: Item, name: str, size: tuple[int, int]) -> Finding | None:
    """Why this format cannot hold a result of this size with these options."""
    save = item.order.save
    if max(size) > MAX_SIDE[name]:
        todo = tr("Choose PNG or TIFF, or a smaller size")
        return Finding(item.id, _limit(name, size, save.depth), todo)
    if save.depth == "16" and name not in HOLDS_16_BITS:
        return Finding(item.id, _limit(name, size, save.depth), tr("Choose PNG or TIFF"))
    if save.lossless and name == "JPEG":
        return Finding(item.id, _limit(name, size, "auto"), tr("Choose PNG, TIFF, WebP or AVIF"))
    if item.bands in (2, 4) and name not in HOLDS_ALPHA and save.background is None:
        todo = tr("Choose a background, or another format")
        return Finding(item.id, tr("{0} cannot hold transparency").format(name), todo)
    if item.bands == 2 and save.background is not None and len(set(save.background)) > 1:
        text = tr("The picture is grey, and the background is not")
        return Finding(item.id, text, tr("Choose a grey background"))
    return None


def _target(item: Item, way: SizePlan, suffix: str, model: str, date: str) -> Path | None:
    """Where the result is saved; None if the user is asked. Raises NamingError."""
    destination = item.order.destination
    facts = naming.Facts(
        item.source.stem, item.order.wanted, (way.width, way.height), way.factor, model, date
    )
    name = naming.expand(destination.template, facts, suffix)
    if destination.where is Where.ASK:
        return None
    if destination.where is Where.BESIDE:
        return item.source.parent / name
    return (destination.folder / name) if destination.folder is not None else Path()
