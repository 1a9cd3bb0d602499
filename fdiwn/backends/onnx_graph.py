"""The folded network as ONNX models, for ONNX Runtime."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.backends.contract import Cut
from fdiwn.backends.graph_walker import edge_pad, even_crop, walk_measuring, walk_tiles
from fdiwn.network.folding import Folded
from fdiwn.network.units import channel_shuffle

OPSET = 18  # the first in which means take their axes as an input
IR_VERSION = 10  # of ONNX 1.16, which every ONNX Runtime since 1.18 reads
MOST_TENSORS = 7
"""Results of a split or parts of a concatenation: together with its input or output, 8, the storage
buffers that every WebGPU device can bind to one shader."""
T = TypeVar("T")
_AXES = "NCHW"
_END = np.iinfo(np.int64).max  # of a slice to the end
_TYPES = {torch.float32: TensorProto.FLOAT, torch.float16: TensorProto.FLOAT16}


def measuring_model(network: Folded, cut: Cut) -> onnx.ModelProto:
    """The model from any number of samples of any size to their enlargements and gates."""
    operations = _OnnxOperations()
    results = walk_measuring(network, cut, operations)
    return operations.model(dict(zip(("output", "gates"), results, strict=True)))


def tiles_model(network: Folded, precision: str) -> onnx.ModelProto:
    """The model from a window of any size and gates to the enlargement, in float32 or with its
    trunk in float16."""
    operations = _OnnxOperations()
    trunk = torch.float16 if precision == "float16" else None
    (output,) = walk_tiles(network, trunk, operations)
    return operations.model({"output": output})


@dataclass(frozen=True)
class _Value:
    """A tensor of the graph. type: of TensorProto. channels: its size along axis 1. length: a
    constant's along axis 0."""

    name: str
    type: int
    channels: int = 1
    length: int = 1


def _pieces(items: Sequence[T]) -> list[Sequence[T]]:
    return [items[start : start + MOST_TENSORS] for start in range(0, len(items), MOST_TENSORS)]


