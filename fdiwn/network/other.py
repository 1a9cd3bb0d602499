"""Networks other than FDIWN: as training and files see them, and their inference form.

They need no inference form of their own. A network is traced once; every mean over the whole
picture in it, and every `live_statistics`, becomes a *gate*, measured once on a picture and then
given to every tile, as FDIWN's are (`fdiwn.network.folded`). A network without them is local: it
has no gates. How many pixels of its surroundings a tile needs is found by running it.
"""

from __future__ import annotations

import copy
import threading
from functools import cached_property
from typing import Any

import torch
from torch import Tensor, fx, nn
from torch.nn import functional

from fdiwn.api.tiles import MOST_MARGIN
from fdiwn.network.folded import GivenGates, MeasuredGates, PoolSource
from fdiwn.network.network import FDIWN
from fdiwn.network.units import live_statistics
from fdiwn.pixels.average import REACH

TRACING = threading.RLock()
"""While torch.fx traces, it intercepts every call of a module, also on other threads."""
_STEP = 4  # margins are multiples
_PROBE = 16  # side of the picture with which gates are counted
_HEIGHT, _WIDTH = 8, 2 * MOST_MARGIN + 32  # of the strip on which the margin is found
_AXES = ((2, 3), (-2, -1), (-1, -2), (3, 2))


class OtherNetwork(nn.Module):
    """A network of `fdiwn.lab.comparators.registry`, with its name and scale.

    body: has the tensor contract of `fdiwn.network.network`. If it has another form for enlarging,
    its method ``folded()`` returns that.
    """

    def __init__(self, name: str, scale: int, body: nn.Module) -> None:
        super().__init__()
        self.name, self.scale, self.body = name, scale, body

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.body(x)
        return out


Network = FDIWN | OtherNetwork


