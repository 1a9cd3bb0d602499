"""Standard output and errors that are closed, full or read by nobody: the work goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fdiwn.cli.output import OUTPUT_LOST
from tests.engine.batch_folder import CHILD, ROOT, draw

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX"),
    pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full"),
]
HOWS = {
    ">&-": 0,  # closed from the start: it was not wanted
    ">/dev/full": OUTPUT_LOST,
    "2>&-": 0,
    "2>/dev/full": 0,
    ">&- 2>&- <&-": 0,
    ">/dev/full 2>/dev/full": OUTPUT_LOST,
}
each_how = pytest.mark.parametrize("how", HOWS)


def shell(words: str, how: str, unbuffered: bool = False) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    environment |= {"PYTHONUNBUFFERED": "1" if unbuffered else ""}
    command = f"{sys.executable} {CHILD} {words} {how}"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=500,
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception ignored" not in done.stderr
    return done


@each_how
def test_upscale(tmp_path: Path, how: str) -> None:
    sources = " ".join(str(draw(tmp_path / f"{n}.png", n)) for n in range(3))
    done = shell(f"upscale {sources} -o {tmp_path}/out/ --scale 2", how)
    assert done.returncode == HOWS[how]
    assert len(list((tmp_path / "out").iterdir())) == 3


@pytest.mark.parametrize("how", [">/dev/full", "2>&-"])
def test_upscale_says_more_by_its_exit_code_where_pictures_fail(tmp_path: Path, how: str) -> None:
    good, bad = draw(tmp_path / "a.png", 1), tmp_path / "b.png"
    bad.write_bytes(b"nothing")
    done = shell(f"upscale {good} {bad} -o {tmp_path}/out/ --scale 2", how)
    assert done.returncode == 3


@pytest.mark.parametrize("how", [">&-", ">/dev/full", "2>/dev/full"])
def test_batch(tmp_path: Path, how: str) -> None:
    for n in range(3):
        draw(tmp_path / "in" / f"{n}.png", n)
    report = tmp_path / "report.json"
    words = f"batch {tmp_path}/in {tmp_path}/out --scale 2 --report {report} --json"
    done = shell(words, how)
    assert done.returncode == HOWS[how]
    assert len(list((tmp_path / "out").glob("*.png"))) == 3
    assert report.exists()


@pytest.mark.parametrize(
    ("words", "unbuffered"),
    [
        ("--version", True),
        ("--version", False),
        ("--help", False),
        ("models list", True),
        ("models list --json", False),
        ("models verify fdiwn-x2", False),
    ],
)
def test_commands_whose_only_product_is_lost_say_so(words: str, unbuffered: bool) -> None:
    assert shell(words, ">/dev/full", unbuffered).returncode == OUTPUT_LOST


@pytest.mark.parametrize(
    ("words", "code"), [("--nonsense", 2), ("upscale", 2), ("models verify nothing", 1)]
)
@pytest.mark.parametrize("how", ["2>&-", "2>/dev/full"])
def test_errors_nobody_can_read_keep_their_exit_code(words: str, code: int, how: str) -> None:
    assert shell(words, how).returncode == code


def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    sources = [draw(tmp_path / f"{n}.png", n) for n in range(3)]
    read, write = os.pipe()
    os.close(read)
    words = ["upscale", *map(str, sources), "-o", f"{tmp_path}/out/", "--scale", "2"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(CHILD), *words],
        env=environment,
        stdout=write,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (OUTPUT_LOST, "")
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_a_closed_stream_is_not_taken_for_a_file(tmp_path: Path) -> None:
    """What is opened next would get its number, and what libraries print."""
    source = draw(tmp_path / "a.png", 1)
    shell(f"upscale {source} -o {tmp_path}/closed.png --scale 2", ">&- 2>&- <&-")
    shell(f"upscale {source} -o {tmp_path}/open.png --scale 2", "")
    assert (tmp_path / "closed.png").read_bytes() == (tmp_path / "open.png").read_bytes()
