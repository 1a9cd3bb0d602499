"""Plots of PSNR over parameters or multiply-adds, of published and measured models."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING

from fdiwn.lab.evaluation.comparison import Row, Section

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Annotation

# matplotlib is an extra and takes a second to load, so it is imported when drawing.

PARAMETERS, MULTIPLY_ADDS = "parameters", "multiply-adds"
KINDS = (PARAMETERS, MULTIPLY_ADDS)
_LABELS = {
    PARAMETERS: "parameters, thousands",
    MULTIPLY_ADDS: "multiply-adds, 1e9 for a result of 1280x720",
}
_PANEL = (5.6, 4.2)  # inches


@dataclass(frozen=True)
class Theme:
    """Colours of a plot."""

    paper: str
    ink: str
    grid: str
    published: str
    fdiwn: str
    measured: str


LIGHT = Theme("#ffffff", "#333333", "#e4e4e4", "#8a8a8a", "#1f6fb4", "#c4501b")
DARK = Theme("#1b1b1b", "#d8d8d8", "#383838", "#8f8f8f", "#6fb1ea", "#f08a55")


@dataclass(frozen=True)
class _Point:
    """counted: by the paper's count, or the parameters; executed: the multiply-adds executed."""

    row: Row
    psnr: float
    counted: float | None
    executed: float | None

    @property
    def x(self) -> float:
        x = self.counted if self.counted is not None else self.executed
        assert x is not None
        return x


