"""Templates of names: what they give, and what is refused."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from fdiwn.api import naming
from fdiwn.api.errors import NamingError
from fdiwn.api.naming import DEFAULT, Facts, example, expand, tokens
from fdiwn.api.size_text import parse_paper
from fdiwn.api.sizing import Factor, Frame
from fdiwn.cli.main import app
from fdiwn.enlarge.targets import default_target

FOUR = Factor(Fraction(4))
FACTS = Facts("photo", FOUR, (6000, 4000), model="fdiwn-x4", date="2026-05-31")


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (FOUR, "photo_4x"),
        (Factor(Fraction(5, 2)), "photo_2.5x"),
        (Frame(6000, 4000), "photo_6000x4000"),
        (Frame(6000), "photo_6000wide"),
        (parse_paper("60x40cm@300"), "photo_60x40cm_300ppi"),
    ],
)
def test_the_default_says_what_was_wanted(size: Factor | Frame, expected: str) -> None:
    assert expand(DEFAULT, Facts("photo", size), ".png") == f"{expected}.png"


def test_every_token_is_filled() -> None:
    template = "{date} {name} {scale} {width}x{height} {model}"
    assert expand(template, FACTS) == "2026-05-31 photo 4 6000x4000 fdiwn-x4"
    assert tokens(template) == set(naming.TOKENS)
    several = Facts("a", FOUR, model="fdiwn-x2 + fdiwn-x3")
    assert expand("{model}", several) == "fdiwn-x2+fdiwn-x3"


def test_the_number_of_a_size_in_pixels() -> None:
    facts = Facts("a", Frame(2500), factor=Fraction(5, 2))
    assert expand("{name} {scale}", facts) == "a 2.5"
    with pytest.raises(NamingError, match="not known before"):
        expand("{name} {scale}", Facts("a", Frame(2500)))
    with pytest.raises(NamingError, match="width"):
        expand("{name} {width}", Facts("a", FOUR))


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ("{nam}_{scale}x", r"\{nam\} means nothing.*\{name\}, \{scale\}, \{width\}"),
        ("{}", "means nothing"),
        ("{name", "bracket"),
        ("name}", "bracket"),
        ("out/{name}", "'/' may not"),
        ("..\\{name}", "may not"),
        ("{name}?", "may not"),
        ("{name}\n", "may not"),
        ("", "empty"),
        (" . ", "empty"),
    ],
)
def test_what_cannot_be_a_name_is_refused(template: str, why: str) -> None:
    with pytest.raises(NamingError, match=why):
        tokens(template)


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "Lpt9", "aux.photo"])
def test_names_that_windows_keeps_get_an_underscore(name: str) -> None:
    assert expand("{name}", Facts(name, FOUR), ".png") == f"_{name}.png"
    assert expand(DEFAULT, Facts("console", FOUR)) == "console_4x"


@pytest.mark.parametrize("letter", ["a", "é", "写", "\udcff"])
def test_long_names_lose_their_end(letter: str) -> None:
    name = expand(DEFAULT, Facts(letter * 250, FOUR), ".avif")
    assert name.endswith("_4x.avif")
    assert 250 < len(os.fsencode(name)) <= 255
    with pytest.raises(NamingError, match="too long"):
        expand("x" * 260, Facts("a", FOUR))


def test_the_example_is_of_an_ordinary_picture() -> None:
    text = example("{name}_{width}x{height}", Frame(3000), "m", "2026-05-31")
    assert text == "photo_3000x2000"


def test_a_turned_picture_is_measured_as_it_is_enlarged(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (30, 20)).save(tmp_path / "a.jpg", exif=exif)
    target = default_target(tmp_path / "a.jpg", 2, template="{name}_{width}x{height}")
    assert target == tmp_path / "a_40x60.jpg"


def test_the_command_names_results(tmp_path: Path, bicubic_models: dict[int, Path]) -> None:
    Image.new("RGB", (20, 14), (9, 90, 200)).save(tmp_path / "a.png")
    options = ["--scale", "2", "--model", str(bicubic_models[2]), "--backend", "torch"]
    arguments = ["upscale", str(tmp_path / "a.png"), *options, "--name"]
    done = CliRunner().invoke(app, [*arguments, "{model} {name} {width}"])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "bicubic-x2 a 40.png").is_file()
    refused = CliRunner().invoke(app, [*arguments, "{nam}"])
    assert refused.exit_code == 2
    assert "means nothing" in refused.output
