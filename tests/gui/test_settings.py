"""Settings survive, and survive damage."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from app.settings import order_json
from app.settings.order import Destination, Order, Where
from app.settings.settings import VERSION, Settings, load, save
from fdiwn.api.options import SaveOptions, UpscaleOptions
from fdiwn.api.size_text import parse_factor, parse_frame, parse_paper


def test_round_trip(tmp_path: Path) -> None:
    order = Order(
        UpscaleOptions(3, "m", "cpu", None, precision="float32", size=parse_paper("30x20.5cm@240")),
        SaveOptions("webp", 80, depth="8", strip="gps", background=(1, 2, 3), convert="p3"),
        Destination(Where.FOLDER, tmp_path, "{name}-{date}", overwrite=True),
    )
    settings = Settings(order, "/a", "/b", "AAAA", "loupe", "lanczos", 8, 4, "/c.icc")
    settings.sections, settings.speeds = ["file"], {"key": 12.5}
    save(settings, tmp_path / "deep" / "settings.json")
    assert load(tmp_path / "deep" / "settings.json") == settings


def test_missing_file_gives_defaults_silently(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert load(tmp_path / "none.json") == Settings()
    assert caplog.records == []


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[]", '{"version": 99, "scale": 2}', "\ufffd", '{"scale": 2}']
)
def test_damaged_file_gives_defaults_with_a_log_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert load(path) == Settings()
    assert len(caplog.records) == 1


@pytest.mark.parametrize("scale", [5, "4", True, None, 2.0])
def test_a_senseless_value_falls_back_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, scale: object
) -> None:
    path = tmp_path / "settings.json"
    order = {"upscale": {"scale": scale, "model": "kept"}}
    record = {"version": VERSION, "order": order, "sections": "size", "speeds": {"a": -1, "b": 2}}
    path.write_text(json.dumps(record))
    with caplog.at_level(logging.WARNING):
        assert load(path) == Settings(Order(UpscaleOptions(model="kept")), speeds={"b": 2.0})
    assert "scale" in caplog.text
    assert "sections" in caplog.text
    assert "speeds" in caplog.text


def test_version_1_is_carried_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "settings.json"
    old = {"version": 1, "scale": 2, "model": "m", "open_folder": "/a", "window": "AAAA"}
    path.write_text(json.dumps(old))
    expected = Settings(Order(UpscaleOptions(2, "m")), open_folder="/a", window="AAAA")
    assert load(path) == expected
    path.write_text(json.dumps({**old, "scale": 7, "model": ""}))
    assert load(path).order == Order(UpscaleOptions())
    assert "scale" in caplog.text


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("upscale", "device", "abacus"),
        ("upscale", "size", {"kind": "Factor", "value": "99"}),
        ("upscale", "size", {"kind": "Factor", "value": "1/0"}),
        ("upscale", "size", {"kind": "Furlong"}),
        ("upscale", "size", "nonsense"),
        ("upscale", "size", 4),
        ("upscale", "tile", 3),
        ("save", "quality", 0),
        ("save", "background", [1, 2]),
        ("save", "background", [1, 2, 999]),
        ("save", "lossless", 1),
        ("destination", "where", "moon"),
        ("destination", "template", "{nam}"),
        ("destination", "overwrite", "yes"),
        ("destination", "folder", 5),
    ],
)
def test_a_senseless_option_falls_back_alone(
    caplog: pytest.LogCaptureFixture, part: str, name: str, value: object
) -> None:
    record = order_json.to_json(Order(UpscaleOptions(2)))
    chosen = record[part]
    assert isinstance(chosen, dict)
    chosen[name] = value
    assert order_json.from_json(json.loads(json.dumps(record))) == Order(UpscaleOptions(2))
    assert name in caplog.text


@pytest.mark.parametrize("size", ["2.5", "11x", "x9", "11x9", "60x40mm@299.5"])
def test_sizes_survive(size: str) -> None:
    parse = parse_paper if "@" in size else parse_frame if "x" in size else parse_factor
    order = Order(UpscaleOptions(size=parse(size)))
    assert order_json.from_json(json.loads(json.dumps(order_json.to_json(order)))) == order


def test_a_folder_that_cannot_be_written_is_only_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    save(Settings(), tmp_path / "file" / "settings.json")
    assert "cannot be saved" in caplog.text
