"""The template of result names: a menu of its tokens, and an example."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QToolButton

from app.look.translation import tr
from fdiwn.api import naming
from fdiwn.api.errors import NamingError
from fdiwn.api.sizing import TargetSize


def token_button(edit: QLineEdit) -> QToolButton:
    """Lists each token with its meaning; the chosen one is inserted at the cursor of `edit`."""
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


def show_example(label: QLabel, template: str, size: TargetSize, model: str, form: str) -> bool:
    """Show an example name for `template`, put into `form`; if there is none, say why and return
    False."""
    try:
        naming.tokens(template)
        name = naming.example(template, size, model, date.today().isoformat())
        text, style = form.format(name), "muted"
    except NamingError as error:
        text, style = f"{error.why}. {error.todo}.", "error"
    label.setText(text)
    if label.objectName() != style:
        label.setObjectName(style)
        label.style().polish(label)
    return style == "muted"
