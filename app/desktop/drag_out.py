"""The handle in the status bar for dragging a result into another program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from app.desktop.outgoing import Exports
from app.look import theme
from app.look.translation import tr
from app.queue.job import Job

THUMBNAIL = 48


class DragHandle(QToolButton):
    """Shown while there is a result. Drag: its file. Click: `clicked`, for users who cannot drag.

    The file is written on button press. A drag that begins before the file exists starts once it
    does, if the button is still held.
    """

    waiting = Signal(str)
    """A message for the user while the file is written."""

    def __init__(self, exports: Exports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exports = exports
        self._job: Job | None = None
        self._pressed: QPoint | None = None
        self._wanted = False
        self.setIcon(theme.icon("drag-out"))
        self.setText(tr("Drag Out"))
        self.setAccessibleName(tr("Drag the result into another program"))
        self.setToolTip(tr("Drag the result into another program or a folder; click to copy it"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(16, 16))
        exports.ready.connect(self._ready)
        self.show_job(None)

    def show_job(self, job: Job | None) -> None:
        self._job = job
        self.setVisible(job is not None and job.result is not None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._job is not None:
            self._pressed, self._wanted = event.position().toPoint(), False
            self._exports.prepare(self._job)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self._job is None or self._wanted:
            return
        moved = event.position().toPoint() - self._pressed
        if moved.manhattanLength() < QApplication.startDragDistance():
            return
        self._wanted = True
        path = self._exports.file_of(self._job)
        if path is not None:
            self._drag(path)
        else:
            self.waiting.emit(tr("Preparing the file…"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self._wanted
        self._pressed, self._wanted = None, False
        if dragged:
            self.setDown(False)
            self.waiting.emit(tr("The file is still being prepared. Drag again in a moment."))
        else:
            super().mouseReleaseEvent(event)

    def _ready(self, job_id: int, path: Path) -> None:
        if self._wanted and self._job is not None and self._job.id == job_id:
            self._drag(path)

    def _drag(self, path: Path) -> None:
        self._pressed, self._wanted = None, False
        self.setDown(False)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.icon().pixmap(THUMBNAIL, THUMBNAIL))
        self.waiting.emit("")
        drag.exec(Qt.DropAction.CopyAction)  # never a move: the file may be the user's own
