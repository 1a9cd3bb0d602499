"""Notices on which screen a window is, and what its colours are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from app.compare.screen.profile import screen_profile


class ScreenWatch(QObject):
    """profile: of the screen that `window` is on, as `screen_profile` finds it."""

    changed = Signal()

    def __init__(self, window: QWidget, chosen: str, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._handle: QWindow | None = None
        self.chosen = chosen
        """The file that the user named, empty for what the system says."""
        self.profile: Path | None = None
        window.installEventFilter(self)

    def choose(self, chosen: str) -> None:
        self.chosen = chosen
        self.look()

    def look(self) -> None:
        """Find out anew."""
        found = screen_profile(self._window.screen(), self.chosen, self._folder)
        if found != self.profile:
            self.profile = found
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and self._window.windowHandle() is not self._handle:
            self._handle = self._window.windowHandle()
            self._handle.screenChanged.connect(self.look)
            self.look()
        return False
