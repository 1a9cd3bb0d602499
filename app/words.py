"""Sizes, times and states in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.job import Job, JobState


def tr(text: str) -> str:
    """Translate a text of this module and of the messages."""
    return QCoreApplication.translate("words", text)


def pixels(width: int, height: int) -> str:
    return f"{width} × {height}"  # noqa: RUF001 - the sign for by


def pictures(count: int) -> str:
    return QCoreApplication.translate("words", "%n pictures", None, count)


def megapixels(width: int, height: int) -> str:
    millions = width * height / 1e6
    return QLocale().toString(millions, "f", 1 if millions < 100 else 0) + " MP"


def megabytes(count: int) -> str:
    return QLocale().toString(count / 1e6, "f", 1) + " MB"


def duration(seconds: float) -> str:
    """As exact as a person wants it: 4.2 s, 48 s, 3 min 20 s, 1 h 5 min."""
    if seconds < 10:
        return QLocale().toString(seconds, "f", 1) + " s"
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest} s" if minutes < 10 and rest else f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


def about(seconds: float) -> str:
    """A time that is still to come, without false exactness."""
    if seconds < 10:
        return tr("a few seconds left")
    if seconds < 90:
        return tr("about {0} s left").format(round(seconds / 10) * 10)
    return tr("about {0} min left").format(max(2, round(seconds / 60)))


def state_words(job: Job) -> str:
    """The state of a job, as its row says it."""
    if job.saving:
        return tr("Saving…")
    if job.state is JobState.RUNNING and job.stopping:
        return tr("Stopping…")
    if job.state is JobState.RUNNING:
        return (
            tr("Enlarging… {0} %").format(int(job.fraction * 100))
            if job.total
            else tr("Enlarging…")
        )
    if job.state is JobState.FAILED:
        return _sentence_case(job.problem.why) if job.problem else tr("Failed")
    if job.state is JobState.DONE:
        return tr("Saved") if job.saved_to else tr("Enlarged, not saved yet")
    return {
        JobState.OPENING: tr("Opening…"),
        JobState.READY: tr("Ready"),
        JobState.WAITING: tr("Waiting"),
        JobState.CANCELLED: tr("Cancelled"),
    }[job.state]


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
