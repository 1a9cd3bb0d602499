"""The recipes of docs/hand-over.md as command lines, with names as the other programs pass them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from app import application
from app.main import main
from app.window.edit_task import EditTask
from fdiwn.api.names import EDIT_COMMAND, WINDOW_COMMAND

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
STUB = """#!{python}
import json, os, sys
print(json.dumps([os.path.basename(sys.argv[0]), *sys.argv[1:]]))
sys.exit(int(os.environ.get("CODE", "0")))
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the recipes are for a POSIX shell")


@pytest.fixture
def recipes() -> list[str]:
    return BLOCK.findall((ROOT / "docs" / "hand-over.md").read_text(encoding="utf-8"))


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand-ins that print how they were called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in (WINDOW_COMMAND, "fdiwn"):
        (folder / name).write_text(STUB.format(python=sys.executable))
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    return folder


def run(script: str, *arguments: str, **more: str) -> list[str]:
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *arguments],
        env=os.environ | more,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.stderr
    return done.stdout.splitlines()


NAME = "/home/Ada L/it's é.tif"


def test_the_wrapper_passes_any_name_and_the_exit_code(
    recipes: list[str], programs: Path, tmp_path: Path
) -> None:
    wrapper = tmp_path / EDIT_COMMAND
    wrapper.write_text(recipes[0])
    wrapper.chmod(0o755)
    done = subprocess.run(
        [wrapper, NAME],
        env=os.environ | {"CODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert json.loads(done.stdout) == [WINDOW_COMMAND, "--edit", NAME]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("code", "said"), [("0", "enlarged: out.tif"), ("1", "cancelled"), ("2", "failed")]
)
def test_a_script_knows_how_it_ended(
    recipes: list[str], programs: Path, code: str, said: str
) -> None:
    called, told = run(recipes[1], picture=NAME, result="out.tif", CODE=code)
    assert json.loads(called) == [WINDOW_COMMAND, "--edit", NAME, "--output", "out.tif"]
    assert told == said


def test_digikams_script_with_the_names_put_in(recipes: list[str], programs: Path) -> None:
    script = recipes[2].replace("$INPUT", f'"{NAME}"').replace("$OUTPUT", '"/tmp/a b.tif"')
    (called,) = run(script)
    assert json.loads(called) == ["fdiwn", "upscale", NAME, "-o", "/tmp/a b.tif", "--overwrite"]


@pytest.mark.parametrize("name", [EDIT_COMMAND, f"{EDIT_COMMAND}.exe"])
def test_a_program_that_gets_just_a_file_replaces_it(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As darktable, RawTherapee and Lightroom call it."""
    path = tmp_path / "a b.tif"
    path.touch()
    tasks: list[EditTask] = []

    def note(files: list[Path], new_instance: bool, task: EditTask) -> int:
        assert not files
        tasks.append(task)
        return 0

    monkeypatch.setattr(application, "run", note)
    monkeypatch.setattr(sys, "argv", [f"/opt/{name}", str(path)])
    assert main() == 0
    assert tasks == [EditTask(path, path)]


def test_the_program_of_that_name_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["gui-scripts"] == dict.fromkeys((WINDOW_COMMAND, EDIT_COMMAND), "app.main:main")
