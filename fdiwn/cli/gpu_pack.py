"""``fdiwn gpu-pack``: PyTorch for NVIDIA GPUs, added to a program that came without."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

from fdiwn.api.errors import Cancelled, FdiwnError
from fdiwn.api.gpu_pack import PackReport, State
from fdiwn.api.names import COMMAND
from fdiwn.cli.signals import StopSwitch
from fdiwn.gpu_pack import manage

_STOPPED = 130

gpu_pack_app = typer.Typer(
    help="Add PyTorch for NVIDIA GPUs (experimental), test it, remove it.", no_args_is_help=True
)


@contextmanager
def _plain_errors() -> Iterator[StopSwitch]:
    """What went wrong as one message on stderr, and exit code 1; 130 after Ctrl+C."""
    stop = StopSwitch()
    try:
        with stop.armed():
            yield stop
    except Cancelled as stopped:
        typer.echo("Stopped. What was downloaded is kept.", err=True)
        raise typer.Exit(_STOPPED) from stopped
    except FdiwnError as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(1) from error


@gpu_pack_app.command("status")
def status(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say whether there is a pack for this computer, and whether it is used."""
    with _plain_errors():
        report = manage.look()
    if as_json:
        typer.echo(json.dumps({**asdict(report), "state": report.state.value}, indent=2))
    else:
        _say(report)


@gpu_pack_app.command("install")
def install(
    from_file: Annotated[
        list[Path] | None,
        typer.Option(
            "--from-file",
            metavar="FILE|DIR",
            help="Wheels of the pack, or a folder with them: nothing is downloaded then.",
        ),
    ] = None,
) -> None:
    """Download the pack, check it, and test it in a process of its own.

    Exit code: 0 it can be used, 1 it cannot, 130 stopped.
    """
    with _plain_errors() as stop:
        before = manage.look()
        if before.state is State.OFFERED:
            size, room = before.download / 1e9, before.needed / 1e9
            typer.echo(
                f"Installing {before.id}: {size:.1f} GB to download, {room:.1f} GB of space needed "
                f"in {before.folder}. This is experimental."
            )
        report = _install_with_progress(from_file or [], stop)
        _say(report)
    raise typer.Exit(0 if report.state is State.GOOD else 1)


@gpu_pack_app.command("probe")
def probe() -> None:
    """Test the installed pack again, as after a change of the driver."""
    with _plain_errors() as stop:
        report = manage.retest(stop)
        _say(report)
    raise typer.Exit(0 if report.state is State.GOOD else 1)


@gpu_pack_app.command("remove")
def remove() -> None:
    """Delete the pack, whatever was downloaded of one, and those of earlier versions."""
    with _plain_errors():
        report = manage.remove()
    if report.later:
        typer.echo("It is in use, and will be removed when the program starts the next time.")
    else:
        typer.echo("No GPU pack is on this computer now.")


@gpu_pack_app.command("run-probe", hidden=True)
def run_probe(folder: Path) -> None:
    """The test itself, in the process that `fdiwn.gpu_pack.probe` starts."""
    from fdiwn.gpu_pack.probe_child import examine

    typer.echo(json.dumps(examine(folder)))


def _install_with_progress(files: list[Path], stop: StopSwitch) -> PackReport:
    console = Console(stderr=True)
    if not console.is_terminal:
        return manage.add(files, should_stop=stop)
    columns = (BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("GPU pack", total=None)
        return manage.add(
            files, lambda done, total: progress.update(task, completed=done, total=total), stop
        )


def _say(report: PackReport) -> None:
    if report.driver:
        typer.echo(f"NVIDIA driver: knows CUDA {report.driver}")
    if report.state in (State.NO_DRIVER, State.BUILT_IN, State.NONE):
        typer.echo(f"There is no GPU pack to offer: {report.reason}.")
    elif report.state is State.OFFERED:
        typer.echo(
            f"Not installed: {report.id}, {report.download / 1e9:.1f} GB to download, "
            f"{report.needed / 1e9:.1f} GB of space needed, {report.free / 1e9:.1f} GB free "
            f"in {report.folder}. Experimental. Install it with '{COMMAND} gpu-pack install'."
        )
    else:
        where = f"{report.folder}, {report.size / 1e9:.1f} GB"
        typer.echo(f"Installed: {report.id} ({where})")
        if report.state is State.GOOD:
            typer.echo(f"It is used: it passed its test on {report.gpu}.")
        else:
            typer.echo(f"It is not used, the CPU computes: {report.reason}.")
    if report.leftover:
        typer.echo(
            "What an unfinished installation left is kept. "
            f"Delete with '{COMMAND} gpu-pack remove'."
        )
    if report.outdated:
        typer.echo(
            f"Of another version of this program, and not used: {', '.join(report.outdated)}. "
            f"Delete with '{COMMAND} gpu-pack remove'."
        )
