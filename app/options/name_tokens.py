"""The button that puts into a template of names what it may hold."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton

from app.look.translation import tr
from fdiwn.api import naming


def token_button(edit: QLineEdit) -> QToolButton:
    """Offers each token with its meaning; what is chosen goes in at the cursor of `edit`."""
    button = QToolButton()
    button.setObjectName("more")
    button.setText("{…}")
    button.setAccessibleName(tr("Insert a part of the name"))
    button.setToolTip(button.accessibleName())
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setMenu(_menu(edit, button))
    return button


def _menu(edit: QLineEdit, button: QToolButton) -> QMenu:
    menu = QMenu(button)
    words = {
        "name": tr("Name of the original"),
        "scale": tr("How many times larger"),
        "width": tr("Width in pixels"),
        "height": tr("Height in pixels"),
        "model": tr("Model"),
        "date": tr("Date of today"),
    }
    for token in naming.TOKENS:
        action = menu.addAction(f"{{{token}}}  {words[token]}")
        action.triggered.connect(lambda _=False, token=token: edit.insert(f"{{{token}}}"))
    return menu
