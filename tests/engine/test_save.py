"""How results are saved: quality, depth, background, and the format that nobody had to name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from fdiwn.api.errors import OutputError
from fdiwn.api.options import SaveOptions, UpscaleOptions
from fdiwn.cli.main import app
from fdiwn.codec import check_target, read_picture
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.stages import upscale_file
from fdiwn.enlarge.targets import default_target
from fdiwn.pixels.picture import Picture
from tests.engine.raw_file import write_dng
from tests.engine.stored import colours, written

run = CliRunner().invoke


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "gif"},
        {"quality": 0},
        {"quality": 101},
        {"depth": "12"},
        {"strip": "some"},
        {"convert": "prophoto"},
        {"background": (0, 0, 256)},
    ],
)
def test_nonsense_is_refused_when_it_is_made(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        SaveOptions(**wrong)


def start_of_frame(path: Path) -> tuple[int, int]:
    """Of a JPEG: its marker, 0xC0 baseline or 0xC2 progressive, and the first band's sampling."""
    content, position = path.read_bytes(), 2
    while content[position + 1] not in (0xC0, 0xC1, 0xC2):
        position += 2 + int.from_bytes(content[position + 2 : position + 4], "big")
    return content[position + 1], content[position + 11]


@pytest.mark.parametrize(
    ("quality", "sampling"), [(None, 0x11), (95, 0x11), (90, 0x11), (89, 0x22), (50, 0x22)]
)
def test_colours_of_jpeg_are_halved_below_90_only(
    tmp_path: Path, quality: int | None, sampling: int
) -> None:
    path, _ = written(tmp_path, Picture(colours()), ".jpg", SaveOptions(quality=quality))
    assert start_of_frame(path)[1] == sampling


@pytest.mark.parametrize("suffix", [".jpg", ".webp", ".avif"])
def test_less_quality_makes_smaller_files(tmp_path: Path, suffix: str) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    sizes = []
    for quality in (30, 70, 98):
        folder = tmp_path / str(quality)
        folder.mkdir()
        path, _ = written(folder, Picture(noise), suffix, SaveOptions(quality=quality))
        sizes.append(path.stat().st_size)
    assert sizes == sorted(set(sizes))


def test_jpeg_is_progressive_as_far_as_memory_allows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def marker(name: str, save: SaveOptions) -> int:
        (tmp_path / name).mkdir()
        return start_of_frame(written(tmp_path / name, Picture(colours()), ".jpg", save)[0])[0]

    assert marker("few", SaveOptions()) == 0xC2
    assert marker("not", SaveOptions(progressive=False)) == 0xC0
    monkeypatch.setattr("fdiwn.codec.encode.PROGRESSIVE_PIXELS", 1)
    assert marker("many", SaveOptions()) == 0xC0
    assert marker("yes", SaveOptions(progressive=True)) == 0xC2


@pytest.mark.parametrize("bands", [1, 3, 4])
@pytest.mark.parametrize("suffix", [".webp", ".avif"])
def test_lossless_gives_every_pixel_back(tmp_path: Path, suffix: str, bands: int) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (50, 60, bands), dtype=np.uint8)
    path, _ = written(tmp_path, Picture(noise), suffix, SaveOptions(lossless=True))
    back = read_picture(path).pixels
    np.testing.assert_array_equal(back, np.broadcast_to(noise, back.shape))


