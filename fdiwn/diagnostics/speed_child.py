"""A contestant in its own process: prepares, runs on request, and reports its peak memory.

Nothing heavy is imported before `serve`, which must set the environment first. Each function below
prepares one kind of contestant and returns a run: a call that returns its seconds.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from fdiwn.api.errors import FdiwnError
from fdiwn.diagnostics.speed_records import (
    RUN,
    TENSORFLOAT32,
    Contestant,
    Failed,
    Kind,
    Material,
    Peak,
    Ready,
)

if TYPE_CHECKING:
    from fdiwn.backends.contract import Backend
    from fdiwn.pixels.planes import Batch

PRODUCT_SIDE = {"cpu": 2048, "cuda": 8192, "mps": 4096}
"""Side of the matrices whose product is the ceiling: large enough to fill any device."""
_BEST_OF = 3  # products in a run of the ceiling


@dataclass(frozen=True)
class _Prepared:
    run: Callable[[], float]
    measure_seconds: float | None = None


def serve(pipe: Connection, contestant: Contestant, material: Material) -> None:
    """Answers the parent: `Ready`, the seconds of each run, `Peak`; or `Failed`, and exits."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles Ctrl+C, and ends us
    os.environ["OMP_WAIT_POLICY"] = "passive"  # idle threads sleep while others are measured
    try:
        prepared = _PREPARE[contestant.kind](contestant, material)
        pipe.send(Ready(prepared.measure_seconds))
        while pipe.recv() == RUN:
            pipe.send(prepared.run())
        pipe.send(Peak(_process_peak(), _device_peak(contestant.device)))
    except Exception as exc:  # whatever it is, the others continue
        pipe.send(Failed(_reason(exc)))


def _reason(exc: Exception) -> str:
    if isinstance(exc, FdiwnError):
        return str(exc)
    lines = str(exc).strip().splitlines()
    return f"{type(exc).__name__}: {lines[0]}" if lines else type(exc).__name__


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def run() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return run


def _window(material: Material) -> Batch:
    """The whole picture as the network's input, (1, 3, H, W)."""
    import numpy as np

    pixels = np.load(material.picture)
    return np.ascontiguousarray(pixels.transpose(2, 0, 1)[None].astype(np.float32))


def _published(contestant: Contestant, material: Material) -> _Prepared:
    """The training form, unchanged: pixels from and to host memory."""
    import torch

    from fdiwn.models.weights import load_fdiwn

    network = load_fdiwn(material.model).to(contestant.device)
    window = torch.from_numpy(_window(material))

    def work() -> None:
        with torch.inference_mode():
            network(window.to(contestant.device)).cpu()

    return _Prepared(_timed(work))


def _onnx(contestant: Contestant, material: Material) -> _Prepared:
    """The exported graph, optimised for this size. Without torch, which would count as memory."""
    import onnxruntime

    window = _window(material)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3  # errors only
    options.intra_op_num_threads = material.threads
    options.add_session_config_entry("session.force_spinning_stop", "1")  # between the runs
    for name, size in zip(("height", "width"), window.shape[2:], strict=True):
        options.add_free_dimension_override_by_name(name, size)
    session = onnxruntime.InferenceSession(
        material.graph, options, providers=["CPUExecutionProvider"]
    )
    (given,) = session.get_inputs()
    return _Prepared(_timed(lambda: session.run(None, {given.name: window})))


def _backend(contestant: Contestant, material: Material) -> Backend:
    from fdiwn.backends.choice import Place
    from fdiwn.models.opening import open_backend
    from fdiwn.models.weights import load_fdiwn

    place = Place(contestant.device, contestant.library, contestant.precision)
    return open_backend(load_fdiwn(material.model), place)


def _ours(contestant: Contestant, material: Material) -> _Prepared:
    """One pass over the whole picture; its gates are measured beforehand, on samples."""
    import numpy as np

    from fdiwn.enlarge.statistics import SAMPLE_CUT

    backend = _backend(contestant, material)
    samples, cut = np.load(material.samples), (SAMPLE_CUT, SAMPLE_CUT)
    _, gates = backend.measure(samples, cut)
    measure_seconds = _timed(lambda: backend.measure(samples, cut))()
    window = _window(material)
    return _Prepared(_timed(lambda: list(backend.run([(window, gates)]))), measure_seconds)


def _product(contestant: Contestant, material: Material) -> _Prepared:
    """What a user waits for: from pixels to pixels, including measuring."""
    import numpy as np

    from fdiwn.enlarge.tile_loop import enlarged

    backend = _backend(contestant, material)
    pixels = np.load(material.picture)
    return _Prepared(_timed(lambda: enlarged(backend, pixels)))


def _ceiling(contestant: Contestant, material: Material) -> _Prepared:
    """The fastest of some matrix products: this computer's limit, to compare the others with."""
    import torch

    device, side = contestant.device, PRODUCT_SIDE[contestant.device]
    torch.backends.cuda.matmul.allow_tf32 = contestant.precision == TENSORFLOAT32
    name = "float32" if contestant.precision == TENSORFLOAT32 else contestant.precision
    dtype: torch.dtype = getattr(torch, name)
    left, right = (torch.rand(side, side, device=device).to(dtype) for _ in range(2))
    out = torch.empty_like(left)

    def work() -> None:
        torch.mm(left, right, out=out)
        out[0, 0].item()  # waits for a GPU

    product = _timed(work)
    return _Prepared(lambda: min(product() for _ in range(_BEST_OF)))


_PREPARE: dict[Kind, Callable[[Contestant, Material], _Prepared]] = {
    Kind.PUBLISHED: _published,
    Kind.ONNX: _onnx,
    Kind.OURS: _ours,
    Kind.PRODUCT: _product,
    Kind.CEILING: _ceiling,
}


def _process_peak() -> int:
    """The peak main memory of this process, in bytes."""
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # On Linux that would include the parent's memory before this process was started.
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (peak,) = (line for line in status if line.startswith("VmHWM:"))
    return int(peak.split()[1]) * 1024


def _device_peak(device: str) -> int | None:
    """The peak of PyTorch's memory on an NVIDIA GPU, in bytes."""
    if device != "cuda":
        return None
    import torch

    return int(torch.cuda.max_memory_reserved())
