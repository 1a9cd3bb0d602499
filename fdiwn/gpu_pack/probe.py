"""Tests a pack in a process of its own, which may hang or crash."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

from fdiwn.api.errors import Cancelled, GpuPackError
from fdiwn.api.progress import ShouldStop
from fdiwn.api.resources import own_command, own_environment
from fdiwn.gpu_pack import driver, store

TIMEOUT = 120.0
"""Seconds; the first start of CUDA may compile for a while."""
_RHYTHM = 0.2


def probe(pack: store.Installed, should_stop: ShouldStop | None = None) -> store.Outcome:
    """Test ``pack``, keep what was found, and return it. Raises GpuPackError, Cancelled."""
    cuda = driver.driver_cuda()
    found = _run(pack.folder, should_stop or (lambda: False))
    outcome = store.Outcome(
        bool(found.get("passed")),
        str(found.get("reason", "")),
        str(found.get("gpu", "")),
        driver.in_words(cuda) if cuda else "",
    )
    store.keep_test(pack, outcome)
    return outcome


def _run(folder: Path, stop: ShouldStop) -> dict[str, object]:
    """What the child printed, or why it did not."""
    try:
        child = subprocess.Popen(
            own_command("gpu-pack", "run-probe", str(folder)),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            errors="replace",
            env=own_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as exc:
        raise GpuPackError("The GPU pack cannot be tested", exc.strerror or str(exc)) from exc
    with child:
        end = time.monotonic() + TIMEOUT
        try:
            while True:
                try:
                    out, err = child.communicate(timeout=_RHYTHM)
                    break
                except subprocess.TimeoutExpired:
                    if stop():
                        raise Cancelled from None
                    if time.monotonic() > end:
                        return {"reason": f"it did not answer within {TIMEOUT:.0f} seconds"}
        finally:
            if child.poll() is None:
                child.kill()
    return _answer(child.returncode, out, err)


def _answer(code: int, out: str, err: str) -> dict[str, object]:
    lines = out.strip().splitlines()
    try:
        answer = json.loads(lines[-1]) if code == 0 and lines else None
    except ValueError:
        answer = None
    if isinstance(answer, dict):
        return answer
    said = err.strip().splitlines()
    last = f": {said[-1][:300]}" if said else ""
    return {"reason": f"its test ended with exit code {code}{last}"}
