"""``fdiwn train``: trains weights from a folder of photographs."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from fdiwn.api.errors import FdiwnError, OutputError
from fdiwn.api.names import COMMAND
from fdiwn.api.options import DEVICES
from fdiwn.cli.signals import StopSwitch

if TYPE_CHECKING:
    from fdiwn.lab.training.recipe import Recipe, RunPlan, Way

STOPPED = 130


def train(
    data: Annotated[Path, typer.Argument(help="A folder of photographs to learn from.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Folder for weights, checkpoint, log and plot.")
    ],
    scale: Annotated[int, typer.Option(help="2, 3 or 4.")] = 4,
    network: Annotated[
        str,
        typer.Option(
            "--network",
            metavar="NAME",
            help="FDIWN, FDIWN-M, or one that they are compared with, such as FSRCNN.",
        ),
    ] = "FDIWN",
    ablation: Annotated[
        str | None,
        typer.Option(metavar="NAME", help=f"A form that '{COMMAND} models ablations' shows."),
    ] = None,
    steps: Annotated[
        int | None,
        typer.Option(help="Stop after this many steps. Default: at Ctrl+C."),
    ] = None,
    minutes: Annotated[float | None, typer.Option(help="Stop after this many minutes.")] = None,
    decay: Annotated[
        Path | None,
        typer.Option(
            metavar="RUN",
            help="Copy the state of another output folder, and let its learning rate fall to zero.",
        ),
    ] = None,
    patch: Annotated[int, typer.Option(help="Side of a low resolution patch.")] = 48,
    batch: Annotated[int, typer.Option(help="Patches per step.")] = 16,
    learning_rate: Annotated[float, typer.Option(help="Peak learning rate.")] = 1e-3,
    warmup: Annotated[int, typer.Option(help="Steps until the peak.")] = 50,
    ema: Annotated[
        list[float] | None,
        typer.Option(help="Decay of an average of the weights; of several the best is kept."),
    ] = None,
    loss: Annotated[str, typer.Option(help="l1, charbonnier, or luma: its squared error.")] = "l1",
    degradation: Annotated[str, typer.Option(help="bicubic, or photo: blur, noise, JPEG.")] = (
        "bicubic"
    ),
    seed: Annotated[int, typer.Option(help="Same seed, same weights (on a CPU).")] = 0,
    device: Annotated[str, typer.Option(help="auto, cpu, cuda or mps.")] = "auto",
    start: Annotated[
        Path | None, typer.Option("--from", help="Weights to start from, of any scale.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Continue from the checkpoint.")] = False,
    validation: Annotated[
        Path | None, typer.Option(help="A benchmark folder with HR/ to measure PSNR on.")
    ] = None,
    save_minutes: Annotated[float, typer.Option(help="Minutes between checkpoints.")] = 3.0,
) -> None:
    """Train a network.

    Exit code: 0 done, 1 failed, 2 wrong usage, 130 stopped (go on with --resume).
    """
    from fdiwn.lab.training.recipe import Recipe, RunPlan

    if device not in DEVICES:
        raise typer.BadParameter(f"one of {', '.join(DEVICES)}", param_hint="--device")
    try:
        recipe = Recipe(
            scale=scale,
            variant=network,
            steps=steps,
            minutes=minutes,
            patch=patch,
            batch=batch,
            learning_rate=learning_rate,
            warmup=warmup,
            averages=tuple(ema) if ema else Recipe.averages,
            loss=loss,
            degradation=degradation,
            seed=seed,
            ablation=ablation,
            decay=decay is not None,
        )
    except ValueError as exc:
        raise typer.BadParameter(str(exc)) from exc
    plan = RunPlan(
        data, output, device, start, decay, resume, validation, save_minutes=save_minutes
    )
    try:
        finished = _run(recipe, plan)
    except FdiwnError as error:
        typer.echo(f"Error: {error}", err=True)
        raise typer.Exit(1) from error
    raise typer.Exit(0 if finished else STOPPED)


def _run(recipe: Recipe, plan: RunPlan) -> bool:
    """Loads, trains and exports; False if the user stopped it early."""
    import torch

    from fdiwn.backends.choice import choose
    from fdiwn.lab.evaluation.outputs import check_can_plot
    from fdiwn.lab.training.data import load_images
    from fdiwn.lab.training.loop import train as train_network
    from fdiwn.lab.training.plot import plot_run
    from fdiwn.models.weights import save_network

    device = torch.device(choose(plan.device, "torch").device)
    with _bar("reading pictures") as show:
        images = load_images(plan.data, recipe.scale, device, lambda d, t: show(d / t, ""))
    stop = StopSwitch()
    with stop.armed(), _bar(f"training x{recipe.scale} on {device}") as show:

        def on_record(record: dict[str, Any]) -> None:
            measured = "".join(
                f", {label} {record[key]:.3f} dB"
                for key, label in (("held_out", "held-out pictures"), ("psnr", "PSNR"))
                if key in record
            )
            show(record["progress"], f"step {record['step']}, loss {record['loss']:.3f}{measured}")

        state = train_network(recipe, plan, images, on_record, stop, _say_speeds)
    state.use_average()
    name = f"{recipe.name}.safetensors"
    save_network(state.network.cpu(), plan.output / name, {})
    try:
        check_can_plot()
        plot_run(plan.output / "log.jsonl", plan.output / "loss.png")
    except OutputError as error:
        typer.echo(f"  note: {error}", err=True)
    typer.echo(f"{plan.output / name}: {state.step} steps in {state.seconds / 60:.1f} minutes")
    return not stop()


def _say_speeds(speeds: Mapping[Way, float]) -> None:
    (first, best), *others = speeds.items()
    typer.echo(f"Training {first}: {best:,.0f} pixels/s", err=True)
    for way, speed in others:
        typer.echo(f"  slower here: {way}, {speed:,.0f}", err=True)
    if not any(way.compiled for way in speeds):
        typer.echo("  not compiled: there is no C++ compiler", err=True)


@contextlib.contextmanager
def _bar(label: str) -> Iterator[Callable[[float, str], None]]:
    """A progress bar on a terminal, plain lines elsewhere; takes the share done and a text."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[text]}"),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(label, total=1.0, text="")

        def show(share: float, text: str) -> None:
            bar.update(task, completed=share, text=text)
            if not console.is_terminal and text:
                typer.echo(f"{label}: {text}", err=True)

        yield show
