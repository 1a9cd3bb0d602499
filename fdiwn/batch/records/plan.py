"""The plan of a batch: one record for each picture, before anything is done. Light and pure.

`fdiwn.batch.planning.survey.survey` makes a plan, `fdiwn.batch.run.run` carries it out. In between
it may be looked at, sorted, filtered and, target by target, changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from pathlib import Path

from fdiwn.api import naming
from fdiwn.api.errors import NamingError, OutputError
from fdiwn.api.formats import FORMAT_NAMES, WRITABLE, reason_against
from fdiwn.api.json_records import from_plain, to_plain
from fdiwn.api.options import AS_IT_IS, SaveOptions, UpscaleOptions
from fdiwn.api.taken_names import exact, folded

CONFLICTS = ("skip", "rename", "overwrite", "fail")
FOLDER = ".fdiwn-batch"
"""In a folder of results; holds its journal, and marks it."""


@dataclass(frozen=True)
class BatchOptions:
    """What was asked for. Checked when made.

    folders: where the pictures are, absolute; of several, each is mirrored under its own name.
    output: the folder for the results. recursive: with all subfolders, which are mirrored.
    include, exclude: patterns such as ``*.tif`` or ``raw/*``, against the name and the path below
    the folder, in any case; with include, only what matches one is taken. template: of names, see
    `fdiwn.api.naming`. on_conflict: of CONFLICTS, for what has a result's name already. resume:
    what the journal proves to be done is never done again, whatever on_conflict says. min_pixels,
    max_pixels: smaller and larger pictures are passed over. retries: how often a picture is tried
    again that failed for a passing reason. keep_dates: results get the date of change of their
    pictures.
    """

    folders: tuple[Path, ...]
    output: Path
    upscale: UpscaleOptions
    save: SaveOptions = AS_IT_IS
    recursive: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    template: str = naming.DEFAULT
    on_conflict: str = "skip"
    resume: bool = False
    min_pixels: int | None = None
    max_pixels: int | None = None
    retries: int = 2
    keep_dates: bool = False

    def __post_init__(self) -> None:
        if self.on_conflict not in CONFLICTS:
            raise ValueError(f"on_conflict is one of {CONFLICTS}, not {self.on_conflict!r}")
        if not self.folders:
            raise ValueError("a batch needs a folder of pictures")
        if self.retries < 0:
            raise ValueError(f"retries are 0 or more, not {self.retries}")
        try:
            naming.tokens(self.template)
        except NamingError as exc:
            raise ValueError(str(exc)) from exc


class Action(Enum):
    """What a plan does with a picture.

    ENLARGE: make it. DONE_BEFORE: an earlier run has made it, of the same content and with the
    same settings, and the result is there. SKIP: leave what has the result's name, and do nothing.
    REFUSE: it cannot be made, and counts as failed.
    """

    ENLARGE = "enlarge"
    DONE_BEFORE = "done before"
    SKIP = "skip"
    REFUSE = "refuse"


@dataclass(frozen=True)
class Entry:
    """One picture of a plan.

    key: its path below the folder, with ``/``; of several folders, with the folder's name. No two
    entries of a plan have the same. source, target: absolute. wished: the target by the template
    alone, before names were told apart or somebody chose another. bytes, mtime_ns: of the source
    when it was looked at; 0 if the system did not say. size: of the picture, upright, in pixels,
    None where the header does not tell. result: in pixels, None with size. work: pixels that the
    network will read, 0 with size. room: bytes that the disk must hold while it is made, result
    included; result_bytes: of the result alone, about. reason: why it is not simply made; notes:
    what else is worth knowing. replaces: what has the target's name may be replaced.
    settings, model: hashes of what makes the result, see `fdiwn.batch.journal`.
    """

    key: str
    source: Path
    target: Path
    wished: Path
    action: Action = Action.ENLARGE
    reason: str = ""
    notes: tuple[str, ...] = ()
    bytes: int = 0
    mtime_ns: int = 0
    size: tuple[int, int] | None = None
    result: tuple[int, int] | None = None
    work: int = 0
    room: int = 0
    result_bytes: int = 0
    replaces: bool = False
    settings: str = ""
    model: str = ""


@dataclass(frozen=True)
class PassedOver:
    """A file or folder that is no picture of this batch, and why. A folder stands for all in it."""

    path: Path
    reason: str


@dataclass(frozen=True)
class Plan:
    """What is to be done with every file of a batch.

    speed: pixels that the network reads a second, None where nothing is known. free: bytes of room
    for the results, None where it is not known. ignores_case: names that differ by case alone are
    one name there. notes: what somebody should know before it runs.
    """

    options: BatchOptions
    entries: tuple[Entry, ...]
    passed_over: tuple[PassedOver, ...] = ()
    speed: float | None = None
    free: int | None = None
    ignores_case: bool = False
    notes: tuple[str, ...] = field(default=())

    @cached_property
    def by_key(self) -> dict[str, Entry]:
        return {entry.key: entry for entry in self.entries}

    def of(self, action: Action) -> tuple[Entry, ...]:
        """The entries with this action."""
        return tuple(entry for entry in self.entries if entry.action is action)

    @property
    def work(self) -> int:
        """Pixels that the network will read; of pictures with a known size."""
        return sum(entry.work for entry in self.of(Action.ENLARGE))

    @property
    def result_bytes(self) -> int:
        """About how much all results will take on the disk."""
        return sum(entry.result_bytes for entry in self.of(Action.ENLARGE))

    @property
    def seconds(self) -> float | None:
        """About how long it will take; None where no speed is known."""
        return self.work / self.speed if self.speed else None

    def only(self, keys: Iterable[str]) -> Plan:
        """The same plan for these entries alone: for what was chosen in a table."""
        wanted = set(keys)
        return replace(self, entries=tuple(e for e in self.entries if e.key in wanted))

    def without(self, keys: Iterable[str]) -> Plan:
        """The plan in which these entries are skipped."""
        unwanted = set(keys)
        reason = "left out by hand"
        return replace(
            self,
            entries=tuple(
                replace(e, action=Action.SKIP, reason=reason) if e.key in unwanted else e
                for e in self.entries
            ),
        )

    def with_target(self, key: str, target: Path) -> Plan:
        """The plan in which a picture's result goes to ``target``, absolute, and is made.

        Raises OutputError for a place outside the output folder, an ending that cannot be written
        or not hold the result, what another entry of the plan reads or writes, and what exists
        already; KeyError for no entry of this plan.
        """
        entry = self.by_key[key]
        self._refuse_place(entry, target)
        changed = replace(
            entry, target=target, action=Action.ENLARGE, reason="", replaces=False, notes=()
        )
        return replace(self, entries=tuple(changed if e is entry else e for e in self.entries))

    def _refuse_place(self, entry: Entry, target: Path) -> None:
        save, output = self.options.save, self.options.output
        if output not in target.parents or ".." in target.parts:
            raise _cannot_be(target, f"it is not in {output}", "Choose a place in that folder.")
        name = FORMAT_NAMES.get(target.suffix.lower())
        if name is None or (save.format is not None and name.lower() != save.format):
            wanted = ", ".join(WRITABLE) if save.format is None else save.format
            raise _cannot_be(target, "its ending is not the format", f"Choose one of: {wanted}.")
        if entry.result and (why := reason_against(name, entry.result, save.depth, save.lossless)):
            raise _cannot_be(target, why, "Choose another format.")
        fold = folded if self.ignores_case else exact
        others = {fold(e.target): e for e in self.entries if e is not entry}
        if other := others.get(fold(target)):
            raise _cannot_be(target, f"the result of {other.key} has this name", "Choose another.")
        if any(fold(e.source) == fold(target) for e in self.entries):
            raise _cannot_be(target, "one of the pictures has this name", "Choose another.")
        if target.exists() and self.options.on_conflict != "overwrite":
            raise _cannot_be(target, "it exists already", "Choose another name.")

    def to_json(self) -> dict[str, object]:
        """The plan in words and numbers, for `json.dumps`."""
        return {
            "output": str(self.options.output),
            "counts": {action.value: len(self.of(action)) for action in Action}
            | {"passed over": len(self.passed_over)},
            "seconds": self.seconds,
            "result_bytes": self.result_bytes,
            "free_bytes": self.free,
            "notes": list(self.notes),
            "entries": [_entry_json(entry) for entry in self.entries],
            "passed_over": [
                {"path": str(passed.path), "reason": passed.reason} for passed in self.passed_over
            ],
        }


def settings_hash(upscale: UpscaleOptions, save: SaveOptions) -> str:
    """What decides about the bytes of a result, but for the picture and the models: hexadecimal.

    The limits do not: they refuse a picture or leave it as it is. The models have hashes of their
    own.
    """
    how = to_plain(upscale)
    del how["limits"], how["model"]
    text = json.dumps([how, to_plain(save)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def options_to_text(options: BatchOptions) -> str:
    """JSON that `options_from_text` reads."""
    return json.dumps(to_plain(options))


def options_from_text(text: str) -> BatchOptions | None:
    """None for what another version has written and this one does not know."""
    try:
        return from_plain(json.loads(text), BatchOptions)
    except ValueError:
        return None


def _entry_json(entry: Entry) -> dict[str, object]:
    return {
        "key": entry.key,
        "source": str(entry.source),
        "target": str(entry.target),
        "action": entry.action.value,
        "reason": entry.reason,
        "notes": list(entry.notes),
        "size": entry.size,
        "result": entry.result,
        "result_bytes": entry.result_bytes,
    }


def _cannot_be(target: Path, why: str, todo: str) -> OutputError:
    return OutputError(f"{target.name} cannot be the name of this result", why, todo)
