"""The eight ways to turn and mirror a picture on its pixel grid."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Float = NDArray[np.float32]


@dataclass(frozen=True)
class Orientation:
    """Flips, then perhaps swaps rows and columns."""

    flip_rows: bool = False
    flip_columns: bool = False
    transpose: bool = False

    def apply(self, images: Float) -> Float:
        """(N, 3, H, W) to the same, turned: (N, 3, W, H) if transposed. C-contiguous."""
        turned = images[:, :, :: self._step(self.flip_rows), :: self._step(self.flip_columns)]
        return np.ascontiguousarray(turned.swapaxes(2, 3) if self.transpose else turned)

    def undo(self, images: Float) -> Float:
        """What `apply` was given, for images of any size. May be a view."""
        back = images.swapaxes(2, 3) if self.transpose else images
        return back[:, :, :: self._step(self.flip_rows), :: self._step(self.flip_columns)]

    @staticmethod
    def _step(flip: bool) -> int:
        return -1 if flip else 1


UPRIGHT = (Orientation(),)
ALL_EIGHT = tuple(
    Orientation(rows, columns, transpose)
    for transpose, rows, columns in itertools.product((False, True), repeat=3)
)
