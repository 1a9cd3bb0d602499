"""The picture of a training run: loss and validation PSNR over steps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 900, 480, 70, 70, 30, 50
_INK, _GRID, _LOSS, _PSNR = (60, 60, 60), (225, 225, 225), (200, 120, 30), (40, 40, 200)

Canvas = NDArray[np.uint8]


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
    canvas: Canvas,
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
    points = np.stack((x, y), 1).round().astype(np.int32)
    cv2.polylines(canvas, [points.reshape(-1, 1, 2)], False, colour, 2, cv2.LINE_AA)
    for point in points if len(points) <= 60 else []:
        cv2.circle(canvas, (int(point[0]), int(point[1])), 3, colour, -1, cv2.LINE_AA)
    for part in range(5):
        row = HEIGHT - BOTTOM - round((HEIGHT - TOP - BOTTOM) * part / 4)
        text = f"{low + span * part / 4:.2f}"
        column = WIDTH - RIGHT + 6 if right else 8
        cv2.putText(canvas, text, (column, row + 4), 0, 0.42, colour, 1, cv2.LINE_AA)
    column = WIDTH - RIGHT - 130 if right else LEFT
    cv2.putText(canvas, label, (column, TOP - 10), 0, 0.48, colour, 1, cv2.LINE_AA)


def plot_run(log: Path, target: Path) -> None:
    """Draws ``log`` (a log.jsonl with at least one record) as a PNG."""
    records = read_log(log)
    canvas = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    for part in range(5):
        row = HEIGHT - BOTTOM - round((HEIGHT - TOP - BOTTOM) * part / 4)
        cv2.line(canvas, (LEFT, row), (WIDTH - RIGHT, row), _GRID, 1)
    steps = np.array([r["step"] for r in records], np.float64)
    loss = np.array([r["loss"] for r in records], np.float64)
    _curve(canvas, steps, _smooth(loss), _LOSS, "loss, levels of 255 (smoothed)", right=False)
    measured = [r for r in records if "psnr" in r]
    if measured:
        psnr_steps = np.array([r["step"] for r in measured], np.float64)
        psnr = np.array([r["psnr"] for r in measured], np.float64)
        _curve(canvas, psnr_steps, psnr, _PSNR, "PSNR-Y, dB", right=True)
    text = f"step 0 to {int(steps.max())}"
    cv2.putText(canvas, text, (LEFT, HEIGHT - 18), 0, 0.45, _INK, 1, cv2.LINE_AA)
    target.write_bytes(cv2.imencode(".png", canvas)[1].tobytes())
