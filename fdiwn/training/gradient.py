"""Loss and gradient of one batch: spread over the cores of a CPU, or made fast on a GPU."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import Any

import torch
from torch import Tensor, nn

from fdiwn.network import FDIWN, FSWG, WDIB

CHARBONNIER_EPS = 1.0  # of 255 levels


def layout(device: torch.device) -> torch.memory_format:
    """The memory format that trains faster there: on CPUs NCHW, by a quarter."""
    return torch.channels_last if device.type == "cuda" else torch.contiguous_format


def accelerate(
    network: FDIWN, device: str = "cuda", compiler: str | Callable[..., Any] = "inductor"
) -> None:
    """Makes training fast where starting a kernel costs more than most kernels do.

    WDIB is compiled: nearly all the work is in its nine copies. The trunk computes in bf16, but
    for the statistics, which ask for float32. Head, skip and tail stay in float32 at hardly any
    cost. They carry whole levels, which bf16 would round to whole levels again, and with the
    signs of small errors the gradient would be lost (cosine to that of float32: 0.2 to 0.7
    instead of 0.997).

    device: a torch device type. compiler: a back end of `torch.compile`; the default one needs
    Triton, and where there is none, nothing is compiled.
    """
    can_compile = compiler != "inductor" or find_spec("triton") is not None
    for module in network.modules():
        if isinstance(module, WDIB):
            # With one layout for all that goes in, one compiled form serves all nine.
            module.register_forward_hook(_channels_last)
            if can_compile:
                module.compile(backend=compiler)
        elif isinstance(module, FSWG):
            in_bf16 = torch.autocast(device, torch.bfloat16)
            module.forward = in_bf16(module.forward)  # type: ignore[method-assign]  # as meant


def _channels_last(module: nn.Module, inputs: object, output: Tensor) -> Tensor:
    return output.contiguous(memory_format=torch.channels_last)


def pixel_loss(kind: str, output: Tensor, truth: Tensor) -> Tensor:
    """Mean L1, or Charbonnier, in levels of 255, in float32."""
    difference = output.float() - truth
    if kind == "charbonnier":
        return (difference.square() + CHARBONNIER_EPS**2).sqrt().mean()
    return difference.abs().mean()


def _gradients(
    network: FDIWN, kind: str, lr: Tensor, hr: Tensor
) -> tuple[Tensor, tuple[Tensor, ...]]:
    """Loss and gradients of one shard. Safe to run in several threads on one network."""
    loss = pixel_loss(kind, network(lr), hr)
    return loss.detach(), torch.autograd.grad(loss, list(network.parameters()))


class Shards:
    """Splits a batch among CPU cores, one thread each; one shard is the plain way.

    The convolutions are too small to be split well inside: two whole shards side by side run
    twice as fast as one batch whose every operation is spread over two cores.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool = ThreadPoolExecutor(count)
        self._threads_before = torch.get_num_threads()
        if count > 1:
            torch.set_num_threads(1)

    def __enter__(self) -> Shards:
        return self

    def __exit__(self, *exc: object) -> None:
        self._pool.shutdown()
        torch.set_num_threads(self._threads_before)

    def step(self, network: FDIWN, kind: str, lr: Tensor, hr: Tensor) -> Tensor:
        """Leaves the mean gradient in ``.grad`` and returns the mean loss, a scalar tensor.

        kind: the loss, see `pixel_loss`. lr: (N, 3, H, W) and hr: (N, 3, sH, sW), 0..255.
        """
        if self.count == 1:  # on a GPU, adding up shares would be a thousand kernels a step
            network.zero_grad(set_to_none=True)
            loss = pixel_loss(kind, network(lr), hr)
            loss.backward()  # type: ignore[no-untyped-call]  # torch has not typed it
            return loss.detach()
        lows, highs = lr.chunk(self.count), hr.chunk(self.count)
        jobs = [
            self._pool.submit(_gradients, network, kind, low, high)
            for low, high in zip(lows, highs, strict=True)
        ]
        shares = [len(low) / len(lr) for low in lows]
        results = [job.result() for job in jobs]
        for n, parameter in enumerate(network.parameters()):
            parameter.grad = sum(
                (share * grads[n] for share, (_, grads) in zip(shares, results, strict=True)),
                torch.zeros_like(parameter),
            )
        weighted = [share * loss for share, (loss, _) in zip(shares, results, strict=True)]
        return torch.stack(weighted).sum()
