"""Colour: profiles byte for byte, and conversions to spaces with a name."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvips
from PIL import Image, ImageCms

from fdiwn.api.formats import SUFFIXES
from fdiwn.api.options import SPACES, SaveOptions
from fdiwn.codec import colour, read_picture
from fdiwn.pixels.picture import Metadata, Picture
from tests.engine.stored import colours, piece, written

ENDINGS = tuple(SUFFIXES.values())


def loaded(profile: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(profile))


def by_littlecms(pixels: Any, source: bytes, target: bytes) -> Any:
    """A conversion by another way than ours."""
    image = ImageCms.profileToProfile(
        Image.fromarray(pixels),
        loaded(source),
        loaded(target),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return np.asarray(image).astype(int)


@pytest.mark.parametrize("suffix", ENDINGS)
@pytest.mark.parametrize("name", ["adobe_rgb.jpg", "display_p3.jpg", "prophoto_rgb.jpg"])
def test_profiles_of_photographs_travel_byte_for_byte(
    shared: Path, tmp_path: Path, name: str, suffix: str
) -> None:
    source = shared / "photos" / name
    with Image.open(source) as reference:
        profile = reference.info["icc_profile"]
    path, _ = written(tmp_path, piece(source), suffix)
    with Image.open(path) as image:
        assert image.info["icc_profile"] == profile


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("suffix", ENDINGS)
def test_srgb_travels_byte_for_byte(tmp_path: Path, suffix: str, dtype: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = Picture(colours(3, dtype), Metadata({"icc-profile-data": profile}))
    path, _ = written(tmp_path, picture, suffix)
    assert read_picture(path).metadata.blobs["icc-profile-data"] == profile


def grey_profile() -> bytes:
    """A grey one with gamma 2.2, made from the tags of ours."""
    curve = struct.pack(">4s4xIH2x", b"curv", 1, 0x0233)
    white = struct.pack(">4s4x3i", b"XYZ ", 63190, 65536, 54061)
    text = b"text\0\0\0\0free\0" + bytes(3)
    tags = [(b"kTRC", curve), (b"wtpt", white), (b"cprt", text)]
    start, table, body = 132 + 12 * len(tags), struct.pack(">I", len(tags)), b""
    for name, data in tags:
        table += struct.pack(">4sII", name, start + len(body), len(data))
        body += data
    head = bytearray(colour.profile_of("adobe")[:128])
    head[:4] = struct.pack(">I", start + len(body))
    head[16:20] = b"GRAY"
    return bytes(head) + table + body


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
@pytest.mark.parametrize("suffix", ENDINGS)
def test_grey_stays_grey_with_its_profile(tmp_path: Path, suffix: str, dtype: str) -> None:
    profile = grey_profile()
    assert loaded(profile).profile.xcolor_space == "GRAY"
    picture = Picture(colours(1, dtype), Metadata({"icc-profile-data": profile}))
    path, notes = written(tmp_path, picture, suffix, SaveOptions(convert="p3"))
    assert "stays grey" in notes[0]
    back = read_picture(path)
    kept = back.metadata.blobs["icc-profile-data"]
    if suffix in (".jpg", ".png", ".tif"):
        assert back.bands == 1
        assert kept == profile
        return
    assert "became one like it" in notes[1]
    levels = np.arange(256, dtype=np.uint8).reshape(16, 16)
    grey, rgb = Image.fromarray(levels), Image.fromarray(np.stack([levels] * 3, 2))
    srgb = ImageCms.createProfile("sRGB")
    alike = [
        np.asarray(ImageCms.profileToProfile(image, loaded(used), srgb, outputMode="RGB"))
        for image, used in ((grey, profile), (rgb, kept))
    ]
    assert np.abs(alike[0].astype(int) - alike[1]).max() <= 1
    assert np.abs(back.pixels[..., 0].astype(int) - back.pixels[..., 2]).max() <= 300


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
def test_grey_with_a_profile_of_colour_looks_the_same(tmp_path: Path, suffix: str) -> None:
    for space in ("srgb", "adobe"):
        profile = colour.profile_of(space)
        levels = np.arange(256, dtype=np.uint8).reshape(16, 16)
        picture = Picture(levels[..., None], Metadata({"icc-profile-data": profile}))
        folder = tmp_path / space
        folder.mkdir()
        path, notes = written(folder, picture, suffix)
        assert "became one like it" in notes[0]
        kept = read_picture(path).metadata.blobs["icc-profile-data"]
        seen = by_littlecms(np.stack([levels] * 3, 2), profile, colour.profile_of("srgb"))
        srgb = loaded(colour.profile_of("srgb"))
        grey = ImageCms.profileToProfile(
            Image.fromarray(levels), loaded(kept), srgb, outputMode="RGB"
        )
        assert np.abs(np.asarray(grey).astype(int) - seen).max() <= 1


@pytest.mark.parametrize("profile", [b"junk" * 100, colour.profile_of("p3")[:200], b"x"])
@pytest.mark.parametrize("suffix", ENDINGS)
def test_a_damaged_profile_is_left_out_and_that_is_said(
    tmp_path: Path, suffix: str, profile: bytes
) -> None:
    picture = Picture(colours(), Metadata({"icc-profile-data": profile}))
    path, notes = written(tmp_path, picture, suffix)
    kept = "icc-profile-data" in read_picture(path).metadata.blobs
    assert not kept
    assert "colour profile" in notes[0]


def test_our_profile_is_that_of_adobe_rgb(shared: Path) -> None:
    with Image.open(shared / "photos" / "adobe_rgb.jpg") as image:
        theirs = image.info["icc_profile"]
    ours = colour.profile_of("adobe")
    assert ours != theirs
    one, other = (loaded(profile).profile for profile in (ours, theirs))
    for name in ("red_colorant", "green_colorant", "blue_colorant"):
        a, b = (getattr(profile, name)[0] for profile in (one, other))
        assert a == pytest.approx(b, abs=3e-5)
    pixels = colours(height=256, width=256)
    assert np.abs(by_littlecms(pixels, ours, theirs) - pixels).max() <= 2
    assert np.abs(by_littlecms(pixels, ours, theirs) - pixels).mean() < 0.1


@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("name", ["adobe_rgb.jpg", "display_p3.jpg", "prophoto_rgb.jpg"])
def test_a_photograph_is_converted_through_its_profile(
    shared: Path, tmp_path: Path, name: str, space: str
) -> None:
    picture = piece(shared / "photos" / name)
    path, _ = written(tmp_path, picture, ".png", SaveOptions(convert=space))
    back = read_picture(path)
    target = colour.profile_of(space)
    assert back.metadata.blobs["icc-profile-data"] == target
    expected = by_littlecms(picture.pixels, picture.metadata.blobs["icc-profile-data"], target)
    assert np.abs(back.pixels.astype(int) - expected).max() <= 2
    assert np.abs(back.pixels.astype(int) - expected).mean() < 0.2


def test_exif_says_the_new_space(tmp_path: Path) -> None:
    tag = Image.Exif()
    tag.get_ifd(0x8769)[0xA001] = 1
    for space, known in (("srgb", 1), ("p3", 0xFFFF), (None, 1)):
        picture = Picture(colours(), Metadata({"exif-data": tag.tobytes()}))
        folder = tmp_path / str(space)
        folder.mkdir()
        path, _ = written(folder, picture, ".jpg", SaveOptions(convert=space))
        with Image.open(path) as image:
            assert image.getexif().get_ifd(0x8769)[0xA001] == known


def test_16_bits_are_converted_in_16_bits(tmp_path: Path) -> None:
    pixels = np.zeros((40, 2000, 3), np.uint16)
    pixels[:] = (np.arange(80_000).reshape(40, 2000, 1) * 65535 // 79_999).astype(np.uint16)
    path, _ = written(tmp_path, Picture(pixels), ".png", SaveOptions(convert="adobe"))
    back = read_picture(path).pixels
    assert back.dtype == np.uint16
    assert len(np.unique(back[..., 1])) > 40_000


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_alpha_is_not_converted(tmp_path: Path, dtype: str) -> None:
    pixels = colours(4, dtype)
    path, _ = written(tmp_path, Picture(pixels), ".png", SaveOptions(convert="p3"))
    back = read_picture(path).pixels
    np.testing.assert_array_equal(back[..., 3], pixels[..., 3])
    assert (back[..., :3] != pixels[..., :3]).any()


def test_a_picture_of_that_space_is_not_touched(tmp_path: Path) -> None:
    profile = colour.profile_of("p3")
    picture = Picture(colours(), Metadata({"icc-profile-data": profile}))
    path, _ = written(tmp_path, picture, ".png", SaveOptions(convert="p3"))
    np.testing.assert_array_equal(read_picture(path).pixels, colours())


@pytest.mark.parametrize("space", SPACES)
def test_cmyk_comes_into_the_named_space(tmp_path: Path, space: str) -> None:
    ink = Image.fromarray(np.full((20, 30, 4), (200, 40, 60, 10), np.uint8), "CMYK")
    ink.save(tmp_path / "a.tif")
    picture = read_picture(tmp_path / "a.tif", space=space)
    assert picture.metadata.blobs["icc-profile-data"] == colour.profile_of(space)
    assert colour.IN_WORDS[space] in picture.metadata.notes[0]
    general = bytes(pyvips.Operation.call("profile_load", "cmyk"))
    converted = ImageCms.profileToProfile(
        ink,
        loaded(general),
        loaded(colour.profile_of(space)),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert np.abs(picture.pixels.astype(int) - np.asarray(converted)).max() <= 2
    np.testing.assert_array_equal(
        read_picture(written(tmp_path, picture, ".tif", SaveOptions(convert=space))[0]).pixels,
        picture.pixels,
    )


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("space", SPACES)
def test_lab_comes_into_the_named_space(tmp_path: Path, space: str, deep: bool) -> None:
    lab = (62.0, 25.0, -30.0)
    if deep:
        image = pyvips.Image.new_from_array(np.full((8, 9, 3), lab, np.float32))
        image.copy(interpretation="lab").colourspace("labs").tiffsave(str(tmp_path / "a.tif"))
    else:
        levels = (round(lab[0] * 2.55), 128 + round(lab[1]), 128 + round(lab[2]))
        Image.new("LAB", (9, 8), levels).save(tmp_path / "a.tif")
    picture = read_picture(tmp_path / "a.tif", space=space)
    assert picture.pixels.dtype == (np.uint16 if deep else np.uint8)
    assert "Lab" in picture.metadata.notes[0]
    assert picture.metadata.blobs["icc-profile-data"] == colour.profile_of(space)
    cms = ImageCms.profileToProfile(
        Image.new("LAB", (1, 1), (158, 153, 98)),
        ImageCms.createProfile("LAB"),
        loaded(colour.profile_of(space)),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
    )
    expected = np.asarray(cms)[0, 0].astype(int)
    got = picture.pixels[0, 0] / (257 if deep else 1)
    assert np.abs(got - expected).max() < 1.6


def test_colours_go_through_in_their_own_space(tmp_path: Path) -> None:
    """Neither reading nor writing touches a value, whatever the profile says."""
    profile = colour.profile_of("adobe")
    picture = Picture(colours(3, "uint16"), Metadata({"icc-profile-data": profile}))
    path, _ = written(tmp_path, picture, ".tif")
    np.testing.assert_array_equal(read_picture(path).pixels, picture.pixels)
