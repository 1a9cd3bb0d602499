"""Parts of a result are the whole run's pixels, to a level; nothing is measured twice."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from fdiwn.api.errors import Cancelled, EngineError, FaultyTile
from fdiwn.api.finishing import Finish
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import ShouldStop
from fdiwn.api.resources import resource
from fdiwn.api.sizing import Factor
from fdiwn.api.tiles import Box, Grid, lines
from fdiwn.backends import contract
from fdiwn.backends.choice import REFERENCE, Place
from fdiwn.backends.contract import Backend
from fdiwn.enlarge import local_statistics, statistics
from fdiwn.enlarge import tile_loop as engine_module
from fdiwn.enlarge.cache import PictureCache
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.preview import previewer as preview
from fdiwn.enlarge.preview.previewer import FinishedView, Previewer
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.network.network import FDIWN
from fdiwn.pixels.picture import Picture, Pixels
from tests.engine.conftest import smallest


def scene(height: int, width: int, bands: int = 3, dtype: str = "uint8") -> Pixels:
    """Blobs, edges and noise; under alpha, where it is 0, a colour that must not be seen."""
    random = np.random.default_rng(5)
    y, x = np.mgrid[:height, :width].astype(np.float64)
    planes = [
        128 + 60 * np.sin(x / (5 + n)) + 40 * np.cos(y / (7 - n)) + random.normal(0, 8, x.shape)
        for n in range(bands)
    ]
    pixels: Pixels = np.stack(planes, -1).clip(0, 255)
    pixels[height // 3 : height // 2, width // 4 : width // 2] *= 0.3
    if bands in (2, 4):
        pixels[..., -1] = np.clip((np.hypot(y - height / 2, x - width / 2) - 30) * 9, 0, 255)
    found: Pixels = np.rint(pixels * (257 if dtype == "uint16" else 1)).astype(dtype)
    return found


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures of a few thousand pixels are sampled, as large photographs are."""
    monkeypatch.setattr(statistics, "WHOLE_LIMIT", 64 * 64)
    monkeypatch.setattr(preview, "WHOLE_LIMIT", 64 * 64)
    monkeypatch.setattr(statistics, "SAMPLE_SIDE", 24)


@pytest.fixture
def models(bicubic_models: dict[int, Path], monkeypatch: pytest.MonkeyPatch) -> dict[int, Path]:
    """Model files of every scale, which are loaded as small random networks: fast, not smooth."""

    def small(
        model: ModelFile, place: Place, should_stop: ShouldStop, graphs_apart: bool
    ) -> Backend:
        torch.manual_seed(7)
        config = smallest(model.scale)
        return open_backend(FDIWN(config), place)

    monkeypatch.setattr("fdiwn.enlarge.pipeline.open_backend", small)
    monkeypatch.setattr(contract, "MOST_SHIFT", 255.0)  # random networks do not keep averages
    return bicubic_models


def options(model: Path | str, scale: int = 2, **more: Any) -> UpscaleOptions:
    """With tiles of their own for the whole run, so that none lie where the preview's do."""
    given = {"device": "cpu", "backend": "torch", "tile": 44, **more}
    return UpscaleOptions(scale, str(model), **given)


def boxes(grid: Grid) -> list[Box]:
    return grid.boxes(Box(0, 0, grid.width, grid.height))


def difference(view: FinishedView, whole: Pixels, some: int | None = None) -> float:
    """Of any pixel of the preview from the whole run's, in levels of 255."""
    most = 0.0
    unit = 257 if whole.dtype == np.uint16 else 1
    for box in boxes(view.grid)[:some]:
        part, expected = view.tile(box), whole[box.top : box.bottom, box.left : box.right]
        assert part.shape == expected.shape
        assert part.dtype == expected.dtype
        most = max(most, float(np.abs(part.astype(float) - expected).max()) / unit)
    return most


class Both:
    """A preview and a whole run of one picture, sharing what they keep."""

    def __init__(self, pixels: Pixels, wanted: UpscaleOptions, folder: Path) -> None:
        kept = PictureCache()
        self.picture = kept.keep("it", lambda: Picture(pixels))
        self.wanted, self.folder = wanted, folder
        self.upscaler, self.previewer = Upscaler(kept), Previewer(kept)

    def view(self) -> FinishedView:
        return self.previewer.view(self.picture, self.wanted)

    def whole(self) -> Pixels:
        return self.upscaler.enlarge(self.picture, self.wanted, self.folder).stored.pixels()


BANDS = [(3, "uint8"), (4, "uint8"), (2, "uint16")]


