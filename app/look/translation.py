"""The languages, their catalogues, and `tr`."""

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
"""Each in its own language. English has a catalogue too, for its plurals."""


def install(language: str, owner: QObject) -> str:
    """Set the language to `language`, a key of `LANGUAGES`, or "" for the system's.

    owner: owns the catalogues. Returns the language used. Existing texts do not change, so call
    this before the window is created.
    """
    chosen = language if language in LANGUAGES else _of_system()
    if language in LANGUAGES:
        QLocale.setDefault(QLocale(chosen))  # for numbers and dates too
    qt_own = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # Qt searches the last installed catalogue first; English fills its gaps.
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
    """The first of the user's languages with a catalogue."""
    for wanted in QLocale.system().uiLanguages():
        name = wanted.replace("-", "_")
        parts = name.split("_")
        if parts[0] == "zh" and ("TW" in parts or "HK" in parts or "Hant" in parts):
            continue  # a different script
        for known in LANGUAGES:
            if known == name or known.split("_")[0] == parts[0]:
                return known
    return "en"


def tr(text: str) -> str:
    """Translates a text. It must be a literal, so that the catalogues find it."""
    return QCoreApplication.translate("app", text)


def counted(text: str, count: int) -> str:
    """A text with %n in it, in the plural form for the number."""
    return QCoreApplication.translate("app", text, None, count)
