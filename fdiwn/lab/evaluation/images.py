"""Pixels as PNG files in memory."""

from __future__ import annotations

import io

from PIL import Image

from fdiwn.lab.evaluation.metrics import Image8


def png(image: Image8) -> bytes:
    """An image as a PNG, lossless; grey as grey."""
    file = io.BytesIO()
    Image.fromarray(image[..., 0] if image.shape[2] == 1 else image).save(file, "PNG")
    return file.getvalue()
