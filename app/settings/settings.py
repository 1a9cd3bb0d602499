"""The settings of the window, as one typed record in one JSON file."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from app.settings import order_json
from app.settings.json_file import write_file
from app.settings.order import Order
from fdiwn.api.json_records import to_plain, with_sense
from fdiwn.api.names import DISTRIBUTION
from fdiwn.api.options import UpscaleOptions

log = logging.getLogger(__name__)

VERSION = 2
THEMES = ("system", "light", "dark")


@dataclass
class Settings:
    """order: the last choice for new pictures.

    window: Qt's geometry as base64, empty at first. Folders: the last used, empty at first.
    compare_mode, compare_left, compare_panes, difference_factor, loupe_zoom: as in
    `app.compare.side` and `app.compare.choice`. screen_profile: an ICC file, empty for the
    system's. sections: the open sections of the options. speeds: pixels that the network read per
    second in earlier runs, by `fdiwn.api.estimate.speed_key`. theme: one of `THEMES`. language: a
    key of `app.look.translation.LANGUAGES`, empty for the system's. notify: notify at the end of a
    long run. low_priority: run at low priority. memory_limit: of the engine, in GB, 0 for none.
    recent: paths, the latest first. live_preview: whether the visible part is enlarged at once.
    batch: see `app.batch.choice`. list_width, options_width: of the panels, in pixels; 0 for the
    usual.
    """

    order: Order = field(default_factory=lambda: Order(UpscaleOptions()))
    open_folder: str = ""
    save_folder: str = ""
    window: str = ""
    compare_mode: str = "split"
    compare_left: str = "bicubic"
    difference_factor: int = 4
    loupe_zoom: int = 2
    screen_profile: str = ""
    sections: list[str] = field(default_factory=lambda: ["size", "model"])
    speeds: dict[str, float] = field(default_factory=dict)
    theme: str = "dark"
    language: str = ""
    notify: bool = True
    low_priority: bool = True
    memory_limit: int = 0
    recent: list[str] = field(default_factory=list)
    live_preview: bool = True
    batch: dict[str, Any] = field(default_factory=dict)
    list_width: int = 0
    options_width: int = 0
    compare_panes: list[str] = field(default_factory=list)


def default_path() -> Path:
    return platformdirs.user_config_path(DISTRIBUTION, appauthor=False) / "settings.json"


def load(path: Path) -> Settings:
    """Read settings; missing, damaged or invalid values keep their defaults, with a log line."""
    settings = Settings()
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return settings
    except (OSError, ValueError) as error:
        log.warning("The settings in %s cannot be read and start afresh: %s", path, error)
        return settings
    if isinstance(stored, dict) and stored.get("version") == 1:
        stored = _from_version_1(stored)
    if not isinstance(stored, dict) or stored.get("version") != VERSION:
        log.warning("The settings in %s are of another version and start afresh", path)
        return settings
    order = order_json.from_json(stored.pop("order", None))
    if isinstance(speeds := stored.get("speeds"), dict):
        stored["speeds"] = _with_sense(speeds)
    settings = with_sense(stored, Settings(order))
    if settings.memory_limit < 0:
        log.warning("A memory limit of %d GB makes no sense", settings.memory_limit)
        settings.memory_limit = Settings.memory_limit
    if settings.theme not in THEMES:
        log.warning("There is no theme %r", settings.theme)
        settings.theme = Settings.theme
    return settings


def _with_sense(speeds: dict[str, Any]) -> dict[str, Any]:
    kept = {key: v for key, v in speeds.items() if type(v) in (int, float) and 1 <= v < 1e15}
    if len(kept) < len(speeds):
        log.warning("Some of the measured speeds make no sense and are left out")
    return kept


def save(settings: Settings, path: Path) -> None:
    """Write settings; a failure is only logged, so that no work is lost over it."""
    record = to_plain(settings) | {"order": order_json.to_json(settings.order)}
    write_file(path, json.dumps({"version": VERSION, **record}, indent=2))


def _from_version_1(stored: dict[str, object]) -> dict[str, object]:
    """Version 1 had scale and model as separate settings, and no other options."""
    rest = {name: value for name, value in stored.items() if name not in ("scale", "model")}
    chosen = {name: stored[name] for name in ("scale", "model") if name in stored}
    if chosen.get("model") == "":
        del chosen["model"]  # it meant the best model
    return {**rest, "version": VERSION, "order": {"upscale": chosen}}
