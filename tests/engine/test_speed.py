"""The benchmark of speed: what it counts, who runs when, what it says. Nothing about times."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import io
import json
import os
import signal
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from rich.console import Console
from torch import Tensor, nn
from typer.testing import CliRunner

from fdiwn.api.errors import OutputError
from fdiwn.api.tiles import Box
from fdiwn.backends.choice import REFERENCE, Place
from fdiwn.cli.main import app
from fdiwn.cli.signals import StopSwitch
from fdiwn.diagnostics import speed, speed_contestants
from fdiwn.diagnostics.speed import measure, results_of
from fdiwn.diagnostics.speed_contestants import (
    all_contestants,
    all_places,
    export_onnx,
    prepare_material,
)
from fdiwn.diagnostics.speed_records import (
    Contestant,
    Kind,
    Machine,
    Material,
    Outcome,
    Peak,
    Report,
)
from fdiwn.diagnostics.speed_report import plot, table, to_json
from fdiwn.lab.evaluation.flops import (
    convolution_gflop,
    folded_gflop,
    product_area,
    published_gflop,
)
from fdiwn.lab.evaluation.outputs import check_can_plot
from fdiwn.network.folded import FoldedCoefficients
from fdiwn.network.folding import fold
from fdiwn.network.network import FDIWN, FDIWNConfig
from fdiwn.network.units import ShuffleAttention, WNConv2d, live_statistics
from tests.engine import fake_contestant

NOTHING = Material(Path(), Path(), Path(), Path(), threads=1)
MACHINE = Machine("system", "processor", 2, "", {"torch": "2"})
run = CliRunner().invoke


def contestant(name: str, kind: Kind = Kind.OURS, gflop: float = 1.0) -> Contestant:
    return Contestant(kind, name, "cpu", "torch", "float32", gflop)


def ignore(share: float, text: str) -> None:
    """For `on_step`."""


@pytest.fixture
def network() -> FDIWN:
    return FDIWN(FDIWNConfig.for_scale(4, "FDIWN-M")).eval().requires_grad_(False)


# What is counted


def test_a_layer_is_two_operations_a_multiply_add() -> None:
    layer = nn.Conv2d(6, 4, 3, padding=1, groups=2)
    counted = convolution_gflop(layer, torch.empty(2, 6, 5, 7))
    assert counted == pytest.approx(2 * 2 * (5 * 7) * 4 * (3 * 3 * 6 // 2) / 1e9)


def test_the_folded_form_is_its_parameters_times_their_uses(network: FDIWN) -> None:
    folded = fold(network)
    once = sum(c.weight.numel() for c in folded.modules() if isinstance(c, nn.Conv2d))
    used = sum(p.numel() for n, p in folded.first.named_parameters() if _is_kernel(n))
    used += sum(p.numel() for n, p in folded.others.named_parameters() if _is_kernel(n))
    coefficients = sum(
        p.numel()
        for m in folded.modules()
        if isinstance(m, FoldedCoefficients)
        for n, p in m.named_parameters()
        if _is_kernel(n)
    )
    # Each group runs twice; the coefficients do not run: they are in the gates.
    per_pixel = 2 * (once + used - 2 * coefficients)
    assert folded_gflop(network, 35) == pytest.approx(35 * per_pixel / 1e9)


def _is_kernel(name: str) -> bool:
    return name.endswith("weight") and "attention" not in name


def test_the_published_form_is_counted_as_on_the_whole_picture(network: FDIWN) -> None:
    whole = convolution_gflop(network, torch.zeros(1, 3, 5, 7))
    assert published_gflop(network, 5 * 7) == pytest.approx(whole)
    # Its group convolutions are written dense in the folded form, but nothing else is added.
    assert 0.8 * folded_gflop(network, 5 * 7) < whole < folded_gflop(network, 5 * 7)


def test_a_large_picture_costs_its_samples_and_its_margins() -> None:
    assert product_area(320, 180) == 320 * 180
    assert product_area(2000, 1000) > 2000 * 1000


# Who runs when


def test_all_run_in_turn_and_those_that_fail_are_left_out() -> None:
    names = ["a", "unready", "breaks", "dies", "b"]
    steps: list[str] = []
    outcomes = measure(
        [contestant(name) for name in names],
        NOTHING,
        2,
        lambda share, text: steps.append(text.split(",")[0]),
        warm_up=1,
        target=fake_contestant.serve,
    )
    assert [o.contestant.name for o in outcomes] == names
    assert [o.failed for o in outcomes] == [
        "",
        "no such thing here",
        "broken",
        f"its process ended with code {fake_contestant.EXIT_CODE}",
        "",
    ]
    assert [o.seconds for o in outcomes] == [(2.0, 3.0), (), (), (), (2.0, 3.0)]
    assert outcomes[0].peak == Peak(fake_contestant.PEAK)
    assert outcomes[0].measure_seconds == 0.25
    assert steps[:5] == [f"preparing: {name}" for name in names]
    assert steps[5:9] == [f"warming up: {name}" for name in ("a", "breaks", "dies", "b")]
    assert steps[9:12] == ["round 1: breaks", "round 1: b", "round 1: a"]
    assert steps[12:] == ["round 2: b", "round 2: a"]


def test_one_that_is_absent_is_never_started() -> None:
    absent = Contestant(Kind.ONNX, "a", "cpu", "onnxruntime", "float32", 1.0, absent="not here")
    (outcome,) = measure([absent], NOTHING, 1, ignore, target=fake_contestant.serve)
    assert outcome == Outcome(absent, failed="not here")


def test_nothing_keeps_running_when_the_user_stops() -> None:
    def stop(share: float, text: str) -> None:
        if text.startswith("warming up"):
            raise KeyboardInterrupt

    both = [contestant("a"), contestant("deaf")]
    with pytest.raises(KeyboardInterrupt):  # that no process is left, a fixture checks
        measure(both, NOTHING, 1, stop, target=fake_contestant.serve)


# What comes out


@pytest.mark.skipif(os.name == "nt", reason="there the child process itself ignores it")
def test_ctrl_c_during_a_launch_is_heard_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was ignored meanwhile, and lost: the benchmark went on."""
    stop = StopSwitch()
    monkeypatch.setattr(SpawnProcess, "start", lambda _: os.kill(os.getpid(), signal.SIGINT))
    with stop.armed():
        speed._Child(contestant("a"), NOTHING, fake_contestant.serve, stop)._launch()
        assert stop()


