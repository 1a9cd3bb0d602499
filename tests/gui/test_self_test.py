"""``fdiwn-upscaler --self-test``, from outside, as an installer's test calls it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", "--self-test", *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=110,
    )


def test_window_and_engine_are_well_and_the_user_folders_untouched(tmp_path: Path) -> None:
    home, report = tmp_path / "user", tmp_path / "report.json"
    home.mkdir()
    folders = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CACHE", "CONFIG", "DATA")}
    done = run("--json", str(report), HOME=str(home), **folders)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    record = json.loads(report.read_text(encoding="utf-8"))
    assert record["passed"] is True
    passed = {check["subject"] for check in record["checks"] if check["passed"]}
    assert passed >= {"main window", "closing", "its process", "stored result", "PNG", "fdiwn-x2"}
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_a_damaged_model_is_a_line_and_an_exit_code(tmp_path: Path) -> None:
    (tmp_path / "fdiwn-x2.safetensors").write_bytes(b"not a model")
    done = run("--json", str(tmp_path / "no" / "such" / "folder"), FDIWN_MODELS_DIR=str(tmp_path))
    assert done.returncode == 1
    assert "FAILED" in done.stdout
    assert "cannot be written" in done.stdout
