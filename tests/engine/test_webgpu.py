"""WebGPU itself, on SwiftShader: a Vulkan device that computes on the processor.

Its library is part of Chromium, and Vulkan's loader is needed as well. They are looked for where
Debian installs them, or in a folder named by FDIWN_SWIFTSHADER, unpacked from Debian's packages.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEVEL = 0.01  # of 255


@pytest.fixture(scope="module")
def environment() -> dict[str, str]:
    """With which a process finds the device."""
    root = Path(os.environ.get("FDIWN_SWIFTSHADER", "/"))
    driver = root / "usr/lib/chromium/vk_swiftshader_icd.json"
    loaders = sorted(root.glob("usr/lib/*/libvulkan.so.1"))
    if not (driver.exists() and loaders):
        pytest.skip(f"no SwiftShader and Vulkan loader below {root}: see FDIWN_SWIFTSHADER")
    pytest.importorskip("onnxruntime_ep_webgpu")
    return {
        "ORT_WEBGPU_EP_ALLOW_SOFTWARE_ADAPTER": "1",
        "LD_LIBRARY_PATH": str(loaders[0].parent),
        "VK_ICD_FILENAMES": str(driver),
        "VK_DRIVER_FILES": str(driver),
        "PYTHONPATH": str(ROOT),
    }


def run(environment: dict[str, str], *words: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env=os.environ | environment,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def check(found: list[dict[str, object]]) -> None:
    assert [each["scale"] for each in found] == [2, 3, 4]
    off = [value for each in found for key, value in each.items() if key != "scale"]
    assert all(isinstance(value, float) and value < LEVEL for value in off), found


def test_tiles_of_every_scale_equal_the_reference(environment: dict[str, str]) -> None:
    check(run(environment, "tests.engine.webgpu_child", "small", "2", "3", "4"))


@pytest.mark.slow
def test_the_networks_that_ship_equal_the_reference(environment: dict[str, str]) -> None:
    check(run(environment, "tests.engine.webgpu_child", "real", "2", "3", "4"))


@pytest.mark.slow
def test_the_trial_finds_the_pixels_right_and_the_device_slow(environment: dict[str, str]) -> None:
    (found,) = run(environment, "fdiwn", "run-gpu-trial")
    assert (found["precisions"], found["reason"]) == (["float32"], "")
    assert isinstance(found["speed"], float)
    assert found["speed"] < 1
