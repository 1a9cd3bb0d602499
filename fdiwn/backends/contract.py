"""The interface of back ends, and the check of the tiles that they compute."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from fdiwn.api.errors import FaultyTile
from fdiwn.api.progress import ShouldStop, never
from fdiwn.api.tiles import MOST_MARGIN
from fdiwn.pixels.filters import channel_means
from fdiwn.pixels.planes import Batch

Gates = NDArray[np.float32]
"""(1, K, 1, 1), see `fdiwn.network.folding`."""
Pass = tuple[Batch, Gates]
"""The input of one pass of the network: a window (1, 3, H, W) and the gates of its picture."""

Shape = tuple[int, ...]


class CannotConvert(TypeError):
    """A network has an operation that the graphs of OpenVINO or ONNX Runtime are not made of."""


Outputs = Generator[Batch, None, None]
"""Enlargements, one per pass. Closing the generator stops passes in progress."""


Cut = tuple[int, int]
"""Rows and columns at each edge of a sample that are left out of the statistics."""
NO_CUT: Cut = (0, 0)


class Backend(Protocol):
    """One folded network, ready to run.

    name: "torch" or "openvino". device: where it computes. precision: of `run`, one of PRECISIONS;
    `measure` always uses float32. margin: input pixels that a window needs around its own area.
    notes: information on its results for the user. Both methods raise `OutOfMemory`, `DeviceFault`,
    and `Cancelled` soon after ``should_stop`` returns True.
    """

    name: str
    device: str
    precision: str

    @property
    def scale(self) -> int: ...

    @property
    def margin(self) -> int: ...

    @property
    def notes(self) -> tuple[str, ...]: ...

    def measure(
        self, samples: Batch, cut: Cut = NO_CUT, should_stop: ShouldStop = never
    ) -> tuple[Batch, Gates]:
        """Measures the samples as one image; returns their enlargements (N, 3, sH, sW) and the
        image's gates."""
        ...

    def run(self, passes: Iterable[Pass], should_stop: ShouldStop = never) -> Outputs:
        """Yields the enlargement (1, 3, sH, sW), not clamped, of each window in order.

        Fetches the next window before it yields, so that the device does not wait. An enlargement
        is valid until the next one is requested; the caller may change it.
        """
        ...


def notes_on(margin: int) -> tuple[str, ...]:
    """For a back end with this margin: whether tiles may differ from the whole picture."""
    if margin < MOST_MARGIN:
        return ()
    return (f"this network looks {margin} pixels far, or further: seams between tiles may show",)


@runtime_checkable
class MeasuresEach(Protocol):
    """A back end that can process several small pictures in one pass. On a GPU that is faster."""

    def measure_each(self, pictures: Batch) -> tuple[Batch, Gates]:
        """As `Backend.measure`, but each picture (N, 3, H, W) is a separate image with its own row
        of the gates (N, K, 1, 1)."""
        ...


@runtime_checkable
class Releases(Protocol):
    """A back end that holds memory between two passes."""

    def release(self) -> None:
        """Releases memory that can be allocated again; no pass may be running. The next pass takes
        a little longer."""
        ...


@runtime_checkable
class Prepares(Protocol):
    """A back end that must load something for each shape before it can compute it."""

    def prepare(self, window: Shape) -> None:
        """Starts to load what `run` needs for windows (1, 3, H, W), on a background thread. Errors
        are raised by the `run` that needs it."""
        ...

    def load_measuring(self, samples: Shape, cut: Cut) -> None:
        """Loads what `measure` needs for samples (N, 3, H, W) with this cut."""
        ...


# One-pixel checkerboards, the worst of the pictures tried, reach 1,010 levels beyond 0..255 with
# the authors' weights and change their average by 14; photographs stay within 100 and 1.
MOST_BEYOND = 4096.0
MOST_SHIFT = 64.0


def check_tile(window: Batch, output: Batch, where: str) -> None:
    """Raises FaultyTile if ``output`` cannot be the enlargement of ``window``.

    It must be finite, not far outside 0..255, and have the average of the window. Both are (N, 3,
    H, W) in 0..255; ``where`` names the tile in the message.
    """
    low, high = float(output.min()), float(output.max())
    if not (low > -MOST_BEYOND and high < 255 + MOST_BEYOND):  # also if they are not numbers
        raise _faulty(where, f"its levels reach from {low:.0f} to {high:.0f}")
    shifts = channel_means(output) - channel_means(window)
    shift = float(abs(shifts).max())
    if shift > MOST_SHIFT:
        raise _faulty(where, f"its average is off by {shift:.0f} of 255")


def _faulty(where: str, why: str) -> FaultyTile:
    return FaultyTile(f"{where} came out wrong", why, "Try another model; this one may be damaged")
