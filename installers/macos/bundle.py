"""What the application bundle tells macOS: its Info.plist, from names and file types.

The specification of the freeze passes `info_plist()` to its BUNDLE.
"""

from __future__ import annotations

from typing import Any

from fdiwn.api.names import APP_ID, APP_NAME, VERSION
from installers.file_types import FILE_TYPES

MINIMUM_SYSTEM = "14.0"
"""The highest that the wheels ask for, those of PyTorch among them; Apple silicon only."""


def info_plist() -> dict[str, Any]:
    """The keys beside those that the freezing tool writes by itself."""
    return {
        "CFBundleIdentifier": APP_ID,
        "CFBundleName": APP_NAME,
        "CFBundleDisplayName": APP_NAME,
        "CFBundleShortVersionString": VERSION,
        "CFBundleVersion": VERSION,
        "LSMinimumSystemVersion": MINIMUM_SYSTEM,
        "LSApplicationCategoryType": "public.app-category.graphics-design",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # dark where the system is
        "NSHumanReadableCopyright": "Apache License 2.0",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": f"{kind.name} picture",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",  # in "Open with", never the default
                **_content(kind.uti, kind.endings),
            }
            for kind in FILE_TYPES
        ],
    }


def _content(uti: str, endings: tuple[str, ...]) -> dict[str, list[str]]:
    if uti:
        return {"LSItemContentTypes": [uti]}
    return {"CFBundleTypeExtensions": [ending.removeprefix(".") for ending in endings]}
