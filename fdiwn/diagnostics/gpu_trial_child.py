"""The trial of the GPU, in its own process: enlarges, compares, measures the speed."""

from __future__ import annotations

import os
import sys
import threading
import time

import numpy as np

from fdiwn.api.errors import EngineError, FdiwnError
from fdiwn.api.resources import resource
from fdiwn.backends import webgpu
from fdiwn.backends.choice import Place, choose
from fdiwn.backends.contract import Backend, Gates
from fdiwn.backends.gpu_trial import GpuTrial
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.pixels.planes import Batch

SIDES = (16, 320)
"""Sides of the windows: the first for correctness, the other for speed."""
MOST_OFF = 1.0  # largest difference to the processor, in levels of 255
MOST_NOISE = 0.25
"""Largest root mean square of the differences, in levels, for automatic use of a precision: 60 dB,
which costs an enlargement of 32 dB less than 0.01."""
PATIENCE = 1.0  # seconds for the small window; anything slower does not help
_ROUNDS = 3
_PRECISIONS = ("float16", "float32")


def end_with_parent() -> None:
    """Ends this process when its standard input does, in whatever call of a driver it is."""

    def listen() -> None:
        while sys.stdin.buffer.read(1):
            pass
        os._exit(1)

    threading.Thread(target=listen, name="listen", daemon=True).start()


def examine() -> GpuTrial:
    """Never raises."""
    name = ""
    try:
        found = webgpu.adapters()
        if not found:
            return GpuTrial(reason="no driver for WebGPU was found")
        name = webgpu.adapter_name(found[0])
        return _examine(name)
    except Exception as error:  # whatever it is, it is the reason against the GPU
        return GpuTrial(name, reason=f"{type(error).__name__}: {error}")


def _examine(name: str) -> GpuTrial:
    model = ModelFile(resource("weights/fdiwn-x2.safetensors"))
    exact = open_backend(model, Place("cpu", "openvino", "float32"))
    window = _window(SIDES[0])
    expected, gates = exact.measure(window)
    right: dict[str, Backend] = {}
    reason = ""
    for precision in _PRECISIONS:
        try:
            tried = open_backend(model, Place("webgpu", "onnxruntime", precision))
            measured, _ = tried.measure(window)
            difference = _pass(tried, window, gates) - expected
        except FdiwnError as error:
            reason = f"{error.what}: {error.why}" if isinstance(error, EngineError) else str(error)
            continue
        off = max(float(abs(difference).max()), float(abs(measured - expected).max()))
        noise = float(np.sqrt(np.square(difference).mean()))
        if not (off <= MOST_OFF and noise <= MOST_NOISE):  # also if they are not numbers
            reason = f"it computes wrongly: off by {off:.3g} of 255 in {precision}"
            continue
        right[precision] = tried
    if "float32" not in right:
        return GpuTrial(name, reason=reason)
    fast = open_backend(model, choose("cpu", "auto"))
    speed = max(_speed(fast, tried, gates) for tried in right.values())
    return GpuTrial(name, round(speed, 3), tuple(right))


def _speed(processor: Backend, gpu: Backend, gates: Gates) -> float:
    """How many times as fast the GPU is; on the smaller window if that is slow already."""
    ratio = 0.0
    for side in SIDES:
        window = _window(side)
        seconds = _seconds(gpu, window, gates)
        ratio = _seconds(processor, window, gates) / seconds
        if seconds > PATIENCE:
            break
    return ratio


def _seconds(backend: Backend, window: Batch, gates: Gates) -> float:
    """The time of the fastest pass, after one for loading."""
    _pass(backend, window, gates)
    taken = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        _pass(backend, window, gates)
        taken.append(time.perf_counter() - started)
        if taken[0] > PATIENCE:
            break
    return min(taken)


def _pass(backend: Backend, window: Batch, gates: Gates) -> Batch:
    (output,) = (np.array(output) for output in backend.run([(window, gates)]))
    return output


def _window(side: int) -> Batch:
    """Waves and noise, as (1, 3, side, side) in 0..255."""
    y, x = np.mgrid[0:side, 0:side]
    waves = 128 + 60 * np.sin(x / 3) * np.cos(y / 5) + 40 * np.sin((x + y) / 23)
    noise = np.random.default_rng(1).normal(0, 8, (1, 3, side, side))
    window: Batch = np.clip(waves + noise, 0, 255).astype(np.float32)
    return window
