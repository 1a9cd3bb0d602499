"""The models that this project trained and ships: their files, figures and training.

Written by resources/weights/publish.py, which keeps everything above `OWN_MODELS`.
"""

from __future__ import annotations

from typing import NamedTuple


class OwnModel(NamedTuple):
    """psnr: PSNR-Y in dB by benchmark, whole pictures, float32. pixels: LR pixels seen in training,
    in millions. hours: of training."""

    scale: int
    bytes: int
    sha256: str
    psnr: dict[str, float]
    pixels: float
    hours: float


OWN_MODELS: tuple[OwnModel, ...] = (
    OwnModel(
        scale=2,
        bytes=2_698_848,
        sha256="c501b4d3d87f66202b2951f8c95a61a4f2f48971354d433ea7c4e611c6784ab0",
        psnr={"Set5": 36.967, "Set14": 32.514},
        pixels=17.0,
        hours=1.0,
    ),
    OwnModel(
        scale=3,
        bytes=2_768_088,
        sha256="3b350171901caf9fba1fe881a1983ccc82626d9b9f07da5bed7d5154e5a3d0a0",
        psnr={"Set5": 32.652, "Set14": 29.152},
        pixels=3.8,
        hours=0.7,
    ),
    OwnModel(
        scale=4,
        bytes=2_837_488,
        sha256="1e6ae6041d4b5e33c6962dbafaff448df61effa94fced410972b5e193421f597",
        psnr={"Set5": 31.126, "Set14": 27.876},
        pixels=90.1,
        hours=9.4,
    ),
)
