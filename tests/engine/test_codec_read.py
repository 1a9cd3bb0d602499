"""Reading pictures: real bytes of every format, whole and damaged."""

from __future__ import annotations

import logging
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvips
from PIL import Image

from fdiwn.api.errors import InputError
from fdiwn.api.options import Limits
from fdiwn.codec import read_picture


def colours(height: int = 40, width: int = 60, bands: int = 3) -> Any:
    """Every row, column and band differs, so that a wrong turn or order shows."""
    y, x = np.mgrid[:height, :width]
    planes = [y * 5, x * 4, (x + y) * 2, 255 - x * 3][:bands]
    return np.stack(planes, 2).astype(np.uint8)


def saved(path: Path, picture: Image.Image, **options: Any) -> Path:
    picture.save(path, **options)
    return path


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp", ".tga", ".ppm"])
def test_a_lossless_picture_arrives_pixel_for_pixel(tmp_path: Path, suffix: str) -> None:
    path = saved(tmp_path / f"a{suffix}", Image.fromarray(colours()))
    np.testing.assert_array_equal(read_picture(path).pixels, colours())


@pytest.mark.parametrize("options", [{"irreversible": False}, {"no_jp2": True}])
def test_jpeg_2000_is_read(tmp_path: Path, options: dict[str, bool]) -> None:
    path = saved(tmp_path / "a.jp2", Image.fromarray(colours()), **options)
    np.testing.assert_array_equal(read_picture(path).pixels, colours())


@pytest.mark.parametrize("suffix", [".jpg", ".webp", ".avif"])
def test_a_lossy_picture_arrives_nearly_so(tmp_path: Path, suffix: str) -> None:
    options = {} if suffix == ".webp" else {"subsampling": "4:4:4"}
    path = saved(tmp_path / f"a{suffix}", Image.fromarray(colours()), quality=95, **options)
    difference = read_picture(path).pixels.astype(int) - colours()
    assert np.abs(difference).mean() < 4


def test_a_flattened_psd_is_read(tmp_path: Path) -> None:
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1, 3, 40, 60, 8, 3)
    planes = colours().transpose(2, 0, 1).tobytes()
    path = tmp_path / "a.psd"
    path.write_bytes(header + bytes(12) + b"\0\0" + planes)
    picture = read_picture(path)
    np.testing.assert_array_equal(picture.pixels, colours())
    assert "flattened" in picture.metadata.notes[0]


@pytest.mark.parametrize(
    ("mode", "bands"), [("L", 1), ("LA", 2), ("RGB", 3), ("RGBA", 4), ("1", 1)]
)
def test_channels_stay_as_they_are(tmp_path: Path, mode: str, bands: int) -> None:
    source = Image.fromarray(colours(bands=4)).convert(mode)
    picture = read_picture(saved(tmp_path / "a.png", source))
    expected = np.asarray(source.convert("L") if mode == "1" else source)
    np.testing.assert_array_equal(picture.pixels, expected.reshape(40, 60, bands))


@pytest.mark.parametrize("suffix", [".png", ".tif", ".gif", ".bmp"])
def test_a_palette_becomes_colours(tmp_path: Path, suffix: str) -> None:
    source = Image.fromarray(colours()).quantize(16)
    picture = read_picture(saved(tmp_path / f"a{suffix}", source))
    np.testing.assert_array_equal(picture.pixels, np.asarray(source.convert("RGB")))


def test_a_transparent_palette_becomes_rgba(tmp_path: Path) -> None:
    source = Image.fromarray(colours()).quantize(16)
    picture = read_picture(saved(tmp_path / "a.png", source, transparency=3))
    assert picture.bands == 4
    np.testing.assert_array_equal(picture.pixels[..., 3] == 0, np.asarray(source) == 3)


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("bands", [1, 3, 4])
def test_16_bits_stay_16_bits(tmp_path: Path, suffix: str, bands: int) -> None:
    deep = np.arange(40 * 60 * bands, dtype=np.uint16).reshape(40, 60, bands) * 9
    image = pyvips.Image.new_from_array(deep)
    image = image.copy(interpretation="grey16" if bands == 1 else "rgb16")
    image.write_to_file(str(tmp_path / f"a{suffix}"))
    np.testing.assert_array_equal(read_picture(tmp_path / f"a{suffix}").pixels, deep)


def test_a_16_bit_pgm_stays_16_bits(tmp_path: Path) -> None:
    deep = np.arange(40 * 60, dtype=np.uint16).reshape(40, 60) * 27
    (tmp_path / "a.pgm").write_bytes(b"P5 60 40 65535\n" + deep.astype(">u2").tobytes())
    np.testing.assert_array_equal(read_picture(tmp_path / "a.pgm").pixels[..., 0], deep)


