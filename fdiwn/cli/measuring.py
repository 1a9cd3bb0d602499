"""Shared by ``fdiwn eval`` and ``fdiwn report``: options, measuring with a bar, errors."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.console import Console
from rich.measure import Measurement
from rich.progress import (
    BarColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from fdiwn.api.errors import Cancelled, FdiwnError, InputError
from fdiwn.api.options import SCALES
from fdiwn.api.sizing import Factor
from fdiwn.cli import options as cli_options
from fdiwn.cli import save as cli_save
from fdiwn.cli.signals import StopSwitch
from fdiwn.cli.upscale import echo

if TYPE_CHECKING:
    from fdiwn.lab.evaluation.lab import OnPicture, Work
    from fdiwn.lab.evaluation.records import Result

# torch takes seconds to load, so modules that need it are imported late.

STOPPED = 130
_WIDE = 190  # columns of the tables without a terminal
_PROTOCOLS, _GREYS = ("whole", "quadrants"), ("grey", "rgb")

Datasets = Annotated[
    Path | None,
    typer.Option(
        "--datasets",
        metavar="DIR",
        help="Where benchmarks of a name lie; FDIWN_DATASETS_DIR if left out.",
    ),
]
Models = Annotated[
    list[str] | None,
    typer.Option(
        "--model", metavar="NAME|PATH", help="A model's name or file; may be given several times."
    ),
]
Protocol = Annotated[
    str,
    typer.Option(
        help="whole: pictures as they are. quadrants: in four quarters, as the authors measured."
    ),
]
Grey = Annotated[
    str,
    typer.Option(
        help="Score grey pictures as grey; or as rgb, as the paper's figures for Set14 were made."
    ),
]


def check_scale(scale: int | None) -> None:
    """Raises BadParameter."""
    if scale is not None and scale not in SCALES:
        raise typer.BadParameter(f"2, 3 or 4, not {scale}", param_hint="--scale")


@contextmanager
def plain_errors() -> Iterator[None]:
    """Reports errors as one message on stderr with exit code 1; 130 if stopped."""
    try:
        yield
    except (Cancelled, KeyboardInterrupt) as exc:
        typer.echo("Stopped.", err=True)
        raise typer.Exit(STOPPED) from exc
    except FdiwnError as error:
        echo(f"Error: {error}", err=True)
        raise typer.Exit(1) from error


def work_for(
    names: Sequence[str],
    datasets: Path | None,
    scale: int,
    models: Sequence[str] | None,
    device: str,
    backend: str,
    precision: str,
    quality: str,
    statistics: str,
    protocol: str,
    grey: str,
) -> Work:
    """The work for these options. Raises BadParameter or InputError."""
    from fdiwn.lab.evaluation.lab import Work
    from fdiwn.lab.evaluation.layouts import benchmark, find_dataset

    protocol = cli_save.one_of(protocol, _PROTOCOLS, "--protocol")
    grey = cli_save.one_of(grey, _GREYS, "--grey")
    options = cli_options.upscale_options(
        Factor(Fraction(scale)), None, device, backend, precision, quality, statistics, "auto",
        None, None,
    )  # fmt: skip
    folders = dict.fromkeys(find_dataset(name, datasets) for name in names)
    found = [benchmark(folder, scale) for folder in folders]
    for name, times in Counter(each.name for each in found).items():
        if times > 1:
            raise InputError(f"Two benchmarks are called {name}", "", "Measure them one by one")
    return Work(found, models or [None], options, protocol, grey)


def measure(work: Work, on_picture: OnPicture | None = None) -> list[Result]:
    """Measures with a progress bar on a terminal; Ctrl+C raises Cancelled."""
    from fdiwn.lab.evaluation.lab import evaluate as run

    console = Console(stderr=True)
    columns = (
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    stop = StopSwitch()
    with (
        stop.armed(),
        _scratch() as scratch,
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar,
    ):
        task = bar.add_task("", total=1.0)
        return run(
            work,
            scratch,
            lambda share, text: bar.update(task, completed=share, description=text),
            stop,
            on_picture or (lambda *_: None),
        )


@contextmanager
def _scratch() -> Iterator[Path]:
    """A folder for raw files in the system's temporary folder."""
    from fdiwn.enlarge.targets import scratch_folder

    with scratch_folder(Path(tempfile.gettempdir()) / "results") as folder:
        yield folder


T = TypeVar("T")


def show(made: Callable[[Sequence[T]], Table], columns: Sequence[T]) -> None:
    """Prints a table, split into several if it is too wide for the terminal.

    made: makes the table with some of the columns.
    """
    console = Console()
    console = console if console.is_terminal else Console(width=_WIDE)
    table = made(columns)
    anything = console.options.update(max_width=10 * _WIDE)  # else no table would be too wide
    least = Measurement.get(console, anything, table).minimum
    if least <= console.width or len(columns) < 2:
        console.print(table)
        return
    middle = (len(columns) + 1) // 2
    show(made, columns[:middle])
    show(made, columns[middle:])
