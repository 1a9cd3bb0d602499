"""``fdiwn self-test``: checks that everything works on this computer."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from fdiwn.api.errors import Cancelled, FdiwnError, OutputError
from fdiwn.api.files import write_whole
from fdiwn.api.reports import line
from fdiwn.cli.signals import StopSwitch

_STOPPED = 130


def self_test(
    as_json: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write the report there too; it is replaced."),
    ] = None,
) -> None:
    """Check models, back ends and files on this computer.

    Exit code: 0 all well, 1 something failed, 130 stopped.
    """
    from fdiwn.diagnostics.self_test import run_self_test

    stop = StopSwitch()
    try:
        with stop.armed(), tempfile.TemporaryDirectory() as folder:
            report = run_self_test(Path(folder), lambda check: typer.echo(line(check)), stop)
        if as_json is not None:
            _write(as_json, json.dumps(report.as_json(), indent=2, ensure_ascii=False) + "\n")
    except Cancelled as stopped:
        typer.echo("Stopped.", err=True)
        raise typer.Exit(_STOPPED) from stopped
    except FdiwnError as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(1) from error
    raise typer.Exit(0 if report.passed else 1)


def run_gpu_trial() -> None:
    """Tries the GPU for the process of `fdiwn.backends.gpu_trial`."""
    from fdiwn.api.json_records import to_plain
    from fdiwn.diagnostics.gpu_trial_child import end_with_parent, examine

    end_with_parent()
    typer.echo(json.dumps(to_plain(examine())))


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text.encode())
    except OSError as exc:
        raise OutputError(
            f"{path} cannot be written", exc.strerror or str(exc), "Give another file with --json."
        ) from exc
