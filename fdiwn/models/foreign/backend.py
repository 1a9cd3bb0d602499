"""Third-party networks as a back end, and their import into the models folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import closing
from functools import cached_property
from pathlib import Path

import numpy as np

from fdiwn.api.errors import Cancelled, DeviceFault, WeightsError
from fdiwn.api.progress import ShouldStop, never
from fdiwn.backends.contract import NO_CUT, Cut, Gates, Outputs, Pass
from fdiwn.models.foreign.files import (
    EXPORT,
    FORMAT,
    KIND_ENTRY,
    ONNX,
    SPANDREL,
    TENSOR,
    TORCHSCRIPT,
    kind_of,
    network_bytes,
    stored_header,
)
from fdiwn.models.foreign.remote import RemoteNetwork
from fdiwn.models.foreign.traits import Traits, find_traits
from fdiwn.models.model_file import make_folder, refuse_taken_name, serialise, write_atomically
from fdiwn.pixels.planes import Batch

_LIBRARIES = {ONNX: "openvino", TORCHSCRIPT: "torch", EXPORT: "torch", SPANDREL: "torch"}
_NAMES = {
    ONNX: "An ONNX file",
    TORCHSCRIPT: "A TorchScript file",
    EXPORT: "A torch.export file",
    SPANDREL: "A file of weights",
}
_WHITES = {SPANDREL: 1}
"""Where it need not be found out."""
_NO_GATES = np.zeros((1, 0, 1, 1), np.float32)


class ForeignBackend:
    """See `fdiwn.backends.contract.Backend`. Always in float32.

    Such a network has no statistics to freeze: the gates are empty, and every window is enlarged
    separately. If the network is local, a measured margin makes tiles match; if it uses the whole
    picture, they may not, and the notes say so. Small pictures are enlarged in one piece. It runs
    in a separate process, which is killed if it takes too long or work is stopped. should_stop:
    polled until its traits are known. Raises WeightsError for a file that is not such a network,
    EngineError or Cancelled.
    """

    precision = "float32"

    def __init__(self, path: Path, device: str, should_stop: ShouldStop = never) -> None:
        kind = kind_of(path)
        assert kind is not None  # otherwise the file would not be passed here
        self.device = _device(kind, device)
        self.name = "onnxruntime" if self.device == "webgpu" else _LIBRARIES[kind]
        self._path, self._opening_stops = path, should_stop
        self._network = RemoteNetwork(kind, path, self.device, should_stop)
        self._elsewhere = self.device != device
        self._kind = kind

    @cached_property
    def traits(self) -> Traits:
        """The traits in the file's header, or found now, in a second or two."""
        stated = stored_header(self._path)
        if stated is None:
            return find_traits(
                lambda batch: self._network.run(batch, self._opening_stops),
                self._path,
                _WHITES.get(self._kind),
                self._network.tiles,
            )
        try:
            return Traits.from_text(stated)
        except ValueError as exc:
            todo = "Import the model again."
            raise WeightsError(f"The model {self._path} is damaged", str(exc), todo) from exc

    def close(self) -> None:
        """Ends the process, once the network is no longer needed."""
        self._network.close()

    @property
    def scale(self) -> int:
        return self.traits.scale

    @property
    def margin(self) -> int:
        return self.traits.margin

    @property
    def notes(self) -> tuple[str, ...]:
        name, margin = self._path.stem, self.traits.margin
        notes = [
            f"{name} is not FDIWN: each tile is enlarged for itself, with {margin} pixels more"
        ]
        if not self.traits.local:
            notes.append(f"{name} looks further than that: tiles may differ, and seams may show")
        if self._elsewhere:
            notes.append(f"{_NAMES[self._kind]} is computed on {self.device}")
        return tuple(notes)

    def measure(
        self, samples: Batch, cut: Cut = NO_CUT, should_stop: ShouldStop = never
    ) -> tuple[Batch, Gates]:
        outputs = []
        for sample in samples:
            if should_stop():
                raise Cancelled
            outputs.append(self._enlarged(sample[None], should_stop))
        return np.concatenate(outputs), _NO_GATES

    def run(self, passes: Iterable[Pass], should_stop: ShouldStop = never) -> Outputs:
        for window, _ in passes:
            if should_stop():
                raise Cancelled
            yield self._enlarged(window, should_stop)

    def _enlarged(self, window: Batch, should_stop: ShouldStop) -> Batch:
        factor, scale = np.float32(255 / self.traits.white), self.scale
        output = self._network.run(window / factor, should_stop) * factor
        height, width = window.shape[2:]
        if output.shape != (1, 3, scale * height, scale * width):
            raise DeviceFault(
                f"{self._path.stem} failed on {self.device}",
                f"it made {output.shape[3:]} x {output.shape[2:3]} of {width} x {height} pixels",
                "Choose another model",
            )
        return output


def _device(kind: str, device: str) -> str:
    if kind == ONNX:
        return device if device in ("intel-gpu", "webgpu") else "cpu"
    return device if device in ("cuda", "mps") else "cpu"


def import_foreign(source: Path, kind: str, directory: Path, should_stop: ShouldStop) -> Path:
    """Opens and runs the network, and stores it in ``directory``; returns its file there.

    kind: see `fdiwn.models.foreign.files`. Raises WeightsError, EngineError if there is no memory
    or it does not end, or Cancelled.
    """
    with closing(ForeignBackend(source, "cpu", should_stop)) as backend:
        traits = backend.traits
    content = network_bytes(source)
    stated = stored_header(source) or {
        "variant": f"another network ({kind})",
        "source": f"imported from {source.name}",
        "licence": "not stated",
        "origin_sha256": hashlib.sha256(content).hexdigest(),
    }
    target = directory / f"{source.stem}.safetensors"
    own = {"format": FORMAT, KIND_ENTRY: kind, "name": source.stem, **traits.as_text()}
    whole = serialise({TENSOR: ("U8", [len(content)], content)}, {**stated, **own})
    there = target.exists()
    refuse_taken_name(None, target, (hashlib.sha256(whole).hexdigest(),))
    make_folder(target)
    write_atomically(target, whole, replaces=there)
    return target
