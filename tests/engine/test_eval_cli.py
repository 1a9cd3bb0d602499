"""``fdiwn eval`` and ``fdiwn report``: what they print and leave, how they end."""

from __future__ import annotations

import base64
import csv
import importlib.util
import json
import os
import re
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from fdiwn.api.catalog import installed
from fdiwn.api.errors import InputError, OutputError
from fdiwn.api.tiles import Box
from fdiwn.cli.main import app
from fdiwn.codec import read_picture
from fdiwn.lab.evaluation.comparison import section
from fdiwn.lab.evaluation.crops import MOST, SIDE, Crops, most_different
from fdiwn.lab.evaluation.datasets import Pair
from fdiwn.lab.evaluation.lab import Work
from fdiwn.lab.evaluation.layouts import Benchmark
from fdiwn.lab.evaluation.outputs import write_output
from fdiwn.lab.evaluation.page import page
from fdiwn.lab.evaluation.records import PictureScore, Result, read_results

run = CliRunner().invoke
VOID = {"meta", "img", "source", "br"}


@pytest.fixture
def datasets(tmp_path: Path) -> Path:
    """A folder with one benchmark of two small pictures, Set5."""
    random = np.random.default_rng(2)
    place = tmp_path / "datasets" / "Set5"
    place.mkdir(parents=True)
    for name, bands in (("colour", 3), ("grey", 1)):
        low = random.integers(0, 256, (6, 8, bands), np.uint8)
        picture = Image.fromarray(low[..., 0] if bands == 1 else low)
        picture.resize((64, 48), Image.Resampling.BICUBIC).save(place / f"{name}.png")
    return place.parent


@pytest.fixture
def options(datasets: Path, bicubic_models: dict[int, Path]) -> list[str]:
    arguments = ["--dataset", "Set5", "--datasets", str(datasets), "--scale", "2"]
    return [*arguments, "--model", str(bicubic_models[2]), "--device", "cpu", "--backend", "torch"]


