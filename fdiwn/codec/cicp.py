"""Colours by the numbers of ITU-T H.273, which PNG (cICP), AVIF and HEIC (nclx) use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from fdiwn.codec import colour
from fdiwn.codec.icc import (
    BT709,
    D65,
    Place,
    Primaries,
    grey_profile,
    power_curve,
    rgb_profile,
    sampled_curve,
)

SRGB = (1, 13)
"""Primaries and transfer function."""
_UNSPECIFIED = 2
_C: Place = (0.310, 0.316)
_E: Place = (1 / 3, 1 / 3)
_BT601: Primaries = ((0.630, 0.340), (0.310, 0.595), (0.155, 0.070))
_P3: Primaries = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
_PRIMARIES: Mapping[int, tuple[Primaries, Place]] = {
    1: (BT709, D65),
    4: (((0.67, 0.33), (0.21, 0.71), (0.14, 0.08)), _C),
    5: (((0.64, 0.33), (0.29, 0.60), (0.15, 0.06)), D65),
    6: (_BT601, D65),
    7: (_BT601, D65),
    8: (((0.681, 0.319), (0.243, 0.692), (0.145, 0.049)), _C),
    9: (((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)), D65),
    10: (((1.0, 0.0), (0.0, 1.0), (0.0, 0.0)), _E),
    11: (_P3, (0.314, 0.351)),
    12: (_P3, D65),
    22: (((0.630, 0.340), (0.295, 0.605), (0.155, 0.077)), D65),
}


def _segments(a: float, slope: float, gamma: float, knee: float) -> Callable[[Any], Any]:
    """Linear up to the knee, then a power: the form of most transfer functions."""

    def light(value: Any) -> Any:
        return np.where(value < knee, value / slope, ((value + a - 1) / a) ** gamma)

    return light


_BT709 = _segments(1.09929682680944, 4.5, 1 / 0.45, 0.08124285829863)
_LIGHT: Mapping[int, Callable[[Any], Any]] = {
    **dict.fromkeys((1, 6, 11, 12, 14, 15), _BT709),
    7: _segments(1.11157219592173, 4.0, 1 / 0.45, 0.0912863421),
    9: lambda value: np.where(value <= 0, 0, 10 ** (2 * (value - 1))),
    10: lambda value: np.where(value <= 0, 0, 10 ** (2.5 * (value - 1))),
    13: _segments(1.055, 12.92, 2.4, 0.04045),
    17: lambda value: np.clip(value**2.6 * 52.37 / 48, 0, 1),
}
_POWERS = {4: 2.2, 5: 2.8, 8: 1.0}


def known(primaries: int, transfer: int) -> tuple[int, int] | None:
    """The two numbers, with sRGB's for an unspecified one; None if they define nothing.

    Reserved numbers, and two unspecified ones, define nothing. PQ and HLG are not supported here.
    """
    if primaries == transfer == _UNSPECIFIED:
        return None
    pair = (
        SRGB[0] if primaries == _UNSPECIFIED else primaries,
        SRGB[1] if transfer == _UNSPECIFIED else transfer,
    )
    return pair if pair[0] in _PRIMARIES and (pair[1] in _LIGHT or pair[1] in _POWERS) else None


def profile_for(cicp: tuple[int, int], *, grey: bool) -> bytes:
    """An ICC profile for a pair of numbers that `known` has returned."""
    if not grey and cicp == SRGB:
        return colour.profile_of("srgb")
    if not grey and cicp == (12, 13):
        return colour.profile_of("p3")
    primaries, transfer = cicp
    curve = _curve(transfer)
    name = f"H.273 primaries {primaries}, transfer {transfer}"
    if grey:
        return grey_profile(name, curve)
    places, white = _PRIMARIES[primaries]
    return rgb_profile(name, places, white, (curve,))


def srgb_curve() -> bytes:
    """The curve tag of sRGB."""
    return _curve(SRGB[1])


def _curve(transfer: int) -> bytes:
    if transfer in _POWERS:
        return power_curve(_POWERS[transfer])
    return sampled_curve(_LIGHT[transfer])
