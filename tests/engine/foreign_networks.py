"""Small networks that are not FDIWN, as files of every kind."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from fdiwn.api.progress import ShouldStop
from fdiwn.backends.faults import engine_errors
from fdiwn.models.foreign.child import open_network
from fdiwn.pixels.planes import Batch

REACH = 2
"""Pixels that these networks look around themselves."""


def kernel(scale: int, c_in: int = 3) -> Tensor:
    """(3 s^2, c_in, 5, 5): repeats pixels, a little sharpened."""
    weight = torch.zeros(3 * scale**2, c_in, 5, 5)
    for n in range(3 * scale**2):
        weight[n, min(n // scale**2, c_in - 1)] = -0.02
        weight[n, min(n // scale**2, c_in - 1), 2, 2] += 1.5
    return weight


class Sharp(nn.Module):
    """One convolution and a pixel shuffle. white: where its output is cut off."""

    def __init__(self, scale: int = 2, white: float | None = None, bias: float = 0.0) -> None:
        super().__init__()
        self.scale, self.white = scale, white
        self.conv = nn.Conv2d(3, 3 * scale**2, 5, padding=REACH)
        self.conv.weight.data = kernel(scale)
        nn.init.constant_(self.conv.bias, bias)  # type: ignore[arg-type]  # it has one

    def forward(self, x: Tensor) -> Tensor:
        y = functional.pixel_shuffle(self.conv(x), self.scale)
        return y if self.white is None else y.clamp(0.0, self.white)


class Wide(Sharp):
    """Looks at the whole picture: its average pulls every pixel."""

    def forward(self, x: Tensor) -> Tensor:
        return 0.7 * super().forward(x) + 0.3 * x.mean((2, 3), keepdim=True)


def as_torchscript(module: nn.Module, path: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        traced = torch.jit.trace(module.eval(), torch.rand(1, 3, 12, 14))  # type: ignore[no-untyped-call]
        traced.save(str(path))
    return path


def as_export(module: nn.Module, path: Path) -> Path:
    sides = {2: torch.export.Dim("h", min=4, max=4096), 3: torch.export.Dim("w", min=4, max=4096)}
    program = torch.export.export(
        module.eval(), (torch.rand(1, 3, 12, 14),), dynamic_shapes=(sides,)
    )
    torch.export.save(program, path)
    return path


def as_onnx(
    path: Path,
    scale: int = 2,
    channels: int = 3,
    shape: tuple[str | int, ...] = (1, 3, "h", "w"),
    mode: str = "CRD",
    white: float | None = None,
) -> Path:
    """`Sharp`, written by hand. shape: that the input states."""
    weight = kernel(scale, channels).numpy()
    nodes = [
        helper.make_node("Conv", ["x", "weight"], ["y"], pads=[REACH] * 4),
        helper.make_node("DepthToSpace", ["y"], ["z"], blocksize=scale, mode=mode),
    ]
    constants = [numpy_helper.from_array(weight, "weight")]
    if white is not None:
        for name, value in (("low", 0.0), ("high", white)):
            constants.append(numpy_helper.from_array(np.array(value, np.float32), name))
        nodes[1].output[0] = "cut"
        nodes.append(helper.make_node("Clip", ["cut", "low", "high"], ["z"]))
    graph = helper.make_graph(
        nodes,
        "sharp",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("z", TensorProto.FLOAT, None)],
        constants,
    )
    opset = [helper.make_opsetid("", 17)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), path)
    return path


class InThisProcess:
    """The same network without a process of its own, which takes seconds to load its library;
    tests/engine/test_foreign_process.py has that."""

    def __init__(self, kind: str, path: Path, device: str, should_stop: ShouldStop) -> None:
        network = open_network(kind, path, device)
        self._run, self.tiles, self._device = network.run, network.tiles, device

    def run(self, batch: Batch, should_stop: ShouldStop) -> Batch:
        with engine_errors(self._device):
            return self._run(batch)

    def close(self) -> None:
        pass
