"""The graphs of one network: made by PyTorch once, and read from disk ever after.

To make one takes 3 seconds of a processor: PyTorch is imported, the weights are read and folded,
and the network is traced. To read it again takes 0.15, and needs no PyTorch. Which graph a file
holds is said by its name: that of the model's SHA-256, this program's and OpenVINO's version, and
the source that graphs are made by, where it can be had.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fdiwn.api.names import VERSION
from fdiwn.backends.contract import Cut
from fdiwn.backends.openvino_cache import keep_graph, kept_graph
from fdiwn.backends.openvino_silent import ov

if TYPE_CHECKING:
    from fdiwn.network.folding import FoldedFDIWN
    from fdiwn.network.network import FDIWN

_SCALE = "fdiwn_scale"
_MAKERS = (
    "network/network.py",
    "network/config.py",
    "network/units.py",
    "network/folding.py",
    "network/folded.py",
    "models/weights.py",
    "backends/openvino_graph.py",
)


class Forms:
    """The graphs of a network for one precision of the tiles.

    load: gives the network, and is called only where a graph must be made. sha256: of its model
    file, whose graphs are kept on disk; empty for a network in memory. tiles: from a window and
    gates to the enlargement, see `fdiwn.backends.openvino_graph`. Raises what ``load`` raises.
    """

    def __init__(self, load: Callable[[], FDIWN], precision: str, sha256: str = "") -> None:
        self._load, self._sha256, self._core = load, sha256, ov.Core()
        name = "bfloat16" if precision == "bfloat16" else "float32"

        def make(network: FoldedFDIWN) -> Any:
            from fdiwn.backends.openvino_graph import tiles_graph

            return tiles_graph(network, precision)

        self.tiles = self._form(f"tiles-{name}", make)
        self.scale = int(self.tiles.get_rt_info(_SCALE).value)
        self._measuring: dict[Cut, Any] = {}

    @property
    def gates_shape(self) -> list[int]:
        """Of the gates that the tiles take, [1, K, 1, 1]."""
        return list(self.tiles.input(1).get_shape())

    def measuring(self, cut: Cut) -> Any:
        """From samples, of which the edges do not count, to their enlargements and gates."""

        def make(network: FoldedFDIWN) -> Any:
            from fdiwn.backends.openvino_graph import measuring_graph

            return measuring_graph(network, cut)

        if cut not in self._measuring:
            self._measuring[cut] = self._form(f"measuring-{cut[0]}-{cut[1]}", make)
        return self._measuring[cut]

    @cached_property
    def _folded(self) -> FoldedFDIWN:
        from fdiwn.network.folding import fold

        return fold(self._load())

    def _form(self, form: str, make: Callable[[FoldedFDIWN], Any]) -> Any:
        name = ""
        if self._sha256:
            name = f"{self._sha256[:32]}-{form}-{_made_by()}.graph"
            if (kept := kept_graph(self._core, name)) is not None:
                return kept
        graph = make(self._folded)
        graph.set_rt_info(str(self._folded.scale), _SCALE)
        if name:
            keep_graph(name, graph)
            # As later runs will find it, or else OpenVINO would not know it again.
            return kept_graph(self._core, name) or graph
        return graph


@cache
def _made_by() -> str:
    """What else a graph depends on, in 16 digits."""
    known = hashlib.sha256(f"{VERSION} {ov.__version__}".encode())
    for maker in _MAKERS:
        source = Path(__file__).parents[1] / maker
        if source.is_file():  # in an installer's bundle there is only the version
            known.update(source.read_bytes())
    return known.hexdigest()[:16]