class _OnnxOperations:
    """See `fdiwn.backends.graph_walker.Operations`."""

    def __init__(self) -> None:
        self._inputs: list[Any] = []
        self._constants: list[Any] = []
        self._nodes: list[Any] = []
        self.functions: dict[Any, Callable[..., Any]] = {
            operator.add: self._binary("Add"),
            operator.iadd: self._binary("Add"),
            torch.add: self._binary("Add"),
            operator.sub: self._binary("Sub"),
            operator.mul: self._binary("Mul"),
            torch.mul: self._binary("Mul"),
            operator.truediv: self._binary("Div"),
            operator.getitem: lambda parts, index: parts[index],
            torch.sigmoid: lambda x: self._node("Sigmoid", x),
            torch.cat: self._concatenated,
            torch.chunk: self._chunked,
            torch.split: self._split,
            torch.conv2d: self._conv2d,
            torch.relu: lambda x: self._node("Relu", x),
            functional.relu: lambda x, inplace=False: self._node("Relu", x),
            functional.leaky_relu: lambda x, negative_slope=0.01, inplace=False: self._node(
                "LeakyRelu", x, alpha=negative_slope
            ),
            functional.pixel_shuffle: lambda x, scale: replace(
                self._node("DepthToSpace", x, blocksize=scale, mode="CRD"),
                channels=x.channels // scale**2,
            ),
            functional.pad: lambda x, pad, mode, value: self._padded(x, pad, mode),
            channel_shuffle: self._shuffle,
        }
        self.methods: dict[str, Callable[..., Any]] = {
            "chunk": self._chunked,
            "split": self._split,
            "relu": lambda x: self._node("Relu", x),
            "sigmoid": lambda x: self._node("Sigmoid", x),
            "pow": lambda x, exponent: self._node("Pow", x, self._like(exponent, x)),
            "mean": lambda x, axes, keepdim: self._node(
                "ReduceMean", x, self._integers(axes), keepdims=int(keepdim)
            ),
            "square": lambda x: self._node("Mul", x, x),
            "sqrt": lambda x: self._node("Sqrt", x),
            "rsqrt": lambda x: self._node("Reciprocal", self._node("Sqrt", x)),
            "clamp_min": lambda x, low: self._node("Max", x, self._like(low, x)),
            "to": self._converted,
            "float": lambda x: self._converted(x, torch.float32),
        }

    def parameter(self, name: str, shape: list[int]) -> _Value:
        # A free size has a name, so that a session can set it.
        sizes = [axis if size < 0 else size for axis, size in zip(_AXES, shape, strict=True)]
        self._inputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, sizes))
        return _Value(name, TensorProto.FLOAT, shape[1])

    def tensor(self, value: Tensor) -> _Value:
        return self._constant(value.float().numpy(), _TYPES[value.dtype])

    def convolution(
        self,
        x: _Value,
        weight: Tensor,
        bias: Tensor | None,
        pad: tuple[int, ...],
        dilation: tuple[int, ...],
        groups: int,
    ) -> _Value:
        given = [x, self._like(weight, x)]
        if bias is not None:
            given.append(self._like(bias, x))
        out = self._node("Conv", *given, pads=[*pad, *pad], dilations=list(dilation), group=groups)
        return replace(out, channels=len(weight))

    def deconvolution(self, x: _Value, conv: nn.ConvTranspose2d) -> _Value:
        given = [x, self._like(conv.weight, x)]
        if conv.bias is not None:
            given.append(self._like(conv.bias, x))
        out = self._node(
            "ConvTranspose",
            *given,
            strides=list(conv.stride),
            pads=[*conv.padding, *conv.padding],
            output_padding=list(conv.output_padding),
        )
        return replace(out, channels=conv.out_channels)

    def prelu(self, x: _Value, slopes: Tensor) -> _Value:
        return self._node("PRelu", x, self._like(slopes.view(-1, 1, 1), x))

    def _conv2d(
        self, x: _Value, weight: _Value, bias: _Value | None = None, padding: int = 0
    ) -> _Value:
        given = [x, weight] if bias is None else [x, weight, bias]
        out = self._node("Conv", *given, pads=[padding] * 4)
        return replace(out, channels=weight.length)

    def _chunked(self, x: _Value, count: int, dim: int) -> list[_Value]:
        return self.split(x, [x.channels // count] * count)

    def _split(self, x: _Value, lengths: int | Sequence[int], dim: int) -> list[_Value]:
        if dim != 1 or isinstance(lengths, int):
            raise TypeError("only channels are split, into parts of given lengths")
        return self.split(x, list(lengths))

    def channels(self, x: _Value, start: int, stop: int | None) -> _Value:
        end = _END if stop is None else stop
        part = self._node("Slice", x, *map(self._integers, ([start], [end], [1])))
        return replace(part, channels=len(range(x.channels)[start:stop]))

    def split(self, x: _Value, lengths: list[int]) -> list[_Value]:
        if len(lengths) > MOST_TENSORS:
            pieces = _pieces(lengths)
            parts = self.split(x, [sum(piece) for piece in pieces])
            return [
                leaf
                for part, piece in zip(parts, pieces, strict=True)
                for leaf in self.split(part, list(piece))
            ]
        parts = self._nodes_of("Split", [x, self._integers(lengths)], len(lengths), axis=1)
        return [replace(part, channels=n) for part, n in zip(parts, lengths, strict=True)]

    def model(self, outputs: dict[str, _Value]) -> onnx.ModelProto:
        """The finished model, with these outputs by name."""
        results = [
            helper.make_tensor_value_info(name, value.type, None) for name, value in outputs.items()
        ]
        ends = [
            helper.make_node("Identity", [value.name], [name]) for name, value in outputs.items()
        ]
        graph = helper.make_graph(
            [*self._nodes, *ends], "FDIWN", self._inputs, results, self._constants
        )
        return helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION
        )

    def _node(self, kind: str, *given: _Value, **attributes: Any) -> _Value:
        return self._nodes_of(kind, given, 1, **attributes)[0]

    def _nodes_of(
        self, kind: str, given: Sequence[_Value], count: int, **attributes: Any
    ) -> list[_Value]:
        """The results of a node, with the type and channels of its first input."""
        names = [f"v{len(self._nodes)}_{number}" for number in range(count)]
        inputs = [value.name for value in given]
        self._nodes.append(helper.make_node(kind, inputs, names, **attributes))
        return [replace(given[0], name=name) for name in names]

    def _constant(self, array: np.ndarray[Any, Any], kind: int) -> _Value:
        name = f"c{len(self._constants)}"
        kept = array.astype(helper.tensor_dtype_to_np_dtype(kind))
        self._constants.append(numpy_helper.from_array(kept, name))
        return _Value(
            name, kind, kept.shape[1] if kept.ndim == 4 else 1, len(kept) if kept.ndim else 1
        )

    def _integers(self, values: Sequence[int]) -> _Value:
        return self._constant(np.array(values), TensorProto.INT64)

    def _like(self, value: Any, like: _Value) -> _Value:
        """A number or tensor, in the type of the other operand."""
        array = value.detach().float().numpy() if isinstance(value, Tensor) else np.array(value)
        return self._constant(array, like.type)

    def _binary(self, kind: str) -> Callable[[Any, Any], _Value]:
        """The operation on two operands, one of which may be a number or a tensor."""

        def apply(a: Any, b: Any) -> _Value:
            if not isinstance(a, _Value):
                a = self._like(a, b)
            b = b if isinstance(b, _Value) else self._like(b, a)
            return replace(self._node(kind, a, b), channels=max(a.channels, b.channels))

        return apply

    def _padded(self, x: _Value, pad: tuple[int, ...], mode: str) -> _Value:
        more = edge_pad(pad, mode)
        if more is None:
            return self._crop(x, pad)
        return self._node("Pad", x, self._integers([0, 0, *more] * 2), mode="edge")

    def _crop(self, x: _Value, pad: tuple[int, ...]) -> _Value:
        crops = even_crop(pad)
        ends = [-crop or _END for crop in crops]
        return self._node("Slice", x, *map(self._integers, (crops, ends, (2, 3))))

    def _concatenated(self, parts: Sequence[_Value], dim: int) -> _Value:
        if len(parts) > MOST_TENSORS:
            return self._concatenated([self._concatenated(p, dim) for p in _pieces(parts)], dim)
        joined = self._node("Concat", *parts, axis=dim)
        return replace(joined, channels=sum(part.channels for part in parts))

    def _shuffle(self, x: _Value, groups: int) -> _Value:
        order = np.arange(x.channels).reshape(groups, -1).T.reshape(-1)
        return self._node("Gather", x, self._integers(order.tolist()), axis=1)

    def _converted(self, x: _Value, dtype: torch.dtype) -> _Value:
        kind = _TYPES[dtype]
        return x if x.type == kind else replace(self._node("Cast", x, to=kind), type=kind)
