"""What the samples of a file mean: their depth, their kind, and which picture is the main one."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
import tifffile
from PIL import Image

from fdiwn.api.errors import InputError
from fdiwn.api.options import SaveOptions
from fdiwn.codec import read_picture
from fdiwn.pixels.picture import Picture
from tests.engine.files import packed, png, tiff
from tests.engine.stored import colours, written

AVIFENC = shutil.which("avifenc")
RAMP = np.linspace(0, 1, 64 * 64).reshape(64, 64)


def levels(bits: int, bands: int = 1) -> Any:
    """A ramp from black to white in so many bits, (64, 64) or (64, 64, bands)."""
    ramp = np.rint(RAMP * ((1 << bits) - 1)).astype(np.uint8 if bits <= 8 else np.uint16)
    return ramp if bands == 1 else np.repeat(ramp[..., None], bands, 2)


def is_full_range(path: Path, bits: int, bands: int = 1, tolerance: float = 0) -> None:
    """Black is 0, white is all, and every level between is where it belongs."""
    pixels = read_picture(path).pixels
    assert pixels.shape == (64, 64, bands)
    assert pixels.dtype == (np.uint8 if bits <= 8 else np.uint16)
    top = np.iinfo(pixels.dtype).max
    right = levels(bits) / ((1 << bits) - 1) * top
    assert np.abs(pixels[..., 0] - right).max() <= max(0.6, tolerance * top)
    if not tolerance:
        assert (pixels.min(), pixels.max()) == (0, top)


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_picture(path)
    assert caught.value.todo
    return caught.value.why


@pytest.mark.parametrize(
    ("bits", "white"),
    [(12, True), *((bits, white) for bits in (1, 2, 4, 8, 16) for white in (True, False))],
)
def test_grey_tiff_of_every_depth(tmp_path: Path, bits: int, white: bool) -> None:
    """white: black is written as 0; or white is."""
    values = levels(bits) if white else (1 << bits) - 1 - levels(bits)
    data = values.astype("<u2").tobytes() if bits == 16 else packed(values, bits)
    sort = {258: [bits], 262: [int(white)], 277: [1]}
    is_full_range(tiff(tmp_path / "a.tif", data, (64, 64), sort), bits)


def test_packed_grey_of_12_bits_with_compression(tmp_path: Path) -> None:
    import zlib

    data = zlib.compress(packed(levels(12), 12))
    sort = {258: [12], 259: [8], 262: [1], 277: [1]}
    is_full_range(tiff(tmp_path / "a.tif", data, (64, 64), sort), 12)


@pytest.mark.parametrize(
    ("bits", "bands"), [(10, 1), (14, 1), (3, 1), (24, 1), *((b, 3) for b in (2, 4, 10, 12, 14))]
)
def test_other_depths_of_tiff_are_refused_by_name(tmp_path: Path, bits: int, bands: int) -> None:
    data = packed(np.zeros((64, 64 * bands), np.uint32), bits)
    sort = {258: [bits] * bands, 262: [1 if bands == 1 else 2], 277: [bands]}
    why = refusal(tiff(tmp_path / "a.tif", data, (64, 64), sort))
    assert f"{bits} bits" in why


def test_12_bits_with_white_as_0_are_refused_by_name(tmp_path: Path) -> None:
    sort = {258: [12], 262: [0], 277: [1]}
    path = tiff(tmp_path / "a.tif", packed(levels(12), 12), (64, 64), sort)
    assert "12 bits" in refusal(path)


@pytest.mark.parametrize("bands", [1, 3])
@pytest.mark.parametrize("letter", ["", "ascii"])
@pytest.mark.parametrize("white", [1, 15, 100, 255, 256, 1023, 4095, 65535])
def test_pgm_and_ppm_with_any_white(tmp_path: Path, white: int, letter: str, bands: int) -> None:
    values = np.rint(RAMP * white).astype(int)
    every = values if bands == 1 else np.repeat(values[..., None], 3, 2)
    number = {1: 5, 3: 6}[bands] - (3 if letter else 0)
    head = f"P{number}\n# a comment\n64 64\n{white}\n".encode()
    if letter:
        content = " ".join(map(str, every.ravel())).encode()
    else:
        content = every.astype(">u2" if white > 255 else np.uint8).tobytes()
    path = tmp_path / ("a.pgm" if bands == 1 else "a.ppm")
    path.write_bytes(head + content)
    pixels = read_picture(path).pixels
    assert pixels.dtype == (np.uint16 if white > 255 else np.uint8)
    assert pixels.shape == (64, 64, bands)
    assert np.abs(
        pixels / np.iinfo(pixels.dtype).max - every.reshape(64, 64, bands) / white
    ).max() < (0.003 if white <= 255 else 1e-5)


def test_a_deep_ppm_that_ends_early_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ppm").write_bytes(b"P6 64 64 65535\n" + bytes(1000))
    assert "ends too early" in refusal(tmp_path / "a.ppm")


@pytest.mark.parametrize("form", ["jp2", "j2k"])
@pytest.mark.parametrize(("bits", "bands"), [(4, 1), (8, 1), (10, 1), (12, 1), (16, 1), (8, 3)])
def test_jpeg_2000_in_the_full_range(tmp_path: Path, bits: int, bands: int, form: str) -> None:
    path = tmp_path / f"a.{form}"
    path.write_bytes(
        imagecodecs.jpeg2k_encode(
            levels(bits, bands), bitspersample=bits, codecformat=form, level=0, reversible=True
        )
    )
    is_full_range(path, bits, bands)


@pytest.mark.parametrize("form", ["jp2", "j2k"])
@pytest.mark.parametrize("bits", [10, 12, 16])
@pytest.mark.parametrize("bands", [2, 3, 4])
def test_deep_colour_of_jpeg_2000_is_refused_by_name(
    tmp_path: Path, bits: int, bands: int, form: str
) -> None:
    path = tmp_path / f"a.{form}"
    path.write_bytes(
        imagecodecs.jpeg2k_encode(
            levels(bits, bands), bitspersample=bits, codecformat=form, level=0, reversible=True
        )
    )
    assert f"{bits} bits" in refusal(path)


@pytest.mark.parametrize("bits", [12])
def test_a_deep_jpeg_is_refused_by_name(tmp_path: Path, bits: int) -> None:
    encoded = imagecodecs.jpeg8_encode(levels(bits, 3), bitspersample=bits)
    (tmp_path / "a.jpg").write_bytes(encoded)
    assert "12 bits" in refusal(tmp_path / "a.jpg")


@pytest.mark.parametrize("bands", [1, 3])
@pytest.mark.parametrize("bits", [10, 12])
def test_deep_heic_uses_the_whole_range(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bits: int, bands: int
) -> None:
    heif = pytest.importorskip("pillow_heif")
    monkeypatch.setattr(heif.options, "SAVE_HDR_TO_12_BIT", bits == 12)
    mode = "I;16" if bands == 1 else "RGB;16"
    heif.from_bytes(mode, (64, 64), levels(16, bands).tobytes()).save(
        tmp_path / "a.heic", quality=-1
    )
    assert heif.open_heif(tmp_path / "a.heic", convert_hdr_to_8bit=False).info["bit_depth"] == bits
    is_full_range(tmp_path / "a.heic", 16, bands, tolerance=0.01)


@pytest.mark.parametrize("bits", [10, 12])
def test_deep_avif_uses_the_whole_range(tmp_path: Path, bits: int) -> None:
    encoded = imagecodecs.avif_encode(levels(bits, 3), bitspersample=bits, level=100)
    (tmp_path / "a.avif").write_bytes(encoded)
    is_full_range(tmp_path / "a.avif", bits, 3)


def psd(
    path: Path, planes: Any, mode: int, *, packing: int = 0, layers: int = 0, table: bytes = b""
) -> Path:
    """Planes (C, H, W) uint8 or uint16, or (1, H, bytes) of 1 bit. layers: below 0, the plane
    behind those of colour is transparency."""
    bits = 1 if mode == 0 else 8 * planes.dtype.itemsize
    count, height = planes.shape[:2]
    width = planes.shape[2] * (8 if bits == 1 else 1)
    head = struct.pack(">4sH6xHIIHH", b"8BPS", 1, count, height, width, bits, mode)
    section = struct.pack(">Ih2x", 4, layers) if layers else b""
    rows = planes.astype(planes.dtype.newbyteorder(">")).reshape(count * height, -1)
    if packing:
        runs = [imagecodecs.packbits_encode(row.tobytes()) for row in rows]
        content = b"".join(struct.pack(">H", len(run)) for run in runs) + b"".join(runs)
    else:
        content = rows.tobytes()
    path.write_bytes(
        head
        + struct.pack(">I", len(table))
        + table
        + bytes(4)
        + (struct.pack(">I", len(section)) + section)
        + struct.pack(">H", packing)
        + content
    )
    return path


@pytest.mark.parametrize("packing", [0, 1])
@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize(("mode", "bands"), [(1, 1), (3, 3), (8, 1)])
def test_psd_of_8_and_16_bits(
    tmp_path: Path, mode: int, bands: int, dtype: str, packing: int
) -> None:
    pixels = colours(bands, dtype)
    path = psd(tmp_path / "a.psd", pixels.transpose(2, 0, 1), mode, packing=packing)
    np.testing.assert_array_equal(read_picture(path).pixels, pixels)


def test_psd_of_1_bit_and_of_a_palette(tmp_path: Path) -> None:
    bits = np.random.default_rng(3).integers(0, 2, (24, 32)).astype(np.uint8)
    path = psd(tmp_path / "a.psd", np.packbits(bits, axis=1)[None], 0)
    np.testing.assert_array_equal(read_picture(path).pixels[..., 0], 255 * (1 - bits))
    table = np.arange(768).astype(np.uint8)
    index = np.arange(24 * 32, dtype=np.uint8).reshape(1, 24, 32)
    path = psd(tmp_path / "b.psd", index, 2, table=table.tobytes())
    np.testing.assert_array_equal(read_picture(path).pixels, table.reshape(3, 256).T[index[0]])


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_psd_in_cmyk_and_lab(tmp_path: Path, dtype: str) -> None:
    factor = 257 if dtype == "uint16" else 1
    ink = np.full((4, 24, 32), 255 * factor, dtype)
    ink[1:3] = 0  # magenta and yellow: red
    red = read_picture(psd(tmp_path / "a.psd", ink, 4))
    assert red.pixels.dtype == dtype
    assert red.pixels[0, 0, 0] > 200 * factor
    assert red.pixels[0, 0, 1:].max() < 80 * factor
    zero = 32768 if dtype == "uint16" else 128
    lab = np.full((3, 24, 32), zero, dtype)
    lab[0] = 255 * factor // 2
    grey = read_picture(psd(tmp_path / "b.psd", lab, 9)).pixels / factor
    assert np.abs(grey - 119).max() < 2


def test_other_psd_is_refused_by_name(tmp_path: Path) -> None:
    pixels = colours(3).transpose(2, 0, 1)
    assert "multichannel" in refusal(psd(tmp_path / "a.psd", pixels, 7))
    assert "floating-point" in refusal(psd(tmp_path / "a.psd", pixels.astype(np.float32), 3))


COLOUR = np.array((200, 120, 40))


def cut_out(dtype: str = "uint8", premultiplied: bool = False) -> Any:
    """One colour, (64, 64, 4), under an alpha that falls from left to right but is never 0."""
    top = np.iinfo(dtype).max
    alpha = np.repeat(np.linspace(1, 0.25, 64)[None], 64, 0)[..., None]
    colour = np.broadcast_to(COLOUR * (top / 255), (64, 64, 3))
    colour = colour * alpha if premultiplied else colour
    return np.rint(np.concatenate([colour, alpha * top], 2)).astype(dtype)


def shows_the_colour(path: Path, bands: int = 4, tolerance: float = 3) -> None:
    pixels = read_picture(path).pixels
    top = np.iinfo(pixels.dtype).max
    assert pixels.shape == (64, 64, bands)
    assert np.abs(pixels[..., 0] / top * 255 - COLOUR[0]).max() <= tolerance
    alpha = cut_out()[..., 3] / 255
    assert np.abs(pixels[..., -1] / top - alpha).max() < 0.02


@pytest.mark.parametrize("planar", ["contig", "separate"])
@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("kind", ["assocalpha", "unassalpha"])
@pytest.mark.parametrize("photometric", ["rgb", "minisblack"])
def test_alpha_of_tiff_by_its_kind(
    tmp_path: Path, photometric: str, kind: str, dtype: str, planar: str
) -> None:
    pixels = cut_out(dtype, kind == "assocalpha")
    refused = photometric == "minisblack" and planar == "separate"
    if photometric == "minisblack":
        pixels = pixels[..., [0, 3]]
    pixels = pixels.transpose(2, 0, 1) if planar == "separate" else pixels
    tifffile.imwrite(
        tmp_path / "a.tif",
        np.ascontiguousarray(pixels),
        photometric=photometric,
        planarconfig=planar,
        extrasamples=[kind],
    )
    if refused:  # which libvips reads wrong
        assert "separate planes" in refusal(tmp_path / "a.tif")
        return
    shows_the_colour(tmp_path / "a.tif", 4 if photometric == "rgb" else 2)


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize(
    ("photometric", "bands"), [("rgb", 3), ("minisblack", 1), ("separated", 4)]
)
@pytest.mark.parametrize("named", [True, False])
def test_an_unspecified_sample_of_tiff_is_no_alpha(
    tmp_path: Path, photometric: str, bands: int, dtype: str, named: bool
) -> None:
    """named: the kind stands there; or nothing about it does."""
    pixels = colours(bands, dtype) if bands < 4 else np.tile(colours(4, dtype), 1)
    hidden = np.zeros((*pixels.shape[:2], 1), dtype)
    sort: dict[int, list[int]] = {
        258: [8 * pixels.itemsize] * (bands + 1),
        262: [{"rgb": 2, "minisblack": 1, "separated": 5}[photometric]],
        277: [bands + 1],
    }
    if named:
        sort[338] = [0]
    data = np.concatenate([pixels, hidden], 2).tobytes()
    path = tiff(tmp_path / "a.tif", data, (64, 48), sort)
    picture = read_picture(path)
    assert picture.bands == (1 if bands == 1 else 3)
    (kept,) = picture.metadata.channels
    np.testing.assert_array_equal(kept, hidden)
    if bands < 4:
        np.testing.assert_array_equal(picture.pixels, pixels)


@pytest.mark.parametrize("kinds", [("unspecified", "unassalpha"), ("unassalpha", "unspecified")])
def test_transparency_beside_a_mask(tmp_path: Path, kinds: tuple[str, str]) -> None:
    pixels = cut_out()
    mask = np.full((64, 64), 7, np.uint8)
    others = [pixels[..., 3] if kind == "unassalpha" else mask for kind in kinds]
    tifffile.imwrite(
        tmp_path / "a.tif",
        np.dstack([pixels[..., :3], *others]),
        photometric="rgb",
        extrasamples=kinds,
    )
    picture = read_picture(tmp_path / "a.tif")
    np.testing.assert_array_equal(picture.pixels, pixels)
    np.testing.assert_array_equal(picture.metadata.channels[0][..., 0], mask)


def with_mask(folder: Path, dtype: str, kinds: list[int], orientation: int = 1) -> tuple[Path, Any]:
    """A TIFF with a mask, a bright left half, among its extra samples; and that mask."""
    top = int(np.iinfo(dtype).max)
    pixels = colours(3, dtype)
    mask = np.zeros(pixels.shape[:2], dtype)
    mask[:, :32] = top
    others = [mask if kind == 0 else np.full_like(mask, top // 2) for kind in kinds]
    sort = {
        258: [8 * pixels.itemsize] * (3 + len(kinds)),
        262: [2],
        274: [orientation],
        277: [3 + len(kinds)],
        338: kinds,
    }
    data = np.dstack([pixels, *others]).tobytes()
    return tiff(folder / "a.tif", data, (64, 48), sort), mask


def enlarged(source: Path, deep: bool = False) -> Picture:
    """Its pixels twice as large without a network, and its metadata."""
    picture = read_picture(source)
    picture = picture.in_16_bits() if deep else picture
    pixels = picture.pixels.repeat(2, 0).repeat(2, 1)
    return Picture(np.ascontiguousarray(pixels), picture.metadata)


@pytest.mark.parametrize("strip", ["none", "all"])
@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("kinds", [[0], [0, 2], [2, 0], [0, 0]])
def test_a_mask_stays_a_mask_in_tiff(
    tmp_path: Path, kinds: list[int], dtype: str, strip: str
) -> None:
    """Enlarged, behind alpha, and no alpha itself: nothing about the colours changes."""
    source, mask = with_mask(tmp_path, dtype, kinds)
    target, _ = written(tmp_path, enlarged(source), ".tif", SaveOptions(strip=strip))
    with tifffile.TiffFile(target) as file:
        (page,) = file.pages
        said = [int(kind) for kind in page.extrasamples]  # type: ignore[union-attr]
        pixels = page.asarray()
    assert said == sorted(kinds, reverse=True)
    assert pixels.dtype == dtype
    assert pixels.shape == (96, 128, 3 + len(kinds))
    for number in range(kinds.count(0)):
        larger = pixels[..., -1 - number]
        right = np.repeat(np.repeat(mask, 2, 0), 2, 1)
        far = np.abs(np.arange(128) - 63.5) > 4
        np.testing.assert_array_equal(larger[:, far], right[:, far])
    again = read_picture(target)
    assert again.bands == (4 if 2 in kinds else 3)
    assert len(again.metadata.channels) == kinds.count(0)


def test_a_mask_is_turned_with_its_picture(tmp_path: Path) -> None:
    source, mask = with_mask(tmp_path, "uint8", [0], orientation=6)
    (kept,) = read_picture(source).metadata.channels
    np.testing.assert_array_equal(kept[..., 0], np.rot90(mask, -1))


@pytest.mark.parametrize("options", [SaveOptions(depth="16"), SaveOptions(background=(9, 9, 9))])
def test_a_mask_with_other_depth_or_background(tmp_path: Path, options: SaveOptions) -> None:
    source, _ = with_mask(tmp_path, "uint8", [2, 0])
    picture = enlarged(source, deep=options.depth == "16")
    target, _ = written(tmp_path, picture, ".tif", options)
    with tifffile.TiffFile(target) as file:
        (page,) = file.pages
        said = [int(kind) for kind in page.extrasamples]  # type: ignore[union-attr]
        pixels = page.asarray()
    assert said == ([2, 0] if options.background is None else [0])
    top = np.iinfo(pixels.dtype).max
    assert (pixels[48, 10, -1], pixels[48, 120, -1]) == (top, 0)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".avif"])
def test_where_a_mask_has_no_place_a_note_says_so(tmp_path: Path, suffix: str) -> None:
    source, _ = with_mask(tmp_path, "uint8", [0])
    path, notes = written(tmp_path, read_picture(source), suffix)
    assert any("a channel beside colour and transparency" in note for note in notes)
    assert read_picture(path).bands == 3


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".avif"])
def test_a_result_says_what_its_alpha_is(tmp_path: Path, suffix: str) -> None:
    tifffile.imwrite(
        tmp_path / "a.tif",
        cut_out(premultiplied=True),
        photometric="rgb",
        extrasamples=["assocalpha"],
    )
    path, _ = written(tmp_path, read_picture(tmp_path / "a.tif"), suffix)
    if suffix == ".tif":
        with tifffile.TiffFile(path) as file:
            assert [int(kind) for kind in file.pages[0].extrasamples] == [2]  # type: ignore[union-attr]
            pixels = file.asarray()
    else:
        with Image.open(path) as image:
            pixels = np.asarray(image.convert("RGBA"))
    assert np.abs(pixels[..., :3].astype(int) - COLOUR).max() <= (16 if suffix == ".avif" else 4)
    if suffix == ".avif":
        assert b"prem" not in path.read_bytes()[:2000]


@pytest.mark.skipif(AVIFENC is None, reason="avifenc is not installed")
@pytest.mark.parametrize("premultiplied", [True, False])
def test_premultiplied_avif(tmp_path: Path, premultiplied: bool) -> None:
    Image.fromarray(cut_out()).save(tmp_path / "a.png")
    command = [str(AVIFENC), "--min", "0", "--max", "0", "--ignore-icc"]
    command += ["--premultiply"] if premultiplied else []
    subprocess.run(
        [*command, str(tmp_path / "a.png"), str(tmp_path / "a.avif")],
        check=True,
        capture_output=True,
    )
    assert (b"prem" in (tmp_path / "a.avif").read_bytes()) == premultiplied
    shows_the_colour(tmp_path / "a.avif", tolerance=8)


@pytest.mark.parametrize("premultiplied", [True, False])
def test_premultiplied_heic(tmp_path: Path, premultiplied: bool) -> None:
    heif = pytest.importorskip("pillow_heif")
    picture = heif.HeifFile()
    mode = "RGBa" if premultiplied else "RGBA"
    picture.add_frombytes(mode, (64, 64), cut_out(premultiplied=premultiplied).tobytes())
    picture.save(tmp_path / "a.heic", quality=-1, chroma=444)
    assert (b"prem" in (tmp_path / "a.heic").read_bytes()) == premultiplied
    shows_the_colour(tmp_path / "a.heic", tolerance=8)


@pytest.mark.parametrize("kind", [None, 0, 1, 2, 3, 4])
@pytest.mark.parametrize("bits", [0, 8])
def test_alpha_of_tga_by_its_kind(tmp_path: Path, bits: int, kind: int | None) -> None:
    """kind: of the second version; bits: of alpha, as the first version says it."""
    head = struct.pack("<BBBHHBHHHHBB", 0, 0, 2, 0, 0, 0, 0, 0, 64, 64, 32, 0x20 | bits)
    content = head + cut_out(premultiplied=kind == 4)[..., [2, 1, 0, 3]].tobytes()
    if kind is not None:
        area = struct.pack("<H492xB", 495, kind)
        content += area + struct.pack("<II", len(content), 0) + b"TRUEVISION-XFILE.\0"
    (tmp_path / "a.tga").write_bytes(content)
    if kind in (3, 4) or (kind is None and bits):
        shows_the_colour(tmp_path / "a.tga")
    else:
        np.testing.assert_array_equal(read_picture(tmp_path / "a.tga").pixels, cut_out()[..., :3])


@pytest.mark.parametrize("kind", [1, 2, 65535])
def test_alpha_of_jpeg_2000_by_its_kind(tmp_path: Path, kind: int) -> None:
    Image.fromarray(cut_out(premultiplied=kind == 2)).save(tmp_path / "a.jp2", irreversible=False)
    content = (tmp_path / "a.jp2").read_bytes()
    alpha = struct.pack(">HHH", 3, 1, 0)
    assert alpha in content
    content = content.replace(alpha, struct.pack(">HHH", 3, kind, 0))
    (tmp_path / "a.jp2").write_bytes(content)
    if kind == 65535:
        np.testing.assert_array_equal(read_picture(tmp_path / "a.jp2").pixels, cut_out()[..., :3])
    else:
        shows_the_colour(tmp_path / "a.jp2")


@pytest.mark.parametrize("layers", [-1, 0, 1])
def test_a_channel_of_psd_is_alpha_where_the_layers_say_so(tmp_path: Path, layers: int) -> None:
    pixels = cut_out()
    alpha = pixels[..., 3:] / 255
    shown = pixels if layers >= 0 else pixels.copy()
    if layers < 0:  # Photoshop lays white below
        shown[..., :3] = np.rint(pixels[..., :3] * alpha + 255 * (1 - alpha))
    path = psd(tmp_path / "a.psd", shown.transpose(2, 0, 1), 3, layers=layers)
    if layers < 0:
        shows_the_colour(path)
    else:
        picture = read_picture(path)
        np.testing.assert_array_equal(picture.pixels, pixels[..., :3])
        assert any("left out" in note for note in picture.metadata.notes)


def lab_tiff(path: Path, values: Any, photometric: int) -> Path:
    sort = {258: [8 * values.itemsize] * 3, 262: [photometric], 277: [3]}
    return tiff(path, values.tobytes(), (values.shape[1], values.shape[0]), sort)


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("photometric", [8, 9])
def test_lab_of_tiff_in_both_forms(tmp_path: Path, photometric: int, deep: bool) -> None:
    """Against the values of sRGB's own colours in Lab (D50)."""
    lab = np.array([[54.29, 80.80, 69.89], [87.82, -79.27, 80.99], [29.57, 68.29, -112.03]])
    right = 255 * np.eye(3)
    if not deep:
        first, rest = lab[:, :1] * 2.55, np.rint(lab[:, 1:])
        values = np.concatenate([np.rint(first), rest + (128 if photometric == 9 else 0)], 1)
        values = values.astype(int).astype(np.uint8)
    elif photometric == 9:
        values = np.concatenate([lab[:, :1] * 652.80, (lab[:, 1:] + 128) * 256], 1)
        values = np.rint(values).astype("<u2")
    else:
        values = np.concatenate([lab[:, :1] * 655.35, lab[:, 1:] * 256], 1)
        values = np.rint(values).astype(int).astype("<u2")
    path = lab_tiff(tmp_path / "a.tif", np.tile(values[None], (4, 1, 1)), photometric)
    picture = read_picture(path)
    assert "Lab" in picture.metadata.notes[0]
    got = picture.pixels[0] / (257 if deep else 1)
    assert np.abs(got - right).max() < (4 if deep else 14)


