"""Records of the pre-flight: a picture, a finding, an estimate."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.settings.order import Order


@dataclass(frozen=True)
class Item:
    """A picture to enlarge. size: width and height of all or the part that is enlarged. bits: 8 or
    16."""

    id: int
    source: Path
    size: tuple[int, int]
    order: Order
    bands: int = 3
    bits: int = 8


@dataclass(frozen=True)
class Finding:
    """A finding about one picture. todo: a suggestion, may be empty. blocks: it cannot run."""

    id: int
    text: str
    todo: str = ""
    blocks: bool = True


@dataclass(frozen=True)
class Estimate:
    """The cost of one picture. Sizes in pixels and bytes; seconds None if unknown."""

    size: tuple[int, int]
    target: Path | None
    file: int
    scratch: int
    kept: int
    seconds: float | None


class DiskInfo(Protocol):
    """Disk queries of the checks; implemented by `app.options.preflight.disks.Disks`."""

    def free(self, folder: Path) -> int | None:
        """Free bytes; None if unknown."""
        ...

    def names(self, folder: Path) -> frozenset[str] | None:
        """Names in a folder, in the form of `os.path.normcase`; None if it does not exist."""
        ...

    def writable(self, folder: Path) -> bool: ...
