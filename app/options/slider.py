"""A slider with its number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider

from app.look import theme


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
        self.setSpacing(theme.UNIT)
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
