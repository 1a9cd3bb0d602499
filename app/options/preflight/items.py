"""Records of the pre-flight: a picture, a finding, an estimate."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.settings.order import Order


@dataclass(frozen=True)
class Item:
    """A picture that is about to be enlarged. size: width and height. bits: 8 or 16."""

    id: int
    source: Path
    size: tuple[int, int]
    order: Order
    bands: int = 3
    bits: int = 8


@dataclass(frozen=True)
class Finding:
    """A finding about one picture. todo: what helps, may be empty. blocks: it cannot run."""

    id: int
    text: str
    todo: str = ""
    blocks: bool = True


@dataclass(frozen=True)
class Estimate:
    """What one picture will take. Sizes in pixels, bytes; seconds None where nobody knows yet."""

    size: tuple[int, int]
    target: Path | None
    file: int
    scratch: int
    kept: int
    seconds: float | None


class DiskInfo(Protocol):
    """What the checks ask about disks; `app.options.preflight.disks.Disks` answers."""

    def free(self, folder: Path) -> int | None:
        """Bytes; None where that cannot be said."""
        ...

    def names(self, folder: Path) -> frozenset[str] | None:
        """What lies in a folder, as `os.path.normcase` writes it; None if there is none."""
        ...

    def writable(self, folder: Path) -> bool: ...
