"""Batches with names of every kind, folders of earlier results, and reports that are replaced."""

from __future__ import annotations

import csv
import json
import os
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fdiwn.api.naming import LONGEST
from fdiwn.batch.journal import read_items
from fdiwn.cli.main import app
from tests.engine.batch_child import use_fast_network
from tests.engine.batch_folder import draw, results

posix = pytest.mark.skipif(sys.platform != "linux", reason="names of bytes")
ODD = os.fsdecode(b"bad\xff")


@pytest.fixture(autouse=True)
def fast(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_fast_network(monkeypatch)
    monkeypatch.chdir(tmp_path)


def batch(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["batch", "in", "out", "--scale", "2", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@posix
def test_names_that_are_not_utf8_go_all_the_way(tmp_path: Path) -> None:
    draw(Path("in") / "x.png", 1).rename(Path("in") / f"{ODD}.png")
    (Path("in") / ODD).mkdir()
    draw(Path("in") / ODD / "a.png", 2)
    (Path("in") / f"{ODD} broken.png").write_bytes(b"nothing")
    code, told = batch("--dry-run", "--json")
    assert json.loads(told)["entries"][0]["key"] == f"{ODD} broken.png"
    assert "bad\\udcff_2x.png" in batch("--dry-run")[1]
    for words in ((), ("--resume",), ("--report", "r.csv"), ("--report", "r.json", "--json")):
        code, told = batch(*words)
        assert code == 3
        assert set(results(Path("out"))) == {f"{ODD}_2x.png", f"{ODD}/a_2x.png"}
    lines = [json.loads(line) for line in told.splitlines()]
    assert f"{ODD}.png" in [line["key"] for line in lines]
    items = read_items(tmp_path / "out")
    assert f"{ODD}_2x.png" in items
    broken = [item for item in items.values() if item.error]
    assert [Path(item.source).name for item in broken] == [f"{ODD} broken.png"]
    with Path("r.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {Path(row["source"]).name for row in csv.DictReader(file)} == {
            "bad\\udcff.png", "bad\\udcff broken.png", "a.png"
        }  # fmt: skip
    files = json.loads(Path("r.json").read_text(encoding="utf-8"))["files"]
    assert {Path(file["source"]).name for file in files} == {
        f"{ODD}.png", f"{ODD} broken.png", "a.png"
    }  # fmt: skip


@posix
def test_a_cut_off_run_over_such_names_is_gone_on_with(tmp_path: Path) -> None:
    draw(Path("in") / "x.png", 1).rename(Path("in") / f"{ODD}.png")
    assert batch()[0] == 0
    (Path("out") / f"{ODD}_2x.png").write_bytes(b"cut off")
    code, told = batch("--resume")
    assert (code, "1 done" in told) == (0, True)


@pytest.mark.parametrize("letter", ["x", "é"])
def test_numbers_behind_long_names_fit(letter: str) -> None:
    long = letter * ((LONGEST - 8) // len(letter.encode()))
    sources = [draw(Path("in") / f"{long}{n}.png", n) for n in range(3)]
    code, told = batch("--dry-run", "--json")
    planned = [Path(entry["target"]).name for entry in json.loads(told)["entries"]]
    assert code == 0
    assert len(set(planned)) == len(sources)
    assert max(len(os.fsencode(name)) for name in planned) <= LONGEST
    assert {Path(name).suffix for name in planned} == {".png"}
    code, told = batch()
    assert code == 0, told
    assert set(results(Path("out"))) == set(planned)
    assert "3 done before" in batch()[1]


def test_the_results_of_an_earlier_batch_are_no_pictures() -> None:
    draw(Path("in") / "a.png", 1)
    words = ["batch", "in", "in/enlarged", "--scale", "2"]
    assert CliRunner().invoke(app, words).exit_code == 0
    _, told = batch("--dry-run")
    assert "in/enlarged passed over: the results of an earlier batch" in told
    assert batch()[0] == 0
    assert set(results(Path("out"))) == {"a_2x.png"}
    again = CliRunner().invoke(app, ["batch", "in/enlarged", "twice", "--scale", "2"])
    assert "1 done" in again.output  # given by itself, it is wanted


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_a_report_replaces_reports_only(ending: str) -> None:
    draw(Path("in") / "a.png", 1)
    report = Path(f"r.{ending}")
    report.write_text("precious")
    code, told = batch("--report", report)
    assert code == 1
    assert "not a report of a batch" in told
    assert report.read_text(encoding="utf-8") == "precious"
    assert not Path("out").exists()
    assert batch("--report", report, "--on-conflict", "overwrite")[0] == 0
    first = report.read_bytes()
    assert batch("--report", report)[0] == 0
    assert b"done before" in report.read_bytes() != first


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.parametrize(
    "words",
    [
        ("upscale", "in/a.png", "-o", "out/a_2x.png", "--overwrite"),
        ("batch", "in", "out", "--on-conflict", "overwrite"),
    ],
)
def test_permissions_of_what_is_replaced_stay(words: tuple[str, ...]) -> None:
    draw(Path("in") / "a.png", 1)
    old = draw(Path("out") / "a_2x.png", 2)
    old.chmod(0o640)
    assert CliRunner().invoke(app, [*words, "--scale", "2"]).exit_code == 0
    assert old.stat().st_mode & 0o777 == 0o640
    draw(Path("in") / "b.png", 1)
    assert CliRunner().invoke(app, ["upscale", "in/b.png", "--scale", "2"]).exit_code == 0
    umask = os.umask(0)
    os.umask(umask)
    assert (Path("in") / "b_2x.png").stat().st_mode & 0o777 == 0o666 & ~umask
