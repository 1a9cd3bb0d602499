"""ONNX models for `fdiwn.backends.forms`, which import PyTorch only when needed."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from fdiwn.backends.contract import Cut

if TYPE_CHECKING:
    from fdiwn.network.folding import FoldedFDIWN


class OnnxGraphs:
    """See `fdiwn.backends.forms.GraphLibrary`. A graph is the bytes of a model."""

    name = "onnxruntime"
    source = "backends/onnx_graph.py"

    def version(self) -> str:
        return metadata.version("onnxruntime")

    def measuring(self, network: FoldedFDIWN, cut: Cut) -> bytes:
        from fdiwn.backends.onnx_graph import measuring_model

        content: bytes = measuring_model(network, cut).SerializeToString()
        return content

    def tiles(self, network: FoldedFDIWN, precision: str) -> bytes:
        from fdiwn.backends.onnx_graph import tiles_model

        content: bytes = tiles_model(network, precision).SerializeToString()
        return content

    def to_bytes(self, graph: bytes) -> bytes:
        return graph

    def from_bytes(self, content: bytes) -> bytes:
        return content
