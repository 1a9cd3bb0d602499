"""What is held against a result: classic enlargements, files, another model, another screen."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import pyvips
from numpy.typing import NDArray

from fdiwn.api.display_image import DisplayImage
from fdiwn.api.options import UpscaleOptions
from fdiwn.pixels.picture import Metadata, Picture
from fdiwn.pixels.resample import cubic
from fdiwn.service.client import engine_process
from fdiwn.service.client.engine_process import EngineProcess
from fdiwn.service.client.events import Cancelled, Event, Failed, Finished, Progress, Rendered
from fdiwn.service.client.orders import Cancel, Task
from fdiwn.service.client.requests import Enlarge, Method, Render, Rival
from fdiwn.service.server.display import write_bicubic, write_display, write_interpolated
from tests.gui import fake_engine

DEADLINE = 60.0
FACTORS = [2.0, 2.5, 3.0, 4.0, 1.37, 0.6]


def noise(width: int, height: int, bands: int = 3, deep: bool = False) -> NDArray[np.generic]:
    most, depth = (65536, np.uint16) if deep else (256, np.uint8)
    return np.random.default_rng(5).integers(0, most, (height, width, bands), depth)


def first_level(image: DisplayImage) -> NDArray[np.uint8]:
    count = image.width * image.height * image.bytes_per_pixel
    raw = np.fromfile(image.path, np.uint8)[:count]
    return raw.reshape(image.height, image.width, image.bytes_per_pixel)


def reference(source: int, result: int, method: str) -> NDArray[np.float64]:
    """The whole matrix (result, source) of one direction, written down naively."""
    radius = 3 if method == "lanczos" else 2
    stretch = max(1.0, source / result)
    matrix = np.zeros((result, source))
    for i in range(result):
        centre = (i + 0.5) * source / result - 0.5
        reach = radius * stretch
        places = np.arange(int(np.floor(centre - reach)), int(np.ceil(centre + reach)) + 1)
        x = (places - centre) / stretch
        if method == "lanczos":
            share = np.where(abs(x) < 3, np.sinc(x) * np.sinc(x / 3), 0)
        else:
            share = cubic(x.astype(np.float64))
        np.add.at(matrix[i], places.clip(0, source - 1), share / share.sum())
    return matrix


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("method", ["bicubic", "lanczos"])
@pytest.mark.parametrize("deep", [False, True])
def test_kernels_are_exact_at_any_factor_and_any_stripe(
    tmp_path: Path, factor: float, method: str, deep: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fdiwn.service.server.display.STRIPE_PIXELS", 3000)
    pixels = noise(51, 67, deep=deep)
    size = (round(51 * factor), round(67 * factor))
    image = write_interpolated(Picture(pixels), size, method, tmp_path / "x")
    down, across = reference(67, size[1], method), reference(51, size[0], method)
    exact = np.einsum("yr,rcb,xc->yxb", down, pixels.astype(float), across, optimize=True)
    exact = exact.clip(0, 65535 if deep else 255) / (257 if deep else 1)
    assert np.abs(first_level(image) - exact).max() < 0.51  # rounded, and nothing else


@pytest.mark.parametrize("factor", FACTORS)
def test_nearest_is_the_pixel_below(
    tmp_path: Path, factor: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fdiwn.service.server.display.STRIPE_PIXELS", 3000)
    pixels = noise(51, 67)
    size = (round(51 * factor), round(67 * factor))
    image = write_interpolated(Picture(pixels), size, "nearest", tmp_path / "x")
    rows = [int((y + 0.5) * 67 / size[1]) for y in range(size[1])]
    columns = [int((x + 0.5) * 51 / size[0]) for x in range(size[0])]
    assert (first_level(image) == pixels[rows][:, columns]).all()


@pytest.mark.parametrize("bands", [1, 2, 3, 4])
def test_stripes_and_levels_are_those_of_the_whole(
    tmp_path: Path, bands: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = Picture(noise(300, 211, bands))
    whole = write_bicubic(picture, (600, 432), tmp_path / "whole").path.read_bytes()
    monkeypatch.setattr("fdiwn.service.server.display.STRIPE_PIXELS", 5000)
    assert write_bicubic(picture, (600, 432), tmp_path / "stripes").path.read_bytes() == whole


class TestScreen:
    @pytest.fixture
    def p3(self, tmp_path: Path) -> Path:
        path = tmp_path / "screen.icc"
        path.write_bytes(bytes(pyvips.Image.profile_load("p3")))
        return path

    @pytest.mark.parametrize("deep", [False, True])
    def test_pixels_are_brought_to_the_screen(self, tmp_path: Path, p3: Path, deep: bool) -> None:
        pixels = np.full((4, 4, 3), (200, 100, 50), np.uint16 if deep else np.uint8)
        pixels = pixels * 257 if deep else pixels
        image = write_display(pixels, Metadata(), tmp_path / "x", p3)
        assert image.screen == p3
        red, green, blue = (int(value) for value in first_level(image)[0, 0])
        assert (red, green, blue) == pytest.approx((188, 105, 62), abs=2)  # sRGB's as P3 has it

    def test_a_picture_in_the_screens_own_space_stays(self, tmp_path: Path, p3: Path) -> None:
        metadata = Metadata({"icc-profile-data": p3.read_bytes()})
        pixels = noise(40, 30)
        shown = first_level(write_display(pixels, metadata, tmp_path / "x", p3))
        assert np.abs(shown.astype(int) - pixels.astype(int)).max() <= 1

    def test_grey_without_a_profile_is_shown(self, tmp_path: Path, p3: Path) -> None:
        shown = first_level(write_display(noise(40, 30, 2), Metadata(), tmp_path / "x", p3))
        assert shown.shape == (30, 40, 4)
        assert np.ptp(shown[..., :3].astype(int), axis=2).max() <= 1

    @pytest.mark.parametrize("content", [b"nonsense", b"", None])
    def test_a_damaged_profile_is_srgb_and_noted(
        self, tmp_path: Path, content: bytes | None, caplog: pytest.LogCaptureFixture
    ) -> None:
        screen = tmp_path / "damaged.icc"
        if content is not None:
            screen.write_bytes(content)
        pixels = noise(40, 30)
        assert (
            first_level(write_display(pixels, Metadata(), tmp_path / "x", screen)) == pixels
        ).all()
        assert "sRGB instead" in caplog.text


@pytest.fixture
def engine() -> Iterator[EngineProcess]:
    process = EngineProcess(fake_engine.run)
    yield process
    process.shutdown()
    assert multiprocessing.active_children() == []


def until(engine: EngineProcess, kind: type, task: Task) -> list[Event]:
    found: list[Event] = []
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        found += engine.events(timeout=0.2)
        if any(isinstance(e, kind) and getattr(e, "task", None) is task for e in found):
            return found
    raise AssertionError(found)


def test_a_picture_is_rendered_between_the_tiles_of_another(
    engine: EngineProcess, tmp_path: Path
) -> None:
    slow = fake_engine.draw(tmp_path / "slow.png")
    other = fake_engine.draw(tmp_path / "b.png", 40, 30)
    engine.send(Enlarge(1, slow, UpscaleOptions(2), tmp_path / "job-1"))
    until(engine, Progress, Task.ENLARGE)
    for number, method in enumerate((Method.NEAREST, Method.LANCZOS, Method.FILE)):
        folder = tmp_path / "job-1" / "views" / str(number)
        engine.send(Render(1, other, method, (120, 90), None, folder))
        events = until(engine, Rendered, Task.RENDER)
        assert not any(isinstance(event, Finished) for event in events)
        rendered = events[-1] if isinstance(events[-1], Rendered) else events[-2]
        assert isinstance(rendered, Rendered)
        size = (40, 30) if method is Method.FILE else (120, 90)
        assert (rendered.display.width, rendered.display.height) == size
        assert rendered.display.path.parent == folder
    engine.send(Cancel(1, Task.ENLARGE))
    until(engine, Cancelled, Task.ENLARGE)


def test_a_rendering_stops_at_once_and_leaves_nothing(
    engine: EngineProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_process, "CANCEL_PATIENCE", 60.0)  # on a busy computer it is killed
    source, folder = fake_engine.draw(tmp_path / "a.png", 400, 300), tmp_path / "view"
    render = Render(1, source, Method.LANCZOS, (16000, 12000), None, folder)
    engine.send(render)
    engine.send(Cancel(1, Task.RENDER))
    until(engine, Cancelled, Task.RENDER)
    assert not folder.exists()
    # And the next one is not stopped by what was asked of the one before.
    engine.send(Render(1, source, Method.LANCZOS, (800, 600), None, folder))
    until(engine, Rendered, Task.RENDER)


def test_a_result_is_rendered_for_another_screen(engine: EngineProcess, tmp_path: Path) -> None:
    source, job = fake_engine.draw(tmp_path / "a.png", 40, 30), tmp_path / "job"
    screen = tmp_path / "screen.icc"
    screen.write_bytes(bytes(pyvips.Image.profile_load("p3")))
    engine.send(Enlarge(1, source, UpscaleOptions(2), job))
    finished = until(engine, Finished, Task.ENLARGE)[-1]
    assert isinstance(finished, Finished)
    engine.send(
        Render(1, source, Method.RESULT, (80, 60), job / "run-1", job / "views" / "1", screen)
    )
    rendered = until(engine, Rendered, Task.RENDER)[-1]
    assert isinstance(rendered, Rendered)
    assert rendered.display.screen == screen
    before, after = first_level(finished.enlarged), first_level(rendered.display)
    assert before.shape == after.shape
    assert (before != after).any()


def test_another_model_enlarges_into_its_own_folder(engine: EngineProcess, tmp_path: Path) -> None:
    source, folder = fake_engine.draw(tmp_path / "a.png", 40, 30), tmp_path / "view"
    engine.send(Rival(1, source, UpscaleOptions(3, "other"), folder))
    events = until(engine, Rendered, Task.RIVAL)
    assert any(isinstance(e, Progress) and e.task is Task.RIVAL for e in events)
    rendered = events[-1]
    assert isinstance(rendered, Rendered)
    assert (rendered.display.width, rendered.display.height) == (120, 90)
    assert [path.name for path in folder.iterdir()] == ["pixels.raw"]


def test_what_cannot_be_rendered_says_why(engine: EngineProcess, tmp_path: Path) -> None:
    engine.send(Render(1, tmp_path / "broken.png", Method.FILE, (1, 1), None, tmp_path / "view"))
    failed = until(engine, Failed, Task.RENDER)[-1]
    assert isinstance(failed, Failed)
    assert "damaged" in failed.why
    assert not (tmp_path / "view").exists()
