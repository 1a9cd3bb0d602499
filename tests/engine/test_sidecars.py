"""XMP files beside pictures go along: in the command, in batches and where the window saves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from fdiwn.api.options import SaveOptions
from fdiwn.api.sidecars import Sidecar, read_sidecars
from fdiwn.cli.main import app
from fdiwn.codec import read_picture, write_picture
from fdiwn.pixels.picture import Metadata, Picture
from tests.engine.batch_child import use_fast_network
from tests.engine.batch_folder import draw
from tests.engine.containers import packet
from tests.engine.stored import colours, store

invoke = CliRunner().invoke
WRONG = 'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6" tiff:ImageWidth="24"'
PLACED = f'{WRONG} xmlns:d="http://www.dji.com/drone-dji/1.0/" d:GpsLatitude="48.137"'


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    use_fast_network(monkeypatch)
    return ["--scale", "2", "--device", "cpu"]


def with_sidecars(folder: Path, name: str = "a.jpg") -> Path:
    picture = draw(folder / name, 1)
    (folder / f"{picture.stem}.xmp").write_bytes(packet(PLACED, "<xmp:Label>stem</xmp:Label>"))
    (folder / f"{name}.xmp").write_bytes(packet(PLACED, "<xmp:Label>whole</xmp:Label>"))
    return picture


def check(stem: Path, whole: Path, *, stripped: bool) -> None:
    for path, label in ((stem, b">stem<"), (whole, b">whole<")):
        content = path.read_bytes()
        assert label in content
        assert b'tiff:Orientation="1"' in content
        assert b'tiff:ImageWidth="48"' in content
        assert (b"48.137" in content) != stripped


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
@pytest.mark.parametrize("strip", ["none", "gps", "all"])
def test_upscale(tmp_path: Path, options: list[str], name: str, strip: str) -> None:
    source = with_sidecars(tmp_path, name)
    result = invoke(app, ["upscale", str(source), *options, "--strip", strip])
    assert result.exit_code == 0, result.output
    target = tmp_path / f"a_2x{source.suffix}"
    made = tmp_path / "a_2x.xmp", tmp_path / f"{target.name}.xmp"
    if strip == "all":
        assert not any(path.exists() for path in made)
    else:
        check(*made, stripped=strip == "gps")


def test_batch(tmp_path: Path, options: list[str]) -> None:
    with_sidecars(tmp_path / "in")
    with_sidecars(tmp_path / "in" / "b", "c.png")
    out = tmp_path / "out"
    result = invoke(app, ["batch", str(tmp_path / "in"), str(out), *options, "--strip", "gps"])
    assert result.exit_code == 0, result.output
    check(out / "a_2x.xmp", out / "a_2x.jpg.xmp", stripped=True)
    check(out / "b" / "c_2x.xmp", out / "b" / "c_2x.png.xmp", stripped=True)
    assert not [path for path in out.rglob("*.batch") if path.is_dir()]


@pytest.mark.parametrize("batch", [False, True])
def test_what_somebody_else_has_made_is_left(
    tmp_path: Path, options: list[str], batch: bool
) -> None:
    source = with_sidecars(tmp_path / "in")
    out = tmp_path / "out"
    out.mkdir()
    (out / "a_2x.xmp").write_bytes(b"mine")
    (out / "a_2x.jpg.xmp").symlink_to(tmp_path / "nowhere")
    if batch:
        arguments = ["batch", str(source.parent), str(out), *options, "--json"]
    else:
        target = str(out / "a_2x.jpg")
        arguments = ["upscale", str(source), "-o", target, "--overwrite", *options, "--json"]
    result = invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert (out / "a_2x.jpg").exists()
    assert (out / "a_2x.xmp").read_bytes() == b"mine"
    assert (out / "a_2x.jpg.xmp").is_symlink()
    assert not (tmp_path / "nowhere").exists()
    records = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    notes = " ".join(note for record in records for note in record.get("notes", ()))
    assert "a_2x.xmp exists already" in notes
    assert "a_2x.jpg.xmp exists already" in notes


def test_saving_twice_is_no_conflict(tmp_path: Path) -> None:
    """As the window does, where a result is saved anew with other options."""
    stored = store(tmp_path, Picture(colours(), Metadata(sidecars=(Sidecar(False, packet()),))))
    assert write_picture(stored, tmp_path / "a.png") == ()
    assert write_picture(stored, tmp_path / "a.png") == ()
    assert b'Rating="4"' in (tmp_path / "a.xmp").read_bytes()


def test_a_sidecar_of_a_raw_file_is_not_the_jpegs(tmp_path: Path) -> None:
    picture = with_sidecars(tmp_path)
    (tmp_path / "a.CR2").write_bytes(b"raw")
    found, notes = read_sidecars(picture)
    assert [sidecar.after_ending for sidecar in found] == [True]
    assert notes == ()
    assert [sidecar.after_ending for sidecar in read_sidecars(tmp_path / "a.CR2")[0]] == [False]


def test_a_sidecar_that_is_damaged_is_named(tmp_path: Path) -> None:
    Image.fromarray(colours()).save(tmp_path / "a.png")
    (tmp_path / "a.xmp").write_bytes(b"no xml")
    picture = read_picture(tmp_path / "a.png")
    out = tmp_path / "out"
    out.mkdir()
    notes = write_picture(store(tmp_path, picture), out / "a.png", SaveOptions())
    assert any("damaged" in note for note in notes)
    assert [path.name for path in out.iterdir()] == ["a.png"]
