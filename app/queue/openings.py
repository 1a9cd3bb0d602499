"""Chooses which picture to open next, and keeps the last originals. No Qt."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from app.queue.job import Job, JobState, Problem
from app.queue.job_store import JobStore
from fdiwn.service.client.events import Opened
from fdiwn.service.client.orders import Forget
from fdiwn.service.client.requests import SOURCE, Open, Request

log = logging.getLogger(__name__)

KEPT_ORIGINALS = 4
"""How many decoded originals stay on disk for the view; others are decoded again on demand."""


class Openings:
    """Opens one picture at a time: the job in view, then visible rows, then, if idle, the rest.

    So the first enlargement does not wait until a long list is opened.
    """

    def __init__(self, store: JobStore, send: Callable[[Request], None]) -> None:
        self._store, self._send = store, send
        self._shown: deque[int] = deque()  # jobs whose original is needed, the latest last
        self._seen: Sequence[int] = ()
        self.current: int | None = None
        self.screen: Path | None = None
        """The profile that originals are made for."""

    def show(self, job_id: int) -> None:
        """Load this job's original at full size, for the view."""
        if job_id in self._shown:
            self._shown.remove(job_id)
        self._shown.append(job_id)
        if len(self._shown) > KEPT_ORIGINALS:
            self.hide(self._shown[0])

    def hide(self, job_id: int) -> None:
        """Release the job's original."""
        if job_id in self._shown:
            self._shown.remove(job_id)
        job = self._store.get(job_id)
        if job is not None and job.original is not None:
            thumbnail = job.thumbnail if job.thumbnail != job.original else None
            self._store.change(job_id, original=None, thumbnail=thumbnail)
            self._send(Forget(job_id, self._store.folder(job_id) / SOURCE))

    def see(self, job_ids: Sequence[int]) -> None:
        """Open these visible rows first."""
        self._seen = tuple(job_ids)

    def next(self, idle: bool, suspects: Sequence[int]) -> Open | None:
        """The next picture to open; suspects: may have crashed the engine, and come first."""
        for job_id in (*suspects, *reversed(self._shown)):
            job = self._store.listed(job_id)
            if job is not None and not self._fits(job) and not job.unreadable:
                return self._begin(job, full=job_id in self._shown)
        for job_id in self._seen:
            job = self._store.listed(job_id)
            if job is not None and job.thumbnail is None and not job.unreadable:
                return self._begin(job, full=False)
        if idle and self._store.counts[JobState.OPENING]:
            for job in self._store.jobs():
                if job.state is JobState.OPENING:
                    return self._begin(job, full=False)
        return None

    def opened(self, event: Opened) -> None:
        self.current = None
        job = self._store.get(event.job_id)
        if job is None:
            return
        crop = job.crop
        if crop is not None and not crop.fits(event.width, event.height):
            log.warning("%s is smaller than before, and its crop is left out", job.source)
            crop = None
        self._store.change(
            job.id,
            size=(event.width, event.height),
            crop=crop,
            bands=event.bands,
            bits=event.bits,
            notes=event.notes,
            state=JobState.READY if job.state is JobState.OPENING else job.state,
            thumbnail=job.thumbnail or event.display,
            original=event.display if event.full else job.original,
        )
        if event.full and job.id not in self._shown:
            self.hide(job.id)

    def failed(self, job_id: int, problem: Problem) -> None:
        self.current = None
        self.hide(job_id)
        job = self._store.get(job_id)
        if job is None or job.state in (JobState.RUNNING, JobState.DONE):
            self._store.change(job_id, unreadable=True)  # what exists of it stays valid
        else:
            self._store.change(job_id, state=JobState.FAILED, unreadable=True, problem=problem)

    def _begin(self, job: Job, full: bool) -> Open:
        self.current = job.id
        return Open(job.id, job.source, self._store.folder(job.id), full, self.screen)

    def _fits(self, job: Job) -> bool:
        return job.original is not None and job.original.screen == self.screen
