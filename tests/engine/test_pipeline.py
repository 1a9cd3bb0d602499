"""A picture from file to file, with a real if untrained network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from fdiwn.api.errors import Cancelled, InputError, ModelNotFound, OutputError
from fdiwn.api.options import UpscaleOptions
from fdiwn.api.resources import resource
from fdiwn.backends.openvino_backend import OpenVINOBackend
from fdiwn.codec import read_picture
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.stages import upscale_file
from fdiwn.enlarge.targets import default_target
from fdiwn.pixels.picture import Picture


def on_torch(model: Path, scale: int = 2) -> UpscaleOptions:
    """Where it does not matter what computes: OpenVINO compiles for seconds at first."""
    return UpscaleOptions(scale, str(model), "cpu", backend="torch")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A piece of the sample picture, 96x64."""
    path = tmp_path / "house & garden é.png"
    with Image.open(resource("sample/sample.png")) as sample:
        sample.convert("RGB").crop((30, 100, 126, 164)).save(path)
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name != "home"}


@pytest.mark.parametrize(("scale", "backend"), [(2, "torch"), (3, "openvino"), (4, "torch")])
def test_file_to_file(
    photo: Path, bicubic_models: dict[int, Path], scale: int, backend: str
) -> None:
    target = default_target(photo, scale)
    result = upscale_file(
        photo,
        target,
        UpscaleOptions(scale, str(bicubic_models[scale]), "cpu", backend=backend),
        upscaler=Upscaler(),
    )
    assert result.input_size == (96, 64)
    assert result.output_size == (96 * scale, 64 * scale)
    assert target.name == f"house & garden é_{scale}x.png"
    assert names(photo.parent) == {photo.name, target.name}
    source, enlarged = (read_picture(path).pixels for path in (photo, target))
    size = (96 * scale, 64 * scale)
    expected = np.asarray(Image.fromarray(source).resize(size, Image.Resampling.BICUBIC))
    inner = slice(4 * scale, -4 * scale)
    difference = np.abs(enlarged.astype(int) - expected)[inner, inner]
    assert difference.mean() < 0.5


def test_the_same_picture_gives_the_same_bytes(
    photo: Path, bicubic_models: dict[int, Path], tmp_path: Path
) -> None:
    options, upscaler = (
        on_torch(bicubic_models[2]),
        Upscaler(),
    )
    for name in ("a.png", "b.png"):
        upscale_file(photo, tmp_path / name, options, upscaler=upscaler)
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_a_stop_leaves_nothing(photo: Path, bicubic_models: dict[int, Path]) -> None:
    options = UpscaleOptions(2, str(bicubic_models[2]), "cpu", 32, "torch")
    seen: list[int] = []
    with pytest.raises(Cancelled):
        upscale_file(
            photo,
            photo.with_name("out.png"),
            options,
            upscaler=Upscaler(),
            on_progress=lambda done, total: seen.append(done),
            should_stop=lambda: len(seen) == 2,
        )
    assert names(photo.parent) == {photo.name}


def test_what_cannot_be_is_refused_before_computing(
    photo: Path, bicubic_models: dict[int, Path], tmp_path: Path
) -> None:
    options, upscaler = (
        on_torch(bicubic_models[2]),
        Upscaler(),
    )

    def never_reached(done: int, total: int) -> None:
        pytest.fail("the network ran")

    def run(source: Path, target: Path) -> None:
        upscale_file(source, target, options, upscaler=upscaler, on_progress=never_reached)

    taken = tmp_path / "taken.png"
    taken.write_bytes(b"precious")
    before = photo.read_bytes()
    with pytest.raises(OutputError, match="exists already"):
        run(photo, taken)
    with pytest.raises(OutputError, match="is the picture itself"):
        run(photo, photo)
    with pytest.raises(OutputError):
        run(photo, tmp_path / "no such folder" / "out.png")
    with pytest.raises(OutputError):
        run(photo, tmp_path / "out.xyz")
    with pytest.raises(InputError):
        run(tmp_path / "missing.png", tmp_path / "out.png")
    assert taken.read_bytes() == b"precious"
    assert photo.read_bytes() == before


def test_a_missing_model_says_what_to_do(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FDIWN_MODELS_DIR", str(tmp_path / "none"))
    with pytest.raises(ModelNotFound) as caught:
        Upscaler().enlarge(
            read_picture(photo),
            UpscaleOptions(4, "no-such-model"),
            tmp_path,
        )
    assert caught.value.todo


def test_a_full_disk_is_an_output_error(
    photo: Path, bicubic_models: dict[int, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = tmp_path / "scratch"
    full.mkdir()
    (full / "enlarged.rows").symlink_to("/dev/full")
    with pytest.raises(OutputError, match="No room"):
        Upscaler().enlarge(
            read_picture(photo),
            on_torch(bicubic_models[2]),
            full,
        )
    assert not (full / "enlarged.rows").is_symlink()


def test_warm_loads_what_a_picture_needs(
    bicubic_models: dict[int, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels = np.random.default_rng(4).integers(0, 256, (530, 530, 3), np.uint8)
    options = UpscaleOptions(2, str(bicubic_models[2]), "cpu", 512, "openvino")
    upscaler = Upscaler()
    side = 530  # one window: a tile of 512 and its margins
    upscaler.warm(options, (1, 3, side, side))
    compiled: list[str] = []
    keep = OpenVINOBackend._compile

    def compile_model(self: OpenVINOBackend, graph: Any, precision: str) -> Any:
        compiled.append(precision)
        return keep(self, graph, precision)

    with monkeypatch.context() as patch:
        patch.setattr(OpenVINOBackend, "_compile", compile_model)
        done = upscaler.enlarge(Picture(pixels), options, tmp_path)
    assert compiled == []
    assert (done.stored.width, done.stored.height) == (1060, 1060)


def test_warming_for_a_model_that_is_not_there_is_said() -> None:
    with pytest.raises(ModelNotFound):
        Upscaler().warm(UpscaleOptions(4, "no-such-model"))
