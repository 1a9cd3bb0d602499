"""Exports before and after as one labelled picture, to a file or the clipboard."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QIODevice, QObject, QRect, QSaveFile, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QColorSpace,
    QFont,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPainter,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from app.compare.paint import paint_pane, picture_area
from app.compare.panes import Pane
from app.compare.view import CompareView
from app.compare.viewport import Viewport
from app.look.theme import scheme
from app.look.translation import tr
from app.queue.job import Problem
from app.settings.settings import Settings
from fdiwn.api.errors import OutputError

log = logging.getLogger(__name__)

LARGEST = 4096
"""Largest longer side of one half, in pixels; larger pictures are reduced to it."""
LINE = 2
JPEG_QUALITY = 95


@dataclass(frozen=True)
class Sheet:
    """The layout of the picture: its panes, in rows of two, and the height of the label above
    each."""

    panes: tuple[QRect, ...]
    label: int

    @property
    def size(self) -> QSize:
        return QSize(self.panes[-1].right() + 1, self.panes[-1].bottom() + 1)


def visible_part(view: Viewport) -> Viewport:
    """A viewport of the visible part of the picture, at the same zoom."""
    area = picture_area(view).intersected(QRect(0, 0, view.view_width, view.view_height))
    x, y = view.to_picture(area.left() + area.width() / 2, area.top() + area.height() / 2)
    return replace(view, view_width=area.width(), view_height=area.height(), centre_x=x, centre_y=y)


def whole_picture(view: Viewport) -> Viewport:
    """A viewport of the whole picture, at 100 % unless that exceeds LARGEST."""
    zoom = min(1.0, LARGEST / max(view.width, view.height))
    size = (max(1, round(view.width * zoom)), max(1, round(view.height * zoom)))
    return replace(
        view,
        view_width=size[0],
        view_height=size[1],
        zoom=zoom,
        centre_x=view.width / 2,
        centre_y=view.height / 2,
    )


def sheet_of(view: Viewport, count: int = 2) -> Sheet:
    """count: of the panes, two or four."""
    label = min(96, max(28, view.view_width // 16))
    width, height = view.view_width, view.view_height
    panes = (
        QRect(n % 2 * (width + LINE), label + n // 2 * (label + height), width, height)
        for n in range(count)
    )
    return Sheet(tuple(panes), label)


def before_after(panes: Sequence[Pane], view: Viewport, screen: Path | None) -> QImage:
    """Two or four panes as `view` shows them, in rows of two, each below its label, in sRGB.

    screen: the profile of their pixels, None for sRGB.
    """
    sheet = sheet_of(view, len(panes))
    image = QImage(sheet.size, QImage.Format.Format_RGB32)
    image.fill(QColor(scheme.DARK.window))
    with QPainter(image) as painter:
        for pane, area in zip(panes, sheet.panes, strict=True):
            paint_pane(painter, pane.side, view, area, area)
            above = QRect(area.left(), area.top() - sheet.label, area.width(), sheet.label)
            _paint_label(painter, pane.label, above)
    space = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    own = _space_of(screen)
    if own is not None:
        image.setColorSpace(own)
        image.convertToColorSpace(space)
    image.setColorSpace(space)
    return image


def _space_of(screen: Path | None) -> QColorSpace | None:
    """The screen's colour space; None for sRGB, and if Qt cannot read the profile."""
    if screen is None:
        return None
    try:
        space = QColorSpace.fromIccProfile(screen.read_bytes())
    except OSError as error:
        log.warning("The screen's profile is gone, its colours are taken for sRGB: %s", error)
        return None
    return space if space.isValid() else None


def _paint_label(painter: QPainter, text: str, box: QRect) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(12, box.height() // 2))
    painter.setFont(font)
    painter.setPen(QColor(scheme.DARK.text))
    room = box.adjusted(box.height() // 3, 0, -box.height() // 3, 0)
    text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def save_image(image: QImage, target: Path) -> None:
    """Write PNG or JPEG, by the ending. Raises OutputError; then `target` is unchanged."""
    file = QSaveFile(str(target))
    what = tr("{0} was not saved").format(target.name)
    todo = tr("Choose another folder or name")
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OutputError(what, file.errorString(), todo)
    jpeg = target.suffix.lower() in (".jpg", ".jpeg")
    writer = QImageWriter(file, b"jpeg" if jpeg else b"png")
    if jpeg:
        writer.setQuality(JPEG_QUALITY)
    if not writer.write(image):
        file.cancelWriting()
        raise OutputError(what, writer.errorString(), todo)
    if not file.commit():
        raise OutputError(what, file.errorString(), todo)


ENDINGS = (".png", ".jpg", ".jpeg")


class BeforeAfter(QObject):
    """Saves and copies before and after. screen: returns the profile of the view's pixels."""

    told = Signal(str)
    """A message for the user."""
    saved = Signal(str)

    def __init__(
        self,
        view: CompareView,
        screen: Callable[[], Path | None],
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._view, self._screen = view, screen
        self._settings, self._window = settings, window

    def ask_save(self, source: Path, whole: bool) -> None:
        """Ask for a name, and write the whole picture or its visible part."""
        folder = Path(self._settings.save_folder or source.parent)
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            tr("Save before and after"),
            str(folder / f"{source.stem}_before-after.png"),
            "PNG (*.png);;JPEG (*.jpg *.jpeg)",
        )
        if not name:
            return
        target = Path(name)
        if target.suffix.lower() not in ENDINGS:
            ending = ".jpg" if chosen.startswith("JPEG") else ".png"
            target = target.with_name(target.name + ending)
            if target.exists():  # the dialog asked about the name without the ending
                text = tr("{0} exists already. Choose another name.")
                self.told.emit(text.format(target.name))
                return
        self._settings.save_folder = str(target.parent)
        try:
            save_image(self.image(whole), target)
        except OutputError as error:
            self.told.emit(Problem.of(error).sentence())
        else:
            self.saved.emit(str(target))

    def copy(self, whole: bool) -> None:
        QGuiApplication.clipboard().setImage(self.image(whole))

    def image(self, whole: bool) -> QImage:
        """Draw all panes into one picture."""
        part = (whole_picture if whole else visible_part)(self._view.viewport)
        return before_after(self._view.panes, part, self._screen())
