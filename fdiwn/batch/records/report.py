"""The report of a batch: lines, counts, and the CSV or JSON file. Imports nothing heavy."""

from __future__ import annotations

import csv
import json
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from io import StringIO
from pathlib import Path

from fdiwn.api.errors import OutputError
from fdiwn.api.files import write_whole
from fdiwn.batch.records.events import Record, State
from fdiwn.batch.records.plan import Entry
from fdiwn.batch.records.task import Made

ENDINGS = (".csv", ".json")
_COLUMNS = (
    "state",
    "source",
    "target",
    "reason",
    "width",
    "height",
    "result_width",
    "result_height",
    "result_bytes",
    "sha256",
    "model",
    "device",
    "seconds",
    "attempts",
    "notes",
)


@dataclass(frozen=True)
class Summary:
    """A finished run. seconds: of the whole run. stopped: before all was done."""

    records: tuple[Record, ...]
    seconds: float = 0.0
    stopped: bool = False

    @property
    def counts(self) -> Mapping[State, int]:
        """The number of files in each state; 0 if there are none."""
        return Counter(record.state for record in self.records)

    @property
    def exit_code(self) -> int:
        """0: all done; 1: all failed; 3: some failed; 130: stopped."""
        if self.stopped:
            return 130
        failed, done = self.counts[State.FAILED], self.counts[State.DONE]
        if not failed:
            return 0
        return 3 if done or self.counts[State.DONE_BEFORE] else 1

    def joined(self, later: Summary) -> Summary:
        """Merges this run with a later one over the same folders, whose records win."""
        both = {record.key: record for record in (*self.records, *later.records)}
        return Summary(tuple(both.values()), self.seconds + later.seconds, later.stopped)


def refuse_strange(path: Path, may_replace: bool) -> bool:
    """Whether a report with this name exists; checked before a run.

    Raises OutputError for another file, unless that may be replaced.
    """
    if not os.path.lexists(path):
        return False
    if not may_replace and not _is_report(path):
        todo = "Choose another name for --report, or use --on-conflict overwrite."
        raise OutputError(f"{path} exists already", "it is not a report of a batch", todo)
    return True


def _is_report(path: Path) -> bool:
    """Recognises a report by its beginning."""
    empty = Summary(())
    start = _json(empty).partition("0")[0] if path.suffix.lower() == ".json" else _csv(empty)
    encoding = "utf-8" if path.suffix.lower() == ".json" else "utf-8-sig"
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(start.encode(encoding))) == start.encode(encoding)
    except OSError:
        return False


def write_report(path: Path, summary: Summary, replaces: bool = True) -> None:
    """Writes CSV or JSON, by the ending, atomically. replaces: an existing file.

    Raises OutputError.
    """
    text = _json(summary) if path.suffix.lower() == ".json" else _csv(summary)
    # Spreadsheets recognise a CSV as UTF-8 only with this mark.
    encoding = "utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"
    try:
        write_whole(path, text.encode(encoding, errors="backslashreplace"), replaces)
    except OSError as exc:
        todo = "Choose another place for --report."
        raise OutputError(f"{path} cannot be written", exc.strerror or str(exc), todo) from exc


def _json(summary: Summary) -> str:
    counts = {state.value: summary.counts[state] for state in State}
    head = {"counts": counts, "stopped": summary.stopped, "seconds": round(summary.seconds, 3)}
    files = [asdict(record) | {"state": record.state.value} for record in summary.records]
    return json.dumps(head | {"files": files}, indent=1) + "\n"


def _csv(summary: Summary) -> str:
    out = StringIO()
    table = csv.DictWriter(out, _COLUMNS)
    table.writeheader()
    for record in summary.records:
        size, result = record.size or ("", ""), record.result or ("", "")
        known = asdict(record) | {
            "state": record.state.value,
            "notes": " | ".join(record.notes),
            "seconds": f"{record.seconds:.3f}",
            "width": size[0],
            "height": size[1],
            "result_width": result[0],
            "result_height": result[1],
        }
        table.writerow({column: known[column] for column in _COLUMNS})
    return out.getvalue()


def record_done(entry: Entry, made: Made, attempts: int) -> Record:
    """The record of a picture made in this run."""
    result = made.result
    return Record(
        key=entry.key,
        source=str(entry.source),
        state=State.DONE,
        target=str(entry.target),
        notes=tuple(dict.fromkeys((*entry.notes, *result.notes))),
        size=result.input_size,
        result=result.output_size,
        result_bytes=made.bytes,
        sha256=made.sha256,
        model=result.model,
        device=result.device,
        seconds=result.seconds,
        attempts=attempts,
        work=entry.work,
    )


def record_of(entry: Entry, state: State, reason: str, attempts: int) -> Record:
    """The record of any other picture."""
    there = state in (State.DONE_BEFORE, State.SKIPPED)
    return Record(
        key=entry.key,
        source=str(entry.source),
        state=state,
        target=str(entry.target) if there else "",
        reason=reason,
        notes=entry.notes,
        size=entry.size,
        result=entry.result,
        attempts=attempts,
        work=entry.work,
    )