@pytest.mark.parametrize("suffix", [".png", ".tif", ".avif"])
@pytest.mark.parametrize("depth", ["auto", "8"])
def test_depth_of_16_bits(tmp_path: Path, suffix: str, depth: str) -> None:
    pixels = colours(3, "uint16") + np.uint16(100)
    path, _ = written(tmp_path, Picture(pixels), suffix, SaveOptions(depth=depth))
    back = read_picture(path).pixels
    assert back.dtype == (np.uint8 if depth == "8" else np.uint16)
    if suffix != ".avif":
        expected = pixels / (257 if depth == "8" else 1)
        assert np.abs(back - expected).max() <= 1


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("bands", [1, 2, 3, 4])
def test_16_bits_of_what_was_computed_in_8(tmp_path: Path, suffix: str, bands: int) -> None:
    pixels = colours(bands)
    path, _ = written(tmp_path, Picture(pixels), suffix, SaveOptions(depth="16"))
    back = read_picture(path).pixels
    assert back.dtype == np.uint16
    assert np.array_equal(back, pixels * np.uint16(257))


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("suffix", [".jpg", ".png"])
@pytest.mark.parametrize("bands", [2, 4])
def test_a_background_is_laid_under(tmp_path: Path, bands: int, suffix: str, dtype: str) -> None:
    pixels = np.full((40, 50, bands), 200, np.uint8)
    pixels[..., -1] = 0
    pixels[:, 25:, -1] = 255
    pixels[20:, :, -1] = 128
    deep = pixels * np.uint16(257) if dtype == "uint16" else pixels
    grey = (64, 64, 64)
    save = SaveOptions(background=grey if bands == 2 else (255, 0, 64))
    path, _ = written(tmp_path, Picture(deep), suffix, save)
    back = read_picture(path).pixels
    assert back.shape == (40, 50, bands - 1)
    back = back.astype(float) / (257 if back.dtype == np.uint16 else 1)
    under = np.array(grey[:1] if bands == 2 else (255, 0, 64))
    for y, x, share in ((5, 5, 0.0), (5, 45, 1.0), (35, 5, 128 / 255)):
        assert np.abs(back[y, x] - (200 * share + under * (1 - share))).max() < 4


def refusal(path: Path, bands: int, save: SaveOptions) -> OutputError:
    with pytest.raises(OutputError) as caught:
        check_target(path, 100, 100, bands, save)
    assert caught.value.todo
    return caught.value


def test_what_a_format_cannot_do_is_refused_beforehand(tmp_path: Path) -> None:
    assert "--background" in refusal(tmp_path / "a.jpg", 4, SaveOptions()).todo
    coloured = SaveOptions(background=(1, 2, 3))
    check_target(tmp_path / "a.jpg", 100, 100, 4, coloured)
    assert "grey" in refusal(tmp_path / "a.jpg", 2, coloured).why
    for name in ("a.jpg", "a.webp", "a.avif"):
        assert "16 bits" in refusal(tmp_path / name, 3, SaveOptions(depth="16")).why
    assert "lossless" in refusal(tmp_path / "a.jpg", 3, SaveOptions(lossless=True)).why
    assert "--format" in refusal(tmp_path / "a.jpg", 3, SaveOptions(format="png")).why
    check_target(tmp_path / "a.JPEG", 100, 100, 3, SaveOptions(format="jpeg"))


@pytest.mark.parametrize(
    ("name", "form", "save", "expected"),
    [
        ("a.png", "PNG", {}, "a_2x.png"),
        ("IMG.JPG", "JPEG", {}, "IMG_2x.JPG"),
        ("a.jfif", "JPEG", {}, "a_2x.jpg"),
        ("a.tiff", "TIFF", {}, "a_2x.tiff"),
        ("a.webp", "WEBP", {}, "a_2x.webp"),
        ("a.bmp", "BMP", {}, "a_2x.png"),
        ("wrong.jpg", "PNG", {}, "wrong_2x.png"),
        ("a.jpg", "JPEG", {"format": "tiff"}, "a_2x.tif"),
        ("a.jpeg", "JPEG", {"format": "jpeg"}, "a_2x.jpeg"),
        ("a.jpg", "JPEG", {"depth": "16"}, "a_2x.png"),
        ("a.jpg", "JPEG", {"lossless": True}, "a_2x.png"),
    ],
)
def test_the_format_is_the_pictures_where_it_can_be(
    tmp_path: Path, name: str, form: str, save: dict[str, Any], expected: str
) -> None:
    Image.fromarray(colours()).save(tmp_path / name, form)
    assert default_target(tmp_path / name, 2, save=SaveOptions(**save)).name == expected


