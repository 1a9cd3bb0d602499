"""The benchmark of the whole way: its shares, its rounds, what it says. Nothing about times."""

from __future__ import annotations

import json
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from rich.console import Console
from typer.testing import CliRunner

from fdiwn.api.errors import Cancelled, InputError
from fdiwn.api.options import UpscaleOptions
from fdiwn.cli.main import app
from fdiwn.diagnostics import pipeline_speed
from fdiwn.diagnostics.pipeline_records import (
    PipelineReport,
    Round,
    Windows,
    seconds_of,
    shares_of,
    small_of,
)
from fdiwn.diagnostics.pipeline_report import pipeline_json, pipeline_table
from fdiwn.diagnostics.pipeline_speed import bench_pipeline
from fdiwn.diagnostics.speed_records import Machine

MACHINE = Machine("system", "processor", 2, "", {"torch": "2"})
NAMES = ["decode", "statistics", "margins", "network", "after", "encode", "total"]
WINDOWS = Windows(100, 60, count=2, width=70, height=60)  # 6000 pixels, and 2400 of margins
ROUND = Round(
    total=20.0,
    window=(4.0, 4.4),  # 4.2 s for 4200 pixels: 1 ms for each
    decode=1.0,
    measure=2.0,
    encode=3.0,
    small=(3.0, 2.0, 2.0),
    small_network=(2.0, 1.0, 2.0),
)
run = CliRunner().invoke


def ignore(share: float, text: str) -> None:
    """For `on_step`."""


def report() -> PipelineReport:
    rounds = (ROUND, ROUND, replace(ROUND, total=26.0))
    return PipelineReport(
        MACHINE, "m[b]", 4, "cpu", "openvino", "float32", "", "sample_4x.png", WINDOWS, rounds,
        shares_of(rounds, WINDOWS), small_of(rounds, (320, 180)), ("said of it",),
    )  # fmt: skip


def shown(made: PipelineReport) -> str:
    console = Console(width=150)
    with console.capture() as captured:
        console.print(pipeline_table(made))
    return captured.get()


# The shares


def test_the_shares_are_the_whole() -> None:
    shares = seconds_of(ROUND, WINDOWS)
    assert list(shares) == NAMES
    assert list(shares.values()) == pytest.approx([1.0, 2.0, 2.4, 6.0, 5.6, 3.0, 20.0])


def test_each_plane_is_computed() -> None:
    one, two = (seconds_of(ROUND, replace(WINDOWS, planes=planes)) for planes in (1, 2))
    assert two["network"] == pytest.approx(2 * one["network"])
    assert two["margins"] == pytest.approx(2 * one["margins"])


def test_a_picture_in_one_piece_is_measured_by_the_network_itself() -> None:
    whole = Windows(70, 60, count=1, width=70, height=60, in_one_piece=True)
    shares = seconds_of(replace(ROUND, measure=4.5), whole)
    assert shares["network"] == pytest.approx(4.2)
    assert shares["statistics"] == pytest.approx(0.3)
    assert shares["margins"] == 0.0
    assert shares["after"] == pytest.approx(20 - 1 - 4.5 - 3)


def test_what_does_not_add_up_is_shown() -> None:
    assert seconds_of(replace(ROUND, total=10.0), WINDOWS)["after"] == pytest.approx(-4.4)


def test_ratios_are_taken_within_a_round() -> None:
    slow = replace(
        ROUND, total=60.0, window=(8.4, 8.4), decode=2.0, small=(9.0,), small_network=(3.0,)
    )
    decode, *_, network, after, encode, total = shares_of([ROUND, slow, slow], WINDOWS)
    assert network.to_network == 1.0
    assert network.seconds == pytest.approx(12.0)
    assert decode.to_network == pytest.approx(1 / 6)
    assert decode.of_total == pytest.approx(2 / 60)
    assert total.to_network == pytest.approx(5.0)
    assert total.of_total == 1.0
    assert after.seconds == pytest.approx(60 - 2 - 2 - 4.8 - 12 - 3)
    assert encode.to_network == pytest.approx(0.25)
    small = small_of([ROUND, slow], (320, 180))
    assert (small.width, small.height) == (320, 180)
    assert (small.seconds, small.network_seconds) == (2.5, 2.0)
    assert small.ratio == pytest.approx(1.75)  # of 1.5, 2, 1 and 3


