"""``fdiwn bench``: measures the speed of each way to enlarge on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from fdiwn.api.errors import Cancelled, FdiwnError
from fdiwn.api.options import SCALES
from fdiwn.cli.signals import StopSwitch

if TYPE_CHECKING:
    from fdiwn.diagnostics.speed_records import Report

# torch takes seconds to load, so modules that need it are imported late.

STOPPED = 130
_LEAST_SIDE = 16  # pixels
_WIDE = 150  # columns of the table without a terminal


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    sides = [int(side) for side in (width, height) if side.isdecimal()]
    if not cross or len(sides) != 2 or min(sides) < _LEAST_SIDE:
        raise typer.BadParameter(
            f"WIDTHxHEIGHT in pixels, each from {_LEAST_SIDE}, not {text!r}", param_hint="--size"
        )
    return sides[0], sides[1]


def bench(
    scale: Annotated[int, typer.Option(help="2, 3 or 4.")] = 4,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME|PATH", help="A model's name or file; the best one if left out."),
    ] = None,
    size: Annotated[
        str, typer.Option(metavar="WIDTHxHEIGHT", help="Of the picture that is enlarged.")
    ] = "320x180",
    rounds: Annotated[int, typer.Option(min=1, help="How often each one runs.")] = 5,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all figures there.")
    ] = None,
    plot_file: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw the speeds as a PNG.")
    ] = None,
) -> None:
    """Measure the speed of this computer.

    The published form of the network beside ours, on every device and in every precision there
    is. Files are replaced. Exit code: 0 done, 1 failed, 2 wrong usage, 130 stopped.
    """
    if scale not in SCALES:
        raise typer.BadParameter(f"2, 3 or 4, not {scale}", param_hint="--scale")
    sides = _size(size)
    try:
        if plot_file is not None:
            _check_can_plot()
        report = _measured(model, scale, sides, rounds)
        _show(report, json_file, plot_file)
    except (Cancelled, KeyboardInterrupt) as stopped:
        typer.echo("Stopped.", err=True)
        raise typer.Exit(STOPPED) from stopped
    except FdiwnError as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(1) from error


def _check_can_plot() -> None:
    from fdiwn.lab.evaluation.outputs import check_can_plot

    check_can_plot()


def _measured(model: str | None, scale: int, size: tuple[int, int], rounds: int) -> Report:
    """Runs the benchmark with a progress bar on a terminal."""
    from fdiwn.api.catalog import find_model
    from fdiwn.diagnostics.speed import bench as run_bench

    path = find_model(model, scale)
    console = Console(stderr=True)
    columns = (BarColumn(), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    stop = StopSwitch()
    with (
        stop.armed(),
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar,
    ):
        task = bar.add_task("", total=1.0)
        return run_bench(
            path,
            size,
            rounds,
            lambda share, text: bar.update(task, completed=share, description=text),
            stop,
        )


def _show(report: Report, json_file: Path | None, plot_file: Path | None) -> None:
    """The table first, so that it is shown even if a file cannot be written."""
    from fdiwn.diagnostics.speed_report import plot, table, to_json
    from fdiwn.lab.evaluation.outputs import write_output

    console = Console()
    console = console if console.is_terminal else Console(width=_WIDE)
    console.print(table(report))
    if json_file is not None:
        write_output(json_file, to_json(report).encode())
    if plot_file is not None:
        write_output(plot_file, plot(report))
