"""What is wanted of one picture: how it is enlarged, how it is written, and whereto."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from fdiwn.options import AS_IT_IS, SaveOptions, UpscaleOptions

TEMPLATE = "{name}_{scale}x"


class Where(Enum):
    """ASK: a result waits in the window until the user saves it. Else it is saved at once."""

    ASK = "ask"
    BESIDE = "beside"
    FOLDER = "folder"


@dataclass(frozen=True)
class Destination:
    """folder: for `Where.FOLDER`. template: the name without its ending, see `fdiwn.naming`.

    overwrite: replace what has that name; else the new file gets a number.
    """

    where: Where = Where.ASK
    folder: Path | None = None
    template: str = TEMPLATE
    overwrite: bool = False


@dataclass(frozen=True)
class Order:
    upscale: UpscaleOptions
    save: SaveOptions = AS_IT_IS
    destination: Destination = Destination()
