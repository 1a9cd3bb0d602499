"""The training run: from images in memory to EMA weights on disk."""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from fdiwn.api.errors import EngineError, InputError
from fdiwn.backends.choice import Place, choose
from fdiwn.lab.evaluation.datasets import Pair, load_pairs, score
from fdiwn.lab.training.checkpoint import NAME, load_checkpoint, save_checkpoint
from fdiwn.lab.training.data import PatchSource, TrainingImage, held_out
from fdiwn.lab.training.degradation import PhotoDegradation
from fdiwn.lab.training.gradient import Gradients, accelerate, fastest, layout
from fdiwn.lab.training.initial import new_network, warm_start
from fdiwn.lab.training.recipe import Recipe, RunPlan, Way
from fdiwn.models.opening import open_backend
from fdiwn.models.weights import load_network
from fdiwn.network.other import Network

LOG_EVERY = 10

Record = dict[str, Any]
"""One line of the log: step, rate, seconds, progress, pixels; the mean loss since the previous
line; held_out and psnr if they were measured."""


@dataclass
class TrainingState:
    """The state that changes in each step.

    averages: of the weights, by decay. best: the one with the best result on the held-out pictures
    when last tested. blank: a network of the same shape as ``network``. pixels: LR pixels seen.
    """

    network: Network
    blank: Network
    averages: dict[float, dict[str, Tensor]]
    optimiser: torch.optim.Optimizer
    generator: torch.Generator
    best: float
    step: int = 0
    seconds: float = 0.0
    pixels: int = 0

    def use_average(self) -> None:
        """Puts the best averaged weights into the network. Ends the training."""
        self.network.load_state_dict(self.averages[self.best])


def new_state(recipe: Recipe, plan: RunPlan, device: torch.device) -> TrainingState:
    """A new state: from `new_network`, or from the weights in the plan."""
    torch.manual_seed(recipe.seed)
    network = new_network(recipe)
    blank = copy.deepcopy(network)
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
    averages = {
        decay: {name: p.detach().clone() for name, p in network.named_parameters()}
        for decay in recipe.averages
    }
    generator = torch.Generator().manual_seed(recipe.seed)
    return TrainingState(
        network, blank, averages, optimiser, generator, recipe.averages[0], pixels=plan.seen
    )


def resume_state(state: TrainingState, saved: dict[str, Any]) -> None:
    """Restores ``state`` from a checkpoint."""
    state.network.load_state_dict(saved["network"])
    state.optimiser.load_state_dict(saved["optimiser"])
    for decay, average in state.averages.items():
        theirs = saved["averages"].get(decay, saved["network"])
        for name, value in average.items():
            value.copy_(theirs[name])
    if saved["best"] in state.averages:
        state.best = saved["best"]
    state.generator.set_state(saved["generator"])
    state.step, state.seconds = saved["step"], saved["seconds"]
    state.pixels = saved["pixels"]


def _refuse_other_network(recipe: Recipe, saved: dict[str, Any], folder: Path) -> None:
    """A checkpoint must be for the same network; everything else in a recipe may change."""
    theirs = [saved.get(choice) for choice in ("scale", "variant", "ablation")]
    if theirs != [recipe.scale, recipe.variant, recipe.ablation]:
        scale, variant, ablation = theirs
        also = f" --ablation {ablation}" if ablation else ""
        raise InputError(
            f"The checkpoint in {folder} is of another network",
            f"it was made with --scale {scale} --network {variant}{also}",
            "Give the same, or leave out --resume to start a new run.",
        )


class PatchSizes:
    """Patches of the usual and of the double side, from the same pictures."""

    def __init__(self, images: list[TrainingImage], recipe: Recipe) -> None:
        degrade = PhotoDegradation(recipe.scale) if recipe.degradation == "photo" else None
        self._recipe = recipe
        self._sources = {recipe.patch: PatchSource(images, recipe.scale, recipe.patch, degrade)}
        if any(min(image.lr.shape[-2:]) >= 2 * recipe.patch for image in images):
            large = PatchSource(images, recipe.scale, 2 * recipe.patch, degrade)
            self._sources[2 * recipe.patch] = large

    def batch(self, progress: float, generator: torch.Generator) -> tuple[Tensor, Tensor]:
        """The patches for ``progress``; pictures that are too small give the usual side."""
        side = self._recipe.side(progress)
        if side not in self._sources:
            side = self._recipe.patch
        return self._sources[side].batch(self._recipe.count(side), generator)


def train_step(
    state: TrainingState, recipe: Recipe, patches: PatchSizes, gradients: Gradients
) -> Tensor:
    """One optimiser step at the scheduled rate; returns the loss, a scalar tensor."""
    device = next(state.network.parameters()).device
    progress = recipe.progress(state.step, state.seconds)
    lr, hr = patches.batch(progress, state.generator)
    lr = lr.to(device).contiguous(memory_format=layout(device))
    for group in state.optimiser.param_groups:
        group["lr"] = recipe.rate(state.step, progress)
    loss = gradients.step(recipe.loss, lr, hr.to(device))
    nn.utils.clip_grad_norm_(state.network.parameters(), recipe.clip)
    state.optimiser.step()
    state.step += 1
    state.pixels += len(lr) * lr.shape[-2] * lr.shape[-1]
    with torch.no_grad():
        for length, average in state.averages.items():
            decay = min(length, (1 + state.step) / (10 + state.step))
            values = list(average.values())
            torch._foreach_lerp_(values, list(state.network.parameters()), 1 - decay)
    return loss


