"""The networks that the paper compares FDIWN with: where they were published, how they are built.

A network is imported when it is built, so this table is light.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True)
class Comparator:
    """A published network. build: scale (2, 3 or 4) to a new network, with the tensor contract of
    `fdiwn.network.network`. parameters: published, thousands, by scale. multiply_adds: published,
    1e9 for a result of 1280x720, by scale. note: why ours differs from these, if it does."""

    name: str
    year: int
    paper: str
    build: Callable[[int], nn.Module]
    parameters: Mapping[int, float]
    multiply_adds: Mapping[int, float]
    note: str = ""


def _srcnn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.srcnn import SRCNN

    return SRCNN(scale)


def _fsrcnn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.fsrcnn import FSRCNN

    return FSRCNN(scale)


def _vdsr(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.vdsr import VDSR

    return VDSR(scale)


def _drcn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.drcn import DRCN

    return DRCN(scale)


def _lapsrn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.lapsrn import LapSRN

    return LapSRN(scale)


def _idn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.idn import IDN

    return IDN(scale)


def _carn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.carn import CARN

    return CARN(scale)


def _carn_m(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.carn import CARN

    return CARN(scale, mobile=True)


def _imdn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.imdn import IMDN

    return IMDN(scale)


def _awsrn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.awsrn import AWSRN

    return AWSRN(scale)


def _madnet(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.madnet import MADNet

    return MADNet(scale)


def _slwsr(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.slwsr import SLWSR

    return SLWSR(scale)


def _rfdn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.rfdn import RFDN

    return RFDN(scale)


def _maffsrn(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.maffsrn import MAFFSRN

    return MAFFSRN(scale)


def _lapar(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.lapar import LAPAR

    return LAPAR(scale)


def _ecbsr(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.ecbsr import ECBSR

    return ECBSR(scale)


def _msfin(scale: int) -> nn.Module:
    from fdiwn.lab.comparators.msfin import MSFIN

    return MSFIN(scale)


_CARN_PAPER = (
    "Ahn, Kang, Sohn: Fast, Accurate, and Lightweight Super-Resolution with Cascading Residual "
    "Network, ECCV 2018, arXiv 1803.08664"
)
_CARN_NOTE = "The published parameters are those of one network with a tail for each scale."

COMPARATORS: tuple[Comparator, ...] = (
    Comparator(
        "SRCNN",
        2014,
        "Dong, Loy, He, Tang: Learning a Deep Convolutional Network for Image Super-Resolution, "
        "ECCV 2014, arXiv 1501.00092",
        _srcnn,
        {2: 57, 3: 57, 4: 57},
        {2: 52.7, 3: 52.7, 4: 52.7},
    ),
    Comparator(
        "FSRCNN",
        2016,
        "Dong, Loy, Tang: Accelerating the Super-Resolution Convolutional Neural Network, "
        "ECCV 2016, arXiv 1608.00367",
        _fsrcnn,
        {2: 12, 3: 12, 4: 12},
        {2: 6.0, 3: 5.0, 4: 4.6},
        "The published parameters are without biases and slopes.",
    ),
    Comparator(
        "VDSR",
        2016,
        "Kim, Lee, Lee: Accurate Image Super-Resolution Using Very Deep Convolutional Networks, "
        "CVPR 2016, arXiv 1511.04587",
        _vdsr,
        {2: 665, 3: 665, 4: 665},
        {2: 612.6, 3: 612.6, 4: 612.6},
    ),
    Comparator(
        "DRCN",
        2016,
        "Kim, Lee, Lee: Deeply-Recursive Convolutional Network for Image Super-Resolution, "
        "CVPR 2016, arXiv 1511.04491",
        _drcn,
        {2: 1774, 3: 1774, 4: 1774},
        {2: 17974.3, 3: 17974.3, 4: 17974.3},
    ),
    Comparator(
        "LapSRN",
        2017,
        "Lai, Huang, Ahuja, Yang: Deep Laplacian Pyramid Networks for Fast and Accurate "
        "Super-Resolution, CVPR 2017, arXiv 1704.03915",
        _lapsrn,
        {4: 813},
        {4: 149.4},
        "The published figures count the transposed convolutions of 4x4 as 3x3. x3 is the network "
        "of x4, reduced.",
    ),
    Comparator(
        "IDN",
        2018,
        "Hui, Wang, Gao: Fast and Accurate Single Image Super-Resolution via Information "
        "Distillation Network, CVPR 2018, arXiv 1803.09454",
        _idn,
        {2: 590, 3: 590, 4: 590},
        {2: 174.1, 3: 105.6, 4: 81.9},
        "With three colours, as the tables count it; in its own paper for luma, 553K.",
    ),
    Comparator(
        "CARN",
        2018,
        _CARN_PAPER,
        _carn,
        {2: 1592, 3: 1592, 4: 1592},
        {2: 222.8, 3: 118.8, 4: 90.9},
        _CARN_NOTE,
    ),
    Comparator(
        "CARN-M",
        2018,
        _CARN_PAPER,
        _carn_m,
        {2: 412, 3: 412, 4: 412},
        {2: 91.2, 3: 46.1, 4: 32.5},
        _CARN_NOTE,
    ),
    Comparator(
        "IMDN",
        2019,
        "Hui, Gao, Yang, Wang: Lightweight Image Super-Resolution with Information "
        "Multi-distillation Network, ACM Multimedia 2019, arXiv 1909.11856",
        _imdn,
        {2: 694, 3: 703, 4: 715},
        {2: 158.8, 3: 71.5, 4: 40.9},
    ),
    Comparator(
        "AWSRN-M",
        2019,
        "Wang, Li, Shi: Lightweight Image Super-Resolution with Adaptive Weighted Learning "
        "Network, arXiv 1904.02358",
        _awsrn,
        {2: 1063, 3: 1143, 4: 1254},
        {2: 244.1, 3: 116.6, 4: 72.0},
    ),
    Comparator(
        "MADNet",
        2020,
        "Lan, Sun, Liu, Lu, Pang, Luo: MADNet: A Fast and Lightweight Network for Single-Image "
        "Super Resolution, IEEE Transactions on Cybernetics 51, 2021",
        _madnet,
        {2: 878, 3: 930, 4: 1002},
        {2: 187.1, 3: 88.4, 4: 54.1},
        "The parts are those of the article's abstract; their form and widths are chosen here, "
        "after its counts.",
    ),
    Comparator(
        "s-LWSR",
        2020,
        "Li, Liu, Wang, Qi, Shi: s-LWSR: Super Lightweight Super-Resolution Network, IEEE "
        "Transactions on Image Processing 29, 2020, arXiv 1909.10774",
        _slwsr,
        {4: 571},
        {},
        "With 32 channels. The tables of FDIWN's paper do not have it.",
    ),
    Comparator(
        "RFDN",
        2020,
        "Liu, Tang, Wu: Residual Feature Distillation Network for Lightweight Image "
        "Super-Resolution, AIM workshop at ECCV 2020, arXiv 2009.11551",
        _rfdn,
        {2: 534, 3: 541, 4: 550},
        {3: 55.4, 4: 31.6},
        "The published parameters leave out the convolutions inside the attention ESA, all but its "
        "first and last.",
    ),
    Comparator(
        "MAFFSRN",
        2020,
        "Muqeet, Hwang, Yang, Kang, Kim, Bae: Multi-Attention Based Ultra Lightweight Image "
        "Super-Resolution, AIM workshop at ECCV 2020, arXiv 2008.12912",
        _maffsrn,
        {2: 402, 3: 418, 4: 441},
        {2: 77.2, 3: 34.2, 4: 19.3},
        "The published multiply-adds leave out convolutions with weight normalisation, as FDIWN's.",
    ),
    Comparator(
        "LAPAR-A",
        2020,
        "Li, Zhou, Qi, Jiang, Lu, Jia: LAPAR: Linearly-Assembled Pixel-Adaptive Regression Network "
        "for Single Image Super-Resolution and Beyond, NeurIPS 2020, arXiv 2105.10422",
        _lapar,
        {2: 548, 3: 594, 4: 659},
        {2: 171.0, 3: 114, 4: 94},
        "The filters of the dictionary are chosen here.",
    ),
    Comparator(
        "ECBSR",
        2021,
        "Zhang, Zeng, Zhang: Edge-oriented Convolution Block for Real-time Super Resolution on "
        "Mobile Devices, ACM Multimedia 2021",
        _ecbsr,
        {2: 596, 4: 603},
        {2: 137.31, 4: 34.73},
        "Counted in the folded form, for luma.",
    ),
    Comparator(
        "MSFIN",
        2021,
        "Wang, Gao, Li, Yu, Lu: Lightweight Image Super-Resolution with Multi-scale Feature "
        "Interaction Network, ICME 2021, arXiv 2103.13028",
        _msfin,
        {},
        {},
        "In the form that its authors published. The tables of FDIWN's paper do not have it.",
    ),
)
"""In the order of publication."""


def comparator(name: str) -> Comparator:
    """The network of this name. Raises ValueError for any other name."""
    for known in COMPARATORS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in COMPARATORS)
    raise ValueError(f"the comparison networks are {names}, not {name!r}")
