"""Loss and gradient of one batch: parallel on the cores of a CPU, or optimised for a GPU."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import Any

import torch
from torch import Tensor, nn
from torch._dynamo.exc import TorchDynamoException
from torch._inductor.exc import CppCompileError

from fdiwn.lab.comparators.luma import LUMA
from fdiwn.lab.training import form, kernels
from fdiwn.lab.training.recipe import Way
from fdiwn.network.network import FDIWN, FSWG, WDIB
from fdiwn.network.other import Network

_log = logging.getLogger(__name__)

CHARBONNIER_EPS = 1.0  # of 255 levels
PIECE = 4 * 48 * 48
"""Low resolution pixels whose activations a shard holds at once: about 1.5 GB."""
TURNS = 2


def ways(network: Network) -> list[Way]:
    """The ways available for this computer and network, the plainest first."""
    cores = torch.get_num_threads()
    counts = sorted({1, cores})
    found = [Way(shards=cores)]
    if isinstance(network, FDIWN) and kernels.has_form(network):
        compiled = (False, True) if has_compiler() else (False,)
        bf16 = (False, True) if torch.cpu._is_avx512_bf16_supported() else (False,)
        found += [Way(True, c, b, n) for b in bf16 for c in compiled for n in counts]
    return found


def has_compiler() -> bool:
    """Whether there is the C++ compiler that `torch.compile` needs."""
    usual = {"win32": "cl", "darwin": "clang++"}.get(sys.platform, "g++")
    return shutil.which(os.environ.get("CXX", usual)) is not None


def layout(device: torch.device) -> torch.memory_format:
    """The memory format in which the published form trains faster on the device."""
    return torch.channels_last if device.type == "cuda" else torch.contiguous_format


def accelerate(
    network: nn.Module, device: str = "cuda", compiler: str | Callable[..., Any] = "inductor"
) -> None:
    """Speeds up training where launching a kernel costs more than most kernels do.

    Compiles WDIB: nearly all the work is in its nine copies. The trunk computes in bf16, except for
    the statistics, which need float32. Head, skip and tail stay in float32 at hardly any cost. They
    carry whole levels, which bf16 would round, and with the signs of small errors the gradient
    would be lost (cosine to that of float32: 0.2 to 0.7 instead of 0.997).

    device: a torch device type. compiler: a back end of `torch.compile`; the default one needs
    Triton, without which nothing is compiled.
    """
    can_compile = compiler != "inductor" or find_spec("triton") is not None
    for module in network.modules():
        if isinstance(module, WDIB):
            # With one layout for all inputs, one compiled form serves all nine.
            module.register_forward_hook(_channels_last)
            if can_compile:
                module.compile(backend=compiler)
        elif isinstance(module, FSWG):
            in_bf16 = torch.autocast(device, torch.bfloat16)
            module.forward = in_bf16(module.forward)  # type: ignore[method-assign]  # as meant


def _channels_last(module: nn.Module, inputs: object, output: Tensor) -> Tensor:
    return output.contiguous(memory_format=torch.channels_last)


def pixel_loss(kind: str, output: Tensor, truth: Tensor) -> Tensor:
    """The mean over pixels in levels of 255, in float32.

    kind: "l1", "charbonnier", or "luma", the mean square of luma's error, which PSNR is made of,
    for networks that enlarge luma alone.
    """
    difference = output.float() - truth
    if kind == "luma":
        red, green, blue = LUMA
        of_luma = red * difference[:, 0] + green * difference[:, 1] + blue * difference[:, 2]
        return of_luma.square().mean()
    if kind == "charbonnier":
        return (difference.square() + CHARBONNIER_EPS**2).sqrt().mean()
    return difference.abs().mean()


class Gradients:
    """Computes the gradients of one network in one way; a context manager.

    The convolutions are too small to be parallelised well: two whole shards side by side are faster
    than one batch with every operation spread over two cores.
    """

    def __init__(self, network: Network, way: Way) -> None:
        self._network = network
        self.way = way
        self._between = form.compiled() if way.compiled else form.AS_WRITTEN
        # Behind saturated sigmoids gradients are denormal numbers, which make a convolution eight
        # times slower. They are flushed to zero, a setting of each thread.
        self._pool = ThreadPoolExecutor(
            way.shards, initializer=torch.set_flush_denormal, initargs=(True,)
        )
        self._compiled_for: set[torch.Size] = set()
        self.seconds = 0.0
        """Of the last step on a CPU: processor time of its critical path through the threads."""
        self._slowest = 0.0  # of the last step's shards, in seconds of processor time
        self._threads_before = torch.get_num_threads()
        if way.shards > 1:
            torch.set_num_threads(1)

    def __enter__(self) -> Gradients:
        return self

    def __exit__(self, *exc: object) -> None:
        self._pool.shutdown()
        torch.set_num_threads(self._threads_before)

    def step(self, kind: str, lr: Tensor, hr: Tensor) -> Tensor:
        """Sets ``.grad`` to the mean gradient and returns the mean loss, a scalar tensor.

        kind: the loss, see `pixel_loss`. lr: (N, 3, H, W) and hr: (N, 3, sH, sW), 0..255.
        """
        start = time.thread_time()
        loss = self._step(kind, lr, hr)
        self.seconds = time.thread_time() - start + self._slowest
        return loss

    def _step(self, kind: str, lr: Tensor, hr: Tensor) -> Tensor:
        network = self._network
        network.zero_grad(set_to_none=True)
        if lr.is_cuda:  # adding shares would be a thousand kernels a step
            loss = pixel_loss(kind, network(lr), hr)
            loss.backward()  # type: ignore[no-untyped-call]  # torch has not typed it
            return loss.detach()
        if not self.way.fast or not isinstance(network, FDIWN):
            leaves: list[Tensor] = list(network.parameters())
            loss, totals = self._all_shards(network, leaves, kind, lr, hr)
            for leaf, total in zip(leaves, totals, strict=True):
                leaf.grad = total
            return loss
        weights, copies, sources = kernels.detached(kernels.prepare(network))

        def forward(x: Tensor) -> Tensor:
            return form.forward(network, weights, x, self._between, bf16=self.way.bf16)

        loss, totals = self._all_shards(forward, copies, kind, lr, hr)
        torch.autograd.backward(sources, totals)
        return loss

    def _all_shards(
        self,
        forward: Callable[[Tensor], Tensor],
        leaves: list[Tensor],
        kind: str,
        lr: Tensor,
        hr: Tensor,
    ) -> tuple[Tensor, list[Tensor]]:
        """Loss and gradients with respect to ``leaves``, means over the whole batch."""

        def shard(low: Tensor, high: Tensor) -> tuple[Tensor, list[Tensor], float]:
            start = time.thread_time()
            count = max(1, PIECE // (low.shape[-2] * low.shape[-1]))
            loss, totals = (
                torch.zeros((), dtype=lr.dtype),
                [torch.zeros_like(leaf) for leaf in leaves],
            )
            for lows, highs in zip(torch.split(low, count), torch.split(high, count), strict=True):
                share = len(lows) / len(lr)
                part = share * pixel_loss(kind, forward(lows), highs)
                torch._foreach_add_(totals, torch.autograd.grad(part, leaves))
                loss += part.detach()
            return loss, totals, time.thread_time() - start

        count = self.way.shards
        pairs = list(zip(lr.chunk(count), hr.chunk(count), strict=True))
        if self.way.compiled and lr.shape not in self._compiled_for:
            self._compiled_for.add(lr.shape)  # the compiler is not thread-safe
            self._pool.submit(shard, *pairs[0]).result()
        jobs = [self._pool.submit(shard, low, high) for low, high in pairs]
        loss, totals, self._slowest = jobs[0].result()
        for job in jobs[1:]:
            other, grads, seconds = job.result()
            loss += other
            torch._foreach_add_(totals, grads)
            self._slowest = max(self._slowest, seconds)
        return loss, totals


def fastest(
    network: Network, kind: str, lr: Tensor, hr: Tensor, candidates: Sequence[Way] | None = None
) -> dict[Way, float]:
    """LR pixels per second of each way (all `ways` by default), the fastest first.

    By processor time, as if nothing else ran on this computer. They take turns, and the best turn
    of each counts. Before its first turn each computes one untimed batch, in which some compile. A
    way that fails there, for example with a broken compiler, is left out.
    """
    speeds: dict[Way, float] = {}
    left = list(ways(network) if candidates is None else candidates)
    for turn in range(TURNS):
        for way in tuple(left):
            with Gradients(network, way) as gradients:
                try:
                    if turn == 0:
                        gradients.step(kind, lr, hr)
                    gradients.step(kind, lr, hr)
                except (TorchDynamoException, CppCompileError) as exc:
                    _log.warning("Training %s is not possible here: %s", way, exc)
                    left.remove(way)
                    continue
                speed = lr[:, 0].numel() / gradients.seconds
                speeds[way] = max(speed, speeds.get(way, 0.0))
    network.zero_grad(set_to_none=True)
    return dict(sorted(speeds.items(), key=lambda item: -item[1]))
