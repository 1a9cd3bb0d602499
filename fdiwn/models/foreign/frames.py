"""The protocol between a third-party network's process and its caller.

A frame is a letter, a length and that many bytes. Its contents are never executed or unpickled,
only numbers and text. Imports nothing heavy but numpy.
"""

from __future__ import annotations

import json
import struct
from typing import IO

import numpy as np

from fdiwn.api import errors
from fdiwn.api.errors import FdiwnError
from fdiwn.pixels.planes import Batch

READY, BATCH, FAILED = b"R", b"B", b"F"
WHOLE = b"whole"
"""The content of READY if the network is not made for tiles."""
Frame = tuple[bytes, bytes]
"""Kind and content."""

_HEAD = struct.Struct(">cQ")
_SHAPE = struct.Struct(">4Q")


def send(pipe: IO[bytes], kind: bytes, content: bytes = b"") -> None:
    """Raises OSError if nobody reads any more."""
    pipe.write(_HEAD.pack(kind, len(content)))
    pipe.write(content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Frame | None:
    """The next frame; None at the end."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    content = pipe.read(length)
    return (kind, content) if len(content) == length else None


def packed(batch: Batch) -> bytes:
    """Packs a float32 batch of four dimensions."""
    return _SHAPE.pack(*batch.shape) + np.ascontiguousarray(batch, np.float32).tobytes()


def unpacked(content: bytes) -> Batch:
    """Raises ValueError for anything that `packed` has not made."""
    shape = _SHAPE.unpack(content[: _SHAPE.size])
    return np.frombuffer(content, np.float32, offset=_SHAPE.size).reshape(shape)


def packed_error(error: FdiwnError) -> bytes:
    """Packs one of `fdiwn.api.errors`."""
    stated = [type(error).__name__, error.what, error.why, error.todo]
    return json.dumps(stated).encode()


def unpacked_error(content: bytes) -> FdiwnError:
    """The original error. Raises ValueError for anything that `packed_error` has not made."""
    name, *parts = json.loads(content)
    kind = getattr(errors, str(name), None)
    if not (isinstance(kind, type) and issubclass(kind, FdiwnError)):
        raise ValueError(f"no error of ours: {name}")
    made: FdiwnError = kind(*map(str, parts))
    return made
