"""``fdiwn models``: list, fetch, verify and import models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.table import Table

from fdiwn.api.catalog import (
    MODELS,
    NO_LICENCE,
    InstalledModel,
    ModelInfo,
    installed,
    models_home,
    read_metadata,
    table_model,
)
from fdiwn.api.errors import Cancelled, FdiwnError, ModelNotFound
from fdiwn.api.model_care import verify_model
from fdiwn.api.names import COMMAND
from fdiwn.cli.ablations import ablations
from fdiwn.cli.compare import compare
from fdiwn.cli.signals import StopSwitch
from fdiwn.cli.upscale import echo

# torch takes seconds to load, so modules that need it are imported inside the commands.

_STOPPED = 130
_NO_LICENCE_MEANS = (
    "Licence: none. The authors of the paper published these weights without one, so no right "
    "to copy, change or pass them on was given. Whether you may use them is for you to judge."
)

models_app = typer.Typer(help="List, download, check and import models.", no_args_is_help=True)
models_app.command("ablations")(ablations)
models_app.command("compare")(compare)


@contextmanager
def _plain_errors() -> Iterator[StopSwitch]:
    """Reports errors as one message on stderr with exit code 1; 130 if stopped."""
    stop = StopSwitch()
    try:
        with stop.armed():
            yield stop
    except Cancelled as stopped:
        typer.echo("Stopped. Any part already downloaded is kept.", err=True)
        raise typer.Exit(_STOPPED) from stopped
    except FdiwnError as error:
        echo(f"Error: {error}", err=True)
        raise typer.Exit(1) from error


@models_app.command("list")
def list_models(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
) -> None:
    """Show all known models, and which of them are on this computer."""
    here = {model.info.name: model for model in installed()}
    infos = [*MODELS, *(m.info for m in here.values() if m.info not in MODELS)]
    if as_json:
        typer.echo(json.dumps([_record(i, here.get(i.name)) for i in infos], indent=2))
        return
    console = Console()
    if console.is_terminal:
        console.print(_table(infos, here))
    else:
        for info in infos:
            where = str(here[info.name].path) if info.name in here else "not installed"
            typer.echo(
                f"{info.name}  x{info.scale}  {info.variant}  {_quality(info)}  {where}  "
                f"licence {info.licence}"
            )
    if any(info.name not in here and info.url for info in infos):
        typer.echo(f"Download one with '{COMMAND} models fetch NAME'.", err=True)


def _record(info: ModelInfo, model: InstalledModel | None) -> dict[str, object]:
    return {
        "name": info.name,
        "scale": info.scale,
        "variant": info.variant,
        "installed": str(model.path) if model else None,
        "bytes": info.bytes,
        "sha256": info.sha256 or None,
        "source": info.source,
        "url": info.url,
        "licence": info.licence,
        "psnr": dict(info.psnr),
    }


def _quality(info: ModelInfo) -> str:
    return ", ".join(f"{name} {value:.2f} dB" for name, value in info.psnr.items()) or "-"


def _table(infos: list[ModelInfo], here: dict[str, InstalledModel]) -> Table:
    table = Table("Name", "Scale", "Network", "PSNR", "Licence", "Installed")
    table.columns[0].no_wrap = True
    for info in infos:
        licence = info.licence.partition(":")[0]
        state = "yes" if info.name in here else "no"
        table.add_row(info.name, f"x{info.scale}", info.variant, _quality(info), licence, state)
    return table


@models_app.command("fetch")
def fetch_model(
    name: Annotated[str, typer.Argument(help=f"A name that '{COMMAND} models list' shows.")],
) -> None:
    """Download a model, check it and store it in your models folder."""
    with _plain_errors() as stop:
        info = table_model(name)
        if info is None:
            known = ", ".join(model.name for model in MODELS if model.url)
            raise ModelNotFound(f"There is no model called {name}", "", f"Choose one of {known}.")
        _say_licence(info)
        if info.origin:
            size = info.origin.bytes / 1e6
            typer.echo(f"Fetching {info.name} ({size:.1f} MB) from {info.origin.url}")
        path = _fetch_with_progress(info, stop)
        typer.echo(f"Checked and stored as {path}")


def _say_licence(info: ModelInfo) -> None:
    typer.echo(_NO_LICENCE_MEANS if info.licence == NO_LICENCE else f"Licence: {info.licence}")


def _fetch_with_progress(info: ModelInfo, stop: StopSwitch) -> Path:
    from fdiwn.models.download import fetch

    console = Console(stderr=True)
    if not console.is_terminal:
        return fetch(info, models_home(), should_stop=stop)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(info.name, total=info.origin.bytes if info.origin else None)
        return fetch(
            info, models_home(), lambda done, total: progress.update(task, completed=done), stop
        )


@models_app.command("verify")
def verify(
    name: Annotated[str | None, typer.Argument(help="One model. Default: all.")] = None,
) -> None:
    """Check the installed models against their SHA-256."""
    models = [model for model in installed() if name in (None, model.info.name)]
    with _plain_errors():
        if name is not None and not models:
            raise ModelNotFound(f"The model {name} is not on this computer")
    failed = False
    for model in models:
        try:
            verify_model(model.info, model.path)
        except FdiwnError as error:
            failed = True
            typer.echo(f"Error: {error}", err=True)
        else:
            typer.echo(f"{model.info.name}: verified ({model.path})")
    if not models:
        typer.echo("No models are installed.")
    if failed:
        raise typer.Exit(1)


@models_app.command("import")
def import_model(
    file: Annotated[
        Path,
        typer.Argument(
            help="The authors' .pt, a .safetensors, or another network's file (.onnx, .pth ...)."
        ),
    ],
) -> None:
    """Import a file of weights into your models folder."""
    from fdiwn.models.weights import import_checkpoint

    with _plain_errors() as stop:
        path = import_checkpoint(file, models_home(), stop)
        info = table_model(path.stem)
        if info:
            _say_licence(info)
        what = f"the published {info.name}" if info else f"a network of your own, {path.stem}"
        if kind := (read_metadata(path) or {}).get("network"):
            what = f"another network ({kind}), {path.stem}"
        echo(f"Recognised as {what}; stored as {path}")


@models_app.command("run-other", hidden=True)
def run_other(kind: str, file: Path, device: str) -> None:
    """Runs a third-party network for the process of `fdiwn.models.foreign.remote`."""
    from fdiwn.models.foreign.child import answer

    answer(kind, file, device)


@models_app.command("build-graphs", hidden=True)
def build_graphs(file: Path, device: str, backend: str, precision: str) -> None:
    """Builds the graphs of a model file for the process of `fdiwn.models.graphs_apart`."""
    from fdiwn.backends.choice import Place
    from fdiwn.backends.contract import NO_CUT
    from fdiwn.enlarge.statistics import SAMPLE_CUT
    from fdiwn.models import opening

    place = Place(device, backend, precision)
    opening.build_graphs(file, place, ((SAMPLE_CUT, SAMPLE_CUT), NO_CUT))
