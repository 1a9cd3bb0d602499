"""The scripts that try an installer: with stand-ins for what would change this computer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECK = ROOT / "installers" / "check"
LEFT = [path for folder in ("/opt", "/usr/bin") for path in Path(folder).glob("*fdiwn*")]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="scripts for Linux"),
    pytest.mark.skipif(bool(LEFT), reason="the program itself is installed here"),
]
TOOL = """#!/usr/bin/env bash
echo "$(basename "$0") $*" >> "$LOG"
case "$*" in *"$FAIL"*) [ -z "$FAIL" ] || exit 1;; esac
"""


def run(tmp_path: Path, script: str, *folders: Path, fail: str = "") -> tuple[int, list[str]]:
    tools = tmp_path / "tools"
    tools.mkdir(exist_ok=True)
    for name in ("apt-get", "fdiwn-upscaler", "fdiwn"):
        (tools / name).write_text(TOOL)
        (tools / name).chmod(0o755)
    (tools / "unshare").write_text("#!/bin/sh\nexit 1\n")
    (tools / "unshare").chmod(0o755)
    log = tmp_path / "log"
    log.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "LOG": str(log),
        "FAIL": fail,
        "TMPDIR": str(tmp_path),
    }
    done = subprocess.run(
        ["bash", CHECK / script, *folders], env=environment, check=False, capture_output=True
    )
    return done.returncode, log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def package(folder: Path, name: str) -> Path:
    folder.mkdir()
    (folder / name).write_text("a package")
    return folder


def short(lines: list[str]) -> list[str]:
    """The commands, without options and paths."""
    return [
        f"{words[0]} {'purge' if 'purge' in words else Path(words[-1]).name}"
        for words in map(str.split, lines)
    ]


TEST = ["fdiwn-upscaler --self-test", "fdiwn --version", "fdiwn verify"]


def test_a_package_is_installed_tested_upgraded_and_removed(tmp_path: Path) -> None:
    new, old = package(tmp_path / "new", "b.deb"), package(tmp_path / "old", "a.deb")
    code, lines = run(tmp_path, "deb.sh", new, old)
    assert code == 0
    assert short(lines) == [
        "apt-get b.deb", *TEST, "apt-get purge",
        "apt-get a.deb", "apt-get b.deb", *TEST, "apt-get purge",
    ]  # fmt: skip


def test_without_a_version_before_there_is_no_upgrade(tmp_path: Path) -> None:
    code, lines = run(tmp_path, "deb.sh", package(tmp_path / "new", "b.deb"), tmp_path / "none")
    assert code == 0
    assert short(lines) == ["apt-get b.deb", *TEST, "apt-get purge"]


@pytest.mark.parametrize("fail", ["install", "--self-test", "verify", "purge"])
def test_whatever_fails_is_not_passed_over(tmp_path: Path, fail: str) -> None:
    code, _ = run(tmp_path, "deb.sh", package(tmp_path / "new", "b.deb"), fail=fail)
    assert code != 0


@pytest.mark.parametrize("script", ["deb.sh", "appimage.sh"])
def test_nothing_to_try_is_a_failure(tmp_path: Path, script: str) -> None:
    code, lines = run(tmp_path, script, tmp_path)
    assert (code, lines) == (1, [])


def test_an_appimage_runs_its_self_test(tmp_path: Path) -> None:
    folder = package(tmp_path / "new", "a.AppImage")
    (folder / "a.AppImage").write_text(TOOL)
    code, lines = run(tmp_path, "appimage.sh", folder)
    assert code == 0
    assert lines[-1] == "a.AppImage --appimage-extract-and-run --self-test"
    assert run(tmp_path, "appimage.sh", folder, fail="--self-test")[0] != 0