@pytest.mark.parametrize(
    ("photometric", "word"),
    [(10, "ITULab"), (4, "mask"), (32803, "sensor"), (34892, "sensor"), (32844, "LogL"),
     (32845, "LogLuv"), (999, "999")],
)  # fmt: skip
def test_other_colours_of_tiff_are_refused_by_name(
    tmp_path: Path, photometric: int, word: str
) -> None:
    path = lab_tiff(tmp_path / "a.tif", colours(3), photometric)
    why = refusal(path)
    assert word in why
    assert "not supported" in why


def test_ycbcr_of_tiff_is_converted_or_refused_by_name(tmp_path: Path) -> None:
    ycc = np.asarray(Image.fromarray(colours()).convert("YCbCr"))
    sort = {258: [8] * 3, 262: [6], 277: [3], 530: [1, 1]}
    path = tiff(tmp_path / "a.tif", ycc.tobytes(), (64, 48), sort)
    assert np.abs(read_picture(path).pixels.astype(int) - colours()).max() <= 3
    path = tiff(tmp_path / "b.tif", ycc.tobytes(), (64, 48), {**sort, 530: [2, 2]})
    assert "YCbCr" in refusal(path)
    path = tiff(tmp_path / "c.tif", ycc.tobytes(), (64, 48), {**sort, 258: [16] * 3})
    assert "16 bits" in refusal(path)


