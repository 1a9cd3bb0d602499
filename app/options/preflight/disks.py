"""The pre-flight's disk checks: folders, taken names, free space."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from app.look.translation import tr
from app.look.words import file_size
from app.options.preflight.items import DiskInfo, Estimate, Finding, Item

ESTIMATES_MAY_BE = 2.0
"""How many times smaller than estimated a file may turn out."""
KEPT_SECONDS = 2.0

Answer = TypeVar("Answer")


def without(items: Sequence[Item], findings: Sequence[Finding]) -> list[Item]:
    """The items that are not refused."""
    refused = {finding.id for finding in findings if finding.blocks}
    return [item for item in items if item.id not in refused]


def names_taken(
    items: Sequence[Item], estimates: Mapping[int, Estimate], disks: DiskInfo
) -> list[Finding]:
    """Findings about unusable folders and taken names."""
    findings, taken = [], dict[Path, int]()
    for item in items:
        target = estimates[item.id].target
        if target is None:
            continue
        if refused := _folder_refused(item, target, disks):
            findings.append(refused)
            continue
        there = disks.names(target.parent) or frozenset()
        exists, twice = os.path.normcase(target.name) in there, target in taken
        taken[target] = item.id
        finding = _taken(item, target, exists, twice)
        if finding is not None:
            findings.append(finding)
    return findings


def _folder_refused(item: Item, target: Path, disks: DiskInfo) -> Finding | None:
    if target == Path():
        return Finding(item.id, tr("No folder is chosen for the results"), tr("Choose one"))
    folder = target.parent
    if disks.names(folder) is None:
        text = tr("There is no folder {0}").format(folder)
        return Finding(item.id, text, tr("Choose another folder"))
    if not disks.writable(folder):
        text = tr("The folder {0} cannot be written to").format(folder)
        return Finding(item.id, text, tr("Choose another folder"))
    return None


def _taken(item: Item, target: Path, exists: bool, twice: bool) -> Finding | None:
    if not item.order.destination.overwrite:
        if exists or twice:
            text = tr("The name is taken; the result gets a number")
            return Finding(item.id, text, blocks=False)
        return None
    if target == item.source:
        text = tr("The result would replace the original itself")
        return Finding(item.id, text, tr("Add something to the name, such as {scale}x"))
    if twice:
        text = tr("Two results would have the same name, {0}").format(target.name)
        return Finding(item.id, text, tr("Choose to add a number, or put {name} into the name"))
    if exists:
        return Finding(item.id, tr("A file of this name will be replaced"), blocks=False)
    return None


def room(
    items: Sequence[Item], estimates: Mapping[int, Estimate], scratch: Path, disks: DiskInfo
) -> list[Finding]:
    """Check that unfinished work and files fit on the disks."""
    findings: list[Finding] = []
    free = disks.free(scratch)
    if free is not None:
        together = 0
        for item in items:
            needed = max(estimates[item.id].scratch, estimates[item.id].kept)
            together += estimates[item.id].kept
            if needed > free:
                findings.append(Finding(item.id, *_no_room(needed, free)))
            elif together > free:
                text = tr("All results together may not fit onto the disk of {0}")
                text = text.format(scratch.parent)
                todo = tr("Save and remove some in between")
                findings.append(Finding(item.id, text, todo, blocks=False))
    return findings + _room_at_destination(without(items, findings), estimates, disks)


def _room_at_destination(
    items: Sequence[Item], estimates: Mapping[int, Estimate], disks: DiskInfo
) -> list[Finding]:
    findings: list[Finding] = []
    sums: dict[Path, int] = {}
    for item in items:
        target = estimates[item.id].target
        free = disks.free(target.parent) if target is not None else None
        if target is None or free is None:
            continue
        size = estimates[item.id].file
        sums[target.parent] = sums.get(target.parent, 0) + size
        if size / ESTIMATES_MAY_BE > free:
            findings.append(Finding(item.id, *_no_room(size, free)))
        elif sums[target.parent] > free:
            text = tr("The results may not fit into {0}").format(target.parent)
            findings.append(Finding(item.id, text, tr("Free some space"), blocks=False))
    return findings


def _no_room(needed: int, free: int) -> tuple[str, str]:
    text = tr("It takes about {0} on the disk, and {1} are free")
    todo = tr("Free some space, or choose a smaller size")
    return text.format(file_size(needed), file_size(free)), todo


class Disks:
    """The computer's own `DiskInfo`. Answers are cached for KEPT_SECONDS, so that
    a thousand pictures in one folder ask once."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, Path], tuple[float, object]] = {}

    def free(self, folder: Path) -> int | None:
        return self._ask("free", folder, _free)

    def names(self, folder: Path) -> frozenset[str] | None:
        return self._ask("names", folder, _names)

    def writable(self, folder: Path) -> bool:
        return self._ask("writable", folder, lambda path: os.access(path, os.W_OK | os.X_OK))

    def _ask(self, what: str, folder: Path, how: Callable[[Path], Answer]) -> Answer:
        now = time.monotonic()
        then, answer = self._answers.get((what, folder), (-KEPT_SECONDS, None))
        if now - then >= KEPT_SECONDS:
            answer = how(folder)
            self._answers[what, folder] = (now, answer)
        return answer  # type: ignore[return-value]  # of what `how` once gave for this question


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _names(folder: Path) -> frozenset[str] | None:
    try:
        return frozenset(os.path.normcase(path.name) for path in folder.iterdir())
    except OSError:
        return None
