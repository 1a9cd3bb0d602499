"""Brings the catalogues up to date with the window's source, and compiles them.

    python -m resources.translations.update                     after a change of any string
    python -m resources.translations.update --missing todo.json what has no translation yet
    python -m resources.translations.update --fill de de.json   takes translations in

The file of `--missing` has, for each language, the texts to translate, each with "" or, where it
has plurals, with a list of as many "" as the language has forms. Filled in, the part of one
language is what `--fill` takes. Placeholders ({0}, %n) and the & before the letter of a menu's key
have to stay; a placeholder may move.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import PySide6

from resources.translations.catalogue import PLURAL_FORMS, Forms, read, updated, write
from resources.translations.strings import CannotExtract, String, strings_of

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "app"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--missing", type=Path, metavar="FILE")
    parser.add_argument("--fill", nargs=2, metavar=("LANGUAGE", "FILE"))
    arguments = parser.parse_args()
    fresh: dict[str, Mapping[str, str | list[str]]] = {}
    if arguments.fill:
        language, file = arguments.fill
        fresh[language] = json.loads(Path(file).read_text(encoding="utf-8"))
    try:
        strings = strings_of(SOURCES)
        missing = {code: bring(code, strings, fresh.get(code, {})) for code in PLURAL_FORMS}
    except CannotExtract as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.missing:
        text = json.dumps(missing, ensure_ascii=False, indent=1)
        arguments.missing.write_text(text, encoding="utf-8")
    return 0


def bring(
    language: str, strings: list[String], fresh: Mapping[str, str | list[str]]
) -> dict[str, str | list[str]]:
    """Update and compile one catalogue; returns what it lacks."""
    path = source_of(language)
    translations = updated(language, strings, read(path))
    for string, given in list(translations.items()):
        forms = _forms(fresh.get(string.source, given))
        problem = fault(language, string, forms)
        if problem:
            raise CannotExtract(f"{language}: {problem}: {string.source!r} -> {forms}")
        translations[string] = forms
    write(path, language, translations)
    compile_catalogue(path, path.with_suffix(".qm"))
    lacking = [string for string, forms in translations.items() if not forms]
    print(f"{path.name}: {len(translations)} texts, {len(lacking)} without a translation")
    count = PLURAL_FORMS[language]
    return {s.source: [""] * count if s.plural else "" for s in lacking}


def source_of(language: str) -> Path:
    return HERE / f"app_{language}.ts"


def compile_catalogue(source: Path, target: Path) -> None:
    """Qt's own compiler, which comes with Qt for Python."""
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    tool = Path(PySide6.__file__).parent / name
    subprocess.run([tool, "-silent", source, "-qm", target], check=True)


def fault(language: str, string: String, forms: Forms) -> str:
    """What is wrong with a translation, empty if nothing is or there is none."""
    if not forms:
        return ""
    if len(forms) != (PLURAL_FORMS[language] if string.plural else 1):
        return "the wrong number of forms"
    for form in forms:
        # A singular may say "one picture" without its number.
        wanted = set(re.findall(r"\{\d[^}]*\}", string.source))
        if set(re.findall(r"\{\d[^}]*\}", form)) != wanted:
            return "other placeholders"
        if ("%n" in form) and not string.plural:
            return "a number that nobody gives"
    return ""


def _forms(given: str | list[str] | Forms) -> Forms:
    texts = (given,) if isinstance(given, str) else tuple(given)
    return texts if all(texts) else ()


if __name__ == "__main__":
    sys.exit(main())
