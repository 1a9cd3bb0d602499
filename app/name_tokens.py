"""The menu of what a template of names may hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from fdiwn import naming


def token_menu(edit: QLineEdit, parent: QWidget) -> QMenu:
    """Each token with its meaning; what is chosen goes in at the cursor of `edit`."""
    menu = QMenu(parent)
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


def tr(text: str) -> str:
    return QCoreApplication.translate("options", text)