def outcomes() -> list[Outcome]:
    eager = contestant("eager", Kind.PUBLISHED, gflop=30.0)
    ours = contestant("ours", gflop=20.0)
    ceiling = contestant("product", Kind.CEILING, gflop=10.0)
    gone = contestant("gone")
    return [
        Outcome(eager, (4.0, 8.0, 6.0), peak=Peak(3_000_000)),
        Outcome(ours, (1.0, 1.0, 2.0), peak=Peak(2_000_000, 1_000_000), measure_seconds=0.5),
        Outcome(ceiling, (0.1, 0.2, 0.1), peak=Peak(1)),
        Outcome(gone, failed="its process ended with code -9"),
    ]


def report() -> Report:
    return Report(MACHINE, "m", 4, 320, 180, 3, 2, tuple(results_of(outcomes(), 8.0)))


def test_ratios_are_taken_within_a_round() -> None:
    eager, ours, ceiling, gone = results_of(outcomes(), megapixels=8.0)
    assert eager.speedup == 1.0
    assert ours.median_seconds == 1.0
    assert ours.speedup == 4.0  # of 4, 8 and 3
    assert ours.megapixels_per_second == 8.0
    assert ours.gflop_per_second == 20.0
    assert ours.share_of_ceiling == pytest.approx(0.2)  # of 20/100, 20/50 and 10/100
    assert (ours.peak_megabytes, ours.device_peak_megabytes) == (2.0, 1.0)
    assert ceiling.gflop_per_second == 100.0
    assert (ceiling.speedup, ceiling.megapixels_per_second) == (None, None)
    assert gone.failed == "its process ended with code -9"
    assert (gone.median_seconds, gone.speedup, gone.share_of_ceiling) == (None, None, None)


def test_without_the_eager_form_or_the_ceiling_there_is_no_ratio() -> None:
    _, ours, *_ = outcomes()
    (result,) = results_of([ours], megapixels=8.0)
    assert (result.speedup, result.share_of_ceiling) == (None, None)
    assert result.megapixels_per_second == 8.0


def test_the_table_has_every_figure_and_every_reason() -> None:
    console = Console(width=150)
    with console.capture() as captured:
        console.print(table(report()))
    text = captured.get()
    (row,) = [line for line in text.splitlines() if line.startswith("│ ours ")]
    cells = [cell.strip() for cell in row.strip("│").split("│")]
    assert cells[1:] == ["1.000", "4.00", "8.000", "20", "20%", "0.500", "2 + 1 on the GPU"]
    assert "gone (torch, float32, cpu): its process ended with code -9" in text


def test_the_plot_is_a_picture() -> None:
    with Image.open(io.BytesIO(plot(report()))) as image:
        drawn = np.asarray(image.convert("RGB"))
    assert drawn.min() < 128 < drawn.max()


def test_a_plot_without_matplotlib_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(OutputError, match="matplotlib is not installed"):
        check_can_plot()


# The real ones


