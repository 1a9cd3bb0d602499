"""The recently opened files and folders, and their menu."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.look.question import ask
from app.look.translation import tr
from app.settings.settings import Settings
from fdiwn.api.resources import resource

MOST = 12


def remember(recent: list[str], paths: Iterable[Path]) -> list[str]:
    """Put `paths` first in `recent`, each once, at most `MOST`; not the program's own files."""
    own = resource("sample")
    fresh = [str(path) for path in paths if own not in path.parents]
    return list(dict.fromkeys([*fresh, *recent]))[:MOST]


def there(recent: Iterable[str]) -> list[str]:
    """The paths that still exist."""
    return [text for text in recent if _exists(Path(text))]


class RecentMenu(QMenu):
    """The menu, filled when it opens; missing files are then removed from the settings too."""

    chosen = Signal(object)
    """A path."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(tr("Open &Recent"))
        self.setToolTipsVisible(True)
        self._settings, self._window = settings, parent
        self.aboutToShow.connect(self.refill)
        self.refill()

    def remember(self, paths: Iterable[Path]) -> None:
        self._settings.recent = remember(self._settings.recent, paths)

    def refill(self) -> None:
        self._settings.recent = there(self._settings.recent)
        self.clear()
        for number, text in enumerate(self._settings.recent, start=1):
            path = Path(text)
            name = path.name.replace("&", "&&")
            action = self.addAction(f"&{number} {name}" if number < 10 else name)
            action.setToolTip(text)
            action.setStatusTip(text)
            action.triggered.connect(lambda _=False, path=path: self.chosen.emit(path))
        if not self._settings.recent:
            nothing = self.addAction(tr("Nothing opened yet"))
            nothing.setStatusTip(nothing.text())
            nothing.setEnabled(False)
        self.addSeparator()
        self.clear_list = self.addAction(tr("&Clear This List"))
        self.clear_list.setStatusTip(self.clear_list.toolTip())
        self.clear_list.triggered.connect(self._ask_forget)
        self.clear_list.setEnabled(bool(self._settings.recent))

    def _ask_forget(self) -> None:
        text = tr("Clear the list of what was opened? The files themselves stay.")
        ask(self._window, text, tr("Clear"), self._forget)

    def _forget(self) -> None:
        self._settings.recent = []


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # for example a disconnected share
        return False
