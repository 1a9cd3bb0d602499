"""The line between the two pictures, moved with mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QWidget

from app.look import theme
from app.look.translation import tr

STEPS = 1000
WIDTH = 32
KNOB = 13.0


class SplitHandle(QAbstractSlider):
    """Its value, 0 to STEPS, is the position of the split in its parent.

    It is a slider, so arrow keys, Page, Home, End and screen readers work.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 100)
        self.setPageStep(STEPS // 10)
        self.setValue(STEPS // 2)
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.tell_sides("", "")
        self.setToolTip(tr("Drag, or use the arrow keys. Double click: middle."))

    @property
    def at(self) -> float:
        """The position of the split in its parent, in pixels."""
        return self.value() / self.maximum() * self._width_of_view()

    def place(self) -> None:
        """Move the handle to the split."""
        view = self.parentWidget()
        assert view is not None
        self.setGeometry(round(self.at - self.width() / 2), 0, self.width(), view.height())

    def tell_sides(self, left: str, right: str) -> None:
        """Description for screen readers."""
        name = tr("Split between {0} and {1}").format(left, right)
        self.setAccessibleName(name if left and right else tr("Split"))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QPointF(self.width() / 2, self.height() / 2)
            painter.fillRect(QRectF(middle.x() - 1.5, 0, 3, self.height()), QColor(0, 0, 0, 90))
            painter.fillRect(QRectF(middle.x() - 0.5, 0, 1, self.height()), QColor("#ffffff"))
            active = self.hasFocus() or self.underMouse() or self.isSliderDown()
            painter.setPen(
                QPen(QColor("#ffffff" if not self.hasFocus() else theme.colours().focus), 2)
            )
            painter.setBrush(QColor(theme.colours().accent if active else theme.colours().window))
            painter.drawEllipse(middle, KNOB, KNOB)
            arrows = theme.colours().accent_text if active else theme.colours().text
            painter.setPen(QPen(QColor(arrows), 1.5))
            for side in (-1, 1):
                tip, back = middle.x() + side * 8, middle.x() + side * 4
                painter.drawLine(QPointF(back, middle.y() - 4), QPointF(tip, middle.y()))
                painter.drawLine(QPointF(back, middle.y() + 4), QPointF(tip, middle.y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            across = self.mapToParent(event.position().toPoint()).x()
            self.setValue(round(across / self._width_of_view() * STEPS))

    def _width_of_view(self) -> int:
        view = self.parentWidget()
        assert view is not None
        return max(1, view.width())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setValue(STEPS // 2)

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
