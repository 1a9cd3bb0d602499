"""Converts a folded torch module into a graph of another library, operation by operation.

The module is traced symbolically (torch.fx), so its structure is defined in one place only. Each
library has its own table of operations: `fdiwn.backends.openvino_graph` and
`fdiwn.backends.onnx_graph`. Only the operations that `fdiwn.network.folding` uses are supported;
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

# Traced as one operation instead of views and transpositions.
fx.wrap("channel_shuffle")

Value = Any
"""The result of a library's operation: its own record of one tensor."""

_tracing = threading.Lock()
"""While torch.fx traces, it intercepts every call of a module, also on other threads."""
ANY_SIZE = [-1, 3, -1, -1]


class Operations(Protocol):
    """A library's implementation of each operation. Shapes are (N, C, H, W).

    functions, methods: the replacement for each function and each tensor method; called with the
    arguments of the call, tensors as Values.
    """

    functions: dict[Any, Callable[..., Any]]
    methods: dict[str, Callable[..., Any]]

    def parameter(self, name: str, shape: list[int]) -> Value:
        """A float32 input; -1 in its shape is free."""
        ...

    def tensor(self, value: Tensor) -> Value:
        """A tensor of the module, in its own type."""
        ...

    def convolution(self, conv: nn.Conv2d, x: Value) -> Value:
        """A convolution of stride 1, in the type of ``x``."""
        ...

    def split(self, x: Value, lengths: list[int]) -> list[Value]:
        """``x`` split into parts with these numbers of channels."""
        ...


def walk(module: nn.Module, shapes: list[list[int]], operations: Operations) -> list[Value]:
    """Converts the module; returns the results of ``module.forward`` for inputs of these shapes."""
    with torch.no_grad():
        return _Walker(module, shapes, operations).results()


def walk_measuring(network: FoldedFDIWN, cut: Cut, operations: Operations) -> list[Value]:
    """The graph from any number of samples of any size to their enlargements and gates."""
    with _tracing:
        return walk(_Measuring(network, cut), [ANY_SIZE], operations)


def walk_tiles(
    network: FoldedFDIWN, trunk: torch.dtype | None, operations: Operations
) -> list[Value]:
    """The graph from a window of any size and gates to the enlargement. trunk: its type, None for
    float32."""
    with _tracing:
        with torch.no_grad():
            _, gates = network.measure(torch.zeros(1, 3, 4, 4))
        if trunk is not None:
            network = network.with_trunk(trunk)
        return walk(network, [ANY_SIZE, list(gates.shape)], operations)


def even_crop(pad: tuple[int, ...]) -> tuple[int, int]:
    """Rows and columns that ``functional.pad`` crops from each edge of (N, C, H, W), given (left,
    right, top, bottom) of at most zero. Raises TypeError for any other padding."""
    left, right, top, bottom = pad
    if max(pad) > 0 or left != right or top != bottom:
        raise TypeError(f"only even crops are converted, not {pad}")
    return -top, -left


class _Tracer(fx.Tracer):
    """Keeps `channel_shuffle` whole, wherever it is called."""

    def __init__(self) -> None:
        super().__init__(autowrap_functions=(channel_shuffle,))


class _Measuring(nn.Module):
    """The measuring form as a separate module, for the conversion."""

    def __init__(self, network: FoldedFDIWN, cut: Cut) -> None:
        super().__init__()
        self.network, self.cut = network, cut

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self.network.measure(x, self.cut)


class _Walker:
    """Walks the traced graph once and keeps each node's converted value."""

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
        """Splits the gates once, instead of slicing them hundreds of times."""
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