@pytest.mark.parametrize(("bands", "dtype"), BANDS)
def test_it_is_the_whole_run(
    bands: int, dtype: str, small_limits: None, models: dict[int, Path], tmp_path: Path
) -> None:
    both = Both(scene(110, 150, bands, dtype), options(models[2]), tmp_path)
    view = both.view()
    assert (view.grid.width, view.grid.height) == (300, 220)
    assert difference(view, both.whole()) <= 1


@pytest.mark.parametrize(("bands", "dtype"), BANDS)
@pytest.mark.parametrize("how", [Finish(40), Finish(0), Finish(0, "print"), Finish(70, "screen")])
def test_it_is_the_finished_run(
    how: Finish,
    bands: int,
    dtype: str,
    small_limits: None,
    models: dict[int, Path],
    tmp_path: Path,
) -> None:
    both = Both(scene(110, 150, bands, dtype), options(models[2], finish=how), tmp_path)
    assert difference(both.view(), both.whole()) <= 1


def test_another_strength_computes_nothing_again(
    small_limits: None, models: dict[int, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = Both(scene(110, 150), options(models[2], finish=Finish(40, "print")), tmp_path)
    before = [both.view().tile(box) for box in boxes(both.view().grid)]
    monkeypatch.delattr("fdiwn.enlarge.preview.levels.FrozenPicture")
    both.wanted = replace(both.wanted, finish=Finish(80))
    after = [both.view().tile(box) for box in boxes(both.view().grid)]
    assert not all((one == other).all() for one, other in zip(before, after, strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["torch", "openvino"])
def test_it_is_the_whole_run_of_the_bundled_network(
    backend: str, small_limits: None, tmp_path: Path
) -> None:
    model = resource("weights/fdiwn-x4.safetensors")
    both = Both(scene(70, 90), options(model, 4, backend=backend), tmp_path)
    assert difference(both.view(), both.whole()) <= 1


def test_it_is_the_whole_run_in_openvino(
    small_limits: None, models: dict[int, Path], tmp_path: Path
) -> None:
    both = Both(scene(70, 90), options(models[4], 4, backend="openvino"), tmp_path)
    assert difference(both.view(), both.whole()) <= 1


def test_the_check_can_fail(small_limits: None, models: dict[int, Path], tmp_path: Path) -> None:
    both = Both(scene(100, 140), options(models[2]), tmp_path)
    assert difference(both.view(), both.whole()[:, ::-1]) > 10


@pytest.mark.parametrize(("bands", "factor"), [(3, "5/2"), (4, "3/2"), (1, "6"), (3, "27/5")])
def test_any_size_is_the_whole_run(
    bands: int,
    factor: str,
    small_limits: None,
    models: dict[int, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By one step and a reduction, by two steps, and by two and a reduction."""
    for scale, path in models.items():
        (tmp_path / "models").mkdir(exist_ok=True)
        (tmp_path / "models" / f"cubic-x{scale}.safetensors").write_bytes(path.read_bytes())
    monkeypatch.setenv("FDIWN_MODELS_DIR", str(tmp_path / "models"))
    monkeypatch.setattr("fdiwn.api.catalog.resource", lambda name: tmp_path / "none")
    wanted = UpscaleOptions(4, None, "cpu", 44, "torch", size=Factor(Fraction(factor)))
    both = Both(scene(70, 90, bands), wanted, tmp_path)
    assert difference(both.view(), both.whole(), some=6) <= 1


@pytest.mark.parametrize("bands", [3, pytest.param(4, marks=pytest.mark.slow)])
def test_the_best_quality_is_the_whole_run(
    bands: int, models: dict[int, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_statistics, "SIDE", 48)
    monkeypatch.setattr(local_statistics, "_STRIDE", 24)
    wanted = options(models[2], quality="best")
    both = Both(scene(60, 70, bands), wanted, tmp_path)
    assert difference(both.view(), both.whole()) <= 1


@pytest.fixture
def measurements(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Counts what is measured."""
    found: list[int] = []
    measure = engine_module.measure

    def counted(*given: Any) -> engine_module.Measured:
        found.append(1)
        return measure(*given)

    monkeypatch.setattr("fdiwn.enlarge.tile_loop.measure", counted)
    monkeypatch.setattr("fdiwn.enlarge.preview.levels.measure", counted)
    return iter([found])


@pytest.mark.parametrize("size", [None, Factor(Fraction(3, 2))])
@pytest.mark.parametrize("preview_first", [True, False])
def test_nothing_is_measured_twice(
    preview_first: bool,
    size: Factor | None,
    small_limits: None,
    measurements: Iterator[list[int]],
    models: dict[int, Path],
    tmp_path: Path,
) -> None:
    found = next(measurements)
    both = Both(scene(100, 140), options(models[2], size=size), tmp_path)
    steps: list[tuple[int, int]] = []

    def run() -> None:
        both.upscaler.enlarge(
            both.picture, both.wanted, tmp_path, lambda done, total: steps.append((done, total))
        )

    def look() -> None:
        view = both.view()
        view.tile(boxes(view.grid)[0])

    for part in (look, run) if preview_first else (run, look):
        part()
    assert len(found) == 1
    assert steps[-1][0] == steps[-1][1]


def test_a_small_picture_is_computed_once(
    measurements: Iterator[list[int]], models: dict[int, Path], tmp_path: Path
) -> None:
    """Measuring it has given all of it: the run that follows has nothing to compute."""
    found = next(measurements)
    both = Both(scene(60, 80, 4), options(models[2], tile=None), tmp_path)
    view = both.view()
    tiles = [view.tile(box) for box in boxes(view.grid)]
    whole = both.whole()
    assert len(found) == 1
    for box, tile in zip(boxes(view.grid), tiles, strict=True):
        assert (whole[box.top : box.bottom, box.left : box.right] == tile).all()


def test_it_is_stopped_within_a_tile(
    small_limits: None, models: dict[int, Path], tmp_path: Path
) -> None:
    view = Both(scene(100, 140), options(models[2]), tmp_path).view()
    with pytest.raises(Cancelled):
        view.tile(boxes(view.grid)[0], lambda: True)
    assert view.tile(boxes(view.grid)[0]).shape[2] == 3


def test_a_faulty_tile_goes_down_the_same_ladder(
    small_limits: None,
    models: dict[int, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = Both(scene(100, 140), options(models[2], precision="bfloat16"), tmp_path)
    view = both.view()
    run = contract.check_tile

    def faulty(window: Any, output: Any, where: str) -> None:
        if view.precision == "bfloat16" and "sample" not in where:
            raise FaultyTile("The tile came out wrong", "for the test")
        run(window, output, where)

    monkeypatch.setattr(engine_module, "check_tile", faulty)
    view.tile(boxes(view.grid)[0])
    assert view.precision == REFERENCE.precision
    assert "computed again in float32" in view.notes[0]


def test_what_has_no_preview_is_refused(
    small_limits: None, models: dict[int, Path], tmp_path: Path
) -> None:
    with pytest.raises(EngineError, match="measured in one pass"):
        Both(scene(100, 140), options(models[2], statistics="whole"), tmp_path).view()
    six = options(models[2], size=Factor(Fraction(4)))
    with pytest.raises(EngineError, match="transparency"):
        Both(scene(100, 140, 4), six, tmp_path).view()


class TestGrid:
    def test_one_line_is_in_the_middle(self) -> None:
        for length, side in itertools.product((1, 63, 64, 129, 1000), (64, 96)):
            found = lines(length, side)
            assert found[0] == 0
            assert found[-1] == length
            assert all(0 < b - a <= side for a, b in itertools.pairwise(found))
            assert length < 2 or length // 2 in found

    def test_the_nearest_comes_first_and_nothing_is_left_out(self) -> None:
        grid = Grid(500, 300, lines(500, 64), lines(300, 64))
        found = grid.boxes(Box(200, 100, 300, 200))
        assert found[0] == min(
            found, key=lambda b: abs(b.left + b.right - 500) + abs(b.top + b.bottom - 300)
        )
        covered = np.zeros((300, 500), int)
        for box in boxes(grid):
            covered[box.top : box.bottom, box.left : box.right] += 1
        assert (covered == 1).all()


class TestKept:
    def test_the_oldest_pictures_go_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("fdiwn.enlarge.cache.MOST_BYTES", 3000)
        kept = PictureCache()
        for n in range(4):
            kept.keep(n, lambda: Picture(np.zeros((30, 30, 1), np.uint8)))
            kept.find(0)
        assert [n for n in range(4) if kept.find(n)] == [0, 2, 3]

    def test_what_is_not_kept_has_nothing_known(self) -> None:
        kept, picture = PictureCache(), Picture(np.zeros((3, 3, 1), np.uint8))
        assert kept.known(picture, "model") is None
        kept.keep("it", lambda: picture)
        known = kept.known(picture, "model")
        assert known is kept.known(picture, "model")
        assert known is not kept.known(picture, "another")
