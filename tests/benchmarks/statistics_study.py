"""Measures how the image statistics of a picture are best taken, at 4x, in PSNR-Y.

``samples``: frozen statistics of spread samples against those of the whole picture. They lie as
`fdiwn.enlarge.statistics` lays them; evenly up to the picture's edges ("-even"); or so shifted that
their colours and edges are most like the whole picture's ("-match"). A "-cut8" leaves the outer
pixels, which feel the zero padding, out of the statistics.

``windows``: statistics of local windows against those of the whole picture. w128-o64-x8: of 128
input pixels, overlapping by 64, joined with raised-cosine weights, each the mean of eight flips and
turns. "seam" is the largest mean jump along a join of what differs from whole statistics.

Run it from the checkout; a set of pictures takes 10 to 30 minutes on two cores::

    python -m tests.benchmarks.statistics_study windows Set14 OUT.json --methods whole-x8 w96-o48
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import re
import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from statistics import fmean
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from fdiwn.api.tiles import Box
from fdiwn.backends.contract import Gates
from fdiwn.backends.openvino_graph import to_openvino
from fdiwn.backends.openvino_silent import ov
from fdiwn.enlarge import statistics
from fdiwn.lab.evaluation.datasets import Pair, as_image8, as_tensor, load_pairs, read_image8
from fdiwn.lab.evaluation.imresize import imresize_8bit
from fdiwn.lab.evaluation.metrics import Image8, psnr_y
from fdiwn.models.weights import load_fdiwn
from fdiwn.network.folded import MeasuredGates
from fdiwn.network.folding import FoldedFDIWN, fold
from fdiwn.pixels.planes import Batch

Float = NDArray[np.float32]
Record = dict[str, Any]
SCALE = 4
SAMPLES = (  # how many, of what side
    *("4x64", "8x64", "16x64", "8x96", "4x96", "16x48", "32x32"),
    *("8x64-cut8", "16x64-cut8", "4x96-cut8", "16x48-cut8", "8x64-cut16", "4x96-cut16"),
    *("8x64-even", "16x48-even", "32x32-even"),
    *("4x64-match", "8x64-match", "16x48-match", "16x64-match", "8x64-match-cut8"),
)
WINDOWS = ("whole-x8", "w96-o48", "w128-o64", "w128-o32", "w192-o96", "w128-o64-x8", "w128-o32-x8")
# Photographs, and what they are reduced by before use; fewer and larger ones for the samples.
LARGE = {"adobe_rgb": 2, "camera_orientation8_20mp": 2, "display_p3": 2, "prophoto_rgb": 1}
SMALL = {
    **{"kodak_5": 1, "kodak_8": 1, "display_p3": 3, "adobe_rgb": 4, "pdimages__DSC07361": 1},
    **{"budgie-backgrounds__san-francisco-skyline": 1, "kiedtl-unsplash__lava-rocks": 1},
}


class _InnerGates(MeasuredGates):
    """Weighs the pixels with ``mask`` (1, 1, H, W), whose mean is one."""

    def __init__(self, mask: Tensor) -> None:
        super().__init__()
        self._mask = mask

    def _statistics(self, x: Tensor) -> tuple[Tensor, Tensor]:
        mean = (x * self._mask).mean((0, 2, 3), keepdim=True)
        return mean, ((x - mean).square() * self._mask).mean((0, 2, 3), keepdim=True)


class _Measuring(nn.Module):
    def __init__(self, folded: FoldedFDIWN) -> None:
        super().__init__()
        self.folded = folded

    def forward(self, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        gates = _InnerGates(mask)
        return self.folded._run(x, gates), gates.packed()


class Network:
    def __init__(self, weights: Path) -> None:
        folded = fold(load_fdiwn(weights))
        self._measure = _compile(_Measuring(folded), [[-1, 3, -1, -1], [1, 1, -1, -1]])
        gates = self.measure(np.zeros((1, 3, 16, 16), np.float32))[1]
        self._run = _compile(folded, [[-1, 3, -1, -1], list(gates.shape)])

    def measure(self, batch: Batch, cut: int = 0) -> tuple[Batch, Gates]:
        """The batch as one image: its enlargement and its gates, without ``cut`` at the edges."""
        height, width = batch.shape[2:]
        mask = np.zeros((1, 1, height, width), np.float32)
        mask[..., cut : height - cut, cut : width - cut] = 1
        result = self._measure([np.ascontiguousarray(batch), mask / mask.mean()])
        return result[0].copy(), result[1].copy()

    def run(self, batch: Batch, gates: Gates) -> Float:
        return np.array(self._run([batch, gates])[0])


def _compile(module: nn.Module, shapes: list[list[int]]) -> Any:
    return ov.Core().compile_model(
        to_openvino(module, shapes), "CPU", {"INFERENCE_PRECISION_HINT": "f32"}
    )


def _reduced(image: Image8, by: int) -> Image8:
    return as_image8(imresize_8bit(as_tensor(image), Fraction(1, by)))


def _mosaic(data: Path, first: int) -> Image8:
    """Six unlike photographs as one picture of 2160 x 1440: the hard case for samples."""
    files = sorted((data / "train").glob("*.webp"))[first::17]
    return np.vstack([np.hstack([*map(read_image8, files[i : i + 3])]) for i in (0, 3)])


def pictures(which: str, large: bool, data: Path) -> Iterator[Pair]:
    if which == "Set14":
        yield from load_pairs(data / "benchmarks" / which, SCALE)
        return
    photos = {}
    for name, by in (LARGE if large else SMALL).items():
        photos[name] = _reduced(read_image8(next(data.glob(f"[pt]*/{name}*"))), by)
    mosaics = {f"mosaic-{n}": _mosaic(data, n) for n in (3, 30) if large}
    for name, photo in (photos | mosaics).items():
        hr = photo[: photo.shape[0] // SCALE * SCALE, : photo.shape[1] // SCALE * SCALE]
        yield Pair(name, _reduced(hr, SCALE), hr)


def _batch(image: Image8, boxes: Sequence[Box]) -> Batch:
    planes = np.broadcast_to(image, (*image.shape[:2], 3)).transpose(2, 0, 1).astype(np.float32)
    return np.stack([planes[:, b.top : b.bottom, b.left : b.right] for b in boxes])


def _psnr(result: Float, truth: Image8) -> float:
    image = result.mean(0, keepdims=True) if truth.shape[2] == 1 else result
    levels = np.clip(np.rint(image), 0, 255).astype(np.uint8)
    return psnr_y(levels.transpose(1, 2, 0), truth, SCALE)


def _record(name: str, result: Float, whole: Float, truth: Image8, pixels: int) -> Record:
    """result, and ``whole`` from whole statistics: (3, H, W) in levels, in place of ``truth``."""
    psnr, change = _psnr(result, truth), result - whole
    of = {"method": name, "psnr": psnr, "gain": psnr - _psnr(whole, truth), "pixels": pixels}
    return of | {"largest": float(np.abs(change).max()), "rms": float(np.sqrt((change**2).mean()))}


def _judged_boxes(width: int, height: int) -> list[Box]:
    """Six windows spread over a large picture, or all of a small one."""
    side = 128
    if width < 3 * side or height < 2 * side:
        return [Box(0, 0, width, height)]
    corners = itertools.product((1, 3, 5), (height // 4, height * 3 // 4))
    return [Box(0, 0, side, side).moved(width * n // 6 - 64, y - 64) for n, y in corners]


def _even_boxes(image: Image8, count: int, side: int, shifts: int) -> list[Box]:
    """Of so many shifts of one even sequence, that whose features are most like the image's."""
    height, width = image.shape[:2]
    grey = image.mean(2, dtype=np.float64)
    down, across = np.abs(np.gradient(grey))
    edges = down + across
    features = np.dstack((image, grey**2, across, down, edges**0.5, edges**2))
    spread = features[::8, ::8].std((0, 1)) + 1e-6
    step = np.array((0.7548776662466927, 0.5698402909980532))  # as in `fdiwn.enlarge.statistics`
    found = []
    for shift in range(shifts):
        centres = (0.5 + np.arange(shift * count, (shift + 1) * count)[:, None] * step) % 1
        corners = np.rint(centres * (width, height) - side / 2)
        corners = np.clip(corners, 0, (width - side, height - side)).astype(int)
        boxes = [Box(x, y, x + side, y + side) for x, y in corners.tolist()]
        means = [features[b.top : b.bottom, b.left : b.right].mean((0, 1)) for b in boxes]
        away = (np.mean(means, 0) - features.mean((0, 1))) / spread
        found.append((float(away @ away), boxes))
    return min(found, key=lambda pair: pair[0])[1]


