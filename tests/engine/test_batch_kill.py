"""A batch that is killed again and again ends as if nothing had happened."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

import pytest

from fdiwn.batch.journal import read_items
from fdiwn.batch.planning.names import staging
from fdiwn.batch.records.items import Stage
from tests.engine.batch_folder import draw_many, results, start

IN_FLIGHT = 3  # pictures; see fdiwn.batch.local


@pytest.mark.parametrize(
    ("pictures", "kills"),
    [
        pytest.param(24, 12, id="short"),
        pytest.param(60, 50, id="full", marks=[pytest.mark.slow, pytest.mark.timeout(600)]),
    ],
)
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals of POSIX")
def test_killed_at_random_moments(
    pictures: int, kills: int, bicubic_models: dict[int, Path], tmp_path: Path
) -> None:
    source, output, log = tmp_path / "in", tmp_path / "out", tmp_path / "log"
    sources = {path: path.read_bytes() for path in draw_many(source, pictures)}
    options = ["--scale", "2", "--model", str(bicubic_models[2])]
    arguments = ["batch", str(source), str(output), "--resume", *options]

    with start(["batch", str(source), str(tmp_path / "undisturbed"), *options]) as process:
        assert process.wait(60) == 0, process.stderr and process.stderr.read()
    expected = results(tmp_path / "undisturbed")
    assert len(expected) == pictures

    moments, cut_off, done_before = random.Random(7), 0, set[str]()
    for number in range(kills):
        log.write_text("")
        with start(arguments, log, seconds=0.01) as process:
            # Some while it starts, most while it works.
            if number % 6:
                assert process.stdout is not None
                assert process.stdout.readline().startswith("Plan:")
            time.sleep(moments.uniform(0, 0.1 + 0.4 * (number % 6 == 0)))
            process.send_signal(signal.SIGKILL)
            cut_off += process.wait(60) == -signal.SIGKILL
        visible = results(output)
        assert visible.items() <= expected.items()  # whole, or not there
        assert not begun(log, output) & done_before
        items = read_items(output)
        done_before = {name for name, item in items.items() if item.stage is Stage.DONE}
        assert done_before <= set(visible)
        assert len(visible) - len(done_before) <= IN_FLIGHT
        assert len(begun(log, output) - done_before) <= IN_FLIGHT

    log.write_text("")
    with start(arguments, log) as process:
        out, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    assert results(output) == expected
    assert begun(log, output) == set(expected) - done_before
    assert {path: path.read_bytes() for path in sources} == sources
    assert not [path for path in output.rglob(".fdiwn-*") if path.name != ".fdiwn-batch"]
    assert all(item.stage is Stage.DONE for item in read_items(output).values())
    print(f"{cut_off} of {kills} runs were cut off; {out.splitlines()[-1]}")
    assert cut_off >= kills * 0.8


def test_killed_between_the_last_note_and_the_removal(
    bicubic_models: dict[int, Path], tmp_path: Path
) -> None:
    """A result that is done, or a picture that failed, leaves no hidden folder either."""
    source, output, log = tmp_path / "in", tmp_path / "out", tmp_path / "log"
    draw_many(source, 2)
    (source / "bad.png").write_bytes(b"not a picture")
    arguments = ["batch", str(source), str(output), "--resume", "--scale", "2"]
    arguments += ["--model", str(bicubic_models[2])]
    for _ in range(2):
        with start(arguments, log) as process:
            process.communicate(timeout=60)
        assert process.returncode == 3
        assert not [path for path in output.rglob(".fdiwn-*") if path.name != ".fdiwn-batch"]
        for name in read_items(output):
            left = staging(output / name)
            left.parent.mkdir()
            left.write_bytes(b"half")
    assert len(read_items(output)) == 3


def begun(log: Path, output: Path) -> set[str]:
    """The results that the network has begun with in the last run, by name."""
    known = {str(staging(output / name).parent): name for name in read_items(output)}
    return {known[line] for line in log.read_text(encoding="utf-8").splitlines() if line in known}
