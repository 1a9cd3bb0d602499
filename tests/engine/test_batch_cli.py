"""``fdiwn batch`` from end to end, over real files."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fdiwn.batch.journal import read_items
from fdiwn.batch.records.items import Stage
from fdiwn.cli.main import app
from tests.engine.batch_folder import draw, draw_many, results, start

invoke = CliRunner().invoke
WAIT = 30.0  # seconds that something may take at most
posix = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "in"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def options(bicubic_models: dict[int, Path]) -> list[str]:
    return ["--scale", "2", "--model", str(bicubic_models[2]), "--device", "cpu"]


def until(condition: Callable[[], object], process: subprocess.Popen[str]) -> None:
    """Waits until it holds, as long as the process runs."""
    end = time.monotonic() + WAIT
    while not condition():
        assert process.poll() is None, process.stderr and process.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.005)


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_twenty_files(source: Path, output: Path, options: list[str], tmp_path: Path) -> None:
    """14 pictures, 3 that are broken, 3 that systems leave behind; results as `upscale` has them.

    Run again, only the broken ones are tried; mended, they are made.
    """
    good = draw_many(source, 14)
    for name in ("x.jpg", "a/y.png", "a/b/z.tif"):
        whole = draw(source / name, 50, (90, 60)).read_bytes()
        (source / name).write_bytes(whole[: len(whole) // 2])
    for name in (".DS_Store", "a/._photo 001.jpg", "a/b/Thumbs.db"):
        (source / name).write_bytes(b"x")
    before = {path: path.read_bytes() for path in source.rglob("*") if path.is_file()}
    assert len(before) == 20
    report, told = tmp_path / "report.csv", tmp_path / "report.json"
    arguments = ["batch", str(source), str(output), *options]

    done = invoke(app, [*arguments, "--report", str(report)])
    assert done.exit_code == 3, done.output
    assert "Plan: 17 to enlarge, 3 passed over" in done.stdout
    assert "14 done, 3 failed, 3 passed over" in done.stdout
    assert "Failed: a/y.png: y.png cannot be read: the file is damaged" in done.stderr
    rows = read_csv(report)
    assert Counter(row["state"] for row in rows) == {"done": 14, "failed": 3, "passed over": 3}
    assert {row["source"] for row in rows} == set(map(str, before))
    assert all(row["reason"] for row in rows if row["state"] != "done")
    by_source = {row["source"]: row for row in rows}
    made = results(output)
    assert set(made) == {
        f"{path.relative_to(source).with_suffix('').as_posix()}_2x{path.suffix}" for path in good
    }
    assert {path: path.read_bytes() for path in before} == before

    for path in good[:4]:  # of each format
        alone = invoke(app, ["upscale", str(path), "-o", str(tmp_path / "alone"), *options])
        assert alone.exit_code == 0, alone.output
        name = f"{path.stem}_2x{path.suffix}"
        target = Path(by_source[str(path)]["target"])
        assert target.read_bytes() == (tmp_path / "alone" / name).read_bytes()

    mended = draw(source / "x.jpg", 51)
    again = invoke(app, [*arguments, "--resume", "--report", str(told)])
    assert again.exit_code == 3
    assert "1 done, 14 done before, 2 failed, 3 passed over" in again.stdout
    record = json.loads(told.read_text(encoding="utf-8"))
    assert record["counts"]["done before"] == 14
    assert [f["source"] for f in record["files"] if f["state"] == "done"] == [str(mended)]
    assert made.items() <= results(output).items()


def test_a_dry_run_writes_nothing(source: Path, output: Path, options: list[str]) -> None:
    draw_many(source, 3)
    (source / "notes.txt").touch()
    arguments = ["batch", str(source), str(output), "--dry-run", *options]
    with start(arguments) as process:
        told, errors = process.communicate(timeout=WAIT)
    assert process.returncode == 0, errors
    assert f"photo 000.png -> {output / 'photo 000_2x.png'}  48x32" in told
    assert f"{source / 'notes.txt'} passed over: not a picture" in told
    assert "Plan: 3 to enlarge, 1 passed over; 0.0 MP, about 0 MB, about 0 s" in told
    with start([*arguments, "--json"]) as process:
        plan = json.loads(process.communicate(timeout=WAIT)[0])
    assert plan["counts"]["enlarge"] == 3
    assert not output.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ["--on-conflict", "ask"],
        ["--report", "report.txt"],
        ["--name", "{nonsense}"],
        ["--retry", "-1"],
        ["--min-pixels", "few"],
        ["--scale", "17"],
    ],
)
def test_wrong_usage(source: Path, output: Path, wrong: list[str]) -> None:
    assert invoke(app, ["batch", str(source), str(output), *wrong]).exit_code == 2


def test_what_cannot_begin(source: Path, output: Path, options: list[str]) -> None:
    missing = invoke(app, ["batch", str(source), str(output), *options])
    assert missing.exit_code == 1
    assert "no such folder" in missing.stderr
    draw_many(source, 1)
    same = invoke(app, ["batch", str(source), str(source), *options])
    assert same.exit_code == 1
    assert "Choose another folder" in same.stderr


@posix
def test_ctrl_c_stops_within_a_picture(
    source: Path, output: Path, options: list[str], tmp_path: Path
) -> None:
    draw_many(source, 6)
    log = tmp_path / "log"
    arguments = ["batch", str(source), str(output), *options]
    with start([*arguments, "--json"], log, seconds=60) as process:
        until(log.exists, process)
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=WAIT)
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    states = Counter(json.loads(line)["state"] for line in out.splitlines())
    assert states == {"not reached": 6}
    assert results(output) == {}
    assert {item.stage for item in read_items(output).values()} == {Stage.WAITING}
    assert [path.name for path in output.iterdir()] == [".fdiwn-batch"]
    with start([*arguments, "--resume"]) as process:
        out, errors = process.communicate(timeout=WAIT)
    assert process.returncode == 0, errors
    assert out.splitlines()[-1].startswith("6 done;")


@posix
def test_a_second_ctrl_c_leaves_at_once(
    source: Path, output: Path, options: list[str], tmp_path: Path
) -> None:
    draw_many(source, 6)
    log = tmp_path / "log"
    arguments = ["batch", str(source), str(output), *options]
    # This network is deaf: it looks at nothing while it computes.
    with start(arguments, log, seconds=-60) as process:
        until(log.exists, process)
        process.send_signal(signal.SIGINT)
        time.sleep(0.3)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=WAIT)
    assert process.returncode == 130
    assert "Left at once" in errors
    assert "Traceback" not in errors
    with start([*arguments, "--resume"]) as process:
        out, errors = process.communicate(timeout=WAIT)
    assert out.splitlines()[-1].startswith("6 done;"), errors
    assert not [path for path in output.rglob(".fdiwn-*") if path.name != ".fdiwn-batch"]


def test_two_runs_exclude_each_other(
    source: Path, output: Path, options: list[str], tmp_path: Path
) -> None:
    draw_many(source, 2)
    log = tmp_path / "log"
    arguments = ["batch", str(source), str(output), *options]
    with start(arguments, log, seconds=60) as process:
        until(log.exists, process)
        second = invoke(app, arguments)
        process.kill()
        process.communicate(timeout=WAIT)
    assert second.exit_code == 1
    assert f"is in use: a batch is writing there: process {process.pid}" in second.stderr
    with start(arguments) as process:  # the lock has died with it
        assert process.wait(WAIT) == 0
        process.communicate()


def test_a_picture_that_vanishes(
    source: Path, output: Path, options: list[str], tmp_path: Path
) -> None:
    paths = draw_many(source, 8)
    log = tmp_path / "log"
    with start(["batch", str(source), str(output), *options], log, seconds=0.3) as process:
        until(log.exists, process)
        last = source / "a/b/photo 005.jpg"
        assert last in paths
        last.unlink()
        out, errors = process.communicate(timeout=WAIT)
    assert process.returncode == 3, errors
    assert "photo 005.jpg cannot be read: there is no such file" in errors
    assert "7 done, 1 failed" in out


def test_watching(source: Path, output: Path, options: list[str], tmp_path: Path) -> None:
    draw(source / "first.png", 1)
    report = tmp_path / "report.json"
    arguments = ["batch", str(source), str(output), "--watch", "--report", str(report), *options]
    with start(arguments) as process:
        until((output / "first_2x.png").exists, process)
        draw(source / "new" / "second.png", 2)
        until((output / "new" / "second_2x.png").exists, process)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=WAIT)
    assert process.returncode == 130, errors
    assert "Waiting for new pictures" in errors
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    assert [(Path(f["source"]).name, f["state"]) for f in files] == [
        ("first.png", "done"),
        ("second.png", "done"),
    ]


def _fails(command: list[str]) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode != 0


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """A function that mounts a disk of so much memory; where that is allowed."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(options: str) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
        if not shutil.which("mount") or _fails(command):
            pytest.skip("no disk can be mounted here")
        return folder

    yield mount
    if folder.is_mount():
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_pauses_the_batch(
    source: Path, options: list[str], mounted: Callable[[str], Path], tmp_path: Path
) -> None:
    output = mounted("size=3m")
    for number in range(4):
        draw(source / f"{number}.png", number, (200, 150))
    ballast = output / "ballast"
    ballast.write_bytes(bytes((3 << 20) - 600_000))
    with start(["batch", str(source), str(output), *options]) as process:
        assert process.stderr is not None
        while not (line := process.stderr.readline()).startswith("Paused"):
            assert line, "it ended"
        assert "free" in line or "full" in line
        assert all(name.endswith(".png") for name in results(output) if name != "ballast")
        ballast.unlink()
        out, errors = process.communicate(timeout=WAIT)
    assert process.returncode == 0, errors
    assert "Continuing." in errors
    assert "4 done" in out
    assert len(results(output)) == 4


