"""The folded network on an NVIDIA GPU: one captured graph per window shape, copies beside it.

A pass is some hundred small kernels; launching each would cost more time on the CPU than they take
on the GPU. So the passes of one shape are captured once as a CUDA graph and replayed. Windows are
copied through pinned memory on a separate stream while the pass before them computes.
"""

from __future__ import annotations

import logging
from collections import OrderedDict, deque
from collections.abc import Iterable

import torch
from torch import Tensor

from fdiwn.api.errors import Cancelled, DeviceFault
from fdiwn.api.progress import ShouldStop, never
from fdiwn.backends.contract import NO_CUT, Cut, Gates, Outputs, Pass, notes_on
from fdiwn.backends.faults import engine_errors
from fdiwn.backends.torch_backend import TorchBackend, exact_float32
from fdiwn.network.folding import Folded
from fdiwn.pixels.planes import Batch

log = logging.getLogger(__name__)

IN_FLIGHT = 2
KEPT_SHAPES = 2
_WARM_UP = 3  # passes before a capture, so that cuDNN has chosen its algorithms and allocated


class _Captured:
    """The graph of one window shape, with its input and output tensors."""

    def __init__(self, network: Folded, given: Pass) -> None:
        window, gates = (torch.from_numpy(array).cuda() for array in given)
        self.window = window.contiguous(memory_format=torch.channels_last)
        self.gates = gates
        self.graph = torch.cuda.CUDAGraph()
        side_stream = torch.cuda.Stream()  # type: ignore[no-untyped-call]
        side_stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side_stream):
            for _ in range(_WARM_UP):
                network(self.window, self.gates)
        torch.cuda.current_stream().wait_stream(side_stream)
        with torch.cuda.graph(self.graph):
            self.output: Tensor = network(self.window, self.gates)
        self.lanes = [_Lane(window, gates, self.output) for _ in range(IN_FLIGHT)]


class _Lane:
    """The memory of one pass in progress: pinned on the host, staged on the GPU."""

    def __init__(self, window: Tensor, gates: Tensor, output: Tensor) -> None:
        self.window_here, self.window_there = _pinned(window), torch.empty_like(window)
        self.gates_here, self.gates_there = _pinned(gates), torch.empty_like(gates)
        self.output_here = _pinned(output)
        self.output_there = torch.empty_like(output, memory_format=torch.contiguous_format)
        events = [torch.cuda.Event() for _ in range(3)]  # type: ignore[no-untyped-call]
        self.arrived, self.computed, self.done = events


def _pinned(like: Tensor) -> Tensor:
    return torch.empty(like.shape, dtype=torch.float32, pin_memory=True)


class CudaBackend:
    """One folded network on the current CUDA device. See `fdiwn.backends.contract.Backend`."""

    name = "torch"
    device = "cuda"

    def __init__(self, network: Folded, precision: str) -> None:
        self._eager = TorchBackend(network, torch.device("cuda"), precision)
        self.scale, self.margin, self.precision = network.scale, network.margin, precision
        self.notes = notes_on(self.margin)
        self._copying = torch.cuda.Stream()  # type: ignore[no-untyped-call]
        self._shapes: OrderedDict[tuple[int, ...], _Captured] = OrderedDict()
        self._can_capture = True

    def measure(
        self, samples: Batch, cut: Cut = NO_CUT, should_stop: ShouldStop = never
    ) -> tuple[Batch, Gates]:
        return self._eager.measure(samples, cut, should_stop)

    def measure_each(self, pictures: Batch) -> tuple[Batch, Gates]:
        """See `fdiwn.backends.contract.MeasuresEach`."""
        return self._eager.measure_each(pictures)

    def run(self, passes: Iterable[Pass], should_stop: ShouldStop = never) -> Outputs:
        under_way: deque[_Lane] = deque()
        try:
            for number, given in enumerate(passes):
                if should_stop():
                    raise Cancelled
                captured = self._captured(given)
                if captured is None:
                    yield from self._eager.run([given], should_stop)
                    continue
                lane = captured.lanes[number % IN_FLIGHT]
                with engine_errors(self.device):
                    self._start(captured, lane, given)
                under_way.append(lane)
                if len(under_way) == IN_FLIGHT:
                    yield self._result(under_way.popleft())
            while under_way:
                yield self._result(under_way.popleft())
        finally:
            if under_way:
                torch.cuda.synchronize()

    def release(self) -> None:
        """See `fdiwn.backends.contract.Releases`."""
        self._shapes.clear()
        torch.cuda.empty_cache()

    def _captured(self, given: Pass) -> _Captured | None:
        """The graph for windows of this shape; None if this driver cannot capture one."""
        shape = given[0].shape
        if shape not in self._shapes and self._can_capture:
            while len(self._shapes) >= KEPT_SHAPES:
                self._shapes.popitem(last=False)
            try:
                with engine_errors(self.device), torch.inference_mode(), exact_float32():
                    self._shapes[shape] = _Captured(self._eager.tiles, given)
            except DeviceFault as fault:
                log.warning("no CUDA graphs here, passes are launched one by one: %s", fault)
                self._can_capture = False
        if shape in self._shapes:
            self._shapes.move_to_end(shape)
        return self._shapes.get(shape)

    def _start(self, captured: _Captured, lane: _Lane, given: Pass) -> None:
        """Queues a whole pass, without waiting for the GPU."""
        computing = torch.cuda.current_stream()
        lane.window_here.copy_(torch.from_numpy(given[0]))
        lane.gates_here.copy_(torch.from_numpy(given[1]))
        with torch.inference_mode():
            with torch.cuda.stream(self._copying):
                lane.window_there.copy_(lane.window_here, non_blocking=True)
                lane.gates_there.copy_(lane.gates_here, non_blocking=True)
                lane.arrived.record()
            computing.wait_event(lane.arrived)
            captured.window.copy_(lane.window_there)
            captured.gates.copy_(lane.gates_there)
            captured.graph.replay()
            lane.output_there.copy_(captured.output)
            lane.computed.record()
            with torch.cuda.stream(self._copying):
                self._copying.wait_event(lane.computed)
                lane.output_here.copy_(lane.output_there, non_blocking=True)
                lane.done.record()

    def _result(self, lane: _Lane) -> Batch:
        with engine_errors(self.device):
            lane.done.synchronize()
        result: Batch = lane.output_here.numpy()
        return result
