"""The models that ship: whole, listed, and better than bicubic."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from fdiwn.api.catalog import MODELS, ModelInfo, find_model
from fdiwn.api.model_care import verify_model
from fdiwn.api.resources import resource
from fdiwn.backends.choice import REFERENCE, Place
from fdiwn.cli.main import app
from fdiwn.codec import read_picture
from fdiwn.enlarge.tile_loop import enlarged
from fdiwn.lab.evaluation.datasets import as_image8, as_tensor, load_pairs, score
from fdiwn.lab.evaluation.imresize import imresize_8bit
from fdiwn.lab.evaluation.metrics import psnr_y
from fdiwn.models.opening import open_backend
from fdiwn.models.weights import load_network

BUNDLED = [info for info in MODELS if info.origin is None]


def names(info: ModelInfo) -> str:
    return info.name


def test_the_folder_holds_just_what_the_table_says() -> None:
    files = {path.name for path in resource("weights").glob("*.safetensors")}
    assert files == {info.file for info in BUNDLED}
    assert files


@pytest.mark.parametrize("info", BUNDLED, ids=names)
def test_size_and_hash_match(info: ModelInfo) -> None:
    verify_model(info, resource("weights") / info.file)


@pytest.mark.slow  # all whole pictures of Set5; publishing measures them too
@pytest.mark.parametrize("info", BUNDLED, ids=names)
def test_set5_figures_are_true_and_beat_bicubic(shared: Path, info: ModelInfo) -> None:
    network = load_network(resource("weights") / info.file)
    engine = open_backend(network, Place("cpu", "openvino", "float32"))
    pairs = load_pairs(shared / "benchmarks" / "Set5", info.scale)
    ours = score(engine, pairs)
    for pair in pairs:
        bicubic = as_image8(imresize_8bit(as_tensor(pair.lr), Fraction(info.scale)))
        assert ours.psnr[pair.name] > psnr_y(bicubic, pair.hr, info.scale), pair.name
    assert ours.mean == pytest.approx(info.psnr["Set5"], abs=0.005)


@pytest.mark.parametrize("info", BUNDLED[-1:], ids=names)
def test_an_empty_home_without_a_network_can_upscale(info: ModelInfo, tmp_path: Path) -> None:
    assert find_model(None, info.scale) == resource("weights") / info.file
    sample, target = resource("sample/sample.png"), tmp_path / "large.png"
    small = tmp_path / "small.png"
    with Image.open(sample) as image:
        image.convert("RGB").crop((200, 60, 248, 92)).save(small)
    arguments = ["upscale", str(small), "-o", str(target), "--scale", str(info.scale)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    large = read_picture(target).pixels
    assert large.shape == (32 * info.scale, 48 * info.scale, 3)
    reference = open_backend(load_network(resource("weights") / info.file), REFERENCE)
    difference = large.astype(int) - enlarged(reference, read_picture(small).pixels)
    assert np.abs(difference).max() <= 1
