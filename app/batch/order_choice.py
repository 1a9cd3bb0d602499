"""The box that chooses a batch's options: the window's, a preset's, or those of a resumed batch."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.batch.words import order_line
from app.look import theme
from app.look.translation import tr
from app.look.widgets import column, muted
from app.options.section import choices
from app.settings.order import Order
from app.settings.preset_store import Presets, built_in

WINDOW = ""
"""The entry for the window's options."""


class OrderChoice(QWidget):
    """The box; the options themselves are edited in the window."""

    changed = Signal()

    def __init__(self, presets: Presets) -> None:
        super().__init__()
        self._presets = presets
        self._window: Order | None = None
        self._resumed: Order | None = None
        self.box = choices(QComboBox(), [])
        self.box.setAccessibleName(tr("Options"))
        self.line = muted()
        column(self.box, self.line, parent=self, spacing=theme.UNIT // 2)
        self.box.currentIndexChanged.connect(self._choose)

    def order(self) -> Order | None:
        """The chosen order; None if the window has no model for its options."""
        name = self.box.currentData()
        if name is None:
            return self._resumed
        if name == WINDOW or self._window is None:
            return self._window
        every = [*built_in(self._window), *self._presets.own()]
        return next((p.order for p in every if p.name == name), self._window)

    def preset(self) -> str:
        """The preset's name for the settings; a resumed batch is found by its folder."""
        name = self.box.currentData()
        return name if isinstance(name, str) else WINDOW

    def follow(self, window: Order | None, preset: str | None = None) -> None:
        """Set the window's options. preset: the one to choose, None to keep the present one."""
        self._window = window
        resumed = preset is None and self.box.count() > 0 and self.box.currentData() is None
        self._fill(self.preset() if preset is None else preset, resumed)

    def resume(self, order: Order) -> None:
        """Choose the options of an earlier batch."""
        self._resumed = order
        self._fill(WINDOW, resumed=True)

    def _fill(self, name: str, resumed: bool) -> None:
        before = self.order() if self.box.count() else None
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItem(tr("As in the window"), WINDOW)
        known = [*(built_in(self._window) if self._window else ()), *self._presets.own()]
        for preset in known:
            self.box.addItem(preset.name, preset.name)
        if self._resumed is not None:
            self.box.addItem(tr("As in the unfinished batch"), None)
        last = self.box.count() - 1
        index = last if resumed and self._resumed is not None else self.box.findData(name)
        self.box.setCurrentIndex(max(0, index))
        self.box.blockSignals(False)
        self._show()
        if self.order() != before:
            self.changed.emit()

    def _choose(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        order = self.order()
        self.line.setText(
            order_line(order) if order else tr("There is no model for what the window wants.")
        )
