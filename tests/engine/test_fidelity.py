"""What an enlargement keeps, with the networks that ship: average colours and 16 bits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from fdiwn.api.options import UpscaleOptions
from fdiwn.api.resources import resource
from fdiwn.api.tiles import Box
from fdiwn.backends.torch_backend import TorchBackend
from fdiwn.codec import read_picture, write_picture
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.stages import upscale_file
from fdiwn.enlarge.tile_loop import Manner, enlarged
from fdiwn.models.weights import load_network
from fdiwn.network.folding import fold
from fdiwn.pixels.average import keep_average
from fdiwn.pixels.flat_edges import Edges
from fdiwn.pixels.picture import Pixels, StoredPicture


@pytest.mark.parametrize(
    ("scale", "precision", "width"),
    [(2, "float32", 56), (3, "float32", 56), (4, "bfloat16", 88)],  # 16 bits: in tiles only
)
def test_the_average_colour_stays(shared: Path, scale: int, precision: str, width: int) -> None:
    """White boards in the sun, which moved by 0.5 to 0.8 before `keep_average`."""
    network = load_network(resource(f"weights/fdiwn-x{scale}.safetensors"))
    backend = TorchBackend(fold(network), torch.device("cpu"), precision)
    with Image.open(shared / "photos" / "kodak_8.png") as image:
        pixels = np.asarray(image.convert("RGB").crop((200, 150, 200 + width, 206)))
    moved = np.abs(enlarged(backend, pixels, Manner(32)).mean((0, 1)) - pixels.mean((0, 1)))
    assert moved.max() < 0.2


def test_a_shifted_enlargement_is_put_right_everywhere() -> None:
    random = np.random.default_rng(2)
    window = random.uniform(20, 220, (2, 3, 40, 50)).astype(np.float32)
    output = window.repeat(3, 2).repeat(3, 3)
    shift = np.linspace(-9, 9, 150, dtype=np.float32)
    kept = keep_average(window, output + shift)
    assert np.abs(kept - output).max() < 1
    right = keep_average(window, output.copy())  # it works in place
    assert np.abs(right - output).max() < 1e-3  # what is right stays


def test_the_inner_box_alone_gets_the_averages_of_the_whole_window() -> None:
    random = np.random.default_rng(3)
    window = random.uniform(0, 255, (1, 3, 40, 50)).astype(np.float32)
    noise = random.normal(0, 60, (1, 3, 80, 100)).astype(np.float32)
    output = np.asarray(window.repeat(2, 2).repeat(2, 3) + noise, np.float32)
    edges = [Edges(left=False, bottom=False)]
    inner = Box(9, 0, 36, 27)  # reaches the window's upper edge
    whole = keep_average(window, output.copy(), edges)
    part = keep_average(window, output.copy(), edges, inner)
    np.testing.assert_allclose(part, whole[..., 0:54, 18:72], atol=1e-4)


def ramp(folder: Path, width: int, height: int) -> tuple[Path, Pixels]:
    """A 16-bit PNG that runs through as many levels as it has pixels."""
    levels = np.linspace(0, 65535, width * height).round().astype(np.uint16)
    pixels = levels.reshape(height, width, 1).repeat(3, 2)
    raw, path = folder / "ramp.rows", folder / "ramp.png"
    pixels.tofile(raw)
    write_picture(StoredPicture(raw, width, height, 3, "uint16"), path)
    return path, pixels


def test_a_ramp_of_16_bits_keeps_its_levels(tmp_path: Path) -> None:
    """From file to file, in two tiles."""
    source, pixels = ramp(tmp_path, 96, 80)
    target = tmp_path / "large.png"
    options = UpscaleOptions(2, device="cpu", backend="torch", tile=32)
    upscale_file(source, target, options, upscaler=Upscaler())
    large = read_picture(target).pixels
    assert large.dtype == np.uint16
    assert len(np.unique(pixels)) > 7_500
    assert all(len(np.unique(large[..., band])) > 6_000 for band in range(3))
    reduced = large.reshape(80, 2, 96, 2, 3).mean((1, 3))
    assert np.abs(reduced - pixels)[8:-8, 8:-8].mean() < 64  # a quarter of an 8-bit level
