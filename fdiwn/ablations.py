"""The forms that the paper compares with FDIWN in its ablations. Imports nothing heavy.

All were trained at x2 and scored on Set5. What each is made of the paper says in words only; what
could be told from its counts was, see `fdiwn.network_config.Parts`:

- the FSWG's parts: FDIWN with one FSWG, which is used once. Parameters and multiply-adds of all
  three rows come out as the slides have them.
- WIRW and WCRW; wide residual, distillation connection and SCF: FDIWN with one FSWG of one WDIB.
  Its 96,000 parameters come out, those of plain residual blocks as well, and the multiply-adds do
  not: the paper's network had a smaller head or tail, which is not told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fdiwn.network_config import FDIWNConfig, Parts


@dataclass(frozen=True)
class Ablation:
    """One row of the slides.

    parts: what is there. n_wdib: in the only FSWG. width: hidden channels of WIRW and of the WCRW
    12->24, twice as many of the WCRW 48->24; None for those of the published network. The rest are
    the paper's figures: parameters in thousands, multiply-adds in 1e9 for a result of 1280x720 as
    the paper counts them, PSNR in dB and SSIM on Set5, all at x2.
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
_ONE = Parts(interaction=False)  # with one WDIB there is nothing to interact with
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
