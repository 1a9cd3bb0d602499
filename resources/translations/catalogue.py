"""Catalogues in Qt's format of translation sources (.ts): read, brought up to date, written."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from pathlib import Path

from resources.translations.strings import String

Forms = tuple[str, ...]
"""The translation; of a text with plurals, one for each form of the language."""
PLURAL_FORMS = {"en": 2, "de": 2, "fr": 2, "es": 2, "ja": 1, "zh_CN": 1}
HEADER = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def read(path: Path) -> dict[String, Forms]:
    """The translations in a file; () for a text that has none yet."""
    found: dict[String, Forms] = {}
    if not path.exists():
        return found
    # The project's own file, in its own source tree.
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314
        for message in context.iter("message"):
            plural = message.get("numerus") == "yes"
            string = String(context.findtext("name", ""), message.findtext("source", ""), plural)
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            texts = tuple(forms if plural else [translation.text or ""])
            found[string] = texts if all(texts) else ()
    return found


def updated(
    language: str, strings: Iterable[String], known: Mapping[String, Forms]
) -> dict[String, Forms]:
    """A translation for each of `strings`, () where there is none.

    What has gone from the source goes from the catalogue. A text that has moved to another
    context keeps its translation. English has only what has plurals.
    """
    by_source = {(s.source, s.plural): forms for s, forms in known.items() if forms}
    return {
        string: known.get(string, ())
        or by_source.get((string.source, string.plural), ())
        or (english_forms(string.source) if language == "en" else ())
        for string in strings
        if language != "en" or string.plural
    }


def english_forms(source: str) -> Forms:
    """One picture, two pictures: the noun after the number loses its s."""
    return re.sub(r"%n (\w+)s\b", r"%n \1", source), source


def write(path: Path, language: str, translations: Mapping[String, Forms]) -> None:
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name in sorted({string.context for string in translations}):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for string, forms in translations.items():
            if string.context == name:
                _add(context, string, forms, PLURAL_FORMS[language])
    ET.indent(root, "    ")
    text = HEADER + ET.tostring(root, encoding="unicode") + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def _add(context: ET.Element, string: String, forms: Forms, count: int) -> None:
    message = ET.SubElement(context, "message", {"numerus": "yes"} if string.plural else {})
    ET.SubElement(message, "source").text = string.source
    translation = ET.SubElement(message, "translation")
    if not forms:
        translation.set("type", "unfinished")
    if string.plural:
        for form in forms or [""] * count:
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = forms[0] if forms else None
