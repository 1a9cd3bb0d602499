"""The template of result names: a menu of its tokens, and an example."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QToolButton

from app.look.translation import tr
from app.settings.order import Order
from fdiwn.api import naming
from fdiwn.api.errors import NamingError
from fdiwn.api.estimate import likely_suffix

Sample = tuple[Path, tuple[int, int]]
"""A picture's file, and its width and height in pixels."""
ANY: Sample = (Path("photo.jpg"), naming.EXAMPLE_PIXELS)


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


def show_example(
    label: QLabel, template: str, order: Order, model: str, form: str, sample: Sample = ANY
) -> bool:
    """Show the name that `template` gives the result of `sample`, put into `form`; if there is
    none, say why and return False."""
    try:
        naming.tokens(template)
        source, pixels = sample
        suffix, _ = likely_suffix(source, order.result_size(*pixels), order.save)
        today = date.today().isoformat()
        name = naming.example(template, order.wanted, model, today, source.stem, pixels, suffix)
        text, style = form.format(name), "muted"
    except NamingError as error:
        text, style = f"{error.why}. {error.todo}.", "error"
    label.setText(text)
    if label.objectName() != style:
        label.setObjectName(style)
        label.style().polish(label)
    return style == "muted"