def test_other_inks_than_cmyk_are_refused_by_name(tmp_path: Path) -> None:
    sort = {258: [8] * 4, 262: [5], 277: [4], 332: [2]}
    path = tiff(tmp_path / "a.tif", colours(4).tobytes(), (64, 48), sort)
    assert "inks" in refusal(path)


def pages(path: Path, *parts: tuple[Any, int], sub: int = 0) -> Path:
    """Pictures with their kind. sub: how many of the last stand below the one before them."""
    with tifffile.TiffWriter(path) as file:
        for number, (pixels, kind) in enumerate(parts):
            below = sub if number == len(parts) - 1 - sub else None
            file.write(pixels, photometric="rgb", subfiletype=kind, subifds=below)
    return path


def test_the_main_picture_of_a_tiff(tmp_path: Path) -> None:
    full = colours()
    small = np.ascontiguousarray(full[::4, ::4])
    other = 255 - full
    path = tmp_path / "a.tif"
    cases: tuple[tuple[list[tuple[Any, int]], int, int], ...] = (
        ([(small, 1), (full, 0)], 0, 1),
        ([(full, 0), (small, 1)], 0, 1),
        ([(small, 0), (full, 0)], 0, 1),  # nobody says that it is a thumbnail
        ([(full, 0), (small, 0)], 0, 1),
        ([(small, 1), (full, 0), (other, 0)], 0, 2),
        ([(full, 2), (other, 2)], 0, 2),
        ([(small, 0), (full, 0)], 1, 1),  # below the thumbnail
        ([(small, 1), (full, 0)], 1, 1),
        ([(full, 0), (small, 1)], 1, 1),  # a pyramid
        ([(small, 1), (full, 1)], 0, 1),
    )
    for parts, sub, count in cases:
        picture = read_picture(pages(path, *parts, sub=sub))
        np.testing.assert_array_equal(picture.pixels, full)
        said = [note for note in picture.metadata.notes if "pages" in note]
        assert said == (["The file holds 2 pages; only the first was read"] if count == 2 else [])


