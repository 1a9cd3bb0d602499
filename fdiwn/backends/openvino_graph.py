"""A folded torch module as an OpenVINO model, operation by operation.

The module is traced symbolically (torch.fx), so its structure stands in one place only. OpenVINO's
own converter takes minutes for this network and may report use to its makers; this one takes a
second and knows just the operations that `fdiwn.network.folding` uses. Anything else raises
TypeError.
"""

from __future__ import annotations

import operator
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor, fx, nn
from torch.nn import functional

from fdiwn.backends.contract import Cut
from fdiwn.backends.openvino_silent import ops, ov
from fdiwn.network.folding import FoldedFDIWN
from fdiwn.network.units import channel_shuffle

# Traced as one operation instead of its views and transpositions.
fx.wrap("channel_shuffle")

Output = Any  # openvino.Output, or a list of them; the package has no complete types

_tracing = threading.Lock()
"""While torch.fx traces, it takes part in every call of a module, also in other threads."""
_ANY_SIZE = [-1, 3, -1, -1]
_END = np.iinfo(np.int64).max  # of a slice that goes to the end


class _Tracer(fx.Tracer):
    """Keeps `channel_shuffle` whole wherever it is called from."""

    def __init__(self) -> None:
        super().__init__(autowrap_functions=(channel_shuffle,))


_TYPES = {torch.float32: ov.Type.f32, torch.bfloat16: ov.Type.bf16, torch.float16: ov.Type.f16}


def _constant(value: Any, like: Output) -> Output:
    """A number, list or tensor, in the type of the output that it meets."""
    array = value.detach().float().numpy() if isinstance(value, torch.Tensor) else np.array(value)
    return ops.constant(array.astype(np.float32), like.get_element_type())


def _binary(operation: Callable[..., Output]) -> Callable[[Any, Any], Output]:
    """The operation on two operands, one of which may be a number or a tensor."""

    def apply(a: Any, b: Any) -> Output:
        if not isinstance(a, ov.Output):
            a = _constant(a, b)
        return operation(a, b if isinstance(b, ov.Output) else _constant(b, a))

    return apply


def _convolution(conv: nn.Conv2d, x: Output) -> Output:
    if conv.groups != 1 or conv.stride != (1, 1) or not isinstance(conv.padding, tuple):
        raise TypeError(f"only plain convolutions are converted, not {conv}")
    pad = list(conv.padding)
    out = ops.convolution(x, _constant(conv.weight, x), [1, 1], pad, pad, [1, 1])
    if conv.bias is None:
        return out
    return ops.add(out, _constant(conv.bias.view(1, -1, 1, 1), x))


def _mean(x: Output, axes: tuple[int, ...], keepdim: bool) -> Output:
    return ops.reduce_mean(x, ops.constant(np.array(axes, np.int64)), keep_dims=keepdim)


def _crop(x: Output, pad: tuple[int, ...]) -> Output:
    """What ``functional.pad`` does to (N, C, H, W) where it is given (left, right, top, bottom)
    at most zero."""
    left, right, top, bottom = pad
    if max(pad) > 0 or left != right or top != bottom:
        raise TypeError(f"only even crops are converted, not {pad}")
    start, stop, step, axes = (
        ops.constant(np.array(values, np.int64))
        for values in ((-top, -left), [crop or _END for crop in (top, left)], (1, 1), (2, 3))
    )
    return ops.slice(x, start, stop, step, axes)


def _converted(x: Output, dtype: torch.dtype) -> Output:
    return x if x.get_element_type() == _TYPES[dtype] else ops.convert(x, _TYPES[dtype])


def _power(x: Output, exponent: float) -> Output:
    return ops.power(x, _constant(exponent, x))


_FUNCTIONS: dict[Any, Callable[..., Output]] = {
    operator.add: _binary(ops.add),
    operator.sub: _binary(ops.subtract),
    operator.mul: _binary(ops.multiply),
    operator.truediv: _binary(ops.divide),
    operator.getitem: lambda parts, index: parts[index],
    torch.sigmoid: ops.sigmoid,
    torch.cat: lambda parts, dim: ops.concat(list(parts), dim),
    functional.relu: lambda x, inplace: ops.relu(x),
    functional.leaky_relu: lambda x, negative_slope, inplace: ops.prelu(
        x, _constant([negative_slope], x)
    ),
    functional.pixel_shuffle: lambda x, scale: ops.depth_to_space(x, "depth_first", scale),
    functional.pad: lambda x, pad, mode, value: _crop(x, pad),
    channel_shuffle: lambda x, groups: ops.shuffle_channels(x, 1, groups),
}
_METHODS: dict[str, Callable[..., Output]] = {
    "chunk": lambda x, count, dim: list(ops.split(x, ops.constant(np.int64(dim)), count).outputs()),
    "mean": _mean,
    "square": lambda x: ops.multiply(x, x),
    "sqrt": ops.sqrt,
    "rsqrt": lambda x: _power(x, -0.5),
    "clamp_min": lambda x, low: ops.maximum(x, _constant(low, x)),
    "to": _converted,
    "float": lambda x: _converted(x, torch.float32),
}


