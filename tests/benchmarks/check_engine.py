"""Checks every place where the network can run on this computer against the reference.

    python -m tests.benchmarks.check_engine [--data ../shared] [--authors] [--scales 2,3,4]
                                            [--quick] [--torch]

One call, meant above all for a machine with a GPU. For each scale and place it prints: how far
the pixels are from PyTorch's float32 on the CPU, how far tiles are from one pass, what the
precision costs in PSNR-Y on Set5 and Set14, whether passes in flight come back in order, and, on
a GPU whose memory was taken away, whether the picture still comes out right. `fdiwn bench` times
the same places and runs last. Exit code 1 if a check fails.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from fdiwn.api.catalog import find_model
from fdiwn.api.errors import EngineError
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.resources import resource
from fdiwn.backends.choice import REFERENCE, Place, choose
from fdiwn.backends.contract import Backend
from fdiwn.codec import read_picture
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.tile_loop import Manner, enlarged
from fdiwn.lab.evaluation.datasets import load_pairs, score
from fdiwn.models.opening import open_backend
from fdiwn.models.weights import load_fdiwn
from fdiwn.network.network import FDIWN
from fdiwn.pixels.picture import Picture, Pixels

LEVELS = {"float32": 1, "bfloat16": 10, "float16": 5}
"""How far from the reference a place may be, of 255, at the worst pixel of the sample, whose
printed lines are the hardest there is: on photographs bfloat16 is within 2. Its rounding is
relative to the contrast: with all contrasts halved and quartered, x4, the differences go from 0.22
to 0.12 and 0.06 (root mean square), and the largest from 8.9 to 3.1 and 1.8."""
MOST_LOSS = {"float32": 0.002, "bfloat16": 0.01, "float16": 0.01}
"""dB of PSNR-Y on each of these."""
SETS = ("Set5", "Set14")
TILES = (64, 128, 256)

failed: list[str] = []


def report(what: str, good: bool, figures: str) -> None:
    print(f"{'ok  ' if good else 'FAIL'} {what}: {figures}", flush=True)
    if not good:
        failed.append(what)


def places(emulated: bool) -> Iterator[Place]:
    """All that this computer has, but for the reference; 16 bits in PyTorch on the CPU if asked."""
    if emulated:
        yield Place("cpu", "torch", "bfloat16")
    for device in ("cpu", "cuda", "mps", "intel-gpu"):
        for precision in LEVELS:
            try:
                place = choose(device, "auto", precision)
            except EngineError:
                continue
            yield place


def difference(a: Pixels, b: Pixels) -> tuple[int, str]:
    apart = np.abs(a.astype(np.int32) - b)
    return int(apart.max()), f"at most {apart.max()} levels, {(apart > 0).mean():.2e} of the values"


def check_pixels(network: FDIWN, backend: Backend, pixels: Pixels, expected: Pixels) -> None:
    name = f"x{network.scale} {backend.precision} on {backend.device} ({backend.name})"
    whole = enlarged(backend, pixels)
    # Measured whole, a small picture is always in float32; its tiles are in the place's precision.
    report(f"{name}, one pass", difference(whole, expected)[0] <= 1, difference(whole, expected)[1])
    for tile in TILES:
        far, figures = difference(enlarged(backend, pixels, Manner(tile)), expected)
        report(f"{name}, tiles of {tile}", far <= LEVELS[backend.precision], figures)


def check_order(backend: Backend) -> None:
    """Passes of two shapes in turn, each with its own brightness."""
    bright = [np.full((1, 3, 40 + 8 * (n % 2), 48), 20.0 * n, np.float32) for n in range(9)]
    _, gates = backend.measure(bright[4])
    outputs = [np.array(output) for output in backend.run([(window, gates) for window in bright])]
    again = [np.array(output) for output in backend.run([(window, gates) for window in bright])]
    centres = [float(np.median(output)) for output in outputs]
    report("order of passes", centres == sorted(centres), f"{[round(c) for c in centres]}")
    same = all(np.array_equal(a, b) for a, b in zip(outputs, again, strict=True))
    report("repetition", same, "the same bits" if same else "other bits")


def check_psnr(
    network: FDIWN, backend: Backend, data: Path, plain: dict[tuple[str, int], float]
) -> None:
    for name in SETS:
        pairs, key = load_pairs(data / "benchmarks" / name, network.scale), (name, network.scale)
        if key not in plain:
            plain[key] = score(open_backend(network, REFERENCE), pairs, Manner(96)).mean
        mean = score(backend, pairs, Manner(96)).mean
        loss = plain[key] - mean
        report(
            f"x{network.scale} {backend.precision} on {backend.device}, {name} in tiles of 96",
            loss <= MOST_LOSS[backend.precision],
            f"{mean:.4f} dB, {loss:+.4f} below the reference",
        )


def check_full_gpu(pixels: Pixels, model: Path, scale: int) -> None:
    """With next to no GPU memory left the picture still comes out, and the result says how."""
    picture = Picture(np.tile(pixels, (4, 4, 1)))
    options = UpscaleOptions(scale, str(model), device="cuda")
    with tempfile.TemporaryDirectory() as folder:
        free, _ = torch.cuda.mem_get_info()
        hog = torch.empty(max(0, free - (200 << 20)), dtype=torch.uint8, device="cuda")
        done = Upscaler().enlarge(picture, options, Path(folder))
        del hog
        torch.cuda.empty_cache()
        right = done.stored.pixels().shape == (scale * picture.height, scale * picture.width, 3)
    report(
        "a GPU without free memory",
        right,
        f"on {done.result.device}, {done.result.notes or 'no step needed'}",
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--authors", action="store_true", help="the authors' weights, from --data")
    parser.add_argument("--scales", default="2,3,4")
    parser.add_argument("--quick", action="store_true", help="neither PSNR nor the timing")
    parser.add_argument("--torch", action="store_true", help="bfloat16 in PyTorch as well, slow")
    asked = parser.parse_args()
    sample = read_picture(resource("sample/sample.png")).pixels[60:260, 100:340]
    plain: dict[tuple[str, int], float] = {}
    for scale in map(int, asked.scales.split(",")):
        authors = asked.data / "weights" / f"fdiwn_x{scale}_authors.pt"
        model = authors if asked.authors else find_model(None, scale)
        network = load_fdiwn(model)
        expected = enlarged(open_backend(network, REFERENCE), sample)
        for place in places(asked.torch):
            backend = open_backend(network, place)
            check_pixels(network, backend, sample, expected)
            check_order(backend)
            if not asked.quick and (asked.data / "benchmarks").is_dir():
                check_psnr(network, backend, asked.data, plain)
        if torch.cuda.is_available():
            check_full_gpu(sample, model, scale)
    if not asked.quick:
        command = [sys.executable, "-m", "fdiwn", "bench", "--model", str(model)]
        subprocess.run([*command, "--scale", str(scale)], check=False, env=os.environ)
    print(f"{len(failed)} checks failed" if failed else "all checks passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
