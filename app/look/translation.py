"""The languages, the loading of their catalogues, and `tr`."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from fdiwn.api.resources import resource

log = logging.getLogger(__name__)

LANGUAGES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "ja": "日本語",
    "zh_CN": "简体中文",
}
"""Each by its own name. English too has a catalogue: for its plurals."""


def install(language: str, owner: QObject) -> str:
    """Translate from now on into `language`, a key of `LANGUAGES`, or "" for the system's.

    owner: keeps the catalogues. Returns the language that was taken. What already has its text
    keeps it, so this comes before the window is made.
    """
    chosen = language if language in LANGUAGES else _of_system()
    if language in LANGUAGES:
        QLocale.setDefault(QLocale(chosen))  # of numbers and dates too
    qt_own = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # The one installed last is asked first; English answers for what a catalogue lacks.
    for path in (
        catalogue("en"),
        *((qt_own / f"qtbase_{chosen}.qm", catalogue(chosen)) if chosen != "en" else ()),
    ):
        translator = QTranslator(owner)
        if translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
        else:
            log.warning("The catalogue %s cannot be read", path)
    return chosen


def catalogue(language: str) -> Path:
    return resource(f"translations/app_{language}.qm")


def _of_system() -> str:
    """The first of the user's languages that there is a catalogue for."""
    for wanted in QLocale.system().uiLanguages():
        name = wanted.replace("-", "_")
        parts = name.split("_")
        if parts[0] == "zh" and ("TW" in parts or "HK" in parts or "Hant" in parts):
            continue  # another script
        for known in LANGUAGES:
            if known == name or known.split("_")[0] == parts[0]:
                return known
    return "en"


def tr(text: str) -> str:
    """A text in the language of the window. It is written out in the call, for the catalogues."""
    return QCoreApplication.translate("app", text)


def counted(text: str, count: int) -> str:
    """A text with %n in it, in the form that the number asks for."""
    return QCoreApplication.translate("app", text, None, count)
