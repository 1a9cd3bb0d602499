"""Which theme the application wears: the one chosen, or the one that the system has now."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.look import theme
from app.look.theme import scheme as theme_scheme

SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Appearance(QObject):
    """Dresses the application, and again whenever the system changes while it is followed."""

    def __init__(self, application: QApplication, chosen: str) -> None:
        super().__init__(application)
        self._application = application
        self._chosen = ""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self.wear(chosen)

    def wear(self, chosen: str) -> None:
        """chosen: one of `settings.THEMES`. It is seen at once, in open windows too."""
        if chosen == self._chosen:
            return
        self._chosen = chosen
        # The system draws title bars and its own dialogs, and should draw them alike.
        QGuiApplication.styleHints().setColorScheme(
            SCHEMES.get(chosen, Qt.ColorScheme.Unknown)  # Unknown: as the system has it
        )
        self._dress()

    def _follow(self) -> None:
        if self._chosen == "system":
            self._dress()

    def _dress(self) -> None:
        scheme = SCHEMES.get(self._chosen, QGuiApplication.styleHints().colorScheme())
        light = scheme == Qt.ColorScheme.Light  # dark where the system does not say
        theme.apply(self._application, theme_scheme.LIGHT if light else theme_scheme.DARK)
