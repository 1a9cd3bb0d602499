"""The program's icon in the sizes that desktops ask for."""

from __future__ import annotations

from pathlib import Path

from installers.linux.errors import PackagingError

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Pixels a side."""

DRAWING = Path(__file__).parents[2] / "resources" / "icons" / "application.svg"


def write_png(target: Path, size: int) -> None:
    """The drawing with ``size`` pixels a side, transparent around it. Raises PackagingError.

    Needs no display: Qt draws into memory.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(DRAWING))
    if not renderer.isValid():
        raise PackagingError(f"{DRAWING} cannot be drawn", "it is missing or is no SVG")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if not image.save(str(target), "PNG"):  # type: ignore[call-overload]
        raise PackagingError(f"{target} cannot be written")
