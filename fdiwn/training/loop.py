"""The training run: from images in memory to EMA weights on disk."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from fdiwn.backends.choice import Place, choose, open_backend
from fdiwn.errors import EngineError, InputError
from fdiwn.evaluation.datasets import Pair, load_pairs
from fdiwn.evaluation.score import score
from fdiwn.network import FDIWN
from fdiwn.training.checkpoint import NAME, load_checkpoint, save_checkpoint
from fdiwn.training.data import PatchSource, TrainingImage
from fdiwn.training.degradation import PhotoDegradation
from fdiwn.training.gradient import Shards, accelerate, layout
from fdiwn.training.initial import start_from_bicubic, warm_start
from fdiwn.training.recipe import Recipe, RunPlan
from fdiwn.weights import load_network

LOG_EVERY = 10

Record = dict[str, Any]
"""One line of the log: step, rate, seconds, progress; the mean loss of the steps since the line
before; psnr where it was measured."""


@dataclass
class TrainingState:
    """What changes from step to step."""

    network: FDIWN
    average: dict[str, Tensor]
    optimiser: torch.optim.Optimizer
    generator: torch.Generator
    step: int = 0
    seconds: float = 0.0

    def use_average(self) -> None:
        """Puts the averaged weights, the better ones, into the network. Ends the training."""
        self.network.load_state_dict(self.average)


def new_state(recipe: Recipe, plan: RunPlan, device: torch.device) -> TrainingState:
    """A fresh start: from bicubic interpolation, or from the weights the plan names."""
    torch.manual_seed(recipe.seed)
    network = FDIWN(recipe.network())
    start_from_bicubic(network)
    if plan.start is not None:
        warm_start(network, load_network(plan.start).state_dict())
    network.to(device=device, memory_format=layout(device))  # type: ignore[call-overload]
    optimiser = torch.optim.AdamW(
        network.parameters(),
        lr=recipe.learning_rate,
        betas=(0.9, 0.99),
        weight_decay=recipe.weight_decay,
        fused=True,
    )
    average = {name: p.detach().clone() for name, p in network.named_parameters()}
    generator = torch.Generator().manual_seed(recipe.seed)
    return TrainingState(network, average, optimiser, generator)


def resume_state(state: TrainingState, saved: dict[str, Any]) -> None:
    """Brings ``state`` to where a checkpoint was taken."""
    state.network.load_state_dict(saved["network"])
    state.optimiser.load_state_dict(saved["optimiser"])
    for name, value in saved["average"].items():
        state.average[name].copy_(value)
    state.generator.set_state(saved["generator"])
    state.step, state.seconds = saved["step"], saved["seconds"]


def _refuse_other_network(recipe: Recipe, saved: dict[str, Any], folder: Path) -> None:
    """A checkpoint goes on with its own network alone; all else of a recipe may change."""
    theirs = [saved.get(choice) for choice in ("scale", "variant", "ablation")]
    if theirs != [recipe.scale, recipe.variant, recipe.ablation]:
        scale, variant, ablation = theirs
        also = f" --ablation {ablation}" if ablation else ""
        raise InputError(
            f"The checkpoint in {folder} is of another network",
            f"it was made with --scale {scale} --variant {variant}{also}",
            "Give the same, or leave out --resume to start a new run.",
        )


def train_step(
    state: TrainingState, recipe: Recipe, patches: PatchSource, shards: Shards
) -> Tensor:
    """One optimiser step at the rate that is due; returns the loss, a scalar tensor."""
    device = next(state.network.parameters()).device
    lr, hr = patches.batch(recipe.batch, state.generator)
    lr = lr.to(device).contiguous(memory_format=layout(device))
    rate = recipe.rate(state.step, recipe.progress(state.step, state.seconds))
    for group in state.optimiser.param_groups:
        group["lr"] = rate
    loss = shards.step(state.network, recipe.loss, lr, hr.to(device))
    nn.utils.clip_grad_norm_(state.network.parameters(), recipe.clip)
    state.optimiser.step()
    state.step += 1
    decay = min(recipe.ema, (1 + state.step) / (10 + state.step))
    with torch.no_grad():
        torch._foreach_lerp_(
            list(state.average.values()), list(state.network.parameters()), 1 - decay
        )
    return loss


def validate(state: TrainingState, pairs: list[Pair]) -> float:
    """Mean PSNR-Y of the averaged weights over benchmark pairs, through the product's engine.

    In a network of its own, so that the one in training stays as it is, compiled blocks and all.
    """
    device = next(state.network.parameters()).device
    network = FDIWN(state.network.config)
    network.load_state_dict(state.average)
    # torch on a CPU too: OpenVINO would compile anew each time, and longer than it would save.
    return score(open_backend(network, Place(str(device), "torch", "float32")), pairs).mean


def train(
    recipe: Recipe,
    plan: RunPlan,
    images: list[TrainingImage],
    on_record: Callable[[Record], None] = lambda record: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> TrainingState:
    """Trains to the end of ``recipe`` or until ``should_stop``; saves into ``plan.output``.

    Writes checkpoint.pt (all of the state) and log.jsonl there. Raises InputError where
    ``plan.resume`` finds no checkpoint of this network, or there is one without it, and EngineError
    where memory does not suffice or the loss is not finite. Deterministic on a CPU for one seed and
    thread count.
    """
    if not plan.resume and (plan.output / NAME).exists():
        what, why = f"{plan.output} is not used", "it holds an earlier training"
        raise InputError(what, why, "Go on with it by --resume, or choose another folder.")
    plan.output.mkdir(parents=True, exist_ok=True)
    device = torch.device(choose(plan.device, "torch").device)
    state = new_state(recipe, plan, device)
    if plan.resume:
        saved = load_checkpoint(plan.output)
        _refuse_other_network(recipe, saved["recipe"], plan.output)
        resume_state(state, saved)
    if device.type == "cuda":
        accelerate(state.network)
    degrade = PhotoDegradation(recipe.scale) if recipe.degradation == "photo" else None
    patches = PatchSource(images, recipe.scale, recipe.patch, degrade)
    pairs = load_pairs(plan.validation, recipe.scale) if plan.validation else []
    with Shards(torch.get_num_threads() if device.type == "cpu" else 1) as shards:
        try:
            _steps(recipe, plan, state, patches, shards, pairs, on_record, should_stop)
        except torch.OutOfMemoryError as exc:
            todo = "Use a smaller --batch or --patch."
            raise EngineError(f"Training does not fit into {device}", str(exc), todo) from exc
    save_checkpoint(plan.output, snapshot(state, recipe))
    return state


def _steps(
    recipe: Recipe,
    plan: RunPlan,
    state: TrainingState,
    patches: PatchSource,
    shards: Shards,
    pairs: list[Pair],
    on_record: Callable[[Record], None],
    should_stop: Callable[[], bool],
) -> None:
    last_save, clock = state.seconds, time.monotonic()
    losses: list[Tensor] = []  # read now and then: each reading waits for the GPU
    while recipe.progress(state.step, state.seconds) < 1 and not should_stop():
        losses.append(train_step(state, recipe, patches, shards))
        now = time.monotonic()
        state.seconds, clock = state.seconds + now - clock, now
        done = recipe.progress(state.step, state.seconds) >= 1
        save = done or state.seconds - last_save > 60 * plan.save_minutes
        if state.step % LOG_EVERY == 0 or save:
            record = _record(state, recipe, float(torch.stack(losses).mean()))
            losses.clear()
            if save:
                if not done:  # the caller saves the end, however it came
                    save_checkpoint(plan.output, snapshot(state, recipe))
                if pairs:
                    record["psnr"] = round(validate(state, pairs), 4)
                last_save, clock = state.seconds, time.monotonic()
            _append(plan.output / "log.jsonl", record)
            on_record(record)


def snapshot(state: TrainingState, recipe: Recipe) -> dict[str, Any]:
    """All that `resume_state` needs, and the recipe."""
    return {
        "network": state.network.state_dict(),
        "average": state.average,
        "optimiser": state.optimiser.state_dict(),
        "generator": state.generator.get_state(),
        "step": state.step,
        "seconds": state.seconds,
        "recipe": recipe.as_dict(),
    }


def _record(state: TrainingState, recipe: Recipe, loss: float) -> Record:
    """What is logged now. Raises EngineError where the loss is not a number any more."""
    if not math.isfinite(loss):
        raise EngineError(
            f"Training has failed by step {state.step}",
            f"the loss is {loss}",
            "Start again with a lower --learning-rate.",
        )
    progress = recipe.progress(state.step, state.seconds)
    return {
        "step": state.step,
        "seconds": round(state.seconds, 2),
        "progress": round(progress, 5),
        "rate": recipe.rate(state.step, progress),
        "loss": round(loss, 5),
    }


def _append(log: Path, record: Record) -> None:
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(record) + "\n")
