"""What is measured, by which protocol, and how it is written down."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file, save_file

from fdiwn.api.errors import Cancelled, InputError, WeightsError
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.tiles import Box
from fdiwn.codec import read_picture
from fdiwn.lab.evaluation.comparison import section
from fdiwn.lab.evaluation.lab import Work, bicubic, evaluate, precision_of_pixels, scored
from fdiwn.lab.evaluation.layouts import benchmark
from fdiwn.lab.evaluation.metrics import Image8, psnr_y
from fdiwn.lab.evaluation.protocol import enlarge_by, parts
from fdiwn.lab.evaluation.published import known_name, paper_multiply_adds, published
from fdiwn.lab.evaluation.records import PictureScore, Result, read_results, to_json
from fdiwn.lab.evaluation.tables import to_csv, to_markdown
from fdiwn.lab.training.initial import start_from_bicubic
from fdiwn.models.weights import load_network, save_network
from fdiwn.network.config import ABLATIONS
from fdiwn.network.network import FDIWN
from fdiwn.pixels.picture import Pixels
from tests.engine.foreign_networks import as_onnx

SCALE = 2


def repeated(pixels: Pixels) -> Pixels:
    return pixels.repeat(SCALE, 0).repeat(SCALE, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pictures with low resolution to be made, one of them grey."""
    y, x = np.mgrid[:60, :72]
    checks = 90 * ((x // 5 + y // 7) % 2)
    colour = (np.stack([x, y + checks, 160 - x - y + checks], 2) % 256).astype(np.uint8)
    made = tmp_path / "Set9"
    made.mkdir()
    Image.fromarray(colour).save(made / "colour.png")
    Image.fromarray(colour[..., 0] // 2 + colour[..., 1] // 3).save(made / "grey.png")
    return made


def work(folder: Path, model: Path, **changes: Any) -> Work:
    options = UpscaleOptions(SCALE, None, "cpu", None, "torch", "bfloat16")
    made = Work([benchmark(folder, SCALE)], [str(model)], options, "whole", "grey")
    return replace(made, **changes)


def result(**changes: Any) -> Result:
    pictures = (PictureScore("a", 30.0, 0.9, ("computed again",)), PictureScore("b", math.inf, 1.0))
    made = Result("Set5", 4, "whole", "grey", "given", "bicubic", pictures)
    return replace(made, **changes)


def nothing(share: float, text: str) -> None:
    """For `on_step`."""


# Protocols


@pytest.mark.parametrize(("width", "height"), [(48, 40), (47, 41), (25, 12), (3, 2), (1, 1)])
def test_parts_cover_a_picture_once(width: int, height: int) -> None:
    for protocol in ("whole", "quadrants"):
        covered = np.zeros((height, width), int)
        for given, kept in parts(protocol, width, height):
            covered[kept.top : kept.bottom, kept.left : kept.right] += 1
            assert 0 <= given.left <= kept.left < kept.right <= given.right <= width
            assert 0 <= given.top <= kept.top < kept.bottom <= given.bottom <= height
        assert (covered == 1).all()


def test_quadrants_reach_ten_pixels_over_the_middle() -> None:
    given = [box for box, _ in parts("quadrants", 60, 41)]
    assert given == [
        Box(0, 0, 40, 30), Box(20, 0, 60, 30), Box(0, 11, 40, 41), Box(20, 11, 60, 41)
    ]  # fmt: skip


@pytest.mark.parametrize("protocol", ["whole", "quadrants"])
def test_parts_come_to_their_places(protocol: str) -> None:
    pixels = np.random.default_rng(4).integers(0, 256, (41, 47, 3), np.uint8)
    assert np.array_equal(enlarge_by(protocol, pixels, SCALE, repeated), repeated(pixels))


def test_each_quadrant_is_a_picture_of_its_own() -> None:
    pixels = np.zeros((40, 60, 1), np.uint8)
    numbers = iter((10, 20, 30, 40))
    made = enlarge_by("quadrants", pixels, SCALE, lambda part: repeated(part) + next(numbers))
    corners = [made[0, 0, 0], made[0, -1, 0], made[-1, 0, 0], made[-1, -1, 0]]
    assert [int(level) for level in corners] == [10, 20, 30, 40]
    assert made[39, 59, 0] == 10
    assert made[40, 60, 0] == 40


# Measuring


def test_bicubic_and_models_are_measured_as_users_have_them(
    folder: Path, tmp_path: Path, published_model: Path
) -> None:
    seen: dict[str, dict[str, Image8]] = {}
    shares = []
    plain, ours = evaluate(
        work(folder, published_model),
        tmp_path,
        lambda share, text: shares.append(share),
        lambda: False,
        lambda _, pair, images: seen.update({pair.name: dict(images)}),
    )
    assert (plain.method, plain.model, plain.conditions) == ("bicubic", None, "")
    assert ours.method == "bicubic-x2"
    assert (ours.dataset, ours.protocol, ours.low_resolution) == ("Set9", "whole", "made")
    assert (ours.backend, ours.device, ours.precision) == ("torch", "cpu", "float32")
    assert [picture.name for picture in ours.pictures] == ["colour", "grey"]
    assert ours.psnr == pytest.approx(plain.psnr, abs=0.5)  # the network is bicubic
    assert ours.psnr != plain.psnr
    assert ours.ssim == pytest.approx(plain.ssim, abs=0.01)
    assert ours.model
    assert ours.model.variant == "FDIWN-M"
    assert ours.model.parameters == 429_504
    assert ours.model.paper_multiply_adds == 73.6
    assert ours.model.multiply_adds is not None
    assert ours.model.multiply_adds > 73.6
    assert seen["grey"]["bicubic"].shape == (60, 72, 1)
    hr = read_picture(folder / "colour.png").pixels
    assert psnr_y(seen["colour"]["bicubic-x2"], hr, SCALE) == ours.pictures[0].psnr
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1
    assert not list(tmp_path.glob("*.rows"))


def test_the_precision_is_that_of_the_pixels() -> None:
    options = UpscaleOptions(SCALE)
    assert precision_of_pixels("bfloat16", options, 512, 512) == "float32"
    assert precision_of_pixels("bfloat16", options, 512, 513) == "bfloat16"
    for other in (replace(options, quality="best"), replace(options, statistics="whole")):
        assert precision_of_pixels("bfloat16", other, 512, 513) == "float32"


def test_grey_as_rgb_is_a_known_bit_better(folder: Path) -> None:
    grey = read_picture(folder / "grey.png").pixels
    made = bicubic(grey[::2, ::2], SCALE)
    (plain, _), (copied, _) = (scored(made, grey, SCALE, how) for how in ("grey", "rgb"))
    assert copied - plain == pytest.approx(20 * math.log10(255 / 219), abs=1e-6)


def test_two_files_of_one_name_are_told_apart(
    folder: Path, tmp_path: Path, bicubic_models: dict[int, Path]
) -> None:
    source = bicubic_models[SCALE]
    paths = [tmp_path / name / "bicubic.safetensors" for name in ("one", "two", "again")]
    for path in paths:
        path.parent.mkdir()
        path.write_bytes(source.read_bytes())
    save_network(load_network(source), paths[1], {"licence": "CC0"})
    found = evaluate(
        work(folder, source, models=[str(path) for path in paths]),
        tmp_path,
        nothing,
        lambda: False,
    )
    names = [each.method for each in found]
    assert len(names) == len(set(names)) == 3  # two of the files are the same
    assert all(name.startswith("bicubic") for name in names)


def test_a_model_of_another_scale_is_refused_at_once(
    folder: Path, tmp_path: Path, bicubic_models: dict[int, Path]
) -> None:
    silent = tmp_path / "silent.safetensors"  # does not say its scale in its header
    save_file(load_file(bicubic_models[3]), silent)
    for model in (bicubic_models[3], silent):
        with pytest.raises(WeightsError, match="does not fit scale 2"):
            evaluate(work(folder, model), tmp_path, nothing, lambda: False)


def test_pictures_smaller_than_the_window_are_refused(
    folder: Path, tmp_path: Path, bicubic_models: dict[int, Path]
) -> None:
    Image.new("RGB", (40, 14)).save(folder / "low.png")
    with pytest.raises(InputError, match="SSIM's window"):
        evaluate(work(folder, bicubic_models[SCALE]), tmp_path, nothing, lambda: False)


def test_it_stops_when_asked(folder: Path, tmp_path: Path, bicubic_models: dict[int, Path]) -> None:
    seen: list[str] = []
    with pytest.raises(Cancelled):
        evaluate(
            work(folder, bicubic_models[SCALE]),
            tmp_path,
            nothing,
            lambda: bool(seen),
            lambda _, pair, images: seen.append(pair.name),
        )
    assert seen == ["colour"]


# Records


def test_results_survive_json(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    results = [result(), result(dataset="Set14", protocol="quadrants", grey="rgb")]
    file.write_text(to_json(results))
    assert json.loads(file.read_text(encoding="utf-8"))["results"][0]["psnr"] == "inf"
    assert read_results(file) == results


def _damaged(change: str, value: object) -> str:
    content = json.loads(to_json([result()]))
    content["results"][0][change] = value
    return json.dumps(content)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "\xff",
        '{"format": "fdiwn-evaluation-1"}',
        '{"format": "fdiwn-evaluation-1", "results": [7]}',
        '{"format": "another", "results": []}',
        _damaged("protocol", "thirds"),
        _damaged("scale", 5),
        _damaged("scale", "4"),
        _damaged("method", 7),
        _damaged("pictures", []),
        _damaged("pictures", [{"name": "a", "psnr": "much", "ssim": 1, "notes": []}]),
        _damaged("model", {"name": "x"}),
        _damaged("unknown", 1),
    ],
)
def test_other_files_are_no_results(tmp_path: Path, content: str) -> None:
    file = tmp_path / "results.json"
    file.write_bytes(content.encode("latin-1"))
    with pytest.raises(InputError, match="holds no results"):
        read_results(file)
    with pytest.raises(InputError, match="cannot be read"):
        read_results(tmp_path / "nowhere.json")


def test_networks_of_others_are_measured_as_well(folder: Path, tmp_path: Path) -> None:
    """Of them nobody counts parameters; that goes through records and tables."""
    model = as_onnx(tmp_path / "other.onnx", SCALE)
    results = evaluate(work(folder, model), tmp_path, nothing, lambda: False)
    (_, other) = results
    assert other.psnr > 10
    assert other.model
    assert other.model.variant == "another network"
    assert (other.model.parameters, other.model.multiply_adds) == (None, None)
    file = tmp_path / "results.json"
    file.write_text(to_json(results), encoding="utf-8")
    assert read_results(file) == results
    assert "other" in to_markdown([section(SCALE, results)])


def test_an_ablation_is_named_as_one(folder: Path, tmp_path: Path) -> None:
    """It is none of the paper's networks, so that the paper has no figure for it."""
    torch.manual_seed(0)
    network = FDIWN(ABLATIONS["block-baseline"].config(SCALE))
    start_from_bicubic(network)
    save_network(network, tmp_path / "small.safetensors", {})
    _, made = evaluate(
        work(folder, tmp_path / "small.safetensors"), tmp_path, nothing, lambda: False
    )
    assert made.model
    assert made.model.variant == "FDIWN (ablation)"
    assert made.model.paper_multiply_adds is None


# Published figures


def test_published_figures_are_all_there() -> None:
    assert [len(published(scale)) for scale in (2, 3, 4)] == [13, 15, 17]
    (fdiwn,) = [row for row in published(4) if row.model == "FDIWN"]
    assert fdiwn.parameters == 664_000
    assert fdiwn.multiply_adds == 28.4
    assert fdiwn.scores["Urban100"] == (26.28, 0.7919)
    (x2,) = [row for row in published(2) if row.model == "FDIWN" and not row.ablation]
    assert x2.scores["Manga109"] == (38.85, 0.9774)
    assert paper_multiply_adds("FDIWN", 3) == 51.5
    assert paper_multiply_adds("EDSR", 3) is None
    for row in (row for scale in (2, 3, 4) for row in published(scale)):
        assert all(20 < psnr < 40 and 0.7 < ssim < 1 for psnr, ssim in row.scores.values())
        assert row.source


def test_published_figures_are_those_of_the_reference(shared: Path) -> None:
    """Number by number, in order, of the three tables and the ablations."""
    text = (shared / "docs" / "paper_tables.md").read_text(encoding="utf-8")
    for scale in (2, 3, 4):
        ours = [row for row in published(scale) if not row.ablation]
        (table,) = [part for part in text.split("\n## ") if part.startswith(f"x{scale}")]
        lines = [line for line in table.splitlines() if "K | " in line]
        assert len(lines) == len(ours)
        for line, row in zip(lines, ours, strict=True):
            model, parameters, counted, *scores = (c.strip() for c in line.strip("|").split("|"))
            assert row.model == model
            assert f"{row.parameters // 1000}K" == parameters
            assert row.multiply_adds == float(counted.rstrip("G"))
            theirs = [tuple(map(float, each.split(" / "))) for each in scores if each]
            assert list(row.scores.values()) == theirs


def test_measured_rows_stand_below_the_published_ones() -> None:
    results = [
        result(dataset="set5"),
        result(dataset="B100", pictures=(PictureScore("a", 25.0, 0.7),)),
        result(dataset="B100", pictures=(PictureScore("a", 26.0, 0.7),)),  # again: this one counts
        result(dataset="mine|x", protocol="quadrants"),
        result(scale=2),
    ]
    made = section(4, results)
    assert made.datasets == ("Set5", "Set14", "B100", "Urban100", "mine|x")
    whole, quadrants = [row for row in made.rows if row.measured]
    assert whole.scores == {"Set5": (math.inf, 0.95), "B100": (26.0, 0.7)}
    assert (quadrants.protocol, list(quadrants.scores)) == ("quadrants", ["mine|x"])
    assert known_name("BSD100") == "B100"
    text = to_markdown([made])
    assert len({line.count(" | ") for line in text.splitlines() if line.startswith("|")}) == 1
    assert "mine\\|x" in text
    rows = to_csv([made, section(2, results)]).splitlines()
    assert len({row.count(",") for row in rows if '"' not in row}) == 1
    assert rows[-1].startswith("2,bicubic,whole,0,")


def test_formulas_of_spreadsheets_are_made_harmless() -> None:
    rows = to_csv([section(4, [result(method="=1+1")])])
    assert ",'=1+1," in rows
