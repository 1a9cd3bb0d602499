"""Assigns a batch's final names without conflicts, and its temporary names. Light.

Only results that the journal lists, and their pictures, are opened.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from fdiwn.api.files import file_sha256
from fdiwn.api.taken_names import TakenNames, exact, folded
from fdiwn.batch.records.items import Item, Items, Stage
from fdiwn.batch.records.plan import Action, BatchOptions, Entry

_STRANGE = "a file of this name is there already"
_CHANGED = "its result was changed by somebody"
_OLDER = "its result there is of an earlier version of the picture"
_OTHERWISE = "its result there was made with other settings or another model"


class Namer:
    """Assigns targets to the entries of a plan. Call ``settle`` once for each, in order.

    entries: with their wished targets. items: of the journal. ignores_case: of the output folder.
    readable: whether a file is a complete picture.
    """

    def __init__(
        self,
        options: BatchOptions,
        entries: Iterable[Entry],
        items: Items,
        ignores_case: bool,
        readable: Callable[[Path], bool],
    ) -> None:
        self._options, self._items, self._readable = options, items, readable
        self._before: dict[str, Path] = {}
        entries = tuple(entries)
        # Names from earlier runs are reserved too, for the same entries.
        fold = folded if ignores_case else exact
        self._names = TakenNames([entry.source for entry in entries], fold)
        self._take_from_journal(entries)

    def settle(self, entry: Entry) -> Entry:
        """The entry with its target and action."""
        target = self._before.get(entry.key, entry.wished)
        if (why := self._names.reason_against(target, entry.key)) and not self._may_rename():
            return replace(entry, action=Action.REFUSE, reason=why)
        notes = entry.notes
        if why:
            target = self._free(entry)
            notes = (*notes, f"Named {target.name}: {why}")
        self._names.take(target, entry.key)
        entry = replace(entry, target=target, notes=notes)
        if entry.action is not Action.ENLARGE or not os.path.lexists(target):
            return entry
        return self._meet(entry)

    def _meet(self, entry: Entry) -> Entry:
        """Handle a target that exists already."""
        item = self._items.get(self._below(entry.target))
        verdict = self._verdict(entry, item)
        if verdict is Action.ENLARGE:
            note = "Its result was damaged, and is made again"
            return replace(entry, replaces=True, notes=(*entry.notes, note))
        conflict = self._options.on_conflict
        if verdict is Action.DONE_BEFORE:
            if conflict == "skip" or self._options.resume:
                return replace(entry, action=Action.DONE_BEFORE)
            verdict = "its result is there already"
        if conflict == "overwrite":
            return replace(entry, replaces=True, notes=(*entry.notes, f"Replaced: {verdict}"))
        if conflict == "rename":
            target = self._free(entry)
            self._names.take(target, entry.key)
            notes = (*entry.notes, f"Named {target.name}: {verdict}")
            return replace(entry, target=target, notes=notes)
        action = Action.SKIP if conflict == "skip" else Action.REFUSE
        return replace(entry, action=action, reason=f"{entry.target.name}: {verdict}")

    def _verdict(self, entry: Entry, item: Item | None) -> Action | str:
        """DONE_BEFORE; ENLARGE if our result is not a picture any more; or the reason against
        making it."""
        if item is None:
            return _STRANGE
        if item.stage is not Stage.DONE:
            return _STRANGE if self._readable(entry.target) else Action.ENLARGE
        if not _intact(entry.target, item):
            return _CHANGED if self._readable(entry.target) else Action.ENLARGE
        if not _same_content(entry, item):
            return _OLDER
        if (entry.settings, entry.model) != (item.settings, item.model):
            return _OTHERWISE
        return Action.DONE_BEFORE

    def _take_from_journal(self, entries: tuple[Entry, ...]) -> None:
        """Reserve the names of earlier results, so that new pictures do not change them."""
        known: dict[tuple[str, str], list[Item]] = {}
        for item in self._items.values():
            known.setdefault((item.source, item.wished), []).append(item)
        for entry in entries:
            items = known.get((str(entry.source), self._below(entry.wished)), [])
            same = [i for i in items if (i.settings, i.model) == (entry.settings, entry.model)]
            for item in (same or items)[:1]:
                target = self._options.output / item.target
                if not self._names.reason_against(target, entry.key):
                    self._before[entry.key] = target
                    self._names.take(target, entry.key)

    def _may_rename(self) -> bool:
        return self._options.on_conflict != "fail"

    def _free(self, entry: Entry) -> Path:
        return self._names.free(entry.wished, entry.key, os.path.lexists)

    def _below(self, target: Path) -> str:
        return target.relative_to(self._options.output).as_posix()


def _intact(target: Path, item: Item) -> bool:
    """Whether a result is unchanged; its content is checked if its run was interrupted."""
    try:
        found = target.lstat()
    except OSError:
        return False
    stamp = (item.result_bytes, item.result_mtime_ns)
    if item.sure and (found.st_size, found.st_mtime_ns) == stamp:
        return True
    return same_file(target, item.result_bytes, item.result_sha256)


def _same_content(entry: Entry, item: Item) -> bool:
    stamp = (item.source, item.bytes, item.mtime_ns)
    if (str(entry.source), entry.bytes, entry.mtime_ns) == stamp:
        return True
    try:
        return file_sha256(entry.source) == item.content
    except OSError:
        return False


def staging(target: Path) -> Path:
    """The temporary path of a target's result: in a hidden folder beside it.

    The folder's name follows from the target, so that it can be found and removed.
    """
    mark = hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]
    return target.parent / f".fdiwn-{mark}.batch" / target.name


def same_file(path: Path, size: int, sha256: str) -> bool:
    """Whether there is a file with this content."""
    try:
        if path.is_symlink() or path.stat().st_size != size:
            return False
        return file_sha256(path) == sha256
    except OSError:
        return False