def test_directories_that_go_round_end(tmp_path: Path) -> None:
    path = tiff(
        tmp_path / "a.tif", colours().tobytes(), (64, 48), {258: [8] * 3, 262: [2], 277: [3]}
    )
    content = bytearray(path.read_bytes())
    (start,) = struct.unpack_from("<I", content, 4)
    (count,) = struct.unpack_from("<H", content, start)
    struct.pack_into("<I", content, start + 2 + 12 * count, start)
    path.write_bytes(content)
    assert read_picture(path).width == 64


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("kind", [1, 2])
def test_alpha_of_cmyk(tmp_path: Path, kind: int, dtype: str) -> None:
    """Colour that is multiplied by alpha has to come out as without."""
    top = np.iinfo(dtype).max
    ink = np.broadcast_to(np.array([0.0, 0.5, 0.8, 0.1]), (48, 64, 4))
    alpha = np.full((48, 64, 1), 0.5)
    stored = np.concatenate([ink * alpha if kind == 1 else ink, alpha], 2)
    data = np.rint(stored * top).astype(dtype).tobytes()
    sort = {258: [np.dtype(dtype).itemsize * 8] * 5, 262: [5], 277: [5], 338: [kind]}
    path = tiff(tmp_path / "a.tif", data, (64, 48), sort)
    if (kind, dtype) == (1, "uint16"):  # which libvips reads wrong
        assert "CMYK" in refusal(path)
        return
    got = read_picture(path).pixels[0, 0] / top
    plain = {**sort, 258: sort[258][:4], 277: [4]}
    del plain[338]
    opaque = np.rint(ink * top).astype(dtype).tobytes()
    right = read_picture(tiff(tmp_path / "b.tif", opaque, (64, 48), plain)).pixels[0, 0] / top
    assert np.abs(got[:3] - right).max() < 0.02
    assert abs(got[3] - 0.5) < 0.01


def test_tiled_planes_are_refused_by_name(tmp_path: Path) -> None:
    planes = np.ascontiguousarray(colours().transpose(2, 0, 1))
    path = tmp_path / "a.tif"
    tifffile.imwrite(path, planes, photometric="rgb", planarconfig="separate", tile=(16, 16))
    assert "separate planes" in refusal(path)


def test_png_of_16_bits_is_whole(tmp_path: Path) -> None:
    is_full_range(png(tmp_path / "a.png", levels(16)), 16)
