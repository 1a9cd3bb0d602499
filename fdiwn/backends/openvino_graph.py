"""The folded network as OpenVINO models.

OpenVINO's own converter takes minutes for this network and may report use to its makers; this one
takes a second.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.backends.contract import Cut
from fdiwn.backends.graph_walker import edge_pad, even_crop, walk, walk_measuring, walk_tiles
from fdiwn.backends.openvino_silent import ops, ov
from fdiwn.network.folding import Folded
from fdiwn.network.units import channel_shuffle

Output = Any  # openvino.Output, or a list of them; the package has no complete types

_END = np.iinfo(np.int64).max  # of a slice to the end
_POOL = 8  # side of the blocks that are averaged first
_TYPES = {torch.float32: ov.Type.f32, torch.bfloat16: ov.Type.bf16, torch.float16: ov.Type.f16}


def measuring_graph(network: Folded, cut: Cut) -> ov.Model:
    """The model from any number of samples of any size to their enlargements and gates."""
    operations = _OpenVINOOperations()
    return operations.model(walk_measuring(network, cut, operations))


def tiles_graph(network: Folded, precision: str) -> ov.Model:
    """The model from a window of any size and gates to the enlargement, in one of PRECISIONS."""
    operations = _OpenVINOOperations()
    trunk = torch.bfloat16 if precision == "bfloat16" else None
    return operations.model(walk_tiles(network, trunk, operations))


def to_openvino(module: nn.Module, shapes: list[list[int]]) -> ov.Model:
    """The model of ``module.forward``; ``shapes``: of its inputs, -1 if free."""
    operations = _OpenVINOOperations()
    return operations.model(walk(module, shapes, operations))


class _OpenVINOOperations:
    """See `fdiwn.backends.graph_walker.Operations`."""

    def __init__(self) -> None:
        self._parameters: list[Any] = []
        self.functions: dict[Any, Callable[..., Output]] = {
            operator.add: _binary(ops.add),
            operator.iadd: _binary(ops.add),
            torch.add: _binary(ops.add),
            operator.sub: _binary(ops.subtract),
            operator.mul: _binary(ops.multiply),
            torch.mul: _binary(ops.multiply),
            operator.truediv: _binary(ops.divide),
            operator.getitem: lambda parts, index: parts[index],
            torch.sigmoid: lambda x: ops.sigmoid(x).output(0),
            torch.cat: lambda parts, dim: ops.concat(list(parts), dim).output(0),
            torch.chunk: _chunked,
            torch.split: self._split,
            torch.conv2d: self._conv2d,
            torch.relu: lambda x: ops.relu(x).output(0),
            functional.relu: lambda x, inplace=False: ops.relu(x).output(0),
            functional.leaky_relu: lambda x, negative_slope=0.01, inplace=False: ops.prelu(
                x, _constant([negative_slope], x)
            ).output(0),
            functional.pixel_shuffle: lambda x, scale: ops.depth_to_space(
                x, "depth_first", scale
            ).output(0),
            functional.pad: lambda x, pad, mode, value: _padded(x, pad, mode),
            channel_shuffle: lambda x, groups: ops.shuffle_channels(x, 1, groups).output(0),
        }
        self.methods: dict[str, Callable[..., Output]] = {
            "chunk": _chunked,
            "split": self._split,
            "relu": lambda x: ops.relu(x).output(0),
            "sigmoid": lambda x: ops.sigmoid(x).output(0),
            "pow": lambda x, exponent: ops.power(x, _constant(exponent, x)).output(0),
            "mean": _mean,
            "square": lambda x: ops.multiply(x, x).output(0),
            "sqrt": lambda x: ops.sqrt(x).output(0),
            "rsqrt": lambda x: ops.power(x, _constant(-0.5, x)).output(0),
            "clamp_min": lambda x, low: ops.maximum(x, _constant(low, x)).output(0),
            "to": _converted,
            "float": lambda x: _converted(x, torch.float32),
        }

    def parameter(self, name: str, shape: list[int]) -> Output:
        self._parameters.append(ops.parameter(shape, np.float32, name))
        return self._parameters[-1].output(0)

    def tensor(self, value: Tensor) -> Output:
        return ops.constant(value.float().numpy(), _TYPES[value.dtype]).output(0)

    def convolution(
        self,
        x: Output,
        weight: Tensor,
        bias: Tensor | None,
        pad: tuple[int, ...],
        dilation: tuple[int, ...],
        groups: int,
    ) -> Output:
        around = ([1, 1], list(pad), list(pad), list(dilation))
        if groups == 1:
            out = ops.convolution(x, _constant(weight, x), *around)
        else:
            by_group = weight.view(groups, -1, *weight.shape[1:])
            out = ops.group_convolution(x, _constant(by_group, x), *around)
        return _with_bias(out, bias, x)

    def deconvolution(self, x: Output, conv: nn.ConvTranspose2d) -> Output:
        pad = list(conv.padding)
        out = ops.convolution_backprop_data(
            x,
            _constant(conv.weight, x),
            list(conv.stride),
            pads_begin=pad,
            pads_end=pad,
            output_padding=list(conv.output_padding),
        )
        return _with_bias(out, conv.bias, x)

    def prelu(self, x: Output, slopes: Tensor) -> Output:
        return ops.prelu(x, _constant(slopes, x)).output(0)

    def _conv2d(
        self, x: Output, weight: Output, bias: Output | None = None, padding: int = 0
    ) -> Output:
        pad = [padding, padding]
        out = ops.convolution(x, weight, [1, 1], pad, pad, [1, 1]).output(0)
        if bias is not None:
            shape = ops.constant(np.array([1, -1, 1, 1], np.int64))
            out = ops.add(out, ops.reshape(bias, shape, special_zero=False)).output(0)
        return out

    def _split(self, x: Output, lengths: int | Sequence[int], dim: int) -> list[Output]:
        if dim != 1 or isinstance(lengths, int):
            raise TypeError("only channels are split, into parts of given lengths")
        return self.split(x, list(lengths))

    def channels(self, x: Output, start: int, stop: int | None) -> Output:
        return _sliced(x, [start], [_END if stop is None else stop], [1])

    def split(self, x: Output, lengths: list[int]) -> list[Output]:
        sizes = ops.constant(np.array(lengths, np.int64))
        parts: list[Output] = ops.variadic_split(x, ops.constant(np.int64(1)), sizes).outputs()
        return parts

    def model(self, results: list[Output]) -> ov.Model:
        return ov.Model(results, self._parameters, "FDIWN")


def _constant(value: Any, like: Output) -> Output:
    """A number, list or tensor, in the type of the other operand."""
    array = value.detach().float().numpy() if isinstance(value, Tensor) else np.array(value)
    return ops.constant(array.astype(np.float32), like.get_element_type())


def _binary(operation: Callable[..., Output]) -> Callable[[Any, Any], Output]:
    """The operation on two operands, one of which may be a number or a tensor."""

    def apply(a: Any, b: Any) -> Output:
        if not isinstance(a, ov.Output):
            a = _constant(a, b)
        return operation(a, b if isinstance(b, ov.Output) else _constant(b, a)).output(0)

    return apply


def _mean(x: Output, axes: tuple[int, ...], keepdim: bool) -> Output:
    """The mean over the batch, rows and columns, of sums over blocks: OpenVINO pools four times as
    fast as it reduces, and measuring has 444 means. Raises TypeError for other axes."""
    if axes != (0, 2, 3) or not keepdim:
        raise TypeError(f"only means over whole images are converted, not over {axes}")
    # Blocks that reach over the edge count zeros there; only the sum of all is divided.
    sums = ops.avg_pool(x, [_POOL] * 2, [0] * 2, [_POOL - 1] * 2, [_POOL] * 2, False)
    total = ops.reduce_sum(sums, _axes(axes), keep_dims=True)
    sizes = ops.gather(ops.shape_of(x), _axes(axes), ops.constant(np.int64(0)))
    count = ops.convert(ops.reduce_prod(sizes, _axes((0,))), ov.Type.f32)
    share = ops.divide(ops.constant(np.float32(_POOL**2)), count)
    return ops.multiply(total, share).output(0)


def _axes(axes: tuple[int, ...]) -> Any:
    return ops.constant(np.array(axes, np.int64))


def _chunked(x: Output, count: int, dim: int) -> list[Output]:
    return list(ops.split(x, ops.constant(np.int64(dim)), count).outputs())


def _with_bias(out: Any, bias: Tensor | None, x: Output) -> Output:
    if bias is not None:
        out = ops.add(out, _constant(bias.view(1, -1, 1, 1), x))
    return out.output(0)


def _padded(x: Output, pad: tuple[int, ...], mode: str) -> Output:
    more = edge_pad(pad, mode)
    if more is None:
        return _crop(x, pad)
    amounts = ops.constant(np.array([0, 0, *more], np.int64))
    return ops.pad(x, amounts, amounts, "edge").output(0)


def _crop(x: Output, pad: tuple[int, ...]) -> Output:
    """Implements ``functional.pad`` for (left, right, top, bottom) of at most zero."""
    crops = even_crop(pad)
    return _sliced(x, crops, [-crop or _END for crop in crops], (2, 3))


def _sliced(x: Output, starts: Sequence[int], stops: Sequence[int], axes: Sequence[int]) -> Output:
    given = (starts, stops, [1] * len(axes), axes)
    constants = (ops.constant(np.array(values, np.int64)) for values in given)
    return ops.slice(x, *constants).output(0)


def _converted(x: Output, dtype: torch.dtype) -> Output:
    if x.get_element_type() == _TYPES[dtype]:
        return x
    return ops.convert(x, _TYPES[dtype]).output(0)
