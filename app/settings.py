"""What the window remembers, as one typed record in one JSON file."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import platformdirs

from fdiwn.names import DISTRIBUTION
from fdiwn.options import SCALES

log = logging.getLogger(__name__)

VERSION = 1


@dataclass
class Settings:
    """scale: as in `UpscaleOptions`. model: a name, empty for the best installed.

    window: Qt's geometry as base64, empty at first. Folders: the last used, empty at first.
    live_preview: whether what is in view is enlarged at once.
    """

    scale: int = 4
    model: str = ""
    open_folder: str = ""
    save_folder: str = ""
    window: str = ""
    live_preview: bool = True


def default_path() -> Path:
    return platformdirs.user_config_path(DISTRIBUTION, appauthor=False) / "settings.json"


def load(path: Path) -> Settings:
    """Read settings; what is missing, damaged or senseless keeps its default, with a log line."""
    settings = Settings()
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return settings
    except (OSError, ValueError) as error:
        log.warning("The settings in %s cannot be read and start afresh: %s", path, error)
        return settings
    if not isinstance(stored, dict) or stored.get("version") != VERSION:
        log.warning("The settings in %s are of another version and start afresh", path)
        return settings
    for field in fields(Settings):
        value = stored.get(field.name, getattr(settings, field.name))
        if _sensible(field.name, value, type(getattr(settings, field.name))):
            setattr(settings, field.name, value)
        else:
            log.warning("The setting %s=%r makes no sense and is left out", field.name, value)
    return settings


def save(settings: Settings, path: Path) -> None:
    """Write settings; a failure is logged, since nobody should lose work over it."""
    draft = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(
            json.dumps({"version": VERSION, **asdict(settings)}, indent=2), encoding="utf-8"
        )
        draft.replace(path)
    except OSError as error:
        log.warning("The settings cannot be saved in %s: %s", path, error)


def _sensible(name: str, value: object, kind: type) -> bool:
    if type(value) is not kind:  # bool is an int to isinstance
        return False
    return name != "scale" or value in SCALES
