"""The lock of the GPU packs, made from an index on this computer."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from fdiwn.gpu_pack.lock import read_lock
from installers.gpu import make_lock
from tests.loopback import Files, serving

TORCH = "torch-9.9.0+cu126-cp311-cp311-manylinux_2_28_x86_64.whl"
NEEDS = (
    "nvidia-one==2.0; platform_system == 'Linux'",
    "cuda-toolkit[two]==1.0",
    "nvidia-never==1.0; platform_system == 'Windows'",
    "sympy>=1.0",
)


def wheel(name: str, needs: tuple[str, ...] = ()) -> bytes:
    stream = io.BytesIO()
    lines = "".join(f"Requires-Dist: {need}\n" for need in needs)
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(f"{name}.dist-info/METADATA", f"Name: {name}\n{lines}")
        archive.writestr(f"{name}/a.py", "x" * 100)
    return stream.getvalue()


def fill(files: Files) -> None:
    """An index with more than is wanted."""
    wheels = {
        "torch": {
            TORCH: wheel("torch", NEEDS),
            TORCH.replace("cu126", "cu128"): wheel("other line"),
            TORCH.replace("9.9.0", "9.9.1"): wheel("other version"),
            TORCH.replace("cp311", "cp312"): wheel("other Python"),
            TORCH.replace("manylinux_2_28_x86_64", "win_amd64"): wheel("torch for Windows"),
        },
        "nvidia-one": {"nvidia_one-2.0-py3-none-manylinux2014_x86_64.whl": wheel("one")},
        "cuda-toolkit": {
            "cuda_toolkit-1.0-py2.py3-none-any.whl": wheel(
                "toolkit", ("nvidia-two==1.*; extra == 'two'", "nvidia-three; extra == 'three'")
            )
        },
        "nvidia-two": {
            f"nvidia_two-1.{n}-py3-none-manylinux_2_27_x86_64.manylinux_2_17_x86_64.whl": wheel(
                f"two.{n}"
            )
            for n in (9, 10)
        },
    }
    for project, found in wheels.items():
        anchors = ""
        for name, data in found.items():
            files.content[f"files/{name}"] = data
            link = name.replace("+", "%2B")
            digest = hashlib.sha256(data).hexdigest()
            anchors += f'<a href="../../files/{link}#sha256={digest}">{name}</a>\n'
        files.content[f"simple/{project}/"] = f"<html>{anchors}</html>".encode()


def run(files: Files, tmp_path: Path, *packs: str) -> int:
    arguments = ["9.9.0", "--python", "cp311", "--cache", str(tmp_path / "cache")]
    for system in packs:
        arguments += ["--pack", system, "12.6", f"{files.url}/simple"]
    return make_lock.main([*arguments, "--lock", str(tmp_path / "lock.json")])


def test_a_lock_names_torch_and_what_nvidia_adds(tmp_path: Path) -> None:
    with serving() as files:
        fill(files)
        assert run(files, tmp_path, "linux", "win32") == 0
        linux, windows = sorted(read_lock(tmp_path / "lock.json"), key=lambda pack: pack.system)
    assert [wheel.file for wheel in windows.wheels] == [
        TORCH.replace("manylinux_2_28_x86_64", "win_amd64")
    ]
    assert sorted(wheel.file.partition("-")[0] for wheel in linux.wheels) == [
        "cuda_toolkit", "nvidia_one", "nvidia_two", "torch",
    ]  # fmt: skip
    assert "nvidia_two-1.10" in "".join(wheel.file for wheel in linux.wheels)
    for found in linux.wheels:
        data = files.content[f"files/{found.file}"]
        assert found.origin.sha256 == hashlib.sha256(data).hexdigest()
        assert found.origin.bytes == len(data)
    assert linux.unpacked > 400
    assert (linux.id, linux.cuda) == ("torch-9.9.0-cu126-cp311-linux_x86_64", (12, 6))


def test_an_index_with_another_hash_is_not_believed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving() as files:
        fill(files)
        files.content[f"files/{TORCH}"] = wheel("torch", ("nvidia-evil",))
        assert run(files, tmp_path, "linux") == 1
    assert "the index says" in capsys.readouterr().err
    assert not (tmp_path / "lock.json").exists()
    assert not (tmp_path / "cache" / TORCH).exists()


def test_other_systems_stay_and_other_versions_go(tmp_path: Path) -> None:
    lock = tmp_path / "lock.json"
    with serving() as files:
        fill(files)
        assert run(files, tmp_path, "linux") == 0
        old = json.loads(lock.read_text())
        old["packs"].append({**old["packs"][0], "id": "older", "torch": "9.8.0"})
        lock.write_text(json.dumps(old))
        assert run(files, tmp_path, "win32") == 0
    assert {pack.system for pack in read_lock(lock)} == {"linux", "win32"}
    assert {pack.torch for pack in read_lock(lock)} == {"9.9.0"}
