"""The labels of four panes, which are buttons: each opens a menu of what its pane can show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.compare.choice import Choice
from app.look import theme
from app.look.translation import tr

COUNT = 4
INSIDE = 34
"""Pixels of a button's width that are no text."""


class PaneButtons(QObject):
    """One button at the upper left of each pane of `view`; visible while there are four."""

    opened = Signal(int)
    """The menu of this pane, from 0, is about to be shown: `offer` what it can show."""
    chosen = Signal(int, object)
    """A pane, and the `Choice` for it."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.buttons = [self._button(view, number) for number in range(COUNT)]

    def place(self, areas: Sequence[QRect], labels: Sequence[str], ratio: float) -> None:
        """areas: the panes, in device pixels, of which a pixel of the widget has `ratio`."""
        shown = len(areas) == len(labels) == COUNT
        for number, button in enumerate(self.buttons):
            button.setVisible(shown)
            if shown:
                area = areas[number]
                self._say(button, number, labels[number], int(area.width() / ratio))
                margin = theme.UNIT
                button.move(int(area.left() / ratio) + margin, int(area.top() / ratio) + margin)

    def offer(self, number: int, choices: Sequence[Choice], shown: Choice) -> None:
        """Fill the menu of a pane. shown: what it shows now."""
        menu = self.buttons[number].menu()
        menu.clear()
        for choice in choices:
            action = menu.addAction(choice.label().replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice == shown)
            action.triggered.connect(partial(self.chosen.emit, number, choice))

    def _button(self, view: QWidget, number: int) -> QToolButton:
        button = QToolButton(view)
        button.setObjectName("pane")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.hide()
        menu = QMenu(button)
        menu.aboutToShow.connect(partial(self.opened.emit, number))
        button.setMenu(menu)
        return button

    def _say(self, button: QToolButton, number: int, label: str, width: int) -> None:
        room = width - 2 * theme.UNIT - INSIDE
        button.setText(on_two_lines(label, button.fontMetrics(), room).replace("&", "&&"))
        button.setAccessibleName(tr("Pane {0}: {1}").format(number + 1, label))
        button.setToolTip(tr("{0}. Click to choose what this pane shows.").format(label))
        button.adjustSize()


def on_two_lines(text: str, metrics: QFontMetrics, room: int) -> str:
    """Breaks a text that is wider than `room`, in pixels; what has no room goes from the end."""
    first, words = "", text.split(" ")
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= room:
        first = f"{first} {words.pop(0)}".strip()
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, room)
    return f"{first}\n{rest}".strip()
