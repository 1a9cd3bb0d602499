"""Saves the queue to the session file, and restores those of earlier sessions."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject

from app.look.widgets import delay
from app.queue.job import Job, JobState
from app.queue.jobs import JobQueue
from app.queue.session import session_file
from app.queue.session.session_file import KeptJob, KeptQueue
from app.settings.json_file import write_file
from fdiwn.service.client.scratch import SessionFolder

log = logging.getLogger(__name__)

WAIT_MILLISECONDS = 500
"""Delay between a change and writing, to collect further changes."""


class SessionKeeper(QObject):
    """Writes the file on its own thread, so that a slow disk does not block the window.

    current: the job in view. Saved results are not written. kept: the system has asked to end the
    session, so the user is not asked.
    """

    def __init__(
        self,
        queue: JobQueue,
        session: SessionFolder,
        folder: Path,
        current: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._queue, self._session, self._folder = queue, session, folder
        self._current = current
        self._path = session_file.path_of(folder, session.path.name)
        self._file = _File(self._path)
        self._kept: dict[int, KeptJob | None] = {}
        self._stale: set[int] = set()
        self._writer: ThreadPoolExecutor | None = None
        self._closed = False
        self.kept = False
        self._timer = delay(WAIT_MILLISECONDS, self.write, self)
        queue.changed.connect(self._note_job)
        queue.relisted.connect(self._note_list)
        self.offered = self._look()

    # Saving

    def note(self) -> None:
        """Schedule writing after a change."""
        if not self._timer.isActive() and not self._closed:
            self._timer.start()

    def _note_job(self, job_id: int) -> None:
        self._stale.add(job_id)
        self.note()

    def _note_list(self) -> None:
        self._stale.update(i for i in self._queue.order() if i not in self._kept)
        self.note()

    def write(self, with_results: bool = True) -> None:
        """Write the list, if it differs from the file.

        with_results: False if the user discards the results at exit.
        """
        order = self._queue.order()
        changed = order if not with_results else [i for i in order if i in self._stale]
        for job_id in changed:
            job = self._queue.job(job_id)
            self._kept[job_id] = _kept(self._queue, job, with_results) if job else None
        self._stale.clear()
        self._kept = {i: self._kept.get(i) for i in order}
        listed = [(i, kept) for i in order if (kept := self._kept.get(i)) is not None]
        if self._writer is None:
            self._writer = ThreadPoolExecutor(1, "session-file")
        self._writer.submit(self._file.write, listed, self._current())

    def keep_all(self) -> None:
        """Write everything now: the system is ending the session, and may kill this process."""
        self.kept = True
        self.secure()

    def secure(self) -> bool:
        """Write everything now; returns whether that succeeded."""
        self._timer.stop()
        self.write()
        self._finish()
        return self._file.good

    def close(self, with_results: bool = True) -> None:
        """Write the list a last time. with_results: unsaved results stay on disk, and are offered
        at the next start."""
        if self._closed:
            return
        self._timer.stop()
        self.write(with_results)
        self._finish()
        self._closed = True
        results = (job.result for job in self._kept.values() if job is not None)
        self._session.keep(result.folder for result in results if result is not None)

    def _finish(self) -> None:
        if self._writer is not None:
            self._writer.shutdown(wait=True)
            self._writer = None

    # Restoring

    @property
    def offered_jobs(self) -> list[KeptJob]:
        return [job for kept in self.offered for job in kept.jobs]

    def restore(self) -> list[int]:
        """Add the offered jobs to the list; returns them, the one last in view first."""
        found: list[tuple[Job, Path | None]] = []
        taken, first = [], 0
        for kept in self.offered:
            mine = session_file.claim(kept, self._session.path.name)
            if mine is None:
                continue  # another window was faster
            taken.append(mine)
            first = len(found) + kept.current
            found += [self._job(job, number) for number, job in enumerate(kept.jobs)]
            self._take(kept)
        self.offered = []
        ids = self._queue.restore(found)
        self.write()
        self._finish()
        for file in taken:  # only now, as our own file has the list
            session_file.remove(file)
        return [ids[first], *ids] if first < len(ids) else ids

    def _look(self) -> list[KeptQueue]:
        """The lists of ended sessions, whose pixels this session claims."""
        offered = []
        for kept in session_file.found(self._folder):
            own = kept.file == self._path
            if not own and kept.jobs and all(map(self._session.claim, kept.sessions)):
                offered.append(kept)
        return offered

    def _take(self, kept: KeptQueue) -> None:
        for name in kept.sessions:
            self._session.take(name)

    def _job(self, kept: KeptJob, number: int) -> tuple[Job, Path | None]:
        """The job, with its result if the pixels still exist."""
        ours = kept.folder.parent in self._session.claimed()
        result = kept.result
        if result is not None and not (
            ours and result.enlarged.path.is_file() and result.bicubic.path.is_file()
        ):
            result = None
        state = kept.state
        lost = state is JobState.DONE and result is None
        if lost or (state is JobState.WAITING and kept.run is None):  # of an earlier version
            state = JobState.OPENING
        job = Job(
            number,
            kept.source,
            state,
            kept.size,
            kept.bands,
            kept.bits,
            run=kept.run,
            own_order=kept.own_order,
            crop=kept.crop,
            result=result,
            problem=kept.problem,
            unreadable=kept.unreadable,
        )
        return job, kept.folder if ours and result is not None else None


def _kept(queue: JobQueue, job: Job, with_results: bool) -> KeptJob | None:
    """The job for the file; None if there is nothing to go on with: it was neither enlarged nor
    meant to be nor cropped, or its result is saved or discarded."""
    result = job.result if with_results and job.saved_to is None else None
    asked = job.active or (job.state is JobState.FAILED and job.run is not None)
    if result is None and not asked and not job.newly_cropped:
        return None
    if result is not None:  # also if it waits: running again would replace it
        state = JobState.DONE
    elif job.state is JobState.RUNNING:
        state = JobState.WAITING
    else:
        state = job.state if asked else JobState.OPENING
    return KeptJob(
        job.source,
        queue.folder(job.id),
        state,
        job.size,
        job.run,
        job.own_order,
        result,
        job.problem if state is job.state else None,
        job.unreadable,
        job.bands,
        job.bits,
        job.crop,
    )


class _File:
    """The session file. Used by the writing thread only, so that the window does not block."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written = ""
        self.good = True
        """Whether the last write succeeded."""
        self._entries: dict[int, tuple[KeptJob, str]] = {}

    def write(self, listed: list[tuple[int, KeptJob]], current: int) -> None:
        """current: the job in view."""
        entries = {}
        for job_id, kept in listed:
            before = self._entries.get(job_id)
            same = before is not None and before[0] is kept
            entries[job_id] = before if same and before else (kept, session_file.entry(kept))
        self._entries = entries
        place = list(entries).index(current) if current in entries else 0
        names = {kept.folder.parent.name for kept, _ in entries.values()}
        text = session_file.whole((text for _, text in entries.values()), names, place)
        text = text if entries else ""
        if text == self._written:
            return
        self._written = text
        if text:
            self.good = write_file(self._path, text)
        else:
            self.good = True
            session_file.remove(self._path)
        if not self.good:
            self._written = ""
