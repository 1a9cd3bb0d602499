"""How a picture lies: one source of truth in every container, turned once, then all say 1."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from fdiwn.codec import read_picture
from fdiwn.codec.target import upright_size
from tests.engine.files import exif, xmp
from tests.engine.stored import EXIFTOOL, tags, written

_OTHER_TAG = 280
LABELS = np.array([[0, 1], [2, 3]], np.uint8)
COLOURS = np.array([(200, 30, 30), (30, 200, 30), (30, 30, 200), (220, 220, 220)], np.uint8)
TURNED = {  # what stands upright where an orientation says how the four corners lie
    1: [[0, 1], [2, 3]],
    2: [[1, 0], [3, 2]],
    3: [[3, 2], [1, 0]],
    4: [[2, 3], [0, 1]],
    5: [[0, 2], [1, 3]],
    6: [[2, 0], [3, 1]],
    7: [[3, 1], [2, 0]],
    8: [[1, 3], [0, 2]],
}


def lying() -> Any:
    """80 x 48: red, green, blue and white in the corners."""
    return np.kron(COLOURS[LABELS], np.ones((24, 40, 1), np.uint8))


def corners(pixels: Any) -> list[list[int]]:
    height, width = pixels.shape[:2]
    places = [
        [(y, x) for x in (width // 4, 3 * width // 4)] for y in (height // 4, 3 * height // 4)
    ]
    return [
        [int(np.abs(COLOURS.astype(int) - pixels[place][:3]).sum(1).argmin()) for place in row]
        for row in places
    ]


def saved(path: Path, orientation: int | None, packet: int | None) -> Path:
    """With the orientation in EXIF, and in XMP; without turning a pixel."""
    options: dict[str, Any] = {"quality": 95} if path.suffix in (".jpg", ".webp") else {}
    if orientation is not None:
        options["exif"] = exif(orientation)[6 if path.suffix == ".png" else 0 :]
    if packet is not None:
        options["xmp"] = xmp(packet)
    if path.suffix != ".png" or packet is None:
        Image.fromarray(lying()).save(path, **options)
        return path
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", options.pop("xmp").decode())
    Image.fromarray(lying()).save(path, pnginfo=info, **options)
    return path


def is_turned(path: Path, orientation: int) -> None:
    picture = read_picture(path)
    assert corners(picture.pixels) == TURNED[orientation]
    lies = orientation >= 5
    assert (picture.width, picture.height) == ((48, 80) if lies else (80, 48))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_heic_is_turned_once_as_telephones_write_it(tmp_path: Path, orientation: int) -> None:
    heif = pytest.importorskip("pillow_heif")
    # the writer turns EXIF's orientation into the container's and keeps EXIF as it is
    heif.from_pillow(Image.fromarray(lying())).save(
        tmp_path / "a.heic", quality=95, exif=exif(orientation)
    )
    assert b"irot" in (tmp_path / "a.heic").read_bytes() or orientation in (1, 2, 4)
    is_turned(tmp_path / "a.heic", orientation)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_avif_is_turned_once(tmp_path: Path, orientation: int) -> None:
    Image.fromarray(lying()).save(tmp_path / "a.avif", quality=95, exif=exif(orientation))
    is_turned(tmp_path / "a.avif", orientation)
    size = (48, 80) if orientation >= 5 else (80, 48)
    assert upright_size(tmp_path / "a.avif") == size


@pytest.mark.parametrize("name", ["a.avif", "a.heic"])
def test_without_a_turn_of_the_container_exif_has_the_say(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    hidden = exif(1).replace(struct.pack("<H", 274), struct.pack("<H", _OTHER_TAG))
    if path.suffix == ".avif":
        Image.fromarray(lying()).save(path, quality=95, exif=hidden)
    else:
        heif = pytest.importorskip("pillow_heif")
        heif.from_pillow(Image.fromarray(lying())).save(path, quality=95, exif=hidden)
    content = path.read_bytes()
    assert b"irot" not in content
    other, six = (struct.pack("<HHIH", tag, 3, 1, n) for tag, n in ((_OTHER_TAG, 1), (274, 6)))
    assert other in content
    path.write_bytes(content.replace(other, six))
    is_turned(path, 6)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
@pytest.mark.parametrize(
    ("in_exif", "in_xmp", "right"), [(6, 1, 6), (None, 6, 6), (1, 6, 1), (9, 8, 8), (None, None, 1)]
)
def test_exif_comes_before_xmp(
    tmp_path: Path, suffix: str, in_exif: int | None, in_xmp: int | None, right: int
) -> None:
    path = saved(tmp_path / f"a{suffix}", in_exif, in_xmp)
    is_turned(path, right)
    assert upright_size(path) == ((48, 80) if right >= 5 else (80, 48))


@pytest.mark.parametrize(("tag", "in_xmp", "right"), [(6, 1, 6), (1, 6, 1), (None, 6, 6)])
def test_tiffs_own_tag_comes_before_xmp(
    tmp_path: Path, tag: int | None, in_xmp: int, right: int
) -> None:
    extra = [] if tag is None else [(274, 3, 1, tag, True)]
    packet = xmp(in_xmp)
    extra.append((700, 1, len(packet), packet, True))  # type: ignore[arg-type]  # of mixed kinds
    tifffile.imwrite(tmp_path / "a.tif", lying(), photometric="rgb", extratags=extra)
    is_turned(tmp_path / "a.tif", right)


@pytest.mark.parametrize("orientation", [1, 3, 6])
def test_tiff_that_pillow_reads_is_turned_once(tmp_path: Path, orientation: int) -> None:
    """8-bit Lab: the corners differ in lightness only."""
    light = np.array([40, 120, 180, 250], np.uint8)[LABELS]
    lab = np.zeros((48, 80, 3), np.uint8)
    lab[..., 0] = np.kron(light, np.ones((24, 40), np.uint8))
    tifffile.imwrite(
        tmp_path / "a.tif", lab, photometric="cielab", extratags=[(274, 3, 1, orientation, True)]
    )
    pixels = read_picture(tmp_path / "a.tif").pixels
    height, width = pixels.shape[:2]
    got = pixels[[height // 4, 3 * height // 4]][:, [width // 4, 3 * width // 4], 1]
    order = got.ravel().argsort().argsort().reshape(2, 2)
    assert order.tolist() == TURNED[orientation]


@pytest.mark.skipif(EXIFTOOL is None, reason="exiftool is not installed")
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".avif"])
def test_all_that_say_how_a_result_lies_say_1(tmp_path: Path, suffix: str) -> None:
    picture = read_picture(saved(tmp_path / "a.jpg", 6, 8))
    path, _ = written(tmp_path, picture, suffix)
    said = {name: value for name, value in tags(path).items() if name.endswith(":Orientation")}
    assert said
    assert set(said.values()) == {1}
    assert not {"Meta:Rotation", "QuickTime:Rotation"} & {
        name for name, value in tags(path).items() if value
    }
    assert corners(read_picture(path).pixels) == TURNED[6]
    with Image.open(io.BytesIO(path.read_bytes())) as image:
        assert image.size == (48, 80)
