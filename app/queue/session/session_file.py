"""The session file: the queue as JSON, so that a later session can restore it.

Each session has its own file, named like its scratch folder, so that two windows never write the
same one. If that folder is locked, the session is alive and its file is left alone.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from app.queue.job import JobState, Problem
from app.settings.json_file import rename_damaged
from app.settings.order import Order, Run
from fdiwn.api.cropping import Crop
from fdiwn.api.json_records import from_plain, to_plain
from fdiwn.api.names import DISTRIBUTION
from fdiwn.service.client.events import Finished

log = logging.getLogger(__name__)

VERSION = 2
PATTERN = "session-*.json"


@dataclass(frozen=True)
class KeptJob:
    """The part of a job that is written to disk. folder: of its pixels.

    bits: 16 if an earlier version did not say, so that no result is reduced to 8.
    """

    source: Path
    folder: Path
    state: JobState
    size: tuple[int, int] | None = None
    run: Run | None = None
    own_order: Order | None = None
    result: Finished | None = None
    problem: Problem | None = None
    unreadable: bool = False
    bands: int = 3
    bits: int = 16
    crop: Crop | None = None


@dataclass(frozen=True)
class KeptQueue:
    """file: where it was read from. sessions: scratch folders that hold pixels of these jobs.

    current: index of the job that was in view.
    """

    file: Path
    sessions: tuple[str, ...]
    jobs: tuple[KeptJob, ...]
    current: int = 0


def default_folder() -> Path:
    return platformdirs.user_state_path(DISTRIBUTION, appauthor=False) / "queues"


def path_of(folder: Path, session: str) -> Path:
    return folder / f"{session}.json"


def entry(job: KeptJob) -> str:
    """One job as text, for `whole`."""
    return json.dumps(to_plain(job))


def whole(entries: Iterable[str], sessions: Iterable[str], current: int) -> str:
    head = json.dumps({"version": VERSION, "sessions": sorted(sessions), "current": current})
    return head[:-1] + ', "jobs": [\n' + ",\n".join(entries) + "\n]}\n"


def remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("The kept list %s cannot be removed: %s", path, error)


def found(folder: Path) -> list[KeptQueue]:
    """All kept lists, oldest first; a damaged one is renamed, with a log line."""
    try:
        files = sorted(folder.glob(PATTERN), key=lambda file: (file.stat().st_mtime, file.name))
    except OSError:  # another window has just claimed one
        files = sorted(folder.glob(PATTERN))
    return [kept for file in files if (kept := read(file)) is not None]


def sessions(folder: Path) -> set[str]:
    """The sessions whose scratch folders a kept list still needs."""
    return {name for kept in found(folder) for name in kept.sessions}


def read(file: Path) -> KeptQueue | None:
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(stored, dict) or stored.get("version") != VERSION:
            raise ValueError("it is of another version")
        names = [str(name) for name in _list(stored, "sessions")]
        current = stored.get("current")
        jobs = [job for value in _list(stored, "jobs") if (job := _job(value)) is not None]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        rename_damaged(file, error)
        return None
    own = file.name.partition(".")[0]
    place = current if isinstance(current, int) else 0
    return KeptQueue(file, tuple(dict.fromkeys([own, *names])), tuple(jobs), place)


def claim(kept: KeptQueue, by: str) -> Path | None:
    """Claim the file, so that no other window offers it; None if another was faster."""
    mine = kept.file.with_name(f"{kept.file.name.partition('.')[0]}.{by}.json")
    try:
        kept.file.rename(mine)
    except OSError:
        return None
    return mine


def _list(stored: dict[str, object], name: str) -> Sequence[object]:
    value = stored.get(name)
    if not isinstance(value, list):
        raise ValueError(f"it has no {name}")
    return value


def _job(value: object) -> KeptJob | None:
    """A job whose result or options cannot be read still restores its picture."""
    try:
        return from_plain(value, KeptJob)
    except ValueError as error:
        log.warning("A kept picture cannot be read in full: %s", error)
    try:
        place = from_plain(value, _Place)
    except ValueError:
        return None
    return KeptJob(place.source, place.folder, JobState.OPENING)


@dataclass(frozen=True)
class _Place:
    source: Path
    folder: Path
