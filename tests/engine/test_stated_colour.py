"""Colour stated in any way is honoured, and stated again in every format."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image, ImageCms

from fdiwn.api.errors import InputError
from fdiwn.api.options import SaveOptions, UpscaleOptions
from fdiwn.codec import colour, read_picture
from fdiwn.codec.cicp import known, profile_for
from fdiwn.codec.metadata.container import Found
from fdiwn.codec.metadata.tiff import add
from fdiwn.enlarge.pipeline import Upscaler
from fdiwn.enlarge.stages import upscale_file
from fdiwn.service.server.display import write_display
from tests.engine.files import Chunk, chunks_of, exif, png, tiff
from tests.engine.stored import EXIFTOOL, tags, written

AVIFENC, AVIFDEC = shutil.which("avifenc"), shutil.which("avifdec")
SUFFIXES = (".png", ".jpg", ".tif", ".webp", ".avif")
D65 = (0.3127, 0.3290)
BT709 = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
P3 = ((0.68, 0.32), (0.265, 0.69), (0.15, 0.06))
BT2020 = ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046))
ADOBE = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
Light = Callable[[Any], Any]


def power(gamma: float) -> Light:
    return lambda value: value**gamma


def srgb(value: Any) -> Any:
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def bt709(value: Any) -> Any:
    return np.where(value < 0.081, value / 4.5, ((value + 0.099) / 1.099) ** (1 / 0.45))


def xyz(primaries: Any, white: tuple[float, float] = D65) -> Any:
    """The matrix from linear colours to XYZ, by the definition of primaries."""
    columns = np.array([(x, y, 1 - x - y) for x, y in primaries]).T
    w = np.array([white[0] / white[1], 1, (1 - white[0] - white[1]) / white[1]])
    return columns * np.linalg.solve(columns, w)


def in_srgb(pixels: Any, primaries: Any, light: Light) -> Any:
    """What 8-bit pixels look like, in sRGB's values 0..255."""
    linear = light(pixels[..., :3] / 255) @ xyz(primaries).T @ np.linalg.inv(xyz(BT709)).T
    linear = np.clip(linear, 0, 1)
    low, high = linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055
    return 255 * np.where(linear <= 0.0031308, low, high)


def gentle() -> Any:
    """Colours near grey, (48, 64, 3), so that all of them are inside sRGB whatever they mean."""
    y, x = np.mgrid[:48, :64]
    grey = 90 + x * 2
    return np.stack([grey + 12 * (y > 24), grey, grey - 10 * (x > 32)], 2).astype(np.uint8)


def shown(path: Path) -> Any:
    """The file's pixels in sRGB through its profile, by Pillow and LittleCMS; sRGB without one."""
    with Image.open(path) as image:
        profile = image.info.get("icc_profile")
        rgb = image.convert("RGB")
    if not profile:
        return np.asarray(rgb).astype(float)
    used = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    target = ImageCms.ImageCmsProfile(io.BytesIO(colour.profile_of("srgb")))
    seen = ImageCms.profileToProfile(rgb, used, target)
    assert seen is not None
    return np.asarray(seen).astype(float)


def gama(value: int) -> Chunk:
    return b"gAMA", struct.pack(">I", value)


def chrm(primaries: Any, white: tuple[float, float] = D65) -> Chunk:
    places = [round(v * 100_000) for place in (white, *primaries) for v in place]
    return b"cHRM", struct.pack(">8I", *places)


def cicp(primaries: int, transfer: int) -> Chunk:
    return b"cICP", bytes((primaries, transfer, 0, 1))