def test_a_read_only_target(
    source: Path, options: list[str], mounted: Callable[[str], Path]
) -> None:
    draw_many(source, 1)
    done = invoke(app, ["batch", str(source), str(mounted("ro")), *options])
    assert done.exit_code == 1
    assert "Read-only" in done.stderr or "read-only" in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_ten_thousand(source: Path, output: Path, options: list[str]) -> None:
    one = draw(source / "0.png", 1, (8, 6)).read_bytes()
    for number in range(1, 10_000):
        path = source / str(number % 100) / f"{number}.png"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(one)
    began = time.monotonic()
    sizes = []
    import psutil

    with start(["batch", str(source), str(output), *options]) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Plan: 10000 to enlarge")
        planned = time.monotonic() - began
        watched = psutil.Process(process.pid)
        for number, line in enumerate(process.stdout):
            if number % 500 == 10:
                sizes.append(watched.memory_info().rss / 1e6)
            last = line
        assert process.wait(WAIT) == 0
        assert process.stderr is not None
        process.stderr.close()
    took = time.monotonic() - began
    print(f"planned in {planned:.1f} s, done in {took:.0f} s; MB: {[round(s) for s in sizes]}")
    assert last.startswith("10000 done")
    assert planned < 20
    assert max(sizes) - sizes[0] < 200
    items = read_items(output)
    assert len(items) == 10_000
    assert {item.stage for item in items.values()} == {Stage.DONE}
    assert len(results(output)) == 10_000
