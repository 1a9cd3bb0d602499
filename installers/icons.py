"""Draws the program's icon from its SVG, as the ``.ico`` and ``.icns`` that installers need.

python -m installers.icons build/icons
"""

from __future__ import annotations

import io
import struct
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from fdiwn.api.names import WINDOW_COMMAND
from fdiwn.api.resources import resource
from installers.errors import PackagingError

DRAWING = resource("icons/application.svg")
DESKTOP_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Pixels a side that desktops ask for; the next are those of Windows."""
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_KINDS = {
    b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512,
}  # fmt: skip
"""Apple's names for sizes, the last four for screens with twice the pixels; each holds a PNG."""


def png(size: int) -> bytes:
    """The icon with ``size`` pixels a side, transparent around. Raises PackagingError.

    Needs no display: Qt draws into memory.
    """
    renderer = QSvgRenderer(str(DRAWING))
    if not renderer.isValid():
        raise PackagingError(f"{DRAWING} cannot be drawn", "it is missing or is no SVG")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # takes the name as text as well
    return bytes(data.data())


def ico() -> bytes:
    """All sizes in one file, as PNGs, which Windows reads since Vista."""
    *smaller, largest = (Image.open(io.BytesIO(png(size))) for size in ICO_SIZES)
    sizes, file = [(size, size) for size in ICO_SIZES], io.BytesIO()
    largest.save(file, "ICO", sizes=sizes, append_images=smaller)
    return file.getvalue()


def icns() -> bytes:
    """All sizes in one file, for macOS. Pillow leaves out 16 and 32 pixels for plain screens."""
    body = b""
    for kind, size in ICNS_KINDS.items():
        data = png(size)
        body += kind + struct.pack(">I", len(data) + 8) + data
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    (folder / f"{WINDOW_COMMAND}.ico").write_bytes(ico())
    (folder / f"{WINDOW_COMMAND}.icns").write_bytes(icns())
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
