"""Publishes what a training run has learnt, if it is better than what ships.

    python -m resources.weights.publish SCALE DATA BENCHMARKS [--runs runs] [--minutes 20]

The rate of a copy of the run falls to zero, then Set5 and Set14 (folders of BENCHMARKS) are
enlarged by the product's engine, whole pictures in float32, with the new weights and with the
old. Only if both means rise, and no picture loses more than `MOST_LOST`, are written: the file of
weights, the table of models, the model card, the lock of the packages and the self-test's
picture. The run itself goes on untouched. Exit code: 0 published, 3 not better.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import replace
from pathlib import Path

from PIL import Image

from fdiwn.api.files import file_sha256, write_whole
from fdiwn.api.own_models import OWN_MODELS, OwnModel
from fdiwn.backends.choice import REFERENCE, Place
from fdiwn.diagnostics.self_test import enlarged_sample
from fdiwn.lab.evaluation.datasets import Score, load_pairs, score
from fdiwn.lab.training.checkpoint import load_checkpoint
from fdiwn.lab.training.data import kept_images
from fdiwn.lab.training.loop import train
from fdiwn.lab.training.recipe import Recipe, RunPlan
from fdiwn.models.opening import open_backend
from fdiwn.models.weights import load_network, save_network

ROOT = Path(__file__).resolve().parents[2]
SETS = ("Set5", "Set14")
MOST_LOST = 0.03  # dB, of one picture
PAPER = {2: (38.07, 33.75), 3: (34.52, 30.42), 4: (32.23, 28.66)}
BICUBIC = {2: (33.67, 30.23), 3: (30.40, 27.54), 4: (28.43, 26.00)}
NOT_BETTER = 3


def decayed(
    run: Path, data: Path, output: Path, minutes: float, steps: int | None = None
) -> tuple[float, float]:
    """Lets the rate of a copy of ``run`` fall to zero, and saves the weights into ``output``.

    Returns the LR pixels that they have seen, in millions, and the hours of the run and this.
    steps: end after so many at the latest.
    """
    saved = load_checkpoint(run)
    known = {**saved["recipe"], "averages": tuple(saved["recipe"]["averages"])}
    recipe = replace(Recipe(**known), steps=steps, minutes=minutes, decay=True)
    images = kept_images(data, recipe.scale, run.parent / f"pictures-x{recipe.scale}.pt")
    state = train(recipe, RunPlan(data, output, "cpu", state=run), images)
    state.use_average()
    save_network(state.network, output / "weights.safetensors", {})
    return state.pixels / 1e6, (saved["seconds"] + state.seconds) / 3600


def scores(weights: Path, benchmarks: Path, scale: int) -> dict[str, Score]:
    """PSNR-Y on each of `SETS`, through the product's engine."""
    backend = open_backend(load_network(weights), Place("cpu", "openvino", "float32"))
    return {name: score(backend, load_pairs(benchmarks / name, scale)) for name in SETS}


def is_better(new: dict[str, Score], old: dict[str, Score]) -> bool:
    """Whether every mean rises and no picture loses much."""
    return all(
        new[name].mean > old[name].mean
        and all(new[name].psnr[p] > old[name].psnr[p] - MOST_LOST for p in old[name].psnr)
        for name in old
    )


def publish(
    weights: Path, model: OwnModel, root: Path = ROOT, others: tuple[OwnModel, ...] = OWN_MODELS
) -> OwnModel:
    """Writes all that is said of a model of ours into the source tree at ``root``.

    model: with its figures; bytes and hash are filled in here.
    """
    name = f"fdiwn-x{model.scale}"
    target = root / "resources" / "weights" / f"{name}.safetensors"
    network = load_network(weights)
    about = {"name": name, "licence": "Apache-2.0", "source": "trained by this project"}
    save_network(network, target, about)
    model = model._replace(bytes=target.stat().st_size, sha256=file_sha256(target))
    models = tuple(sorted((*(m for m in others if m.scale != model.scale), model)))
    rewrite(root / "fdiwn" / "api" / "own_models.py", r"OWN_MODELS: .*\Z", table_source(models))
    figures = f"<!-- figures -->\n{card(models)}<!-- end of figures -->"
    rewrite(root / "MODELS.md", r"<!-- figures -->.*<!-- end of figures -->", figures)
    lock = root / "installers" / "models.lock.json"
    entries = json.loads(lock.read_text(encoding="utf-8"))
    for entry in entries:
        if entry["name"] == name:
            entry.update(bytes=model.bytes, sha256=model.sha256)
    write_whole(lock, (json.dumps(entries, indent=2) + "\n").encode())
    expected = root / "resources" / "self_test" / f"{name}.png"
    if expected.exists():  # the self-test has one scale
        sample = enlarged_sample(network, REFERENCE, lambda: False)
        Image.fromarray(sample).save(expected, optimize=True)
    return model


