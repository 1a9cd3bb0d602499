"""The preferences dialog: theme, language, where results go, memory, notifications, priority."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QLabel,
    QWidget,
)

from app.look import theme
from app.look.translation import LANGUAGES, tr
from app.look.widgets import button, close_button, column, muted, row
from app.settings.order import Destination, Where
from app.settings.settings import Settings
from app.window.menu_bar import plain

MEMORY_LIMITS = (2, 4, 8, 16, 32)
"""GB to choose from."""
MOST_LETTERS = 40
"""Of a folder on its button; the tool tip has all of them."""


class PreferencesDialog(QDialog):
    """Changes `settings` at once, and emits `changed`; there is no confirmation."""

    changed = Signal()
    destination_chosen = Signal(object)
    """The new `Destination` of results; it is a choice of the options panel too."""

    def __init__(
        self, settings: Settings, destination: Destination, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings, self._destination = settings, destination
        self.setWindowTitle(tr("Preferences"))
        self.setMinimumWidth(440)
        self.theme = QComboBox()
        for value, text in (
            ("system", tr("As the system")),
            ("light", tr("Light")),
            ("dark", tr("Dark")),
        ):
            self.theme.addItem(text, value)
        self.language = QComboBox()
        self.language.addItem(tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.after = QComboBox()
        for where, text in (
            (Where.ASK, tr("Don't save automatically")),
            (Where.BESIDE, tr("Save next to the original")),
            (Where.FOLDER, tr("Save into the folder")),
        ):
            self.after.addItem(text, where)
        self.folder = button(tr("Choose…"), do=self._ask_folder)
        self.memory = QComboBox()
        self.memory.addItem(tr("No limit"), 0)
        for amount in (*MEMORY_LIMITS, settings.memory_limit):
            if self.memory.findData(amount) < 0:
                self.memory.addItem(f"{amount} GB", amount)
        self.memory.setToolTip(
            tr("About how much enlarging may use; with less it is slower. From the next start on")
        )
        self.restart = muted(tr("The language changes when the program starts again."))
        self.notify = QCheckBox(tr("&Notify me when a long run has ended"))
        self.notify.setToolTip(tr("Only while you work in another window"))
        self.low_priority = QCheckBox(tr("&Run at low priority"))
        self.low_priority.setToolTip(
            tr("Enlarging steps back when others need the processor; from the next start on")
        )
        self._lay_out()
        self._show()
        self.theme.currentIndexChanged.connect(self._take)
        self.language.currentIndexChanged.connect(self._take)
        self.after.activated.connect(self._choose_after)
        self.memory.currentIndexChanged.connect(self._take)
        self.notify.toggled.connect(self._take)
        self.low_priority.toggled.connect(self._take)

    def _lay_out(self) -> None:
        self.restart.hide()
        form = QGridLayout()
        form.setHorizontalSpacing(3 * theme.UNIT)
        form.setVerticalSpacing(3 * theme.UNIT // 4)
        form.setColumnStretch(1, 1)
        for line, (text, box) in enumerate(
            (
                (tr("&Theme"), self.theme),
                (tr("&Language"), self.language),
                (tr("&After each picture"), self.after),
                (tr("&Folder for results"), self.folder),
                (tr("&Memory limit"), self.memory),
            )
        ):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(plain(text))
            form.addWidget(label, line, 0)
            form.addWidget(box, line, 1)
        for line, part in enumerate((self.notify, self.low_priority), start=5):
            form.addWidget(part, line, 1)
        # Beside the button, where it makes the dialog no higher.
        parts = (form, None, row((self.restart, 1), close_button(self)))
        column(*parts, parent=self, margin=2 * theme.UNIT)

    def _show(self) -> None:
        self.theme.setCurrentIndex(max(0, self.theme.findData(self._settings.theme)))
        self.language.setCurrentIndex(max(0, self.language.findData(self._settings.language)))
        self.memory.setCurrentIndex(max(0, self.memory.findData(self._settings.memory_limit)))
        self._show_destination()
        self.notify.setChecked(self._settings.notify)
        self.low_priority.setChecked(self._settings.low_priority)

    def _show_destination(self) -> None:
        folder = self._destination.folder
        self.after.setCurrentIndex(self.after.findData(self._destination.where))
        self.folder.setText(_shortened(folder) if folder is not None else tr("Choose…"))
        self.folder.setToolTip(str(folder or ""))

    def _choose_after(self) -> None:
        where = self.after.currentData()
        if where is Where.FOLDER and self._destination.folder is None and not self._ask_folder():
            self._show_destination()  # there is no folder to save into
            return
        self._choose(replace(self._destination, where=where))

    def _ask_folder(self) -> bool:
        """Returns whether a folder was chosen."""
        start = str(self._destination.folder or self._settings.save_folder)
        name = QFileDialog.getExistingDirectory(self, tr("Folder for results"), start)
        if name:
            self._choose(replace(self._destination, folder=Path(name)))
        return bool(name)

    def _choose(self, destination: Destination) -> None:
        self._destination = destination
        self._show_destination()
        self.destination_chosen.emit(destination)
        self.changed.emit()

    def _take(self) -> None:
        language = self.language.currentData()
        self.restart.setVisible(self.restart.isVisible() or language != self._settings.language)
        self._settings.theme = self.theme.currentData()
        self._settings.language = language
        self._settings.memory_limit = self.memory.currentData()
        self._settings.notify = self.notify.isChecked()
        self._settings.low_priority = self.low_priority.isChecked()
        self.changed.emit()


def _shortened(folder: Path) -> str:
    text = str(folder)
    return text if len(text) <= MOST_LETTERS else "…" + text[1 - MOST_LETTERS :]
