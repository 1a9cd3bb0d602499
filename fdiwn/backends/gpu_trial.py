"""Tries the GPU in a separate process, once for each GPU and driver, and keeps the outcome.

A driver may crash, hang or compute wrongly, and some GPUs are slower than their processor. So
before WebGPU is used, a child process enlarges a window on it and on the processor, see
`fdiwn.diagnostics.gpu_trial_child`. If the system has no GPU, nothing is loaded.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import subprocess
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

from fdiwn.api.files import write_whole
from fdiwn.api.json_records import from_plain, to_plain
from fdiwn.api.names import DISTRIBUTION, VERSION
from fdiwn.api.resources import own_command, own_environment
from fdiwn.backends import webgpu
from fdiwn.backends.graphics_drivers import graphics_drivers

log = logging.getLogger(__name__)

COMMAND = "run-gpu-trial"
TIMEOUT = 120.0
"""Seconds; the first start may need time to compile shaders."""
MOST_UNFINISHED = 2
"""Trials that may stay unfinished, for example because the computer crashed, before the GPU is
ruled out."""


@dataclass(frozen=True)
class GpuTrial:
    """The outcome. name: of the GPU. speed: relative to the processor. precisions: those that it
    computes correctly, the best first; empty if it must not be used, with the reason. machine:
    identifies GPUs and drivers, see `machine`. unfinished: how many trials did not finish."""

    name: str = ""
    speed: float = 0.0
    precisions: tuple[str, ...] = ()
    reason: str = ""
    machine: str = ""
    unfinished: int = 0

    @property
    def wins(self) -> bool:
        """Whether the GPU is the better choice."""
        return bool(self.precisions) and self.speed > 1


def gpu_trial() -> GpuTrial | None:
    """The trial's outcome, after running it if needed; None if there is no GPU to try."""
    here = machine()
    return _trial(here) if here and webgpu.is_installed() else None


@cache
def _trial(here: str) -> GpuTrial:
    file = user_cache_path(DISTRIBUTION) / "gpu.json"
    kept = _kept(file)
    if kept is None or kept.machine != here:
        kept = GpuTrial(machine=here)
    elif kept.unfinished == 0 or kept.unfinished >= MOST_UNFINISHED:
        return kept
    begun = replace(kept, reason="its trial was not finished", unfinished=kept.unfinished + 1)
    _keep(file, begun)  # a driver may take the whole computer down
    found = replace(_run(), machine=here)
    outcome = found.reason or f"{found.speed:.1f} times as fast as the processor"
    log.info("WebGPU on %s: %s", found.name or "this computer", outcome)
    _keep(file, found)
    return found


def _kept(file: Path) -> GpuTrial | None:
    try:
        return from_plain(json.loads(file.read_bytes()), GpuTrial)
    except (OSError, ValueError):
        return None


def _keep(file: Path, trial: GpuTrial) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, json.dumps(to_plain(trial)).encode())
    except OSError as exc:
        log.warning("what is known about the GPU is not kept: %s", exc)


def _run() -> GpuTrial:
    """Runs the trial; returns its outcome, or why it gave none."""
    # The child ends when its standard input does, and so with this process, however that ends.
    given, kept_open = os.pipe()
    try:
        child = subprocess.run(
            own_command(COMMAND),
            capture_output=True,
            stdin=given,
            env=own_environment(),
            timeout=TIMEOUT,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return GpuTrial(reason=f"it did not answer within {TIMEOUT:.0f} seconds")
    except OSError as exc:
        return GpuTrial(reason=f"it could not be tried: {exc.strerror or exc}")
    finally:
        os.close(given)
        os.close(kept_open)
    try:
        return from_plain(json.loads(child.stdout.splitlines()[-1]), GpuTrial)
    except (ValueError, IndexError):
        return GpuTrial(reason=f"its trial ended with exit code {child.returncode}")


def machine() -> str:
    """A hash of the GPUs, drivers and this program's version, 16 digits; empty without a GPU. Takes
    a millisecond, and loads no driver."""
    known = graphics_drivers()
    if webgpu.software_counts():
        known.append("software")
    if not known:
        return ""
    return hashlib.sha256("\n".join((VERSION, *known)).encode()).hexdigest()[:16]
