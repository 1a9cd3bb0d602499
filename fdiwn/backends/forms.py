"""The graphs of one network: built by PyTorch once, then read from disk.

Building one takes 3 seconds of a processor: importing PyTorch, reading and folding the weights, and
tracing the network. Reading it takes 0.15, without PyTorch. The file's name identifies the graph:
the model's SHA-256, the versions of this program and the library, and the source code that builds
graphs, if available.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from fdiwn.api.names import VERSION
from fdiwn.backends.contract import Cut
from fdiwn.backends.graph_cache import is_kept, keep_graph, kept_graph

if TYPE_CHECKING:
    from fdiwn.network.folding import Folded
    from fdiwn.network.other import Network

log = logging.getLogger(__name__)

_MAKERS = (
    "network/network.py",
    "network/config.py",
    "network/units.py",
    "network/folding.py",
    "network/folded.py",
    "network/other.py",
    "lab/comparators/*.py",
    "models/weights.py",
    "backends/graph_walker.py",
)


class GraphLibrary(Protocol):
    """A library that runs graphs, such as OpenVINO.

    name: also of the folder with its files. source: the module that builds its graphs, as in
    _MAKERS.
    """

    name: str
    source: str

    def version(self) -> str: ...

    def measuring(self, network: Folded, cut: Cut) -> Any:
        """The graph from samples, whose edges do not count, to their enlargements and gates."""
        ...

    def tiles(self, network: Folded, precision: str) -> Any:
        """The graph from a window and gates to the enlargement."""
        ...

    def to_bytes(self, graph: Any) -> bytes: ...

    def from_bytes(self, content: bytes) -> Any:
        """Raises RuntimeError if the library cannot read it."""
        ...


class Elsewhere(Protocol):
    """Another process that builds graphs and keeps them on disk."""

    def wait(self, is_there: Callable[[], bool]) -> None:
        """Returns once the graph is there, or will not come. Never raises."""
        ...


@dataclass(frozen=True)
class Form:
    """A graph, and what is needed to use it. gates: their number. margin: input pixels that a tile
    needs around its own area."""

    graph: Any
    scale: int
    gates: int
    margin: int


class Forms:
    """The graphs of a network for one precision of the tiles.

    load: loads the network, called only if a graph must be built. sha256: of its model file, whose
    graphs are kept on disk; empty for a network in memory. elsewhere: another process that builds
    them. Raises what ``load`` raises.
    """

    def __init__(
        self,
        library: GraphLibrary,
        load: Callable[[], Network],
        precision: str,
        sha256: str = "",
        elsewhere: Elsewhere | None = None,
    ) -> None:
        self._library, self._load, self._sha256 = library, load, sha256
        self._elsewhere = elsewhere
        self.tiles = self._form(
            f"tiles-{precision}", lambda network: library.tiles(network, precision)
        )
        self._measuring: dict[Cut, Form] = {}

    @property
    def scale(self) -> int:
        return self.tiles.scale

    @property
    def margin(self) -> int:
        return self.tiles.margin

    def measuring(self, cut: Cut) -> Any:
        """The graph that measures samples without these edges."""
        if cut not in self._measuring:
            self._measuring[cut] = self._form(
                f"measuring-{cut[0]}-{cut[1]}",
                lambda network: self._library.measuring(network, cut),
            )
        return self._measuring[cut].graph

    @cached_property
    def _folded(self) -> Folded:
        from fdiwn.network.folding import fold

        return fold(self._load())

    @cached_property
    def _gates(self) -> int:
        from fdiwn.network.folding import count_gates

        return count_gates(self._folded)

    def _form(self, form: str, make: Callable[[Folded], Any]) -> Form:
        name = ""
        if self._sha256:
            made_by = _made_by(self._library.version(), self._library.source)
            name = f"{self._sha256[:32]}-{form}-{made_by}.graph"
            if (kept := self._kept(name)) is not None:
                return kept
            if self._elsewhere is not None and "torch" not in sys.modules:
                self._elsewhere.wait(partial(is_kept, self._library.name, name))
                if (kept := self._kept(name)) is not None:
                    return kept
        graph = make(self._folded)
        made = Form(graph, self._folded.scale, self._gates, self._folded.margin)
        if name:
            self._keep(name, made)
            # Read back as later runs will read it, or OpenVINO would not recognise it then.
            return self._kept(name) or made
        return made

    def _keep(self, name: str, form: Form) -> None:
        known = {"scale": form.scale, "gates": form.gates, "margin": form.margin}
        facts = json.dumps(known).encode()
        try:
            content = facts + b"\n" + self._library.to_bytes(form.graph)
        except (OSError, RuntimeError) as exc:  # OpenVINO writes temporary files
            log.warning("the graph %s is not kept: %s", name, exc)
            return
        keep_graph(self._library.name, name, content)

    def _kept(self, name: str) -> Form | None:
        content = kept_graph(self._library.name, name)
        if content is None:
            return None
        facts, _, graph = content.partition(b"\n")
        try:
            return Form(self._library.from_bytes(graph), **json.loads(facts))
        except (RuntimeError, ValueError, TypeError) as exc:
            log.warning("the graph %s cannot be read and is made again: %s", name, exc)
            return None


@cache
def _made_by(version: str, source: str) -> str:
    """A hash of everything else that a graph depends on, 16 digits."""
    known = hashlib.sha256(f"{VERSION} {version}".encode())
    for maker in (*_MAKERS, source):
        # An installer's bundle has no source, only the version.
        for file in sorted(Path(__file__).parents[1].glob(maker)):
            known.update(file.read_bytes())
    return known.hexdigest()[:16]
