"""Previews in the engine process: the newest counts, and batch work gives way."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvips

from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import never
from fdiwn.api.tiles import Box
from fdiwn.backends.contract import Backend
from fdiwn.enlarge import pipeline
from fdiwn.enlarge.cache import PictureCache
from fdiwn.enlarge.preview.previewer import Previewer
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.pixels.picture import Picture
from fdiwn.service.client.child import run_child
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.events import (
    Cancelled,
    Failed,
    Finished,
    PreviewDone,
    PreviewTile,
    Progress,
)
from fdiwn.service.client.orders import Cancel, Task, Warm
from fdiwn.service.client.requests import Enlarge, Layer, Method, Open, Preview
from fdiwn.service.server.display import write_interpolated
from fdiwn.service.server.engine import PipelineEngine
from tests.engine.test_service import until_closed
from tests.forked import fork_engines
from tests.gui import fake_engine

TWICE = UpscaleOptions(2)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[EngineProcess]:
    fork_engines(monkeypatch)
    process = EngineProcess(fake_engine.run)
    yield process
    process.shutdown()


def test_a_region_comes_in_tiles_ready_for_the_screen(
    engine: EngineProcess, tmp_path: Path
) -> None:
    source = fake_engine.draw(tmp_path / "a.png", 100, 80)
    have = (68, 48, 100, 80)
    layer = Layer(TWICE, frozenset([have]))
    engine.send(Preview(1, source, TWICE, tmp_path / "s", (60, 60, 140, 100), (layer,)))
    *tiles, done = until_closed(engine)[1:]
    assert isinstance(done, PreviewDone)
    assert (done.width, done.height) == (200, 160)
    assert have[0] in done.columns
    assert have[1] in done.rows
    large = fake_engine.FakeEngine().read(source).pixels.repeat(2, 0).repeat(2, 1)
    for tile in tiles:
        assert isinstance(tile, PreviewTile)
        left, top, right, bottom = tile.box
        raw = np.fromfile(tile.display.path, np.uint8).reshape(bottom - top, right - left, 3)
        assert (raw == large[top:bottom, left:right]).all()
    boxes = {tile.box for tile in tiles if isinstance(tile, PreviewTile)}
    assert have not in boxes
    assert len(boxes) == len(tiles)
    expected = {
        (left, top, right, bottom)
        for left, right in itertools.pairwise(done.columns)
        for top, bottom in itertools.pairwise(done.rows)
        if left < 140 and right > 60 and top < 100 and bottom > 60
    }
    assert boxes == expected - {have}


def test_a_newer_one_takes_its_place(engine: EngineProcess, tmp_path: Path) -> None:
    lazy = fake_engine.draw(tmp_path / "lazy.png", 400, 300)
    whole = (0, 0, 800, 600)
    engine.send(Preview(1, lazy, TWICE, tmp_path / "s", whole))
    until_closed(engine, first=PreviewTile)
    for number in (2, 3):
        engine.send(Preview(number, lazy, TWICE, tmp_path / "s", (0, 0, 40, 40)))
    events = until_closed(engine)
    ends = [event for event in events if isinstance(event, Cancelled | PreviewDone)]
    assert sorted(event.job_id for event in ends[:-1]) == [1, 2]
    assert isinstance(ends[-1], PreviewDone)
    assert ends[-1].job_id == 3
    assert sum(isinstance(event, PreviewTile) for event in events) < 100


def test_a_cancelled_one_ends_within_a_tile(engine: EngineProcess, tmp_path: Path) -> None:
    lazy = fake_engine.draw(tmp_path / "lazy.png", 400, 300)
    engine.send(Preview(1, lazy, TWICE, tmp_path / "s", (0, 0, 800, 600)))
    until_closed(engine, first=PreviewTile)
    engine.send(Cancel(1, Task.PREVIEW))
    assert until_closed(engine)[-1] == Cancelled(1, Task.PREVIEW)
    engine.send(Preview(2, lazy, TWICE, tmp_path / "s", (0, 0, 40, 40)))
    assert isinstance(until_closed(engine)[-1], PreviewDone)


def test_it_is_served_between_two_tiles_of_a_run(engine: EngineProcess, tmp_path: Path) -> None:
    slow, other = fake_engine.draw(tmp_path / "steady.png"), fake_engine.draw(tmp_path / "b.png")
    engine.send(Enlarge(1, slow, TWICE, tmp_path / "one"))
    until_closed(engine, first=Progress)
    engine.send(Preview(2, other, TWICE, tmp_path / "s"))
    events = until_closed(engine, first=PreviewDone)
    assert not any(isinstance(event, Finished) for event in events)
    assert isinstance(until_closed(engine)[-1], Finished)


def test_it_gives_way_where_a_run_shall_stop(engine: EngineProcess, tmp_path: Path) -> None:
    slow = fake_engine.draw(tmp_path / "slow.png")
    lazy = fake_engine.draw(tmp_path / "lazy.png", 160, 120)
    engine.send(Enlarge(1, slow, TWICE, tmp_path / "one"))
    until_closed(engine, first=Progress)
    engine.send(Preview(2, lazy, TWICE, tmp_path / "s", (0, 0, 320, 240)))
    until_closed(engine, first=PreviewTile)
    pid = engine.pid
    engine.send(Cancel(1, Task.ENLARGE))
    events = until_closed(engine)
    ends = [event for event in events if isinstance(event, Cancelled | PreviewDone)]
    assert ends[0] == Cancelled(1, Task.ENLARGE)
    assert isinstance(ends[1], PreviewDone)
    assert engine.pid == pid


def test_what_has_no_preview_says_why(engine: EngineProcess, tmp_path: Path) -> None:
    engine.send(Preview(1, fake_engine.draw(tmp_path / "fault.png"), TWICE, tmp_path / "s"))
    failed = until_closed(engine)[-1]
    assert isinstance(failed, Failed)
    assert (failed.task, failed.why) == (Task.PREVIEW, "of a fault")


def test_the_real_engine_warms_and_shows_what_it_writes(
    bicubic_models: dict[int, Path], tmp_path: Path
) -> None:
    """And ends at once while it still loads."""
    model = str(bicubic_models[2])
    options = UpscaleOptions(2, model, "cpu", backend="torch")
    source = fake_engine.draw(tmp_path / "a.png", 64, 48)
    engine = EngineProcess(run_child)
    try:
        engine.send(Warm(options))
        engine.send(Open(1, source, tmp_path / "job"))
        engine.send(Preview(2, source, options, tmp_path / "s", (0, 0, 128, 96)))
        events = until_closed(engine)
        tiles = [event for event in events if isinstance(event, PreviewTile)]
        engine.send(Enlarge(1, source, options, tmp_path / "job"))
        finished = until_closed(engine)[-1]
    finally:
        engine.shutdown()
    assert isinstance(finished, Finished), finished
    whole = np.fromfile(finished.enlarged.path, np.uint8)[: 128 * 96 * 3].reshape(96, 128, 3)
    assert tiles
    for tile in tiles:
        left, top, right, bottom = tile.box
        raw = np.fromfile(tile.display.path, np.uint8)[: (bottom - top) * (right - left) * 3]
        part = whole[top:bottom, left:right]
        assert np.abs(raw.reshape(part.shape).astype(int) - part).max() <= 1


@pytest.mark.parametrize("first", [True, False])
def test_who_waits_is_told_of_a_first_start(first: bool, bicubic_models: dict[int, Path]) -> None:
    """Once, and while the preview waits for it."""
    engine, done = PipelineEngine(), threading.Event()
    told: list[bool] = []

    def tell() -> None:
        told.append(engine.warming)
        done.set()

    engine._first_start = first
    engine._warming = threading.Thread(target=done.wait)
    engine._warming.start()
    if not first:
        done.set()
    options = UpscaleOptions(2, str(bicubic_models[2]), "cpu", backend="torch")
    picture = Picture(np.zeros((20, 30, 3), np.uint8))
    assert engine.view(picture, options, never, tell).grid.width == 60
    assert told == ([True] if first else [])


@pytest.mark.parametrize("name", ["a.png", "alpha.png"])
@pytest.mark.parametrize("method", [Method.BICUBIC, Method.LANCZOS, Method.NEAREST])
def test_what_it_is_compared_with_comes_in_the_same_tiles(
    engine: EngineProcess, tmp_path: Path, method: Method, name: str
) -> None:
    source = fake_engine.draw(tmp_path / name, 100, 80)
    if name == "alpha.png":
        image = pyvips.Image.new_from_file(str(source))
        source = tmp_path / "with-alpha.png"
        image.bandjoin(image[0]).write_to_file(str(source))
    have = (68, 48, 100, 80)
    layers = (Layer(method, frozenset([have])), Layer(TWICE))
    engine.send(Preview(1, source, TWICE, tmp_path / "s", (60, 60, 140, 100), layers))
    *tiles, done = until_closed(engine)[1:]
    assert isinstance(done, PreviewDone)
    sent = [tile for tile in tiles if isinstance(tile, PreviewTile)]
    left, right = ([t.box for t in sent if t.what == what] for what in (method, TWICE))
    assert [box for box in right if box != have] == left
    assert have in right
    for box in left:
        there = [tile.what for tile in sent if tile.box == box]
        assert there == [method, TWICE]
    picture = fake_engine.FakeEngine().read(source)
    whole = write_interpolated(picture, (200, 160), method.value, tmp_path / "whole")
    bands = whole.bytes_per_pixel
    exact = np.fromfile(whole.path, np.uint8)[: 200 * 160 * bands].reshape(160, 200, bands)
    for tile in sent:
        if tile.what is method:
            x, y, right_edge, bottom = tile.box
            raw = np.fromfile(tile.display.path, np.uint8).reshape(bottom - y, right_edge - x, -1)
            assert np.abs(raw.astype(int) - exact[y:bottom, x:right_edge]).max() <= 1


def test_it_is_compared_with_another_model_tile_by_tile(
    engine: EngineProcess, tmp_path: Path
) -> None:
    source = fake_engine.draw(tmp_path / "a.png", 40, 30)
    other = UpscaleOptions(2, model="other")
    layers = (Layer(other), Layer(TWICE))
    engine.send(Preview(1, source, TWICE, tmp_path / "s", (0, 0, 80, 60), layers))
    *tiles, done = until_closed(engine)[1:]
    assert isinstance(done, PreviewDone)
    sides = [tile.what for tile in tiles if isinstance(tile, PreviewTile)]
    assert sides == [other, TWICE] * (len(sides) // 2)


def test_without_the_result_the_others_come_alone(engine: EngineProcess, tmp_path: Path) -> None:
    source = fake_engine.draw(tmp_path / "a.png", 40, 30)
    layers = (Layer(Method.LANCZOS),)
    engine.send(Preview(1, source, TWICE, tmp_path / "s", (0, 0, 80, 60), layers))
    *tiles, done = until_closed(engine)[1:]
    assert isinstance(done, PreviewDone)
    assert {tile.what for tile in tiles if isinstance(tile, PreviewTile)} == {Method.LANCZOS}


def test_no_more_models_take_turns_than_the_engine_keeps(
    engine: EngineProcess, tmp_path: Path
) -> None:
    source = fake_engine.draw(tmp_path / "a.png", 60, 30)
    models = [UpscaleOptions(2, model=name) for name in ("one", "two", "three")]
    layers = (Layer(Method.NEAREST), *(Layer(options) for options in models))
    engine.send(Preview(1, source, TWICE, tmp_path / "s", (0, 0, 120, 60), layers))
    *tiles, done = until_closed(engine)[1:]
    assert isinstance(done, PreviewDone)
    came = [tile.what for tile in tiles if isinstance(tile, PreviewTile)]
    boxes = len(came) // 4
    assert boxes > 1
    assert came == [Method.NEAREST, *models[:2]] * boxes + [models[2]] * boxes


def test_two_models_side_by_side_are_each_opened_once(
    bicubic_models: dict[int, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also from one part of the picture to the next."""
    opened: list[Path] = []

    def watched(model: ModelFile, *rest: Any) -> Backend:
        opened.append(model.path)
        return open_backend(model, *rest)

    monkeypatch.setattr(pipeline, "open_backend", watched)
    copy = tmp_path / "other-x2.safetensors"
    copy.write_bytes(bicubic_models[2].read_bytes())
    previewer = Previewer(PictureCache())
    picture = Picture(np.random.default_rng(5).integers(0, 256, (48, 64, 3), np.uint8))
    both = [
        UpscaleOptions(2, str(path), "cpu", backend="torch") for path in (bicubic_models[2], copy)
    ]
    for box in (Box(0, 0, 64, 96), Box(64, 0, 128, 96)):
        parts = [previewer.view(picture, options).tile(box) for options in (*both, *both)]
        assert (parts[0] == parts[1]).all()
    assert opened == [bicubic_models[2], copy]
