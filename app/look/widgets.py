"""Layouts, labels, buttons, sliders and timers, each made in one call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.look.theme import UNIT

Part = QWidget | QLayout | None
Box = TypeVar("Box", bound=QBoxLayout)


def column(
    *parts: Part | tuple[Part, int],
    parent: QWidget | None = None,
    margin: int = 0,
    spacing: int = UNIT,
) -> QVBoxLayout:
    """Stacks widgets and layouts vertically, with a stretch factor in a tuple; None is an empty
    stretch. parent: the widget that gets the layout. Lengths in pixels."""
    return _fill(QVBoxLayout(), parts, parent, margin, spacing)


def row(
    *parts: Part | tuple[Part, int],
    parent: QWidget | None = None,
    margin: int = 0,
    spacing: int = UNIT,
) -> QHBoxLayout:
    """Places parts side by side, as in `column`."""
    return _fill(QHBoxLayout(), parts, parent, margin, spacing)


def _fill(
    layout: Box,
    parts: tuple[Part | tuple[Part, int], ...],
    parent: QWidget | None,
    margin: int,
    spacing: int,
) -> Box:
    if parent is not None:
        parent.setLayout(layout)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    for given in parts:
        part, stretch = given if isinstance(given, tuple) else (given, 0)
        if isinstance(part, QWidget):
            layout.addWidget(part, stretch)
        elif part is not None:
            layout.addLayout(part, stretch)
        else:
            layout.addStretch()
    return layout


def label(text: str = "", style: str = "", name: str = "") -> QLabel:
    """Plain text, wrapped as needed. style: an object name of the style sheet; name: for a screen
    reader."""
    made = QLabel(text)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(style)
    made.setAccessibleName(name)
    return made


def muted(text: str = "") -> QLabel:
    return label(text, "muted")


def button(
    text: str, tip: str = "", do: Callable[[], object] | SignalInstance | None = None
) -> QPushButton:
    made = QPushButton(text)
    made.setToolTip(tip)
    if do is not None:
        made.clicked.connect(do)
    return made


def in_lines(text: str, metrics: QFontMetrics, width: int) -> str:
    """The words in lines of at most `width` pixels, for a control that does not wrap by itself."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def progress_bar(name: str, most: int = 100) -> QProgressBar:
    """A progress bar without text. most: its maximum. name: for a screen reader."""
    made = QProgressBar()
    made.setTextVisible(False)
    made.setRange(0, most)
    made.setAccessibleName(name)
    return made


def close_button(dialog: QDialog) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    box.rejected.connect(dialog.reject)
    return box


def delay(milliseconds: int, do: Callable[[], object], owner: QObject) -> QTimer:
    """A timer that calls `do` that long after its last `start`."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(do)
    return timer


class NumberSlider(QHBoxLayout):
    """A slider from ``least`` to ``most``; form: of the number beside it, such as "{0} %"."""

    changed = Signal()

    def __init__(self, name: str, least: int, most: int, form: str = "{0}") -> None:
        super().__init__()
        self._form = form
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(least, most)
        self.slider.setAccessibleName(name)
        self.slider.setMinimumHeight(30)
        self.number = QLabel()
        widest = self.number.fontMetrics().horizontalAdvance(f"{form.format(most)} ")
        self.number.setMinimumWidth(widest)
        self.number.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.setSpacing(UNIT)
        self.addWidget(self.slider, 1)
        self.addWidget(self.number)
        self.slider.valueChanged.connect(self._choose)
        self.tell(least)

    def tell(self, value: int) -> None:
        """Show a number beside the slider."""
        self.number.setText(self._form.format(value))

    def _choose(self, value: int) -> None:
        self.tell(value)
        self.changed.emit()
