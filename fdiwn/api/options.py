"""Options of one enlargement, and limits on the pictures read. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass

from fdiwn.api.cropping import Crop
from fdiwn.api.finishing import AS_MADE, Finish
from fdiwn.api.sizing import TargetSize

MAX_PIXELS = 500_000_000


@dataclass(frozen=True)
class Limits:
    """Limits on a picture; a small file can claim any size, so they are checked before decoding.

    pixels: width times height. memory: bytes for decoding, None for all free memory. damaged:
    accept what can be read of a damaged file.
    """

    pixels: int = MAX_PIXELS
    memory: int | None = None
    damaged: bool = False

    def __post_init__(self) -> None:
        if self.pixels < 1 or (self.memory is not None and self.memory < 1):
            raise ValueError(f"limits are above 0, not {self}")


DEFAULT_LIMITS = Limits()

SCALES = (2, 3, 4)
DEVICES = ("auto", "cpu", "gpu", "webgpu", "cuda", "mps", "intel-gpu")
BACKENDS = ("auto", "torch", "openvino", "onnxruntime")
PRECISIONS = ("auto", "float32", "bfloat16", "float16")
STATISTICS = ("sample", "whole")
QUALITIES = ("normal", "best")
MIN_TILE = 32
FORMATS = ("png", "jpeg", "tiff", "webp", "avif")
DEPTHS = ("auto", "8", "16")
STRIPS = ("none", "gps", "all")
SPACES = ("srgb", "p3", "adobe")


_ALLOWED: dict[str, tuple[object, ...]] = {
    "scale": SCALES,
    "device": DEVICES,
    "backend": BACKENDS,
    "precision": PRECISIONS,
    "statistics": STATISTICS,
    "quality": QUALITIES,
}


@dataclass(frozen=True)
class UpscaleOptions:
    """How to enlarge. Checked when made, so that a job cannot have invalid options.

    scale: 2, 3 or 4. model: a name of the models table, a path, or None for the best one installed
    at this scale. device, backend, precision: where and how the network runs, see
    `fdiwn.backends.choice`. tile: side of a tile in input pixels without its margins, None for
    automatic. statistics: "sample" measures large pictures by a sample, "whole" in one pass.
    quality: "best" averages the eight flips and rotations, with statistics of local windows (of the
    whole picture if statistics is "whole"), at about sixteen times the cost. limits: how large a
    picture may be. size: if given, the picture is brought to it in as many steps as needed, and
    scale is ignored. finish: strength and sharpening, at the final size. crop: used on reading, see
    `fdiwn.enlarge.stages.read_source`; only this part is measured and enlarged.
    """

    scale: int = 4
    model: str | None = None
    device: str = "auto"
    tile: int | None = None
    backend: str = "auto"
    precision: str = "auto"
    statistics: str = "sample"
    quality: str = "normal"
    limits: Limits = DEFAULT_LIMITS
    size: TargetSize | None = None
    finish: Finish = AS_MADE
    crop: Crop | None = None

    def __post_init__(self) -> None:
        for name, allowed in _ALLOWED.items():
            value = getattr(self, name)
            if value not in allowed:
                raise ValueError(f"{name} is one of {allowed}, not {value!r}")
        if self.tile is not None and self.tile < MIN_TILE:
            raise ValueError(f"tile is at least {MIN_TILE} pixels, not {self.tile}")


@dataclass(frozen=True)
class Reading:
    """The part of `SaveOptions` that affects the pixels to enlarge; the rest is used on writing.

    space: of SPACES, for pictures that are neither grey nor RGB. deep: in 16 bits, even if the
    picture has 8.
    """

    space: str = "srgb"
    deep: bool = False


PLAIN_READING = Reading()


@dataclass(frozen=True)
class SaveOptions:
    """How a result is written. Checked when made.

    format: of FORMATS, or None for the input's, if it can hold the result. quality: 1 to 100 for
    JPEG, WebP and AVIF, None for 95, 95 and 90. lossless: WebP and AVIF without loss. progressive:
    JPEG that loads coarse first; the encoder holds the whole picture, about 15 bytes a pixel, so
    None means up to 40 megapixels. depth: "auto" keeps 16 bits if the format can, "16" computes and
    writes 16 even for 8-bit pictures. strip: "gps" removes where the picture was taken, "all"
    everything but profile and density. provenance: note program, model and scale in the metadata,
    unless all is stripped. background: red, green, blue in 0..255, in the picture's own space,
    placed under transparent parts. convert: of SPACES, None keeps the picture's own.
    """

    format: str | None = None
    quality: int | None = None
    lossless: bool = False
    progressive: bool | None = None
    depth: str = "auto"
    strip: str = "none"
    provenance: bool = True
    background: tuple[int, int, int] | None = None
    convert: str | None = None

    def __post_init__(self) -> None:
        allowed = {
            "format": (None, *FORMATS),
            "depth": DEPTHS,
            "strip": STRIPS,
            "convert": (None, *SPACES),
        }
        for name, values in allowed.items():
            value = getattr(self, name)
            if value not in values:
                raise ValueError(f"{name} is one of {values}, not {value!r}")
        if self.quality is not None and not 1 <= self.quality <= 100:
            raise ValueError(f"quality is 1 to 100, not {self.quality}")
        if self.background is not None and not all(0 <= part <= 255 for part in self.background):
            raise ValueError(f"background is three numbers in 0..255, not {self.background}")

    @property
    def reading(self) -> Reading:
        return Reading(self.convert or "srgb", self.depth == "16")


AS_IT_IS = SaveOptions()
