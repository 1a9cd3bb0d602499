"""16 bits to 8: the mean is kept, no bands appear, and nothing exact is touched."""

from __future__ import annotations

import numpy as np
import pytest
import pyvips
from numpy.typing import NDArray

from fdiwn.pixels.dither import SIDE, dithered, thresholds
from fdiwn.pixels.picture import Pixels


def eight_bits(pixels: Pixels) -> Pixels:
    """Through `dithered` as the codec does."""
    height, width, bands = pixels.shape
    image = pyvips.Image.new_from_memory(pixels.tobytes(), width, height, bands, "ushort")
    space = "grey16" if bands <= 2 else "rgb16"
    result = dithered(image.copy(interpretation=space))
    assert result.interpretation == ("b-w" if bands <= 2 else "srgb")
    assert result.format == "uchar"
    return np.asarray(result.numpy()).reshape(height, width, bands)


def ramp(first: float, last: float, height: int, width: int) -> Pixels:
    row = np.linspace(first, last, width).round()
    return np.ascontiguousarray(np.broadcast_to(row, (height, width)), np.uint16)[..., None]


def local_means(values: NDArray[np.float64], side: int) -> NDArray[np.float64]:
    height, width = values.shape
    means: NDArray[np.float64] = values.reshape(height // side, side, width // side, side).mean(
        (1, 3)
    )
    return means


@pytest.mark.parametrize(("first", "last"), [(0, 65535), (20_000, 22_000), (40_000, 40_300)])
def test_the_mean_is_kept_and_no_level_is_far_off(first: int, last: int) -> None:
    pixels = ramp(first, last, 256, 1024)
    error = eight_bits(pixels) - pixels / 257
    assert abs(error.mean()) < 0.02
    assert np.abs(error).max() < 1


def test_a_slow_gradient_has_no_bands() -> None:
    """Two levels over 1,024 pixels: by rounding, bands 500 pixels wide and half a level off."""
    pixels = ramp(25_700, 25_700 + 2 * 257, 256, 1024)
    truth = pixels[..., 0] / 257
    rounded = local_means(np.rint(truth) - truth, 16)
    ours = local_means(eight_bits(pixels)[..., 0] - truth, 16)
    assert np.abs(rounded).max() > 0.45
    assert np.abs(ours).max() < 0.05


def test_what_is_exactly_a_level_stays() -> None:
    levels = np.tile(np.arange(256, dtype=np.uint8), (130, 1))[..., None].repeat(3, 2)
    assert np.array_equal(eight_bits(levels.astype(np.uint16) * 257), levels)


def test_grey_stays_grey_and_alpha_is_rounded() -> None:
    pixels = ramp(10_000, 12_000, 70, 100).repeat(4, 2)
    result = eight_bits(pixels)
    assert (result[..., 0] == result[..., 1]).all()
    assert (result[..., 0] == result[..., 2]).all()
    assert np.array_equal(result[..., 3], np.rint(pixels[..., 3] / 257))
    assert np.array_equal(eight_bits(np.ascontiguousarray(pixels[..., 2:])), result[..., 2:])


def test_a_pixel_depends_on_its_value_and_place_alone() -> None:
    pixels = np.random.default_rng(3).integers(0, 65536, (200, 150, 3), np.uint16)
    whole = eight_bits(pixels)
    assert np.array_equal(eight_bits(pixels), whole)
    upper = eight_bits(np.ascontiguousarray(pixels[:77, :50]))
    assert np.array_equal(upper, whole[:77, :50])
    changed = pixels.copy()
    changed[100:] = 0
    assert np.array_equal(eight_bits(changed)[:100], whole[:100])


def test_the_pattern_is_blue_noise() -> None:
    """Every threshold once, and hardly anything coarse in it that an eye could see."""
    pattern = thresholds()
    assert np.array_equal(np.sort(pattern.ravel()), (np.arange(SIDE**2) + 0.5) / SIDE**2)
    power = np.abs(np.fft.fft2(pattern - pattern.mean())) ** 2
    frequency = np.hypot(*np.meshgrid(np.fft.fftfreq(SIDE), np.fft.fftfreq(SIDE)))
    coarse = power[(frequency > 0) & (frequency < 0.15)].mean()
    assert coarse < power.mean() / 20
