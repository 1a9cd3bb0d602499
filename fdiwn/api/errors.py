"""Errors of the engine, as one small tree.

::

    FdiwnError
    ├── InputError          the picture cannot be read: missing, empty, animated ...
    │   └── DamagedInput    something of it is lost: truncated, filled with zeros, bits flipped
    ├── OutputError         the result cannot be written: read-only, format limit ...
    │   └── NoRoom          the disk is full, or will be before the result is complete
    ├── WeightsError        a model is missing, damaged or of another network
    │   └── ModelNotFound   no such model on this computer
    ├── DownloadError       a file could not be fetched: network, HTTP, size, hash
    ├── EngineError         the network cannot run: device missing ...
    │   ├── OutOfMemory     a pass did not fit into the device's memory
    │   ├── DeviceFault     the device or its driver failed
    │   └── FaultyTile      a tile came out as no picture can be: not finite, far out of range
    ├── ClusterError        other computers cannot be used: no scheduler, no workers ...
    ├── SizeError           this size is not made: less than 1.1 or more than 16 times the picture
    │   └── CropError       the part to enlarge is not inside the picture
    ├── NamingError         a template from which no name of a file can be made
    └── Cancelled           the user asked to stop; not a failure

Each says what happened, why, and what to do. Errors of libraries are translated where they enter,
with ``from exc``; users never see a traceback.
"""

from __future__ import annotations


class FdiwnError(Exception):
    """An error with three parts for the user.

    what: one sentence without a full stop, naming the file or model. why: the cause.
    todo: what the user can do about it; may be empty.
    """

    def __init__(self, what: str, why: str = "", todo: str = "") -> None:
        # All three are passed to Exception, so that the error survives pickling between processes.
        super().__init__(what, why, todo)
        self.what, self.why, self.todo = what, why, todo

    def __str__(self) -> str:
        text = f"{self.what}: {self.why}" if self.why else self.what
        sentences = (text, self.todo) if self.todo else (text,)
        return " ".join(f"{sentence.rstrip('.')}." for sentence in sentences)


class InputError(FdiwnError):
    """The picture cannot be read."""


class DamagedInput(InputError):
    """A part of the picture's file is lost or wrong."""


class OutputError(FdiwnError):
    """The result cannot be written."""


class NoRoom(OutputError):
    """The disk has no room for the result."""


class WeightsError(FdiwnError):
    """A model file is damaged or belongs to another network."""


class ModelNotFound(WeightsError):
    """No such model on this computer."""


class DownloadError(FdiwnError):
    """A file could not be fetched."""


class EngineError(FdiwnError):
    """The network cannot run on this device."""


class OutOfMemory(EngineError):
    """A pass did not fit into the memory of its device."""


class DeviceFault(EngineError):
    """The device, its driver or its library failed in the middle of the work."""


class FaultyTile(EngineError):
    """A tile cannot be a correct enlargement."""


class ClusterError(FdiwnError):
    """Other computers cannot be used, or no longer."""


class SizeError(FdiwnError):
    """The size is outside the range of enlargements."""


class CropError(SizeError):
    """The part to enlarge is not inside the picture."""


class NamingError(FdiwnError):
    """A template cannot be made into the name of a file."""


class Cancelled(FdiwnError):
    """The user asked to stop."""

    def __init__(self, what: str = "Stopped on request", why: str = "", todo: str = "") -> None:
        super().__init__(what, why, todo)
