"""Transparency: no fringe of what was hidden, and nothing left where nothing was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from fdiwn.api.resources import resource
from fdiwn.api.tiles import Box
from fdiwn.backends.contract import Backend
from fdiwn.backends.torch_backend import TorchBackend
from fdiwn.enlarge.tile_loop import Manner, enlarged
from fdiwn.lab.training.initial import start_from_bicubic
from fdiwn.models.weights import load_network
from fdiwn.network.folding import fold
from fdiwn.network.network import FDIWN
from fdiwn.pixels import alpha as alpha_module
from fdiwn.pixels.alpha import bled, keep_extremes
from fdiwn.pixels.picture import Metadata, Picture, Pixels
from fdiwn.pixels.planes import ALL_EIGHT
from fdiwn.service.server.display import write_bicubic, write_display, write_thumbnail
from tests.engine.conftest import smallest

SIDE = 96
COLOUR = np.array((200, 60, 30), np.float32)
HIDDEN = np.array((0, 255, 0), np.float32)
BACKGROUNDS = {"black": (0, 0, 0), "white": (255, 255, 255), "magenta": (255, 0, 255)}

Float = NDArray[np.float32]


def bundled(scale: int) -> Backend:
    network = load_network(resource(f"weights/fdiwn-x{scale}.safetensors"))
    return TorchBackend(fold(network), torch.device("cpu"), "float32")


def shapes(side: int) -> Float:
    """The true alpha, 0..1: a disc, lines of several widths and hairs, drawn four times finer."""
    fine = 4 * side
    unit = fine / SIDE
    picture = Image.new("L", (fine, fine))
    draw = ImageDraw.Draw(picture)
    draw.circle((32.3 * unit, 40.7 * unit), 20 * unit, 1)
    for x0, y0, x1, y1, width in (
        (60, 5, 92, 30, 1.0),
        (60, 12, 90, 44, 0.6),
        (58, 50, 94, 52, 1.5),
        (70, 60, 75, 93, 0.35),
        (80, 60, 84, 93, 0.8),
    ):
        ends = [(int(x * unit), int(y * unit)) for x, y in ((x0, y0), (x1, y1))]
        draw.line(ends, 1, max(1, int(width * unit)))
    t = np.linspace(0, 1, 60)
    for n in range(8):
        hair = np.stack([8 + 48 * t, 70 + 2.7 * n + 6 * np.sin(3 * t + n)], -1) * unit
        draw.line([(int(x), int(y)) for x, y in hair], 1, max(1, int(0.3 * unit)))
    return means(np.asarray(picture, np.float32), 4)


def means(plane: Float, n: int) -> Float:
    """Of each n x n."""
    height, width = plane.shape
    return np.asarray(plane.reshape(height // n, n, width // n, n).mean((1, 3)), np.float32)


def neighbours(plane: Pixels) -> Pixels:
    """The 3 x 3 around each pixel, (9, H, W); the edges repeated."""
    padded = np.pad(plane, 1, mode="edge")
    height, width = plane.shape
    return np.stack([padded[y : y + height, x : x + width] for y in range(3) for x in range(3)])


def enlarged_mask(mask: NDArray[np.bool], scale: int) -> NDArray[np.bool]:
    return mask.repeat(scale, 0).repeat(scale, 1)


def fixture(scale: int, premultiplied: bool = False) -> tuple[Pixels, Float]:
    """A cut-out of one colour, another hidden under alpha 0; and its true alpha, enlarged.

    premultiplied: as programs write it that kept the colour so in 8 bits.
    """
    truth = shapes(SIDE * scale)
    coverage = means(truth, scale)
    levels = np.rint(coverage * 255)[..., None]
    colour: NDArray[Any] = np.broadcast_to(COLOUR, (SIDE, SIDE, 3))
    if premultiplied:
        colour = np.rint(colour * levels / 255) * 255 / np.maximum(levels, 1)
    colour = np.where(levels == 0, HIDDEN, np.clip(np.rint(colour), 0, 255))
    return np.concatenate([colour, levels], 2).astype(np.uint8), truth


def on(background: tuple[int, int, int], colour: NDArray[Any], alpha: NDArray[Any]) -> Float:
    return np.asarray(colour * alpha + np.array(background) * (1 - alpha), np.float32)


def halo(result: Pixels) -> float:
    """The largest difference, on any background, from the true colour with the same alpha."""
    colour, alpha = result[..., :3].astype(np.float32), result[..., 3:].astype(np.float32) / 255
    true = np.broadcast_to(COLOUR, colour.shape)
    return max(
        float(np.abs(on(b, colour, alpha) - on(b, true, alpha)).max()) for b in BACKGROUNDS.values()
    )


@pytest.mark.parametrize("scale", [2, 4])
def test_no_halo_on_black_white_and_magenta(scale: int) -> None:
    pixels, truth = fixture(scale)
    result = enlarged(bundled(scale), pixels)
    assert halo(result) <= 2
    error = np.abs(result[..., 3] / 255 - truth).mean()
    alpha = Image.fromarray(pixels[..., 3])
    bicubic = np.asarray(alpha.resize(truth.shape, Image.Resampling.BICUBIC)) / 255
    assert error < np.abs(bicubic - truth).mean()
    # one pixel of the source away from every edge there is nothing, or all
    empty = enlarged_mask((neighbours(pixels[..., 3]) == 0).all(0), scale)
    full = enlarged_mask((neighbours(pixels[..., 3]) == 255).all(0), scale)
    assert empty.mean() > 0.2
    assert full.mean() > 0.1
    assert (result[empty, 3] == 0).all()
    assert (result[full, 3] == 255).all()


def test_colours_that_were_kept_premultiplied_leave_hardly_a_halo() -> None:
    """At an alpha of a few levels such files are far off; that must not spread."""
    pixels = fixture(2, premultiplied=True)[0][16:64]
    faint = (pixels[..., 3] > 0) & (pixels[..., 3] < 16)
    assert np.abs(pixels[faint][:, :3] - COLOUR).max() > 20
    assert halo(enlarged(bundled(2), pixels)) <= 4


@pytest.fixture(scope="module")
def small_backend() -> Backend:
    torch.manual_seed(7)
    network = FDIWN(smallest(2))
    start_from_bicubic(network)
    with torch.no_grad():  # the trunk speaks, so that statistics matter
        network.conv1.weight.add_(0.01 * torch.randn_like(network.conv1.weight))
        network.up1.weight.add_(0.01 * torch.randn_like(network.up1.weight))
    return TorchBackend(fold(network), torch.device("cpu"), "float32")


def cut_out(height: int, width: int, bands: int = 4, dtype: type = np.uint8) -> Pixels:
    """Coloured noise with a soft round hole and a transparent frame, noise hidden below."""
    pixels = np.random.default_rng(5).integers(0, 256, (height, width, bands))
    y, x = np.mgrid[:height, :width] / (min(height, width) / 2) - 1
    soft = np.clip(200 + 400 * np.sin(3 * np.hypot(x, y)), 0, 255)
    pixels[..., -1] = np.rint(soft)
    result: Pixels = (pixels * (1 if dtype == np.uint8 else 257)).astype(dtype)
    return result


def same_hidden_otherwise(pixels: Pixels) -> Pixels:
    """The same picture to an eye, with white under alpha 0."""
    other = pixels.copy()
    other[pixels[..., -1] == 0, :-1] = np.iinfo(pixels.dtype).max
    assert not np.array_equal(other, pixels)
    return other


@pytest.mark.parametrize(
    "manner",
    [Manner(), Manner(32), Manner(orientations=ALL_EIGHT[:1], windows=True)],
    ids=["whole", "tiles", "windows"],
)
def test_what_is_hidden_does_not_matter(small_backend: Backend, manner: Manner) -> None:
    pixels = cut_out(100, 134)
    result = enlarged(small_backend, pixels, manner)
    assert np.array_equal(result, enlarged(small_backend, same_hidden_otherwise(pixels), manner))
    empty = enlarged_mask((neighbours(pixels[..., 3]) == 0).all(0), 2)
    assert empty.any()
    assert (result[empty, 3] == 0).all()


@pytest.mark.parametrize(("bands", "dtype"), [(4, np.uint8), (2, np.uint16)])
def test_tiles_equal_the_whole_picture(small_backend: Backend, bands: int, dtype: type) -> None:
    pixels = cut_out(100, 134, bands, dtype)
    whole, tiled = (enlarged(small_backend, pixels, Manner(tile)) for tile in (None, 40))
    assert np.abs(whole.astype(int) - tiled).max() <= (1 if dtype == np.uint8 else 257)
    assert (whole[..., -1] == 0).any()
    assert (whole[..., -1] == np.iinfo(dtype).max).any()


def test_extremes_are_the_same_by_parts() -> None:
    alpha = cut_out(40, 31)[..., 3]
    whole = np.full((120, 93, 1), 77, np.float32)
    keep_extremes(whole, alpha, Box(0, 0, 93, 120), 3)
    assert set(np.unique(whole)) == {0, 77, 255}
    part = np.full((30, 48, 1), 77, np.float32)
    keep_extremes(part, alpha, Box(21, 60, 69, 90), 3)
    assert np.array_equal(part, whole[60:90, 21:69])


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("bands", [2, 4])
@pytest.mark.parametrize("size", [(300, 211), (1, 50), (129, 2)])
def test_bleed_replaces_only_what_is_hidden(
    size: tuple[int, int], bands: int, dtype: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels = cut_out(300, 211, bands, dtype)[100 : 100 + size[0], : size[1]]
    pixels[0, 0, -1] = 0
    before = pixels.copy()
    result = bled(pixels)
    assert np.array_equal(pixels, before)
    assert result.dtype == dtype
    assert np.array_equal(result[..., -1], pixels[..., -1])
    clear = pixels[..., -1] >= np.iinfo(dtype).max / 8
    assert np.array_equal(result[clear], pixels[clear])
    assert np.array_equal(result[..., :-1], bled(same_hidden_otherwise(pixels))[..., :-1])
    monkeypatch.setattr(alpha_module, "_ROWS", 16)  # the same in other stripes
    assert np.array_equal(bled(pixels), result)


def test_bleed_reaches_every_place_with_the_colour_that_is_near() -> None:
    pixels = np.zeros((700, 900, 4), np.uint8)
    pixels[100:110, 100:110] = (200, 60, 30, 255)
    pixels[600:610, 800:810] = (10, 20, 220, 255)
    result = bled(pixels)[..., :3].astype(int)
    assert np.abs(result[80:130, 80:130] - (200, 60, 30)).max() < 40
    assert np.abs(result[580:630, 780:830] - (10, 20, 220)).max() < 40
    assert (result.max(-1) > 60).all()  # nowhere the black that was hidden


def test_nothing_is_replaced_where_nothing_is_hidden() -> None:
    pixels = cut_out(60, 50)
    opaque, uniform, empty = pixels.copy(), pixels.copy(), pixels.copy()
    opaque[..., 3] |= 128
    uniform[..., 3] = 9
    empty[..., 3] = 0
    for picture in (pixels[..., :3], opaque, uniform, empty):
        assert bled(picture) is picture


def test_the_bicubic_comparison_has_no_fringe(tmp_path: Path) -> None:
    pixels, _ = fixture(3)
    image = write_bicubic(Picture(pixels), (288, 288), tmp_path / "x")
    raw = np.fromfile(image.path, np.uint8)[: 288 * 288 * 4].reshape(288, 288, 4)
    assert halo(raw) <= 2


def test_reductions_for_the_screen_have_no_fringe(tmp_path: Path) -> None:
    pixels, _ = fixture(3)
    pixels = np.tile(pixels, (6, 6, 1))
    thumbnail = write_thumbnail(pixels, Metadata(), tmp_path / "thumbnail")
    raw = np.fromfile(thumbnail.path, np.uint8)
    assert halo(raw.reshape(thumbnail.height, thumbnail.width, 4)) <= 2
    image = write_display(pixels, Metadata(), tmp_path / "levels")
    level = image.levels()[1]
    raw = np.fromfile(image.path, np.uint8)[level.offset :][: 4 * level.width * level.height]
    assert halo(raw.reshape(level.height, level.width, 4)) <= 2
