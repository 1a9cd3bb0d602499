"""GPUs of any maker through WebGPU: Direct3D 12, Vulkan or Metal, by ONNX Runtime's plug-in.

Importing ONNX Runtime takes 0.2 seconds, so this module does it on first use.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from typing import Any

PROVIDER = "WebGpuExecutionProvider"
_PLUG_IN = "onnxruntime_ep_webgpu"
_SOFTWARE = "ORT_WEBGPU_EP_ALLOW_SOFTWARE_ADAPTER"
"""If this variable is 1, a device that computes on the processor counts as well, for tests."""
_FATAL = 4  # its log level; errors are raised anyway
_MAKERS = {0x1002: "AMD", 0x10DE: "NVIDIA", 0x8086: "Intel", 0x106B: "Apple", 0x5143: "Qualcomm"}


def is_installed() -> bool:
    """Whether this installation can use a GPU through WebGPU."""
    return find_spec("onnxruntime") is not None and find_spec(_PLUG_IN) is not None


def software_counts() -> bool:
    """Whether a device that computes on the processor counts as a GPU."""
    return os.environ.get(_SOFTWARE) == "1"


@cache
def runtime() -> Any:
    """The module onnxruntime with the plug-in loaded. Raises ImportError or RuntimeError."""
    import onnxruntime
    import onnxruntime_ep_webgpu

    onnxruntime.set_default_logger_severity(_FATAL)
    onnxruntime.register_execution_provider_library(
        PROVIDER, onnxruntime_ep_webgpu.get_library_path()
    )
    return onnxruntime


def adapters() -> list[Any]:
    """The plug-in's devices, those with their own memory first."""
    found = [device for device in runtime().get_ep_devices() if device.ep_name == PROVIDER]
    return sorted(found, key=lambda device: device.device.metadata.get("Discrete") != "1")


def adapter_name(adapter: Any) -> str:
    """The maker's name of the device, as far as the system provides it."""
    device = adapter.device
    if device.type == runtime().OrtHardwareDeviceType.CPU:
        return "Software device"
    name = device.metadata.get("Description") or ""
    maker = _MAKERS.get(device.vendor_id) or device.vendor or "Unknown"
    return str(name or f"{maker} GPU {device.device_id:04x}")


def session(model: bytes, sizes: Mapping[str, int]) -> Any:
    """An inference session on the first adapter.

    sizes: of the inputs' free axes, by name. Raises RuntimeError if there is no adapter, or it
    cannot run the model.
    """
    from fdiwn.backends.webgpu_convolutions import without_wrong_convolutions

    if not adapters():
        raise RuntimeError("there is no adapter")
    _keep_shaders()
    return _opened(without_wrong_convolutions(model), sizes)


def _opened(model: bytes, sizes: Mapping[str, int]) -> Any:
    options = runtime().SessionOptions()
    options.log_severity_level = _FATAL
    for axis, size in sizes.items():
        options.add_free_dimension_override_by_name(axis, size)
    options.add_provider_for_devices(adapters()[:1], {})
    return runtime().InferenceSession(model, options)


@cache
def _keep_shaders() -> Any:
    """A session that does nothing. Compiled shaders are dropped with the last session, and to
    compile them takes most of the time of a first pass."""
    from onnx import TensorProto, helper

    given, made = (helper.make_tensor_value_info(n, TensorProto.FLOAT, [1]) for n in "xy")
    node = helper.make_node("Identity", ["x"], ["y"])
    graph = helper.make_graph([node], "nothing", [given], [made])
    opset = [helper.make_opsetid("", 18)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=10)
    return _opened(model.SerializeToString(), {})
