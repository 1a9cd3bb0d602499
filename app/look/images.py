"""Reads pixels that the engine wrote for the screen as a QImage."""

from __future__ import annotations

from PySide6.QtGui import QImage

from fdiwn.api.display_image import DisplayImage


def image_format(image: DisplayImage) -> QImage.Format:
    return QImage.Format.Format_RGBA8888 if image.has_alpha else QImage.Format.Format_RGB888


def read_image(image: DisplayImage, level: int = 0) -> QImage:
    """One level in memory: 0 is full size, -1 the smallest.

    Raises OSError if the file is missing or too short.
    """
    found = image.levels()[level]
    stride = found.width * image.bytes_per_pixel
    with image.path.open("rb") as file:
        file.seek(found.offset)
        pixels = file.read(found.height * stride)
    if len(pixels) < found.height * stride:
        raise OSError(f"{image.path} is shorter than its picture")
    return QImage(pixels, found.width, found.height, stride, image_format(image)).copy()
