"""Opens a model file on a back end."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from safetensors import SafetensorError, safe_open

from fdiwn.api.catalog import read_metadata
from fdiwn.api.errors import WeightsError
from fdiwn.api.model_care import model_sha256
from fdiwn.api.options import SCALES
from fdiwn.api.progress import ShouldStop, never
from fdiwn.backends.choice import REFERENCE, Place
from fdiwn.backends.contract import Backend, CannotConvert, Cut
from fdiwn.backends.forms import Forms, GraphLibrary
from fdiwn.models.comparators import stated_network
from fdiwn.models.graphs_apart import GraphsApart
from fdiwn.models.model_file import SCALES_BY_CHANNELS

if TYPE_CHECKING:
    from fdiwn.network.other import Network


log = logging.getLogger(__name__)


class ModelFile:
    """A file of weights, as it was at this moment. Raises WeightsError if it cannot be read.

    should_stop: polled while a third-party network is run.
    """

    def __init__(self, path: Path, should_stop: ShouldStop = lambda: False) -> None:
        self.path, self._should_stop = path, should_stop
        self.sha256 = model_sha256(path)

    def load(self) -> Network:
        """Its network. Raises WeightsError, also if the file has changed."""
        from fdiwn.models.weights import load_network

        network = load_network(self.path)
        if model_sha256(self.path) != self.sha256:
            raise WeightsError(f"The model {self.path} was changed meanwhile", "", "Try again.")
        return network

    @cached_property
    def foreign(self) -> bool:
        """Whether this is a third-party network, see `fdiwn.models.foreign`."""
        from fdiwn.models.foreign.files import kind_of

        return kind_of(self.path) is not None

    @cached_property
    def comparison(self) -> str:
        """The name of the network of comparison that it is of, see `fdiwn.models.comparators`;
        empty for any other file."""
        return stated_network(self.path)

    @cached_property
    def scale(self) -> int:
        """2, 3 or 4. Raises WeightsError; for a third-party network also EngineError or
        Cancelled."""
        if self.foreign:
            from fdiwn.models.foreign.backend import ForeignBackend

            with closing(ForeignBackend(self.path, "cpu", self._should_stop)) as backend:
                return backend.scale
        if self.comparison:
            scale = (read_metadata(self.path) or {}).get("scale", "")
            return int(scale) if scale in map(str, SCALES) else self.load().scale
        try:
            with safe_open(self.path, framework="numpy") as file:
                shape = file.get_slice("up1.weight").get_shape()
        except (OSError, SafetensorError):
            shape = []
        stated = SCALES_BY_CHANNELS.get(shape[0]) if shape else None
        return stated or self.load().scale  # of authors' files; reports errors of others


def open_backend(
    source: Network | ModelFile,
    place: Place,
    should_stop: ShouldStop = never,
    graphs_apart: bool = False,
) -> Backend:
    """Opens the folded network at the place that `choose` returned.

    source: graphs of a model file are kept on disk. A third-party network runs where its kind can,
    which the back end states; a network of comparison in float32, and by PyTorch on the CPU if it
    has an operation that graphs are not made of. should_stop: polled while a third-party network
    opens. graphs_apart: have another process build missing graphs, see
    `fdiwn.models.graphs_apart`. Raises WeightsError.
    """
    if isinstance(source, ModelFile) and source.foreign:
        from fdiwn.models.foreign.backend import ForeignBackend

        return ForeignBackend(source.path, place.device, should_stop)
    if not _is_other(source):
        return _open(source, place, graphs_apart)
    place = replace(place, precision="float32")
    try:
        return _open(source, place, graphs_apart)
    except CannotConvert as exc:
        log.warning("PyTorch computes it: %s", exc)
        return _open(source, REFERENCE, graphs_apart)


def _is_other(source: Network | ModelFile) -> bool:
    """Whether it is a network of comparison."""
    if isinstance(source, ModelFile):
        return bool(source.comparison)
    from fdiwn.network.other import OtherNetwork

    return isinstance(source, OtherNetwork)


def _open(source: Network | ModelFile, place: Place, graphs_apart: bool) -> Backend:
    if place.backend == "openvino":
        from fdiwn.backends.openvino_backend import OpenVINOBackend

        forms = _forms(source, place, graphs_apart)
        return OpenVINOBackend(forms, place.device, place.precision)
    if place.backend == "onnxruntime":
        from fdiwn.backends import webgpu
        from fdiwn.backends.onnx_backend import OnnxBackend

        forms = _forms(source, place, graphs_apart)
        return OnnxBackend(forms, webgpu.session, place.device, place.precision)
    import torch

    from fdiwn.backends.torch_backend import TorchBackend
    from fdiwn.network.folding import fold

    folded = fold(source.load() if isinstance(source, ModelFile) else source)
    if place.device == "cuda":
        from fdiwn.backends.cuda_backend import CudaBackend

        return CudaBackend(folded, place.precision)
    return TorchBackend(folded, torch.device(place.device), place.precision)


def build_graphs(path: Path, place: Place, cuts: Sequence[Cut]) -> None:
    """Builds the graphs of a model file that a place needs, and keeps them on disk.

    cuts: of the samples to measure. Raises WeightsError.
    """
    forms = _forms(ModelFile(path), place)
    for cut in cuts:
        forms.measuring(cut)


def _forms(source: Network | ModelFile, place: Place, graphs_apart: bool = False) -> Forms:
    """The graphs; those of a file are kept on disk."""
    library, precision = _library(place)
    if not isinstance(source, ModelFile):
        return Forms(library, lambda: source, precision)
    elsewhere = GraphsApart(source.path, place) if graphs_apart else None
    return Forms(library, source.load, precision, source.sha256, elsewhere)


def _library(place: Place) -> tuple[GraphLibrary, str]:
    """The library of a place, and the precision of its graphs of tiles."""
    if place.backend == "openvino":
        from fdiwn.backends.openvino_forms import OpenVINOGraphs

        # float16 is native to the processor or GPU, see `fdiwn.backends.openvino_backend`.
        precision = "float32" if place.precision == "float16" else place.precision
        return OpenVINOGraphs(), precision
    from fdiwn.backends.onnx_backend import OnnxGraphs

    return OnnxGraphs(), place.precision
