"""Publishing of a network of comparison: what is written, and what is not good enough."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import torch

from fdiwn.api.comparison_models import COMPARISON_MODELS, ComparisonModel
from fdiwn.api.files import file_sha256
from fdiwn.models.comparators import other_network
from fdiwn.models.weights import save_network
from resources.weights import publish_comparison

ROOT = Path(__file__).resolve().parents[2]
NEW = ComparisonModel("FSRCNN", 2016, 2, 0, "", {"Set5": 37.01, "Set14": 32.6}, 99.5, 1.5)


def test_publishing_writes_all_that_is_said_of_a_model(tmp_path: Path) -> None:
    torch.manual_seed(1)
    save_network(other_network("FSRCNN", 2), tmp_path / "run.safetensors", {})
    tree = tmp_path / "tree"
    for name in ("fdiwn/api/comparison_models.py", "MODELS.md", "installers/models.lock.json"):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tree / name)
    (tree / "resources" / "weights").mkdir(parents=True)
    for _ in range(2):  # again: nothing is there twice
        done = publish_comparison.publish(tmp_path / "run.safetensors", NEW, tree, ())
    shipped = tree / "resources" / "weights" / "fsrcnn-x2.safetensors"
    assert done.sha256 == file_sha256(shipped)
    assert done.bytes == shipped.stat().st_size < publish_comparison.MOST_BYTES
    scope: dict[str, Any] = {"__name__": "comparison_models"}
    exec(
        (tree / "fdiwn" / "api" / "comparison_models.py").read_text(encoding="utf-8"), scope
    )  # just written
    assert [tuple(model) for model in scope["COMPARISON_MODELS"]] == [tuple(done)]
    card = (tree / "MODELS.md").read_text(encoding="utf-8")
    assert "| `fsrcnn-x2`, FSRCNN (2016) | 37.01 | 37.05 | 32.60 | 99.5 million | 1.5 h |" in card
    lock = json.loads((tree / "installers" / "models.lock.json").read_text(encoding="utf-8"))
    assert [e["sha256"] for e in lock if e["name"] == "fsrcnn-x2"] == [done.sha256]


def test_the_repository_holds_what_publishing_writes() -> None:
    source = (ROOT / "fdiwn" / "api" / "comparison_models.py").read_text(encoding="utf-8")
    assert source.endswith(publish_comparison.table_source(COMPARISON_MODELS))
    assert publish_comparison.card(COMPARISON_MODELS) in (ROOT / "MODELS.md").read_text(
        encoding="utf-8"
    )


def test_what_is_worse_than_published_is_not_good() -> None:
    assert publish_comparison.is_good("FSRCNN", 4, 30.57)
    assert not publish_comparison.is_good("FSRCNN", 4, 30.55)
