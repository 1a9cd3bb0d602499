"""Opens ONNX files with OpenVINO, or with ONNX Runtime for WebGPU."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np

from fdiwn.backends import webgpu
from fdiwn.backends.hardware import cpu_threads
from fdiwn.backends.openvino_silent import ov
from fdiwn.models.foreign.traits import Run, refused
from fdiwn.pixels.planes import Batch

_DEVICES = {"cpu": "CPU", "intel-gpu": "GPU"}
_TRIED = 32  # side in pixels of the compared picture
_MOST_OFF = 0.01  # relative to the largest value; WebGPU's own rounding is a thousandth


def open_onnx(content: bytes, name: Path, device: str) -> Run:
    """The network on "cpu", "intel-gpu" or "webgpu", in float32. Raises WeightsError.

    External weight files are not loaded: a file could name any.
    """
    core = ov.Core()
    try:
        model = core.read_model(io.BytesIO(content))
    except RuntimeError as exc:
        raise refused(name, f"it is no sound ONNX file, {_last_line(exc)}") from exc
    _refuse_other_contract(model, name)
    stated = model.input(0).get_partial_shape()
    try:
        model.reshape([1, 3, -1, -1])
    except RuntimeError as exc:
        raise refused(name, f"it takes pictures of {stated} only") from exc
    settings: dict[str, Any] = {"INFERENCE_PRECISION_HINT": "f32", "PERFORMANCE_HINT": "LATENCY"}
    if device == "cpu":
        settings["INFERENCE_NUM_THREADS"] = cpu_threads()
    try:
        target = _DEVICES.get(device, "CPU")
        request = core.compile_model(model, target, settings).create_infer_request()
    except RuntimeError as exc:
        raise refused(name, f"OpenVINO cannot run it, {_last_line(exc)}") from exc

    def run(batch: Batch) -> Batch:
        request.infer([batch], share_inputs=True)
        output: Batch = np.array(request.get_output_tensor(0).data, np.float32)
        return output

    if device == "webgpu":
        return _on_webgpu(content, model.input(0).get_any_name(), name, run)
    return run


def _on_webgpu(content: bytes, given: str, name: Path, on_cpu: Run) -> Run:
    """Raises WeightsError if its results differ from the processor's."""
    session = webgpu.session(content, {})

    def run(batch: Batch) -> Batch:
        output: Batch = session.run(None, {given: batch})[0]
        return output

    batch = np.random.default_rng(1).uniform(0, 1, (1, 3, _TRIED, _TRIED)).astype(np.float32)
    expected = on_cpu(batch)
    off = float(np.abs(run(batch) - expected).max())
    if not off <= _MOST_OFF * float(np.abs(expected).max()):
        raise refused(name, f"WebGPU computes it wrongly, off by {off:.3g}")
    return run


def _refuse_other_contract(model: Any, name: Path) -> None:
    if len(model.inputs) != 1 or len(model.outputs) != 1:
        counts = f"{len(model.inputs)} inputs and {len(model.outputs)} outputs"
        raise refused(name, f"it has {counts}")
    given, made = model.input(0), model.output(0)
    if given.get_element_type() != ov.Type.f32 or made.get_element_type() != ov.Type.f32:
        types = f"{given.get_element_type()} to {made.get_element_type()}"
        raise refused(name, f"it computes from {types}")
    shape = given.get_partial_shape()
    if shape.rank.is_static and shape.rank.get_length() != 4:
        raise refused(name, f"it takes {shape}")
    if shape.rank.is_static and shape[1].is_static and shape[1].get_length() != 3:
        raise refused(name, f"it takes {shape[1].get_length()} channels")


def _last_line(error: RuntimeError) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
