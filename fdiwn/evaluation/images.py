"""Pixels as PNG files in memory."""

from __future__ import annotations

import cv2
import numpy as np

from fdiwn.evaluation.metrics import Image8


def png(image: Image8) -> bytes:
    """An image as a PNG, lossless; grey as grey."""
    ordered = image if image.shape[2] == 1 else image[..., ::-1]  # OpenCV's order is BGR
    ok, data = cv2.imencode(".png", np.ascontiguousarray(ordered))
    assert ok, "PNG takes every image of 8 bits"
    return data.tobytes()