def plot(section: Section, kind: str, datasets: Iterable[str], theme: Theme = LIGHT) -> bytes:
    """A PNG with a panel for each dataset that has points; ablations are left out. kind: one of
    KINDS."""
    from matplotlib.figure import Figure

    panels = [(name, points) for name in datasets if (points := _points(section, kind, name))]
    across = max(1, min(2, len(panels)))
    down = max(1, -(-len(panels) // across))
    figure = Figure(
        (across * _PANEL[0], down * _PANEL[1]), facecolor=theme.paper, layout="constrained"
    )
    for number, (name, points) in enumerate(panels, 1):
        axes = figure.add_subplot(down, across, number)
        _panel(axes, f"{name} x{section.scale}", kind, points, theme)
    file = BytesIO()
    figure.savefig(file, format="png", dpi=120, metadata={"Software": None})
    return file.getvalue()


def _points(section: Section, kind: str, dataset: str) -> list[_Point]:
    points = []
    for row in section.rows:
        score = row.scores.get(dataset)
        if score is None or row.ablation or not isfinite(score[0]):
            continue
        counted, executed = row.paper_multiply_adds, row.multiply_adds
        if kind == PARAMETERS:
            counted, executed = row.parameters and row.parameters / 1000, None
        if counted is not None or executed is not None:
            points.append(_Point(row, score[0], counted, executed))
    return points


def _panel(axes: Axes, title: str, kind: str, points: Sequence[_Point], theme: Theme) -> None:
    from matplotlib.ticker import LogFormatter

    axes.set_facecolor(theme.paper)
    axes.set_xscale("log")
    axes.set_title(title, loc="left", fontsize=11, color=theme.ink)
    axes.set_xlabel(_LABELS[kind], color=theme.ink)
    axes.set_ylabel("PSNR-Y, dB", color=theme.ink)
    axes.grid(color=theme.grid, linewidth=0.7)
    axes.set_axisbelow(True)
    axes.tick_params(which="both", colors=theme.ink)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.xaxis.set_minor_formatter(LogFormatter(minor_thresholds=(1, 0.4)))  # 300, not 3 x 10^2
    for side, spine in axes.spines.items():
        spine.set_visible(side in ("left", "bottom"))
        spine.set_color(theme.grid)
    for point in points:
        _mark(axes, point, theme)
    xs = [x for p in points for x in (p.counted, p.executed) if x is not None]
    axes.set_xlim(min(xs) / 1.5, max(xs) * 2.5)  # room for names on the right
    axes.margins(y=0.2)  # and above and below
    if kind == MULTIPLY_ADDS and any(p.executed is not None for p in points):
        note = "filled: as the paper counts, hollow: as executed"
        axes.text(0.99, 0.02, note, transform=axes.transAxes, ha="right", fontsize=7.5,
                  color=theme.ink)  # fmt: skip
    _name_all(axes, points, theme)


def _mark(axes: Axes, point: _Point, theme: Theme) -> None:
    colour, shape = _look(point.row, theme)
    if point.counted is not None:
        axes.plot([point.counted], [point.psnr], shape, color=colour, markersize=6)
    if point.executed is not None:
        axes.plot([point.executed], [point.psnr], shape, color=colour, markersize=6,
                  markerfacecolor="none")  # fmt: skip
    if point.counted is not None and point.executed is not None:
        axes.plot([point.counted, point.executed], [point.psnr] * 2, ":", color=colour)


def _look(row: Row, theme: Theme) -> tuple[str, str]:
    if row.measured:
        return theme.measured, "D"
    return (theme.fdiwn, "s") if row.model.startswith("FDIWN") else (theme.published, "o")


_Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in pixels of the plot."""
_Place = tuple[int, int, str]
_RISES = (0, 9, -9, 18, -18, 27, -27, 36, -36, 45, -45)
_PLACES: list[_Place] = [(x, y, side) for y in _RISES for x, side in ((7, "left"), (-7, "right"))]
"""Possible positions of a name around its point, the best first: offset in points, and
alignment."""


def _name_all(axes: Axes, points: Sequence[_Point], theme: Theme) -> None:
    """Writes each name where it covers neither a point nor another name, if possible."""
    axes.figure.draw_without_rendering()  # type: ignore[union-attr]  # never a SubFigure here
    marks: list[_Box] = []
    names: list[_Box] = []
    for point in points:  # its marks, and the line between them
        ends = [x for x in (point.counted, point.executed) if x is not None]
        (left, y), (right, _) = (
            axes.transData.transform((x, point.psnr)) for x in (min(ends), max(ends))
        )
        marks.append((left - 6, y - 6, right + 6, y + 6))
    for point in sorted(points, key=lambda p: (not p.row.measured, -p.psnr)):
        place, box = _best_place(axes, point, theme, marks, names)
        _write(axes, point, place, theme, line=place[1] != 0)
        names.append(box)


def _best_place(
    axes: Axes,
    point: _Point,
    theme: Theme,
    marks: Sequence[_Box],
    names: Sequence[_Box],
) -> tuple[_Place, _Box]:
    """The first position that covers nothing, or the one that covers least."""
    found: list[tuple[int, _Place, _Box]] = []
    for place in _PLACES:
        box = _box(axes, point, place, theme)
        found.append((_harm(axes, box, marks, names), place, box))
        if not found[-1][0]:
            break
    _, place, box = min(found, key=lambda each: each[0])
    return place, box


def _write(axes: Axes, point: _Point, place: _Place, theme: Theme, line: bool) -> Annotation:
    """Writes the name at a position. line: to the point."""
    dx, dy, side = place
    colour = _look(point.row, theme)[0]
    return axes.annotate(
        _name(point.row), (point.x, point.psnr), (dx, dy), textcoords="offset points",
        ha=side, va="center", fontsize=7.5, color=colour,
        arrowprops={"arrowstyle": "-", "color": colour, "lw": 0.4} if line else None,
    )  # fmt: skip


def _box(axes: Axes, point: _Point, place: _Place, theme: Theme) -> _Box:
    written = _write(axes, point, place, theme, line=False)
    x0, y0, x1, y1 = written.get_window_extent().extents
    written.remove()
    return float(x0), float(y0), float(x1), float(y1)


def _harm(axes: Axes, box: _Box, marks: Iterable[_Box], names: Iterable[_Box]) -> int:
    """The cost of a name there: covering a name, or leaving the axes, is worse than covering a
    mark."""
    inside = axes.bbox
    outside = bool(box[0] < inside.x0 or box[2] > inside.x1 or box[3] > inside.y1)
    unreadable = outside + sum(_overlap(box, other) for other in names)
    return 3 * unreadable + sum(_overlap(box, other) for other in marks)


def _name(row: Row) -> str:
    return f"{row.model}, {row.protocol}" if row.measured else row.short_name


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
