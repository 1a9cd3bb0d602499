"""What goes into a bundle, as far as it can be said without making one."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from app.diagnostics.licences import canonical
from fdiwn.api.catalog import MODELS
from fdiwn.api.errors import DownloadError, WeightsError
from installers import build, fetch_models, freeze, pin
from installers.build import write_sums
from installers.errors import PackagingError
from installers.pyinstaller import prune

SPEC = freeze.SPEC.read_text(encoding="utf-8")
LEFT_OUT = [
    "torch/test/test_api",
    "torch/bin/protoc-3.13.0.0",
    "torch/include/ATen/ATen.h",
    "torch/lib/libjitbackend_test.so",
    "torch/_C/__init__.pyi",
    "torch/testing/_internal/common_dtype.py",
    "openvino/libs/libopenvino_intel_npu_plugin.so",
    "openvino/libs/libopenvino_paddle_frontend.so.2641",
    "openvino/frontend/jax/py_jax_frontend.cpython-311-x86_64-linux-gnu.so",
    "PySide6/Qt/qml/QtQuick/qmldir",
    "PySide6/Qt/lib/libQt6EglFsKmsSupport.so.6",
    "PySide6/Qt/lib/libQt6Quick.so.6",
    "PySide6/Qt/lib/libQt6QmlModels.so.6",
    "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
    "PySide6\\translations\\qtquick_de.qm",
    "libstdc++.so.6",
]
COMES_IN = [
    "torch/bin/torch_shm_manager",
    "torch/lib/libtorch_cpu.so",
    "torch/distributed/config.py",
    "torch/_inductor/config.py",
    "openvino/libs/libopenvino_intel_cpu_plugin.so",
    "openvino/libs/libopenvino_pytorch_frontend.so.2641",
    "openvino/frontend/pytorch/__init__.py",
    "openvino/libs/libopenvino_onnx_frontend.so.2641",
    "PySide6/Qt/lib/libQt6Widgets.so.6",
    "PySide6/Qt/lib/libQt6XcbQpa.so.6",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/Qt/plugins/imageformats/libqsvg.so",
    "PySide6/Qt/translations/qtbase_de.qm",
    "pyvips_binary.libs/libvips.so.42",
    "resources/weights/fdiwn-x4.safetensors",
]


def test_what_stays_out_and_what_comes_in() -> None:
    assert [name for name in LEFT_OUT if not prune.reason_to_leave_out(name)] == []
    assert [name for name in COMES_IN if prune.reason_to_leave_out(name)] == []
    entries = [(name, f"/from/{name}", "DATA") for name in [*LEFT_OUT, *COMES_IN]]
    assert [entry[0] for entry in prune.kept(entries)] == COMES_IN


SYSTEMS = sorted(pin.TAGS)


def pins_of(system: str) -> dict[str, pin.Pin]:
    text = (freeze.REQUIREMENTS / f"{system}.txt").read_text(encoding="utf-8")
    found = pin.pins(text)
    lines = [line for line in text.splitlines() if not line.startswith(("#", " "))]
    assert len(lines) == len(found), "every line is understood"
    return {canonical(one.name): one for one in found}


@pytest.mark.parametrize("system", SYSTEMS)
def test_everything_is_pinned_by_its_hash(system: str) -> None:
    pins = pins_of(system)
    assert all(one.digest for one in pins.values())
    assert pins["torch"].version == prune.TORCH
    assert "pyinstaller" in pins


def test_all_systems_are_made_of_the_same_versions() -> None:
    linux, windows, macos = ({n: p.version for n, p in pins_of(s).items()} for s in
                             ("linux", "windows", "macos"))  # fmt: skip
    assert linux.items() <= windows.items()
    assert linux.items() <= macos.items()
    assert set(windows) - set(linux) == {"colorama", "pefile", "pywin32-ctypes"}
    assert set(macos) - set(linux) == {"dmgbuild", "ds-store", "mac-alias", "macholib"}


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_package_of_the_project_is_pinned(system: str) -> None:
    """With its extras that read files: HEIC and camera raw."""
    text = (freeze.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = text.split("\ndependencies = [")[1].split("]\n")[0]
    names = {re.split(r"[>=!<;]", line.strip(' ",'))[0] for line in listed.splitlines()}
    wanted = {canonical(name) for name in names if re.fullmatch(r"[\w.-]+", name)}
    assert len(wanted) > 8
    assert wanted | {"pillow-heif", "rawpy"} <= set(pins_of(system))


def test_hashes_take_the_place_of_older_ones() -> None:
    text = (
        "# why\nnumpy==2.4.6\nPyside6_Essentials==6.11.3 \\\n    --hash=sha256:" + "0" * 64 + "\n"
    )
    digests = {"numpy": "a" * 64, "pyside6-essentials": "b" * 64}
    once = pin.pinned(text, digests)
    assert once == (
        f"# why\nnumpy==2.4.6 \\\n    --hash=sha256:{'a' * 64}\n"
        f"Pyside6_Essentials==6.11.3 \\\n    --hash=sha256:{'b' * 64}\n"
    )
    assert pin.pinned(once, digests) == once


def test_another_python_makes_no_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its wheels are not those that are pinned; pip would say so in words for nobody."""
    monkeypatch.setattr(freeze, "PYTHON", (3, 99))
    with pytest.raises(PackagingError, match="another Python"):
        freeze.environment(tmp_path / "work")
    assert not (tmp_path / "work").exists()


