"""Thumbnails of rows, read from the files that the engine writes."""

from __future__ import annotations

from PySide6.QtGui import QImage

from fdiwn.api.display_image import DisplayImage


def read_thumbnail(image: DisplayImage) -> QImage:
    """The smallest level. Raises OSError if the file is not there or shorter than it should be."""
    level = image.levels()[-1]
    stride = level.width * image.bytes_per_pixel
    with image.path.open("rb") as file:
        file.seek(level.offset)
        pixels = file.read(level.height * stride)
    if len(pixels) < level.height * stride:
        raise OSError(f"{image.path} is shorter than its picture")
    kind = QImage.Format.Format_RGBA8888 if image.has_alpha else QImage.Format.Format_RGB888
    return QImage(pixels, level.width, level.height, stride, kind).copy()
