"""The folded network in OpenVINO, the fastest back end on a CPU."""

from __future__ import annotations

import logging
from collections import OrderedDict, deque
from collections.abc import Iterable
from concurrent.futures import Future
from typing import Any

import numpy as np

from fdiwn.api.errors import Cancelled, EngineError
from fdiwn.api.progress import ShouldStop, never
from fdiwn.backends.background import run_in_background
from fdiwn.backends.contract import NO_CUT, Cut, Gates, Outputs, Pass, Shape, notes_on
from fdiwn.backends.faults import engine_errors
from fdiwn.backends.forms import Forms
from fdiwn.backends.graph_cache import COMPILED, cache_folder, keep_newest
from fdiwn.backends.hardware import cpu_threads
from fdiwn.backends.openvino_silent import ov
from fdiwn.pixels.planes import Batch

log = logging.getLogger(__name__)

IN_FLIGHT = 2
"""Passes in progress: while one computes, the next is prepared and the last is stitched."""
KEPT_SHAPES = 2
"""Compiled graphs in memory; each reserves memory for one pass of its shape."""
KEPT_MEASURING = 3
"""The same for measuring: one for any size, one for samples, one for a repeated size."""
_POLL = 50  # milliseconds between two checks whether to stop
_HINTS = {"float32": "f32", "bfloat16": "f32", "float16": "f16"}
"""How OpenVINO executes float32. For bfloat16 the graph itself says where, see `FoldedFDIWN`;
float16 of a processor or GPU is precise enough throughout."""
_DEVICES = {"cpu": "CPU", "intel-gpu": "GPU"}


def has_device(device: str) -> bool:
    """Whether OpenVINO finds "cpu" or "intel-gpu" here."""
    return _DEVICES[device] in ov.Core().available_devices


def native_precisions(device: str) -> frozenset[str]:
    """The precisions that the processor supports natively."""
    offered = ov.Core().get_property(_DEVICES[device], "OPTIMIZATION_CAPABILITIES")
    names = {"FP32": "float32", "BF16": "bfloat16", "FP16": "float16"}
    return frozenset(names[name] for name in offered if name in names) | {"float32"}


def device_name(device: str) -> str:
    """The maker's name of "cpu" or "intel-gpu"; empty if it is missing."""
    if not has_device(device):
        return ""
    return str(ov.Core().get_property(_DEVICES[device], "FULL_DEVICE_NAME"))


