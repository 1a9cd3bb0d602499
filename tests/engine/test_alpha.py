"""Transparency: no fringe of what was hidden, and nothing left where nothing was."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from fdiwn.backends.contract import Backend
from fdiwn.backends.torch_backend import TorchBackend
from fdiwn.engine import enlarged
from fdiwn.folding import fold
from fdiwn.picture import Pixels
from fdiwn.resources import resource
from fdiwn.weights import load_network

SIDE = 96
COLOUR = (200, 60, 30)
HIDDEN = (0, 255, 0)
BACKGROUNDS = {"black": (0, 0, 0), "white": (255, 255, 255), "magenta": (255, 0, 255)}

Float = NDArray[np.float32]


def bundled(scale: int) -> Backend:
    network = load_network(resource(f"weights/fdiwn-x{scale}.safetensors"))
    return TorchBackend(fold(network), torch.device("cpu"), "float32")


def shapes(side: int) -> Float:
    """The true alpha, 0..1: a disc, lines of several widths and hairs, drawn four times finer."""
    fine = 4 * side
    unit = fine / SIDE
    drawn = np.zeros((fine, fine), np.float32)
    cv2.circle(drawn, (int(32.3 * unit), int(40.7 * unit)), int(20 * unit), 1, -1)
    for x0, y0, x1, y1, width in (
        (60, 5, 92, 30, 1.0),
        (60, 12, 90, 44, 0.6),
        (58, 50, 94, 52, 1.5),
        (70, 60, 75, 93, 0.35),
        (80, 60, 84, 93, 0.8),
    ):
        ends = [(int(x * unit), int(y * unit)) for x, y in ((x0, y0), (x1, y1))]
        cv2.line(drawn, ends[0], ends[1], 1, max(1, int(width * unit)))
    t = np.linspace(0, 1, 60)
    for n in range(8):
        hair = np.stack([8 + 48 * t, 70 + 2.7 * n + 6 * np.sin(3 * t + n)], -1) * unit
        cv2.polylines(drawn, [hair.astype(np.int32)], False, 1, max(1, int(0.3 * unit)))
    return np.asarray(cv2.resize(drawn, (side, side), interpolation=cv2.INTER_AREA), np.float32)


def fixture(scale: int, premultiplied: bool = False) -> tuple[Pixels, Float]:
    """A cut-out of one colour, another hidden under alpha 0; and its true alpha, enlarged.

    premultiplied: as programs write it that kept the colour so in 8 bits.
    """
    truth = shapes(SIDE * scale)
    coverage = cv2.resize(truth, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    levels = np.rint(coverage * 255)[..., None]
    colour = np.broadcast_to(np.float32(COLOUR), (SIDE, SIDE, 3))
    if premultiplied:
        colour = np.rint(colour * levels / 255) * 255 / np.maximum(levels, 1)
    colour = np.where(levels == 0, np.float32(HIDDEN), np.clip(np.rint(colour), 0, 255))
    return np.concatenate([colour, levels], 2).astype(np.uint8), truth


def on(background: tuple[int, int, int], colour: Float, alpha: Float) -> Float:
    return np.asarray(colour * alpha + np.float32(background) * (1 - alpha), np.float32)


def halo(result: Pixels) -> float:
    """The largest difference, on any background, from the true colour with the same alpha."""
    colour, alpha = result[..., :3].astype(np.float32), result[..., 3:].astype(np.float32) / 255
    true = np.broadcast_to(np.float32(COLOUR), colour.shape)
    return max(
        float(np.abs(on(b, colour, alpha) - on(b, true, alpha)).max()) for b in BACKGROUNDS.values()
    )


@pytest.mark.parametrize("scale", [2, 3, 4])
def test_no_halo_on_black_white_and_magenta(scale: int) -> None:
    pixels, truth = fixture(scale)
    result = enlarged(bundled(scale), pixels)
    assert halo(result) <= 2
    error = np.abs(result[..., 3] / 255 - truth).mean()
    bicubic = cv2.resize(pixels[..., 3], truth.shape, interpolation=cv2.INTER_CUBIC) / 255
    assert error < np.abs(bicubic - truth).mean()
    # one pixel of the source away from every edge there is nothing, or all
    around = np.ones((3, 3), np.uint8)
    empty = cv2.dilate(pixels[..., 3], around).repeat(scale, 0).repeat(scale, 1) == 0
    full = cv2.erode(pixels[..., 3], around).repeat(scale, 0).repeat(scale, 1) == 255
    assert empty.mean() > 0.2
    assert full.mean() > 0.1
    assert (result[empty, 3] == 0).all()
    assert (result[full, 3] == 255).all()
