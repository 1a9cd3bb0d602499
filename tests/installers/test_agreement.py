"""Id, version and types are the same on every system, in a desktop file as well."""

from __future__ import annotations

import configparser
from pathlib import Path

from fdiwn.names import APP_ID, APP_NAME, VERSION
from installers.file_types import FILE_TYPES
from installers.macos.bundle import info_plist
from installers.windows import product

LINUX = Path(__file__).parents[2] / "installers" / "linux"


def test_all_systems_say_the_same() -> None:
    info = info_plist()
    assert info["CFBundleIdentifier"] == APP_ID
    assert f'#define AppId "{APP_ID}"' in product.product()
    assert info["CFBundleShortVersionString"] == VERSION
    assert f'#define AppVersion "{VERSION}"' in product.product()


def test_a_desktop_file_names_known_types_only() -> None:
    for path in LINUX.glob("*.desktop"):
        parser = configparser.ConfigParser(interpolation=None)
        parser.read(path, encoding="utf-8")
        entry = parser["Desktop Entry"]
        assert path.stem == APP_ID
        assert entry["Name"] == APP_NAME
        types = {kind for kind in entry.get("MimeType", "").split(";") if kind}
        assert types >= {kind.mime for kind in FILE_TYPES[:4]}
