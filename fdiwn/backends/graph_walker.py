"""Converts a folded torch module into a graph of another library, operation by operation.

The module is traced symbolically (torch.fx), so its structure stands in one place only. What a
library makes of each operation is a table of its own: `fdiwn.backends.openvino_graph` and
`fdiwn.backends.onnx_graph`. Only the operations that `fdiwn.network.folding` uses are known;
anything else raises TypeError.
"""

from __future__ import annotations

import operator
import threading
from collections.abc import Callable
from typing import Any, Protocol

import torch
from torch import Tensor, fx, nn

from fdiwn.backends.contract import Cut
from fdiwn.network.folding import FoldedFDIWN
from fdiwn.network.units import channel_shuffle

# Traced as one operation instead of its views and transpositions.
fx.wrap("channel_shuffle")

Value = Any
"""What an operation of the library gives: its own record of one tensor."""

_tracing = threading.Lock()
"""While torch.fx traces, it takes part in every call of a module, also in other threads."""
ANY_SIZE = [-1, 3, -1, -1]


class Operations(Protocol):
    """What a library makes of each operation. Shapes are (N, C, H, W).

    functions, methods: of each function and each method of a tensor, what takes its place; they
    are given the arguments of the call, tensors as Values.
    """

    functions: dict[Any, Callable[..., Any]]
    methods: dict[str, Callable[..., Any]]

    def parameter(self, name: str, shape: list[int]) -> Value:
        """An input in float32; -1 in its shape is free."""
        ...

    def tensor(self, value: Tensor) -> Value:
        """A tensor of the module, in its own type."""
        ...

    def convolution(self, conv: nn.Conv2d, x: Value) -> Value:
        """A convolution of stride 1, in the type of ``x``."""
        ...

    def split(self, x: Value, lengths: list[int]) -> list[Value]:
        """``x`` in parts of these numbers of channels."""
        ...


def walk(module: nn.Module, shapes: list[list[int]], operations: Operations) -> list[Value]:
    """The results of ``module.forward`` for inputs of these shapes."""
    with torch.no_grad():
        return _Walker(module, shapes, operations).results()


def walk_measuring(network: FoldedFDIWN, cut: Cut, operations: Operations) -> list[Value]:
    """From samples, as many and as large as one likes, to their enlargements and gates."""
    with _tracing:
        return walk(_Measuring(network, cut), [ANY_SIZE], operations)


def walk_tiles(
    network: FoldedFDIWN, trunk: torch.dtype | None, operations: Operations
) -> list[Value]:
    """From a window of any size and gates to the enlargement. trunk: the type that it computes
    in, None for float32."""
    with _tracing:
        with torch.no_grad():
            _, gates = network.measure(torch.zeros(1, 3, 4, 4))
        if trunk is not None:
            network = network.with_trunk(trunk)
        return walk(network, [ANY_SIZE, list(gates.shape)], operations)


def even_crop(pad: tuple[int, ...]) -> tuple[int, int]:
    """Rows and columns that ``functional.pad`` takes from each edge of (N, C, H, W) where it is
    given (left, right, top, bottom) at most zero. Raises TypeError for any other padding."""
    left, right, top, bottom = pad
    if max(pad) > 0 or left != right or top != bottom:
        raise TypeError(f"only even crops are converted, not {pad}")
    return -top, -left


class _Tracer(fx.Tracer):
    """Keeps `channel_shuffle` whole wherever it is called from."""

    def __init__(self) -> None:
        super().__init__(autowrap_functions=(channel_shuffle,))


class _Measuring(nn.Module):
    """The measuring form as a module of its own, for the conversion."""

    def __init__(self, network: FoldedFDIWN, cut: Cut) -> None:
        super().__init__()
        self.network, self.cut = network, cut

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self.network.measure(x, self.cut)


class _Walker:
    """Walks the traced graph once and keeps what each node became."""

    def __init__(self, module: nn.Module, shapes: list[list[int]], operations: Operations) -> None:
        self._module = module
        self._shapes = list(shapes)
        self._operations = operations
        self._made: dict[fx.Node, Any] = {}
        self._slices: dict[fx.Node, Value] = {}

    def results(self) -> list[Value]:
        graph = _Tracer().trace(self._module)
        for node in graph.nodes:
            self._made[node] = self._convert(node)
            self._split(node)
        (results,) = (self._made[node] for node in graph.nodes if node.op == "output")
        return list(results) if isinstance(results, (tuple, list)) else [results]

    def _convert(self, node: fx.Node) -> Any:
        if node.op == "placeholder":
            return self._operations.parameter(node.name, self._shapes.pop(0))
        if node in self._slices:
            return self._slices[node]
        args: Any = fx.map_arg(node.args, lambda n: self._made[n])
        kwargs: Any = fx.map_arg(node.kwargs, lambda n: self._made[n])
        if node.op == "output":
            return args[0]
        if node.op == "get_attr":
            return self._operations.tensor(self._attribute(str(node.target)))
        if node.op == "call_module":
            module = self._module.get_submodule(str(node.target))
            if isinstance(module, nn.Conv2d):
                return self._convolution(module, *args)
        table: dict[Any, Callable[..., Any]] = (
            self._operations.methods if node.op == "call_method" else self._operations.functions
        )
        if node.target not in table:
            raise TypeError(f"{node.op} {node.target} cannot be converted")
        return table[node.target](*args, **kwargs)

    def _convolution(self, conv: nn.Conv2d, x: Value) -> Value:
        if conv.groups != 1 or conv.stride != (1, 1) or not isinstance(conv.padding, tuple):
            raise TypeError(f"only plain convolutions are converted, not {conv}")
        return self._operations.convolution(conv, x)

    def _attribute(self, name: str) -> Tensor:
        value: Any = self._module
        for part in name.split("."):
            value = getattr(value, part)
        tensor: Tensor = value.detach()
        return tensor

    def _split(self, node: fx.Node) -> None:
        """All slices of the gates at once: one split instead of hundreds of slices."""
        slices = [user for user in node.users if _is_slice(user)]
        if slices:
            parts = self._operations.split(self._made[node], [_channels(user) for user in slices])
            self._slices.update(zip(slices, parts, strict=True))


def _is_slice(node: fx.Node) -> bool:
    return node.target is operator.getitem and isinstance(node.args[1], tuple)


def _channels(node: fx.Node) -> int:
    """The length of ``x[:, start:stop]``."""
    index: Any = node.args[1]
    return int(index[1].stop - index[1].start)
