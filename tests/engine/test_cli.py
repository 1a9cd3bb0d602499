"""The command line: what it prints, what it leaves, how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from fdiwn.cli.main import app
from fdiwn.codec import read_picture
from tests.engine.batch_child import use_fast_network
from tests.forked_command import PRODUCT, Command

run = CliRunner().invoke


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    random = np.random.default_rng(3)
    paths = [tmp_path / f"photo {n}.png" for n in range(3)]
    for path in paths:
        Image.fromarray(random.integers(0, 256, (40, 52, 3), np.uint8)).save(path)
    return paths


@pytest.fixture
def options(bicubic_models: dict[int, Path]) -> list[str]:
    return ["--scale", "2", "--model", str(bicubic_models[2]), "--device", "cpu"]


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that look at files, not at pixels."""
    use_fast_network(monkeypatch)


def test_one_picture(photos: list[Path], options: list[str], tmp_path: Path) -> None:
    target = tmp_path / "big.png"
    result = run(app, ["upscale", str(photos[0]), "-o", str(target), *options])
    assert result.exit_code == 0, result.output
    assert "52x40 -> 104x80" in result.stdout
    assert read_picture(target).pixels.shape == (80, 104, 3)


def test_json_is_one_object_per_file(photos: list[Path], options: list[str]) -> None:
    result = run(app, ["upscale", *map(str, photos), "--json", *options])
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [r["input"] for r in records] == [str(p) for p in photos]
    assert all(Path(r["output"]).name.endswith("_2x.png") for r in records)
    assert records[0]["output_size"] == [104, 80]
    assert records[0]["device"] == "cpu"
    assert records[0]["seconds"] > 0
    assert records[0]["megapixels_per_second"] > 0


def test_any_size(photos: list[Path], bicubic_models: dict[int, Path]) -> None:
    options = ["--model", str(bicubic_models[2]), "--backend", "torch", "--json"]
    wanted = {
        ("--scale", "2.5"): ("photo 0_2.5x.png", [130, 100], 2.5),
        ("--size", "x90"): ("photo 0_90high.png", [117, 90], 2.25),
        ("--print", "30x20mm@127"): ("photo 0_30x20mm_127ppi.png", [130, 100], 2.5),
    }
    for arguments, (name, size, factor) in wanted.items():
        result = run(app, ["upscale", str(photos[0]), *arguments, *options])
        assert result.exit_code == 0, result.output
        record = json.loads(result.stdout)
        assert (Path(record["output"]).name, record["output_size"]) == (name, size)
        assert (record["steps"], record["scale"]) == ([2, 2], factor)
        assert record["fidelity_psnr"] > 10  # of noise
        assert 0 < record["fidelity_max_difference"] < 255


@pytest.mark.usefixtures("fast")
def test_a_bad_file_does_not_stop_the_others(
    photos: list[Path], options: list[str], tmp_path: Path
) -> None:
    photos[1].write_bytes(photos[1].read_bytes()[:200])
    folder = tmp_path / "out"
    result = run(app, ["upscale", *map(str, photos), "-o", str(folder), *options])
    assert result.exit_code == 3
    assert {p.name for p in folder.iterdir()} == {"photo 0_2x.png", "photo 2_2x.png"}
    errors = [line for line in result.stderr.splitlines() if line.startswith("Error:")]
    assert len(errors) == 1
    assert "photo 1.png" in errors[0]


@pytest.mark.usefixtures("fast")
def test_all_bad_is_a_failure(options: list[str], tmp_path: Path) -> None:
    result = run(app, ["upscale", str(tmp_path / "missing.jpg"), "--json", *options])
    assert result.exit_code == 1
    record = json.loads(result.stdout)
    assert record["kind"] == "InputError"
    assert "missing.jpg" in record["error"]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--scale", "17"],
        ["--scale", "four"],
        ["--size", "big"],
        ["--print", "60x40cm"],
        ["--scale", "2", "--size", "600x"],
        ["--device", "toaster"],
        ["--tile", "12"],
        ["--tile", "big"],
        ["--nonsense"],
    ],
)
def test_wrong_usage(photos: list[Path], wrong: list[str]) -> None:
    result = run(app, ["upscale", str(photos[0]), *wrong])
    assert result.exit_code == 2
    assert "Traceback" not in result.output


@pytest.mark.usefixtures("fast")
def test_existing_results_are_kept_unless_told_otherwise(
    photos: list[Path], options: list[str], tmp_path: Path
) -> None:
    target = tmp_path / "big.png"
    target.write_bytes(b"mine")
    arguments = ["upscale", str(photos[0]), "-o", str(target), *options]
    assert run(app, arguments).exit_code == 1
    assert target.read_bytes() == b"mine"
    assert run(app, [*arguments, "--overwrite"]).exit_code == 0
    assert read_picture(target).pixels.shape == (80, 104, 3)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_stops_and_leaves_nothing(options: list[str], tmp_path: Path) -> None:
    big = tmp_path / "big.png"
    Image.fromarray(np.random.default_rng(1).integers(0, 256, (640, 640, 3), np.uint8)).save(big)
    words = ["upscale", str(big), "--tile", "32", *options, "--backend", "torch"]
    with Command(PRODUCT, words, stderr=subprocess.PIPE) as process:
        while not list(tmp_path.glob(".fdiwn-*.part/*.rows")):
            assert process.poll() is None, process.stderr and process.stderr.read()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert sorted(p.name for p in tmp_path.iterdir() if p.name != "home") == ["big.png"]


def test_version_and_help_need_no_torch() -> None:
    code = (
        "import sys; from fdiwn.cli.main import app\n"
        "try: app(['--version'])\n"
        "except SystemExit: pass\n"
        "assert 'torch' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert "FDIWN Upscaler" in done.stdout
