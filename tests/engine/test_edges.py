"""A flat picture stays flat, at its corners, at its edges and however small it is."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from fdiwn.api.options import UpscaleOptions
from fdiwn.api.resources import resource
from fdiwn.api.sizing import Factor
from fdiwn.api.tiles import Box
from fdiwn.backends.choice import Place
from fdiwn.backends.contract import Backend
from fdiwn.backends.torch_backend import TorchBackend
from fdiwn.enlarge import statistics
from fdiwn.enlarge.cache import PictureCache
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.preview.previewer import Previewer
from fdiwn.enlarge.shared_pass import measure_batch
from fdiwn.enlarge.tile_loop import Manner, enlarged
from fdiwn.lab.training.initial import start_from_bicubic
from fdiwn.models.opening import ModelFile, open_backend
from fdiwn.network.network import FDIWN
from fdiwn.pixels.flat_edges import FADE, FULL, WHOLE, Edges, keep_flat
from fdiwn.pixels.picture import Picture, Pixels
from tests.engine.conftest import smallest
from tests.engine.foreign_networks import as_onnx

SIZES = ((20, 14), (7, 1), (1, 7), (1, 1), (2, 3))
LEVELS = (255, 128)

pytestmark = pytest.mark.usefixtures("one_thread")


def model(scale: int) -> Path:
    return resource(f"weights/fdiwn-x{scale}.safetensors")


@pytest.fixture(scope="module", params=[2, 4])
def backend(request: pytest.FixtureRequest) -> Backend:
    """PyTorch's: OpenVINO would compile a graph for each of so many sizes."""
    return open_backend(ModelFile(model(request.param)), Place("cpu", "torch", "float32"))


def flat(height: int, width: int, level: int, dtype: str = "uint8") -> Pixels:
    return np.full((height, width, 3), level, dtype)


def off(result: Pixels, level: int) -> float:
    """How far the worst pixel is from the level, of 255."""
    unit = 257 if result.dtype == np.uint16 else 1
    return float(np.abs(result.astype(float) - level).max()) / unit


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("height", "width"), SIZES)
def test_in_one_piece(backend: Backend, height: int, width: int, level: int) -> None:
    assert off(enlarged(backend, flat(height, width, level)), level) <= 1


def test_in_tiles(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    manner = Manner(tile=16)  # two
    assert off(enlarged(backend, flat(5, 64, 255), manner), 255) <= 1
    monkeypatch.setattr(statistics, "WHOLE_LIMIT", 0)  # as of a large picture
    monkeypatch.setattr(statistics, "SAMPLE_SIDE", 20)
    assert off(enlarged(backend, flat(24, 64, 255), manner), 255) <= 1


def test_in_windows(backend: Backend) -> None:
    manner = Manner(windows=True)
    for height, width in ((1, 7), (5, 110)):
        assert off(enlarged(backend, flat(height, width, 255), manner), 255) <= 1


def test_by_openvino() -> None:
    """In one piece, by the graph for any size, and in tiles."""
    network = FDIWN(smallest(4))
    start_from_bicubic(network)
    fast = open_backend(network, Place("cpu", "openvino", "float32"))
    assert off(enlarged(fast, flat(1, 7, 255)), 255) <= 1
    assert off(enlarged(fast, flat(9, 90, 255), Manner(tile=32)), 255) <= 1


def test_in_shared_passes() -> None:
    reference = open_backend(ModelFile(model(2)), Place("cpu", "torch", "float32"))
    assert isinstance(reference, TorchBackend)
    pictures = [flat(9, 6, level) for level in (255, 128, 0)]
    for pixels, shared in zip(pictures, measure_batch(reference, pictures), strict=True):
        level = int(pixels[0, 0, 0])
        assert off(enlarged(reference, pixels), level) <= 1
        assert shared is not None
        assert shared.whole is not None
        assert np.abs(shared.whole[0] - level).max() <= 1


@pytest.mark.parametrize("factor", ["1.5", "6"])
def test_in_steps_and_at_other_sizes(factor: str, tmp_path: Path) -> None:
    wanted = UpscaleOptions(size=Factor(Fraction(factor)), device="cpu", backend="torch")
    done = Upscaler().enlarge(Picture(flat(4, 7, 255)), wanted, tmp_path)
    assert off(done.stored.pixels(), 255) <= 1


@pytest.mark.parametrize("quality", ["normal", "best"])
def test_in_a_preview(
    quality: str, bicubic_models: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the picture is large or small."""
    name = str(bicubic_models[4])
    wanted = UpscaleOptions(4, name, device="cpu", backend="torch", quality=quality)
    for limit in (statistics.WHOLE_LIMIT, 0):
        monkeypatch.setattr(statistics, "WHOLE_LIMIT", limit)
        view = Previewer(PictureCache()).view(Picture(flat(20, 3, 255)), wanted)
        for box in view.grid.boxes(Box(0, 0, view.grid.width, view.grid.height)):
            assert off(view.tile(box), 255) <= 1


def test_a_network_of_others(tmp_path: Path) -> None:
    path = as_onnx(tmp_path / "padded.onnx")
    other = open_backend(ModelFile(path), Place("cpu", "openvino", "float32"))
    assert off(enlarged(other, flat(9, 7, 255)), 255) <= 1
    assert off(enlarged(other, flat(50, 90, 255), Manner(tile=32)), 255) <= 1


def test_texture_at_an_edge_is_left_to_the_network() -> None:
    random = np.random.default_rng(5)
    busy = random.integers(0, 256, (1, 3, 30, 40)).astype(np.float32)
    output = random.uniform(0, 255, (1, 3, 60, 80)).astype(np.float32)
    kept = output.copy()
    keep_flat(busy, kept, [WHOLE])
    assert (kept == output).all()


def test_only_the_pictures_own_edges_count() -> None:
    flat_window = np.full((1, 3, 30, 40), 200, np.float32)
    output = np.zeros((1, 3, 60, 80), np.float32)
    keep_flat(flat_window, output, [Edges(top=True, left=False, bottom=False, right=True)])
    assert output[0, :, : 2 * FULL].min() == 200
    assert output[0, :, 2 * (FULL + FADE + 1) :, : -2 * (FULL + FADE + 1)].max() == 0
