"""Id, version and types are the same on every system, in a desktop file as well."""

from __future__ import annotations

import configparser

from fdiwn.api.names import APP_ID, APP_NAME, VERSION
from installers.file_types import FILE_TYPES
from installers.linux.desktop_file import desktop_file
from installers.linux.media_types import TYPES, WITHOUT_TYPE
from installers.macos.bundle import info_plist
from installers.windows import product


def test_all_systems_say_the_same() -> None:
    info = info_plist()
    assert info["CFBundleIdentifier"] == APP_ID
    assert f'#define AppId "{APP_ID}"' in product.product()
    assert info["CFBundleShortVersionString"] == VERSION
    assert f'#define AppVersion "{VERSION}"' in product.product()


def test_the_desktop_file_has_the_kinds_of_the_other_systems() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(desktop_file())
    entry = parser["Desktop Entry"]
    assert entry["Name"] == APP_NAME
    types = {kind for kind in entry["MimeType"].split(";") if kind}
    for kind in FILE_TYPES:
        named = {TYPES[ending] for ending in kind.endings if ending not in WITHOUT_TYPE}
        assert named
        assert named <= types
