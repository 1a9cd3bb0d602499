"""The line at the bottom: what made the picture in view, and its zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from app import theme
from app.actions import Actions
from app.job import Job
from app.words import duration, megapixels, pixels


class StatusLine(QStatusBar):
    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.UNIT, 0, theme.UNIT, 0)
        self.facts = QLabel()
        self.facts.setAccessibleName(self.tr("About the picture"))
        self.zoom = QLabel()
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("3200 % "))
        self.addWidget(self.facts, 1)
        self.addPermanentWidget(self.zoom)
        for action in (actions.fit, actions.one_to_one):
            self.addPermanentWidget(_button(action))

    def show_job(self, job: Job | None) -> None:
        if job is None or job.size is None:
            self.facts.setText("")
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
        self.facts.setText("  ·  ".join(parts))

    def show_zoom(self, zoom: float | None) -> None:
        """zoom: device pixels per output pixel, None if there is no picture."""
        percent = 0.0 if zoom is None else zoom * 100
        text = "" if zoom is None else (f"{percent:.1f} %" if percent < 10 else f"{percent:.0f} %")
        self.zoom.setText(text)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setAccessibleName(action.toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
