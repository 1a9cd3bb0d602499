"""The training run of the models that ship: goes on where it was, scale after scale.

    python -m resources.weights.train FOLDER [--runs runs]      (make train)

Each scale has a run of its own in RUNS/xN, at a constant rate; its checkpoint is all it needs to go
on. x4 comes first, from the weights that ship. When these pass `OTHERS_FROM` on Set5, x2 and x3
start from x4's trunk, and the scales take turns, whichever is farthest from its goal.
RUNS/status.txt says what goes on. Ctrl+C and SIGTERM save first.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from fdiwn.api.files import try_lock, write_whole
from fdiwn.api.own_models import OWN_MODELS, OwnModel
from fdiwn.api.resources import resource
from fdiwn.cli.signals import StopSwitch
from fdiwn.lab.training.checkpoint import NAME
from fdiwn.lab.training.data import kept_images
from fdiwn.lab.training.loop import train
from fdiwn.lab.training.recipe import Recipe, RunPlan

GOALS = {2: 37.5, 3: 33.6, 4: 31.5}  # dB on Set5
OTHERS_FROM = 31.2  # of x4, dB on Set5
TURN = 3.0  # hours
RATE = 5e-4
WARMUP = 100


def next_scale(models: Mapping[int, OwnModel]) -> int:
    """The scale whose published weights are farthest from their goal, x4 until it has got on."""
    if models[4].psnr["Set5"] < OTHERS_FROM:
        return 4
    return max(GOALS, key=lambda scale: GOALS[scale] - models[scale].psnr["Set5"])


def start_of(scale: int, models: Mapping[int, OwnModel]) -> tuple[Path, int]:
    """The weights that a new run starts from, and how many LR pixels they have seen."""
    source = scale if models[4].psnr["Set5"] < OTHERS_FROM else 4
    return (
        resource(f"weights/fdiwn-x{source}.safetensors"),
        round(1e6 * models[source].pixels),
    )


def one_turn(
    scale: int,
    data: Path,
    runs: Path,
    should_stop: Callable[[], bool],
    recipe: Recipe | None = None,
    plan: Mapping[str, Any] | None = None,
) -> None:
    """Trains one scale until it is to stop; goes on with its checkpoint where there is one."""
    models = {model.scale: model for model in OWN_MODELS}
    output = runs / f"x{scale}"
    start, seen = start_of(scale, models)
    resume = (output / NAME).exists()
    status = runs / "status.txt"
    status.write_text(f"x{scale}: reading pictures\n", encoding="utf-8")
    images = kept_images(data, scale, runs / f"pictures-x{scale}.pt")
    began: dict[str, float] = {}
    held_out = ""

    def tell(record: dict[str, Any]) -> None:
        nonlocal held_out
        if not began:
            began.update(record)
        if "held_out" in record:
            held_out = f", held-out pictures {record['held_out']:.3f} dB"
        seconds = record["seconds"] - began["seconds"]
        speed = (record["pixels"] - began["pixels"]) / seconds if seconds else 0.0
        line = (
            f"x{scale}: {record['pixels'] / 1e6:.1f} million pixels seen, {speed:,.0f} pixels/s, "
            f"step {record['step']}, loss {record['loss']:.3f}{held_out}, "
            f"{record['seconds'] / 3600:.2f} h, {datetime.now():%Y-%m-%d %H:%M}\n"
        )
        write_whole(status, line.encode())

    train(
        recipe or Recipe(scale, learning_rate=RATE, warmup=WARMUP),
        RunPlan(
            data,
            output,
            "cpu",
            start=None if resume else start,
            resume=resume,
            seen=seen,
            save_minutes=10.0,
            **(plan or {}),
        ),
        images,
        tell,
        should_stop,
        lambda speeds: print(*(f"{way}: {v:,.0f} pixels/s" for way, v in speeds.items()), sep="\n"),
    )


def _over(stop: Callable[[], bool], end: float) -> bool:
    return stop() or time.monotonic() > end


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path, help="the photographs to learn from")
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="where the state lies")
    arguments = parser.parse_args()
    arguments.runs.mkdir(parents=True, exist_ok=True)
    stop = StopSwitch()
    with (arguments.runs / "lock").open("ab") as lock, stop.armed():
        if not try_lock(lock):
            print(f"A training run is under way in {arguments.runs} already.")
            return 1
        while not stop():
            end = time.monotonic() + 3600 * TURN
            scale = next_scale({model.scale: model for model in OWN_MODELS})
            over = partial(_over, stop, end)
            one_turn(scale, arguments.data, arguments.runs, over)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