def judge(state: TrainingState, pairs: list[Pair]) -> float | None:
    """Chooses the better average on held-out pictures; returns its PSNR-Y in dB."""
    if not pairs:
        return None
    scores = {}
    for decay in state.averages:
        state.best = decay
        scores[decay] = validate(state, pairs)
    state.best = max(scores, key=scores.__getitem__)
    return scores[state.best]


def validate(state: TrainingState, pairs: list[Pair]) -> float:
    """Mean PSNR-Y of the best averaged weights over benchmark pairs, through the product's engine.

    Uses a separate network, so that the one in training stays unchanged, with its compiled blocks.
    """
    device = next(state.network.parameters()).device
    network = state.blank
    network.load_state_dict(state.averages[state.best])
    # torch on a CPU too: OpenVINO would compile each time, which takes longer than it saves.
    return score(open_backend(network, Place(str(device), "torch", "float32")), pairs).mean


def train(
    recipe: Recipe,
    plan: RunPlan,
    images: list[TrainingImage],
    on_record: Callable[[Record], None] = lambda record: None,
    should_stop: Callable[[], bool] = lambda: False,
    on_way: Callable[[Mapping[Way, float]], None] = lambda speeds: None,
) -> TrainingState:
    """Trains to the end of ``recipe`` or until ``should_stop``; saves into ``plan.output``.

    Writes checkpoint.pt (the whole state) and log.jsonl there. on_way: called with the LR pixels
    per second of every timed way, the fastest first. Raises InputError if the plan's checkpoint is
    missing or of another network, or one exists without ``plan.resume``, and EngineError if memory
    does not suffice or the loss is not finite. Deterministic on a CPU for one seed, way and thread
    count.
    """
    if not plan.resume and (plan.output / NAME).exists():
        what, why = f"{plan.output} is not used", "it holds an earlier training"
        raise InputError(what, why, "Go on with it by --resume, or choose another folder.")
    plan.output.mkdir(parents=True, exist_ok=True)
    device = torch.device(choose(plan.device, "torch").device)
    state = new_state(recipe, plan, device)
    source = plan.output if plan.resume else plan.state
    if source is not None:
        saved = load_checkpoint(source)
        _refuse_other_network(recipe, saved["recipe"], source)
        resume_state(state, saved)
        if not plan.resume:
            state.step, state.seconds = 0, 0.0
    if device.type == "cuda":
        accelerate(state.network)
    learnt, pairs = held_out(images, recipe.scale)
    patches = PatchSizes(learnt, recipe)
    benchmark = load_pairs(plan.validation, recipe.scale) if plan.validation else []
    way = plan.way or Way()
    if device.type == "cpu" and plan.way is None:
        lr, hr = patches.batch(0.0, torch.Generator().manual_seed(0))
        half = max(1, len(lr) // 2)  # enough for timing, and some ways are slow
        lr, hr = lr[:half], hr[:half]
        speeds = fastest(state.network, recipe.loss, lr, hr)
        on_way(speeds)
        way = next(iter(speeds))
    with Gradients(state.network, way) as gradients:
        run = _Run(recipe, plan, state, patches, gradients, pairs, benchmark)
        try:
            run.steps(on_record, should_stop)
        except torch.OutOfMemoryError as exc:
            todo = "Use a smaller --batch or --patch."
            raise EngineError(f"Training does not fit into {device}", str(exc), todo) from exc
        # Still one thread: beside other programs two would mostly wait for each other.
        judge(state, pairs)
    save_checkpoint(plan.output, snapshot(state, recipe))
    return state


@dataclass
class _Run:
    recipe: Recipe
    plan: RunPlan
    state: TrainingState
    patches: PatchSizes
    gradients: Gradients
    held_out: list[Pair]
    benchmark: list[Pair]

    def steps(self, on_record: Callable[[Record], None], should_stop: Callable[[], bool]) -> None:
        state, recipe, plan = self.state, self.recipe, self.plan
        last_save, clock = state.seconds, time.monotonic()
        losses: list[Tensor] = []  # read now and then: each reading waits for the GPU
        while recipe.progress(state.step, state.seconds) < 1 and not should_stop():
            losses.append(train_step(state, recipe, self.patches, self.gradients))
            now = time.monotonic()
            state.seconds, clock = state.seconds + now - clock, now
            done = recipe.progress(state.step, state.seconds) >= 1
            save = done or state.seconds - last_save > 60 * plan.save_minutes
            if state.step % LOG_EVERY == 0 or save:
                record = _record(state, recipe, float(torch.stack(losses).mean()))
                losses.clear()
                if save:
                    record |= self._measured()
                    if not done:  # the caller saves at the end in any case
                        save_checkpoint(plan.output, snapshot(state, recipe))
                    last_save, clock = state.seconds, time.monotonic()
                _append(plan.output / "log.jsonl", record)
                on_record(record)

    def _measured(self) -> Record:
        record: Record = {}
        judged = judge(self.state, self.held_out)
        if judged is not None:
            record["held_out"] = round(judged, 4)
        if self.benchmark:
            record["psnr"] = round(validate(self.state, self.benchmark), 4)
        return record


def snapshot(state: TrainingState, recipe: Recipe) -> dict[str, Any]:
    """Everything that `resume_state` needs, and the recipe."""
    return {
        "network": state.network.state_dict(),
        "averages": state.averages,
        "best": state.best,
        "pixels": state.pixels,
        "optimiser": state.optimiser.state_dict(),
        "generator": state.generator.get_state(),
        "step": state.step,
        "seconds": state.seconds,
        "recipe": recipe.as_dict(),
    }


def _record(state: TrainingState, recipe: Recipe, loss: float) -> Record:
    """The current log line. Raises EngineError if the loss is not a number."""
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
        "pixels": state.pixels,
    }


def _append(log: Path, record: Record) -> None:
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(record) + "\n")
