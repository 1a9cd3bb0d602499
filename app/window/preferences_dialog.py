"""The preferences dialog: theme, language, notifications, priority."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QWidget,
)

from app.look import theme
from app.look.translation import LANGUAGES, tr
from app.look.widgets import close_button, column, muted
from app.settings.settings import Settings
from app.window.menu_bar import plain


class PreferencesDialog(QDialog):
    """Changes `settings` at once, and emits `changed`; there is no confirmation."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
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
        self.restart = muted(tr("The language changes when the program starts again."))
        self.notify = QCheckBox(tr("&Notify me when a long run has ended"))
        self.notify.setToolTip(tr("Only while you work in another window"))
        self.low_priority = QCheckBox(tr("Let &other programs go first"))
        self.low_priority.setToolTip(
            tr("Enlarging steps back when others need the processor; from the next start on")
        )
        self._lay_out()
        self._show()
        self.theme.currentIndexChanged.connect(self._take)
        self.language.currentIndexChanged.connect(self._take)
        self.notify.toggled.connect(self._take)
        self.low_priority.toggled.connect(self._take)

    def _lay_out(self) -> None:
        self.restart.hide()
        form = QGridLayout()
        form.setHorizontalSpacing(3 * theme.UNIT)
        form.setVerticalSpacing(int(1.5 * theme.UNIT))
        form.setColumnStretch(1, 1)
        for row, (text, box) in enumerate(
            ((tr("&Theme"), self.theme), (tr("&Language"), self.language))
        ):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(plain(text))
            form.addWidget(label, row, 0)
            form.addWidget(box, row, 1)
        for row, part in enumerate((self.restart, self.notify, self.low_priority), start=2):
            form.addWidget(part, row, 1)
        parts = (form, None, close_button(self))
        column(*parts, parent=self, margin=3 * theme.UNIT, spacing=3 * theme.UNIT)

    def _show(self) -> None:
        self.theme.setCurrentIndex(max(0, self.theme.findData(self._settings.theme)))
        self.language.setCurrentIndex(max(0, self.language.findData(self._settings.language)))
        self.notify.setChecked(self._settings.notify)
        self.low_priority.setChecked(self._settings.low_priority)

    def _take(self) -> None:
        language = self.language.currentData()
        self.restart.setVisible(self.restart.isVisible() or language != self._settings.language)
        self._settings.theme = self.theme.currentData()
        self._settings.language = language
        self._settings.notify = self.notify.isChecked()
        self._settings.low_priority = self.low_priority.isChecked()
        self.changed.emit()
