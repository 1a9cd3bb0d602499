"""What is loaded, at run time: the window must open before torch is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "torch", "numpy", "cv2", "pyvips", "openvino", "onnxruntime", "onnx", "safetensors", "PIL",
    "distributed",
)  # fmt: skip


@pytest.mark.parametrize(
    "modules",
    [
        "fdiwn",
        "fdiwn.api.errors, fdiwn.api.formats, fdiwn.api.catalog, fdiwn.api.names",
        "fdiwn.api.options, fdiwn.api.resources, fdiwn.api.sizing, fdiwn.api.tiles",
        "fdiwn.batch.run, fdiwn.batch.planning.names, fdiwn.batch.planning.scan",
        "fdiwn.batch.records.count, fdiwn.batch.planning.watch",
        "fdiwn.batch.cluster.start, fdiwn.batch.cluster.worker",
        "fdiwn.service.client.engine_process",
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
    program = "import sys, fdiwn.cli.main, fdiwn.enlarge.pipeline; print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["False"]


def test_enlarging_again_needs_no_torch(bicubic_models: dict[int, Path], tmp_path: Path) -> None:
    """Its import takes a second, of every call."""
    program = (
        "import sys; from pathlib import Path; import numpy as np\n"
        "from fdiwn.enlarge.pipeline import Upscaler; from fdiwn.pixels.picture import Picture\n"
        "from fdiwn.api.options import UpscaleOptions\n"
        "options = UpscaleOptions(2, sys.argv[1], 'cpu', 32, 'openvino')\n"
        "picture = Picture(np.random.default_rng(1).integers(0, 255, (40, 70, 3), np.uint8))\n"
        "done = Upscaler().enlarge(picture, options, Path(sys.argv[2]))\n"
        "print('torch' in sys.modules, done.result.fidelity_psnr, *done.result.notes)"
    )
    command = [sys.executable, "-c", program, str(bicubic_models[2]), str(tmp_path)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(2)]
    (first, figures), (second, again) = (run.stdout.split(maxsplit=1) for run in runs)
    assert (first, second) == ("True", "False")
    assert figures == again
