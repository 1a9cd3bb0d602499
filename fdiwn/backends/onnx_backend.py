"""The folded network in ONNX Runtime, which supports GPUs of any maker through WebGPU."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from importlib import metadata
from typing import TYPE_CHECKING, Any

from fdiwn.api.errors import Cancelled
from fdiwn.api.progress import ShouldStop, never
from fdiwn.backends.contract import NO_CUT, Cut, Gates, Outputs, Pass, notes_on
from fdiwn.backends.faults import engine_errors
from fdiwn.backends.forms import Forms
from fdiwn.pixels.planes import Batch

if TYPE_CHECKING:
    from fdiwn.network.folding import Folded

IN_FLIGHT = 2
"""Passes in progress: while one computes, the next is prepared and the last is stitched."""
KEPT_SESSIONS = 2
"""Of each kind in memory; each reserves memory for one pass of its shape."""
_POLL = 0.05  # seconds between two checks whether to stop

Session = Any  # onnxruntime.InferenceSession; the package has no complete types
OpenSession = Callable[[bytes, Mapping[str, int]], Session]
"""Creates a session from a model's bytes and the sizes of free axes, N, C, H and W, by name."""


class OnnxBackend:
    """One folded network on one device. See `fdiwn.backends.contract.Backend`.

    Every window size has its own session, in which all sizes are fixed. open_session: raises
    RuntimeError, as its sessions do; see `fdiwn.backends.webgpu.session`.
    """

    name = "onnxruntime"

    def __init__(
        self, forms: Forms, open_session: OpenSession, device: str, precision: str
    ) -> None:
        self.scale, self.margin = forms.scale, forms.margin
        self.notes = notes_on(self.margin)
        self.device, self.precision = device, precision
        self._forms, self._open = forms, open_session
        self._measuring: OrderedDict[Hashable, Session] = OrderedDict()
        self._tiles: OrderedDict[Hashable, Session] = OrderedDict()

    def measure(
        self, samples: Batch, cut: Cut = NO_CUT, should_stop: ShouldStop = never
    ) -> tuple[Batch, Gates]:
        with engine_errors(self.device), ThreadPoolExecutor(1) as executor:
            session = _session(
                self._measuring, cut, lambda: self._open(self._forms.measuring(cut), {})
            )
            output, gates = _Running(executor, session, {"x": samples}).results(should_stop)
        return output, gates

    def run(self, passes: Iterable[Pass], should_stop: ShouldStop = never) -> Outputs:
        under_way: deque[_Running] = deque()
        with ThreadPoolExecutor(1) as executor:  # sessions take one pass at a time
            try:
                for window, gates in passes:
                    with engine_errors(self.device):
                        session = self._session_for(window)
                    under_way.append(_Running(executor, session, {"x": window, "gates": gates}))
                    if len(under_way) == IN_FLIGHT:
                        yield self._next(under_way, should_stop)
                while under_way:
                    yield self._next(under_way, should_stop)
            finally:
                for running in under_way:
                    running.stop()

    def release(self) -> None:
        """See `fdiwn.backends.contract.Releases`."""
        self._measuring.clear()
        self._tiles.clear()

    def _session_for(self, window: Batch) -> Session:
        sizes = dict(zip("NCHW", window.shape, strict=True))
        return _session(
            self._tiles, window.shape, lambda: self._open(self._forms.tiles.graph, sizes)
        )

    def _next(self, under_way: deque[_Running], should_stop: ShouldStop) -> Batch:
        with engine_errors(self.device):
            (output,) = under_way[0].results(should_stop)
        under_way.popleft()
        return output


class _Running:
    """A pass in progress, or waiting for the one before it."""

    def __init__(
        self, executor: ThreadPoolExecutor, session: Session, given: Mapping[str, Batch]
    ) -> None:
        import onnxruntime

        self._options = onnxruntime.RunOptions()
        self._future: Future[list[Batch]] = executor.submit(session.run, None, given, self._options)

    def results(self, should_stop: ShouldStop) -> list[Batch]:
        """Waits for the pass. Raises the session's error, or Cancelled if it was stopped midway."""
        while not should_stop():
            try:
                return self._future.result(_POLL)
            except StillRunning:
                continue
        self.stop()
        raise Cancelled

    def stop(self) -> None:
        """Returns at once; closing the executor waits for the pass."""
        self._future.cancel()
        self._options.terminate = True


def _session(
    kept: OrderedDict[Hashable, Session], key: Hashable, make: Callable[[], Session]
) -> Session:
    """The session for this key; the last used ones are kept."""
    if key not in kept:
        while len(kept) >= KEPT_SESSIONS:
            kept.popitem(last=False)
        kept[key] = make()
    kept.move_to_end(key)
    return kept[key]


class OnnxGraphs:
    """See `fdiwn.backends.forms.GraphLibrary`. A graph is the bytes of a model."""

    name = "onnxruntime"
    source = "backends/onnx_graph.py"

    def version(self) -> str:
        return metadata.version("onnxruntime")

    def measuring(self, network: Folded, cut: Cut) -> bytes:
        from fdiwn.backends.onnx_graph import measuring_model

        content: bytes = measuring_model(network, cut).SerializeToString()
        return content

    def tiles(self, network: Folded, precision: str) -> bytes:
        from fdiwn.backends.onnx_graph import tiles_model

        content: bytes = tiles_model(network, precision).SerializeToString()
        return content

    def to_bytes(self, graph: bytes) -> bytes:
        return graph

    def from_bytes(self, content: bytes) -> bytes:
        return content
