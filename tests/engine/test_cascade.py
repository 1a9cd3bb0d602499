"""Several steps and a reduction: exact sizes, nothing left behind, no level lost on the way."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw, ImageFont

from fdiwn.api.errors import Cancelled
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.progress import Progress, ShouldStop, never
from fdiwn.api.size_text import parse_factor, parse_frame, parse_paper
from fdiwn.api.sizing import plan
from fdiwn.api.tiles import Box
from fdiwn.codec import read_picture
from fdiwn.enlarge.cascade import bytes_needed, run_cascade
from fdiwn.enlarge.fidelity import EQUAL, compare, concerns
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.stages import upscale_file
from fdiwn.lab.evaluation.imresize import imresize
from fdiwn.pixels.picture import Picture, Pixels, StoredPicture
from fdiwn.pixels.raw_file import open_canvas, stored_as
from fdiwn.pixels.resample import CUBIC, levels, reduce_picture, reduced


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


def test_what_lies_between_two_steps_keeps_fractions_of_a_level(tmp_path: Path) -> None:
    """Two steps that each add 0.4 of a level of 255 are one level in the end."""
    picture = Picture(np.full((20, 30, 3), 100, np.uint8))
    way = plan(30, 20, parse_factor("6"))
    stored = stored_as(tmp_path / "result", picture, (180, 120))

    def brighter(part: Picture, scale: int, to: StoredPicture, report: Progress | None) -> None:
        nearest(Picture(part.pixels + part.pixels.dtype.type(103)), scale, to, report)

    run_cascade(picture, way, stored, brighter)
    assert (stored.pixels() == 101).all()


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


def test_reducing_is_what_makes_low_resolution() -> None:
    """And so neither moves nor darkens anything."""
    pixels = np.random.default_rng(4).integers(0, 256, (90, 132, 3), np.uint8)
    stripes = [stripe for _, stripe in reduced(pixels, (44, 30), CUBIC, levels)]
    image = torch.from_numpy(pixels.transpose(2, 0, 1).astype(np.float64))
    expected = imresize(image, Fraction(1, 3)).numpy().transpose(1, 2, 0)
    assert np.abs(np.concatenate(stripes) - expected).max() < 1e-3


def test_a_model_of_one_scale_is_used_as_often_as_it_takes(
    tmp_path: Path, bicubic_models: dict[int, Path]
) -> None:
    options = UpscaleOptions(
        model=str(bicubic_models[3]), device="cpu", backend="torch", size=parse_factor("3.5")
    )
    picture = Picture(smooth(24, 32))
    done = Upscaler().enlarge(picture, options, tmp_path)
    assert done.result.steps == (3, 3)
    assert done.result.model == "bicubic-x3"
    assert done.stored.pixels().shape == (84, 112, 3)
    assert done.result.notes == ()
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["enlarged.rows"]


def shifted(pixels: Pixels) -> Pixels:
    return np.roll(pixels, 1, 1)


def reddened(pixels: Pixels) -> Pixels:
    redder: Pixels = (pixels.astype(int) + np.array([3, 0, 0])).clip(0, 255).astype(np.uint8)
    return redder


def brightened(pixels: Pixels) -> Pixels:
    return np.rint(pixels * 1.03).clip(0, 255).astype(np.uint8)


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


def hard_cases() -> list[Pixels]:
    """What no network brings back well: noise, the finest lines, black writing on white, and a
    few pixels."""
    random = np.random.default_rng(5)
    noise = random.integers(0, 256, (32, 32, 3), np.uint8)
    lines = np.full((32, 32, 3), 255, np.uint8)
    lines[:, ::2] = 0
    page = Image.new("RGB", (64, 48), "white")
    draw = ImageDraw.Draw(page)
    draw.text((1, 28), "Hell", "black", ImageFont.load_default(32), anchor="ls")
    draw.text((1, 43), "small text", "black", ImageFont.load_default(12), anchor="ls")
    writing = np.asarray(page)
    few = np.random.default_rng(1).integers(100, 130, (4, 5, 3), np.uint8)
    return [noise, lines, writing, few]


@pytest.mark.parametrize("scale", [2, 4])
def test_hard_pictures_are_not_flagged(tmp_path: Path, scale: int) -> None:
    """With the real networks."""
    upscaler = Upscaler()
    options = UpscaleOptions(scale, f"fdiwn-x{scale}", "cpu", backend="torch")
    for pixels in hard_cases():
        assert upscaler.enlarge(Picture(pixels), options, tmp_path).result.notes == ()


def test_from_file_to_an_exact_print(tmp_path: Path) -> None:
    """With the real network."""
    source = tmp_path / "small.png"
    Image.fromarray(smooth(40, 60)).save(source)
    upscaler = Upscaler()
    options = UpscaleOptions(size=parse_paper("3x2cm@127"), device="cpu", backend="torch")
    target = tmp_path / "print.tif"
    done = upscale_file(source, target, options, upscaler=upscaler)
    picture = read_picture(target)
    assert done.output_size == (picture.width, picture.height) == (150, 100)
    assert done.steps == (3,)
    assert done.fidelity_psnr > 35
    assert picture.metadata.density == pytest.approx((5, 5), rel=1e-3)
    again = UpscaleOptions(size=parse_frame("150x100"), device="cpu", backend="torch")
    other = tmp_path / "frame.png"
    upscale_file(source, other, again, upscaler=upscaler)
    assert np.array_equal(read_picture(other).pixels, picture.pixels)


def test_a_print_says_its_density_where_the_picture_said_another(
    tmp_path: Path, bicubic_models: dict[int, Path]
) -> None:
    source, target = tmp_path / "camera.jpg", tmp_path / "print.jpg"
    exif = Image.Exif()
    exif.update({0x011A: 72.0, 0x011B: 72.0, 0x0128: 2, 0x010F: "A camera"})
    Image.fromarray(smooth(40, 60)).save(source, dpi=(72, 72), exif=exif)
    options = UpscaleOptions(
        model=str(bicubic_models[3]), device="cpu", backend="torch", size=parse_paper("3x2cm@127")
    )
    upscale_file(source, target, options, upscaler=Upscaler())
    with Image.open(target) as printed:
        assert printed.info["dpi"] == pytest.approx((127, 127), abs=0.5)
        told = printed.getexif()
    assert (told[0x011A], told[0x011B]) == pytest.approx((127, 127), abs=0.5)
    assert told[0x010F] == "A camera"
