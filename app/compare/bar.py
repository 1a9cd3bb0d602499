"""The buttons below the picture: left side, zoom and mode."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app.compare.actions import ICONS, CompareActions, fill_left_menu
from app.compare.side import Mode
from app.look import theme
from app.look.translation import tr

ICON = 18


class CompareBar(QWidget):
    """The modes are at its end, so that texts of any length do not move them."""

    def __init__(
        self,
        actions: CompareActions,
        fit: QAction,
        one_to_one: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(0)
        self.modes: dict[Mode, QToolButton] = {}
        for number, (mode, action) in enumerate(actions.modes.items()):
            button = QToolButton()
            button.setObjectName("segment")
            place = {0: "first", len(actions.modes) - 1: "last"}.get(number, "middle")
            button.setProperty("place", place)
            action.setIcon(theme.icon(ICONS[mode], checked="accent_text"))
            action.setIconVisibleInMenu(False)  # an icon would replace the check mark
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setIconSize(QSize(ICON, ICON))
            button.setAccessibleName(action.text().replace("&", ""))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.modes[mode] = button
        self.factor = _menu_button(tr("By how much differences are amplified"))
        self.factor.setMenu(_menu(self.factor, actions.factors.values()))
        self.loupe = _menu_button(tr("Magnification of the loupe"))
        self.loupe.setMenu(_menu(self.loupe, actions.loupes.values()))
        self.left = _menu_button(tr("What the picture is compared with"))
        self.left.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.left.setMenu(QMenu(self.left))
        fill_left_menu(self.left.menu(), actions)
        self.zoom = _menu_button(tr("Zoom"))
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("3200 %") + 28)
        zooms = [fit, actions.fill, one_to_one, *actions.zooms.values()]
        self.zoom.setMenu(_menu(self.zoom, zooms))
        layout.addStretch(1)
        for widget in (self.left, self.factor, self.loupe, self.zoom):
            layout.addWidget(widget)
        actions.crop.setIcon(theme.icon("crop"))
        self.crop = QToolButton()
        self.crop.setDefaultAction(actions.crop)
        self.crop.setIconSize(QSize(ICON, ICON))
        self.crop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.crop.setAccessibleName(tr("Crop"))
        self.crop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout.addWidget(self.crop)
        layout.addSpacing(theme.UNIT)
        for button in self.modes.values():
            layout.addWidget(button)

    @property
    def focused(self) -> bool:
        """Whether one of the buttons has the keyboard focus."""
        return any(button.hasFocus() for button in self.findChildren(QToolButton))

    def show_left(self, label: str) -> None:
        metrics = self.left.fontMetrics()
        room = metrics.averageCharWidth() * 28
        short = metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, room)
        self.left.setText(tr("Left: {0}").format(short))

    def show_mode(self, mode: Mode, factor: int, loupe: int, compares: bool) -> None:
        """factor, loupe: magnification of differences and of the loupe."""
        self.factor.setText(tr("×{0}").format(factor))  # noqa: RUF001 - the sign for times
        self.loupe.setText(f"{loupe}:1")
        self.left.setVisible(mode is not Mode.FOUR)
        self.factor.setVisible(compares and mode is Mode.DIFFERENCE)
        self.loupe.setVisible(compares and mode is Mode.LOUPE)

    def show_zoom(self, zoom: float) -> None:
        """zoom: device pixels per output pixel."""
        percent = zoom * 100
        self.zoom.setText(f"{percent:.1f} %" if percent < 10 else f"{percent:.0f} %")


def _menu_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _menu(parent: QWidget, actions: Iterable[QAction]) -> QMenu:
    menu = QMenu(parent)
    menu.addActions(list(actions))
    return menu
