"""The controls of the crop tool, below the picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFrame,
    QGridLayout,
    QSizePolicy,
    QWidget,
)

from app.compare.crop.keys import keeps_escape
from app.compare.crop.ratios import FREE, known
from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, label
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
        # In a narrow window it must not widen the bar, and has a line of its own.
        self.size_line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._widest = 0
        self.clear = button(tr("Clear"), tr("Enlarge all of the picture"), self.cleared)
        self.cancel = button(tr("Cancel"), tr("Leave everything as it was (Esc)"), self.cancelled)
        self.finish = button(tr("Done"), tr("Enlarge this part only (Enter)"), self.done)
        buttons = (self.clear, self.cancel, self.finish)
        self._others = (self.ratio, self.turn, *buttons)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2 * theme.UNIT, theme.UNIT, 2 * theme.UNIT, theme.UNIT)
        self._grid.setSpacing(theme.UNIT)
        for column, part in zip((0, 1, 3, 4, 5), self._others, strict=True):
            self._grid.addWidget(part, 0, column)
        self._grid.setColumnStretch(2, 1)
        self._place_size()
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
        self._place_size()

    def _place_size(self) -> None:
        """Show the size between the buttons, or below them if it has no room there."""
        margins = self._grid.contentsMargins()
        least = self._widest + margins.left() + margins.right()
        least += sum(part.sizeHint().width() + theme.UNIT for part in self._others)
        if self.width() >= least:
            self._grid.addWidget(self.size_line, 0, 2)
        else:
            self._grid.addWidget(self.size_line, 1, 0, 1, 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_size()

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


def _size(part: tuple[int, int]) -> str:
    return tr("{0} px").format(pixels(*part))
