"""What is loaded, at run time: the window must open before torch is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from fdiwn.models.comparators import other_network
from fdiwn.models.weights import save_network

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
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_the_engine_does_not_load_qt() -> None:
    program = "import sys, fdiwn.cli.main, fdiwn.enlarge.pipeline; print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["False"]


def test_the_window_and_the_command_start_without_the_lab() -> None:
    program = "import sys, app.main, fdiwn.cli.main; print('fdiwn.lab' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["False"]


_UPSCALE = """
import sys
from fdiwn.cli.main import app

words, models = sys.argv[1:-2], sys.argv[-2:]
for model in models:
    app([*words, "--model", model], standalone_mode=False)
    print("lab:", *(name for name in sys.modules if name.startswith("fdiwn.lab.")))
"""


def test_enlarging_loads_the_lab_for_its_networks_alone(
    bicubic_models: dict[int, Path], tmp_path: Path
) -> None:
    other = tmp_path / "other.safetensors"
    save_network(other_network("FSRCNN", 2), other, {})
    picture = tmp_path / "picture.png"
    Image.new("RGB", (24, 20), "teal").save(picture)
    words = ["upscale", str(picture), "--scale", "2", "--device", "cpu", "--overwrite"]
    command = [sys.executable, "-c", _UPSCALE, *words, str(bicubic_models[2]), str(other)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    lines = [line for line in done.stdout.splitlines() if line.startswith("lab:")]
    assert lines[0].split()[1:] == []
    assert "fdiwn.lab.comparators.fsrcnn" in lines[1].split()
    assert "fdiwn.lab.training" not in lines[1]


_ENLARGE = """
import sys
from pathlib import Path
import numpy as np
from fdiwn.api.options import UpscaleOptions
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.models import graphs_apart
from fdiwn.pixels.picture import Picture

model, folder, way = sys.argv[1:]
if way == "fails":
    graphs_apart.own_command = lambda *words: [sys.executable, "-c", "raise SystemExit(1)"]
options = UpscaleOptions(2, model, "cpu", 32, "openvino")
picture = Picture(np.random.default_rng(1).integers(0, 255, (40, 70, 3), np.uint8))
done = Upscaler(graphs_apart=way != "here").enlarge(picture, options, Path(folder))
print("torch" in sys.modules, done.result.fidelity_psnr, *done.result.notes)
"""


@pytest.mark.parametrize(
    ("way", "loads"), [("here", "True"), ("apart", "False"), ("fails", "True")]
)
def test_graphs_are_built_with_torch_once(
    way: str, loads: str, bicubic_models: dict[int, Path], tmp_path: Path
) -> None:
    """Its import takes a second, of every call, and 250 MB, which are never given back: an engine
    that lives long leaves it to another process, unless that fails."""
    command = [sys.executable, "-c", _ENLARGE, str(bicubic_models[2]), str(tmp_path)]
    first, again = (
        subprocess.run(
            [*command, each], capture_output=True, encoding="utf-8", check=True
        ).stdout.split()
        for each in (way, "here")
    )
    assert (first[0], again[0]) == (loads, "False")
    assert first[1:] == again[1:]
