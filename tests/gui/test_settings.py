"""Settings survive, and survive damage."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from app.settings import VERSION, Settings, load, save


def test_round_trip(tmp_path: Path) -> None:
    settings = Settings(scale=3, model="m", open_folder="/a", save_folder="/b", window="AAAA")
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
    path.write_text(json.dumps({"version": VERSION, "scale": scale, "model": "kept"}))
    with caplog.at_level(logging.WARNING):
        assert load(path) == Settings(model="kept")
    assert "scale" in caplog.text


def test_a_folder_that_cannot_be_written_is_only_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    save(Settings(), tmp_path / "file" / "settings.json")
    assert "cannot be saved" in caplog.text
