"""The plan of a batch: one record for each picture, made before the run. Light and pure.

`fdiwn.batch.planning.survey.survey` makes a plan, `fdiwn.batch.run.run` runs it. In between it can
be shown, sorted, filtered, and its targets changed.
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
from fdiwn.api.finishing import AS_MADE
from fdiwn.api.formats import FORMAT_NAMES, SUFFIXES, WRITABLE, reason_against
from fdiwn.api.json_records import from_plain, to_plain
from fdiwn.api.options import AS_IT_IS, SaveOptions, UpscaleOptions
from fdiwn.api.taken_names import exact, folded

CONFLICTS = ("skip", "rename", "overwrite", "fail")
FOLDER = ".fdiwn-batch"
"""A folder inside the output folder; holds its journal, and marks it."""


@dataclass(frozen=True)
class BatchOptions:
    """The options of a batch. Checked when made.

    folders: of pictures, absolute; several are each mirrored under their own name. output: the
    folder for the results. recursive: with all subfolders, which are mirrored. include, exclude:
    patterns such as ``*.tif`` or ``raw/*``, matched against name and relative path, ignoring case;
    with include, only matching pictures are taken. template: of names, see `fdiwn.api.naming`.
    on_conflict: of CONFLICTS, for existing files with a result's name. resume: what the journal
    proves done is never repeated, whatever on_conflict says. min_pixels, max_pixels: smaller and
    larger pictures are passed over. retries: for temporary failures of a picture. keep_dates:
    results get the modification time of their pictures.
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
    """A plan's action for a picture.

    ENLARGE: make it. DONE_BEFORE: an earlier run made it from the same content with the same
    settings, and the result exists. SKIP: keep the existing file, and do nothing. REFUSE: it cannot
    be made, and counts as failed.
    """

    ENLARGE = "enlarge"
    DONE_BEFORE = "done before"
    SKIP = "skip"
    REFUSE = "refuse"


@dataclass(frozen=True)
class Entry:
    """One picture of a plan.

    key: its path relative to the folder, with ``/``; with several folders, including the folder's
    name. Unique in a plan. source, target: absolute. wished: the target by the template alone,
    before conflicts were resolved or the user changed it. bytes, mtime_ns: of the source when it
    was scanned; 0 if unknown. size: of the picture, upright, in pixels, None if its header does not
    tell. result: in pixels, None without size. work: pixels that the network will read, 0 without
    size. room: bytes of disk needed to make it, result included; result_bytes: of the result alone,
    estimated. reason: why it is not simply made; notes: other information. replaces: an existing
    file with the target's name may be replaced. settings, model: hashes of what determines the
    result, see `fdiwn.batch.journal`.
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
    """A file or folder that is not part of this batch, and why. A folder covers its contents."""

    path: Path
    reason: str


@dataclass(frozen=True)
class Plan:
    """The action for every file of a batch.

    speed: pixels that the network reads per second, None if unknown. free: bytes of free disk
    space, None if unknown. ignores_case: whether the output folder ignores case in names. notes:
    warnings before the run.
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
        """The estimated bytes of all results."""
        return sum(entry.result_bytes for entry in self.of(Action.ENLARGE))

    @property
    def seconds(self) -> float | None:
        """The estimated time; None if the speed is unknown."""
        return self.work / self.speed if self.speed else None

    def only(self, keys: Iterable[str]) -> Plan:
        """The plan restricted to these entries, for example a selection in a table."""
        wanted = set(keys)
        return replace(self, entries=tuple(e for e in self.entries if e.key in wanted))

    def without(self, keys: Iterable[str]) -> Plan:
        """The plan with these entries skipped."""
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
        """The plan with a picture's result going to ``target``, absolute, and made.

        Raises OutputError if it is outside the output folder, has an unsuitable ending, is used by
        another entry of the plan, or exists already; KeyError for an unknown entry.
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
            ending = SUFFIXES[save.format] if save.format is not None else ".png"
            why = f"it needs an extension such as {ending}"
            raise _cannot_be(target, why, f"Choose one of: {wanted}.")
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
        """The plan as text and numbers, for `json.dumps`."""
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
    """A hexadecimal hash of the options that determine a result's bytes.

    The limits are left out: they only refuse pictures. Models have their own hashes. Options that
    came later count only if they are used, so that results of earlier versions are known again.
    """
    how = to_plain(upscale)
    del how["limits"], how["model"]
    if upscale.finish == AS_MADE:
        del how["finish"]
    if upscale.crop is None:
        del how["crop"]
    text = json.dumps([how, to_plain(save)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def options_to_text(options: BatchOptions) -> str:
    """JSON for `options_from_text`."""
    return json.dumps(to_plain(options))


def options_from_text(text: str) -> BatchOptions | None:
    """The options; None if another version wrote them and this one cannot read them."""
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
