"""The record of a finished picture, returned by every way to enlarge one. Light."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class UpscaleResult:
    """How a picture was enlarged. Sizes are (width, height).

    input, output: paths, if there are files. model: its name, or several joined by " + ". scale:
    the enlargement of the sides. steps: the scales of the network, in order. device, backend,
    precision: where the network finally ran. fidelity_psnr (dB), fidelity_max_difference (of 255):
    see `fdiwn.enlarge.fidelity`, of the enlargement before it was finished. finish: what was done
    then, such as "strength 60 %". notes: failed attempts, and other information for the user.
    """

    input: str = ""
    output: str = ""
    input_size: tuple[int, int]
    output_size: tuple[int, int]
    model: str
    scale: float
    steps: tuple[int, ...]
    device: str
    backend: str
    precision: str
    statistics: str
    quality: str
    seconds: float
    fidelity_psnr: float
    fidelity_max_difference: float
    finish: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def megapixels_per_second(self) -> float:
        """The size of the result."""
        width, height = self.output_size
        return width * height / 1e6 / self.seconds
