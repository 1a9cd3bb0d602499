"""What is lost of a file is said: refused, or read as far as it goes where somebody insists.

A reason is the true one: damaged and where, or sound but of a kind that is not supported.
"""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image
from typer.testing import CliRunner

from fdiwn.api.errors import DamagedInput, InputError
from fdiwn.api.options import Limits
from fdiwn.cli.main import app
from fdiwn.codec import read_picture
from tests.engine.batch_child import use_fast_network

imagecodecs: Any = pytest.importorskip("imagecodecs")

INSIST = Limits(damaged=True)
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "a.jpg": ("JPEG", {"quality": 95}),
    "progressive.jpg": ("JPEG", {"quality": 95, "progressive": True}),
    "optimized.jpg": ("JPEG", {"quality": 95, "optimize": True}),
    "a.png": ("PNG", {}),
    "plain.tif": ("TIFF", {}),
    "lzw.tif": ("TIFF", {"compression": "tiff_lzw"}),
    "a.webp": ("WEBP", {"quality": 95}),
    "lossless.webp": ("WEBP", {"lossless": True}),
    "a.gif": ("GIF", {}),
    "a.avif": ("AVIF", {}),
    "a.bmp": ("BMP", {}),
    "a.ppm": ("PPM", {}),
    "a.jp2": ("JPEG2000", {}),
    "a.tga": ("TGA", {}),
}
"""By name: format of Pillow, and its options."""
CAN_TELL_ZEROS = [
    name for name in KINDS if not name.endswith(("plain.tif", ".bmp", ".ppm", ".tga", ".jp2"))
]
"""The others are plain pixels or stop where the data do; black is as good as anything there."""
GO_ON = ("a.jpg", "progressive.jpg", "optimized.jpg", "a.png", "a.gif", "a.bmp", "a.ppm", "a.tga")
"""Of these what is left is read."""


