"""The line at the bottom: what made the picture in view. `app.compare.bar` is at its right."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QWidget

from app.look import theme
from app.look.words import duration, megapixels, pixels
from app.queue.job import Job


class StatusLine(QStatusBar):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.UNIT, 0, theme.UNIT, 0)
        self.facts = QLabel()
        self.facts.setAccessibleName(self.tr("About the picture"))
        # Long facts must not make the window wider.
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self.facts, 1)

    def show_job(self, job: Job | None) -> None:
        if job is None or job.size is None:
            self._tell("")
            return
        if job.result is None:
            parts = [pixels(*job.size), *job.notes]
        else:
            result = job.result
            size = (result.width, result.height)
            parts = [
                f"{result.device}, {result.precision}",
                result.model,
                f"{pixels(*size)} ({megapixels(*size)})",
                duration(result.seconds),
                *result.notes,
            ]
        self._tell("  ·  ".join(parts))

    def _tell(self, text: str) -> None:
        self.facts.setText(text)
        self.facts.setToolTip(text)
