"""The bill of materials and the licences: complete, after the schema, and shown by the window."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from app.diagnostics import licences
from app.diagnostics.licences import UNSTATED
from fdiwn.api.catalog import MODELS
from fdiwn.api.names import VERSION
from installers.sbom import collect, libraries, make_sbom


@pytest.fixture(scope="module")
def parts() -> list[collect.Part]:
    return collect.collect()


@pytest.fixture(scope="module")
def bill(parts: list[collect.Part]) -> dict[str, Any]:
    text = json.dumps(make_sbom.bom(parts))
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def every(component: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for inner in component.get("components", []):
        yield inner
        yield from every(inner)


def test_the_bill_has_what_the_schema_asks_for(bill: dict[str, Any]) -> None:
    """The required fields of CycloneDX 1.6, and its rules on references and licences."""
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"])
    assert bill["metadata"]["component"]["version"] == VERSION
    found = list(every(bill))
    references = [component["bom-ref"] for component in found]
    assert len(references) == len(set(references))
    for component in found:
        assert component["type"] in ("library", "platform", "machine-learning-model")
        assert component["name"]
        (licence,) = component["licenses"]
        assert ("expression" in licence) != ("license" in licence)
        if "license" in licence:
            assert len({"id", "name"} & set(licence["license"])) == 1
        for digest in component.get("hashes", []):
            assert re.fullmatch("[0-9a-f]{64}", digest["content"])
    depended = {ref for row in bill["dependencies"] for ref in row["dependsOn"]}
    assert depended <= set(references)


def test_what_matters_is_in_it(bill: dict[str, Any]) -> None:
    found = list(every(bill))
    names = {component["name"] for component in found}
    assert {"torch", "PySide6_Essentials", "pyvips-binary", "Python", "Qt"} <= names
    assert {"libvips", "GLib", "OpenVINO", "oneTBB"} <= names
    assert {model.name for model in MODELS if model.origin is None} <= names
    torch = next(component for component in found if component["name"] == "torch")
    assert torch["purl"].startswith(f"pkg:pypi/torch@{torch['version'].partition('+')[0]}")
    (qt_licence,) = {c["licenses"][0]["license"]["id"] for c in found if c["name"] == "Qt"}
    assert qt_licence == "LGPL-3.0-only"
    assert not {"pytest", "mypy", "ruff"} & names, "what tests and builds is not shipped"


def test_no_library_is_of_nobody() -> None:
    assert collect.unknown_libraries() == []


def test_a_library_of_nobody_stops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without = tuple(library for library in libraries.KNOWN if library.name != "OpenVINO")
    monkeypatch.setattr(libraries, "KNOWN", without)
    assert make_sbom.main(["--output", str(tmp_path / "out")]) == 1
    assert "libopenvino" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("opencv_python_headless.libs/libavcodec-c4204469.so.62.28.101", "FFmpeg"),
        ("numpy.libs/libquadmath-96973f99-934c22de.so.0.0.0", "libquadmath"),
        ("numpy.libs/libscipy_openblas64_-32a4b2a6.so", "OpenBLAS"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "Qt"),
        ("PySide6/Qt6Core.dll", "Qt"),
        ("torch/lib/c10.dll", "PyTorch"),
        ("PIL/.dylibs/libtiff.6.dylib", "LibTIFF"),
        ("numpy.libs/msvcp140-a4c2229bdc2a2a630acdc095b4d86008.dll", "Microsoft C++ runtime"),
        ("nvidia/cublas/lib/libcublas.so.12", "NVIDIA CUDA libraries"),
        ("torch/lib/libc10_cuda.so", "PyTorch"),
        ("somewhere/libnobody.so.1", None),
        ("a/b.py", None),
    ],
)
def test_files_are_known_by_their_names(path: str, name: str | None) -> None:
    found = libraries.known(path)
    assert (found.name if found else None) == name


def test_the_same_gives_the_same(
    parts: list[collect.Part], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert make_sbom.bom(parts) == make_sbom.bom(collect.collect())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    stamp = make_sbom.bom(parts)["metadata"]["timestamp"]
    assert datetime.fromisoformat(stamp) == datetime(1970, 1, 2, tzinfo=UTC)


def test_the_texts_have_every_part_and_the_lgpl(parts: list[collect.Part]) -> None:
    text = make_sbom.texts(parts)
    for part in parts:
        assert f"\n{part.name} {part.version}".rstrip() in text
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3",
        "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 2.1",
        "From PyTorch:",
    ):
        assert words in text, words


def test_a_frozen_program_shows_what_it_brings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "resources"
    for module in (licences, make_sbom):
        monkeypatch.setattr(module, "resource", lambda name: place / name)
    computed = {part.name for part in licences.parts()}
    assert licences.licence_texts() is None
    assert make_sbom.main(["--output", str(tmp_path / "out"), "--resources"]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "THIRD_PARTY_LICENSES.txt", "parts.json", "sbom.cdx.json",
    ]  # fmt: skip
    shown = {part.name for part in licences.parts()}
    assert computed < shown
    assert {"Qt", "libvips"} <= shown
    file = licences.licence_texts()
    assert file is not None
    assert file.read_bytes() == (tmp_path / "out" / file.name).read_bytes()
    (place / licences.PARTS).write_text("[{]")
    assert {part.name for part in licences.parts()} == computed
    shutil.rmtree(place)


def test_nvidias_packages_that_only_name_others_are_nvidias(tmp_path: Path) -> None:
    folder = tmp_path / "cuda_toolkit-13.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: cuda-toolkit\nVersion: 13.0\n")
    found = metadata.Distribution.at(folder)
    assert collect._licence(found, "cuda-toolkit") == libraries.NVIDIA.licence
    assert collect._licence(found, "other") == UNSTATED
