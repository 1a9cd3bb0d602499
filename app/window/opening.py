"""Opens files and folders: the only way from a drop, a dialog or another start to the list.

All sources call `PictureOpener.open`. The paths are scanned on the engine's thread, as a folder may
be large or on a slow disk; the pictures found are added to the queue.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.look.translation import tr
from app.queue.jobs import JobQueue
from app.queue.scan import Scan
from app.settings.settings import Settings
from app.worker import EngineThread
from fdiwn.api.formats import READABLE

MANY = 8
"""Messages list at most this many names."""


class PictureOpener(QObject):
    """Opens files and folders. window: the parent of its dialogs."""

    opening = Signal(object)
    """Paths that are being opened, a tuple."""
    opened = Signal(int)
    """The first of the newly opened jobs."""
    told = Signal(str)
    """A message about files that are no pictures."""

    def __init__(
        self, queue: JobQueue, engine: EngineThread, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._queue, self._engine, self._settings = queue, engine, settings
        self._window = window
        self.refuses = ""
        """Why nothing more is opened; empty if it is."""
        engine.worker.scanned.connect(self._add)

    def ask_open(self) -> None:
        endings = " ".join(f"*{ending}" for ending in READABLE)
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            tr("Open pictures"),
            self._folder(),
            tr("Pictures ({0});;All files (*)").format(endings),
        )
        if names:
            self._settings.open_folder = str(Path(names[0]).parent)
            self.open(Path(name) for name in names)

    def ask_open_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, tr("Open a folder"), self._folder())
        if name:
            self._settings.open_folder = name
            self.open([Path(name)])

    def open(self, paths: Iterable[Path]) -> None:
        """Add the pictures in these files and folders to the list."""
        if self.refuses:
            self.told.emit(self.refuses)
            return
        paths = tuple(paths)
        self.opening.emit(paths)
        self._engine.scan(paths)

    def _folder(self) -> str:
        """Where dialogs begin: the last folder, at first, or if it is gone, Pictures."""
        last = self._settings.open_folder
        if last and Path(last).is_dir():
            return last
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)

    def _add(self, found: Scan) -> None:
        ids = self._queue.add(found.pictures)
        if ids:
            self.opened.emit(ids[0])
        parts = []
        if found.refused:
            text = tr(
                "Left out, not readable as pictures: {0}. Choose JPEG, PNG, TIFF, WebP or AVIF."
            )
            parts.append(text.format(_names(found.refused)))
        if found.empty_folders:
            text = tr("No pictures in: {0}. Choose another folder.")
            parts.append(text.format(_names(found.empty_folders)))
        if parts:
            self.told.emit("\n".join(parts))


def _names(paths: Iterable[Path]) -> str:
    names = [path.name for path in paths]
    text = ", ".join(names[:MANY])
    return f"{text} … (+{len(names) - MANY})" if len(names) > MANY else text
