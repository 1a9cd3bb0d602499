"""The record of a finished picture, as every way to enlarge one passes it on. Light."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class UpscaleResult:
    """How a picture was enlarged. Sizes are (width, height).

    input, output: paths, where it was written to a file. model: its name, or several joined by
    " + ". scale: how many times larger the sides are. steps: the scales of the network, one after
    the other. device, backend, precision: where the network ran in the end. fidelity_psnr (dB),
    fidelity_max_difference (of 255): see `fdiwn.enlarge.fidelity`. notes: what had to be tried
    before it worked, and what else the user should know.
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
    notes: tuple[str, ...] = ()

    @property
    def megapixels_per_second(self) -> float:
        """Of the result."""
        width, height = self.output_size
        return width * height / 1e6 / self.seconds