WIDE = (b"iCCP", b"icc\0\0")  # the profile is filled in by `in_png`
SRGB = (b"sRGB", b"\0")
STATED: dict[str, tuple[list[Chunk], Any, Light, set[bytes]]] = {
    "linear gAMA": ([gama(100_000)], BT709, power(1), {b"gAMA"}),
    "cHRM of P3": ([gama(45_455), chrm(P3)], P3, power(2.2), {b"gAMA", b"cHRM"}),
    "cHRM alone": ([chrm(P3)], P3, srgb, {b"cHRM"}),
    "gAMA and cHRM of sRGB": ([gama(45_455), chrm(BT709)], BT709, srgb, {b"gAMA", b"cHRM"}),
    "sRGB": ([SRGB], BT709, srgb, {b"sRGB"}),
    "sRGB before gAMA": ([SRGB, gama(100_000), chrm(P3)], BT709, srgb, {b"sRGB"}),
    "cICP of P3": ([cicp(12, 13)], P3, srgb, {b"cICP"}),
    "cICP of BT.2020": ([cicp(9, 14)], BT2020, bt709, {b"cICP"}),
    "linear cICP": ([cicp(1, 8)], BT709, power(1), {b"cICP"}),
    "cICP of sRGB": ([cicp(1, 13)], BT709, srgb, {b"cICP"}),
    "cICP before sRGB": ([cicp(12, 13), SRGB], P3, srgb, {b"cICP"}),
    "cICP before all": ([cicp(12, 13), WIDE, gama(100_000)], P3, srgb, {b"cICP"}),
    "iCCP before gAMA": ([WIDE, gama(100_000), chrm(P3)], ADOBE, power(563 / 256), {b"iCCP"}),
    "cICP that says nothing": ([cicp(2, 2), gama(100_000)], BT709, power(1), {b"gAMA"}),
    "gAMA that is 0": ([gama(0)], BT709, srgb, set()),
    "cHRM of one point": ([gama(45_455), chrm([D65] * 3)], BT709, srgb, set()),
}


def in_png(path: Path, chunks: list[Chunk], pixels: Any) -> Path:
    import zlib

    packed = zlib.compress(colour.profile_of("adobe"))
    filled = [(name, c + packed if (name, c) == WIDE else c) for name, c in chunks]
    return png(path, pixels, filled)


@pytest.mark.parametrize("way", STATED)
def test_png_is_honoured_and_stated_again_in_every_format(tmp_path: Path, way: str) -> None:
    chunks, primaries, light, carried = STATED[way]
    picture = read_picture(in_png(tmp_path / "a.png", chunks, gentle()))
    np.testing.assert_array_equal(picture.pixels, gentle())
    right = in_srgb(gentle(), primaries, light)
    for suffix in SUFFIXES:
        path, notes = written(tmp_path, picture, suffix)
        assert not notes
        off = np.abs(shown(path) - right)
        assert off.mean() < 1.5, suffix
        assert np.median(off) <= 1, suffix
        if suffix == ".png":
            assert carried <= chunks_of(path).keys()
            given = dict(chunks)
            assert all(chunks_of(path)[name] == given[name] for name in carried - {b"iCCP"})
            with Image.open(path) as image:
                image.load()


@pytest.mark.parametrize("space", ["srgb", "p3", "adobe"])
def test_conversion_starts_from_what_is_stated(tmp_path: Path, space: str) -> None:
    pixels = gentle()
    picture = read_picture(png(tmp_path / "a.png", pixels, [cicp(9, 8)]))
    path, _ = written(tmp_path, picture, ".png", SaveOptions(convert=space))
    assert np.abs(shown(path) - in_srgb(pixels, BT2020, power(1))).max() <= 2
    assert not {b"cICP", b"gAMA", b"cHRM", b"sRGB"} & chunks_of(path).keys()
    assert read_picture(path).metadata.blobs["icc-profile-data"] == colour.profile_of(space)


