"""The journal of an output folder: a SQLite file that survives crashes.

Every commit is on disk before the next step. A result is hashed, recorded as ready, renamed, then
recorded as done: wherever a run is interrupted, the next one can tell what is complete. Only one
run at a time may use the journal; the system drops its lock however the run ends.
"""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from fdiwn.api.errors import NoRoom, OutputError
from fdiwn.api.files import try_lock
from fdiwn.api.final_name import give_name
from fdiwn.api.sidecars import publish_sidecars
from fdiwn.batch.planning.names import same_file, staging
from fdiwn.batch.records.items import Item, Items, Stage, Unfinished
from fdiwn.batch.records.plan import (
    FOLDER,
    Action,
    Entry,
    Plan,
    options_from_text,
    options_to_text,
)
from fdiwn.batch.records.task import Made

_VERSION = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY,
    began REAL NOT NULL,
    ended REAL,
    stopped INTEGER,
    options TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS items (
    target PRIMARY KEY NOT NULL,  -- below the output folder, with /
    wished NOT NULL,
    source NOT NULL,
    bytes INTEGER NOT NULL,       -- of the source, as are the next two
    mtime_ns INTEGER NOT NULL,
    content TEXT NOT NULL DEFAULT '',
    settings TEXT NOT NULL,
    model TEXT NOT NULL,
    state TEXT NOT NULL,
    run INTEGER NOT NULL,
    began REAL,
    seconds REAL,
    attempts INTEGER NOT NULL DEFAULT 0,
    result_bytes INTEGER NOT NULL DEFAULT 0,
    result_mtime_ns INTEGER NOT NULL DEFAULT 0,
    result_sha256 TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
"""


def unfinished(output: Path) -> Unfinished | None:
    """The unfinished batch in an output folder; None if there is none. Raises OutputError."""
    if not (output / FOLDER / "journal.sqlite").exists():
        return None
    try:
        with open_journal(output) as journal:
            return journal.unfinished()
    except InUse:
        return Unfinished(in_use=True)


def read_items(output: Path) -> Items:
    """The contents of the journal in an output folder; empty without a journal.

    Raises InUse or OutputError.
    """
    if not (output / FOLDER / "journal.sqlite").exists():
        return {}
    with open_journal(output) as journal:
        return journal.items()


class InUse(OutputError):
    """Another run uses this output folder."""


@contextmanager
def open_journal(output: Path) -> Iterator[Journal]:
    """Opens or creates the journal of an output folder, for this run only.

    Raises InUse if another run has it, NoRoom, or OutputError if it cannot be created or read.
    """
    folder = output / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("a+b")
    except OSError as exc:
        todo = "Choose another folder for the results."
        raise OutputError(f"{output} cannot be used", exc.strerror or str(exc), todo) from exc
    with lock:
        _hold(lock, output)
        with _translated(output):
            connection = sqlite3.connect(folder / "journal.sqlite", isolation_level=None)
        with closing(connection):
            with _translated(output):
                _prepare(connection, output)
            yield Journal(connection, output)


def _hold(lock: BinaryIO, output: Path) -> None:
    if not try_lock(lock):
        lock.seek(0)
        who = lock.read().decode(errors="replace") or "another program"
        raise InUse(
            f"{output} is in use",
            f"a batch is writing there: {who}",
            "Wait until it has finished, stop it, or choose another folder",
        )
    lock.truncate(0)
    began = time.strftime("%Y-%m-%d %H:%M:%S")
    lock.write(f"process {os.getpid()} on {platform.node()}, since {began}".encode())
    lock.flush()


def _prepare(connection: sqlite3.Connection, output: Path) -> None:
    # In this mode a write-ahead log works without shared memory, which network drives lack.
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > _VERSION:
        raise OutputError(
            f"The journal in {output} is of a newer version of this program",
            todo="Update the program, or choose another folder",
        )
    connection.executescript(_TABLES)
    connection.execute(f"PRAGMA user_version = {_VERSION}")


class Journal:
    """See `open_journal`. Used by one thread. Writing raises NoRoom or OutputError."""

    def __init__(self, connection: sqlite3.Connection, output: Path) -> None:
        self._database, self._output, self._run = connection, output, 0

    def items(self) -> Items:
        """All items."""
        with _translated(self._output):
            rows = self._database.execute(
                "SELECT target, wished, source, bytes, mtime_ns, content, settings, model, state, "
                "result_bytes, result_mtime_ns, result_sha256, error, ended IS NOT NULL "
                "FROM items LEFT JOIN runs ON runs.id = items.run"
            ).fetchall()
        return {item.target: item for item in map(_item, rows)}

    def unfinished(self) -> Unfinished | None:
        """See the function `unfinished`."""
        with _translated(self._output):
            counts = dict(
                self._database.execute("SELECT state, count(*) FROM items GROUP BY state")
            )
            last = self._database.execute(
                "SELECT began, options FROM runs ORDER BY id DESC LIMIT 1"
            ).fetchone()
        done, failed = counts.pop("done", 0), counts.pop("failed", 0)
        left = sum(counts.values())
        if last is None or not (left or failed):
            return None
        return Unfinished(done, failed, left, last[0], options=options_from_text(last[1]))

    def recover(self) -> None:
        """Repairs what an interrupted run left.

        Complete results get their final name; unfinished files are removed.
        """
        for item in self.items().values():
            target = self._output / item.target
            staged = staging(target)
            if item.stage not in (Stage.RUNNING, Stage.READY):
                # Killed after recording, before removing the folder.
                if staged.parent.exists():
                    shutil.rmtree(staged.parent, ignore_errors=True)
                continue
            if item.stage is Stage.READY and self._settled(item, staged, target):
                continue
            shutil.rmtree(staged.parent, ignore_errors=True)
            self._set(item.target, "state = 'waiting'")

    def _settled(self, item: Item, staged: Path, target: Path) -> bool:
        """Moves a ready result to its final name, unless it is there, and records that; returns
        whether it could."""
        if not same_file(target, item.result_bytes, item.result_sha256):
            if not same_file(staged, item.result_bytes, item.result_sha256):
                return False
            if target.exists():
                return False  # not ours; the next plan decides what to do
            give_name(staged, target, replaces=False)
        publish_sidecars(staged, target)
        self._published(item.target, target)
        shutil.rmtree(staged.parent, ignore_errors=True)
        return True

    def begin(self, plan: Plan) -> None:
        """Records the start of a run."""
        with self._transaction():
            self._database.execute("DELETE FROM items WHERE state IN ('waiting', 'failed')")
            cursor = self._database.execute(
                "INSERT INTO runs (began, options) VALUES (?, ?)",
                (time.time(), options_to_text(plan.options)),
            )
            self._run = cursor.lastrowid or 0
            done = [(self._run, self._name(e.target)) for e in plan.of(Action.DONE_BEFORE)]
            self._database.executemany(
                "UPDATE items SET run = ? WHERE target = ?", map(_bound, done)
            )
            rows = [(*self._row(e), "waiting") for e in plan.of(Action.ENLARGE)]
            self._database.executemany(_INSERT, map(_bound, rows))

    def running(self, entry: Entry, attempts: int) -> None:
        """Records that work on a picture begins."""
        values = ("running", time.time(), attempts)
        self._set(self._name(entry.target), "state = ?, began = ?, attempts = ?", *values)

    def ready(self, entry: Entry, made: Made) -> None:
        """Records that its result is complete and about to be renamed."""
        source = (made.source_bytes, made.source_mtime_ns, made.content)
        values = (*source, made.bytes, made.sha256, made.result.seconds)
        columns = (
            "state = 'ready', bytes = ?, mtime_ns = ?, content = ?, "
            "result_bytes = ?, result_sha256 = ?, seconds = ?"
        )
        self._set(self._name(entry.target), columns, *values)

    def done(self, entry: Entry) -> None:
        """Records that it has its final name."""
        self._published(self._name(entry.target), entry.target)

    def failed(self, entry: Entry, reason: str) -> None:
        self._set(self._name(entry.target), "state = 'failed', error = ?", reason)

    def waiting(self, entry: Entry) -> None:
        """Records that it will be started again."""
        self._set(self._name(entry.target), "state = 'waiting'")

    def end(self, stopped: bool) -> None:
        """Records that the run ended normally."""
        with self._transaction():
            self._database.execute(
                "UPDATE runs SET ended = ?, stopped = ? WHERE id = ?",
                (time.time(), stopped, self._run),
            )

    def _published(self, name: str, target: Path) -> None:
        found = target.stat()
        self._set(name, "state = 'done', result_mtime_ns = ?", found.st_mtime_ns)

    def _set(self, name: str, columns: str, *values: object) -> None:
        with _translated(self._output):
            self._database.execute(
                f"UPDATE items SET {columns} WHERE target = ?",  # noqa: S608 - the columns are ours
                _bound((*values, name)),
            )

    def _row(self, entry: Entry) -> tuple[object, ...]:
        wished = entry.wished.relative_to(self._output).as_posix()
        names = (self._name(entry.target), wished, str(entry.source))
        return (*names, entry.bytes, entry.mtime_ns, entry.settings, entry.model, self._run)

    def _name(self, target: Path) -> str:
        return target.relative_to(self._output).as_posix()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with _translated(self._output):
            self._database.execute("BEGIN")
            try:
                yield
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")


_INSERT = (
    "INSERT OR REPLACE INTO items "
    "(target, wished, source, bytes, mtime_ns, settings, model, run, state) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def _item(row: Sequence[Any]) -> Item:
    target, wished, source, *plain = row
    size, mtime, content, settings, model, state, *result, ended = plain
    names = (_text(target), _text(wished), _text(source))
    result_bytes, result_mtime, sha256, error = result
    return Item(
        *names,
        size,
        mtime,
        content,
        settings,
        model,
        Stage(state),
        result_bytes,
        result_mtime,
        sha256,
        _text(error),
        bool(ended),
    )


def _bound(values: Iterable[object]) -> tuple[object, ...]:
    """A value for SQLite: file names and messages need not be valid Unicode."""
    return tuple(_stored(value) if isinstance(value, str) else value for value in values)


def _stored(text: str) -> str | bytes:
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text)
    return text


def _text(stored: str | bytes) -> str:
    return os.fsdecode(stored)


@contextmanager
def _translated(output: Path) -> Iterator[None]:
    """Translates errors of SQLite."""
    try:
        yield
    except sqlite3.Error as exc:
        code = getattr(exc, "sqlite_errorcode", None)
        what = f"The journal in {output / FOLDER} cannot be used"
        if code == sqlite3.SQLITE_FULL:
            raise NoRoom(what, "the disk is full", "Free some space on it") from exc
        if code == sqlite3.SQLITE_BUSY:
            raise InUse(f"{output} is in use", "another program has its journal open") from exc
        todo = "Choose another folder, or remove that one: then all results count as strange files"
        raise OutputError(what, str(exc), todo) from exc
