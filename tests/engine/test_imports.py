"""What is loaded, at run time: the window must open before torch is."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("torch", "numpy", "pyvips", "cv2", "openvino", "safetensors", "PIL")


@pytest.mark.parametrize(
    "modules",
    [
        "fdiwn.errors, fdiwn.formats, fdiwn.models_table, fdiwn.names, fdiwn.options",
        "fdiwn.resources, fdiwn.sizing, fdiwn.tiling",
        "fdiwn.service",
        "app.main",
    ],
)
def test_light_modules_load_nothing_heavy(modules: str) -> None:
    program = f"import sys, {modules}; print(*set({HEAVY}) & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_the_engine_does_not_load_qt() -> None:
    program = "import sys, fdiwn.cli, fdiwn.pipeline; print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["False"]