def test_everything_at_once(
    options: list[str], tmp_path: Path, bicubic_models: dict[int, Path]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    result = run(
        app,
        ["eval", *options, "--protocol", "quadrants", "--table", "--json", str(out / "all.json"),
         "--markdown", str(out / "table.md"), "--csv", str(out / "table.csv"),
         "--plots", str(out / "plots"), "--save-images", str(out / "images")],
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    plain, ours = read_results(out / "all.json")
    assert (plain.method, ours.method, ours.protocol) == ("bicubic", "bicubic-x2", "quadrants")
    assert "Set5 x2, protocol: quadrants" in result.stdout
    assert f"{ours.psnr:.3f} / {ours.ssim:.4f}" in result.stdout
    assert ours.model
    assert ours.model.sha256[:12] in result.stdout
    assert "float32 on cpu (torch)" in result.stdout
    assert "WRDC and SCF: WR, DC, SCF" in result.stdout
    images = sorted(p.relative_to(out / "images") for p in (out / "images").rglob("*.png"))
    assert [str(path) for path in images] == [
        str(Path("Set5", "x2-quadrants", f"{name}_{method}.png"))
        for name in ("colour", "grey")
        for method in ("bicubic-x2", "bicubic")
    ]
    assert read_picture(out / "images" / images[2]).bands == 1
    row = list(csv.DictReader((out / "table.csv").read_text("utf-8-sig").splitlines()))[-1]
    assert row["sha256"] == ours.model.sha256
    assert float(row["Set5 PSNR"]) == pytest.approx(ours.psnr, abs=1e-5)
    assert f"{ours.psnr:.2f} / {ours.ssim:.4f}" in (out / "table.md").read_text(encoding="utf-8")
    plots = sorted((out / "plots").iterdir())
    assert [plot.name for plot in plots] == ["multiply-adds_x2.png", "parameters_x2.png"]
    for plot in plots:
        assert read_picture(plot).pixels.std() > 5
    assert sorted(p.name for p in out.iterdir()) == [
        "all.json", "images", "plots", "table.csv", "table.md",
    ]  # fmt: skip


def test_tables_of_earlier_results(
    options: list[str], tmp_path: Path, published_model: Path
) -> None:
    options[options.index("--model") + 1] = str(published_model)
    file = tmp_path / "earlier.json"
    assert run(app, ["eval", *options, "--json", str(file)]).exit_code == 0
    shown = run(app, ["eval", "--table", "--results", str(file)])
    assert shown.exit_code == 0, shown.output
    assert re.search(r"bicubic-x2 +│ whole +│ +430K +│", shown.stdout)
    for scale in ("x2", "x3", "x4"):
        assert re.search(rf"^ *{scale} *$", shown.stdout, re.MULTILINE)
    one = run(app, ["eval", "--table", "--scale", "3"])
    assert "bicubic" not in one.stdout
    assert "34.52 / 0.9281" in one.stdout


def test_a_narrow_terminal_gets_several_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich takes what it writes to for a terminal
    for width, tables in ((80, 4), (190, 1)):
        monkeypatch.setenv("COLUMNS", str(width))
        shown = re.sub(r"\x1b\[[0-9;]*m", "", run(app, ["eval", "--table", "--scale", "4"]).stdout)
        assert max(len(line) for line in shown.splitlines()) <= width
        assert shown.count("ECBSR") == tables
        for figure in ("664K", "17974.3G", "32.23 / 0.8955", "26.28 / 0.7919"):
            assert shown.count(figure) == 1, figure


@pytest.mark.parametrize(
    ("wrong", "code", "words"),
    [
        ([], 2, "--dataset"),
        (["--dataset", "Set5", "--scale", "5"], 2, "--scale"),
        (["--table", "--json", "x.json"], 2, "--json"),
        (["--table", "--save-images", "x"], 2, "--save-images"),
        (["--dataset", "Set5", "--results", "x.json"], 2, "--results"),
        (["--dataset", ".", "--protocol", "thirds"], 2, "--protocol"),
        (["--dataset", ".", "--grey", "blue"], 2, "--grey"),
        (["--dataset", "Set99"], 1, "There is no benchmark Set99"),
        (["--table", "--results", "nowhere.json"], 1, "nowhere.json cannot be read"),
        (["--table", "--csv", "no/such/folder.csv"], 1, "folder.csv cannot be written"),
        (["--table", "--csv", "."], 1, "it is a folder"),
    ],
)
def test_wrong_usage(
    wrong: list[str], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    result = run(app, ["eval", *wrong])
    assert result.exit_code == code, result.output
    assert words in result.output
    assert "Traceback" not in result.output


def test_what_cannot_be_written_is_said_before_anything_is_measured(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fdiwn.lab.evaluation.lab.evaluate", lambda *_: pytest.fail("it measured"))
    place = tmp_path / "no" / "folder"
    assert run(app, ["eval", *options, "--json", str(place / "a.json")]).exit_code == 1
    assert run(app, ["report", *options, "-o", str(place / "a.html")]).exit_code == 1
    assert run(app, ["report", *options, "-o", str(tmp_path / "a.jpg")]).exit_code == 2
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    for arguments in (
        ["eval", "--plots", str(tmp_path)],
        ["report", "-o", str(tmp_path / "a.html")],
    ):
        result = run(app, [*arguments, *options])
        assert result.exit_code == 1
        assert "matplotlib is not installed" in result.output
    assert not list(tmp_path.glob("*.html"))


def test_a_file_is_there_whole_or_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.json"
    write_output(file, b"first")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        write_output(file, b"second")
    assert file.read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["all.json"]


def test_a_broken_picture_is_named(options: list[str], datasets: Path, tmp_path: Path) -> None:
    file = datasets / "Set5" / "grey.png"
    file.write_bytes(file.read_bytes()[:100])
    target = tmp_path / "all.json"
    result = run(app, ["eval", *options, "--json", str(target)])
    assert result.exit_code == 1
    assert "grey.png cannot be read" in result.output
    assert not target.exists()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_stops_and_leaves_nothing(
    options: list[str], tmp_path: Path, datasets: Path
) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (600, 600, 3), np.uint8)
    Image.fromarray(noise).save(datasets / "Set5" / "a.png")
    out, scratch = tmp_path / "out", tmp_path / "scratch"
    out.mkdir()
    scratch.mkdir()
    program = [sys.executable, "-m", "fdiwn", "report", *options, "--quality", "best"]
    program += ["-o", str(out / "page.html")]
    environment = os.environ | {"TMPDIR": str(scratch)}
    with subprocess.Popen(
        program, stderr=subprocess.PIPE, encoding="utf-8", env=environment
    ) as process:
        while not list(scratch.glob(".fdiwn-*.part/*.rows")):
            assert process.poll() is None, process.stderr and process.stderr.read()
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert list(out.iterdir()) == list(scratch.iterdir()) == []


class _Checker(HTMLParser):
    """Sees that every element is closed, in order, and what is asked from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.images: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name in ("src", "srcset"):
                self.images.append(value or "")
            assert name not in ("href", "onclick", "onload", "data"), name
        assert tag not in ("script", "link", "iframe", "object")
        assert tag != "img" or {"src", "alt"} <= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def checked(text: str) -> _Checker:
    checker = _Checker()
    checker.feed(text)
    checker.close()
    assert checker.open == []
    assert "url(" not in text
    assert "@import" not in text
    for image in checker.images:
        kind, _, data = image.partition(",")
        assert kind == "data:image/png;base64"
        assert base64.b64decode(data, validate=True).startswith(b"\x89PNG")
    return checker


def test_the_page(options: list[str], tmp_path: Path) -> None:
    file, again = tmp_path / "page.html", tmp_path / "again.html"
    for target in (file, again):
        result = run(app, ["report", *options, "-o", str(target)])
        assert result.exit_code == 0, result.output
    assert file.read_bytes() == again.read_bytes()
    checker = checked(file.read_text(encoding="utf-8"))
    assert len(checker.images) == 2 * 2 + 2 * 4  # plots in two themes; where, bicubic, ours, HR
    for words in ("Protocol: whole", "bicubic-x2", "float32 on cpu (torch)", "the original"):
        assert words in checker.text
    assert "prefers-color-scheme: dark" in file.read_text(encoding="utf-8")
    assert {p.name for p in tmp_path.iterdir()} == {"page.html", "again.html", "datasets", "home"}


def test_the_page_has_all_models_at_hand(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = options.index("--model")
    asked: list[Work] = []

    def refuse(work: Work, on_picture: object) -> list[Result]:
        asked.append(work)
        raise InputError("Enough", "the models are known", "")

    monkeypatch.setattr("fdiwn.cli.report.measure", refuse)
    command = ["report", *options, "-o", str(tmp_path / "page.html")]
    assert run(app, command).exit_code == 1
    assert run(app, command[: given + 1] + command[given + 3 :]).exit_code == 1
    named, at_hand = (work.models for work in asked)
    assert named == [options[given + 1]]
    assert at_hand == [model.info.name for model in reversed(installed(2))]
    assert at_hand[-1] == "fdiwn-x2"


def test_names_cannot_break_the_page() -> None:
    evil = "<script>alert('x')</script>&amp;\""
    crops = Crops("grey")
    image = np.zeros((30, 30, 1), np.uint8)
    benchmark = Benchmark(evil, 4, ())
    crops.add(benchmark, Pair(evil, image[::4, ::4], image), {"bicubic": image, evil: image})
    pictures = (PictureScore(evil, float("inf"), 1.0, (evil,)),)
    results = [
        Result(evil, 4, "whole", "grey", "made", method, pictures) for method in ("bicubic", evil)
    ]
    text = page(results, section(4, results), crops.kept())
    assert evil in checked(text).text


# Crops


def test_the_crop_is_where_methods_differ_most() -> None:
    plain = np.full((200, 300, 3), 90, np.uint8)
    other, border = plain.copy(), plain.copy()
    other[110:140, 210:240] = 120
    border[:3] = 255  # lies in the border, which does not count
    box, difference = most_different([plain, other, border], 4)
    assert (box.width, box.height) == (SIDE, SIDE)
    assert box.left <= 210
    assert box.top <= 110
    assert box.right >= 240
    assert box.bottom >= 140
    expected = 30 * 219 / 255 * (30 * 30 / SIDE**2) ** 0.5
    assert difference == pytest.approx(expected, rel=1e-6)
    assert most_different([plain, plain], 4) == (Box(4, 4, 4 + SIDE, 4 + SIDE), 0)
    small = plain[:40, :50]
    assert most_different([small, small], 4)[0] == Box(4, 4, 46, 36)


def test_the_most_telling_pictures_are_kept() -> None:
    crops = Crops("grey")
    plain = np.full((40, 40, 3), 90, np.uint8)
    for number in range(MOST + 3):
        other = plain.copy()
        other[20:, 20:] += np.uint8(10 + (number * 7) % (MOST + 3))
        pair = Pair(f"{number}", plain[::2, ::2], plain)
        crops.add(Benchmark("Set5", 2, ()), pair, {"bicubic": plain, "other": other})
    kept = crops.kept()
    assert len(kept) == MOST
    left_out = {str(n) for n in range(MOST + 3) if (n * 7) % (MOST + 3) < 3}
    assert not left_out & {crop.picture for crop in kept}
    assert [int(crop.picture) for crop in kept] == sorted(int(crop.picture) for crop in kept)
    first = kept[0].views[1]
    assert first.whole_psnr > first.psnr or first.image.shape == (36, 36, 3)


def test_json_holds_what_the_results_hang_on(options: list[str], tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    assert run(app, ["eval", *options, "--grey", "rgb", "--json", str(file)]).exit_code == 0
    record = json.loads(file.read_text(encoding="utf-8"))["results"][1]
    wanted = {
        "dataset": "Set5", "scale": 2, "protocol": "whole", "grey": "rgb", "backend": "torch",
        "device": "cpu", "precision": "float32", "quality": "normal", "statistics": "sample",
        "low_resolution": "made",
    }  # fmt: skip
    assert {name: record[name] for name in wanted} == wanted
    assert len(record["model"]["sha256"]) == 64
    assert record["psnr"] == pytest.approx(np.mean([each["psnr"] for each in record["pictures"]]))