def rewrite(path: Path, pattern: str, text: str) -> None:
    """Replaces the one place in a file that ``pattern`` matches. Raises ValueError without one."""
    content, count = re.subn(
        pattern, lambda match: text, path.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    if count != 1:
        raise ValueError(f"{path} has {count} places like {pattern}")
    write_whole(path, content.encode())


def table_source(models: tuple[OwnModel, ...]) -> str:
    """The table of our models as Python."""
    entries = []
    for model in models:
        psnr = ", ".join(f'"{name}": {value:.3f}' for name, value in model.psnr.items())
        entries.append(
            f"    OwnModel(\n        scale={model.scale},\n        bytes={model.bytes:_},\n"
            f'        sha256="{model.sha256}",\n        psnr={{{psnr}}},\n'
            f"        pixels={model.pixels:.1f},\n        hours={model.hours:.1f},\n    ),\n"
        )
    return f"OWN_MODELS: tuple[OwnModel, ...] = (\n{''.join(entries)})\n"


def card(models: tuple[OwnModel, ...]) -> str:
    """The model card's table of figures."""
    head = (
        "| model | Set5 | bicubic | paper | Set14 | bicubic | paper | pixels seen | training |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
    )
    rows = []
    for model in models:
        figures = " | ".join(
            f"{model.psnr[name]:.2f} | {BICUBIC[model.scale][n]:.2f} | {PAPER[model.scale][n]:.2f}"
            for n, name in enumerate(SETS)
        )
        rows.append(
            f"| `fdiwn-x{model.scale}` | {figures} | {model.pixels:.1f} million "
            f"| {model.hours:.1f} h |\n"
        )
    return head + "".join(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("scale", type=int)
    parser.add_argument("data", type=Path, help="the photographs to learn from")
    parser.add_argument("benchmarks", type=Path, help="holds Set5 and Set14")
    parser.add_argument("--runs", type=Path, default=Path("runs"))
    parser.add_argument("--minutes", type=float, default=20.0, help="for the rate to fall")
    parser.add_argument("--weights", type=Path, help="publish these, instead of decaying a run")
    parser.add_argument("--pixels", type=float, help="millions of LR pixels that --weights saw")
    parser.add_argument("--hours", type=float, help="of training that went into --weights")
    given = parser.parse_args()
    old = next(model for model in OWN_MODELS if model.scale == given.scale)
    weights, pixels, hours = given.weights, given.pixels, given.hours
    if weights is None:
        output = given.runs / f"x{given.scale}-decayed"
        pixels, more = decayed(given.runs / f"x{given.scale}", given.data, output, given.minutes)
        weights, hours = output / "weights.safetensors", old.hours + more
    shipped = ROOT / "resources" / "weights" / f"fdiwn-x{given.scale}.safetensors"
    new, before = (scores(path, given.benchmarks, given.scale) for path in (weights, shipped))
    for name in SETS:
        print(f"{name}: {before[name].mean:.3f} -> {new[name].mean:.3f} dB")
    if not is_better(new, before):
        print("Not better: nothing is published.")
        return NOT_BETTER
    psnr = {name: round(new[name].mean, 3) for name in SETS}
    publish(weights, old._replace(psnr=psnr, pixels=pixels, hours=hours))
    print("Published. Commit it.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
