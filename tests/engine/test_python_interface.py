"""`fdiwn.upscale` and `fdiwn.upscale_file`: the same pixels as the command makes."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any, assert_type

import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from typer.testing import CliRunner

import fdiwn
from fdiwn.api.errors import (
    Cancelled,
    DamagedInput,
    InputError,
    ModelNotFound,
    OutputError,
    SizeError,
)
from fdiwn.api.options import SaveOptions
from fdiwn.cli.main import app
from tests.engine.stored import colours

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def how(bicubic_models: dict[int, Path], one_thread: None) -> dict[str, Any]:
    """A small network that starts at once."""
    return {"model": bicubic_models[2], "device": "cpu", "backend": "torch"}


def with_alpha(pixels: Any) -> Any:
    """A hole with another colour hidden in it, in the last band."""
    pixels[..., -1] = np.iinfo(pixels.dtype).max
    pixels[8:20, 10:30, -1] = 0
    pixels[8:20, 10:30, 0] = np.iinfo(pixels.dtype).max
    return pixels


def by_command(pixels: Any, how: dict[str, Any], folder: Path, *size: str) -> Any:
    """What ``fdiwn upscale`` makes of the pixels in a PNG file."""
    source, target = folder / "of the command.png", folder / "by the command.png"
    source.write_bytes(imagecodecs.png_encode(pixels))
    options = [word for name, value in how.items() for word in (f"--{name}", str(value))]
    done = CliRunner().invoke(app, ["upscale", str(source), "-o", str(target), *size, *options])
    assert done.exit_code == 0, done.output
    return imagecodecs.png_decode(target.read_bytes())


@pytest.mark.parametrize(
    ("bands", "dtype"), [(1, "uint8"), (2, "uint16"), (3, "uint8"), (3, "uint16"), (4, "uint8")]
)
def test_an_array_is_enlarged_as_by_the_command(
    bands: int, dtype: str, how: dict[str, Any], tmp_path: Path
) -> None:
    pixels = colours(bands, dtype)
    if bands in (2, 4):
        pixels = with_alpha(pixels)
    large = fdiwn.upscale(pixels, 2, **how)
    assert (large.shape, large.dtype) == ((96, 128, bands), pixels.dtype)
    expected = by_command(pixels.squeeze(), how, tmp_path, "--scale", "2")
    np.testing.assert_array_equal(large.squeeze(), expected)


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "I;16"])
def test_a_pillow_image_is_enlarged_as_an_array(mode: str, how: dict[str, Any]) -> None:
    if mode == "I;16":
        pixels = colours(1, "uint16").squeeze()
    else:
        bands = len(mode)
        pixels = colours(bands).squeeze()
        pixels = with_alpha(pixels) if mode.endswith("A") else pixels
    image = Image.fromarray(pixels)
    image.info = {"icc_profile": b"a profile", "dpi": (300, 300)}
    large = fdiwn.upscale(image, 2, **how)
    assert (type(large), large.mode, large.size) == (Image.Image, mode, (128, 96))
    assert large.info == image.info
    assert large.info is not image.info
    np.testing.assert_array_equal(np.asarray(large), fdiwn.upscale(pixels, 2, **how))


def palette(pixels: Any) -> Image.Image:
    return Image.fromarray(pixels).quantize(16)


def see_through(mode: str, colour: Any) -> Callable[[Any], Image.Image]:
    def made(pixels: Any) -> Image.Image:
        image = palette(pixels) if mode == "P" else Image.fromarray(pixels).convert(mode)
        image.info["transparency"] = colour
        return image

    return made


@pytest.mark.parametrize(
    ("made", "mode"),
    [
        (palette, "RGB"),
        (see_through("P", 3), "RGBA"),
        (see_through("RGB", (0, 0, 0)), "RGBA"),
        (see_through("L", 0), "LA"),
        (lambda pixels: Image.fromarray(pixels).convert("1"), "L"),
    ],
)
def test_other_modes_come_to_the_nearest_that_has_all_their_colours(
    made: Callable[[Any], Image.Image], mode: str, how: dict[str, Any], tmp_path: Path
) -> None:
    """As a PNG file of this mode is read."""
    image = made(colours())
    image.save(tmp_path / "a.png")
    fdiwn.upscale_file(tmp_path / "a.png", tmp_path / "b.png", 2, **how)
    large = fdiwn.upscale(image, 2, **how)
    assert large.mode == mode
    assert "transparency" not in large.info
    with Image.open(tmp_path / "b.png") as of_file:
        np.testing.assert_array_equal(np.asarray(large), np.asarray(of_file.convert(mode)))


def test_arrays_of_every_layout(how: dict[str, Any]) -> None:
    """Views from the end, two axes, and the byte order of another computer."""
    pixels = colours(3, "uint16")
    expected = fdiwn.upscale(pixels, 2, **how)
    turned = fdiwn.upscale(pixels[:, ::-1][:, ::-1], 2, **how)
    np.testing.assert_array_equal(turned, expected)
    mirrored = np.ascontiguousarray(pixels[..., ::-1])[..., ::-1]
    np.testing.assert_array_equal(fdiwn.upscale(mirrored, 2, **how), expected)
    foreign: NDArray[np.uint16] = pixels.astype(">u2")
    large = fdiwn.upscale(foreign, 2, **how)
    assert large.dtype == np.dtype(">u2")
    np.testing.assert_array_equal(large, expected)
    grey = colours(1)
    flat = fdiwn.upscale(grey[..., 0], 2, **how)
    assert flat.shape == (96, 128)
    np.testing.assert_array_equal(flat, fdiwn.upscale(grey, 2, **how)[..., 0])


def test_the_image_itself_stays(how: dict[str, Any]) -> None:
    pixels = with_alpha(colours(4))
    before = pixels.copy()
    pixels.setflags(write=False)
    fdiwn.upscale(pixels, 2, **how)
    np.testing.assert_array_equal(pixels, before)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"scale": 2.3}, ("--scale", "2.3")),  # 11.5 pixels high: the binary 2.3 is a little less
        ({"scale": Fraction(23, 10)}, ("--scale", "2.3")),
        ({"scale": np.float64(2.3)}, ("--scale", "2.3")),
        ({"size": (60, 40)}, ("--size", "60x40")),
        ({"size": (None, 13)}, ("--size", "x13")),
    ],
)
def test_any_size(
    wanted: dict[str, Any], words: tuple[str, str], how: dict[str, Any], tmp_path: Path
) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (5, 15, 3), np.uint8)
    expected = by_command(pixels, how, tmp_path, *words)
    np.testing.assert_array_equal(fdiwn.upscale(pixels, **wanted, **how), expected)


def test_a_file_is_written_as_by_the_command(how: dict[str, Any], tmp_path: Path) -> None:
    pixels = colours(3)
    expected = by_command(pixels, how, tmp_path, "--scale", "2")
    source, target = tmp_path / "of the command.png", tmp_path / "new.png"
    result = fdiwn.upscale_file(str(source), target, 2, **how)
    assert target.read_bytes() == (tmp_path / "by the command.png").read_bytes()
    np.testing.assert_array_equal(imagecodecs.png_decode(target.read_bytes()), expected)
    assert (result.input_size, result.output_size) == ((64, 48), (128, 96))
    assert result.output == str(target)
    with pytest.raises(OutputError, match="exists already"):
        fdiwn.upscale_file(source, target, 2, **how)
    deep = SaveOptions(depth="16")
    fdiwn.upscale_file(source, target, 2, save=deep, overwrite=True, **how)
    assert imagecodecs.png_decode(target.read_bytes()).dtype == np.uint16


def test_progress_and_stop(
    how: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    seen: list[tuple[int, int]] = []
    fdiwn.upscale(colours(), 2, on_progress=lambda *step: seen.append(step), **how)
    assert seen[0][0] == 0
    assert seen[-1][0] == seen[-1][1] > 0
    with pytest.raises(Cancelled):
        fdiwn.upscale(colours(), 2, should_stop=lambda: True, **how)
    (tmp_path / "a.png").write_bytes(imagecodecs.png_encode(colours()))
    with pytest.raises(Cancelled):
        fdiwn.upscale_file(
            tmp_path / "a.png", tmp_path / "b.png", 2, should_stop=lambda: True, **how
        )
    assert {path.name for path in tmp_path.iterdir()} == {"home", "a.png"}


def test_calls_from_several_threads_wait_for_each_other(how: dict[str, Any]) -> None:
    """One that waits can be stopped."""
    pixels = colours()
    inside, go_on, results = threading.Event(), threading.Event(), list[Any]()

    def hold(done: int, total: int) -> None:
        inside.set()
        assert go_on.wait(60)

    def first() -> None:
        results.append(fdiwn.upscale(pixels, 2, on_progress=hold, **how))

    thread = threading.Thread(target=first)
    thread.start()
    try:
        assert inside.wait(60)
        with pytest.raises(Cancelled):
            fdiwn.upscale(pixels, 2, should_stop=lambda: True, **how)
    finally:
        go_on.set()
        thread.join()
    np.testing.assert_array_equal(results[0], fdiwn.upscale(pixels, 2, **how))


@pytest.mark.parametrize(
    ("image", "words"),
    [
        (np.zeros((4, 4, 3), np.float32), "float32"),
        (np.zeros((4, 4, 3), bool), "bool"),
        (np.zeros((4, 4, 5), np.uint8), "(4, 4, 5)"),
        (np.zeros((0, 4, 3), np.uint8), "(0, 4, 3)"),
        (np.zeros(4, np.uint8), "(4,)"),
        (Image.new("CMYK", (4, 4)), "CMYK"),
        (Image.new("F", (4, 4)), "F"),
        (Image.new("LAB", (4, 4)), "LAB"),
    ],
)
def test_what_is_no_picture_is_refused_with_the_reason(image: Any, words: str) -> None:
    with pytest.raises(InputError, match=re.escape(words)) as caught:
        fdiwn.upscale(image)
    assert caught.value.todo


def test_a_truncated_image_is_an_input_error(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(colours()).save(path)
    path.write_bytes(path.read_bytes()[:-60])
    with Image.open(path) as image, pytest.raises(DamagedInput):
        fdiwn.upscale(image)


def test_errors_have_their_types(tmp_path: Path, how: dict[str, Any]) -> None:
    pixels = colours()
    for scale in (1, 17, float("nan")):
        with pytest.raises(SizeError):
            fdiwn.upscale(pixels, scale)
    with pytest.raises(SizeError):
        fdiwn.upscale(pixels, size=(10, 10), **how)
    with pytest.raises(ModelNotFound):
        fdiwn.upscale(pixels, model="no-such-model")
    with pytest.raises(InputError):
        fdiwn.upscale_file(tmp_path / "none.png", tmp_path / "b.png", 2, **how)
    with pytest.raises(ValueError, match="device is one of"):
        fdiwn.upscale(pixels, device="toaster")
    with pytest.raises(TypeError, match="not str"):
        fdiwn.upscale("holiday.jpg")  # type: ignore[type-var]  # what is tested
    assert not hasattr(fdiwn, "downscale")


def test_no_temporary_folder_is_an_output_error(
    tmp_path: Path, how: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    with pytest.raises(OutputError, match="temporary"):
        fdiwn.upscale(colours(), 2, **how)


def test_type_checkers_know_what_comes_back(how: dict[str, Any]) -> None:
    """mypy checks the tests too."""
    grey = Image.new("L", (8, 8))
    assert_type(fdiwn.upscale(grey, 2, **how), Image.Image)
    eight: NDArray[np.uint8] = np.zeros((8, 8), np.uint8)
    assert_type(fdiwn.upscale(eight, 2, **how), NDArray[np.uint8])
    sixteen: NDArray[np.uint16] = np.zeros((8, 8), np.uint16)
    assert_type(fdiwn.upscale(sixteen, 2, **how), NDArray[np.uint16])


def examples() -> list[str]:
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    return re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def test_the_examples_of_the_manual_run_as_they_stand(
    how: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the small network in the place of the one that is taken by default."""
    found = examples()
    assert len(found) >= 2
    for name in ("upscale", "upscale_file"):
        monkeypatch.setattr(fdiwn, name, partial(getattr(fdiwn, name), **how))
    monkeypatch.chdir(tmp_path)
    Image.fromarray(colours(height=12, width=800)).save("holiday.jpg")
    for number, example in enumerate(found, 1):
        exec(compile(example, f"example {number} of docs/python.md", "exec"), {})
    assert {path.name for path in tmp_path.iterdir()} == {
        "home", "holiday.jpg", "holiday_2x.png", "holiday_large.tif",
    }  # fmt: skip
    with Image.open("holiday_2x.png") as large:
        assert large.size == (1600, 24)
    with Image.open("holiday_large.tif") as large:
        assert large.size == (1600, 24)
