"""The guards of conftest.py bite: each of these bad tests must fail for its own reason."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BAD_TESTS = """
import os, socket, subprocess, sys, threading, warnings
import tests.conftest
tests.conftest.GRACE = 0.3
kept = []

def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait, name="forgotten", daemon=True).start()

def test_leaves_a_process():
    kept.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

def test_ends_the_process_of_the_last():
    kept[0].communicate()

def test_calls_far_away():
    socket.create_connection(("192.0.2.1", 80))

def test_looks_up_far_away():
    socket.create_connection(("example.org", 80))

def test_stays_here():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()

def test_warns():
    warnings.warn("look out")

def test_has_its_own_home(tmp_path):
    assert os.path.expanduser("~") == str(tmp_path / "home")
"""


def test_the_guards_bite(tmp_path: Path) -> None:
    (tmp_path / "test_bad.py").write_text(BAD_TESTS)
    options = ["-p", "tests.conftest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-p", "no:cacheprovider", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "250"},  # so that no reason is cut short
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    summary = done.stdout[done.stdout.rindex("short test summary") :]
    for reason in (
        "::test_leaves_a_thread - AssertionError: the test left running: thread forgotten",
        "::test_leaves_a_process - AssertionError: the test left running: process ",
        "::test_calls_far_away - AssertionError: a test tried to reach 192.0.2.1",
        "::test_looks_up_far_away - AssertionError: a test tried to reach example.org",
        "::test_warns - UserWarning: look out",
    ):
        assert reason.removesuffix(" ") in summary, done.stdout
    assert "3 failed, 5 passed, 2 errors" in summary, done.stdout
