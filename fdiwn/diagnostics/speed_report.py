"""Reports the speed benchmark as JSON, table and plot."""

from __future__ import annotations

import importlib.metadata
import json
import platform
import subprocess
import sys
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

from rich.table import Table

from fdiwn.diagnostics.speed_records import Kind, Machine, Report, Result

_NAMED = ("torch", "openvino", "onnxruntime", "onnx", "numpy")
_COLOURS = {Kind.PUBLISHED: "#9a9a9a", Kind.ONNX: "#9a9a9a", Kind.PRODUCT: "#2a9d8f"}
_OURS = "#2f6fb0"


def this_machine() -> Machine:
    """The computer, and the libraries on it."""
    import torch

    versions = {"python": platform.python_version()}
    for name in _NAMED:
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    gpu = torch.cuda.get_device_name() if torch.cuda.is_available() else ""
    return Machine(platform.platform(), _processor(), torch.get_num_threads(), gpu, versions)


def _processor() -> str:
    """The processor's name by its maker, if the system provides it."""
    if sys.platform == "win32":
        return platform.processor()
    if sys.platform == "darwin":
        command = ["/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        return done.stdout.strip() or platform.machine()
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()


def to_json(report: Report) -> str:
    """The whole report, with the seconds of every round."""
    return json.dumps(asdict(report), indent=2) + "\n"


def title(report: Report) -> str:
    """A line about what was measured."""
    width, height, scale = report.width, report.height, report.scale
    return (
        f"{width}x{height} -> {width * scale}x{height * scale}, {report.model}, "
        f"threads: {report.machine.threads}, rounds: {report.rounds}"
    )


def table(report: Report) -> Table:
    """One row per contestant; below, why some are missing."""
    failed = [f"{_label(r)}: {r.failed}" for r in report.results if r.failed]
    notes = [
        "x eager: times as fast as the published form in torch eager on that device.",
        "Ceiling: of a matrix product in that precision on that device, measured in between.",
        *(f"Not measured: {line}" for line in failed),
    ]
    made = Table(title=title(report), caption="\n".join(notes), caption_justify="left")
    made.add_column("contestant")
    for name in ("seconds", "x eager", "MP/s", "GFLOP/s", "of ceiling", "measuring, s", "peak MB"):
        made.add_column(name, justify="right")
    for result in report.results:
        made.add_row(_label(result), *_cells(result))
    return made


def _label(result: Result) -> str:
    return f"{result.name} ({result.library}, {result.precision}, {result.device})"


def _cells(result: Result) -> list[str]:
    peak = _text(result.peak_megabytes, "{:,.0f}")
    if result.device_peak_megabytes is not None:
        peak += f" + {result.device_peak_megabytes:,.0f} on the GPU"
    return [
        _text(result.median_seconds, "{:.3f}"),
        _text(result.speedup, "{:.2f}"),
        _text(result.megapixels_per_second, "{:.3f}"),
        _text(result.gflop_per_second, "{:,.0f}"),
        _text(result.share_of_ceiling, "{:.0%}"),
        _text(result.measure_seconds, "{:.3f}"),
        peak,
    ]


def _text(value: float | None, form: str) -> str:
    return "" if value is None else form.format(value)


def plot(report: Report) -> bytes:
    """Megapixels per second, one bar per contestant: a PNG."""
    from matplotlib.figure import Figure

    rows = [r for r in report.results if r.megapixels_per_second is not None][::-1]
    figure = Figure(figsize=(10, 1.4 + 0.55 * len(rows)), layout="constrained")
    axes = figure.add_subplot()
    speeds = [r.megapixels_per_second or 0.0 for r in rows]
    colours = [_COLOURS.get(r.kind, _OURS) for r in rows]
    labels = [f"{r.name}\n{r.library}, {r.precision}, {r.device}" for r in rows]
    bars = axes.barh(labels, speeds, color=colours)
    axes.bar_label(bars, [_bar_text(r) for r in rows], padding=4, fontsize=9)
    axes.set_xlim(0, 1.5 * max(speeds, default=1.0))  # room for the text beside the bars
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_xlabel("megapixels of the enlargement per second")
    axes.set_title(title(report), fontsize=10, loc="left")
    drawn = BytesIO()
    figure.savefig(drawn, format="png", dpi=120)
    return drawn.getvalue()


def _bar_text(result: Result) -> str:
    parts = [_text(result.megapixels_per_second, "{:.2f}")]
    if result.speedup is not None:
        parts.append(f"{result.speedup:.2f} x eager")
    if result.share_of_ceiling is not None:
        parts.append(f"{result.share_of_ceiling:.0%} of ceiling")
    return ", ".join(parts)
