"""Resources are found in a source tree, in an installed wheel and in a frozen bundle."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from fdiwn.api.resources import guide, resource

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = "sample/sample.png"


def test_source_tree() -> None:
    assert resource(SAMPLE) == ROOT / "resources" / "sample" / "sample.png"
    assert resource(SAMPLE).is_file()


def test_frozen_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource(SAMPLE) == tmp_path / "resources" / "sample" / "sample.png"


def test_the_guide_is_the_tree_or_what_ships(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert guide() == ROOT
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "resources" / "guide").mkdir(parents=True)
    assert guide() == tmp_path / "resources" / "guide"


def test_a_missing_resource_is_only_a_path() -> None:
    assert not resource("no such thing").exists()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built offline from a copy of the tree, so that nothing is left in the tree."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    _copy_tree(source)
    _run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(source))
    (built,) = target.glob("*.whl")
    return built


def _copy_tree(target: Path) -> None:
    tops = (
        "app",
        "docs",
        "fdiwn",
        "resources",
        "pyproject.toml",
        "README.md",
        "MODELS.md",
        "LICENSE",
    )
    files = [ROOT / top for top in tops if (ROOT / top).is_file()]
    files += [path for top in tops for path in (ROOT / top).rglob("*") if path.is_file()]
    for path in files:
        if "__pycache__" not in path.parts:
            copy = target / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())


def _run(*arguments: str, cwd: Path | None = None, path: Path | None = None) -> str:
    """What a Python of this environment prints; its complaints, if it fails."""
    code = f"import sys; sys.path.insert(0, {str(path)!r})\n" if path else ""
    command = ["-c", code + arguments[0]] if path else [*arguments]
    done = subprocess.run(
        [sys.executable, *command], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_every_module_and_resource(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {
        path.relative_to(ROOT).as_posix() for top in ("app", "fdiwn") for path in _python(top)
    }
    resources = {
        "fdiwn/bundled/" + path.relative_to(ROOT / "resources").as_posix()
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
        if "docs" not in path.relative_to(ROOT).parts
    }
    assert len(resources) > 5
    assert modules | resources <= names
    pages = {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")}
    guide = {*pages, "README.md", "MODELS.md", "resources/docs/window.png"}
    assert {f"fdiwn/bundled/guide/{name}" for name in guide} <= names
    assert "fdiwn/py.typed" in names  # with it, type checkers look at the package's own types
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} <= {"app", "fdiwn"}


def _python(top: str) -> list[Path]:
    return list((ROOT / top).rglob("*.py"))


def test_an_installed_wheel_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    options = ["--no-deps", "--no-index", "--no-compile", "--quiet", "--target", str(site)]
    _run("-m", "pip", "install", *options, str(wheel))
    found = _run(
        f"from fdiwn.api.resources import resource; print(resource({SAMPLE!r}), end='')",
        cwd=elsewhere,
        path=site,
    )
    assert Path(found) == site / "fdiwn" / "bundled" / "sample" / "sample.png"
    assert Path(found).read_bytes() == resource(SAMPLE).read_bytes()