@pytest.mark.usefixtures("one_thread")
def test_an_enlargement_states_what_its_picture_did(
    tmp_path: Path, bicubic_models: dict[int, Path]
) -> None:
    source = png(tmp_path / "a.png", gentle(), [gama(100_000), chrm(P3)])
    options = UpscaleOptions(scale=2, model=str(bicubic_models[2]), device="cpu")
    upscaler = Upscaler()
    for suffix in SUFFIXES:
        target = tmp_path / f"b{suffix}"
        upscale_file(source, target, options, upscaler=upscaler)
        middle = shown(target)[1::2, 1::2][5:20, 5:28]
        right = in_srgb(gentle(), P3, power(1))[5:20, 5:28]
        assert np.median(np.abs(middle - right)) <= 3
    assert {b"gAMA", b"cHRM", b"iCCP"} <= chunks_of(tmp_path / "b.png").keys()


def test_the_screen_shows_what_is_stated(tmp_path: Path) -> None:
    picture = read_picture(png(tmp_path / "a.png", gentle(), [gama(100_000)]))
    image = write_display(picture.pixels, picture.metadata, tmp_path / "x")
    raw = np.fromfile(image.path, np.uint8)[: 48 * 64 * 3].reshape(48, 64, 3)
    assert np.abs(raw - in_srgb(gentle(), BT709, power(1))).max() <= 2


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_grey_is_honoured_as_well(tmp_path: Path, suffix: str) -> None:
    grey = np.ascontiguousarray(gentle()[..., 1])
    picture = read_picture(png(tmp_path / "a.png", grey, [gama(100_000)]))
    path, _ = written(tmp_path, picture, suffix)
    with Image.open(path) as image:
        used = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
        plain = image if image.mode == "L" else image.convert("RGB")
        seen = ImageCms.profileToProfile(
            plain, used, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    assert seen is not None
    off = np.abs(np.asarray(seen).astype(float) - in_srgb(np.dstack([grey] * 3), BT709, power(1)))
    assert np.median(off) <= 1
    assert off.mean() < 1.5


def test_16_bits_keep_what_is_stated(tmp_path: Path) -> None:
    deep = gentle().astype(np.uint16) * 257
    picture = read_picture(png(tmp_path / "a.png", deep, [cicp(12, 13)]))
    for suffix in (".png", ".tif", ".avif"):
        path, _ = written(tmp_path, picture, suffix)
        again = read_picture(path)
        assert again.pixels.dtype == np.uint16
        assert again.metadata.blobs["icc-profile-data"] == colour.profile_of("p3")


def avif_says(path: Path) -> dict[str, str]:
    """What libavif reads in a file, by the words of its tool."""
    assert AVIFDEC
    done = subprocess.run([AVIFDEC, "--info", str(path)], capture_output=True, check=True)
    lines = (line.strip(" *").split(":", 1) for line in done.stdout.decode().splitlines())
    return {pair[0].strip(): pair[1].strip() for pair in lines if len(pair) == 2}


needs_avif = pytest.mark.skipif(
    not (AVIFENC and AVIFDEC), reason="avifenc and avifdec are not installed"
)
NUMBERS = {
    "12/13": (P3, srgb),
    "1/8": (BT709, power(1)),
    "9/1": (BT2020, bt709),
    "1/13": (BT709, srgb),
}


@needs_avif
@pytest.mark.parametrize("numbers", NUMBERS)
def test_avif_is_honoured_and_stated_again_in_every_format(tmp_path: Path, numbers: str) -> None:
    Image.fromarray(gentle()).save(tmp_path / "s.png")
    command = [str(AVIFENC), "--cicp", f"{numbers}/6", "--ignore-icc", "--min", "0", "--max", "0"]
    command += ["-y", "444", str(tmp_path / "s.png"), str(tmp_path / "a.avif")]
    subprocess.run(command, check=True, capture_output=True)
    picture = read_picture(tmp_path / "a.avif")
    right = in_srgb(gentle(), *NUMBERS[numbers])
    for suffix in SUFFIXES:
        path, notes = written(tmp_path, picture, suffix)
        assert not notes
        assert np.median(np.abs(shown(path) - right)) <= 2, suffix
    said = avif_says(tmp_path / "out.avif" / "a.avif")
    assert f"{said['Color Primaries']}/{said['Transfer Char.']}" == numbers
    primaries, transfer = (int(number) for number in numbers.split("/"))
    carried = chunks_of(tmp_path / "out.png" / "a.png")
    assert carried[b"cICP"] == bytes((primaries, transfer, 0, 1))


@needs_avif
@pytest.mark.parametrize("lossless", [True, False])
@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("bands", [1, 2, 3, 4])
def test_numbers_in_avif_change_no_pixel(
    tmp_path: Path, bands: int, dtype: str, lossless: bool
) -> None:
    """The file with its colours by number is decoded as without, by libavif and by us."""
    pixels = gentle()[..., :1] if bands <= 2 else gentle()
    if bands in (2, 4):
        alpha = np.tile(np.arange(64, dtype=np.uint8) * 3, (48, 1))[..., None]
        pixels = np.concatenate([pixels, alpha], 2)
    pixels = np.ascontiguousarray(pixels).astype(dtype) * (257 if dtype == "uint16" else 1)
    plain = read_picture(png(tmp_path / "s.png", gentle(), [cicp(12, 13)]))
    from dataclasses import replace

    save = SaveOptions(lossless=lossless)
    with_numbers = replace(plain, pixels=pixels)
    without = replace(with_numbers, metadata=replace(plain.metadata, stated=None))
    results = []
    for name, picture in (("a", with_numbers), ("b", without)):
        (tmp_path / name).mkdir()
        path, _ = written(tmp_path / name, picture, ".avif", save)
        command = [str(AVIFDEC), str(path), str(tmp_path / f"{name}.png")]
        subprocess.run(command, check=True, capture_output=True)
        results.append((path, read_picture(path).pixels))
    np.testing.assert_array_equal(results[0][1], results[1][1])
    assert (tmp_path / "a.png").stat().st_size > 0
    with Image.open(tmp_path / "a.png") as one, Image.open(tmp_path / "b.png") as other:
        np.testing.assert_array_equal(np.asarray(one), np.asarray(other))
    said = avif_says(results[0][0])
    assert (said["Color Primaries"], said["Transfer Char."]) == ("12", "13")


def test_heic_is_honoured(tmp_path: Path) -> None:
    heif = pytest.importorskip("pillow_heif")
    picture = heif.from_pillow(Image.fromarray(gentle()))
    picture.save(tmp_path / "a.heic", quality=-1, chroma=444)
    content = bytearray((tmp_path / "a.heic").read_bytes())
    place = content.index(b"colrnclx")
    content[place + 8 : place + 12] = struct.pack(">HH", 12, 13)
    (tmp_path / "a.heic").write_bytes(content)
    found = read_picture(tmp_path / "a.heic").metadata
    assert found.blobs["icc-profile-data"] == colour.profile_of("p3")
    assert found.stated is not None
    assert found.stated.cicp == (12, 13)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".avif", ".tif"])