def test_the_format_is_another_where_the_result_is_too_large(tmp_path: Path) -> None:
    Image.new("RGB", (6000, 4)).save(tmp_path / "a.webp")
    assert default_target(tmp_path / "a.webp", 2).name == "a_2x.webp"
    assert default_target(tmp_path / "a.webp", 3).name == "a_3x.png"
    assert default_target(tmp_path / "missing.jpg", 3).name == "missing_3x.jpg"
    assert default_target(tmp_path / "missing.xyz", 3).name == "missing_3x.png"
    write_dng(tmp_path / "a.dng", np.ones((8, 8, 3)), (1, 1, 1))
    assert default_target(tmp_path / "a.dng", 3).name == "a_3x.tif"


def test_another_format_is_said(tmp_path: Path, bicubic_models: dict[int, Path]) -> None:
    Image.fromarray(colours()).save(tmp_path / "a.bmp")
    options = UpscaleOptions(2, str(bicubic_models[2]), "cpu", backend="torch")
    source = tmp_path / "a.bmp"
    result = upscale_file(source, default_target(source, 2), options, upscaler=Upscaler())
    assert any("Written as PNG" in note for note in result.notes)
    result = upscale_file(source, tmp_path / "b.tif", options, upscaler=Upscaler())
    assert not any("Written as" in note for note in result.notes)


def test_16_bits_are_computed_of_an_8_bit_picture(
    tmp_path: Path, bicubic_models: dict[int, Path]
) -> None:
    Image.fromarray(colours()).save(tmp_path / "a.png")
    options = UpscaleOptions(2, str(bicubic_models[2]), "cpu", backend="torch")
    upscale_file(
        tmp_path / "a.png",
        tmp_path / "b.png",
        options,
        upscaler=Upscaler(),
        save=SaveOptions(depth="16"),
    )
    deep = read_picture(tmp_path / "b.png").pixels
    assert deep.dtype == np.uint16
    assert (deep % 257 != 0).mean() > 0.3  # between the levels of 8 bits
    upscale_file(tmp_path / "a.png", tmp_path / "c.png", options, upscaler=Upscaler())
    flat = read_picture(tmp_path / "c.png").pixels
    assert np.abs(deep / 257 - flat).max() <= 0.51


def test_the_command_line_passes_everything_on(
    tmp_path: Path, bicubic_models: dict[int, Path]
) -> None:
    pixels = colours(4)
    Image.fromarray(pixels).save(tmp_path / "a.png")
    model = ["--scale", "2", "--model", str(bicubic_models[2]), "--backend", "torch"]
    wishes = ["--format", "jpeg", "--output-quality", "80", "--background", "#ff8000"]
    wishes += ["--convert", "p3", "--no-progressive", "--strip", "all"]
    result = run(app, ["upscale", str(tmp_path / "a.png"), *model, *wishes])
    assert result.exit_code == 0, result.output
    path = tmp_path / "a_2x.jpg"
    assert start_of_frame(path) == (0xC0, 0x22)
    assert b"FDIWN" not in path.read_bytes()
    with Image.open(path) as image:
        assert image.info["icc_profile"]
    result = run(app, ["upscale", str(tmp_path / "a.png"), *model, "--depth", "16"])
    assert result.exit_code == 0, result.output
    assert read_picture(tmp_path / "a_2x.png").pixels.dtype == np.uint16
    with Image.open(tmp_path / "a_2x.png") as image:
        note = image.getexif()[11]
    assert note.startswith("FDIWN Upscaler")
    assert f"model {bicubic_models[2].stem} (sha256 " in note
    assert note.endswith(", x2")


@pytest.mark.parametrize(
    "wrong",
    [
        ["--format", "gif"],
        ["--output-quality", "0"],
        ["--depth", "12"],
        ["--strip", "some"],
        ["--background", "nice"],
        ["--convert", "cmyk"],
    ],
)
def test_wrong_usage_of_the_options(tmp_path: Path, wrong: list[str]) -> None:
    result = run(app, ["upscale", str(tmp_path / "a.png"), *wrong])
    assert result.exit_code == 2
