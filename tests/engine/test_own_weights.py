"""The training run of the models that ship, and its publishing, on a tiny network."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from fdiwn.api.files import file_sha256
from fdiwn.api.own_models import OWN_MODELS, OwnModel
from fdiwn.lab.evaluation.datasets import Score
from fdiwn.lab.training import gradient
from fdiwn.lab.training.checkpoint import NAME, load_checkpoint
from fdiwn.lab.training.recipe import Recipe, Way
from resources.weights import publish, train

ROOT = Path(__file__).resolve().parents[2]
TINY = Recipe(4, steps=None, patch=8, batch=2, warmup=1, learning_rate=1e-5, averages=(0.99,))

pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    random = np.random.default_rng(3)
    for n in range(2):
        few = Image.fromarray(random.integers(0, 256, (6, 6, 3), np.uint8))
        few.resize((96, 96), Image.Resampling.BICUBIC).save(folder / f"{n}.png")
    return folder


def stops_after(count: int) -> Callable[[], bool]:
    asked = iter(range(10**6))
    return lambda: next(asked) >= count


def turn(photos: Path, runs: Path, steps: int) -> None:
    train.one_turn(4, photos, runs, stops_after(steps), TINY, {"way": Way(fast=True)})


def test_a_run_goes_on_where_it_was_and_its_copy_is_published(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = tmp_path / "runs"
    runs.mkdir()
    monkeypatch.setattr("fdiwn.lab.training.loop.LOG_EVERY", 3)
    turn(photos, runs, 1)
    turn(photos, runs, 2)
    saved = load_checkpoint(runs / "x4")
    assert saved["step"] == 3
    seen = round(1e6 * next(model.pixels for model in OWN_MODELS if model.scale == 4))
    assert saved["pixels"] == seen + 3 * 2 * 8 * 8
    status = (runs / "status.txt").read_text(encoding="utf-8")
    assert status.startswith("x4: ")
    assert "step 3" in status
    before = (runs / "x4" / NAME).read_bytes()
    output = tmp_path / "decayed"
    # Finding the fastest would take a minute.
    monkeypatch.setattr(gradient, "ways", lambda network: [Way(fast=True)])
    pixels, hours = publish.decayed(runs / "x4", photos, output, 60.0, steps=2)
    assert pixels == pytest.approx((saved["pixels"] + 2 * 2 * 8 * 8) / 1e6, rel=1e-3)
    assert hours > 0
    assert (runs / "x4" / NAME).read_bytes() == before

    tree = tmp_path / "tree"
    for name in (
        "fdiwn/api/own_models.py",
        "MODELS.md",
        "installers/models.lock.json",
        "resources/weights/fdiwn-x4.safetensors",
    ):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tree / name)
    old = next(model for model in OWN_MODELS if model.scale == 4)
    new = old._replace(psnr={"Set5": 31.234, "Set14": 28.342}, pixels=99.5, hours=12.5)
    done = publish.publish(output / "weights.safetensors", new, tree)
    shipped = tree / "resources" / "weights" / "fdiwn-x4.safetensors"
    assert done.sha256 == file_sha256(shipped) != old.sha256
    scope: dict[str, Any] = {"__name__": "own_models"}
    exec(
        (tree / "fdiwn" / "api" / "own_models.py").read_text(encoding="utf-8"), scope
    )  # just written
    assert [tuple(model) for model in scope["OWN_MODELS"]] == [
        tuple(model) for model in (*OWN_MODELS[:2], done)
    ]
    card = (tree / "MODELS.md").read_text(encoding="utf-8")
    assert "| `fdiwn-x4` | 31.23 | 28.43 | 32.23 | 28.34 |" in card
    assert "99.5 million" in card
    lock = json.loads((tree / "installers" / "models.lock.json").read_text(encoding="utf-8"))
    assert next(e for e in lock if e["name"] == "fdiwn-x4")["sha256"] == done.sha256


def test_the_repository_holds_what_publishing_writes() -> None:
    source = (ROOT / "fdiwn" / "api" / "own_models.py").read_text(encoding="utf-8")
    assert source.endswith(publish.table_source(OWN_MODELS))
    assert publish.card(OWN_MODELS) in (ROOT / "MODELS.md").read_text(encoding="utf-8")


def test_nothing_worse_is_published() -> None:
    old = {"Set5": Score({"a": 30.0, "b": 32.0}), "Set14": Score({"c": 28.0})}
    better = {"Set5": Score({"a": 30.5, "b": 31.98}), "Set14": Score({"c": 28.1})}
    assert publish.is_better(better, old)
    for worse in (
        {"Set5": Score({"a": 30.5, "b": 32.5}), "Set14": Score({"c": 28.0})},
        {"Set5": Score({"a": 31.0, "b": 31.9}), "Set14": Score({"c": 28.1})},
    ):
        assert not publish.is_better(worse, old)


def test_turns() -> None:
    def models(**psnr: float) -> dict[int, OwnModel]:
        return {
            model.scale: model._replace(psnr={"Set5": psnr[f"x{model.scale}"]})
            for model in OWN_MODELS
        }

    early = models(x2=36.0, x3=30.0, x4=30.9)
    assert train.next_scale(early) == 4
    assert train.start_of(4, early)[0].name == "fdiwn-x4.safetensors"
    later = models(x2=37.3, x3=32.7, x4=31.3)
    assert train.next_scale(later) == 3
    assert train.start_of(3, later)[0].name == "fdiwn-x4.safetensors"
    assert train.next_scale(models(x2=36.0, x3=33.5, x4=31.4)) == 2
