"""Configuration of FDIWN variants. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace

ATTENTION_GROUPS = 6
UNITS = ("wide", "narrow", "plain")
_MOST_CHANNELS, _MOST_WIDTH = 240, 1000  # limits the memory that a file's header can request


@dataclass(frozen=True)
class Parts:
    """Which of the paper's parts are present; its ablations leave some out.

    interaction: the paper's bi-directional interaction. By its counts this is the one among an
    FSWG's WDIBs, ``conv``, ``fuse1`` and ``fuse2``, not the one inside a WDIB: exactly these 10,368
    parameters and 2.4e9 multiply-adds are missing without it. Without it the WDIBs are a plain
    chain.

    wirw: the weighted residual of an FSWG. The count identifies the WIRW here too. Without it the
    FSWG's input itself is added, with the same learnt scalar.

    units: of WIRW and WCRW. "wide" as published. "narrow": no wide residual, which the paper does
    not define; here there are as many hidden channels as input channels. "plain": see
    `fdiwn.network.units.PlainResidual`.

    distillation: the connection from the split-off half of each stream to its end, a gate. Without
    it the half is still split off, but unused; the paper does not define that either.

    scf: the fusion of a WDIB's streams. Without it they are concatenated, and a 1x1 convolution
    with bias reduces 2C channels to C; the paper does not say what it used.
    """

    interaction: bool = True
    wirw: bool = True
    units: str = "wide"
    distillation: bool = True
    scf: bool = True

    def __post_init__(self) -> None:
        if self.units not in UNITS:
            raise ValueError(f"units are {', '.join(UNITS)}, not {self.units!r}")
        for name in ("interaction", "wirw", "distillation", "scf"):
            if not isinstance(getattr(self, name), bool):
                raise ValueError(f"{name} is true or false, not {getattr(self, name)!r}")


WHOLE = Parts()


@dataclass(frozen=True)
class FDIWNConfig:
    """The parameters of an FDIWN variant. `for_scale` returns the published ones.

    width_wirw: hidden channels of WIRW. width_expand: of the WCRW 12->24. width_fuse: of the WCRW
    48->24 inside SCF. n_tail: channels between trunk and pixel shuffle. n_fswg: 3 for FDIWN, 2 for
    FDIWN-M; 1, used once, in ablations. mean_removed_skip: whether the skip to the output reads the
    image after Sub_mean (x4) or the raw one (x2, x3). n_wdib: WDIBs in an FSWG, 3; 1 in ablations.
    parts: for ablations. Raises ValueError for invalid values.
    """

    scale: int
    width_wirw: int = 48
    width_expand: int = 48
    width_fuse: int = 96
    n_tail: int = 64
    n_fswg: int = 3
    mean_removed_skip: bool = False
    n_channels: int = 24
    n_wdib: int = 3
    parts: Parts = WHOLE

    def __post_init__(self) -> None:
        if self.scale not in (2, 3, 4):
            raise ValueError(f"FDIWN exists for scales 2, 3 and 4, not {self.scale}")
        if self.n_fswg not in (1, 2, 3):
            raise ValueError(f"FDIWN has 3 FSWGs and FDIWN-M has 2, not {self.n_fswg}")
        if self.n_wdib not in (1, 3):
            raise ValueError(f"an FSWG of FDIWN has 3 WDIBs, in ablations 1, not {self.n_wdib}")
        if self.parts.interaction and self.n_wdib != 3:
            raise ValueError("the interaction of FDIWN is one among three WDIBs")
        if self.n_channels % (2 * ATTENTION_GROUPS):
            raise ValueError(f"n_channels must be a multiple of {2 * ATTENTION_GROUPS}")
        widths = (self.width_wirw, self.width_expand, self.width_fuse, self.n_tail)
        if not (
            0 < self.n_channels <= _MOST_CHANNELS and 0 < min(widths) <= max(widths) <= _MOST_WIDTH
        ):
            raise ValueError("a width of FDIWN is out of range")

    @classmethod
    def for_scale(cls, scale: int, variant: str = "FDIWN") -> FDIWNConfig:
        """The published configuration of ``variant`` ("FDIWN" or "FDIWN-M") at x2, x3 or x4."""
        if variant not in ("FDIWN", "FDIWN-M"):
            raise ValueError(f"variant is FDIWN or FDIWN-M, not {variant!r}")
        n_fswg = 3 if variant == "FDIWN" else 2
        if scale == 4:
            return cls(4, 60, 54, 108, n_tail=32, n_fswg=n_fswg, mean_removed_skip=True)
        return cls(scale, n_fswg=n_fswg)

    @property
    def variant(self) -> str:
        """The published network that this is, or is an ablation of."""
        return "FDIWN-M" if self.n_fswg == 2 else "FDIWN"

    @property
    def is_published(self) -> bool:
        """Whether this is one of the paper's networks, unchanged."""
        return self == self.for_scale(self.scale, self.variant)

    def as_dict(self) -> dict[str, object]:
        """Plain values, for headers of files."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> FDIWNConfig:
        """The inverse of `as_dict`. Raises ValueError for anything else, from any source."""
        known = {field.name for field in fields(cls)}
        parts = values.get("parts")
        if set(values) != known or not isinstance(parts, dict):
            raise ValueError("the entries are others")
        if set(parts) != {field.name for field in fields(Parts)}:
            raise ValueError("the parts are others")
        numbers = {name: value for name, value in values.items() if name != "parts"}
        for name, value in numbers.items():
            wanted = bool if name == "mean_removed_skip" else int
            if type(value) is not wanted:
                raise ValueError(f"{name} is {value!r}")
        return cls(**numbers, parts=Parts(**parts))  # type: ignore[arg-type]  # checked just above


@dataclass(frozen=True)
class Ablation:
    """One row of the slides.

    parts: those present. n_wdib: in the only FSWG. width: hidden channels of WIRW and of the WCRW
    12->24, twice as many of the WCRW 48->24; None for those of the published network. The rest are
    the paper's figures: parameters in thousands, multiply-adds in 1e9 for a result of 1280x720 by
    the paper's count, PSNR in dB and SSIM on Set5, all at x2.
    """

    study: str
    form: str
    parts: Parts
    n_wdib: int
    papers_parameters: int
    papers_multiply_adds: float
    psnr: float
    ssim: float
    width: int | None = None

    def config(self, scale: int) -> FDIWNConfig:
        """The network at x2, x3 or x4. Raises ValueError for another scale."""
        whole = FDIWNConfig.for_scale(scale)
        config = replace(whole, n_fswg=1, n_wdib=self.n_wdib, parts=self.parts)
        if self.width is None:
            return config
        return replace(
            config, width_wirw=self.width, width_expand=self.width, width_fuse=2 * self.width
        )


_GROUP, _UNITS, _BLOCK = "parts of FSWG", "WIRW and WCRW", "WRDC and SCF"
_ONE = Parts(interaction=False)  # a single WDIB has nothing to interact with
_NARROW_OPEN = Parts(interaction=False, units="narrow", distillation=False)
_OPEN = Parts(interaction=False, distillation=False, scf=False)

ABLATIONS: Mapping[str, Ablation] = {
    "group-baseline": Ablation(
        _GROUP, "neither", Parts(interaction=False, wirw=False), 3, 215, 22.0, 37.81, 0.9598
    ),
    "group-bi": Ablation(_GROUP, "BI", Parts(wirw=False), 3, 225, 24.4, 37.85, 0.9600),
    "group-bi-wirw": Ablation(_GROUP, "BI, WIRW", Parts(), 3, 230, 24.4, 37.88, 0.9600),
    "units-plain": Ablation(
        _UNITS, "plain residual blocks", replace(_ONE, units="plain"), 1, 152, 23.2, 37.70, 0.9594
    ),
    "units-48": Ablation(_UNITS, "48 channels", _ONE, 1, 96, 9.7, 37.64, 0.9592, width=48),
    "units-120": Ablation(_UNITS, "120 channels", _ONE, 1, 131, 9.7, 37.72, 0.9596, width=120),
    "block-baseline": Ablation(
        _BLOCK, "none", replace(_NARROW_OPEN, scf=False), 1, 59, 3.3, 37.52, 0.9587
    ),
    "block-wr": Ablation(_BLOCK, "WR", _OPEN, 1, 59, 4.9, 37.53, 0.9589),
    "block-scf": Ablation(_BLOCK, "SCF", _NARROW_OPEN, 1, 89, 6.5, 37.58, 0.9591),
    "block-wr-dc": Ablation(
        _BLOCK, "WR, DC", replace(_OPEN, distillation=True), 1, 65, 6.5, 37.59, 0.9590
    ),
    "block-wr-dc-scf": Ablation(_BLOCK, "WR, DC, SCF", _ONE, 1, 96, 9.7, 37.64, 0.9592),
}
"""By name, in the order of the slides."""
