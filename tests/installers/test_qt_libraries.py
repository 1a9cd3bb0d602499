"""What `make run` says where a library that Qt needs is missing."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from installers.linux import qt_libraries

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the check is about Linux"
)


@pytest.fixture
def one_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = (("libc.so.6", "libc6"), ("libnosuchthing.so.9", "libnosuchthing9"))
    monkeypatch.setattr(qt_libraries, "LIBRARIES", libraries)


@pytest.mark.usefixtures("one_is_missing")
def test_a_missing_library_is_one_clear_message(capsys: pytest.CaptureFixture[str]) -> None:
    assert qt_libraries.main([]) == 1
    printed = capsys.readouterr()
    assert "sudo apt-get install libnosuchthing9\n" in printed.err
    assert printed.out == ""


@pytest.mark.usefixtures("one_is_missing")
def test_the_packages_alone_for_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    assert qt_libraries.main(["--packages"]) == 0
    assert capsys.readouterr().out == "libnosuchthing9\n"


def test_nothing_is_said_where_all_is_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(qt_libraries, "LIBRARIES", (("libc.so.6", "libc6"),))
    assert qt_libraries.main([]) == 0
    printed = capsys.readouterr()
    assert printed.out + printed.err == ""


def test_the_readme_names_all_packages() -> None:
    """For those who have no `make`."""
    text = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"sudo apt-get install ((?:.|\\\n)+?)\n```", text)
    named = line.replace("\\\n", " ").split()
    assert named == [package for _, package in qt_libraries.LIBRARIES]
