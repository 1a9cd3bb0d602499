"""The presets at the top of the options: choose, save, rename, delete."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QInputDialog, QMenu, QToolButton, QWidget

from app.look.question import ask
from app.look.translation import tr
from app.look.widgets import row
from app.options.section import choices
from app.settings.order import Order
from app.settings.preset_store import Preset, Presets, built_in

OWN_CHOICE = 0
"""The index for no preset."""


class PresetBar(QWidget):
    chosen = Signal(object)
    """The `Order` of the preset."""
    told = Signal(str)
    """Why an action was refused."""

    def __init__(self, presets: Presets, present: Order) -> None:
        super().__init__()
        self._presets, self._present = presets, present
        self.box = choices(QComboBox(), [])
        self.box.setAccessibleName(tr("Preset"))
        self.menu_button = QToolButton()
        self.menu_button.setObjectName("more")
        self.menu_button.setText("⋯")
        self.menu_button.setAccessibleName(tr("Look after presets"))
        self.menu_button.setToolTip(tr("Save, rename or delete a preset"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.save_action = menu.addAction(tr("Save as a Preset…"), self.ask_save)
        self.rename_action = menu.addAction(tr("Rename…"), self.ask_rename)
        self.delete_action = menu.addAction(tr("Delete…"), self.ask_delete)
        self.menu_button.setMenu(menu)
        row((self.box, 1), self.menu_button, parent=self)
        self.box.activated.connect(self._choose)
        self.show_order(present)

    def show_order(self, present: Order) -> None:
        """Fill the list, and select the preset that equals the options, if any."""
        self._present = present
        self.box.clear()
        self.box.addItem(tr("Own choice"))
        for preset in self._all():
            self.box.addItem(preset.name, preset)
        same = [n for n, preset in enumerate(self._all(), 1) if preset.order == present]
        self.box.setCurrentIndex(same[-1] if same else OWN_CHOICE)
        is_own = self._current() is not None and not self._current_is_built_in()
        self.rename_action.setEnabled(is_own)
        self.delete_action.setEnabled(is_own)

    def ask_save(self) -> None:
        name, said_yes = QInputDialog.getText(
            self, tr("Save as a preset"), tr("Name of the preset")
        )
        if not said_yes:
            return
        if why_not := self._presets.why_not(name):
            self.told.emit(why_not)
            return
        if name.strip() in (preset.name for preset in self._presets.own()):
            text = tr("There is a preset {0}. Replace it?").format(name.strip())
            ask(self, text, tr("Replace"), lambda: self._save(name))
        else:
            self._save(name)

    def _save(self, name: str) -> None:
        self._presets.save(name, self._present)
        self.show_order(self._present)

    def ask_rename(self) -> None:
        preset = self._current()
        if preset is None or preset.built_in:
            return
        name, said_yes = QInputDialog.getText(
            self, tr("Rename a preset"), tr("Name of the preset"), text=preset.name
        )
        if not said_yes:
            return
        if why_not := self._presets.why_not(name, preset.name):
            self.told.emit(why_not)
            return
        self._presets.rename(preset.name, name)
        self.show_order(self._present)

    def ask_delete(self) -> None:
        preset = self._current()
        if preset is not None and not preset.built_in:
            text = tr("Delete the preset {0}?").format(preset.name)
            ask(self, text, tr("Delete"), lambda: self._delete(preset.name))

    def _delete(self, name: str) -> None:
        self._presets.delete(name)
        self.show_order(self._present)

    def _all(self) -> list[Preset]:
        return [*built_in(self._present), *self._presets.own()]

    def _current(self) -> Preset | None:
        preset = self.box.currentData()
        return preset if isinstance(preset, Preset) else None

    def _current_is_built_in(self) -> bool:
        preset = self._current()
        return preset is not None and preset.built_in

    def _choose(self) -> None:
        preset = self._current()
        if preset is None:
            self.show_order(self._present)
        else:
            self.chosen.emit(preset.order)