@pytest.mark.parametrize(
    ("space", "index", "adobe"),
    [(0xFFFF, b"R03", True), (None, b"R03", True), (2, b"", True), (1, b"R98", False),
     (1, b"R03", False), (0xFFFF, b"R98", False), (0xFFFF, b"", False)],
)  # fmt: skip
def test_exif_that_says_adobe_rgb(
    tmp_path: Path, suffix: str, space: int | None, index: bytes, adobe: bool
) -> None:
    below = {} if space is None else {40961: space}
    data = exif(below=below, index=index)
    path = tmp_path / f"a{suffix}"
    if suffix == ".tif":
        tifffile.imwrite(path, gentle(), photometric="rgb")
        add(path, Found(exif=data[6:]))
    else:
        Image.fromarray(gentle()).save(path, exif=data[6:] if suffix == ".png" else data)
    if suffix == ".avif":  # whose writer says sRGB by number
        says_srgb = b"colrnclx" + struct.pack(">HH", 1, 13)
        content = path.read_bytes()
        assert says_srgb in content
        path.write_bytes(content.replace(says_srgb, b"colrnclx" + struct.pack(">HH", 2, 2)))
    profile = read_picture(path).metadata.blobs.get("icc-profile-data")
    assert profile == (colour.profile_of("adobe") if adobe else None)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_adobe_rgb_of_exif_is_stated_again(tmp_path: Path, suffix: str) -> None:
    data = exif(below={40961: 0xFFFF}, index=b"R03")
    Image.fromarray(gentle()).save(tmp_path / "a.jpg", quality=100, subsampling=0, exif=data)
    right = in_srgb(gentle(), ADOBE, power(563 / 256))
    for strip in ("none", "all"):
        (tmp_path / strip).mkdir()
        picture = read_picture(tmp_path / "a.jpg")
        path, _ = written(tmp_path / strip, picture, suffix, SaveOptions(strip=strip))
        assert np.median(np.abs(shown(path) - right)) <= 2
    if EXIFTOOL:
        said = tags(tmp_path / "none" / f"out{suffix}" / f"a{suffix}")
        assert said["InteropIFD:InteropIndex"] == "R03"


