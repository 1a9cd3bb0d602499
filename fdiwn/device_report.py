"""What the engine finds out about where it can compute. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Device:
    """One of `fdiwn.options.DEVICES`.

    name: as its maker calls it. present: whether the engine can use it here. backend, precisions:
    what would compute, and how precisely it can. fastest: the precision of "auto". threads: of a
    CPU, 0 elsewhere. memory, free: bytes, 0 where nobody says. unsupported: it is missing because
    this installation cannot use such a device, not because there is none.
    """

    id: str
    name: str = ""
    present: bool = False
    backend: str = ""
    precisions: tuple[str, ...] = ()
    fastest: str = ""
    threads: int = 0
    memory: int = 0
    free: int = 0
    unsupported: bool = False


def chosen(devices: tuple[Device, ...], wanted: str) -> Device | None:
    """The device that "auto" or another choice means; None where it is not there.

    devices: in the order of preference.
    """
    found = (device for device in devices if device.present and wanted in ("auto", device.id))
    return next(found, None)
