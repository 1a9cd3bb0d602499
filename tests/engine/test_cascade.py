"""Several steps and a reduction: exact sizes, nothing left behind, no level lost on the way."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from fdiwn.backends.contract import never
from fdiwn.canvas import open_canvas, stored_as
from fdiwn.cascade import bytes_needed, run_cascade
from fdiwn.codec import read_picture
from fdiwn.errors import Cancelled
from fdiwn.fidelity import EQUAL, compare, concerns
from fdiwn.options import Progress, ShouldStop, UpscaleOptions
from fdiwn.picture import Picture, Pixels, StoredPicture
from fdiwn.pipeline import Upscaler, upscale_file
from fdiwn.reduce import reduce_picture
from fdiwn.sizing import parse_factor, parse_frame, parse_paper, plan
from fdiwn.tiling import Box


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "work"
    made.mkdir()
    return made


def smooth(height: int, width: int, bands: int = 3, dtype: str = "uint8") -> Pixels:
    """Waves, different in each band."""
    y, x = np.mgrid[:height, :width]
    waves = [np.sin(x / (5 + b)) + np.cos(y / (7 - b)) for b in range(bands)]
    top = np.iinfo(dtype).max
    return np.rint((np.stack(waves, 2) + 2) / 4 * top).astype(dtype)


def nearest(part: Picture, scale: int, to: StoredPicture, report: Progress | None) -> None:
    """A step without a network."""
    with open_canvas(to) as canvas:
        large = part.pixels.repeat(scale, 0).repeat(scale, 1)
        canvas.place(Box(0, 0, to.width, to.height), large)
    if report is not None:
        report(1, 1)


def result(
    folder: Path, picture: Picture, factor: str, should_stop: ShouldStop = never
) -> tuple[StoredPicture, list[int]]:
    way = plan(picture.width, picture.height, parse_factor(factor))
    stored = stored_as(folder / "result", picture, (way.width, way.height))
    done: list[int] = []
    run_cascade(picture, way, stored, nearest, lambda n, total: done.append(n), should_stop)
    return stored, done


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("bands", [1, 2, 3, 4])
def test_a_cascade_ends_at_the_size_and_leaves_one_file(
    folder: Path, bands: int, dtype: str
) -> None:
    picture = Picture(smooth(31, 40, bands, dtype))
    stored, done = result(folder, picture, "5.3")
    assert (stored.width, stored.height) == (212, 164)
    assert [path.name for path in folder.iterdir()] == ["result"]
    assert done == sorted(done)
    assert done[-1] == 1000
    # Repeated pixels reduced with Lanczos are the picture again, but for the steps between them.
    assert concerns(compare(picture.pixels, stored.pixels())) == ()


def test_two_steps_to_an_exact_size_round_once(tmp_path: Path) -> None:
    picture = Picture(smooth(20, 30))
    stored, _ = result(tmp_path, picture, "6")
    assert np.array_equal(stored.pixels(), picture.pixels.repeat(6, 0).repeat(6, 1))


def test_a_stop_leaves_nothing(folder: Path) -> None:
    with pytest.raises(Cancelled):
        result(folder, Picture(smooth(31, 40)), "5.3", lambda: True)
    assert list(folder.iterdir()) == []


def test_the_room_counts_what_lies_between() -> None:
    picture = Picture(smooth(100, 100))
    one = bytes_needed(picture, plan(100, 100, parse_factor("4")))
    assert one == int(400 * 400 * 3 * 1.2)
    between = bytes_needed(picture, plan(100, 100, parse_factor("3.9")))
    assert between == 400 * 400 * 3 * 2 + 390 * 390 * 3


def test_reduction_shows_no_halo_and_keeps_flat_colour(tmp_path: Path) -> None:
    pixels = np.zeros((120, 120, 4), np.uint8)
    pixels[30:90, 30:90] = (200, 120, 40, 255)
    target = StoredPicture(tmp_path / "small", 70, 70, 4, "uint8")
    small = reduce_picture(pixels, target).pixels()
    seen = small[..., 3] > 32
    assert np.abs(small[seen][:, :3].astype(int) - (200, 120, 40)).max() <= 2


def shifted(pixels: Pixels) -> Pixels:
    return np.roll(pixels, 1, 1)


def reddened(pixels: Pixels) -> Pixels:
    redder: Pixels = (pixels.astype(int) + np.array([3, 0, 0])).clip(0, 255).astype(np.uint8)
    return redder


def brightened(pixels: Pixels) -> Pixels:
    return np.rint(pixels * 1.05).clip(0, 255).astype(np.uint8)


def misplaced(pixels: Pixels) -> Pixels:
    wrong = pixels.copy()
    wrong[40:104, 40:104] = pixels[100:164, 100:164]
    return wrong


@pytest.fixture(scope="module")
def enlarged_pair() -> tuple[Pixels, Pixels]:
    picture = smooth(90, 90)
    return picture, picture.repeat(2, 0).repeat(2, 1)


def test_a_sound_result_is_not_flagged(enlarged_pair: tuple[Pixels, Pixels]) -> None:
    fidelity = compare(*enlarged_pair)
    assert fidelity.psnr > 45
    assert concerns(fidelity) == ()
    same = compare(enlarged_pair[0], enlarged_pair[0])
    assert (same.psnr, same.max_difference) == (EQUAL, 0)


@pytest.mark.parametrize("spoil", [shifted, reddened, brightened, misplaced])
def test_a_spoilt_result_is_flagged(enlarged_pair: tuple[Pixels, Pixels], spoil: object) -> None:
    picture, large = enlarged_pair
    assert callable(spoil)
    (note,) = concerns(compare(picture, spoil(large)))
    assert "look closely" in note


def test_from_file_to_an_exact_print(tmp_path: Path) -> None:
    """With the real network."""
    source = tmp_path / "small.png"
    cv2.imwrite(str(source), smooth(40, 60))
    options = UpscaleOptions(size=parse_paper("3x2cm@127"), device="cpu")
    target = tmp_path / "print.tif"
    done = upscale_file(source, target, options, upscaler=Upscaler())
    picture = read_picture(target)
    assert done.output_size == (picture.width, picture.height) == (150, 100)
    assert done.steps == (3,)
    assert done.fidelity_psnr > 35
    assert picture.metadata.density == pytest.approx((5, 5), rel=1e-3)
    again = UpscaleOptions(size=parse_frame("150x100"), device="cpu")
    other = tmp_path / "frame.png"
    upscale_file(source, other, again, upscaler=Upscaler())
    assert np.array_equal(read_picture(other).pixels, picture.pixels)