class FoldedOther(nn.Module):
    """The inference form of an `OtherNetwork`; see `fdiwn.network.folding.FoldedFDIWN`.

    A network that torch.fx cannot trace runs as it is, without gates.
    """

    none: Tensor

    def __init__(self, network: OtherNetwork) -> None:
        super().__init__()
        self.scale = network.scale
        body = copy.deepcopy(network.body).eval().requires_grad_(requires_grad=False)
        if callable(plain := getattr(body, "folded", None)):
            body = plain().eval().requires_grad_(requires_grad=False)
        self.register_buffer("none", torch.zeros(1, 1, 1, 1), persistent=False)
        self._pools: dict[str, int] = {}
        self.body = body
        with TRACING:
            try:
                tracer = fx.Tracer(autowrap_functions=(live_statistics,))
                self.body = fx.GraphModule(body, tracer.trace(body))
            except (fx.proxy.TraceError, TypeError, ValueError, AttributeError, RuntimeError):
                return  # it branches on values or sizes
            _fold_constants(self.body)
            _Counting(self.body, self._pools).run(torch.zeros(1, 3, _PROBE, _PROBE))

    @property
    def has_gates(self) -> bool:
        """Whether it looks at the whole picture."""
        return bool(self._pools)

    def with_trunk(self, trunk: torch.dtype) -> FoldedOther:
        """Itself: what other networks lose in 16 bits has not been measured."""
        return self

    def _run(self, x: Tensor, source: PoolSource) -> Tensor:
        out: Tensor
        if isinstance(self.body, fx.GraphModule):
            out = _Running(self.body, self._pools, source).run(x)
        else:
            out = self.body(x)
        return out

    def forward(self, x: Tensor, gates: Tensor) -> Tensor:
        """x (N, 3, H, W) and gates (1, K, 1, 1) to (N, 3, sH, sW)."""
        return self._run(x, GivenGates(gates))

    def measure(self, x: Tensor, cut: tuple[int, int] = (0, 0)) -> tuple[Tensor, Tensor]:
        """Treats the batch as one image; returns (output, gates). Without gates they are a zero."""
        source = MeasuredGates(cut)
        output = self._run(x, source)
        return output, source.packed() if self._pools else self.none

    def measure_each(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Treats every image of the batch (N, 3, H, W) separately; the gates are (N, K, 1, 1)."""
        source = MeasuredGates(together=False)
        output = self._run(x, source)
        return output, source.packed() if self._pools else self.none.expand(len(x), -1, -1, -1)

    @cached_property
    def reach(self) -> int:
        """How many input pixels away another one can change a result, with gates given; at most
        MOST_MARGIN.

        The gradient of a result is exactly zero beyond. Two strips of noise: a ReLU that is shut on
        one is open on the other.
        """
        with TRACING:
            return min(MOST_MARGIN, max(self._seen_from_the_middle(seed) for seed in (0, 1)))

    def _seen_from_the_middle(self, seed: int) -> int:
        """How far the furthest pixel of a strip is that changes the results in its middle."""
        middle, random = _WIDTH // 2, torch.Generator().manual_seed(seed)
        noise = 255 * torch.rand(1, 3, _HEIGHT, _WIDTH, generator=random)
        with torch.no_grad():
            _, gates = self.measure(noise)
        with torch.inference_mode(False), torch.enable_grad():
            x = noise.clone().requires_grad_()
            part = self(x, gates)[..., self.scale * middle : self.scale * (middle + 1)]
            (slope,) = torch.autograd.grad(part.abs().sum(), x)
        seen = slope.abs().amax((0, 1, 2)).nonzero().flatten()
        return max(middle - int(seen[0]), int(seen[-1]) - middle) if len(seen) else 0

    @cached_property
    def margin(self) -> int:
        """Input pixels that a tile needs around its own area, also for keeping local averages,
        which follows the network."""
        return min(MOST_MARGIN, -(-(self.reach + REACH + 1) // _STEP) * _STEP)


def _fold_constants(body: fx.GraphModule) -> None:
    """Computes once what does not depend on the picture."""
    known: dict[fx.Node, Any] = {}
    run = fx.Interpreter(body)
    for node in list(body.graph.nodes):
        given = node.all_input_nodes
        if node.op not in ("get_attr", "call_function", "call_method"):
            continue
        if not all(n in known for n in given) or not (given or node.op == "get_attr"):
            continue
        run.env.update(known)
        known[node] = run.run_node(node)
        if node.op != "get_attr" and isinstance(known[node], Tensor):
            name = f"constant_{node.name}"
            body.register_buffer(name, known[node], persistent=False)
            with body.graph.inserting_before(node):
                node.replace_all_uses_with(constant := body.graph.get_attr(name))
            known[constant] = known[node]
    body.graph.eliminate_dead_code()
    body.recompile()


def _is_pool(body: fx.GraphModule, node: fx.Node) -> bool:
    """Whether it is the mean of each channel over the picture, (N, C, H, W) to (N, C, 1, 1), or its
    mean and variance."""
    if node.op == "call_module":
        module = body.get_submodule(str(node.target))
        return isinstance(module, nn.AdaptiveAvgPool2d) and module.output_size in (1, (1, 1))
    if node.target is functional.adaptive_avg_pool2d:
        return node.args[1] in (1, (1, 1))
    if node.target is live_statistics:
        return True
    if node.target not in ("mean", torch.mean):
        return False
    named = {**dict(zip(("x", "dim", "keepdim"), node.args, strict=False)), **node.kwargs}
    axes = named.get("dim")
    return isinstance(axes, list | tuple) and tuple(axes) in _AXES and bool(named.get("keepdim"))


class _Counting(fx.Interpreter):
    """Notes the number of channels of each mean over the picture, by the node's name."""

    def __init__(self, body: fx.GraphModule, pools: dict[str, int]) -> None:
        super().__init__(body)
        self._body, self._pools = body, pools

    def run_node(self, n: fx.Node) -> Any:
        value = super().run_node(n)
        if _is_pool(self._body, n):
            self._pools[n.name] = int((value[0] if isinstance(value, tuple) else value).shape[1])
        return value


class _Running(fx.Interpreter):
    """Runs the network with its means from ``source``."""

    def __init__(self, body: fx.GraphModule, pools: dict[str, int], source: PoolSource) -> None:
        super().__init__(body)
        self._pools, self._source = pools, source

    def run_node(self, n: fx.Node) -> Any:
        if n.name not in self._pools:
            return super().run_node(n)
        args, _ = self.fetch_args_kwargs_from_env(n)
        source = self._source
        take = source.statistics if n.target is live_statistics else source.mean
        return take(args[0], self._pools[n.name])
