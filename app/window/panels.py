"""The panels beside the picture, their widths, and a screen with the picture alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from app.compare.bar import CompareBar
from app.look.widgets import row
from app.settings.settings import Settings
from app.window.messages import StatusLine

HANDLE = 5
MOST = 520
"""The most pixels of width that a panel takes."""
NARROW = 104
"""Pixels of width in which the list still shows its thumbnails."""
PICTURE = 600
"""Pixels of width that the picture gets before the list has its full width."""


class Panels(QObject):
    """Shares the window's width between the list, the picture and the options.

    hidden: whether the user has hidden the list and the options.
    """

    switched = Signal(bool)
    """The panels were hidden, or shown again."""

    def __init__(
        self, rows: QWidget, picture: QWidget, options: QWidget, settings: Settings
    ) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        super().__init__(self.splitter)
        self._rows, self._options, self._settings = rows, options, settings
        self.hidden = self._filled = False
        self._rows_width = settings.list_width or rows.sizeHint().width()
        self._options_width = settings.options_width or options.sizeHint().width()
        rows.setMinimumWidth(NARROW)
        for panel in (rows, options):
            panel.setMaximumWidth(MOST)
        self.splitter.setHandleWidth(HANDLE)
        self.splitter.setChildrenCollapsible(False)
        for part in (rows, picture, options):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        rows.hide()
        self.splitter.splitterMoved.connect(self._moved)
        self.splitter.installEventFilter(self)

    def obey(self, action: QAction, picture: QWidget) -> None:
        """Let a checkable action show them. picture: gets the keyboard when they are hidden."""
        action.toggled.connect(lambda shown: self.hide(not shown))
        self.switched.connect(lambda hidden: action.setChecked(not hidden))
        self.switched.connect(lambda hidden: picture.setFocus() if hidden else None)

    def show_list(self, filled: bool) -> None:
        """Show the list if it has rows."""
        if filled != self._filled:
            self._filled = filled
            self.hide(self.hidden)

    def hide(self, hidden: bool) -> None:
        self.hidden = hidden
        self._rows.setVisible(self._filled and not hidden)
        self._options.setVisible(not hidden)
        self._share()
        self.switched.emit(hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._share()
        return False

    def _moved(self) -> None:
        """The user has moved a handle."""
        rows, _, options = self.splitter.sizes()
        if rows:
            self._rows_width = self._settings.list_width = rows
        if options:
            self._options_width = self._settings.options_width = options

    def _share(self) -> None:
        """Give the panels their widths, the list only unless the picture would get too narrow."""
        if self.hidden:
            return
        rest = self.splitter.width() - self._options_width - HANDLE
        rows = 0
        if self._filled:
            rest -= HANDLE
            rows = self._rows_width if rest - self._rows_width >= PICTURE else NARROW
        wanted = [rows, rest - rows, self._options_width]
        if rest > rows and self.splitter.sizes() != wanted:
            self.splitter.setSizes(wanted)


class FullScreen(QObject):
    """Shows nothing but the picture and its bar. place: below the picture, for the bar."""

    def __init__(
        self, window: QMainWindow, panels: Panels, bar: CompareBar, status: StatusLine
    ) -> None:
        super().__init__(window)
        self._window, self._panels, self._bar, self._status = window, panels, bar, status
        self._hidden_before = False
        self.place = QWidget()
        self._row = row(None, parent=self.place)  # the bar at its end, as in the status bar
        self.place.hide()
        self.leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self.leave.setEnabled(False)

    def obey(self, action: QAction) -> None:
        """Let a checkable action switch it; Esc ends it."""
        action.toggled.connect(self.switch)
        self.leave.activated.connect(lambda: action.setChecked(False))

    def switch(self, on: bool) -> None:
        shown = not self._bar.isHidden()
        self._window.menuBar().setHidden(on)
        if on:
            self._hidden_before = self._panels.hidden
            self._status.removeWidget(self._bar)
            self._row.insertWidget(1, self._bar)
        else:
            self._row.removeWidget(self._bar)
            self._status.place_bar(self._bar)
        self._bar.setVisible(shown)
        self._status.setHidden(on)
        self.place.setVisible(on)
        self._panels.hide(on or self._hidden_before)
        self.leave.setEnabled(on)
        state, full = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if on else state & ~full)
