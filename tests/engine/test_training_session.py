"""The small programs that a training session on a GPU machine leans on."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks import inspect_run, split_data


def test_parts_are_small_and_join_to_the_same_files(tmp_path: Path) -> None:
    folder, parts, joined = tmp_path / "photos", tmp_path / "parts", tmp_path / "joined"
    folder.mkdir()
    random = np.random.default_rng(3)
    for n, size in enumerate((40_000, 70_000, 1, 90_000, 30_000, 512)):
        (folder / f"{n}.webp").write_bytes(random.bytes(size))
    split_data.main(["split", str(folder), str(parts), "--megabytes", "0.12"])
    written = sorted(parts.iterdir())
    assert len(written) > 2
    assert all(part.stat().st_size <= 120_000 for part in written)
    split_data.main(["join", str(parts), str(joined)])
    for file in folder.iterdir():
        assert (joined / file.name).read_bytes() == file.read_bytes()
    assert len(list(joined.iterdir())) == 6


def test_a_missing_part_and_a_giant_are_noticed(tmp_path: Path) -> None:
    folder, parts = tmp_path / "photos", tmp_path / "parts"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.webp").write_bytes(bytes(60_000))
    with pytest.raises(SystemExit, match="alone is larger"):
        split_data.split(folder, parts, 50_000)
    first, *_ = split_data.split(folder, parts, 80_000)
    first.unlink()
    with pytest.raises(SystemExit, match=r"missing: \[1\]"):
        split_data.join(parts, tmp_path / "joined")
    with pytest.raises(SystemExit, match="no parts"):
        split_data.join(folder, tmp_path / "joined")


def write_log(run: Path, losses: list[float]) -> Path:
    lines = [
        {"step": 10 * n, "seconds": 6.0 * n, "loss": loss, "psnr": 30 + n}
        for n, loss in enumerate(losses, 1)
    ]
    (run / "log.jsonl").write_text("\n".join(map(json.dumps, lines)))
    return run


def test_a_loss_that_does_not_fall_is_noticed(tmp_path: Path) -> None:
    assert inspect_run.falls(write_log(tmp_path, [9, 8, 9, 7, 7, 6.5])).endswith("8.500 to 6.750")
    for losses, why in (
        ([5.0, 6, 5, 6, 5, 6], "does not fall"),
        ([9, 8, 7, float("nan"), 5, 4], "not finite"),
        ([9.0, 8, 7], str(inspect_run.TOO_SHORT)),
    ):
        with pytest.raises(SystemExit, match=why):
            inspect_run.falls(write_log(tmp_path, losses))


def test_the_summary_gives_the_last_figures(tmp_path: Path) -> None:
    line = inspect_run.summary(write_log(tmp_path, [9, 8, 7]))
    assert line == "30 steps in 0.3 minutes, loss 7.000, PSNR-Y 33.000 dB"
