"""The theme: palette, style sheet, icons, and the choice of light or dark.

One accent colour; the rest is neutral grey.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import ClassVar

from PySide6.QtCore import QByteArray, QObject, QRect, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.look.theme.scheme import DARK, LIGHT, Colours
from app.look.theme.style import stylesheet
from fdiwn.api.resources import resource

log = logging.getLogger(__name__)

INK = "#808080"
UNIT = 8
"""Pixels; distances are multiples of it."""


_applied = [DARK]  # a list, so that the name is not rebound


def colours() -> Colours:
    """The colours of the current theme."""
    return _applied[0]


def apply(application: QApplication, chosen: Colours = DARK) -> None:
    """Apply this theme to the application. Custom painting reads `colours` each time.

    Does nothing if it is applied already: Qt would update every widget, which takes half a second.
    """
    sheet = stylesheet(chosen)
    if _applied[0] is chosen and application.styleSheet() == sheet:
        return
    _applied[0] = chosen
    with _no_collection():
        application.setStyle("Fusion")
        application.setPalette(palette(chosen))
        application.setStyleSheet(sheet)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keeps Python's cyclic collector from deleting widgets while Qt iterates over all of them.

    Qt calls `changeEvent` of each, including those written in Python, where the collector may run;
    Qt would then call a widget that it deleted, and crash.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def palette(colours: Colours) -> QPalette:
    roles = QPalette.ColorRole
    made = QPalette()
    for role, colour in {
        roles.Window: colours.window,
        roles.WindowText: colours.text,
        roles.Base: colours.panel,
        roles.AlternateBase: colours.raised,
        roles.Text: colours.text,
        roles.PlaceholderText: colours.faint,
        roles.Button: colours.raised,
        roles.ButtonText: colours.text,
        roles.BrightText: colours.accent_text,
        roles.Highlight: colours.accent,
        roles.HighlightedText: colours.accent_text,
        roles.Accent: colours.accent,
        roles.Link: colours.focus,
        roles.ToolTipBase: colours.raised,
        roles.ToolTipText: colours.text,
        roles.Mid: colours.border,
        roles.Dark: colours.window,
        roles.Light: colours.border,
        roles.Midlight: colours.border,
        roles.Shadow: "#000000",
    }.items():
        made.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText, roles.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return made


@cache
def icon(name: str, colour: str = "text", checked: str = "") -> QIcon:
    """The drawn icon `name`, paler if disabled. It follows the theme.

    colour: a name of `Colours`, or "#rrggbb" for a fixed one. checked: the same for checked
    buttons, if it differs.
    """
    return QIcon(_IconEngine(name, colour, checked or colour))


def icon_pixmap(name: str, size: int, colour: str) -> QPixmap:
    """`size` in device pixels. Recolours the drawing's grey, INK; other colours stay."""
    drawing = _drawing(name).replace(INK, colour)
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    if renderer.isValid():
        with QPainter(image) as painter:
            renderer.render(painter)
    return QPixmap.fromImage(image)


class _IconEngine(QIconEngine):
    """Draws an icon at the requested size in the current colours."""

    _clones: ClassVar[list[_IconEngine]] = []
    """Qt deletes a clone without telling Python, so Python must never delete it."""

    def __init__(self, name: str, colour: str, checked: str) -> None:
        super().__init__()
        self._name, self._colour, self._checked = name, colour, checked

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        disabled = mode == QIcon.Mode.Disabled
        wanted = self._checked if state == QIcon.State.On else self._colour
        colour = getattr(colours(), "faint" if disabled else wanted, wanted)
        return icon_pixmap(self._name, min(size.width(), size.height()), colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = rect.size() * painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.pixmap(size, mode, state))

    def clone(self) -> QIconEngine:
        self._clones.append(_IconEngine(self._name, self._colour, self._checked))
        return self._clones[-1]


@cache
def _drawing(name: str) -> str:
    try:
        return resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    except OSError as error:
        log.warning("The icon %s is missing: %s", name, error)
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'/>"


def paint_checkers(painter: QPainter, area: QRect, square: int = UNIT) -> None:
    """The two greys behind transparent pictures."""
    tile = QImage(2 * square, 2 * square, QImage.Format.Format_RGB32)
    tile.fill(QColor("#6a6a6a"))
    with QPainter(tile) as two:
        two.fillRect(0, 0, square, square, QColor("#7d7d7d"))
        two.fillRect(square, square, square, square, QColor("#7d7d7d"))
    painter.save()
    painter.setBrushOrigin(area.topLeft())
    painter.fillRect(area, QBrush(tile))
    painter.restore()


SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Appearance(QObject):
    """Applies the chosen theme, and follows the system's changes if asked to."""

    def __init__(self, application: QApplication, chosen: str, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._chosen = ""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(chosen)

    def choose(self, chosen: str) -> None:
        """chosen: one of `settings.THEMES`. Applied at once, to open windows too."""
        if chosen == self._chosen:
            return
        self._chosen = chosen
        # The system draws title bars and its own dialogs; they should match.
        with _no_collection():
            QGuiApplication.styleHints().setColorScheme(
                SCHEMES.get(chosen, Qt.ColorScheme.Unknown)  # Unknown: as the system has it
            )
        self._apply()

    def _follow(self) -> None:
        if self._chosen == "system":
            self._apply()

    def _apply(self) -> None:
        scheme = SCHEMES.get(self._chosen, QGuiApplication.styleHints().colorScheme())
        light = scheme == Qt.ColorScheme.Light  # dark if the system does not say
        apply(self._application, LIGHT if light else DARK)