def scene(height: int = 120, width: int = 160) -> Any:
    y, x = np.mgrid[:height, :width]
    planes = [127 + 80 * np.sin(x / 7 + k) * np.cos(y / 9 + k) for k in range(3)]
    checks = 30 * ((x // 10 + y // 10) % 2)
    return np.rint(np.clip(np.dstack(planes) + checks[..., None], 0, 255)).astype(np.uint8)


def encoded(name: str) -> bytes:
    kind, options = KINDS[name]
    buffer = io.BytesIO()
    Image.fromarray(scene()).save(buffer, kind, **options)
    return buffer.getvalue()


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def zero_filled(content: bytes, part: float = 0.6) -> bytes:
    kept = int(part * len(content))
    return content[:kept] + bytes(len(content) - kept)


def directory_first(pixels: Any, **options: Any) -> bytes:
    """A TIFF of several strips whose directory is at its beginning, as most programs write it."""
    buffer = io.BytesIO()
    tifffile.imwrite(buffer, pixels, photometric="rgb", rowsperstrip=8, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("name", KINDS)
def test_a_sound_file_has_nothing_said_about_it(tmp_path: Path, name: str) -> None:
    assert read_picture(written(tmp_path / name, encoded(name))).metadata.notes == ()


@pytest.mark.parametrize("name", KINDS)
def test_what_ends_in_the_middle_is_damaged(tmp_path: Path, name: str) -> None:
    content = encoded(name)
    with pytest.raises(DamagedInput, match=r"damaged|incomplete"):
        read_picture(written(tmp_path / name, content[: int(0.6 * len(content))]))


@pytest.mark.parametrize("name", CAN_TELL_ZEROS)
def test_what_is_filled_up_with_zeros_is_damaged(tmp_path: Path, name: str) -> None:
    with pytest.raises(DamagedInput):
        read_picture(written(tmp_path / name, zero_filled(encoded(name))))


@pytest.mark.parametrize("compression", [None, "lzw"])
def test_strips_that_are_missing_are_said_with_their_place(
    tmp_path: Path, compression: str | None
) -> None:
    content = directory_first(scene(), compression=compression)
    path = written(tmp_path / "a.tif", content[: int(0.7 * len(content))])
    with pytest.raises(DamagedInput, match=r"from about row \d+ of 120 on"):
        read_picture(path)
    picture = read_picture(path, INSIST)
    assert (picture.pixels[:60] == scene()[:60]).all()
    assert "Read as far as it can be" in picture.metadata.notes[0]


@pytest.mark.parametrize("name", GO_ON)
def test_what_is_left_is_read_if_the_user_insists(tmp_path: Path, name: str) -> None:
    content = encoded(name)
    path = written(tmp_path / name, content[: int(0.6 * len(content))])
    picture = read_picture(path, INSIST)
    assert picture.pixels.shape[:2] == (120, 160)  # what a GIF lacks is transparent
    sound = read_picture(written(tmp_path / f"sound{path.suffix}", content)).pixels
    differ = (picture.pixels[..., :3] != sound).any((1, 2))
    assert differ.any()
    assert not differ.all() or name == "progressive.jpg"
    (note,) = [note for note in picture.metadata.notes if "as far as it can be" in note]
    assert "damaged" in note


def deep_pgm() -> bytes:
    return b"P5 160 120 65535\n" + bytes(scene()[..., 0].astype(">u2") * 257)


def deep_pgm_in_words() -> bytes:
    return b"P2 160 120 1000\n" + " ".join(map(str, scene()[..., 0].ravel())).encode()


def plain_psd() -> bytes:
    head = struct.pack(">4sH6xHIIHH", b"8BPS", 1, 3, 120, 160, 8, 3) + bytes(12)
    return head + b"\0\0" + bytes(scene().transpose(2, 0, 1))


def packed_psd() -> bytes:
    head = struct.pack(">4sH6xHIIHH", b"8BPS", 1, 3, 120, 160, 8, 3) + bytes(12)
    rows = [imagecodecs.packbits_encode(row.tobytes()) for row in np.vstack(np.dsplit(scene(), 3))]
    return head + b"\0\1" + b"".join(struct.pack(">H", len(r)) for r in rows) + b"".join(rows)


@pytest.mark.parametrize("made", [deep_pgm, deep_pgm_in_words, plain_psd, packed_psd])
def test_what_our_own_readers_find_cut_off_is_damaged(
    tmp_path: Path, made: Callable[[], bytes]
) -> None:
    content, name = made(), "a.psd" if "psd" in made.__name__ else "a.pgm"
    sound = read_picture(written(tmp_path / name, content)).pixels
    path = written(tmp_path / name, content[: int(0.6 * len(content))])
    with pytest.raises(DamagedInput, match=r"damaged|incomplete"):
        read_picture(path)
    picture = read_picture(path, INSIST)
    same = picture.pixels[..., 0] == sound[..., 0]
    assert same[:60].all()
    assert not (picture.pixels == sound).all()
    assert "Read as far as it can be" in picture.metadata.notes[-1]


def test_to_insist_changes_nothing_for_a_sound_file(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jpg", encoded("a.jpg"))
    assert read_picture(path, INSIST).metadata.notes == ()


@pytest.mark.parametrize(
    ("name", "mark"), [("a.jpg", 2), ("progressive.jpg", 2), ("a.png", 12), ("a.gif", 1)]
)
def test_an_end_mark_that_is_missing_alone_is_noted(tmp_path: Path, name: str, mark: int) -> None:
    content = encoded(name)
    sound = read_picture(written(tmp_path / name, content)).pixels
    for ending in (b"", bytes(500)):
        picture = read_picture(written(tmp_path / name, content[:-mark] + ending))
        assert (picture.pixels == sound).all()
        assert "The end mark of the file is missing" in picture.metadata.notes[0]


def test_what_follows_the_end_of_a_jpeg_is_no_damage(tmp_path: Path) -> None:
    """Telephones put films there, cameras larger previews."""
    content = encoded("a.jpg")
    for more in (bytes(100), content, b"\xff\xd8\xff" + bytes(50)):
        assert read_picture(written(tmp_path / "a.jpg", content + more)).metadata.notes == ()


def test_a_thumbnails_end_mark_is_not_the_pictures(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x9286] = b"\xff\xd8thumbnail\xff\xd9"
    buffer = io.BytesIO()
    Image.fromarray(scene()).save(buffer, "JPEG", quality=95, exif=exif)
    with pytest.raises(DamagedInput):
        read_picture(written(tmp_path / "a.jpg", zero_filled(buffer.getvalue(), 0.7)))


def test_a_checksum_that_is_wrong_is_damage(tmp_path: Path) -> None:
    content = bytearray(encoded("a.png"))
    start = content.index(b"IDAT")
    content[start + 4 + int.from_bytes(content[start - 4 : start], "big")] ^= 1
    path = written(tmp_path / "a.png", bytes(content))
    with pytest.raises(DamagedInput):
        read_picture(path)
    assert (read_picture(path, INSIST).pixels == scene()).all()


@pytest.mark.parametrize(
    ("compression", "feature"),
    [
        ("zstd", "Zstandard"),
        ("lzma", "LZMA"),
        ("jpegxl", "JPEG XL"),
        ("jpeg2000", "JPEG 2000"),
    ],
)
def test_a_compression_that_is_not_supported_is_named(
    tmp_path: Path, compression: str, feature: str
) -> None:
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, scene(), photometric="rgb", compression=compression)
    error = refusal(path)
    assert f"not supported (TIFF with {feature}" in error.why
    assert "Copy it again" not in error.todo


@pytest.mark.parametrize(
    ("dtype", "words"),
    [("f8", "64-bit floating-point"), ("f2", "floating-point"), ("i4", "int"), ("c8", "complex")],
)
def test_pixels_that_are_not_supported_are_named(tmp_path: Path, dtype: str, words: str) -> None:
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, (scene()[..., 0] / 255).astype(dtype))
    error = refusal(path)
    assert words in error.why
    assert "only 8 and 16 bits are supported" in error.why


def test_a_jpeg_of_12_bits_is_not_supported(tmp_path: Path) -> None:
    deep = scene().astype("u2") << 4
    content = bytes(imagecodecs.jpeg_encode(deep, level=95, bitspersample=12))
    error = refusal(written(tmp_path / "a.jpg", content))
    assert "12 bits a sample, and only 8 are supported" in error.why


def test_a_tiff_without_its_directory_is_damaged(tmp_path: Path) -> None:
    content = encoded("lzw.tif")
    path = written(tmp_path / "a.tif", content[:-400])
    with pytest.raises(DamagedInput, match="its directory should be at byte"):
        read_picture(path)
    with pytest.raises(DamagedInput, match="its directory"):
        read_picture(path, INSIST)


def refusal(path: Path) -> InputError:
    """Not one for damage."""
    with pytest.raises(InputError) as caught:
        read_picture(path)
    assert not isinstance(caught.value, DamagedInput)
    return caught.value


def command(*arguments: str | Path) -> dict[str, Any]:
    words = [*map(str, arguments), "--scale", "2", "--json", "--device", "cpu"]
    done = CliRunner().invoke(app, words)
    record: dict[str, Any] = json.loads(done.stdout.splitlines()[0])
    return record


def test_the_command_refuses_or_says_what_was_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_fast_network(monkeypatch)
    buffer = io.BytesIO()
    Image.fromarray(scene(24, 32)).save(buffer, "JPEG", quality=95)
    (tmp_path / "in").mkdir()
    path = written(tmp_path / "in" / "a.jpg", zero_filled(buffer.getvalue(), 0.75))
    alone = ("upscale", path, "-o", tmp_path / "alone.png")
    assert command(*alone)["kind"] == "DamagedInput"
    assert "as far as it can be" in command(*alone, "--damaged")["notes"][0]
    folders = (tmp_path / "in", tmp_path / "out")
    assert "--damaged" in json.dumps(command("batch", *folders))
    record = command("batch", *folders, "--damaged")
    assert "as far as it can be" in json.dumps(record)
