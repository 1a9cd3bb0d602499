"""A model's file by itself: what it is can be told without PyTorch, and mostly that is enough.

What OpenVINO computes is kept on disk by the file's SHA-256 (`fdiwn.backends.openvino_forms`), so
the weights are read, and PyTorch is imported for them, the first time only.
"""

from __future__ import annotations

import hashlib
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from safetensors import SafetensorError, safe_open

from fdiwn.errors import WeightsError
from fdiwn.options import ShouldStop

if TYPE_CHECKING:
    from fdiwn.network import FDIWN

SCALES_BY_CHANNELS = {12: 2, 27: 3, 48: 4}
"""The scale by the output channels of the last layer, ``up1.weight``: 3 colours times scale^2."""


class ModelFile:
    """A file of weights, as it was when this was made. Raises WeightsError if it cannot be read.

    should_stop: asked while a network of others is run.
    """

    def __init__(self, path: Path, should_stop: ShouldStop = lambda: False) -> None:
        self.path, self._should_stop = path, should_stop
        self.sha256 = file_sha256(path)

    def load(self) -> FDIWN:
        """Its network. Raises WeightsError, also where the file is another one by now."""
        from fdiwn.weights import load_network

        network = load_network(self.path)
        if file_sha256(self.path) != self.sha256:
            raise WeightsError(f"The model {self.path} was changed meanwhile", "", "Try again.")
        return network

    @cached_property
    def foreign(self) -> bool:
        """Whether this is a network of others, see `fdiwn.foreign`."""
        from fdiwn.foreign.files import kind_of

        return kind_of(self.path) is not None

    @cached_property
    def scale(self) -> int:
        """2, 3 or 4. Raises WeightsError; of a network of others also EngineError or Cancelled."""
        if self.foreign:
            from fdiwn.foreign.backend import ForeignBackend

            with closing(ForeignBackend(self.path, "cpu", self._should_stop)) as backend:
                return backend.scale
        try:
            with safe_open(self.path, framework="numpy") as file:
                shape = file.get_slice("up1.weight").get_shape()
        except (OSError, SafetensorError):
            shape = []
        stated = SCALES_BY_CHANNELS.get(shape[0]) if shape else None
        return stated or self.load().scale  # of authors' files; says what is wrong with others


def file_sha256(path: Path) -> str:
    """SHA-256 of a file in hexadecimal. Raises WeightsError if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as exc:
        raise cannot_read(path, exc) from exc


def cannot_read(path: Path, exc: OSError) -> WeightsError:
    """The error for a model file that the system does not give."""
    return WeightsError(f"The model {path} cannot be read", exc.strerror or str(exc))
