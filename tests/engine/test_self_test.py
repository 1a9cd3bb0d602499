"""The self-test on the real engine: it passes where all is well, and says what is not."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from fdiwn.api.catalog import MODELS_DIR_VARIABLE, find_model
from fdiwn.api.errors import Cancelled, DeviceFault
from fdiwn.api.options import SCALES
from fdiwn.api.reports import BACKEND, FORMAT, MODEL, Check, CheckReport, Device, as_text, chosen
from fdiwn.backends import webgpu
from fdiwn.backends.choice import REFERENCE
from fdiwn.cli.main import app
from fdiwn.codec import read_picture
from fdiwn.diagnostics import devices, self_test
from fdiwn.diagnostics.self_test import run_self_test
from fdiwn.models.weights import load_network

CPU = Device("cpu", "A CPU", True, "openvino", ("float32",), "float32", 2)


@pytest.fixture
def one_model(
    tmp_path: Path, bicubic_models: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> Path:
    folder = tmp_path / "models"
    folder.mkdir()
    path = folder / bicubic_models[2].name
    path.write_bytes(bicubic_models[2].read_bytes())
    monkeypatch.setenv(MODELS_DIR_VARIABLE, str(folder))
    monkeypatch.setattr("fdiwn.api.catalog.resource", lambda name: tmp_path / "none")
    monkeypatch.setattr(devices, "devices", lambda: (Device("cuda"), CPU))
    return path


def of(report: CheckReport, kind: str) -> list[Check]:
    return [check for check in report.checks if check.kind == kind]


def test_all_is_well(tmp_path: Path, one_model: Path) -> None:
    seen: list[Check] = []
    report = run_self_test(tmp_path, seen.append)
    assert [check for check in report.checks if check.passed is False] == []
    assert tuple(seen) == report.checks
    assert [check.subject for check in of(report, MODEL)] == ["bicubic-x2"]
    assert len(of(report, BACKEND)) == 3
    assert of(report, BACKEND)[-1].details.startswith("can be used")
    assert {check.subject for check in of(report, FORMAT) if check.passed} == {
        "PNG", "TIFF", "WebP", "AVIF", "JPEG",
    }  # fmt: skip
    record = json.loads(json.dumps(report.as_json()))
    assert record["passed"] is True
    assert record["checks"][0]["kind"] == "system"


def test_a_damaged_model_is_found(tmp_path: Path, one_model: Path) -> None:
    content = one_model.read_bytes()
    one_model.write_bytes(content[: len(content) // 2])
    report = run_self_test(tmp_path)
    assert not report.passed
    assert [check.passed for check in of(report, MODEL)] == [False]
    assert of(report, FORMAT)[0].passed  # it went on


def test_a_changed_model_is_not_the_published_one(
    tmp_path: Path, one_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_model.rename(one_model.with_name("fdiwn-x2.safetensors"))
    (check,) = of(run_self_test(tmp_path), MODEL)
    assert (check.passed, check.details) == (False, "not the file that was published")


def test_a_back_end_that_is_off_or_fails_is_found(
    tmp_path: Path, one_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = self_test.enlarged_sample

    def off(network, place, should_stop):  # type: ignore[no-untyped-def]  # passed through
        result = real(network, REFERENCE, should_stop)
        if place.backend == "openvino":
            result[0, 0, 0] ^= 8
        return result

    monkeypatch.setattr(self_test, "enlarged_sample", off)
    assert [check.passed for check in of(run_self_test(tmp_path), BACKEND)] == [True, False, True]

    def broken(network, place, should_stop):  # type: ignore[no-untyped-def]  # passed through
        if place.backend == "openvino":
            raise DeviceFault("The network failed", "no driver")
        return real(network, place, should_stop)

    monkeypatch.setattr(self_test, "enlarged_sample", broken)
    checks = of(run_self_test(tmp_path), BACKEND)
    assert checks[1].passed is False
    assert "no driver" in checks[1].details


def test_a_library_of_webgpu_that_is_broken_is_found(
    tmp_path: Path, one_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> object:
        raise RuntimeError("libdawn.so: cannot open shared object file")

    monkeypatch.setattr(webgpu, "runtime", broken)
    check = of(run_self_test(tmp_path), BACKEND)[-1]
    assert (check.subject, check.passed) == ("WebGPU", False)
    assert "libdawn" in check.details


def test_a_format_that_fails_is_a_line_like_others(
    tmp_path: Path, one_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object) -> None:
        raise RuntimeError("no encoder")

    monkeypatch.setattr(self_test, "write_picture", broken)
    checks = [check for check in of(run_self_test(tmp_path), FORMAT) if check.passed is not None]
    assert len(checks) == 5
    assert all(check.details == "RuntimeError: no encoder" for check in checks)


def test_it_can_be_stopped(tmp_path: Path, one_model: Path) -> None:
    seen: list[Check] = []
    with pytest.raises(Cancelled):
        run_self_test(tmp_path, seen.append, lambda: len(seen) >= 3)
    assert len(seen) == 3


def test_the_report_names_no_home() -> None:
    text = as_text([Check(MODEL, "m", f"in {Path.home()}/models", passed=False)])
    assert str(Path.home()) not in text
    assert "m: in ~/models - FAILED" in text


def test_the_command_writes_a_report(tmp_path: Path, one_model: Path) -> None:
    done = CliRunner().invoke(app, ["self-test", "--json", str(tmp_path / "report.json")])
    assert done.exit_code == 0, done.output
    assert "as published" not in done.output
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["passed"] is True
    one_model.unlink()
    done = CliRunner().invoke(app, ["self-test"])
    assert done.exit_code == 1
    assert "none on this computer" in done.output


def test_the_devices_of_this_computer() -> None:
    found = devices.devices()
    assert [device.id for device in found] == ["cuda", "mps", "cpu", "webgpu", "intel-gpu"]
    cpu = found[2]
    assert cpu.present
    assert cpu.name
    assert cpu.fastest in cpu.precisions
    assert cpu.memory >= cpu.free > 0
    assert chosen((Device("cuda"), cpu), "auto") == cpu
    assert chosen((Device("cuda"), cpu), "cuda") is None


def test_the_stored_result_is_that_of_the_bundled_model() -> None:
    """If not: python -m resources.self_test.store."""
    model = find_model(None, SCALES[0])
    result = self_test.enlarged_sample(load_network(model), REFERENCE, lambda: False)
    stored = read_picture(self_test.stored_result(model.stem)).pixels
    assert np.abs(stored.astype(int) - result).max() <= 1


def test_another_result_than_the_stored_one_is_found(
    tmp_path: Path, one_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "wrong.png"
    Image.new("RGB", (2 * self_test.WIDTH, 2 * self_test.HEIGHT)).save(wrong)
    monkeypatch.setattr(self_test, "stored_result", lambda model: wrong)
    failed = [check for check in run_self_test(tmp_path).checks if check.passed is False]
    assert [check.subject for check in failed] == ["stored result"]
