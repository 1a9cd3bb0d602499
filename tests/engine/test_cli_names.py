"""Names of one call: planned for all of its pictures, none of which is ever written."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from fdiwn.api.naming import LONGEST
from fdiwn.api.taken_names import TakenNames, exact, folded
from fdiwn.cli.main import app
from tests.engine.batch_child import use_fast_network
from tests.engine.batch_folder import draw


@pytest.fixture(autouse=True)
def fast(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_fast_network(monkeypatch)
    monkeypatch.chdir(tmp_path)


def upscale(*words: object) -> tuple[int, list[dict[str, Any]]]:
    result = CliRunner().invoke(app, ["upscale", *map(str, words), "--scale", "2", "--json"])
    records = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    return result.exit_code, records


def colour(path: Path) -> int:
    with Image.open(path) as image:
        return int(np.asarray(image.convert("L")).mean())


def plain(path: Path, level: int, size: tuple[int, int] = (12, 10)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, (level,) * 3).save(path)
    return path


@pytest.mark.parametrize("overwrite", [(), ("--overwrite",)])
def test_results_of_one_name_are_told_apart(tmp_path: Path, overwrite: tuple[str, ...]) -> None:
    names = ["a.jpg", "b/a.png", "a.tif", "b/A.png"]
    sources = [plain(tmp_path / name, 40 * n + 20) for n, name in enumerate(names)]
    out = tmp_path / "out"
    code, records = upscale(*sources, "-o", out, "--format", "png", *overwrite)
    assert code == 0
    assert len({record["output"] for record in records}) == 4
    for n, record in enumerate(records):
        assert abs(colour(Path(record["output"])) - (40 * n + 20)) <= 1
    assert [Path(r["output"]).name for r in records[:3]] == ["a_2x.png", "a_2x (2).png",
                                                             "a_2x (3).png"]  # fmt: skip
    assert "has the name a_2x.png" in records[1]["notes"][0]


def test_the_same_call_gives_the_same_names(tmp_path: Path) -> None:
    sources = [plain(tmp_path / f"{n}" / "a.png", 50 * n + 20) for n in range(3)]
    first = upscale(*sources, "-o", "out")[1]
    code, again = upscale(*sources, "-o", "out")
    assert code == 1
    assert {record["kind"] for record in again} == {"OutputError"}
    code, again = upscale(*sources, "-o", "out", "--overwrite")
    assert code == 0
    assert [r["output"] for r in again] == [r["output"] for r in first]
    assert len(os.listdir("out")) == 3  # noqa: PTH208


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_no_picture_of_the_call_is_written(tmp_path: Path, order: tuple[int, int]) -> None:
    sources = [plain(tmp_path / "a.png", 30), plain(tmp_path / "a_2x.png", 200, (8, 6))]
    before = [path.read_bytes() for path in sources]
    code, records = upscale(*(sources[n].name for n in order), "--overwrite")
    assert code == 0
    assert [path.read_bytes() for path in sources] == before
    found = {record["input"]: Path(record["output"]).name for record in records}
    assert found == {"a.png": "a_2x (2).png", "a_2x.png": "a_2x_2x.png"}
    assert colour(Path("a_2x (2).png")) == 30


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_links_do_not_hide_a_picture(tmp_path: Path) -> None:
    plain(tmp_path / "real" / "a.png", 30)
    other = plain(tmp_path / "real" / "a_2x.png", 200)
    (tmp_path / "seen").symlink_to(tmp_path / "real")
    before = other.read_bytes()
    code, _ = upscale("seen/a.png", "real/a_2x.png", "--overwrite")
    assert code == 0
    assert other.read_bytes() == before


def test_one_picture_given_twice_is_made_once(tmp_path: Path) -> None:
    plain(tmp_path / "a.png", 30)
    code, records = upscale("a.png", "./a.png", "-o", "one.png")
    assert code == 0
    assert [record["output"] for record in records] == ["one.png"]


def test_the_picture_itself_is_refused_with_overwrite(tmp_path: Path) -> None:
    before = plain(tmp_path / "a.png", 30).read_bytes()
    code, records = upscale("a.png", "-o", "./a.png", "--overwrite")
    assert code == 1
    assert "is the picture itself" in records[0]["error"]
    assert (tmp_path / "a.png").read_bytes() == before


@pytest.mark.parametrize("output", ["v1.2", "v1.2/", "new"])
def test_a_folder_may_have_a_point_in_its_name(tmp_path: Path, output: str) -> None:
    for n in range(2):
        plain(tmp_path / f"{n}.png", 30)
    assert upscale("0.png", "1.png", "-o", output)[0] == 0
    assert sorted(os.listdir(output)) == ["0_2x.png", "1_2x.png"]  # noqa: PTH208
    assert upscale("0.png", "-o", "v1.3/")[0] == 0
    assert os.listdir("v1.3") == ["0_2x.png"]  # noqa: PTH208


def test_several_pictures_do_not_go_into_one_file(tmp_path: Path) -> None:
    for n in range(2):
        plain(tmp_path / f"{n}.png", 30)
    words = ["upscale", "0.png", "1.png", "-o", "all.png", "--scale", "2"]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 1
    assert "several pictures" in result.stderr
    assert not (tmp_path / "all.png").exists()


ENDINGS = (".png", ".jpg", ".tif", ".webp", ".gif", ".bmp", ".jp2", ".ppm", ".pgm", ".tga")


@pytest.mark.parametrize("command", ["upscale", "batch"])
def test_the_size_can_be_in_the_name_of_every_format(tmp_path: Path, command: str) -> None:
    for ending in ENDINGS:
        picture = Image.new("RGB", (12, 10), (90, 60, 30))
        picture = picture.convert("L") if ending == ".pgm" else picture
        (tmp_path / "in").mkdir(exist_ok=True)
        picture.save(tmp_path / "in" / f"x{ending[1:]}{ending}")
    words = ["--name", "{name}-{width}x{height}", "--format", "png", "--scale", "2"]
    if command == "batch":
        result = CliRunner().invoke(app, ["batch", "in", "out", *words])
    else:
        files = sorted(map(str, (tmp_path / "in").iterdir()))
        result = CliRunner().invoke(app, ["upscale", *files, "-o", "out/", *words])
    assert result.exit_code == 0, result.output
    made = {path.name for path in (tmp_path / "out").glob("*.png")}
    assert made == {f"x{ending[1:]}-24x20.png" for ending in ENDINGS}


def test_the_size_can_be_in_the_name_of_what_extras_read(tmp_path: Path) -> None:
    heif = pytest.importorskip("pillow_heif")
    source = tmp_path / "a.heic"
    heif.from_pillow(Image.new("RGB", (64, 48), (90, 60, 30))).save(source)
    code, records = upscale(source, "--name", "{name}-{width}x{height}", "--format", "png")
    assert code == 0, records
    assert Path(records[0]["output"]).name == "a-128x96.png"


def test_what_cannot_be_read_is_said_whatever_the_name(tmp_path: Path) -> None:
    (tmp_path / "a.bmp").write_bytes(b"BM nothing")
    code, records = upscale("a.bmp", "--name", "{name}-{width}")
    assert code == 1
    assert records[0]["kind"] == "InputError"


@pytest.mark.parametrize("scale", ["2,5", "2.5", "2,5x"])
def test_a_comma_is_a_point(tmp_path: Path, scale: str) -> None:
    draw(tmp_path / "in" / "a.png", 1)
    for words in (["upscale", "in/a.png", "-o", "out/"], ["batch", "in", "out", "--dry-run"]):
        result = CliRunner().invoke(app, [*words, "--scale", scale])
        assert "a_2.5x.png" in result.output, result.output


def test_a_paper_may_have_commas(tmp_path: Path) -> None:
    draw(tmp_path / "a.png", 1)
    words = ["upscale", "a.png", "-o", "out/", "--print", "0,9x0,6cm@127,5", "--json"]
    result = CliRunner().invoke(app, words)
    assert "a_0.9x0.6cm_127.5ppi.png" in result.output


@pytest.mark.parametrize("words", [("upscale", "a.png", "-o", "out/"), ("batch", "in", "out")])
@pytest.mark.parametrize("keep", [True, False])
def test_dates_are_kept_where_wanted(tmp_path: Path, words: tuple[str, ...], keep: bool) -> None:
    source = draw(tmp_path / ("a.png" if words[0] == "upscale" else "in/a.png"), 1)
    os.utime(source, ns=(10**18, 10**18 + 123_456_700))
    result = CliRunner().invoke(app, [*words, "--scale", "2", *(["--keep-dates"] * keep)])
    assert result.exit_code == 0, result.output
    made = tmp_path / "out" / "a_2x.png"
    assert (made.stat().st_mtime_ns == source.stat().st_mtime_ns) is keep
    if words[0] == "batch":
        again = CliRunner().invoke(app, [*words, "--scale", "2"])
        assert "1 done before" in again.output


def test_numbers_fit_into_a_name(tmp_path: Path) -> None:
    long = Path("/") / ("ä" * 120 + "b" * 9 + ".jpeg")
    names = TakenNames([], exact)
    seen = set()
    for n in range(12):
        target = names.free(long, str(n))
        names.take(target, str(n))
        seen.add(target.name)
        assert len(os.fsencode(target.name)) <= LONGEST
        assert target.suffix == ".jpeg"
    assert len(seen) == 12


def test_accents_and_capitals_are_folded_where_the_system_does() -> None:
    composed, decomposed = Path("/Caf\u00e9.png"), Path("/cafe\u0301.PNG")
    assert folded(composed) == folded(decomposed)
    assert exact(composed) != exact(decomposed)
