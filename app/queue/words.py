"""The state and the fidelity of a job in words."""

from __future__ import annotations

import math

from app.look.model_words import name_of
from app.look.translation import tr
from app.look.words import decimal, whole
from app.queue.job import Job, JobState
from fdiwn.service.client.events import Finished


def state_words(job: Job) -> str:
    """The state of a job, as shown in its row."""
    if job.saving:
        return tr("Saving…")
    if job.state is JobState.RUNNING:
        return _running_words(job)
    if job.state is JobState.FAILED:
        return _sentence_case(job.problem.why or job.problem.what) if job.problem else tr("Failed")
    if job.state is JobState.DONE:
        return _done_words(job)
    return {
        JobState.OPENING: tr("Not opened yet"),
        JobState.READY: tr("Ready"),
        JobState.WAITING: tr("Waits for a second try") if job.again else tr("Waiting"),
        JobState.CANCELLED: tr("Cancelled"),
    }[job.state]


def _running_words(job: Job) -> str:
    if job.stopping:
        return tr("Stopping…")
    if not job.total:
        return tr("Second try…") if job.again else tr("Preparing…")
    if job.done >= job.total:
        return tr("Finishing…")
    return tr("Second try…") if job.again else tr("Enlarging…")


def _done_words(job: Job) -> str:
    if job.saved_to is not None:
        if job.saved_to.parent == job.source.parent:
            return tr("Saved")
        return tr("Saved in {0}").format(job.saved_to.parent.name or job.saved_to.parent)
    if job.problem is not None:
        return tr("Not saved: {0}").format(job.problem.why or job.problem.what)
    return tr("Not saved yet")


def made_before(result: Finished) -> str:
    """Of a result that would be another now."""
    return tr("Made with {0}, settings have changed").format(name_of(result.model))


def fidelity(job: Job) -> str:
    """How faithful the result is, in short; empty if unknown."""
    if job.result is None or math.isnan(job.result.fidelity_psnr):
        return ""
    if math.isinf(job.result.fidelity_psnr):
        return tr("exact")
    return decimal(job.result.fidelity_psnr, 1) + "\N{NO-BREAK SPACE}dB"


def fidelity_sentence(job: Job) -> str:
    known = fidelity(job)
    if job.result is None or not known:
        return ""
    return tr(
        "Fidelity {0}: reduced again, the result differs from the original by {1} of 255 at most"
    ).format(known, whole(job.result.fidelity_max_difference))


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