# What it says


def test_the_table_has_every_share_and_both_ratios() -> None:
    text = shown(report())
    rows = [line for line in text.splitlines() if line.startswith("│ ")]
    cells = [[cell.strip() for cell in row.strip("│").split("│")] for row in rows]
    assert [row[0] for row in cells] == NAMES
    assert cells[3] == ["network", "6.000", "30.0%", "1.000"]
    assert cells[-1] == ["total", "20.000", "100.0%", "3.333"]
    assert text.startswith(
        "sample.png -> sample_4x.png, 100x60 -> 400x240, m[b] (openvino, float32"
    )
    assert "Picture to picture, 320x180: 2.000 s, the network alone 2.000 s." in text
    assert "File to file / network: 3.333. Picture to picture / network: 1.500." in text
    assert "(2 of 70x60)" in text
    assert "A window alone took 4.000 to 4.400 s" in text
    assert "Note: said of it" in text


def test_a_hostile_name_is_shown_escaped() -> None:
    made = shown(replace(report(), picture="a\x1b[2J\udcff\n.png"))
    assert made.startswith(r"a\x1b[2J\udcff\n.png -> sample_4x.png")


def test_what_is_compared_with_another_precision_is_said() -> None:
    assert "in one piece" not in shown(report())
    assert "the network alone in bfloat16" in shown(replace(report(), precision="bfloat16"))


def test_json_keeps_every_round() -> None:
    written = json.loads(pipeline_json(report()))
    assert [each["total"] for each in written["rounds"]] == [20.0, 20.0, 26.0]
    assert [share["name"] for share in written["shares"]] == NAMES
    assert written["whole_to_network"] == pytest.approx(20 / 6)
    assert written["picture_to_picture_to_network"] == 1.5
    assert written["windows"]["count"] == 2


# The real ones


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch, one_thread: None) -> None:
    monkeypatch.setattr(pipeline_speed, "SMALL", (24, 16))


def options(model: Path, tile: int | None = None) -> UpscaleOptions:
    return UpscaleOptions(2, str(model), "cpu", tile, "torch")


@pytest.mark.usefixtures("few")
def test_a_file_in_tiles(bicubic_models: dict[int, Path], tmp_path: Path) -> None:
    source = tmp_path / "pictures" / "drawn.png"
    source.parent.mkdir()
    pixels = np.random.default_rng(1).integers(0, 255, (60, 160, 4), np.uint8)
    Image.fromarray(pixels).save(source)
    steps: list[tuple[float, str]] = []
    made = bench_pipeline(
        options(bicubic_models[2], tile=40), source, 2, lambda *step: steps.append(step)
    )
    assert (made.picture, made.target) == ("drawn.png", "drawn_2x.png")
    assert (made.device, made.library, made.precision) == ("cpu", "torch", "float32")
    assert made.windows == Windows(160, 60, count=3, width=86, height=60, planes=2)
    assert len(made.rounds) == 2
    for each in made.rounds:
        assert min(each.total, *each.window, each.decode, each.measure, each.encode) > 0
        assert len(each.small) == len(each.small_network) == 3
    shares = [share for share, _ in steps]
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert shares[-1] <= 1.0
    assert steps[-1][1].startswith("round 2: ")
    assert [path.name for path in source.parent.iterdir()] == ["drawn.png"]


