"""Runs networks through WebGPU and on the reference, in a process that loads a Vulkan driver.

    python -m tests.engine.webgpu_child SCALE...

Prints how far the two are apart, a JSON line each scale. ``real``: the networks that ship, which a
software device takes minutes for; else the smallest ones.
"""

from __future__ import annotations

import json
import sys

import numpy as np
import torch

from fdiwn.api.resources import resource
from fdiwn.backends.choice import REFERENCE, Place
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.network.network import FDIWN
from tests.engine.conftest import smallest

SIDE = 16


def compare(scale: int, real: bool) -> dict[str, float]:
    torch.manual_seed(scale)
    source = (
        ModelFile(resource(f"weights/fdiwn-x{scale}.safetensors"))
        if real
        else FDIWN(smallest(scale)).eval()
    )
    window = np.random.default_rng(1).uniform(0, 255, (1, 3, SIDE, SIDE)).astype(np.float32)
    reference = open_backend(source, REFERENCE)
    tested = open_backend(source, Place("webgpu", "onnxruntime", "float32"))
    expected, gates = reference.measure(window)
    found: dict[str, float] = {"scale": scale}
    if real:  # a minute for the first
        output, measured = tested.measure(window)
        found["measured"] = float(np.abs(output - expected).max())
        found["gates"] = float(np.abs(measured - gates).max())
    outputs = [np.array(output) for output in tested.run([(window, gates)] * 2)]
    found["tile"] = max(float(np.abs(output - expected).max()) for output in outputs)
    return found


if __name__ == "__main__":
    kind, *scales = sys.argv[1:]
    for scale in map(int, scales):
        print(json.dumps(compare(scale, kind == "real")), flush=True)