def test_who_takes_part(network: FDIWN) -> None:
    rows = all_contestants(network, 32, 24, no_onnx="no onnx")
    ours = [Place(r.device, r.library, r.precision) for r in rows if r.kind == Kind.OURS]
    assert ours == all_places()
    assert REFERENCE in ours
    assert Place("cpu", "openvino", "float32") in ours
    kinds = [r.kind for r in rows]
    assert kinds.count(Kind.ONNX) == kinds.count(Kind.PRODUCT) == 1
    assert [r.absent for r in rows if r.absent] == ["no onnx"]
    ceilings = {(r.device, r.precision) for r in rows if r.kind == Kind.CEILING}
    assert ceilings >= {(r.device, r.precision) for r in rows if r.device != "intel-gpu"}


class Small(nn.Module):
    """The operations of the published form in two layers: FDIWN itself takes a minute to export."""

    def __init__(self) -> None:
        super().__init__()
        self.expand, self.narrow = WNConv2d(3, 24, 3), WNConv2d(24, 48, 1)
        self.attention = ShuffleAttention(24)

    def forward(self, x: Tensor) -> Tensor:
        attended = self.attention(self.expand(x), live_statistics)
        return nn.functional.pixel_shuffle(self.narrow(attended), 4)


def test_the_exported_graph_runs_in_another_size(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    onnxruntime = pytest.importorskip("onnxruntime")
    material = prepare_material(Path(), 40, 28, tmp_path)
    small = Small().eval().requires_grad_(False)
    export_onnx(small, material.graph)
    session = onnxruntime.InferenceSession(material.graph, providers=["CPUExecutionProvider"])
    picture = torch.rand(1, 3, 28, 40)
    (output,) = session.run(None, {"picture": picture.numpy()})
    assert torch.allclose(torch.from_numpy(output), small(picture), atol=1e-5)

    row = Contestant(Kind.ONNX, "small", "cpu", "onnxruntime", "float32", 1.0)
    (outcome,) = measure([row], material, 1, ignore)
    assert outcome.failed == ""
    assert len(outcome.seconds) == 1


def test_the_command(
    bicubic_models: dict[int, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The graph is not written, so that one contestant fails; few and small ones are fast.
    monkeypatch.setattr(speed, "export_onnx", lambda network, target: None)
    monkeypatch.setattr(speed, "WARM_UP", 0)
    monkeypatch.setattr(speed_contestants, "all_places", lambda: [REFERENCE])
    monkeypatch.setattr(speed_contestants, "choose", lambda *asked: REFERENCE)
    monkeypatch.setattr(speed_contestants, "sample_boxes", lambda *size: [Box(0, 0, 32, 24)])
    figures, drawing = tmp_path / "speed.json", tmp_path / "speed.png"
    options = ["--model", str(bicubic_models[4]), "--size", "32x24", "--rounds", "1"]
    result = run(app, ["bench", *options, "--json", str(figures), "--plot", str(drawing)])
    assert result.exit_code == 0, result.output
    assert "32x24 -> 128x96" in result.stdout
    assert "Not measured: published form, ONNX Runtime" in result.stdout
    assert drawing.stat().st_size > 0
    written = json.loads(figures.read_text(encoding="utf-8"))
    assert written["machine"]["versions"]["torch"] == importlib.metadata.version("torch")
    _check_rows({row["kind"]: row for row in written["results"]})


def _check_rows(rows: dict[str, dict[str, Any]]) -> None:
    assert set(rows) == set(Kind)
    graph = rows.pop("onnx")
    assert "network.onnx" in graph["failed"]
    assert (graph["seconds"], graph["median_seconds"], graph["peak_megabytes"]) == ([], None, None)
    for row in rows.values():
        assert row["failed"] == ""
        assert len(row["seconds"]) == 1
        assert row["gflop_per_second"] > 0
        assert row["peak_megabytes"] > 50
        assert row["kind"] == "ceiling" or row["share_of_ceiling"] > 0
    assert rows["published"]["speedup"] == 1.0
    assert rows["ours"]["measure_seconds"] > 0


def test_a_missing_model_is_said_in_a_line(tmp_path: Path) -> None:
    result = run(app, ["bench", "--model", str(tmp_path / "no.safetensors")])
    assert result.exit_code == 1
    assert "no.safetensors is not there" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    "wrong",
    [["--scale", "5"], ["--size", "320"], ["--size", "8x320"], ["--rounds", "0"]],
)
def test_wrong_usage(wrong: list[str]) -> None:
    assert run(app, ["bench", *wrong]).exit_code == 2


def test_stopping_is_no_crash(
    bicubic_models: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(*args: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(speed, "bench", pressed)
    result = run(app, ["bench", "--model", str(bicubic_models[4])])
    assert result.exit_code == 130
    assert "Stopped." in result.stderr


def test_json_keeps_every_round() -> None:
    written = json.loads(to_json(report()))
    assert written["results"][1]["seconds"] == [1.0, 1.0, 2.0]
    assert written["results"][1]["kind"] == "ours"