@pytest.mark.usefixtures("few")
def test_the_sample_in_one_piece(bicubic_models: dict[int, Path]) -> None:
    made = bench_pipeline(options(bicubic_models[2]), (40, 28), 1, ignore)
    assert made.picture == ""
    assert made.windows == Windows(40, 28, count=1, width=40, height=28, in_one_piece=True)
    assert (made.small.width, made.small.height) == (24, 16)
    assert made.whole_to_network > 0


@pytest.mark.usefixtures("few")
def test_a_stop_is_heard(bicubic_models: dict[int, Path]) -> None:
    reached: list[str] = []
    with pytest.raises(Cancelled):
        bench_pipeline(
            options(bicubic_models[2]),
            (40, 28),
            1,
            lambda share, text: reached.append(text),
            lambda: reached[-1:] == ["round 1: the network alone"],
        )
    assert reached[-1] == "round 1: the network alone"


def test_a_file_that_is_no_picture_is_refused(
    bicubic_models: dict[int, Path], tmp_path: Path
) -> None:
    source = tmp_path / "notes.txt"
    source.write_text("no picture")
    with pytest.raises(InputError):
        bench_pipeline(options(bicubic_models[2]), source, 1, ignore)


# The command


@pytest.mark.usefixtures("few")
def test_the_command(bicubic_models: dict[int, Path], tmp_path: Path) -> None:
    figures = tmp_path / "way.json"
    asked = ["--pipeline", "--scale", "2", "--model", str(bicubic_models[2]), "--size", "40x28"]
    more = ["--rounds", "1", "--precision", "float32", "--json", str(figures)]
    result = run(app, ["bench", *asked, *more])
    assert result.exit_code == 0, result.output
    assert "sample.png -> sample_2x.png, 40x28 -> 80x56" in result.stdout
    assert "File to file / network: " in result.stdout
    written = json.loads(figures.read_text(encoding="utf-8"))
    assert written["precision"] == "float32"
    assert len(written["rounds"]) == 1
    assert [share["name"] for share in written["shares"]] == NAMES


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--picture", "missing.png"], "missing.png"),
        (["--size", "40x28", "--model", "missing.safetensors"], "missing.safetensors is not there"),
    ],
)
def test_a_missing_file_is_said_in_a_line(
    bicubic_models: dict[int, Path], more: list[str], said: str
) -> None:
    model = ["--scale", "2", "--model", str(bicubic_models[2])]
    result = run(app, ["bench", "--pipeline", *model, *more])
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert said in result.stderr
    assert result.stdout == ""


@pytest.mark.usefixtures("few")
def test_ctrl_c_is_no_crash(
    bicubic_models: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = pipeline_speed.network_seconds

    def pressed(*given: Any) -> float:
        signal.raise_signal(signal.SIGINT)
        return measured(*given)

    monkeypatch.setattr(pipeline_speed, "network_seconds", pressed)
    model = ["--scale", "2", "--model", str(bicubic_models[2])]
    result = run(app, ["bench", "--pipeline", *model, "--size", "40x28"])
    assert result.exit_code == 130
    assert result.stderr == "Stopped.\n"
    assert result.stdout == ""


def test_without_a_size_the_sample_has_two_megapixels(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def note(asked_options: UpscaleOptions, source: object, rounds: int, *rest: object) -> object:
        asked.extend((asked_options.scale, asked_options.precision, source, rounds))
        raise Cancelled

    monkeypatch.setattr(pipeline_speed, "bench_pipeline", note)
    run(app, ["bench", "--pipeline", "--scale", "3", "--rounds", "2"])
    assert asked == [3, "auto", (1633, 1225), 2]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--picture", "a.png"],
        ["--precision", "float32"],
        ["--pipeline", "--precision", "float8"],
        ["--pipeline", "--plot", "a.png"],
        ["--pipeline", "--picture", "a.png", "--size", "40x28"],
        ["--pipeline", "--size", "40"],
    ],
)
def test_wrong_usage(wrong: list[str]) -> None:
    assert run(app, ["bench", *wrong]).exit_code == 2