def places(primaries: Any) -> dict[int, list[int]]:
    return {
        318: [round(v * 100_000) for v in D65],
        319: [round(v * 100_000) for place in primaries for v in place],
    }


def test_tags_of_tiff_are_honoured(tmp_path: Path) -> None:
    linear = {301: [round(v * 65535 / 255) for v in range(256)]}
    sort = {258: [8] * 3, 262: [2], 277: [3]}
    for tags_, primaries, light in (
        (places(P3), P3, srgb),
        (places(BT709), BT709, srgb),
        ({**places(P3), **linear}, P3, power(1)),
        (linear, BT709, power(1)),
    ):
        path = tiff(tmp_path / "a.tif", gentle().tobytes(), (64, 48), {**sort, **tags_})
        picture = read_picture(path)
        for suffix in (".tif", ".jpg"):
            shutil.rmtree(tmp_path / f"out{suffix}", ignore_errors=True)
            result, _ = written(tmp_path, picture, suffix)
            assert np.median(np.abs(shown(result) - in_srgb(gentle(), primaries, light))) <= 1


def test_the_profile_of_bmp_is_kept(tmp_path: Path) -> None:
    profile = colour.profile_of("p3")
    rows = np.ascontiguousarray(gentle()[::-1, :, ::-1]).tobytes()
    head = struct.pack("<IiiHHIIiiII", 124, 64, 48, 1, 24, 0, len(rows), 2835, 2835, 0, 0)
    head += (
        bytes(16) + b"DEBM" + bytes(48) + struct.pack("<IIII", 4, 124 + len(rows), len(profile), 0)
    )
    start = struct.pack("<2sIHHI", b"BM", 138 + len(rows) + len(profile), 0, 0, 138)
    (tmp_path / "a.bmp").write_bytes(start + head + rows + profile)
    picture = read_picture(tmp_path / "a.bmp")
    np.testing.assert_array_equal(picture.pixels, gentle())
    assert picture.metadata.blobs["icc-profile-data"] == profile


