"""Convolutions of (N, H, W, C) with hand-written gradients, for speed on a CPU.

oneDNN computes 16 channels at a time, and takes longer for 24 output channels than for 32. So
kernels are padded to whole vectors, forwards and, for the input's gradient, backwards; the excess
is cut off as a view. The hidden layer of a WIRW or WCRW, its largest activation, is rectified in
place, and so is its gradient.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.amp import custom_bwd, custom_fwd
from torch.nn import functional

from fdiwn.lab.training.kernels import Wide

LANES = 16

_convolution_backward = torch.ops.aten.convolution_backward
_threshold_backward = torch.ops.aten.threshold_backward.grad_input


def _missing(channels: int) -> int:
    """The number of channels to add for whole vectors; none below one vector, where padding is
    slower."""
    return -channels % LANES if channels > LANES else 0


def _same(x: Tensor, kernel: Tensor, bias: Tensor | None = None) -> Tensor:
    """A 3x3 convolution of (N, H, W, C) whose output has the size of its input."""
    count = len(kernel)
    more = _missing(count)
    if more:
        kernel = functional.pad(kernel, (0, 0, 0, 0, 0, 0, 0, more))
        bias = None if bias is None else functional.pad(bias, (0, more))
    kernel = kernel.contiguous(memory_format=torch.channels_last)
    out = functional.conv2d(x.permute(0, 3, 1, 2), kernel, bias, padding=1)
    return out.permute(0, 2, 3, 1)[..., :count]


def _input_gradient(grad: Tensor, kernel: Tensor) -> Tensor:
    """(N, H, W, C): the gradient with respect to the input of ``kernel``."""
    return _same(grad, kernel.flip(2, 3).transpose(0, 1))


def _kernel_gradient(
    grad: Tensor, x: Tensor, kernel: Tensor, has_bias: bool
) -> tuple[Tensor, Tensor | None]:
    """The gradients with respect to kernel and bias."""
    _, weight, bias = _convolution_backward(
        grad.permute(0, 3, 1, 2),
        x.permute(0, 3, 1, 2),
        kernel,
        [len(kernel)],
        [1, 1],
        [1, 1],
        [1, 1],
        False,
        [0, 0],
        1,
        [False, True, has_bias],
    )
    return weight, bias


class _Conv3(torch.autograd.Function):
    @staticmethod
    @custom_fwd(device_type="cpu", cast_inputs=torch.bfloat16)  # type: ignore[untyped-decorator]
    def forward(ctx: Any, x: Tensor, kernel: Tensor, bias: Tensor | None) -> Tensor:
        ctx.save_for_backward(x, kernel)
        ctx.has_bias = bias is not None
        return _same(x, kernel, bias)

    @staticmethod
    @custom_bwd(device_type="cpu")  # type: ignore[untyped-decorator]
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, Tensor, Tensor | None]:
        x, kernel = ctx.saved_tensors
        weight, bias = _kernel_gradient(grad, x, kernel, ctx.has_bias)
        return _input_gradient(grad, kernel), weight, bias


class _Body(torch.autograd.Function):
    @staticmethod
    @custom_fwd(device_type="cpu", cast_inputs=torch.bfloat16)  # type: ignore[untyped-decorator]
    def forward(
        ctx: Any,
        x: Tensor,
        expand: Tensor,
        expand_bias: Tensor,
        reduce: Tensor,
        reduce_bias: Tensor,
        extract: Tensor,
        extract_bias: Tensor,
    ) -> Tensor:
        # The narrow activation is padded to whole vectors too, with rows of zeros.
        more = -len(reduce) % LANES
        if more:
            reduce = functional.pad(reduce, (0, 0, 0, more))
            reduce_bias = functional.pad(reduce_bias, (0, more))
            extract = functional.pad(extract, (0, 0, 0, 0, 0, more))
        flat = x.reshape(-1, x.shape[-1])
        hidden = torch.addmm(expand_bias, flat, expand.t()).relu_()
        narrow = torch.addmm(reduce_bias, hidden, reduce.t()).view(*x.shape[:3], -1)
        ctx.save_for_backward(flat, hidden, narrow, expand, reduce, extract)
        ctx.used = len(reduce) - more
        return _same(narrow, extract, extract_bias)

    @staticmethod
    @custom_bwd(device_type="cpu")  # type: ignore[untyped-decorator]
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, ...]:
        flat, hidden, narrow, expand, reduce, extract = ctx.saved_tensors
        used = ctx.used
        extract_grad, extract_bias = _kernel_gradient(grad, narrow, extract, has_bias=True)
        assert extract_bias is not None
        narrow_grad = _input_gradient(grad, extract).reshape(-1, len(reduce))
        hidden_grad = narrow_grad @ reduce
        _threshold_backward(hidden_grad, hidden, 0, grad_input=hidden_grad)
        return (
            (hidden_grad @ expand).view(*grad.shape[:3], -1),
            hidden_grad.t() @ flat,
            hidden_grad.sum(0),
            (narrow_grad.t() @ hidden)[:used],
            narrow_grad.sum(0)[:used],
            extract_grad[:, :used],
            extract_bias,
        )


def conv3(x: Tensor, kernel: Tensor, bias: Tensor | None = None) -> Tensor:
    """A "same" 3x3 convolution: (N, H, W, C) to (N, H, W, O), which may be a view of more.

    kernel: (O, C, 3, 3). bias: (O,).
    """
    return _Conv3.apply(x, kernel, bias)  # type: ignore[no-untyped-call, no-any-return]


def body(x: Tensor, wide: Wide) -> Tensor:
    """Body of a WIRW or WCRW: 1x1 convolution, ReLU, 1x1 convolution, 3x3 convolution.

    x: (N, H, W, C). Returns (N, H, W, O), which may be a view of more.
    """
    return _Body.apply(  # type: ignore[no-untyped-call, no-any-return]
        x,
        wide.expand,
        wide.expand_bias,
        wide.reduce,
        wide.reduce_bias,
        wide.extract,
        wide.extract_bias,
    )
