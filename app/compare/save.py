"""Before and after, asked for by the user: into a file or the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from app.compare.export import before_after, save_image, visible_part, whole_picture
from app.compare.view import CompareView
from app.queue.job import Problem
from app.settings.settings import Settings
from fdiwn.api.errors import OutputError

ENDINGS = (".png", ".jpg", ".jpeg")


class BeforeAfter(QObject):
    """Needs the window for its dialog only. screen: tells the profile of the view's pixels."""

    told = Signal(str)
    """Something the user should know."""
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
        """Ask for a name, and write the whole picture or what is in view of it."""
        folder = Path(self._settings.save_folder or source.parent)
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save before and after"),
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
                text = self.tr("{0} exists already. Choose another name.")
                self.told.emit(text.format(target.name))
                return
        self._settings.save_folder = str(target.parent)
        try:
            save_image(self.image(whole), target)
        except OutputError as error:
            self.told.emit(Problem(error.what, error.why, error.todo).sentence())
        else:
            self.saved.emit(str(target))

    def copy(self, whole: bool) -> None:
        QGuiApplication.clipboard().setImage(self.image(whole))

    def image(self, whole: bool) -> QImage:
        """Both sides, of which there must be two, in one picture."""
        left, right = self._view.left, self._view.right
        assert left is not None
        assert right is not None
        part = (whole_picture if whole else visible_part)(self._view.viewport)
        return before_after(left, right, self._view.labels, part, self._screen())
