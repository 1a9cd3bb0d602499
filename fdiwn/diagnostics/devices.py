"""Lists the devices of this computer, with back end and precision of each."""

from __future__ import annotations

import platform
from pathlib import Path

import psutil
import torch

from fdiwn.api.options import PRECISIONS
from fdiwn.api.reports import Device
from fdiwn.backends.choice import choose
from fdiwn.backends.gpu_trial import GpuTrial, gpu_trial
from fdiwn.backends.openvino_backend import device_name, has_device, native_precisions
from fdiwn.backends.webgpu import is_installed

_ALL = tuple(precision for precision in PRECISIONS if precision != "auto")


def devices() -> tuple[Device, ...]:
    """In the order in which "auto" prefers them: a GPU through WebGPU comes before the CPU if it is
    faster; Intel's GPUs through OpenVINO are used on request only."""
    trial = gpu_trial()
    webgpu = _webgpu(trial)
    if trial is not None and trial.wins:
        return (_cuda(), _mps(), webgpu, _cpu(), _intel_gpu())
    return (_cuda(), _mps(), _cpu(), webgpu, _intel_gpu())


def _cuda() -> Device:
    if not torch.cuda.is_available():
        return Device("cuda", unsupported=torch.version.cuda is None)
    free, memory = torch.cuda.mem_get_info()
    place = choose("cuda", "auto")
    name = torch.cuda.get_device_name()
    return Device(
        "cuda", name, True, place.backend, _ALL, place.precision, memory=memory, free=free
    )


def _mps() -> Device:
    if not torch.backends.mps.is_available():
        return Device("mps", unsupported=not torch.backends.mps.is_built())
    place, memory = choose("mps", "auto"), psutil.virtual_memory()
    return Device(
        "mps", platform.processor() or "Apple", True, place.backend, _ALL, place.precision,
        memory=memory.total, free=memory.available,
    )  # fmt: skip


def _cpu() -> Device:
    place, memory = choose("cpu", "auto"), psutil.virtual_memory()
    native = native_precisions("cpu")
    return Device(
        "cpu",
        cpu_name(),
        True,
        place.backend,
        tuple(precision for precision in _ALL if precision in native),
        place.precision,
        _cores(),
        memory.total,
        memory.available,
    )


def _webgpu(trial: GpuTrial | None) -> Device:
    if trial is None:
        return Device("webgpu", unsupported=not is_installed())
    if not trial.precisions:
        return Device("webgpu", trial.name, problem=trial.reason)
    place = choose("webgpu", "auto")
    return Device(
        "webgpu", trial.name, True, place.backend, trial.precisions, place.precision,
        speed=trial.speed,
    )  # fmt: skip


def _intel_gpu() -> Device:
    if not has_device("intel-gpu"):
        return Device("intel-gpu")
    place, native = choose("intel-gpu", "auto"), native_precisions("intel-gpu")
    precisions = tuple(precision for precision in _ALL if precision in native)
    name = device_name("intel-gpu")
    return Device("intel-gpu", name, True, place.backend, precisions, place.precision)


def cpu_name() -> str:
    """The maker's name, without trademark signs."""
    name = device_name("cpu") or _from_proc() or platform.processor() or platform.machine()
    for sign in ("(R)", "(TM)", "(tm)", " CPU"):
        name = name.replace(sign, "")
    return " ".join(name.split())


def _from_proc() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return ""
    found = (line.partition(":")[2] for line in text.splitlines() if line.startswith("model name"))
    return next(found, "").strip()


def _cores() -> int:
    """The threads that OpenVINO uses: one per core available to this process."""
    usable = len(psutil.Process().cpu_affinity()) if hasattr(psutil.Process, "cpu_affinity") else 0
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    return min(cores, usable) if usable else cores
