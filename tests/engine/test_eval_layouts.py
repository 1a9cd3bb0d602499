"""Where benchmarks are found, in which layouts, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fdiwn.api.errors import InputError
from fdiwn.codec import read_picture
from fdiwn.lab.evaluation.datasets import load_pairs
from fdiwn.lab.evaluation.layouts import benchmark, find_dataset

Draw = Callable[..., Path]


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """Writes a picture of random pixels: its name below the folder, width, height, mode."""
    random = np.random.default_rng(0)

    def write(name: str, width: int = 24, height: int = 20, mode: str = "RGB") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shape = (height, width) if mode == "L" else (height, width, len(mode))
        Image.fromarray(random.integers(0, 256, shape, np.uint8), mode).save(path)
        return path

    return write


@pytest.mark.parametrize(
    ("high", "low", "folder", "name"),
    [
        ("Set5/HR/a.png", "Set5/LR_bicubic/X4/ax4.png", "Set5", "Set5"),
        ("Set5/GTmod12/a.png", "Set5/LRbicx4/a.png", "Set5", "Set5"),
        ("Set5/original/a.bmp", "Set5/LRbicx4/a.png", "Set5", "Set5"),
        (
            "B100/image_SRF_4/a_SRF_4_HR.png",
            "B100/image_SRF_4/a_SRF_4_LR.png",
            "B100",
            "B100",
        ),
        (
            "B100/image_SRF_4/a_SRF_4_HR.png",
            "B100/image_SRF_4/a_SRF_4_LR.png",
            "B100/image_SRF_4",
            "B100",
        ),
        ("D/D_valid_HR/a.png", "D/D_valid_LR_bicubic/X4/ax4.png", "D", "D"),
        ("D/D_valid_HR/a.png", "D/D_valid_LR_bicubic/X4/ax4.png", "D/D_valid_HR", "D_valid_HR"),
    ],
)
def test_layouts(tmp_path: Path, draw: Draw, high: str, low: str, folder: str, name: str) -> None:
    hr, lr = draw(high, 27, 20), draw(low, 6, 5)
    found = benchmark(tmp_path / folder, 4)
    assert found.name == name
    assert [(e.name, e.hr, e.lr) for e in found.entries] == [("a", hr, lr)]
    (pair,) = load_pairs(tmp_path / folder, 4)
    assert (pair.hr.shape, pair.lr.shape, pair.made) == ((20, 24, 3), (5, 6, 3), False)
    assert np.array_equal(pair.hr, read_picture(hr).pixels[:20, :24])
    assert np.array_equal(pair.lr, read_picture(lr).pixels)


@pytest.mark.parametrize(
    "high", ["HR/b.png", "b.png", "original/b.png", "GTmod12/b.png", "x_HR/b.png"]
)
def test_low_resolution_of_another_scale_is_not_taken(
    tmp_path: Path, draw: Draw, high: str
) -> None:
    hr = draw(high)
    draw("LR_bicubic/X2/bx2.png", 12, 10)
    (pair,) = load_pairs(tmp_path, 4)
    assert pair.made
    assert pair.lr.shape == (5, 6, 3)
    assert benchmark(tmp_path, 4).entries[0].hr == hr


def test_the_cropped_pictures_go_with_given_low_resolution(tmp_path: Path, draw: Draw) -> None:
    draw("original/a.png", 30, 25)
    draw("GTmod12/a.png", 24, 24)
    draw("LRbicx2/a.png", 12, 12)
    assert load_pairs(tmp_path, 2)[0].hr.shape == (24, 24, 3)
    assert load_pairs(tmp_path, 3)[0].hr.shape == (24, 30, 3)  # nothing given: from the whole


def test_grey_stays_grey_in_both(tmp_path: Path, draw: Draw) -> None:
    draw("HR/a.png", mode="L")
    low = draw("LR_bicubic/X4/ax4.png", 6, 5, "L")
    assert load_pairs(tmp_path, 4)[0].lr.shape == (5, 6, 1)
    Image.fromarray(read_picture(low).pixels.repeat(3, 2)).save(low)
    assert load_pairs(tmp_path, 4)[0].lr.shape == (5, 6, 1)
    draw("LR_bicubic/X4/ax4.png", 6, 5)
    with pytest.raises(InputError, match="is in colour"):
        load_pairs(tmp_path, 4)
    draw("HR/a.png")
    Image.fromarray(read_picture(low).pixels[..., 0]).save(low)
    pair = load_pairs(tmp_path, 4)[0]
    assert pair.lr.shape == (5, 6, 3)


def test_names_are_sorted_and_told_apart(tmp_path: Path, draw: Draw) -> None:
    for name in ("b.png", "a.png", "a.bmp", ".hidden.png", "note\n.png"):
        draw(name)
    (tmp_path / "readme.txt").write_text("no picture")
    (tmp_path / "folder.png").mkdir()
    names = [entry.name for entry in benchmark(tmp_path, 2).entries]
    assert names == ["a.bmp", "a.png", "b", "note\\n"]


def test_what_does_not_go_together_is_refused(tmp_path: Path, draw: Draw) -> None:
    draw("HR/a.png")
    draw("HR/b.png")
    draw("LR_bicubic/X4/ax4.png", 6, 5)
    with pytest.raises(InputError, match=r"b\.png has no low resolution"):
        benchmark(tmp_path, 4)
    draw("LR_bicubic/X4/bx4.png", 12, 10)
    with pytest.raises(InputError, match="12x10 times 4 is not 24x20"):
        benchmark(tmp_path, 4)
    draw("LR_bicubic/X4/bx4.png", 5, 4)
    with pytest.raises(InputError, match="5x4 times 4 is not 24x20"):
        benchmark(tmp_path, 4)


def test_folders_without_a_benchmark(tmp_path: Path, draw: Draw) -> None:
    with pytest.raises(InputError, match="no layout is known"):
        benchmark(tmp_path, 4)
    draw("one_HR/a.png")
    draw("two_HR/a.png")
    with pytest.raises(InputError, match="several benchmarks"):
        benchmark(tmp_path, 4)
    draw("image_SRF_4/a_SRF_4_HR.png")
    with pytest.raises(InputError, match="no low resolution"):
        benchmark(tmp_path, 4)


def test_pictures_that_cannot_be_scored(tmp_path: Path, draw: Draw) -> None:
    file = draw("a.png", mode="RGBA")
    with pytest.raises(InputError, match="transparent"):
        load_pairs(tmp_path, 4)
    opaque = read_picture(file).pixels.copy()
    opaque[..., 3] = 255
    Image.fromarray(opaque).save(file)
    assert np.array_equal(load_pairs(tmp_path, 4)[0].hr, opaque[..., :3])
    Image.fromarray(np.full((20, 20), 40_000, np.uint16)).save(file)
    with pytest.raises(InputError, match="8 bits"):
        load_pairs(tmp_path, 4)
    file.write_bytes(b"\x89PNG\r\n\x1a\nnot really")
    with pytest.raises(InputError, match="cannot be read"):
        load_pairs(tmp_path, 4)
    draw("a.png", 3, 9)
    with pytest.raises(InputError, match="too small"):
        load_pairs(tmp_path, 4)


def test_where_a_name_is_looked_for(
    tmp_path: Path, draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw("stated/Set5/a.png")
    draw("given/set14/a.png")
    stated, given = tmp_path / "stated", tmp_path / "given"
    with pytest.raises(InputError, match="FDIWN_DATASETS_DIR"):
        find_dataset("Set5")
    monkeypatch.setenv("FDIWN_DATASETS_DIR", str(stated))
    assert find_dataset("set5") == stated / "Set5"
    assert find_dataset("SET14", given) == given / "set14"
    assert find_dataset(str(given / "set14")) == given / "set14"
    with pytest.raises(InputError, match="holds set14"):
        find_dataset("Set5", given)
    with pytest.raises(InputError, match="cannot be read"):
        find_dataset("Set5", tmp_path / "nowhere")
