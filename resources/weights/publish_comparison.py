"""Publishes a network of comparison, if it is as good as its paper says.

    python -m resources.weights.publish_comparison RUN BENCHMARKS

RUN is an output folder of `fdiwn train --network SRCNN` or FSRCNN. Set5 and Set14 (folders of
BENCHMARKS) are enlarged by the product's engine, whole pictures in float32. If Set5 is within
`NEAR` of the paper's figure, the file of weights, the table of models, the model card and the lock
of the packages are written. Exit code: 0 published, 3 not good enough.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from fdiwn.api.comparison_models import COMPARISON_MODELS, ComparisonModel
from fdiwn.api.files import file_sha256, write_whole
from fdiwn.lab.comparators.registry import comparator
from fdiwn.lab.training.checkpoint import load_checkpoint
from fdiwn.models.weights import load_network, save_network
from fdiwn.network.other import OtherNetwork
from resources.weights.publish import ROOT, SETS, rewrite, scores

PAPER = {"SRCNN": {2: 36.66, 3: 32.75, 4: 30.48}, "FSRCNN": {2: 37.05, 3: 33.18, 4: 30.71}}
"""Published, on Set5, in dB."""
NEAR = 0.15  # dB
MOST_BYTES = 300_000
NOT_GOOD = 3


def publish(
    weights: Path,
    model: ComparisonModel,
    root: Path = ROOT,
    others: tuple[ComparisonModel, ...] = COMPARISON_MODELS,
) -> ComparisonModel:
    """Writes all that is said of the model into the source tree at ``root``.

    model: with its figures; bytes and hash are filled in here. Raises ValueError if the file is too
    large.
    """
    target = root / "resources" / "weights" / f"{model.name}.safetensors"
    stated = {"licence": "Apache-2.0", "source": "trained by this project"}
    save_network(load_network(weights), target, {"name": model.name, **stated})
    model = model._replace(bytes=target.stat().st_size, sha256=file_sha256(target))
    if model.bytes > MOST_BYTES:
        raise ValueError(f"{target} has {model.bytes:,} bytes")
    models = (*(other for other in others if other.name != model.name), model)
    models = tuple(sorted(models, key=lambda each: (each.year, each.scale)))
    table = root / "fdiwn" / "api" / "comparison_models.py"
    rewrite(table, r"\nCOMPARISON_MODELS: .*\Z", "\n" + table_source(models))
    figures = f"<!-- comparison -->\n{card(models)}<!-- end of comparison -->"
    rewrite(root / "MODELS.md", r"<!-- comparison -->.*<!-- end of comparison -->", figures)
    lock = root / "installers" / "models.lock.json"
    entries = json.loads(lock.read_text(encoding="utf-8"))
    entry = {
        "name": model.name,
        "file": target.name,
        "bytes": model.bytes,
        "sha256": model.sha256,
        "licence": stated["licence"],
        "origin": stated["source"],
        "download": None,
    }
    entries = [*(each for each in entries if each["name"] != model.name), entry]
    write_whole(lock, (json.dumps(entries, indent=2) + "\n").encode())
    return model


def table_source(models: tuple[ComparisonModel, ...]) -> str:
    """The table as Python."""
    if not models:
        return "COMPARISON_MODELS: tuple[ComparisonModel, ...] = ()\n"
    entries = []
    for model in models:
        psnr = ", ".join(f'"{name}": {value:.3f}' for name, value in model.psnr.items())
        entries.append(
            f'    ComparisonModel(\n        network="{model.network}",\n'
            f"        year={model.year},\n"
            f"        scale={model.scale},\n        bytes={model.bytes:_},\n"
            f'        sha256="{model.sha256}",\n        psnr={{{psnr}}},\n'
            f"        pixels={model.pixels:.1f},\n        hours={model.hours:.1f},\n    ),\n"
        )
    return f"COMPARISON_MODELS: tuple[ComparisonModel, ...] = (\n{''.join(entries)})\n"


def card(models: tuple[ComparisonModel, ...]) -> str:
    """The model card's table of figures."""
    if not models:
        return "None of them ships yet.\n"
    head = (
        "| model | Set5 | published | Set14 | pixels seen | training |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
    )
    rows = []
    for model in models:
        set5, set14 = (model.psnr[name] for name in SETS)
        rows.append(
            f"| `{model.name}`, {model.network} ({model.year}) | {set5:.2f} "
            f"| {PAPER[model.network][model.scale]:.2f} | {set14:.2f} "
            f"| {model.pixels:.1f} million | {model.hours:.1f} h |\n"
        )
    return head + "".join(rows)


def is_good(network: str, scale: int, set5: float) -> bool:
    """Whether it is as good as the paper says, to `NEAR`."""
    return set5 >= PAPER[network][scale] - NEAR


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("run", type=Path, help="the output folder of a training")
    parser.add_argument("benchmarks", type=Path, help="holds Set5 and Set14")
    given = parser.parse_args()
    saved = load_checkpoint(given.run)
    (weights,) = given.run.glob("*.safetensors")
    network = load_network(weights)
    if not isinstance(network, OtherNetwork) or network.name not in PAPER:
        parser.error(f"{weights} is not of {' or '.join(PAPER)}")
    psnr = {
        name: round(score.mean, 3)
        for name, score in scores(weights, given.benchmarks, network.scale).items()
    }
    print(f"Set5: {psnr['Set5']:.3f} dB, published {PAPER[network.name][network.scale]:.2f}")
    if not is_good(network.name, network.scale, psnr["Set5"]):
        print("Not as good as the paper: nothing is published.")
        return NOT_GOOD
    publish(
        weights,
        ComparisonModel(
            network.name,
            comparator(network.name).year,
            network.scale,
            0,
            "",
            psnr,
            saved["pixels"] / 1e6,
            saved["seconds"] / 3600,
        ),
    )
    print("Published. Commit it.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
