"""Records of the benchmark of the whole way, and what follows from them. Nothing heavy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from fdiwn.diagnostics.speed_records import Machine

TOTAL = "total"
NETWORK = "network"


@dataclass(frozen=True)
class Windows:
    """What the network computes for a picture of width x height pixels.

    count: windows in the picture. width, height: of each of them, margins included. planes: how
    often each one is computed, 2 for a picture with alpha that varies. in_one_piece: the picture
    is small; measuring its statistics enlarges it too, and the network does not run again.
    """

    picture_width: int
    picture_height: int
    count: int
    width: int
    height: int
    planes: int = 1
    in_one_piece: bool = False

    @property
    def own_area(self) -> int:
        """The picture's pixels, in all planes."""
        return self.planes * self.picture_width * self.picture_height

    @property
    def margin_area(self) -> int:
        """The windows' pixels beyond these: margins are computed twice or more."""
        return self.planes * self.count * self.width * self.height - self.own_area


@dataclass(frozen=True)
class Round:
    """The seconds of one round.

    total: from file to file. window: of the network for one window, before and after that. decode,
    measure, encode: these steps alone. small: from picture to picture for a small picture, several
    times; small_network: of the network alone for the same, each just before.
    """

    total: float
    window: tuple[float, float]
    decode: float
    measure: float
    encode: float
    small: tuple[float, ...]
    small_network: tuple[float, ...]


@dataclass(frozen=True)
class Share:
    """One row. of_total and to_network: its time relative to the total's and to the network's for
    the picture's own pixels. All are medians over the rounds, so they add up only nearly."""

    name: str
    seconds: float
    of_total: float
    to_network: float


@dataclass(frozen=True)
class SmallPicture:
    """A small picture, from pixels to pixels, and the network alone. ratio: the median of those of
    neighbouring runs."""

    width: int
    height: int
    seconds: float
    network_seconds: float
    ratio: float


@dataclass(frozen=True)
class PipelineReport:
    """One run of the benchmark. picture: the file's name, or empty for the bundled sample. target:
    the name of its result. notes: of enlarging it."""

    machine: Machine
    model: str
    scale: int
    device: str
    library: str
    precision: str
    picture: str
    target: str
    windows: Windows
    rounds: tuple[Round, ...]
    shares: tuple[Share, ...]
    small: SmallPicture
    notes: tuple[str, ...] = ()

    @property
    def whole_to_network(self) -> float:
        """File to file, relative to the network alone for the picture's own pixels."""
        (total,) = (share for share in self.shares if share.name == TOTAL)
        return total.to_network


def seconds_of(measured: Round, windows: Windows) -> dict[str, float]:
    """The seconds of each share of one round, in the order of the way, the total last.

    "after" is what is left of the total: whatever follows the network and is not hidden beside it.
    It may be negative if the shares measured alone took longer than together.
    """
    per_pixel = sum(measured.window) / len(measured.window) / (windows.width * windows.height)
    network = per_pixel * windows.own_area
    margins = per_pixel * windows.margin_area
    statistics = measured.measure - (network if windows.in_one_piece else 0.0)
    after = measured.total - measured.decode - statistics - margins - network - measured.encode
    return {
        "decode": measured.decode,
        "statistics": statistics,
        "margins": margins,
        NETWORK: network,
        "after": after,
        "encode": measured.encode,
        TOTAL: measured.total,
    }


def shares_of(rounds: Sequence[Round], windows: Windows) -> tuple[Share, ...]:
    """The rows of the table. rounds: at least one."""
    each = [seconds_of(measured, windows) for measured in rounds]
    return tuple(_share(name, each) for name in each[0])


def _share(name: str, rounds: Sequence[dict[str, float]]) -> Share:
    seconds = median(each[name] for each in rounds)
    of_total = median(each[name] / each[TOTAL] for each in rounds)
    to_network = median(each[name] / each[NETWORK] for each in rounds)
    return Share(name, seconds, of_total, to_network)


def small_of(rounds: Sequence[Round], size: tuple[int, int]) -> SmallPicture:
    """The small picture's figures. size: width, height. rounds: at least one."""
    seconds = [s for measured in rounds for s in measured.small]
    network = [s for measured in rounds for s in measured.small_network]
    ratios = [whole / alone for whole, alone in zip(seconds, network, strict=True)]
    return SmallPicture(*size, median(seconds), median(network), median(ratios))
