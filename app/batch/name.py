"""What results are called: a template, its parts as a menu, and a name that it would give."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.look import theme
from app.look.translation import tr
from app.options.name_tokens import token_button
from app.options.section import muted
from app.settings.order import Order
from fdiwn.api import naming
from fdiwn.api.errors import NamingError


class NameTemplate(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit(naming.DEFAULT)
        self.edit.setAccessibleName(tr("Template of the name"))
        self.tokens = token_button(self.edit)
        self.example = muted()
        row = QHBoxLayout()
        row.setSpacing(theme.UNIT // 2)
        row.addWidget(self.edit, 1)
        row.addWidget(self.tokens)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.UNIT // 2)
        layout.addLayout(row)
        layout.addWidget(self.example)
        self.edit.textChanged.connect(self.changed)

    def tell(self, order: Order, model: str) -> bool:
        """Give an example for what is wanted now; says whether the template can be used."""
        suffix = {None: "", "jpeg": ".jpg", "tiff": ".tif"}.get(
            order.save.format, f".{order.save.format}"
        )
        try:
            naming.tokens(self.edit.text())
            today = date.today().isoformat()
            text = naming.example(self.edit.text(), order.wanted, Path(model).stem, today)
            text, error = tr("photo becomes {0}").format(text + suffix), False
        except NamingError as problem:
            text, error = f"{problem.why}. {problem.todo}.", True
        self.example.setText(text)
        if self.example.objectName() != ("error" if error else "muted"):
            self.example.setObjectName("error" if error else "muted")
            self.example.style().polish(self.example)
        return not error
