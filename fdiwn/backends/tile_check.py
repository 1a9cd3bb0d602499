"""Never a bad picture: what an enlargement must be like, whatever computed it."""

from __future__ import annotations

from fdiwn.api.errors import FaultyTile
from fdiwn.pixels.planes import Batch

# One-pixel checkerboards, the worst of the pictures tried, reach 1,010 levels beyond 0..255 with
# the authors' weights and change their average by 14; photographs stay within 100 and 1.
MOST_BEYOND = 4096.0
MOST_SHIFT = 64.0


def check_tile(window: Batch, output: Batch, where: str) -> None:
    """Raises FaultyTile where ``output`` cannot be the enlargement of ``window``.

    It must be finite, not far out of 0..255, and have the average of the window. Both are
    (N, 3, H, W) in 0..255; ``where`` names the tile in the message.
    """
    low, high = float(output.min()), float(output.max())
    if not (low > -MOST_BEYOND and high < 255 + MOST_BEYOND):  # also where they are not numbers
        raise _faulty(where, f"its levels reach from {low:.0f} to {high:.0f}")
    shifts = output.mean((0, 2, 3)) - window.mean((0, 2, 3))
    shift = float(abs(shifts).max())
    if shift > MOST_SHIFT:
        raise _faulty(where, f"its average is off by {shift:.0f} of 255")


def _faulty(where: str, why: str) -> FaultyTile:
    return FaultyTile(f"{where} came out wrong", why, "Try another model; this one may be damaged")
