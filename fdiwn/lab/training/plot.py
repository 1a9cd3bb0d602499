"""The picture of a training run: loss and validation PSNR over steps."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from fdiwn.api.files import write_whole

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 900, 480, 70, 70, 30, 50
_INK, _GRID, _LOSS, _PSNR = (60, 60, 60), (225, 225, 225), (30, 120, 200), (200, 40, 40)
_FINER = 2  # times as large it is drawn: Pillow draws lines with hard edges
_TEXT = 13  # pixels


class _Canvas:
    """A white picture that is drawn on in pixels of the result; text by its base line's start."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (WIDTH * _FINER, HEIGHT * _FINER), "white")
        self._draw = ImageDraw.Draw(self._image)
        self._font = ImageFont.load_default(_TEXT * _FINER)

    def line(self, points: NDArray[np.float64], colour: tuple[int, int, int], width: int) -> None:
        """points: (n, 2), x and y."""
        ends = [(float(x), float(y)) for x, y in points * _FINER]
        self._draw.line(ends, colour, width * _FINER, joint="curve")

    def dot(self, x: float, y: float, colour: tuple[int, int, int]) -> None:
        self._draw.circle((x * _FINER, y * _FINER), 3 * _FINER, colour)

    def text(self, x: float, y: float, text: str, colour: tuple[int, int, int]) -> None:
        place = (x * _FINER, y * _FINER)
        self._draw.text(place, text, colour, self._font, anchor="ls")

    def png(self) -> bytes:
        file = io.BytesIO()
        self._image.reduce(_FINER).save(file, "PNG")
        return file.getvalue()


def read_log(path: Path) -> list[dict[str, Any]]:
    """The records of a log.jsonl; a line cut off by a crash is passed over."""
    records = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            records.append(json.loads(line))
        except json.JSONDecodeError:
            continue
    return records


def _smooth(values: NDArray[np.float64]) -> NDArray[np.float64]:
    width = max(1, len(values) // 30)
    padded = np.pad(values, (width, width), mode="edge")
    box = np.ones(2 * width + 1) / (2 * width + 1)
    return np.convolve(padded, box, mode="valid")


def _curve(
    canvas: _Canvas,
    steps: NDArray[np.float64],
    values: NDArray[np.float64],
    colour: tuple[int, int, int],
    label: str,
    right: bool,
) -> None:
    """Draws one curve with an axis of its own, labelled at the left or at the right."""
    low, high = float(values.min()), float(values.max())
    span = (high - low) or 1.0
    x = LEFT + (WIDTH - LEFT - RIGHT) * steps / max(1.0, float(steps.max()))
    y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (values - low) / span
    points = np.stack((x, y), 1)
    canvas.line(points, colour, 2)
    for point in points if len(points) <= 60 else []:
        canvas.dot(float(point[0]), float(point[1]), colour)
    for part in range(5):
        row = HEIGHT - BOTTOM - round((HEIGHT - TOP - BOTTOM) * part / 4)
        text = f"{low + span * part / 4:.2f}"
        canvas.text(WIDTH - RIGHT + 6 if right else 8, row + 4, text, colour)
    canvas.text(WIDTH - RIGHT - 130 if right else LEFT, TOP - 10, label, colour)


def plot_run(log: Path, target: Path) -> None:
    """Draws ``log`` (a log.jsonl with at least one record) as a PNG."""
    records = read_log(log)
    canvas = _Canvas()
    for part in range(5):
        row = HEIGHT - BOTTOM - round((HEIGHT - TOP - BOTTOM) * part / 4)
        canvas.line(np.array([(LEFT, row), (WIDTH - RIGHT, row)], np.float64), _GRID, 1)
    steps = np.array([r["step"] for r in records], np.float64)
    loss = np.array([r["loss"] for r in records], np.float64)
    _curve(canvas, steps, _smooth(loss), _LOSS, "loss, levels of 255 (smoothed)", right=False)
    measured = [r for r in records if "psnr" in r]
    if measured:
        psnr_steps = np.array([r["step"] for r in measured], np.float64)
        psnr = np.array([r["psnr"] for r in measured], np.float64)
        _curve(canvas, psnr_steps, psnr, _PSNR, "PSNR-Y, dB", right=True)
    text = f"step 0 to {int(steps.max())}"
    canvas.text(LEFT, HEIGHT - 18, text, _INK)
    write_whole(target, canvas.png())
