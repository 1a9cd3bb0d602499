"""``fdiwn bench``: measures the speed of each way to enlarge on this computer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from fdiwn.api.errors import Cancelled, FdiwnError
from fdiwn.api.options import PRECISIONS, SCALES, UpscaleOptions
from fdiwn.cli.save import one_of
from fdiwn.cli.signals import StopSwitch

if TYPE_CHECKING:
    from fdiwn.diagnostics.pipeline_records import PipelineReport
    from fdiwn.diagnostics.speed_records import Report

# torch takes seconds to load, so modules that need it are imported late.

STOPPED = 130
_LEAST_SIDE = 16  # pixels
_WIDE = 150  # columns of the table without a terminal
_SIDES, _WHOLE_SIDES = "320x180", "1633x1225"


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
        typer.Option(metavar="NAME|PATH", help="Name or file of a model. Default: the best one."),
    ] = None,
    size: Annotated[
        str | None,
        typer.Option(
            metavar="WIDTHxHEIGHT",
            help=f"Of the sample; {_SIDES}, with --pipeline {_WHOLE_SIDES} if left out.",
        ),
    ] = None,
    rounds: Annotated[int, typer.Option(min=1, help="How often each one runs.")] = 5,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all figures there.")
    ] = None,
    plot_file: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw the speeds as a PNG.")
    ] = None,
    pipeline: Annotated[
        bool,
        typer.Option(
            "--pipeline", help="Measure fdiwn upscale from file to file: where the time goes."
        ),
    ] = False,
    picture: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="With --pipeline: this picture instead of the sample."),
    ] = None,
    precision: Annotated[
        str | None,
        typer.Option(help="With --pipeline: auto, float32, bfloat16 or float16. Default: auto."),
    ] = None,
) -> None:
    """Measure the speed of this computer.

    The published form of the network beside ours, on every device and in every precision there
    is. With --pipeline instead the whole of fdiwn upscale beside the network alone, on the device
    that it chooses. Files are replaced. Exit code: 0 done, 1 failed, 2 wrong usage, 130 stopped.
    """
    if scale not in SCALES:
        raise typer.BadParameter(f"2, 3 or 4, not {scale}", param_hint="--scale")
    _refuse_together(pipeline, size, picture, precision, plot_file)
    usual = _WHOLE_SIDES if pipeline else _SIDES
    sides = _size(usual if size is None else size)
    asked = one_of(precision or "auto", PRECISIONS, "--precision")
    try:
        if pipeline:
            options = UpscaleOptions(scale, model, precision=asked)
            _show_pipeline(_measured_pipeline(options, picture or sides, rounds), json_file)
            return
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


def _refuse_together(
    pipeline: bool,
    size: str | None,
    picture: Path | None,
    precision: str | None,
    plot_file: Path | None,
) -> None:
    """Raises BadParameter for options that do not belong together."""
    for option, given in (("--picture", picture), ("--precision", precision)):
        if given is not None and not pipeline:
            raise typer.BadParameter("only with --pipeline", param_hint=option)
    if plot_file is not None and pipeline:
        raise typer.BadParameter("not with --pipeline", param_hint="--plot")
    if size is not None and picture is not None:
        raise typer.BadParameter("not together with --picture", param_hint="--size")


def _check_can_plot() -> None:
    from fdiwn.lab.evaluation.outputs import check_can_plot

    check_can_plot()


def _measured(model: str | None, scale: int, size: tuple[int, int], rounds: int) -> Report:
    """Runs the benchmark."""
    from fdiwn.api.catalog import find_model
    from fdiwn.diagnostics.speed import bench as run_bench

    path = find_model(model, scale)
    with _progress() as (on_step, stop):
        return run_bench(path, size, rounds, on_step, stop)


def _measured_pipeline(
    options: UpscaleOptions, source: Path | tuple[int, int], rounds: int
) -> PipelineReport:
    """The same for the whole way."""
    from fdiwn.diagnostics.pipeline_speed import bench_pipeline

    with _progress() as (on_step, stop):
        return bench_pipeline(options, source, rounds, on_step, stop)


@contextmanager
def _progress() -> Iterator[tuple[Callable[[float, str], None], StopSwitch]]:
    """A progress bar on a terminal, and a switch that Ctrl+C presses."""
    console = Console(stderr=True)
    columns = (BarColumn(), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    stop = StopSwitch()
    with (
        stop.armed(),
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar,
    ):
        task = bar.add_task("", total=1.0)

        def on_step(share: float, text: str) -> None:
            bar.update(task, completed=share, description=text)

        yield on_step, stop


def _show(report: Report, json_file: Path | None, plot_file: Path | None) -> None:
    """The table first, so that it is shown even if a file cannot be written."""
    from fdiwn.diagnostics.speed_report import plot, table, to_json
    from fdiwn.lab.evaluation.outputs import write_output

    _console().print(table(report))
    if json_file is not None:
        write_output(json_file, to_json(report).encode())
    if plot_file is not None:
        write_output(plot_file, plot(report))


def _show_pipeline(report: PipelineReport, json_file: Path | None) -> None:
    from fdiwn.diagnostics.pipeline_report import pipeline_json, pipeline_table
    from fdiwn.lab.evaluation.outputs import write_output

    _console().print(pipeline_table(report))
    if json_file is not None:
        write_output(json_file, pipeline_json(report).encode())


def _console() -> Console:
    console = Console()
    return console if console.is_terminal else Console(width=_WIDE)
