"""A part of a picture is enlarged as if it were the picture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

import fdiwn
from fdiwn.api.cropping import Crop, cropped_size, parse_crop
from fdiwn.api.errors import CropError
from fdiwn.api.json_records import from_plain, to_plain
from fdiwn.api.options import PLAIN_READING, UpscaleOptions
from fdiwn.batch.planning.survey import survey
from fdiwn.batch.records.plan import Action, BatchOptions
from fdiwn.cli.main import app
from fdiwn.codec import read_picture
from fdiwn.codec.metadata import photoshop
from fdiwn.enlarge.stages import part_of
from fdiwn.pixels.picture import Metadata, Picture
from fdiwn.service.server.engine import PipelineEngine
from tests.engine.containers import resource
from tests.engine.test_preview import scene

run = CliRunner().invoke


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Lies on its side, 60x40, and is 40x60 upright."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Maker"
    Image.fromarray(scene(40, 60)).save(tmp_path / "photo.png", exif=exif)
    return tmp_path / "photo.png"


@pytest.fixture
def how(bicubic_models: dict[int, Path], one_thread: None) -> dict[str, Any]:
    return {"model": bicubic_models[2], "device": "cpu", "backend": "torch"}


def words(how: dict[str, Any]) -> list[str]:
    named = [word for name, value in how.items() for word in (f"--{name}", str(value))]
    return [*named, "--scale", "2"]


class TestRecord:
    def test_it_is_parsed(self) -> None:
        assert parse_crop("800x600+120+40") == Crop(800, 600, 120, 40)
        assert str(Crop(800, 600, 120, 40)) == "800x600+120+40"

    @pytest.mark.parametrize("text", ["", "800x600", "0x5+0+0", "800x600-1+0", "8x6+1"])
    def test_nonsense_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"800x600\+120\+40"):
            parse_crop(text)

    def test_it_lies_inside(self) -> None:
        assert cropped_size((100, 80), Crop(60, 40, 40, 40)) == (60, 40)
        assert cropped_size((100, 80), None) == (100, 80)
        for crop in (Crop(61, 40, 40, 40), Crop(60, 41, 40, 40), Crop(1, 1, 100, 0)):
            with pytest.raises(CropError, match="100 x 80"):
                cropped_size((100, 80), crop)

    def test_it_survives_json(self) -> None:
        options = UpscaleOptions(crop=Crop(5, 6, 7, 8))
        assert from_plain(to_plain(options), UpscaleOptions) == options

    def test_other_channels_are_cropped_too(self) -> None:
        mask = np.arange(48, dtype=np.uint8).reshape(6, 8, 1)
        picture = Picture(scene(6, 8), Metadata(channels=(mask,)))
        part = picture.cropped(Crop(3, 2, 4, 1))
        assert (part.pixels == picture.pixels[1:3, 4:7]).all()
        assert (part.metadata.channels[0] == mask[1:3, 4:7]).all()


def test_the_command_enlarges_the_crop_alone(
    photo: Path, how: dict[str, Any], tmp_path: Path
) -> None:
    """In pixels of the upright picture, with the metadata of the whole one."""
    part = read_picture(photo).pixels[20:52, 5:29]
    Image.fromarray(part).save(tmp_path / "part.png")
    made = {}
    for name, source, more in (("a", photo, ["--crop", "24x32+5+20"]), ("b", "part.png", [])):
        target = tmp_path / f"{name}.png"
        given = [str(tmp_path / source), "-o", str(target), "--json", *words(how), *more]
        done = run(app, ["upscale", *given])
        assert done.exit_code == 0, done.output
        made[name] = read_picture(target).pixels
    assert (made["a"] == made["b"]).all()
    assert made["a"].shape == (64, 48, 3)
    with Image.open(tmp_path / "a.png") as result:
        assert result.getexif()[0x010F] == "Maker"
        assert result.getexif()[0x0112] == 1


def test_what_is_stated_for_the_whole_is_left_out() -> None:
    """Frames around faces, and clipping paths; a damaged packet is not touched."""
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
        b'syntax-ns#"><rdf:Description rdf:about="" xmlns:r="http://www.metadataworkinggroup.com/'
        b'schemas/regions/" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:format="a/b">'
        b'<r:Regions rdf:parseType="Resource"><r:RegionList>Anna</r:RegionList></r:Regions>'
        b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    paths = resource(2000, b"\0" * 26) + resource(1028, b"caption!")
    blobs = {"xmp-data": packet, "iptc-data": paths, "icc-profile-data": b"it"}
    whole = Picture(scene(6, 8), Metadata(blobs))
    part = part_of(whole, Crop(3, 2, 4, 1)).metadata
    assert b"Anna" not in part.blobs["xmp-data"]
    assert b'dc:format="a/b"' in part.blobs["xmp-data"]
    assert not photoshop.has_paths(part.blobs["iptc-data"])
    assert b"caption!" in part.blobs["iptc-data"]
    assert part.blobs["icc-profile-data"] == b"it"
    assert len(part.notes) == 1
    damaged = Picture(scene(6, 8), Metadata({"xmp-data": packet[:-30]}))
    assert part_of(damaged, Crop(3, 2)).metadata == damaged.metadata
    assert part_of(whole, None) is whole


def test_a_crop_outside_is_refused(photo: Path, how: dict[str, Any], tmp_path: Path) -> None:
    done = run(app, ["upscale", str(photo), "--crop", "41x10+0+0", "--json", *words(how)])
    assert done.exit_code == 1
    assert json.loads(done.output)["kind"] == "CropError"
    assert [path.name for path in tmp_path.glob("photo*")] == ["photo.png"]
    assert run(app, ["upscale", str(photo), "--crop", "4x"]).exit_code == 2


def test_the_name_has_the_size_of_the_crop(photo: Path, how: dict[str, Any]) -> None:
    name = ["--name", "{name}_{width}x{height}"]
    done = run(app, ["upscale", str(photo), "--crop", "24x32+5+20", *name, *words(how)])
    assert done.exit_code == 0, done.output
    assert (photo.parent / "photo_48x64.png").exists()


def test_a_batch_plans_with_the_crop(photo: Path, how: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    Image.fromarray(scene(60, 40)).save(tmp_path / "in" / "a.png")
    Image.fromarray(scene(20, 20)).save(tmp_path / "in" / "b.png")
    upscale = UpscaleOptions(2, str(how["model"]), "cpu", backend="torch", crop=Crop(24, 32, 5, 20))
    plan = survey(BatchOptions((tmp_path / "in",), tmp_path / "out", upscale), {})
    first, second = plan.entries
    assert (first.action, first.size, first.result) == (Action.ENLARGE, (40, 60), (48, 64))
    assert first.work == 24 * 32
    assert second.action is Action.REFUSE
    assert "24x32+5+20 is not inside" in second.reason
    done = run(app, ["batch", str(tmp_path / "in"), str(tmp_path / "out"), "--crop", "24x32+5+20",
                     "--strength", "0", "--sharpen", "print:150", *words(how)])  # fmt: skip
    assert done.exit_code == 3, done.output
    with Image.open(tmp_path / "out" / "a_2x.png") as result:
        assert result.size == (48, 64)
        note = "bicubic, x2, strength 0 %, sharpened for print (150 %)"
        assert result.getexif()[0x000B].endswith(note)


def test_python_has_all_of_it(how: dict[str, Any]) -> None:
    pixels = scene(40, 60)
    part = fdiwn.upscale(pixels, 2, crop=(10, 5, 50, 35), strength=50, sharpen="screen", **how)
    alone = fdiwn.upscale(pixels[5:35, 10:50], 2, strength=50, sharpen="screen", **how)
    assert (part == alone).all()
    assert (part != fdiwn.upscale(pixels[5:35, 10:50], 2, **how)).any()
    for bad in ({"crop": (10, 5, 10, 35)}, {"strength": 101}, {"sharpen": "web"}):
        with pytest.raises(ValueError, match=r"is|has|print"):
            fdiwn.upscale(pixels, 2, **bad, **how)
    with pytest.raises(CropError):
        fdiwn.upscale(pixels, 2, crop=(0, 0, 61, 40), **how)


def test_the_command_says_how_it_was_finished(
    photo: Path, how: dict[str, Any], tmp_path: Path
) -> None:
    more = ["-o", str(tmp_path / "it.png"), "--strength", "60", "--sharpen", "print"]
    done = run(app, ["upscale", str(photo), *more, *words(how)])
    assert "; then strength 60 %, sharpened for print" in done.output
    for bad in (["--strength", "101"], ["--sharpen", "print:0"]):
        assert run(app, ["upscale", str(photo), *bad, *words(how)]).exit_code == 2


def test_the_window_reads_a_crop_from_what_it_keeps(
    photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, options = PipelineEngine(), UpscaleOptions(crop=Crop(24, 32, 5, 20))
    whole = engine.keep(photo, UpscaleOptions(), PLAIN_READING)
    monkeypatch.delattr("fdiwn.enlarge.stages.read_picture")
    for part in (engine.read(photo, options, PLAIN_READING),
                 engine.keep(photo, options, PLAIN_READING)):  # fmt: skip
        assert (part.pixels == whole.pixels[20:52, 5:29]).all()
    assert engine.keep(photo, options, PLAIN_READING) is engine.read(photo, options, PLAIN_READING)
