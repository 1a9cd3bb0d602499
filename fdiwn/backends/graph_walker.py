"""Converts a folded torch module into a graph of another library, operation by operation.

The module is traced symbolically (torch.fx), so its structure is defined in one place only. Each
library has its own table of operations: `fdiwn.backends.openvino_graph` and
`fdiwn.backends.onnx_graph`. Only operations of `fdiwn.network.folding`, and the usual ones of other
networks, are supported; anything else raises CannotConvert.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, Protocol, cast

import torch
from torch import Tensor, fx, nn
from torch.nn import functional

from fdiwn.backends.contract import CannotConvert, Cut
from fdiwn.network.folding import Folded, count_gates
from fdiwn.network.other import TRACING
from fdiwn.network.units import channel_shuffle

# Traced as one operation instead of views and transpositions.
fx.wrap("channel_shuffle")

Value = Any
"""The result of a library's operation: its own record of one tensor."""

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

    def convolution(
        self,
        x: Value,
        weight: Tensor,
        bias: Tensor | None,
        pad: tuple[int, ...],
        dilation: tuple[int, ...],
        groups: int,
    ) -> Value:
        """A convolution of stride 1, in the type of ``x``."""
        ...

    def deconvolution(self, x: Value, conv: nn.ConvTranspose2d) -> Value:
        """A transposed convolution, in the type of ``x``."""
        ...

    def prelu(self, x: Value, slopes: Tensor) -> Value:
        """slopes: one for each channel."""
        ...

    def channels(self, x: Value, start: int, stop: int | None) -> Value:
        """``x[:, start:stop]``; negative numbers count from the end."""
        ...

    def split(self, x: Value, lengths: list[int]) -> list[Value]:
        """``x`` split into parts with these numbers of channels."""
        ...


def walk(module: nn.Module, shapes: list[list[int]], operations: Operations) -> list[Value]:
    """Converts the module; returns the results of ``module.forward`` for inputs of these shapes.

    Raises CannotConvert.
    """
    with torch.no_grad():
        try:
            return _Walker(module, shapes, operations).results()
        except (TypeError, ValueError, RuntimeError, LookupError, AttributeError) as exc:
            raise CannotConvert(f"{type(module).__name__} cannot be converted: {exc}") from exc


def walk_measuring(network: Folded, cut: Cut, operations: Operations) -> list[Value]:
    """The graph from any number of samples of any size to their enlargements and gates."""
    with TRACING:
        return walk(_Measuring(network, cut), [ANY_SIZE], operations)


def walk_tiles(network: Folded, trunk: torch.dtype | None, operations: Operations) -> list[Value]:
    """The graph from a window of any size and gates to the enlargement. trunk: its type, None for
    float32."""
    gates = count_gates(network)
    with TRACING:
        if trunk is not None:
            network = network.with_trunk(trunk)
        return walk(network, [ANY_SIZE, [1, gates, 1, 1]], operations)


def even_crop(pad: tuple[int, ...]) -> tuple[int, int]:
    """Rows and columns that ``functional.pad`` crops from each edge of (N, C, H, W), given (left,
    right, top, bottom) of at most zero. Raises TypeError for any other padding."""
    left, right, top, bottom = pad
    if max(pad) > 0 or left != right or top != bottom:
        raise TypeError(f"only even crops are converted, not {pad}")
    return -top, -left


def edge_pad(pad: tuple[int, ...], mode: str) -> tuple[int, int] | None:
    """Rows and columns by which ``functional.pad`` continues each edge of (N, C, H, W) by its own
    values; None for another way of padding."""
    left, right, top, bottom = pad
    even = left == right and top == bottom
    return (top, left) if mode == "replicate" and even and min(pad) >= 0 else None


class _Tracer(fx.Tracer):
    """Keeps `channel_shuffle` whole, wherever it is called."""

    def __init__(self) -> None:
        super().__init__(autowrap_functions=(channel_shuffle,))


class _Measuring(nn.Module):
    """The measuring form as a separate module, for the conversion."""

    def __init__(self, network: Folded, cut: Cut) -> None:
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
        if _is_slice(node):
            source, index = cast(tuple[fx.Node, Any], node.args)
            start, stop = index[1].start or 0, index[1].stop
            return self._operations.channels(self._made[source], start, stop)
        args: Any = fx.map_arg(node.args, lambda n: self._made[n])
        kwargs: Any = fx.map_arg(node.kwargs, lambda n: self._made[n])
        if node.op == "output":
            return args[0]
        if node.op == "get_attr":
            return self._operations.tensor(self._attribute(str(node.target)))
        if node.op == "call_module":
            return self._layer(self._module.get_submodule(str(node.target)), *args)
        table: dict[Any, Callable[..., Any]] = (
            self._operations.methods if node.op == "call_method" else self._operations.functions
        )
        if node.target not in table:
            raise TypeError(f"{node.op} {node.target} cannot be converted")
        return table[node.target](*args, **kwargs)

    def _layer(self, layer: nn.Module, x: Value) -> Value:
        functions = self._operations.functions
        if isinstance(layer, nn.Conv2d):
            plain = layer.stride == (1, 1) and layer.padding_mode == "zeros"
            if not (plain and isinstance(layer.padding, tuple)):
                raise TypeError(f"only plain convolutions are converted, not {layer}")
            return self._operations.convolution(
                x, layer.weight, layer.bias, layer.padding, layer.dilation, layer.groups
            )
        if isinstance(layer, nn.ConvTranspose2d):
            if layer.groups != 1 or layer.dilation != (1, 1):
                raise TypeError(f"only plain transposed convolutions are converted, not {layer}")
            return self._operations.deconvolution(x, layer)
        if isinstance(layer, nn.PReLU):
            return self._operations.prelu(x, layer.weight)
        if isinstance(layer, nn.ReLU):
            return functions[functional.relu](x)
        if isinstance(layer, nn.LeakyReLU):
            return functions[functional.leaky_relu](x, layer.negative_slope)
        if isinstance(layer, nn.Sigmoid):
            return functions[torch.sigmoid](x)
        if isinstance(layer, nn.PixelShuffle):
            return functions[functional.pixel_shuffle](x, layer.upscale_factor)
        raise TypeError(f"{layer} cannot be converted")

    def _attribute(self, name: str) -> Tensor:
        value: Any = self._module
        for part in name.split("."):
            value = getattr(value, part)
        tensor: Tensor = value.detach()
        return tensor

    def _split(self, node: fx.Node) -> None:
        """Splits the gates once, instead of slicing them hundreds of times."""
        slices = [user for user in node.users if _is_slice(user)]
        if slices and _is_partition(slices):
            parts = self._operations.split(self._made[node], [_channels(user) for user in slices])
            self._slices.update(zip(slices, parts, strict=True))


def _is_slice(node: fx.Node) -> bool:
    """Whether it is ``x[:, start:stop]``."""
    if node.target is not operator.getitem or not isinstance(node.args[1], tuple):
        return False
    whole, of_channels = (*node.args[1], None, None)[:2]
    return len(node.args[1]) == 2 and whole == slice(None) and isinstance(of_channels, slice)


def _is_partition(slices: list[fx.Node]) -> bool:
    """Whether each slice begins where the one before it ends."""
    end = 0
    for node in slices:
        index: Any = node.args[1]
        start, stop = index[1].start, index[1].stop
        if start != end or not isinstance(stop, int) or stop <= start:
            return False
        end = stop
    return len(slices) > 1


def _channels(node: fx.Node) -> int:
    """The length of ``x[:, start:stop]``."""
    index: Any = node.args[1]
    return int(index[1].stop - index[1].start)