@pytest.mark.parametrize("bits", [10, 12])
def test_deep_avif_uses_the_whole_range(tmp_path: Path, bits: int) -> None:
    white = pyvips.Image.black(40, 30, bands=3).cast("ushort") + 65535
    white = white.cast("ushort").copy(interpretation="rgb16")
    white.heifsave(str(tmp_path / "a.avif"), compression="av1", bitdepth=bits, lossless=True)
    assert read_picture(tmp_path / "a.avif").pixels.min() >= 65535 - 65


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_every_orientation_comes_upright(tmp_path: Path, suffix: str, orientation: int) -> None:
    turns: dict[int, Callable[[Any], Any]] = {
        1: lambda a: a,
        2: np.fliplr,
        3: lambda a: np.rot90(a, 2),
        4: np.flipud,
        5: lambda a: np.rot90(np.fliplr(a), 1),
        6: lambda a: np.rot90(a, 1),
        7: lambda a: np.rot90(np.fliplr(a), -1),
        8: lambda a: np.rot90(a, -1),
    }
    blocks = np.kron(colours(3, 4) * 5, np.ones((16, 16, 1), np.uint8))
    lying = np.ascontiguousarray(turns[orientation](blocks))
    exif = Image.Exif()
    exif[274] = orientation
    exif[272] = "a camera"
    lossy: dict[str, dict[str, Any]] = {".jpg": {"quality": 95}, ".webp": {"lossless": True}}
    options = lossy.get(suffix, {})
    path = saved(tmp_path / f"a{suffix}", Image.fromarray(lying), exif=exif, **options)
    picture = read_picture(path)
    assert picture.pixels.shape == blocks.shape
    assert np.abs(picture.pixels.astype(int) - blocks).mean() < 4
    kept = Image.Exif()
    kept.load(picture.metadata.blobs["exif-data"])
    assert kept[272] == "a camera"
    assert kept.get(274, 1) == 1


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
def test_cmyk_becomes_srgb_and_says_so(tmp_path: Path, suffix: str) -> None:
    red = Image.new("CMYK", (20, 20), (0, 255, 255, 0))
    picture = read_picture(saved(tmp_path / f"a{suffix}", red))
    assert "CMYK" in picture.metadata.notes[0]
    r, g, b = picture.pixels.reshape(-1, 3).mean(0)
    assert r > 200
    assert max(g, b) < 80


def test_lab_becomes_srgb_and_says_so(tmp_path: Path) -> None:
    grey = Image.new("LAB", (20, 20), (255, 128, 128))
    picture = read_picture(saved(tmp_path / "a.tif", grey))
    assert "Lab" in picture.metadata.notes[0]
    assert picture.pixels.mean() > 240


def test_of_a_tiff_with_pages_the_first_is_read_and_it_says_so(tmp_path: Path) -> None:
    pages = [Image.fromarray(colours()), Image.new("RGB", (60, 40))]
    path = saved(tmp_path / "a.tif", pages[0], save_all=True, append_images=pages[1:])
    picture = read_picture(path)
    np.testing.assert_array_equal(picture.pixels, colours())
    assert "2 pages" in picture.metadata.notes[0]


def test_profile_metadata_and_density_are_kept(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "a.jpg", Image.fromarray(colours()), icc_profile=b"profile" * 40, dpi=(300, 150)
    )
    metadata = read_picture(path).metadata
    assert metadata.blobs["icc-profile-data"] == b"profile" * 40
    assert metadata.density == pytest.approx((300 / 25.4, 150 / 25.4))


def test_density_turns_with_the_picture(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274] = 6
    path = saved(tmp_path / "a.png", Image.fromarray(colours()), dpi=(300, 150), exif=exif)
    assert read_picture(path).metadata.density == pytest.approx((150 / 25.4, 300 / 25.4), rel=1e-3)


def test_damaged_exif_costs_the_exif_only(tmp_path: Path) -> None:
    exif = b"Exif\0\0MM\0*\xff\xff\xff\xff" + bytes(20)
    picture = read_picture(saved(tmp_path / "a.jpg", Image.fromarray(colours()), exif=exif))
    assert picture.pixels.shape == (40, 60, 3)
    assert "exif-data" not in picture.metadata.blobs
    assert any("EXIF" in note for note in picture.metadata.notes)


