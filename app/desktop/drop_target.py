"""Accepts drops anywhere in the window, and shows a frame during a drag."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from app.desktop.incoming import Incoming, promises
from app.look import theme
from app.look.translation import tr


class DropTarget(QObject):
    """Accepts drops on a whole window, except drags that began in it."""

    def __init__(self, window: QMainWindow, incoming: Incoming) -> None:
        super().__init__(window)
        self._window, self._incoming = window, incoming
        self.frame = DropFrame(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def close(self) -> None:
        """Accept nothing from now on."""
        self._window.setAcceptDrops(False)
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):  # before its parents, QDragMoveEvent and QDropEvent
            if event.source() is None and promises(event.mimeData()):
                event.acceptProposedAction()
                self.frame.appear()
                return True
        elif isinstance(event, QDragMoveEvent):
            pass
        elif isinstance(event, QDropEvent):
            self.frame.hide()
            if self._incoming.take(event.mimeData()):
                event.acceptProposedAction()
            return True
        elif event.type() == QEvent.Type.DragLeave:
            self.frame.hide()
            return True
        return super().eventFilter(watched, event)


class DropFrame(QWidget):
    """A frame over the window during a drag. It takes no mouse events."""

    def __init__(self, covered: QWidget) -> None:
        super().__init__(covered)
        self._covered = covered
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Drop to open"))
        self.hide()

    def appear(self) -> None:
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.colours()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            veil = QColor(colours.window)
            veil.setAlpha(215)
            painter.fillRect(self.rect(), veil)
            edge = QRectF(self.rect()).adjusted(*[theme.UNIT] * 2, *[-theme.UNIT] * 2)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(edge, 8, 8)
            text = tr("Drop to open")
            font = painter.font()
            font.setPointSizeF(font.pointSizeF() * 1.3)
            painter.setFont(font)
            box = QRectF(painter.fontMetrics().boundingRect(text)).adjusted(-20, -10, 20, 10)
            box.moveCenter(QRectF(self.rect()).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(QColor(colours.accent_text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
