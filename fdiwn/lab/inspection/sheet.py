"""Draws feature maps and gains as two pictures, with matplotlib from the extra "plots"."""

from __future__ import annotations

import io
import math
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from fdiwn.api.errors import OutputError
from fdiwn.api.files import write_whole
from fdiwn.api.final_name import give_name
from fdiwn.enlarge.targets import scratch_folder
from fdiwn.lab.inspection.features import Features, Gains, Maps, Stage

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SHOWN = 7
"""Channels of a stage, those with the largest deviation, beside the map of all channels."""
_CELL, _LEAST = 168, 84  # pixels: the longer side of a map, and the least for its name
_GAP, _LABEL, _HEAD, _NUMBER = 10, 26, 84, 16
_DPI = 100
_COLOURS, _MAP_COLOURS = "magma", "gray"

Image = NDArray[np.uint8]
"""(h, w, 3), RGB."""


def gains_file(sheet: Path) -> Path:
    """The file of a sheet's gains: ``NAME-gains.png`` beside it."""
    return sheet.with_name(f"{sheet.stem}-gains{sheet.suffix}")


def write_sheet(
    features: Features, target: Path, title: str, note: str, replaces: bool = True
) -> None:
    """Draws the feature maps to ``target`` and the gains to `gains_file`, both atomically.

    title, note: two lines above each. replaces: existing files may be replaced. Raises OutputError.
    """
    drawn = {
        target: _png(_contact_sheet(features.stages, title, note)),
        gains_file(target): _png(_gains_plot(features.gains, title, note)),
    }
    with scratch_folder(target) as folder:
        try:
            for path, content in drawn.items():
                write_whole(folder / path.name, content)
            for path in drawn:
                give_name(folder / path.name, path, replaces)
        except FileExistsError as exc:
            why = "a file of this name has appeared meanwhile, and is kept"
            todo = "Choose another name, or use --overwrite."
            raise OutputError(f"{path} cannot be written", why, todo) from exc
        except OSError as exc:
            raise OutputError(
                f"{target} cannot be written", exc.strerror or str(exc), "Choose another folder."
            ) from exc


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings():  # the font may lack letters of a file's name
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure.savefig(buffer, format="png", dpi=_DPI)
    return buffer.getvalue()


def strongest(maps: Maps, count: int = SHOWN) -> list[int]:
    """The channels with the largest deviation over the picture, in their own order."""
    deviations = maps.std((1, 2))
    return sorted(np.argsort(-deviations, kind="stable")[:count].tolist())


