"""Theme, language and manners. What is changed holds at once; there is nothing to confirm."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.look import theme
from app.look.translation import LANGUAGES
from app.settings.settings import Settings
from app.window.menu_bar import plain


class PreferencesDialog(QDialog):
    """Writes into `settings` itself; `changed` says that it did."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(440)
        self.theme = QComboBox()
        for value, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme.addItem(text, value)
        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.restart = QLabel(self.tr("The language changes when the program starts again."))
        self.notify = QCheckBox(self.tr("&Notify me when a long run has ended"))
        self.notify.setToolTip(self.tr("Only while you work in another window"))
        self.low_priority = QCheckBox(self.tr("Let &other programs go first"))
        self.low_priority.setToolTip(
            self.tr("Enlarging steps back when others need the processor; from the next start on")
        )
        self._lay_out()
        self._show()
        self.theme.currentIndexChanged.connect(self._take)
        self.language.currentIndexChanged.connect(self._take)
        self.notify.toggled.connect(self._take)
        self.low_priority.toggled.connect(self._take)

    def _lay_out(self) -> None:
        self.restart.setObjectName("muted")
        self.restart.setWordWrap(True)
        self.restart.hide()
        form = QGridLayout()
        form.setHorizontalSpacing(3 * theme.UNIT)
        form.setVerticalSpacing(int(1.5 * theme.UNIT))
        form.setColumnStretch(1, 1)
        for row, (text, box) in enumerate(
            ((self.tr("&Theme"), self.theme), (self.tr("&Language"), self.language))
        ):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(plain(text))
            form.addWidget(label, row, 0)
            form.addWidget(box, row, 1)
        for row, part in enumerate((self.restart, self.notify, self.low_priority), start=2):
            form.addWidget(part, row, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[3 * theme.UNIT] * 4)
        layout.setSpacing(3 * theme.UNIT)
        layout.addLayout(form)
        layout.addStretch()
        layout.addWidget(close)

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
