"""Small pictures that share a pass, as on a GPU; here the CPU's PyTorch stands in for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from fdiwn.api.errors import OutOfMemory
from fdiwn.api.progress import Steps
from fdiwn.backends.choice import REFERENCE
from fdiwn.backends.contract import Gates, MeasuresEach
from fdiwn.backends.torch_backend import TorchBackend
from fdiwn.cli.main import app
from fdiwn.enlarge import shared_pass
from fdiwn.enlarge.cache import PictureCache
from fdiwn.enlarge.statistics import PictureStatistics
from fdiwn.enlarge.tile_loop import NORMAL, Measured, freeze
from fdiwn.models.opening import open_backend
from fdiwn.pixels.picture import Picture, Pixels
from fdiwn.pixels.planes import UPRIGHT, Batch
from tests.engine.batch_folder import draw, results
from tests.engine.conftest import lively, smallest

LEVEL = 0.01  # of 255


@pytest.fixture(scope="module")
def backend() -> TorchBackend:
    opened = open_backend(lively(smallest(2)), REFERENCE)
    assert isinstance(opened, TorchBackend)
    return opened


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The CPU counts as a GPU; how many pictures went through each shared pass."""
    monkeypatch.setattr(shared_pass, "DEVICES", ("cpu",))
    seen = []
    real = TorchBackend.measure_each

    def counted(self: TorchBackend, pictures: Batch) -> tuple[Batch, Gates]:
        seen.append(len(pictures))
        return real(self, pictures)

    monkeypatch.setattr(TorchBackend, "measure_each", counted)
    return seen


def some(seed: int, bands: int = 3, dtype: str = "uint8") -> Pixels:
    top = 256 if dtype == "uint8" else 65536
    pixels = np.random.default_rng(seed).integers(0, top, (20, 28, bands)).astype(dtype)
    return pixels // (seed + 1)  # each with an average of its own


def test_each_picture_has_the_statistics_and_pixels_of_its_own(backend: TorchBackend) -> None:
    """Colour, alpha that varies, 16 bits and grey in one pass, as each alone."""
    pictures = [some(0), some(1, 4), some(2, 3, "uint16"), some(3, 1), some(4)]
    shared = shared_pass.measure_batch(backend, pictures)
    for pixels, got in zip(pictures, shared, strict=True):
        alone = freeze(backend, pixels, NORMAL, Steps(None, lambda: False, 2))
        assert got is not None
        assert got.whole is not None
        assert alone.whole is not None
        for mine, expected in zip(got.whole, alone.whole, strict=True):
            assert np.abs(mine - expected).max() < LEVEL
        for gates, others in zip(got.statistics.gates, alone.statistics.gates, strict=True):
            np.testing.assert_allclose(gates[0], others[0], rtol=1e-3, atol=1e-3)


def test_one_that_comes_out_wrong_does_not_spoil_the_others(backend: TorchBackend) -> None:
    class Faulty:
        def measure_each(self, pictures: Batch) -> tuple[Batch, Gates]:
            output, gates = backend.measure_each(pictures)
            output = output.copy()
            output[1, 0, 0, 0] = np.nan
            return output, gates

    faulty = Faulty()
    assert isinstance(faulty, MeasuresEach)
    shared = shared_pass.measure_batch(faulty, [some(0), some(1), some(2)])
    assert [measured is None for measured in shared] == [False, True, False]


def run(model: Path, source: Path, output: Path) -> dict[str, bytes]:
    options = [
        "--scale",
        "2",
        "--model",
        str(model),
        "--device",
        "cpu",
        "--backend",
        "torch",
        "--format",
        "png",
    ]
    done = CliRunner().invoke(app, ["batch", str(source), str(output), *options])
    assert done.exit_code == 0, done.output
    return results(output)


def draw_folder(folder: Path) -> None:
    for n in range(9):
        draw(folder / f"small {n}.png", n)
    draw(folder / "small 3b.png", 20, (30, 20))  # of another size, in their midst


def test_a_batch_with_shared_passes_gives_what_it_gives_without(
    tmp_path: Path,
    bicubic_models: dict[int, Path],
    passes: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw_folder(tmp_path / "in")
    shared = run(bicubic_models[2], tmp_path / "in", tmp_path / "shared")
    assert passes
    assert 2 <= max(passes) <= shared_pass.MOST
    monkeypatch.setattr(shared_pass, "DEVICES", ())
    passes.clear()
    alone = run(bicubic_models[2], tmp_path / "in", tmp_path / "alone")
    assert not passes
    assert shared.keys() == alone.keys()
    assert len(shared) == 10
    for name in alone:
        one, other = (
            np.asarray(Image.open(tmp_path / folder / name)).astype(int)
            for folder in ("shared", "alone")
        )
        assert np.abs(one - other).max() <= 1


def test_a_pass_that_fails_leaves_each_picture_to_itself(
    tmp_path: Path,
    bicubic_models: dict[int, Path],
    passes: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(self: TorchBackend, pictures: Batch) -> tuple[Batch, Gates]:
        passes.append(len(pictures))
        raise OutOfMemory("The GPU has no memory left")

    monkeypatch.setattr(TorchBackend, "measure_each", fails)
    draw_folder(tmp_path / "in")
    assert len(run(bicubic_models[2], tmp_path / "in", tmp_path / "out")) == 10
    assert passes


def test_a_pass_takes_no_more_than_may_wait_in_memory() -> None:
    assert shared_pass.most((24, 16), 2) == shared_pass.MOST
    assert 1 < shared_pass.most((512, 512), 4) < shared_pass.MOST
    assert not shared_pass.is_small((513, 512))


def test_what_is_known_of_small_pictures_counts_as_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else hundreds of enlargements in floats were kept along with their small pictures."""
    monkeypatch.setattr("fdiwn.enlarge.cache.MOST_BYTES", 100_000)
    kept = PictureCache()
    for n in range(5):
        picture = kept.keep(n, lambda: Picture(np.zeros((30, 30, 1), np.uint8)))
        known = kept.known(picture, "model")
        assert known is not None
        known[UPRIGHT] = Measured(PictureStatistics(()), [np.zeros((60, 60, 3), np.float32)])
    kept.keep(5, lambda: Picture(np.zeros((30, 30, 1), np.uint8)))
    assert [n for n in range(6) if kept.find(n)] == [3, 4, 5]