def test_the_profile_of_jpeg_2000_and_of_psd_is_kept(tmp_path: Path) -> None:
    profile = colour.profile_of("p3")
    Image.fromarray(gentle()).save(tmp_path / "a.jp2", irreversible=False)
    content = (tmp_path / "a.jp2").read_bytes()
    named = struct.pack(">I4sBBBI", 15, b"colr", 1, 0, 0, 16)
    box = struct.pack(">I4sBBB", 11 + len(profile), b"colr", 2, 0, 0) + profile
    at = content.index(b"jp2h") - 4
    (size,) = struct.unpack_from(">I", content, at)
    content = content.replace(named, box)
    content = content[:at] + struct.pack(">I", size + len(box) - len(named)) + content[at + 4 :]
    (tmp_path / "a.jp2").write_bytes(content)
    assert read_picture(tmp_path / "a.jp2").metadata.blobs["icc-profile-data"] == profile
    resource = b"8BIM" + struct.pack(">HHI", 1039, 0, len(profile)) + profile
    resource += bytes(len(profile) % 2)
    head = struct.pack(">4sH6xHIIHH", b"8BPS", 1, 3, 48, 64, 8, 3) + bytes(4)
    body = struct.pack(">I", len(resource)) + resource + bytes(4) + bytes(2)
    planes = gentle().transpose(2, 0, 1).tobytes()
    (tmp_path / "a.psd").write_bytes(head + body + planes)
    assert read_picture(tmp_path / "a.psd").metadata.blobs["icc-profile-data"] == profile


@pytest.mark.parametrize(("transfer", "name"), [(16, "PQ"), (18, "HLG")])
def test_hdr_curves_are_refused_by_name(tmp_path: Path, transfer: int, name: str) -> None:
    heif = pytest.importorskip("pillow_heif")
    png(tmp_path / "a.png", gentle(), [cicp(9, transfer)])
    Image.fromarray(gentle()).save(tmp_path / "a.avif")
    heif.from_pillow(Image.fromarray(gentle())).save(tmp_path / "a.heic")
    for file in (tmp_path / "a.avif", tmp_path / "a.heic"):
        content = bytearray(file.read_bytes())
        place = content.index(b"colrnclx")
        content[place + 8 : place + 12] = struct.pack(">HH", 9, transfer)
        file.write_bytes(content)
    made = bytearray(profile_for((9, 1), grey=False))
    tag = struct.pack(">4s4xBBBB", b"cicp", 9, transfer, 0, 1)
    (count,) = struct.unpack_from(">I", made, 128)
    at = 132 + 12 * count
    shifted = bytearray(made[:132])
    for i in range(count):
        sign, start, size = struct.unpack_from(">4sII", made, 132 + 12 * i)
        shifted += struct.pack(">4sII", sign, start + 12, size)
    shifted += struct.pack(">4sII", b"cicp", len(made) + 12, len(tag)) + made[at:] + tag
    struct.pack_into(">I", shifted, 0, len(shifted))
    struct.pack_into(">I", shifted, 128, count + 1)
    for suffix in (".jpg", ".tif", ".webp"):
        Image.fromarray(gentle()).save(tmp_path / f"b{suffix}", icc_profile=bytes(shifted))
    files = sorted(tmp_path.glob("*.*"))
    assert len(files) == 6
    for file in files:
        with pytest.raises(InputError, match="HDR") as caught:
            read_picture(file)
        assert name in caught.value.why, file


def test_other_statements_of_hdr_and_of_video_are_refused(tmp_path: Path) -> None:
    import zlib

    pq = (b"iCCP", b"ITUR_2100_PQ_FULL\0\0" + zlib.compress(colour.profile_of("p3")))
    with pytest.raises(InputError, match="PQ"):
        read_picture(png(tmp_path / "a.png", gentle(), [pq]))
    with pytest.raises(InputError, match="narrow range"):
        read_picture(png(tmp_path / "b.png", gentle(), [(b"cICP", bytes((1, 1, 0, 0)))]))


def test_every_known_number_makes_a_sound_profile() -> None:
    pairs = [pair for p in range(30) for t in range(30) if (pair := known(p, t))]
    assert len(pairs) > 150
    assert known(2, 2) is None
    assert known(1, 16) is None
    assert known(2, 8) == (1, 8)
    for pair in pairs:
        for grey in (True, False):
            opened = ImageCms.ImageCmsProfile(io.BytesIO(profile_for(pair, grey=grey)))
            assert opened.profile.xcolor_space.strip() == ("GRAY" if grey else "RGB")
