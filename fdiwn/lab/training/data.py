"""Cuts training patches on the fly from decoded photographs in memory."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import torch
from torch import Tensor

from fdiwn.api.errors import InputError
from fdiwn.api.files import work_folder
from fdiwn.api.final_name import give_name
from fdiwn.lab.evaluation.datasets import Pair, as_image8, as_tensor, read_image8
from fdiwn.lab.evaluation.imresize import imresize_8bit

SUFFIXES = (".webp", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
SHRINKS = (Fraction(1), Fraction(3, 4), Fraction(1, 2))  # HR reduced first: sharper, other sizes
HELD_OUT = 16  # every 16th photograph is for judging
JUDGED = 96  # LR pixels: side of the judged part
GRID = 4  # patch origins lie on this grid of LR pixels

Degrade = Callable[[Tensor, torch.Generator], Tensor]
"""Maps an HR patch batch (N, 3, sH, sW), float 0..255, to its LR (N, 3, H, W) in whole levels."""


@dataclass(frozen=True)
class TrainingImage:
    """One photograph at one size: uint8 (3, H, W) low and (3, sH, sW) high resolution.

    number: of the photograph, the same for all its sizes.
    """

    lr: Tensor
    hr: Tensor
    number: int = 0


def load_images(
    folder: Path,
    scale: int,
    device: torch.device,
    on_progress: Callable[[int, int], None] | None = None,
) -> list[TrainingImage]:
    """Every picture of ``folder`` at all SHRINKS, as uint8 on ``device``, grey ones as RGB.

    LR is rounded to 8 bits, as in the benchmarks. Raises InputError for an empty folder.
    """
    images = []
    files = _pictures(folder)
    for done, file in enumerate(files):
        full = as_tensor(read_image8(file)).to(device).expand(3, -1, -1)
        for shrink in SHRINKS:
            small = full if shrink == 1 else imresize_8bit(full, shrink)
            h, w = (n // scale * scale for n in small.shape[-2:])
            hr = small[:, :h, :w].contiguous()
            images.append(TrainingImage(imresize_8bit(hr, Fraction(1, scale)), hr, done))
        if on_progress:
            on_progress(done + 1, len(files))
    return images


def kept_images(folder: Path, scale: int, keep: Path) -> list[TrainingImage]:
    """Caches `load_images`, which takes minutes, in a file that later runs map into memory.

    keep: the file; rebuilt if the pictures have changed. Raises InputError and OSError.
    """
    stamp = [
        [scale, *map(str, SHRINKS)],
        *([p.name, p.stat().st_size, p.stat().st_mtime_ns] for p in _pictures(folder)),
    ]
    try:
        kept = torch.load(keep, mmap=True, weights_only=True)
    except (OSError, RuntimeError, pickle.UnpicklingError, EOFError):
        kept = {}
    if kept.get("stamp") != stamp:
        images = load_images(folder, scale, torch.device("cpu"))
        rows = [[image.lr, image.hr, image.number] for image in images]
        with work_folder(keep.parent) as unfinished:
            torch.save({"stamp": stamp, "images": rows}, unfinished / "file")
            give_name(unfinished / "file", keep, replaces=True)
        kept = torch.load(keep, mmap=True, weights_only=True)
    return [TrainingImage(*row) for row in kept["images"]]


def _pictures(folder: Path) -> list[Path]:
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)
    if not files:
        raise InputError(
            f"No pictures to train on in {folder}", f"there is no {', '.join(SUFFIXES)} file"
        )
    return files


def held_out(images: list[TrainingImage], scale: int) -> tuple[list[TrainingImage], list[Pair]]:
    """Divides the photographs into those for learning and those for judging.

    Every HELD_OUT-th is held out, and the middle of its largest size is used for judging.
    """
    numbers = sorted({image.number for image in images})
    kept = set(numbers[HELD_OUT - 1 :: HELD_OUT])
    pairs, seen = [], set[int]()
    for image in images:
        if image.number in kept and image.number not in seen:
            seen.add(image.number)
            low, high = _middle(image.lr.cpu(), JUDGED), _middle(image.hr.cpu(), scale * JUDGED)
            pairs.append(Pair(str(image.number), as_image8(low), as_image8(high)))
    return [image for image in images if image.number not in kept], pairs


def _middle(picture: Tensor, side: int) -> Tensor:
    h, w = picture.shape[-2:]
    top, left = max(0, h - side) // 2, max(0, w - side) // 2
    return picture[:, top : top + side, left : left + side]


class PatchSource:
    """Draws aligned patch pairs, more often from detailed parts, flipped and turned at random."""

    def __init__(
        self, images: list[TrainingImage], scale: int, patch: int, degrade: Degrade | None = None
    ) -> None:
        self._images = [i for i in images if min(i.lr.shape[-2:]) >= patch]
        if not self._images:
            raise InputError(
                f"No picture is large enough for patches of {patch} pixels at x{scale}",
                todo="Use a smaller --patch or larger pictures.",
            )
        self._scale, self._patch, self._degrade = scale, patch, degrade
        tables = [self._origins(n, image.lr) for n, image in enumerate(self._images)]
        self._origin = torch.cat([origin for origin, _ in tables])
        self._cumulative = torch.cat([weight for _, weight in tables]).double().cumsum(0)

    def _origins(self, number: int, lr: Tensor) -> tuple[Tensor, Tensor]:
        """All origins (n, 3) = (image, y, x) in one image, and their weights for drawing.

        The weight is the patch's mean gradient plus 2 levels, so that skies are drawn too.
        """
        grey = lr.float().mean(0, keepdim=True)
        gradient = torch.zeros_like(grey)
        gradient[:, 1:] += grey.diff(dim=1).abs()
        gradient[:, :, 1:] += grey.diff(dim=2).abs()
        detail = torch.nn.functional.avg_pool2d(gradient[None], self._patch, GRID)[0, 0].cpu()
        y, x = torch.meshgrid(
            torch.arange(detail.shape[0]), torch.arange(detail.shape[1]), indexing="ij"
        )
        origin = torch.stack((torch.full_like(y, number), y * GRID, x * GRID), -1).view(-1, 3)
        return origin, detail.flatten() + 2.0

    def batch(self, count: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
        """``count`` pairs: float 0..255, LR (N, 3, P, P) and HR (N, 3, sP, sP)."""
        draw = torch.rand(count, generator=generator, dtype=torch.float64) * self._cumulative[-1]
        rows = self._origin[
            torch.searchsorted(self._cumulative, draw).clamp_max(len(self._cumulative) - 1)
        ].tolist()
        turns = torch.randint(0, 8, (count,), generator=generator).tolist()
        low, high = [], []
        for (number, y, x), turn in zip(rows, turns, strict=True):
            image, p, s = self._images[number], self._patch, self._scale
            low.append(_turn(image.lr[:, y : y + p, x : x + p], turn))
            high.append(_turn(image.hr[:, s * y : s * (y + p), s * x : s * (x + p)], turn))
        hr = torch.stack(high).float()
        if self._degrade is not None:
            return self._degrade(hr, generator), hr
        return torch.stack(low).float(), hr


def _turn(patch: Tensor, turn: int) -> Tensor:
    """One of the eight flips and quarter turns."""
    turned = torch.rot90(patch, turn % 4, (-2, -1))
    return turned.flip(-1) if turn >= 4 else turned