def test_the_ending_may_be_wrong(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", Image.fromarray(colours()), format="PNG")
    np.testing.assert_array_equal(read_picture(path).pixels, colours())


@pytest.mark.parametrize("name", ["Grüße 写真 🌄.png", "photo[1]", "a b'\"%.png", "-n.png"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / name, Image.fromarray(colours()), format="PNG")
    np.testing.assert_array_equal(read_picture(path).pixels, colours())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no names that are not Unicode")
def test_a_name_that_is_not_unicode_will_do(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.png")
    try:
        saved(path, Image.fromarray(colours()), format="PNG")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    np.testing.assert_array_equal(read_picture(path).pixels, colours())


def test_a_file_that_changed_is_read_anew(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", Image.fromarray(colours()))
    read_picture(path)
    saved(path, Image.fromarray(255 - colours()))
    np.testing.assert_array_equal(read_picture(path).pixels, 255 - colours())


def refusal(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_picture(path)
    assert path.name in caught.value.what
    assert caught.value.why
    assert "\n" not in str(caught.value)
    return caught.value


def test_what_is_no_picture_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "text.jpg").write_text("hello " * 50)
    (tmp_path / "text.tga").write_text("hello " * 50)
    (tmp_path / "table.csv").write_text("1,2\n3,4\n")
    assert "no such file" in refusal(tmp_path / "missing.png").why
    assert "folder" in refusal(tmp_path).why
    assert "empty" in refusal(tmp_path / "empty.jpg").why
    for name in ("text.jpg", "table.csv"):
        assert "not a picture" in refusal(tmp_path / name).why
    refusal(tmp_path / "text.tga")
    refusal(tmp_path / "zero\0byte.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    assert "not a file" in refusal(tmp_path / "a.png").why


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".png", ".avif"])
def test_animation_is_refused(tmp_path: Path, suffix: str) -> None:
    frames = [Image.fromarray(colours()), Image.fromarray(255 - colours())]
    path = saved(tmp_path / f"a{suffix}", frames[0], save_all=True, append_images=frames[1:])
    assert "animated" in refusal(path).why


def test_floating_point_pixels_are_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.tif", Image.fromarray(colours()[..., 0].astype(np.float32)))
    assert "floating-point" in refusal(path).why


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".avif", ".bmp", ".jp2"])
@pytest.mark.parametrize("part", [0.1, 0.6, 0.95])
def test_a_truncated_file_is_refused(tmp_path: Path, suffix: str, part: float) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    whole = saved(tmp_path / f"whole{suffix}", Image.fromarray(noise)).read_bytes()
    path = tmp_path / f"a{suffix}"
    path.write_bytes(whole[: int(len(whole) * part)])
    refusal(path)


@pytest.mark.parametrize("suffix", [".png", ".bmp"])
def test_a_bomb_is_refused_before_it_is_decoded(tmp_path: Path, suffix: str) -> None:
    path = saved(tmp_path / f"a{suffix}", Image.fromarray(colours()))
    with pytest.raises(InputError, match="60 x 40 pixels, and the limit is 2,399") as caught:
        read_picture(path, Limits(pixels=2399))
    assert "--max-pixels" in caught.value.todo
    assert read_picture(path, Limits(pixels=2400)).width == 60


@pytest.mark.parametrize("suffix", [".png", ".bmp"])
def test_more_memory_than_allowed_is_refused_before_decoding(tmp_path: Path, suffix: str) -> None:
    path = saved(tmp_path / f"a{suffix}", Image.fromarray(colours()))
    with pytest.raises(InputError, match=r"GB of memory to decode, and .* are allowed") as caught:
        read_picture(path, Limits(memory=7199))
    assert "--max-memory" in caught.value.todo
    assert read_picture(path, Limits(memory=60 * 40 * 16)).width == 60


def test_a_claimed_size_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    header = b"BM" + struct.pack("<IHHI", 54, 0, 0, 54)
    claim = struct.pack("<IiiHHIIiiII", 40, 60_000, 60_000, 1, 24, 0, 0, 0, 0, 0, 0)
    (tmp_path / "a.bmp").write_bytes(header + claim)
    assert "60,000 x 60,000" in refusal(tmp_path / "a.bmp").why


def test_warnings_of_libvips_stay_off_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0\xff\xff\0\0\xff\xff\xff\x7f"
    path = saved(tmp_path / "a.jpg", Image.fromarray(colours()), exif=exif)
    path.write_bytes(path.read_bytes().replace(b"\xff\xd9", b"\0\0\0\xff\xd9"))
    root = logging.getLogger()
    before, root.handlers = root.handlers, []  # as in a program that has set up no log
    try:
        read_picture(path)
    except InputError:
        pass
    finally:
        root.handlers = before
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["adobe_rgb.jpg", "display_p3.jpg", "prophoto_rgb.jpg"])
def test_photographs_keep_their_profile(shared: Path, name: str) -> None:
    path = shared / "photos" / name
    with Image.open(path) as reference:
        profile, size = reference.info["icc_profile"], reference.size
    picture = read_picture(path)
    assert picture.metadata.blobs["icc-profile-data"] == profile
    assert (picture.width, picture.height) == size


def test_the_portrait_stands_upright(shared: Path) -> None:
    picture = read_picture(shared / "photos" / "camera_orientation8_20mp.jpg")
    assert (picture.width, picture.height) == (3376, 6000)
    assert picture.metadata.density == pytest.approx((350 / 25.4, 350 / 25.4))
