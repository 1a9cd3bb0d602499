"""Records of the state of the GPU pack. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """NO_DRIVER: there is no NVIDIA driver, so nothing is offered. BUILT_IN: this installation has
    CUDA without a pack. NONE: no pack is known for this
    system, driver and version. OFFERED: one can be installed. UNUSED: one is installed, and
    `reason` says why it is not used. GOOD: one is installed and passed its test."""

    NO_DRIVER = "no driver"
    BUILT_IN = "not needed"
    NONE = "none"
    OFFERED = "offered"
    UNUSED = "installed, not used"
    GOOD = "installed"


class Action(Enum):
    """What can be done with the pack."""

    INSTALL = "install"
    TEST = "test"
    REMOVE = "remove"


@dataclass(frozen=True)
class PackReport:
    """driver, cuda: as "12.8"; what the driver knows, what the pack is made for. gpu: the card that
    was tested. download, needed, size, free: bytes to fetch, to have free for that, taken by an
    installed pack, free now. active: this process computes with it. outdated: ids of packs of
    another version, which can only be removed. leftover: an installation was not finished, or a
    pack is damaged. later: it is removed with the next start.
    """

    state: State
    folder: str
    reason: str = ""
    driver: str = ""
    id: str = ""
    cuda: str = ""
    gpu: str = ""
    download: int = 0
    needed: int = 0
    size: int = 0
    free: int = 0
    active: bool = False
    outdated: tuple[str, ...] = ()
    leftover: bool = False
    later: bool = False
