"""Whatever fails on the way, the picture comes out right, and the result says what happened."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pytest

from fdiwn.api.errors import DeviceFault, EngineError, FaultyTile, OutOfMemory, OutputError
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import ShouldStop, never
from fdiwn.api.tiles import MARGIN
from fdiwn.backends import hardware
from fdiwn.backends.choice import REFERENCE, Place
from fdiwn.backends.contract import NO_CUT, Cut, Gates, Outputs, Pass, check_tile
from fdiwn.backends.faults import engine_errors
from fdiwn.backends.hardware import CPU_AREA, MIN_AREA, window_area
from fdiwn.enlarge import fallback, pipeline
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.network.network import FDIWN
from fdiwn.pixels.picture import Enlargement, Picture
from fdiwn.pixels.planes import Batch

BF16 = Place("cpu", "openvino", "bfloat16")
F32 = Place("cpu", "openvino", "float32")

Fault = Callable[[Batch], None]
"""Spoils an enlargement, or raises."""


class Faulty:
    """Repeats pixels. One fault of the list strikes the third tile of each attempt."""

    scale = 2
    margin = MARGIN
    notes: tuple[str, ...] = ()

    def __init__(self, place: Place, faults: list[Fault]) -> None:
        self.name, self.device, self.precision = place.backend, place.device, place.precision
        self._faults = faults

    def measure(
        self, samples: Batch, cut: Cut = NO_CUT, should_stop: ShouldStop = never
    ) -> tuple[Batch, Gates]:
        return self._enlarge(samples), np.zeros((1, 4, 1, 1), np.float32)

    def run(self, passes: Iterable[Pass], should_stop: ShouldStop = never) -> Outputs:
        for number, (window, _) in enumerate(passes):
            output = self._enlarge(window)
            if number == 2 and self._faults:
                self._faults.pop(0)(output)
            yield output

    def _enlarge(self, batch: Batch) -> Batch:
        return np.ascontiguousarray(batch.repeat(2, 2).repeat(2, 3))


def level(value: float) -> Fault:
    def spoil(output: Batch) -> None:
        output[0, 1, 5, 7] = value

    return spoil


def darken(output: Batch) -> None:
    output /= 4


def out_of_memory(output: Batch) -> None:
    with engine_errors("cpu"):
        raise RuntimeError("[enforce fail] DefaultCPUAllocator: not enough memory: you tried ...")


def driver(output: Batch) -> None:
    with engine_errors("cpu"):
        raise RuntimeError("CUDA error: an illegal memory access was encountered\nsecond line")


@pytest.fixture
def picture() -> Picture:
    random = np.random.default_rng(3)
    return Picture(random.integers(100, 256, (200, 180, 3), np.uint8))


Run = Callable[[Place, list[Fault]], Enlargement]


@pytest.fixture
def run(
    picture: Picture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bicubic_models: dict[int, Path],
) -> Run:
    """Enlarges the picture at a place where faults strike, one per attempt."""

    def enlarge(start: Place, faults: list[Fault]) -> Enlargement:
        def open_backend(
            network: FDIWN, place: Place, should_stop: ShouldStop, graphs_apart: bool
        ) -> Faulty:
            return Faulty(place, faults)

        monkeypatch.setattr(pipeline, "open_backend", open_backend)
        monkeypatch.setattr(pipeline, "choose", lambda *asked: start)
        monkeypatch.setattr(fallback, "available_memory", lambda device: 32 << 30)
        monkeypatch.setattr(hardware, "available_memory", lambda device: 32 << 30)
        options = UpscaleOptions(2, str(bicubic_models[2]), tile=64)
        return Upscaler().enlarge(picture, options, tmp_path)

    return enlarge


@pytest.mark.parametrize("fault", [level(np.nan), level(np.inf), level(9000.0), darken])
def test_a_faulty_tile_is_computed_again_more_carefully(
    run: Run, picture: Picture, fault: Fault
) -> None:
    steps = [
        "float32 on cpu (openvino)",
        "float32 on cpu (openvino) with tiles 4 times smaller",
        "float32 on cpu (torch) with tiles 4 times smaller",
    ]
    for count in range(4):
        done = run(BF16, [fault] * count)
        assert [note.split("computed again in ")[1] for note in done.result.notes] == steps[:count]
        assert (done.result.precision, done.result.backend) == (
            "bfloat16" if count == 0 else "float32",
            "torch" if count == 3 else "openvino",
        )
        expected = picture.pixels.repeat(2, 0).repeat(2, 1)
        assert np.array_equal(done.stored.pixels(), expected)


def test_a_fault_that_stays_is_an_error_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    with pytest.raises(FaultyTile, match="came out wrong") as caught:
        run(F32, [level(np.nan)] * 9)
    assert caught.value.todo
    assert not (tmp_path / pipeline.ROWS).exists()


def test_out_of_memory_makes_tiles_smaller_then_goes_to_the_reference(
    run: Run, picture: Picture
) -> None:
    done = run(Place("cuda", "torch", "float16"), [out_of_memory] * 3)
    assert [note.split("computed again in ")[1] for note in done.result.notes] == [
        "float16 on cuda (torch) with tiles 4 times smaller",
        "float16 on cuda (torch) with tiles 16 times smaller",
        "float32 on cpu (torch) with tiles 16 times smaller",
    ]
    assert np.array_equal(done.stored.pixels(), picture.pixels.repeat(2, 0).repeat(2, 1))
    with pytest.raises(OutOfMemory, match="Not enough memory"):
        run(REFERENCE, [out_of_memory] * 3)


def test_a_failing_device_is_left_at_once(run: Run) -> None:
    done = run(Place("cuda", "torch", "float16"), [driver])
    assert (done.result.device, done.result.backend, done.result.precision) == (
        "cpu",
        "torch",
        "float32",
    )
    assert done.result.notes == (
        "The network failed on cpu: CUDA error: an illegal memory access was encountered; "
        "computed again in float32 on cpu (torch)",
    )
    with pytest.raises(DeviceFault):
        run(REFERENCE, [driver])


def test_a_model_without_sense_is_refused(picture: Picture) -> None:
    window = picture.pixels.transpose(2, 0, 1)[None].astype(np.float32)
    check_tile(window, window * 1.1, "The tile")
    for wrong in (window * 0, window * np.nan, -window):
        with pytest.raises(FaultyTile):
            check_tile(window, wrong, "The tile")


def test_what_does_not_fit_whole_is_refused_before_computing(
    picture: Picture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bicubic_models: dict[int, Path],
) -> None:
    monkeypatch.setattr(fallback, "available_memory", lambda device: 1_000_000)
    options = UpscaleOptions(2, str(bicubic_models[2]), backend="torch", statistics="whole")
    with pytest.raises(EngineError, match="too large for --statistics whole"):
        Upscaler().enlarge(picture, options, tmp_path)


def test_a_disk_without_room_is_refused_before_computing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        free = 100_000

    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage)
    with pytest.raises(OutputError, match="No room"):
        run(F32, [driver])
    assert not (tmp_path / pipeline.ROWS).exists()


def test_windows_shrink_with_the_free_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def area(free: int) -> int:
        monkeypatch.setattr(hardware, "available_memory", lambda device: free)
        return window_area("cpu", 1700)

    assert area(32 << 30) == CPU_AREA
    assert MIN_AREA < area(1 << 29) < CPU_AREA
    assert area(1 << 20) == MIN_AREA
