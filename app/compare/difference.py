"""The difference of two pictures, exact and without arrays: Qt's own blending does the sums.

Each step is one of the blend modes that Qt has in vector instructions: |a - b| is Difference,
twice as much is an image added to itself, and the largest value is what is left when an image is
folded onto itself by Lighten.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter

SMALL = 64
"""Pixels a side that are few enough to be looked at one by one."""
Blend = QPainter.CompositionMode


def difference(left: QImage, right: QImage) -> QImage:
    """|left - right| of two Format_RGB32 images of one size, per channel."""
    result = left.copy()
    _blend(result, right, Blend.CompositionMode_Difference)
    return result


def amplify(image: QImage, factor: int) -> None:
    """Multiply by `factor`, a power of two, in place; what is beyond 255 is 255."""
    while factor > 1:
        _blend(image, image.copy(), Blend.CompositionMode_Plus)
        factor //= 2


def largest(image: QImage) -> int:
    """The largest value, 0 to 255, of any channel of a Format_RGB32 image."""
    while image.width() > SMALL or image.height() > SMALL:
        wide = image.width() >= image.height()
        half = QPoint(image.width() // 2, 0) if wide else QPoint(0, image.height() // 2)
        rest = image.copy(QRect(half, image.rect().bottomRight()))
        _blend(rest, image, Blend.CompositionMode_Lighten)
        image = rest
    values = bytes(image.constBits())
    # Blue, green, red and an unused byte on all systems that PySide runs on.
    return max((max(values[channel::4]) for channel in range(3)), default=0) if values else 0


def _blend(target: QImage, source: QImage, how: Blend) -> None:
    with QPainter(target) as painter:
        painter.setCompositionMode(how)
        painter.drawImage(0, 0, source)
