"""The presets at the top of the options: choose, undo, reset, save, rename, delete."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QInputDialog, QMenu, QToolButton, QWidget

from app.look.question import ask
from app.look.translation import tr
from app.look.widgets import button, column, muted, row
from app.options.section import choices
from app.settings.order import Order
from app.settings.preset_store import Preset, Presets, built_in
from fdiwn.api.options import UpscaleOptions

OWN_CHOICE = 0
"""The index for no preset."""


class PresetBar(QWidget):
    """Presets replace all options at once, and so does Reset; until an option is changed by hand,
    Undo brings back what was there before."""

    chosen = Signal(object)
    """The `Order` that replaces the options."""
    told = Signal(str)
    """Why an action was refused."""

    def __init__(self, presets: Presets, present: Order) -> None:
        super().__init__()
        self._presets, self._present = presets, present
        self._before: Order | None = None
        self._applied: Order | None = None
        self._applying = False
        self.box = choices(QComboBox(), [])
        self.box.setAccessibleName(tr("Preset"))
        self.menu_button = QToolButton()
        self.menu_button.setObjectName("more")
        self.menu_button.setText("⋯")
        self.menu_button.setAccessibleName(tr("Look after presets"))
        self.menu_button.setToolTip(tr("Save, rename or delete a preset"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.replaced = muted()
        self.undo = button(tr("Undo"), tr("Bring back the options from before"), self._undo)
        menu = QMenu(self)
        self.reset_action = menu.addAction(tr("Reset All Options"), self.reset)
        menu.addSeparator()
        self.save_action = menu.addAction(tr("Save as a Preset…"), self.ask_save)
        self.rename_action = menu.addAction(tr("Rename…"), self.ask_rename)
        self.delete_action = menu.addAction(tr("Delete…"), self.ask_delete)
        self.menu_button.setMenu(menu)
        self._undo_row = QWidget()
        row((self.replaced, 1), self.undo, parent=self._undo_row)
        column(row((self.box, 1), self.menu_button), self._undo_row, parent=self)
        self.box.activated.connect(self._choose)
        self.show_order(present)

    def show_order(self, present: Order) -> None:
        """Fill the list, and select the preset that equals the options, if any."""
        self._present = present
        if not self._applying and present != self._applied:
            self._before = self._applied = None
        self._undo_row.setVisible(self._before is not None)
        self.box.clear()
        self.box.addItem(tr("Custom"))
        for preset in self._all():
            self.box.addItem(preset.name, preset)
        same = [n for n, preset in enumerate(self._all(), 1) if preset.order == present]
        self.box.setCurrentIndex(same[-1] if same else OWN_CHOICE)
        is_own = self._current() is not None and not self._current_is_built_in()
        self.rename_action.setEnabled(is_own)
        self.delete_action.setEnabled(is_own)

    def reset(self) -> None:
        """Back to the options of a new installation."""
        self._apply(Order(UpscaleOptions()), tr("All options were reset."))

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
            self._apply(preset.order, tr("{0} replaced your options.").format(preset.name))

    def _apply(self, order: Order, said: str) -> None:
        # After several presets in a row, Undo leads back to the options from before all of them.
        before = self._before or self._present
        self._before = before
        self.replaced.setText(said)
        self._applying = True
        self.chosen.emit(order)
        self._applying = False
        self._applied = self._present
        if before == self._present:
            self._before = None  # nothing was replaced
        self.show_order(self._present)

    def _undo(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            self.chosen.emit(before)
            self.box.setFocus()  # the button is gone
