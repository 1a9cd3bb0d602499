"""All scenes, one after the other, and in the languages that test the room for words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication

from app.look import theme, translation
from fdiwn.api.names import APP_NAME
from fdiwn.api.resources import resource
from tests.benchmarks import shots_scenes as scenes
from tests.benchmarks.screenshots import SIZES, THEMES
from tests.benchmarks.shots_comparing import comparing, cropping, four
from tests.benchmarks.shots_edit import edit
from tests.benchmarks.shots_studio import Look, Studio
from tests.benchmarks.shots_views import readme, views
from tests.gui.test_translations import Pseudo

Scene = Callable[[Studio], None]
SCENES: Mapping[str, Scene] = {
    "empty": scenes.empty,
    "restore": scenes.restore,
    "preview": scenes.preview,
    "compare": comparing,
    "four": four,
    "crop": cropping,
    "queue": scenes.queue,
    "steps": scenes.steps,
    "menus": scenes.menus,
    "options": scenes.options,
    "dialogs": scenes.dialogs,
    "edit": edit,
    "views": views,
}
ALSO_IN = ("empty", "four", "queue", "menus", "options", "dialogs", "edit")
"""Scenes that are drawn in other languages as well."""
README_PICTURE, README_SIZE = resource("docs/window.png"), (1180, 740)
LOOKS = tuple(Look(theme, size) for size in SIZES for theme in THEMES)


def shoot(out: Path, folder: Path, only: str, for_readme: bool) -> int:
    """Returns the number of pictures. only: part of the names of the scenes that are wanted."""
    application = QApplication([APP_NAME])
    owner = QObject()
    translation.install("en", owner)
    theme.apply(application)
    studio = Studio(out, folder, LOOKS)
    if for_readme:
        readme(Studio(out, folder / "readme", (Look("dark", README_SIZE),)), README_PICTURE)
        return 1
    for name, scene in SCENES.items():
        if only in name:
            print(name, flush=True)
            scene(studio)
    for language in ("de", "ja", "mirrored"):
        _speak(application, language, owner)
        other = Studio(out, folder / language, (LOOKS[0],), f"{language}-")
        for name in ALSO_IN:
            if only in f"{language}-{name}":
                print(f"{language}-{name}", flush=True)
                SCENES[name](other)
        studio.count += other.count
    return studio.count


def _speak(application: QApplication, language: str, owner: QObject) -> None:
    if language == "mirrored":
        translation.install("en", owner)
        QLocale.setDefault(QLocale("en"))
        translator = Pseudo(owner)
        application.installTranslator(translator)
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    else:
        translation.install(language, owner)
