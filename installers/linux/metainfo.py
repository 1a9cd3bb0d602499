"""What software centres show of the program, as an AppStream file.

It has no screenshots and no home page, because there is no address yet where such would lie.
"""

from __future__ import annotations

from xml.etree import ElementTree

from fdiwn.api.names import APP_ID, APP_NAME, COMMAND, WINDOW_COMMAND
from installers.linux.desktop_file import CATEGORIES
from installers.linux.media_types import MEDIA_TYPES
from installers.linux.releases import Release
from installers.linux.texts import ENGLISH, Of, in_all_languages

DEVELOPER = f"{APP_NAME} contributors"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def metainfo(releases: list[Release]) -> bytes:
    """The content of ``share/metainfo/<APP_ID>.metainfo.xml``."""
    root = ElementTree.Element("component", type="desktop-application")
    _add(root, "id", APP_ID)
    _add(root, "metadata_license", "CC0-1.0")
    _add(root, "project_license", "Apache-2.0")
    _add(root, "name", APP_NAME)
    _add_localised(root, "summary", lambda texts: texts.summary)
    developer = ElementTree.SubElement(root, "developer", id=APP_ID.rpartition(".")[0].lower())
    _add(developer, "name", DEVELOPER)
    _add(root, "developer_name", DEVELOPER)  # what AppStream before 1.0 reads, as in Debian 12
    _add_description(root)
    _add(root, "launchable", f"{APP_ID}.desktop", type="desktop-id")
    categories = ElementTree.SubElement(root, "categories")
    for name in CATEGORIES:
        _add(categories, "category", name)
    provides = ElementTree.SubElement(root, "provides")
    for name in (COMMAND, WINDOW_COMMAND):
        _add(provides, "binary", name)
    for name in MEDIA_TYPES:
        _add(provides, "mediatype", name)
    ElementTree.SubElement(root, "content_rating", type="oars-1.1")
    _add_releases(root, releases)
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add_description(root: ElementTree.Element) -> None:
    description = ElementTree.SubElement(root, "description")
    for i in range(len(ENGLISH.about)):
        _add_localised(description, "p", lambda texts, i=i: texts.about[i])  # type: ignore[misc]
    points = ElementTree.SubElement(description, "ul")
    for i in range(len(ENGLISH.can)):
        _add_localised(points, "li", lambda texts, i=i: texts.can[i])  # type: ignore[misc]


def _add_releases(root: ElementTree.Element, releases: list[Release]) -> None:
    history = ElementTree.SubElement(root, "releases")
    for release in releases:
        entry = ElementTree.SubElement(
            history,
            "release",
            version=release.version,
            date=release.day.isoformat(),
            type="stable" if release.stable else "development",
        )
        if release.changes:
            points = ElementTree.SubElement(ElementTree.SubElement(entry, "description"), "ul")
            for text in release.changes:
                _add(points, "li", text)


def _add(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, tag, attributes).text = text


def _add_localised(parent: ElementTree.Element, tag: str, of: Of) -> None:
    for code, text in in_all_languages(of).items():
        _add(parent, tag, text, **({_LANGUAGE: code} if code else {}))
