"""Plots a training run: loss and validation PSNR over steps. Needs the extra "plots"."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fdiwn.api.files import write_whole

LOSS, PSNR = "#1e78c8", "#c82828"
_SIZE, _DPI = (9.0, 4.8), 100


def read_log(path: Path) -> list[dict[str, Any]]:
    """The records of a log.jsonl; ignores a line cut off by a crash."""
    records = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            records.append(json.loads(line))
        except json.JSONDecodeError:
            continue
    return records


def plot_run(log: Path, target: Path) -> None:
    """Draws ``log`` (a log.jsonl with at least one record) as a PNG."""
    from matplotlib.figure import Figure

    records = read_log(log)
    figure = Figure(_SIZE, layout="constrained")
    axes = figure.add_subplot()
    axes.grid(alpha=0.3)
    axes.set_xlabel("step")
    axes.plot([r["step"] for r in records], _smooth([r["loss"] for r in records]), color=LOSS)
    axes.set_ylabel("loss, levels of 255 (smoothed)", color=LOSS)
    if measured := [r for r in records if "psnr" in r]:
        right = axes.twinx()
        marker = "o" if len(measured) <= 60 else None
        steps, psnr = [r["step"] for r in measured], [r["psnr"] for r in measured]
        right.plot(steps, psnr, color=PSNR, marker=marker, markersize=3)
        right.set_ylabel("PSNR-Y, dB", color=PSNR)
    drawn = BytesIO()
    figure.savefig(drawn, format="png", dpi=_DPI)
    write_whole(target, drawn.getvalue())


def _smooth(values: list[float]) -> NDArray[np.float64]:
    width = max(1, len(values) // 30)
    padded = np.pad(np.array(values), (width, width), mode="edge")
    box = np.ones(2 * width + 1) / (2 * width + 1)
    return np.convolve(padded, box, mode="valid")