@pytest.mark.parametrize("system", SYSTEMS)
def test_torch_can_be_taken_out_of_the_requirements(system: str) -> None:
    text = (freeze.REQUIREMENTS / f"{system}.txt").read_text(encoding="utf-8")
    rest, version = freeze.without_torch(text)
    assert version == prune.TORCH
    assert {one.name for one in pin.pins(text)} - {one.name for one in pin.pins(rest)} == {"torch"}
    assert len(text.splitlines()) - len(rest.splitlines()) == 2
    local = text.replace(f"torch=={version}", f"torch=={version}+cpu")
    assert freeze.without_torch(local) == (rest, version)


@pytest.mark.skipif(sys.platform != "linux", reason="made on Linux alone")
def test_cuda_is_the_same_environment_with_another_torch(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran: list[str] = []
    monkeypatch.setattr(freeze, "PYTHON", sys.version_info[:2])
    monkeypatch.setattr("venv.create", lambda *_, **__: None)
    monkeypatch.setattr(freeze, "run", lambda command: ran.append(" ".join(command)))
    listed = tmp_path / "requirements.txt"
    freeze.environment(tmp_path)
    (pinned, own) = ran
    assert pinned.endswith(f"--require-hashes --requirement {listed}")
    assert own.endswith(f"--no-deps --force-reinstall {freeze.ROOT}")
    assert "\ntorch==" in listed.read_text(encoding="utf-8")
    ran.clear()
    freeze.environment(tmp_path, cuda=True)
    assert (ran[0], ran[3]) == (pinned, own)
    assert "\ntorch==" not in listed.read_text(encoding="utf-8")
    assert ran[1].endswith(f"install --prefer-binary torch==={prune.TORCH}")
    assert "torch.version.cuda" in ran[2]
    ran.clear()
    freeze.environment(tmp_path, cuda=True)
    assert ran == [own], "it is there"


@pytest.mark.parametrize(
    ("words", "targets", "folder", "cuda"),
    [("", ["deb", "portable"], "work", False), ("--cuda", ["portable"], "work/cuda", True)],
)
def test_cuda_is_an_archive_made_in_a_folder_of_its_own(
    words: str,
    targets: list[str],
    folder: str,
    cuda: bool,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    given: list[tuple[object, ...]] = []
    monkeypatch.setattr(build, "build", lambda *told: given.append(told))
    places = ["--out", str(tmp_path), "--work", str(tmp_path / "work")]
    monkeypatch.setattr(sys, "argv", ["build", *places, *words.split()])
    assert build.main() == 0
    assert given == [(targets, tmp_path, tmp_path / folder, False, None, cuda)]


def test_there_is_no_deb_with_cuda(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["build", "--cuda", "--target", "portable,deb"])
    with pytest.raises(SystemExit):
        build.main()
    assert "no such target: deb" in capsys.readouterr().err


def test_no_module_is_excluded_that_the_program_imports() -> None:
    """`import torch` itself needs those beside them; see the list's own words."""
    needed = ("unittest", "torchgen", "torch.testing", "torch._vendor", "torch.distributed")
    assert not set(prune.MODULES) & set(needed)
    sources = [*freeze.ROOT.glob("app/**/*.py"), *freeze.ROOT.glob("fdiwn/**/*.py")]
    assert len(sources) > 100
    for path in sources:
        text = path.read_text(encoding="utf-8")
        if re.search(r"evaluation|training", str(path)):
            continue  # plots, only where matplotlib was installed
        for module in prune.MODULES:
            assert not re.search(rf"^(import|from) {re.escape(module)}\b", text, re.M), path


def test_the_programs_are_named_by_the_one_source() -> None:
    assert "upx=True" not in SPEC
    assert "strip=True" not in SPEC
    assert "from fdiwn.api.names import APP_ID, APP_NAME, COMMAND, DISTRIBUTION" in SPEC
    program = (freeze.SPEC.parent / "program.py").read_text(encoding="utf-8")
    body = program.split('if __name__ == "__main__":')[1]
    first = next(line for line in body.splitlines() if line.strip() and "#" not in line)
    assert first.strip() == "multiprocessing.freeze_support()"


def test_missing_libraries_fail_the_build_but_for_drivers() -> None:
    log = (
        "9 WARNING: Library not found: could not resolve 'libOpenCL.so.1', dependency of 'x.so'.\n"
        "9 WARNING: Library not found: could not resolve 'libxcb-cursor.so.0', dependency of 'y'.\n"
        "9 WARNING: something else about 'z'\n"
    )
    assert freeze.missing_libraries(log) == ["libxcb-cursor.so.0"]


def test_a_bundle_with_what_should_stay_out_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inside = tmp_path / "_internal" / "torch"
    (inside / "lib").mkdir(parents=True)
    (inside / "lib" / "libtorch_cpu.so").write_bytes(bytes(2_000_000))
    assert freeze.check(tmp_path).size == 2_000_000
    assert "| torch | 2 |" in freeze.table(tmp_path)
    (inside / "test").mkdir()
    (inside / "test" / "test_api").touch()
    with pytest.raises(PackagingError, match="torch/test/test_api"):
        freeze.check(tmp_path)
    (inside / "test" / "test_api").unlink()
    monkeypatch.setattr(freeze, "LIMIT", 1_000_000)
    with pytest.raises(PackagingError, match="2,000,000 bytes"):
        freeze.check(tmp_path)
    assert freeze.check(tmp_path, limited=False).size == 2_000_000
    assert "there is no limit" in capsys.readouterr().out


def test_a_step_that_fails_is_one_error_with_its_last_words() -> None:
    with pytest.raises(PackagingError, match="last words"):
        freeze.run(["sh", "-c", "echo last words; exit 3"])


def test_sums_are_those_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "b.deb").write_bytes(b"package")
    (tmp_path / "a.tar").write_bytes(b"")
    write_sums(tmp_path)
    write_sums(tmp_path)  # its own file is not among them
    lines = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert lines[0] == f"{empty}  a.tar"
    assert [line.split("  ")[1] for line in lines] == ["a.tar", "b.deb"]


# The models


def test_the_lock_says_what_the_table_says() -> None:
    """If not: python -m installers.fetch_models --write-lock."""
    assert json.loads(fetch_models.LOCK.read_text(encoding="utf-8")) == fetch_models.lock()
    for entry in fetch_models.lock():
        assert re.fullmatch(r"[0-9a-f]{64}", str(entry["sha256"]))
        assert entry["licence"]


def test_our_own_models_always_come_with_their_terms(tmp_path: Path) -> None:
    own = [info.file for info in MODELS if info.origin is None]
    files = fetch_models.gather(tmp_path / "models", with_paper_models=False, offline=None)
    assert [path.name for path in files] == own
    told = (tmp_path / "models" / fetch_models.TERMS).read_text(encoding="utf-8")
    assert "Apache-2.0" in told
    assert "without a licence" not in told


def test_the_authors_models_come_from_a_folder_by_their_hash(tmp_path: Path, shared: Path) -> None:
    files = fetch_models.gather(tmp_path / "models", True, shared / "weights")
    assert sorted(path.name for path in files) == sorted(info.file for info in MODELS)
    told = (tmp_path / "models" / fetch_models.TERMS).read_text(encoding="utf-8")
    assert "may not be passed on without" in told


def test_what_is_not_there_or_damaged_ends_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(DownloadError, match="SHA-256"):
        fetch_models.gather(tmp_path / "models", True, tmp_path / "empty")
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    for info in MODELS:
        (damaged / info.file).write_bytes(b"damaged")
    monkeypatch.setattr(fetch_models, "OWN", damaged)
    with pytest.raises(WeightsError):
        fetch_models.gather(tmp_path / "models", with_paper_models=False, offline=None)
