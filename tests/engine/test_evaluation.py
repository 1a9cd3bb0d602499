"""Metrics and reductions against published files and figures."""

from __future__ import annotations

import math
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from skimage.metrics import peak_signal_noise_ratio, structural_similarity

from fdiwn.api.errors import InputError
from fdiwn.backends.choice import Place
from fdiwn.lab.evaluation.datasets import as_image8, as_tensor, load_pairs, read_image8, score
from fdiwn.lab.evaluation.imresize import imresize, imresize_8bit
from fdiwn.lab.evaluation.metrics import Image8, luma, psnr_y, ssim_y
from fdiwn.models.opening import open_backend
from fdiwn.models.weights import load_network


@pytest.mark.parametrize("scale", [2, 3, 4])
@pytest.mark.parametrize("dataset", ["Set5", "Set14"])
def test_imresize_makes_matlabs_files(shared: Path, dataset: str, scale: int) -> None:
    folder = shared / "benchmarks" / dataset
    for file in sorted((folder / "HR").glob("*.png")):
        hr = read_image8(file)
        h, w = (n // scale * scale for n in hr.shape[:2])
        ours = as_image8(imresize_8bit(as_tensor(hr[:h, :w]), Fraction(1, scale)))
        matlab = read_image8(folder / "LR_bicubic" / f"X{scale}" / f"{file.stem}x{scale}.png")
        assert np.array_equal(ours, matlab), file.name


@pytest.mark.parametrize(("scale", "figure"), [(2, 33.674), (3, 30.405), (4, 28.430)])
def test_psnr_of_bicubic_on_set5(shared: Path, scale: int, figure: float) -> None:
    """The paper's figures, checked independently."""
    plain = []
    for pair in load_pairs(shared / "benchmarks" / "Set5", scale):
        enlarged = as_image8(imresize_8bit(as_tensor(pair.lr), Fraction(scale)))
        plain.append(psnr_y(enlarged, pair.hr, scale))
    assert np.mean(plain) == pytest.approx(figure, abs=0.001)


@pytest.mark.slow
@pytest.mark.parametrize(("scale", "least"), [(2, 38.05), (3, 34.50), (4, 32.21)])
def test_psnr_on_set5_with_the_authors_weights(shared: Path, scale: int, least: float) -> None:
    """Whole pictures through the product's engine; test_eval_published.py has two at once."""
    weights = shared / "weights" / f"fdiwn_x{scale}_authors.pt"
    engine = open_backend(load_network(weights), Place("cpu", "openvino", "float32"))
    assert score(engine, load_pairs(shared / "benchmarks" / "Set5", scale)).mean >= least


def test_psnr_of_a_known_difference() -> None:
    truth = np.full((20, 20, 3), 100, np.uint8)
    result = truth.copy()
    result[..., :] += 5  # five levels of grey are 5 * 219 / 255 of luma
    expected = 20 * math.log10(255 / (5 * 219 / 255))
    assert psnr_y(result, truth, 2) == pytest.approx(expected, abs=1e-6)
    assert psnr_y(truth, truth, 2) == math.inf
    result = truth.copy()
    result[:2] = 0
    assert psnr_y(result, truth, 2) == math.inf  # the border is shaved
    assert psnr_y(result, truth, 1) < 30


def test_luma_is_bt601_in_studio_range() -> None:
    colours = np.array([[[0, 0, 0], [255, 255, 255], [255, 0, 0]]], np.uint8)
    assert luma(colours)[0] == pytest.approx([16, 235, 16 + 65.481], abs=1e-3)
    assert luma(np.array([[[77]]], np.uint8))[0, 0] == 77


@pytest.mark.parametrize(("bands", "border"), [(3, 0), (3, 4), (1, 2)])
def test_psnr_and_ssim_agree_with_scikit_image(bands: int, border: int) -> None:
    random = np.random.default_rng(bands + border)
    pictures: list[tuple[Image8, Image8]] = []
    for noise in (2, 40):
        truth = random.integers(0, 256, (45, 60, bands), np.uint8)
        off = random.integers(-noise, noise + 1, truth.shape)
        pictures.append(((truth + off).clip(0, 255).astype(np.uint8), truth))
    smooth = np.mgrid[:45, :60].sum(0).astype(np.uint8)[..., None].repeat(bands, 2)
    pictures += [(smooth, smooth[::-1].copy()), (smooth, pictures[0][1])]
    for result, truth in pictures:
        inner = slice(border, -border or None)
        ours, theirs = luma(result)[inner, inner], luma(truth)[inner, inner]
        psnr = peak_signal_noise_ratio(theirs, ours, data_range=255)
        assert psnr_y(result, truth, border) == pytest.approx(psnr, abs=1e-6)
        ssim = structural_similarity(
            theirs, ours, win_size=11, gaussian_weights=True, sigma=1.5,
            use_sample_covariance=False, data_range=255,
        )  # fmt: skip
        assert ssim_y(result, truth, border) == pytest.approx(ssim, abs=1e-6)
    assert ssim_y(smooth, smooth, border) == 1


def test_nonsense_sizes_are_refused() -> None:
    small, large = np.zeros((4, 4, 3), np.uint8), np.zeros((5, 4, 3), np.uint8)
    with pytest.raises(ValueError, match="differ"):
        psnr_y(small, large, 1)
    with pytest.raises(ValueError, match="leaves nothing"):
        psnr_y(small, small, 2)
    with pytest.raises(ValueError, match="does not fit"):
        ssim_y(large, large, 1)


def test_imresize_keeps_a_constant_and_a_ramp() -> None:
    constant = torch.full((3, 12, 15), 37.0)
    assert torch.allclose(imresize(constant, Fraction(1, 3)), torch.tensor(37.0), atol=1e-4)
    ramp = torch.arange(40.0).expand(1, 8, 40)
    half = imresize(ramp, Fraction(1, 2))
    assert half.shape == (1, 4, 20)
    assert torch.allclose(half[0, 2, 3:-3], torch.arange(20.0)[3:-3] * 2 + 0.5, atol=1e-4)


def test_low_resolution_is_made_where_none_is_given(tmp_path: Path) -> None:
    (tmp_path / "HR").mkdir()
    random = np.random.default_rng(0)
    Image.fromarray(random.integers(0, 256, (31, 41, 3), np.uint8)).save(tmp_path / "HR" / "a.png")
    Image.fromarray(random.integers(0, 256, (20, 20), np.uint8)).save(tmp_path / "HR" / "b.png")
    colour, grey = load_pairs(tmp_path, 4)
    assert colour.lr.shape == (7, 10, 3)
    assert colour.hr.shape == (28, 40, 3)
    assert grey.lr.shape == (5, 5, 1)
    assert colour.made
    assert grey.made
    with pytest.raises(InputError):
        load_pairs(tmp_path / "nowhere", 2)