class OpenVINOBackend:
    """One folded network on a CPU or an Intel GPU. See `fdiwn.backends.contract.Backend`.

    Tiles have few sizes, so each size has its own graph, which runs a fifth faster; so do samples,
    and pictures of a repeated size. The first picture of a size is measured by one graph for any
    size: it runs a third slower, but compiling a graph takes seconds. Graphs are compiled at first
    use and kept on disk; OpenVINO itself detects another model, version or processor and compiles
    again.

    Even loading a compiled graph takes 1.7 seconds of one processor for measuring and 0.8 for
    tiles; with `prepare` the two are loaded in parallel.
    """

    name = "openvino"

    def __init__(self, forms: Forms, device: str, precision: str) -> None:
        self.scale, self.margin = forms.scale, forms.margin
        self.notes = notes_on(self.margin)
        self.device = device
        self.precision = precision
        self._forms = forms
        self._core = ov.Core()
        self._measuring: OrderedDict[tuple[Shape, Cut], Any] = OrderedDict()
        self._measured: set[Shape] = set()
        self._shapes: OrderedDict[Shape, list[Any]] = OrderedDict()
        self._coming: tuple[Shape, Future[list[Any]]] | None = None

    def measure(
        self, samples: Batch, cut: Cut = NO_CUT, should_stop: ShouldStop = never
    ) -> tuple[Batch, Gates]:
        with engine_errors(self.device):
            request = self._measuring_request(samples.shape, cut)
            request.start_async([samples], share_inputs=True)
            self._wait(request, should_stop)
            output, gates = (np.array(request.get_output_tensor(n).data) for n in (0, 1))
        return output, gates

    def _measuring_request(self, shape: Shape, cut: Cut) -> Any:
        of_any_size = cut == NO_CUT and shape not in self._measured
        self._measured.add(shape)
        key = ((-1, 3, -1, -1) if of_any_size else shape, cut)
        if key not in self._measuring:
            while len(self._measuring) >= KEPT_MEASURING:
                self._measuring.popitem(last=False)
            graph = self._forms.measuring(cut)
            if not of_any_size:
                graph = graph.clone()
                graph.reshape(list(shape))
            self._measuring[key] = self._compile(graph, "float32").create_infer_request()
        self._measuring.move_to_end(key)
        return self._measuring[key]

    def run(self, passes: Iterable[Pass], should_stop: ShouldStop = never) -> Outputs:
        under_way: deque[tuple[Any, Pass]] = deque()  # the passes: OpenVINO reads their memory
        try:
            for number, given in enumerate(passes):
                with engine_errors(self.device):
                    request = self._requests(given)[number % IN_FLIGHT]
                    request.start_async(list(given), share_inputs=True)
                under_way.append((request, given))
                if len(under_way) == IN_FLIGHT:
                    yield self._result(under_way, should_stop)
            while under_way:
                yield self._result(under_way, should_stop)
        finally:
            for request, _ in under_way:
                request.cancel()
            for request, _ in under_way:
                _settle(request)

    def prepare(self, window: Shape) -> None:
        """See `fdiwn.backends.contract.Prepares`."""
        if window not in self._shapes and (self._coming is None or self._coming[0] != window):
            self._coming = (
                window,
                run_in_background(lambda: self._load(window), "load the graph of tiles"),
            )

    def load_measuring(self, samples: Shape, cut: Cut) -> None:
        """See `fdiwn.backends.contract.Prepares`."""
        with engine_errors(self.device):
            self._measuring_request(samples, cut)

    def release(self) -> None:
        """See `fdiwn.backends.contract.Releases`. Keeps only the graph of tiles that was used or
        prepared last, without memory for its passes: a measuring graph takes 300 MB, one of tiles
        120, and the passes of the largest tiles as much again."""
        self._measuring.clear()
        coming, self._coming = self._coming, None
        if coming is not None and coming[1].done() and coming[1].exception() is None:
            self._shapes[coming[0]] = coming[1].result()
        while len(self._shapes) > 1:
            self._shapes.popitem(last=False)
        for requests in self._shapes.values():
            for request in requests:
                request.get_compiled_model().release_memory()

    def _result(self, under_way: deque[tuple[Any, Pass]], should_stop: ShouldStop) -> Batch:
        with engine_errors(self.device):
            self._wait(under_way[0][0], should_stop)
            request, _ = under_way.popleft()
            result: Batch = request.get_output_tensor(0).data
        return result

    def _wait(self, request: Any, should_stop: ShouldStop) -> None:
        """Waits for the pass. Stops it midway if asked to."""
        while not request.wait_for(_POLL):
            if should_stop():
                request.cancel()
                _settle(request)
                raise Cancelled
        if should_stop():
            raise Cancelled

    def _requests(self, given: Pass) -> list[Any]:
        """The infer requests for windows of this shape."""
        window, _ = given
        if window.shape not in self._shapes:
            while len(self._shapes) >= KEPT_SHAPES:
                self._shapes.popitem(last=False)
            coming, self._coming = self._coming, None
            if coming is not None and coming[0] == window.shape:
                self._shapes[window.shape] = coming[1].result()
            else:
                self._shapes[window.shape] = self._load(window.shape)
        self._shapes.move_to_end(window.shape)
        return self._shapes[window.shape]

    def _load(self, window: Shape) -> list[Any]:
        graph = self._forms.tiles.graph.clone()
        graph.reshape({0: list(window), 1: [1, self._forms.tiles.gates, 1, 1]})
        compiled = self._compile(graph, self.precision)
        return [compiled.create_infer_request() for _ in range(IN_FLIGHT)]

    def _compile(self, graph: Any, precision: str) -> Any:
        # Without the hint OpenVINO computes in bf16 on every processor that can.
        settings: dict[str, Any] = {
            "INFERENCE_PRECISION_HINT": _HINTS[precision],
            "PERFORMANCE_HINT": "LATENCY",
        }
        if self.device == "cpu":
            settings["INFERENCE_NUM_THREADS"] = cpu_threads()
        target = _DEVICES[self.device]
        try:
            folder = cache_folder(self.name)
            folder.mkdir(parents=True, exist_ok=True)
            compiled = self._core.compile_model(
                graph, target, {**settings, "CACHE_DIR": str(folder)}
            )
            keep_newest(folder, COMPILED)
        except (OSError, RuntimeError) as exc:
            log.warning("compiled models are not kept: %s", exc)
            compiled = self._core.compile_model(graph, target, settings)
        used = compiled.get_property("INFERENCE_PRECISION_HINT").to_string()
        if used != _HINTS[precision]:
            raise EngineError(
                f"OpenVINO does not compute in {precision} here",
                f"it would use {used}",
                "Choose the precision auto (--precision)",
            )
        return compiled


def _settle(request: Any) -> None:
    """Waits for a request that was told to stop, and ignores how it ended."""
    try:
        request.wait()
    except RuntimeError:
        pass
