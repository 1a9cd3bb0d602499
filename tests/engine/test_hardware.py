"""What is known of a computer before PyTorch is asked."""

from __future__ import annotations

import subprocess
import sys

import pytest

# What PyTorch and this module say, in a process that has not loaded PyTorch before.
PROGRAM = """
import sys
from fdiwn.backends import hardware
from fdiwn.backends.choice import choose
choose("cpu", "openvino", "float32")
said = hardware.cuda_is_there(), hardware.mps_is_there(), hardware.cpu_threads()
early = "torch" in sys.modules
import torch
asked = torch.cuda.is_available(), torch.backends.mps.is_available(), torch.get_num_threads()
print(said == asked, early and not any(asked[:2]), said, asked)
"""


@pytest.mark.parametrize("threads", [{}, {"OMP": "3"}, {"OMP": "3", "MKL": "1"}])
def test_it_says_what_pytorch_would_say(
    monkeypatch: pytest.MonkeyPatch, threads: dict[str, str]
) -> None:
    for library in ("OMP", "MKL"):
        monkeypatch.delenv(f"{library}_NUM_THREADS", raising=False)
        if library in threads:
            monkeypatch.setenv(f"{library}_NUM_THREADS", threads[library])
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, encoding="utf-8", check=True
    )
    same, asked_in_vain, *figures = done.stdout.split(maxsplit=2)
    assert same == "True", figures
    if sys.platform == "linux":  # without a driver PyTorch need not be loaded to know
        assert asked_in_vain == "False", figures
