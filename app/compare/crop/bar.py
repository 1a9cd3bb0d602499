"""The controls of the crop tool, below the picture."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QComboBox,
    QFrame,
    QSizePolicy,
    QWidget,
)

from app.compare.crop.keys import keeps_escape
from app.compare.crop.ratios import FREE, known
from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, label, row
from app.look.words import pixels


class CropBar(QFrame):
    """Ratio, turning, size, and the ways out. chosen: the ratio or its direction."""

    chosen = Signal()
    done = Signal()
    cancelled = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.ratio = QComboBox()
        self.ratio.setAccessibleName(tr("Ratio of width and height"))
        self.ratio.setToolTip(self.ratio.accessibleName())
        for text, name in known():
            self.ratio.addItem(text, name)
        self.portrait = False
        """Whether a ratio is higher than wide."""
        self.turn = button(tr("Turn"), tr("Swap width and height"), self._turn)
        self.size_line = label(name=tr("Size of the part"))
        self.size_line.setWordWrap(False)
        # Its words change while the rectangle is drawn, and must not move the buttons.
        self.size_line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._widest = 0
        self.clear = button(tr("Clear"), tr("Enlarge all of the picture"), self.cleared)
        self.cancel = button(tr("Cancel"), tr("Leave everything as it was (Esc)"), self.cancelled)
        self.finish = button(tr("Done"), tr("Enlarge this part only (Enter)"), self.done)
        buttons = (self.clear, self.cancel, self.finish)
        self._left, self._right = (self.ratio, self.turn), buttons
        self._shape = row(row(*self._left, None), (self.size_line, 1))
        self._lines = row((self._shape, 1), row(None, *self._right), parent=self)
        self._lines.setContentsMargins(2 * theme.UNIT, theme.UNIT, 2 * theme.UNIT, theme.UNIT)
        # It is as wide as the picture, and makes no window wider.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.ratio.activated.connect(self.chosen)
        self.hide()

    @property
    def ratio_name(self) -> str:
        return str(self.ratio.currentData())

    def choose_free(self) -> None:
        self.ratio.setCurrentIndex(self.ratio.findData(FREE))

    def tell(self, part: tuple[int, int], picture: tuple[int, int]) -> None:
        """Show the size of the part in source pixels; all of the picture needs no clearing."""
        self.size_line.setText(_size(part))
        self.clear.setEnabled(part != picture)
        # By the largest part, so that nothing moves while one is drawn.
        self._widest = self.size_line.fontMetrics().horizontalAdvance(_size(picture))
        self._fit()

    def _fit(self) -> None:
        """Use one line, or more if it is too short."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        room = self._lines.contentsRect().width()
        shape = self._widest + _width(self._left)
        self._shape.setDirection(beside if room >= shape else below)
        self._lines.setDirection(beside if room >= shape + _width(self._right) else below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _turn(self) -> None:
        self.portrait = not self.portrait
        self.chosen.emit()

    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif enter and not isinstance(QApplication.focusWidget(), QAbstractButton):
            self.done.emit()
        else:
            super().keyPressEvent(event)  # the window presses the button


def _width(parts: Iterable[QWidget]) -> int:
    """With the gaps beside them."""
    return sum(part.sizeHint().width() + theme.UNIT for part in parts)


def _size(part: tuple[int, int]) -> str:
    return tr("{0} px").format(pixels(*part))
