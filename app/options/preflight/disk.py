"""The part of the pre-flight that asks the disks: folders, names that are taken, room."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.look.translation import tr
from app.look.words import file_size
from app.options.preflight.items import Estimate, Finding, Item, Surroundings

ESTIMATES_MAY_BE = 2.0
"""How many times smaller than estimated a file may come out."""


def without(items: Sequence[Item], findings: Sequence[Finding]) -> list[Item]:
    """Those that are not refused."""
    refused = {finding.id for finding in findings if finding.blocks}
    return [item for item in items if item.id not in refused]


def names_taken(
    items: Sequence[Item], estimates: Mapping[int, Estimate], around: Surroundings
) -> list[Finding]:
    """Folders that do not do, and names that are taken."""
    findings, taken = [], dict[Path, int]()
    for item in items:
        target = estimates[item.id].target
        if target is None:
            continue
        if refused := _folder_refused(item, target, around):
            findings.append(refused)
            continue
        there = around.names(target.parent) or frozenset()
        exists, twice = os.path.normcase(target.name) in there, target in taken
        taken[target] = item.id
        finding = _taken(item, target, exists, twice)
        if finding is not None:
            findings.append(finding)
    return findings


def _folder_refused(item: Item, target: Path, around: Surroundings) -> Finding | None:
    if target == Path():
        return Finding(item.id, tr("No folder is chosen for the results"), tr("Choose one"))
    folder = target.parent
    if around.names(folder) is None:
        text = tr("There is no folder {0}").format(folder)
        return Finding(item.id, text, tr("Choose another folder"))
    if not around.writable(folder):
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
    items: Sequence[Item], estimates: Mapping[int, Estimate], scratch: Path, around: Surroundings
) -> list[Finding]:
    """Whether the unfinished work and the files fit onto the disks."""
    findings: list[Finding] = []
    free = around.free(scratch)
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
    return findings + _room_at_destination(without(items, findings), estimates, around)


def _room_at_destination(
    items: Sequence[Item], estimates: Mapping[int, Estimate], around: Surroundings
) -> list[Finding]:
    findings: list[Finding] = []
    sums: dict[Path, int] = {}
    for item in items:
        target = estimates[item.id].target
        free = around.free(target.parent) if target is not None else None
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