class _Builder:
    """Walks the traced graph once and keeps what each node became."""

    def __init__(self, module: nn.Module, shapes: list[list[int]]) -> None:
        self._module = module
        self._shapes = shapes
        self._made: dict[fx.Node, Any] = {}
        self.parameters: list[Any] = []
        self._slices: dict[fx.Node, Output] = {}

    def build(self) -> list[Output]:
        graph = _Tracer().trace(self._module)
        for node in graph.nodes:
            self._made[node] = self._convert(node)
            self._split(node)
        (results,) = (self._made[node] for node in graph.nodes if node.op == "output")
        return list(results) if isinstance(results, (tuple, list)) else [results]

    def _convert(self, node: fx.Node) -> Any:
        if node.op == "placeholder":
            return self._parameter(node)
        if node in self._slices:
            return self._slices[node]
        args: Any = fx.map_arg(node.args, lambda n: self._made[n])
        kwargs: Any = fx.map_arg(node.kwargs, lambda n: self._made[n])
        if node.op == "output":
            return args[0]
        if node.op == "get_attr":
            return self._attribute(str(node.target))
        if node.op == "call_module":
            module = self._module.get_submodule(str(node.target))
            if isinstance(module, nn.Conv2d):
                return _convolution(module, *args).output(0)
        table: dict[Any, Callable[..., Output]] = (
            _METHODS if node.op == "call_method" else _FUNCTIONS
        )
        if node.target not in table:
            raise TypeError(f"no OpenVINO form of {node.op} {node.target}")
        made = table[node.target](*args, **kwargs)
        return made.output(0) if isinstance(made, ov.Node) else made

    def _attribute(self, name: str) -> Output:
        value: Any = self._module
        for part in name.split("."):
            value = getattr(value, part)
        array = value.detach().float().numpy()
        return ops.constant(array, _TYPES[value.dtype]).output(0)

    def _parameter(self, node: fx.Node) -> Output:
        shape = self._shapes[len(self.parameters)]
        parameter = ops.parameter(shape, np.float32, node.name)
        self.parameters.append(parameter)
        return parameter.output(0)

    def _split(self, node: fx.Node) -> None:
        """All slices of the gates at once: one split instead of hundreds of slices."""
        slices = [user for user in node.users if _is_slice(user)]
        if slices:
            lengths = [_channels(user) for user in slices]
            parts = ops.variadic_split(
                self._made[node],
                ops.constant(np.int64(1)),
                ops.constant(np.array(lengths, np.int64)),
            )
            self._slices.update(zip(slices, parts.outputs(), strict=True))


def _is_slice(node: fx.Node) -> bool:
    return node.target is operator.getitem and isinstance(node.args[1], tuple)


def _channels(node: fx.Node) -> int:
    """The length of ``x[:, start:stop]``."""
    index: Any = node.args[1]
    return int(index[1].stop - index[1].start)


class _Measuring(nn.Module):
    """The measuring form as a module of its own, for the conversion."""

    def __init__(self, network: FoldedFDIWN, cut: Cut) -> None:
        super().__init__()
        self.network, self.cut = network, cut

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self.network.measure(x, self.cut)


def measuring_graph(network: FoldedFDIWN, cut: Cut) -> ov.Model:
    """From samples, as many and as large as one likes, to their enlargements and gates."""
    with _tracing:
        return to_openvino(_Measuring(network, cut), [_ANY_SIZE])


def tiles_graph(network: FoldedFDIWN, precision: str) -> ov.Model:
    """From a window of any size and gates to the enlargement, in one of PRECISIONS."""
    with _tracing:
        with torch.no_grad():
            _, gates = network.measure(torch.zeros(1, 3, 4, 4))
        if precision == "bfloat16":
            network = network.with_trunk(torch.bfloat16)
        return to_openvino(network, [_ANY_SIZE, list(gates.shape)])


def to_openvino(module: nn.Module, shapes: list[list[int]]) -> ov.Model:
    """The model of ``module.forward``; ``shapes`` of its inputs, -1 where free."""
    builder = _Builder(module, shapes)
    with torch.no_grad():
        results = builder.build()
    return ov.Model(results, builder.parameters, type(module).__name__)
