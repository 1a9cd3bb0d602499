"""OpenVINO graphs for `fdiwn.backends.forms`, which import PyTorch only when needed."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from fdiwn.backends.contract import Cut
from fdiwn.backends.openvino_silent import ov

if TYPE_CHECKING:
    from fdiwn.network.folding import Folded

_LENGTH = 8  # bytes of a length field


class OpenVINOGraphs:
    """See `fdiwn.backends.forms.GraphLibrary`."""

    name = "openvino"
    source = "backends/openvino_graph.py"

    def version(self) -> str:
        return str(ov.__version__)

    def measuring(self, network: Folded, cut: Cut) -> Any:
        from fdiwn.backends.openvino_graph import measuring_graph

        return measuring_graph(network, cut)

    def tiles(self, network: Folded, precision: str) -> Any:
        from fdiwn.backends.openvino_graph import tiles_graph

        return tiles_graph(network, precision)

    def to_bytes(self, graph: Any) -> bytes:
        """The length of the structure, the structure, and the values."""
        with tempfile.TemporaryDirectory() as draft:
            structure, values = Path(draft, "graph.xml"), Path(draft, "graph.bin")
            ov.serialize(graph, structure, values)
            text = structure.read_bytes()
            return len(text).to_bytes(_LENGTH, "little") + text + values.read_bytes()

    def from_bytes(self, content: bytes) -> Any:
        length = int.from_bytes(content[:_LENGTH], "little")
        structure = content[_LENGTH : _LENGTH + length]
        values = np.frombuffer(memoryview(content)[_LENGTH + length :], np.uint8)
        return ov.Core().read_model(structure, ov.Tensor(values.copy()))