def study_samples(network: Network, pair: Pair, methods: Sequence[str]) -> Iterator[Record]:
    height, width = pair.lr.shape[:2]
    boxes = _judged_boxes(width, height)
    edge = SCALE * 12 * (len(boxes) > 1)  # is shaved off the windows
    inner = (slice(edge, -edge or None), slice(edge, -edge or None))
    judged, scaled = _batch(pair.lr, boxes), [box.scaled(SCALE) for box in boxes]
    truth = np.concatenate([pair.hr[b.top : b.bottom, b.left : b.right][inner] for b in scaled])
    whole: Float | None = None
    for name in ("whole", *methods):
        count, side, cut = [int(n) for n in re.findall(r"\d+", f"{name}-0-0-0")][:3]
        with patch.multiple(statistics, SAMPLES=count, SAMPLE_SIDE=side, WHOLE_LIMIT=0):
            chosen = statistics.sample_boxes(width, height)
        if "even" in name or "match" in name:
            chosen = _even_boxes(pair.lr, count, side, 64 if "match" in name else 1)
        samples = _batch(pair.lr, chosen or [Box(0, 0, width, height)])
        output = network.run(judged, network.measure(samples, cut)[1])
        result = np.concatenate(list(output[:, :, *inner]), 1)
        whole = result if whole is None else whole
        yield _record(name, result, whole, truth, samples.size // 3)


def _enlarged(network: Network, window: Batch, turns: int) -> Float:
    """The mean of the window's enlargements, each turned, with its own statistics, turned back."""
    total = np.zeros((3, *(SCALE * n for n in window.shape[2:])), np.float32)
    for turn in range(turns):
        flipped = window[..., ::-1] if turn >= 4 else window
        output = network.measure(np.rot90(flipped, turn % 4, (2, 3)))[0][0]
        output = np.rot90(output, -(turn % 4), (1, 2))
        total += (output[..., ::-1] if turn >= 4 else output) / np.float32(turns)
    return total


def _windows(length: int, side: int, overlap: int) -> list[tuple[int, Float]]:
    """The start of each window along an axis, and its feathered weights (SCALE * side,)."""
    last = math.ceil((length - side) / (side - overlap))
    place = np.arange(0.5, SCALE * side) / SCALE
    windows = []
    for n in range(last + 1):
        near = np.minimum(place + side * (n == 0), side - place + side * (n == last))
        weight = np.sin(np.pi / 2 * np.minimum(near / max(overlap, 1), 1)) ** 2
        windows.append(((length - side) * n // max(last, 1), weight.astype(np.float32)))
    return windows


def _seam(change: Float, joins: Sequence[set[int]]) -> Record:
    """joins: rows and columns that begin behind one, which is where an input pixel begins."""
    found = {True: [0.0], False: [0.0]}
    for axis, at in zip((1, 2), joins, strict=True):
        steps = np.abs(np.diff(change, axis=axis)).mean((0, 3 - axis))
        for line in range(SCALE, change.shape[axis], SCALE):
            found[line in at].append(float(steps[line - 1]))
    return {"seam": max(found[True]), "elsewhere": max(found[False])}


def study_windows(network: Network, pair: Pair, methods: Sequence[str]) -> Iterator[Record]:
    height, width = pair.lr.shape[:2]
    image = _batch(pair.lr, [Box(0, 0, width, height)])
    whole = _enlarged(network, image, 1)
    yield _record("whole", whole, whole, pair.hr, height * width)
    for name in methods:
        sizes = {"w": 1 << 20, "o": 0, "x": 1}
        sizes |= {key: int(value) for key, value in re.findall(r"([wox])(\d+)", name)}
        sides = (min(sizes["w"], height), min(sizes["w"], width))
        axes = [_windows(n, s, sizes["o"]) for n, s in zip((height, width), sides, strict=True)]
        total, weights = np.zeros_like(whole), np.zeros_like(whole[0])
        for (top, in_y), (left, in_x) in itertools.product(*axes):
            window = image[:, :, top : top + sides[0], left : left + sides[1]]
            at = Box(left, top, left + sides[1], top + sides[0]).scaled(SCALE)
            where = (..., slice(at.top, at.bottom), slice(at.left, at.right))
            total[where] += np.outer(in_y, in_x) * _enlarged(network, window, sizes["x"])
            weights[where] += np.outer(in_y, in_x)
        result, pixels = total / weights, sizes["x"] * math.prod(sides) * math.prod(map(len, axes))
        joins = [{SCALE * (n + m) for n, _ in axes[i] for m in (0, sides[i])} for i in (0, 1)]
        yield _record(name, result, whole, pair.hr, pixels) | _seam(result - whole, joins)


HEADING = f"{'method':16}    psnr    gain   worst    best     rms largest   pixels  seam elsewhere"


def row(records: Sequence[Record]) -> str:
    """Means of PSNR, gain and rms, else the extremes."""
    keys = ("psnr", "gain", "rms", "largest", "pixels", "seam", "elsewhere")
    psnr, gain, rms, *others = ([r.get(key, 0.0) for r in records] for key in keys)
    means = (*map(fmean, (psnr, gain)), min(gain), max(gain), fmean(rms))
    text = f"{records[0]['method']:16}" + "".join(f" {n:7.3f}" for n in means)
    return text + "{:8.1f} {:8.0f} {:5.2f} {:9.2f}".format(*map(max, others))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("question", choices=("samples", "windows"))
    parser.add_argument("pictures", choices=("Set14", "photos"))
    parser.add_argument("out", type=Path)
    beside = Path(__file__).parents[3] / "shared"
    parser.add_argument("--data", type=Path, default=beside, help="holds benchmarks, photos, train")
    parser.add_argument("--weights", type=Path, default=beside / "weights/fdiwn_x4_authors.pt")
    parser.add_argument("--methods", nargs="+", choices=[*SAMPLES, *WINDOWS])
    arguments = parser.parse_args()
    samples = arguments.question == "samples"
    network, records = Network(arguments.weights), list[Record]()
    methods = arguments.methods or (SAMPLES if samples else WINDOWS)
    for pair in pictures(arguments.pictures, samples, arguments.data):
        print(f"{pair.name}, {pair.lr.shape[1]} x {pair.lr.shape[0]}\n{HEADING}")
        for record in (study_samples if samples else study_windows)(network, pair, methods):
            print(row([record]), flush=True)
            records.append({"picture": pair.name} | record)
        arguments.out.write_text(json.dumps(records, indent=1))
    print(f"all\n{HEADING}")
    for method in dict.fromkeys(r["method"] for r in records):
        print(row([r for r in records if r["method"] == method]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
