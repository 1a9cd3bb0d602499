"""The header of the list during a run: progress and Pause."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QSizePolicy,
    QToolButton,
)

from app.look import theme
from app.look.translation import tr
from app.look.widgets import column, progress_bar, row
from app.look.words import about, decimal
from app.queue.progress import QueueProgress

STEPS = 1000


class QueueHeader(QFrame):
    def __init__(self, pause: QAction) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.text = QLabel()
        self.text.setObjectName("muted")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.text.setAccessibleName(tr("Progress of the list"))
        self.bar = progress_bar(tr("Progress of the list"), STEPS)
        self.pause = QToolButton()
        self.pause.setDefaultAction(pause)
        self.pause.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pause.setAccessibleName(pause.text().replace("&", ""))
        layout = row((column(self.text, self.bar), 1), self.pause, parent=self)
        layout.setContentsMargins(2 * theme.UNIT, theme.UNIT, theme.UNIT, theme.UNIT)
        self.hide()

    def show_progress(self, progress: QueueProgress | None) -> None:
        """None hides it."""
        self.setVisible(progress is not None)
        if progress is None:
            return
        self.bar.setValue(int(progress.fraction * STEPS))
        done = tr("{0} of {1}").format(progress.done, progress.total)
        parts = [done]
        if progress.paused:
            parts.append(tr("paused"))
        elif progress.seconds_left is not None:
            parts.append(about(progress.seconds_left))
        self.text.setText("  ·  ".join(parts))
        millions = decimal(progress.megapixels, 0 if progress.megapixels >= 10 else 1)
        counts = tr("{0} of {1} pictures are done, {2} of them failed").format(
            progress.done, progress.total, progress.failed
        )
        self.text.setToolTip(f"{counts}\n" + tr("{0} MP in all").format(millions))