def stretched(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scaled to 0..1 from the 1st to the 99th percentile; 0.5 if nothing varies."""
    low, high = np.percentile(values, (1, 99))
    if high - low < 1e-6 * max(1.0, abs(float(high))):
        return np.full_like(values, 0.5)
    shares: NDArray[np.float32] = np.clip((values - low) / (high - low), 0, 1)
    return shares


def _contact_sheet(stages: list[Stage], title: str, note: str) -> Figure:
    """One row per stage: the strength of all channels together, then the most varied ones.

    The rows fill the left half, then the right one.
    """
    _, height, width = stages[0].maps.shape
    cell_w, cell_h = (max(1, round(_CELL * n / max(width, height))) for n in (width, height))
    pitch = max(_LEAST, cell_w) + _GAP
    row_h, half_w = _LABEL + cell_h + _NUMBER + _GAP, (1 + SHOWN) * pitch + 2 * _GAP
    rows = math.ceil(len(stages) / 2)
    sheet_w, sheet_h = 2 * half_w, _HEAD + rows * row_h
    sheet = np.full((sheet_h, sheet_w, 3), 255, np.uint8)
    figure, axes = _page(sheet_w, sheet_h)
    axes.text(_GAP, 26, title, fontsize=13, weight="bold", va="center", parse_math=False)
    axes.text(_GAP, 48, note, fontsize=9, va="center", color="0.25")
    explained = (
        f"Left: root mean square over all channels. Then the {SHOWN} channels that vary most. "
        "Each map is stretched by itself from its 1st to its 99th percentile."
    )
    axes.text(_GAP, 66, explained, fontsize=9, va="center", color="0.25")
    for number, stage in enumerate(stages):
        start, top = number // rows * half_w + _GAP, _HEAD + number % rows * row_h
        axes.text(start, top + _LABEL / 2, _heading(stage), fontsize=10, weight="bold", va="center")
        for column, (name, image) in enumerate(_cells(stage)):
            left = start + column * pitch
            small = PIL.Image.fromarray(image).resize((cell_w, cell_h), _way(image, cell_w))
            sheet[top + _LABEL : top + _LABEL + cell_h, left : left + cell_w] = small
            below = top + _LABEL + cell_h + _NUMBER / 2
            axes.text(left, below, name, fontsize=7.5, va="center", color="0.25")
    axes.imshow(sheet, extent=(0, sheet_w, sheet_h, 0), interpolation="none")
    return figure


def _way(image: Image, width: int) -> PIL.Image.Resampling:
    smaller = image.shape[1] > width
    return PIL.Image.Resampling.BOX if smaller else PIL.Image.Resampling.NEAREST


def _heading(stage: Stage) -> str:
    channels, height, width = stage.maps.shape
    return f"{stage.label}   ({channels} x {width} x {height})"


def _cells(stage: Stage) -> list[tuple[str, Image]]:
    """The maps of a row with their names."""
    if stage.picture:
        levels = np.clip(np.rint(stage.maps), 0, 255).astype(np.uint8)
        picture = np.ascontiguousarray(levels.transpose(1, 2, 0))
        bands = zip(("red", "green", "blue"), levels, strict=True)
        return [("as it is", picture), *((name, _grey(band)) for name, band in bands)]
    strength = np.sqrt(np.square(stage.maps).mean(0, dtype=np.float64)).astype(np.float32)
    cells = [(f"all, up to {strength.max():.3g}", _coloured(stretched(strength), _COLOURS))]
    for channel in strongest(stage.maps):
        values = stage.maps[channel]
        name = f"{channel}: {values.min():.3g} to {values.max():.3g}"
        cells.append((name, _coloured(stretched(values), _MAP_COLOURS)))
    return cells


def _grey(band: NDArray[np.uint8]) -> Image:
    return np.repeat(band[..., None], 3, 2)


def _coloured(values: NDArray[np.float32], colours: str) -> Image:
    from matplotlib import colormaps

    image: Image = colormaps[colours](values, bytes=True)[..., :3]
    return np.ascontiguousarray(image)


def _page(width: int, height: int) -> tuple[Figure, Axes]:
    """A figure of this many pixels, with axes that count them from the top left corner."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.axis("off")
    return figure, axes


def _gains_plot(gains: list[Gains], title: str, note: str) -> Figure:
    """A column for each use of an FSWG; combination coefficients above, attention below."""
    from matplotlib.figure import Figure

    rows = [max(len(use.coefficients) for use in gains), max(len(use.attention) for use in gains)]
    width, height = 3.4 + 2.5 * len(gains), 2.4 + 0.24 * sum(rows)
    figure = Figure(figsize=(width, height), dpi=_DPI, layout="constrained")
    figure.suptitle(f"{title}\n{note}", fontsize=11, x=0.01, ha="left", parse_math=False)
    grid: Any = figure.subplots(2, len(gains), squeeze=False, height_ratios=rows)
    bands = (
        ("Combination coefficients (CCL)", "coefficients", 0.5, "viridis"),
        ("Attention: mean of the gate over all pixels", "attention", 0.0, _COLOURS),
    )
    for axes_row, (name, kind, low, colours) in zip(grid, bands, strict=True):
        for use, axes in zip(gains, axes_row, strict=True):
            table = getattr(use, kind)
            values = np.stack([numbers.reshape(-1) for numbers in table.values()])
            drawn = axes.imshow(values, vmin=low, vmax=1, cmap=colours, aspect="auto")
            axes.set_title(f"FSWG {use.label}", fontsize=9)
            axes.set_yticks(range(len(table)), list(table) if use is gains[0] else [])
            axes.tick_params(labelsize=8, length=2)
            axes.set_xlabel("channel", fontsize=8)
        figure.colorbar(drawn, ax=list(axes_row), label=name, fraction=0.03, pad=0.01)
    return figure
