"""Results of pictures that no network has enlarged."""

from __future__ import annotations

from fdiwn.api.results import UpscaleResult


def result_for(
    size: tuple[int, int], scale: int, model: str = "fake", seconds: float = 1.5
) -> UpscaleResult:
    """Of a picture of this width and height."""
    return UpscaleResult(
        input_size=size,
        output_size=(size[0] * scale, size[1] * scale),
        model=model,
        scale=scale,
        steps=(scale,),
        device="cpu",
        backend="none",
        precision="float32",
        statistics="sample",
        quality="normal",
        seconds=seconds,
        fidelity_psnr=45.0,
        fidelity_max_difference=3.0,
    )
