"""Folders of small real pictures, and runs of the command over them, for the tests of batches."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import numpy as np
from PIL import Image

from tests.forked_command import FAST, Command

ROOT = Path(__file__).resolve().parents[2]
CHILD = Path(__file__).with_name("batch_child.py")
_ENDINGS = (".png", ".jpg", ".tif", ".webp")


def draw(path: Path, seed: int, size: tuple[int, int] = (24, 16)) -> Path:
    """A picture of noise on a gradient, in the format of its name."""
    random = np.random.default_rng(seed)
    width, height = size
    base = np.linspace(0, 200, width)[None, :, None] * np.linspace(0.5, 1, height)[:, None, None]
    pixels = (base + random.integers(0, 56, (height, width, 3))).astype(np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)
    return path


def draw_many(folder: Path, count: int) -> list[Path]:
    """Of four formats, also in subfolders."""
    return [
        draw(folder / ("", "a", "a/b")[n % 3] / f"photo {n:03}{_ENDINGS[n % 4]}", n)
        for n in range(count)
    ]


def results(output: Path) -> dict[str, bytes]:
    """What has a final name, by it."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(output).parts)
    }


def start(
    arguments: list[str], log: Path | None = None, seconds: float = 0.0
) -> subprocess.Popen[str]:
    """The command with the fast network, in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "FDIWN_TEST_SECONDS": str(seconds)}
    environment |= {"PYTHONUNBUFFERED": "1"} | ({"FDIWN_TEST_LOG": str(log)} if log else {})
    pipe = subprocess.PIPE
    return Command(FAST, arguments, env=environment, stdout=pipe, stderr=pipe)
