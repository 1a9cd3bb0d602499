"""Messages in the window: the notice above the picture, and the status bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QSizePolicy,
    QStatusBar,
    QToolButton,
    QWidget,
)

from app.look import theme
from app.look.translation import tr
from app.look.widgets import delay, label, row
from app.look.words import duration, megapixels, pixels
from app.queue.job import Job

MOST_LINES = 4
LEAVES = 15_000
"""Milliseconds after which a message leaves that needs no answer."""


class Notice(QFrame):
    """A strip with the last few messages, each once, until the user dismisses it. It leaves by
    itself after a while, if nothing in it needs an answer and the mouse is not over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: dict[str, bool] = {}
        """The lines, and whether each stays."""
        self._leaves = delay(LEAVES, self.leave, self)
        self.setObjectName("notice")
        self.text = label(name=tr("Message"))
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setIcon(theme.icon("cancel", "muted"))
        close.setAccessibleName(tr("Dismiss the message"))
        close.setToolTip(tr("Dismiss"))
        close.clicked.connect(self.dismiss)
        layout = row((self.text, 1), parent=self, spacing=2 * theme.UNIT)
        layout.setContentsMargins(2 * theme.UNIT, theme.UNIT, theme.UNIT, theme.UNIT)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, text: str, stays: bool = False) -> None:
        """stays: until the user dismisses it, as there is something to do."""
        for line in text.splitlines():
            before = self._said.pop(line, False)
            self._said[line] = stays or before
        self._said = dict(list(self._said.items())[-MOST_LINES:])
        self._leaves.start()
        self._show()

    def ask(self, text: str) -> None:
        """Say what the user has to see to."""
        self.say(text, stays=True)

    def leave(self) -> None:
        """Take back what does not stay, unless it is being read."""
        if self.underMouse():
            self._leaves.start()
            return
        self._said = {line: True for line, stays in self._said.items() if stays}
        self._show()

    def dismiss(self) -> None:
        self._said = {}
        self._leaves.stop()
        self._show()

    def _show(self) -> None:
        self.text.setText("\n".join(self._said))
        self.setVisible(bool(self._said))


class Elided(QLabel):
    """One line that ends in dots where it has no room, and widens no window."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        right = Qt.TextElideMode.ElideRight
        said = self.fontMetrics().elidedText(self.text(), right, self.width())
        with QPainter(self) as painter:
            painter.drawText(self.rect(), self.alignment(), said)


class StatusLine(QStatusBar):
    """The status bar: how the picture in view was made. `app.compare.bar` is on its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.UNIT, 0, theme.UNIT, 0)
        self.facts = Elided()
        self.facts.setAccessibleName(tr("About the picture"))
        self.addWidget(self.facts, 1)

    def show_job(self, job: Job | None) -> None:
        if job is None or job.size is None:
            self._tell("")
            return
        if job.result is None:
            crop = [tr("Crop {0}").format(pixels(*job.crop.size))] if job.crop is not None else []
            parts = [pixels(*job.size), *crop, *job.notes]
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

    def place_bar(self, bar: QWidget) -> None:
        """Put the bar of the picture at the end, where no text moves it."""
        self.addPermanentWidget(bar)

    def place_beside(self, widget: QWidget) -> None:
        """Put a widget between the facts and what is there already."""
        self.insertPermanentWidget(1, widget)

    def mention(self, text: str) -> None:
        """Show `text` for a while."""
        self.showMessage(text, 10_000)

    def _tell(self, text: str) -> None:
        self.facts.setText(text)
        self.facts.setToolTip(text)
