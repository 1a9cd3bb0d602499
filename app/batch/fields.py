"""Fields of the batch form: which pictures of the folders it takes, and the names of results."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.look import theme
from app.look.translation import tr
from app.look.widgets import column, muted, row
from app.options.name_template import show_example, token_button
from app.options.number_field import NumberField, show_hints
from app.options.section import Form
from app.settings.order import Order
from fdiwn.api import naming

MOST = 100_000  # megapixels


class PictureFilter(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.recursive = QCheckBox(tr("With all subfolders"))
        self.recursive.setToolTip(tr("They are mirrored in the folder for results"))
        self.include = QLineEdit()
        self.include.setPlaceholderText(tr("All pictures"))
        self.include.setToolTip(
            tr("Patterns with commas between them, such as {0}").format("*.tif, raw/*")
        )
        self.exclude = QLineEdit()
        self.exclude.setPlaceholderText(tr("Nothing"))
        self.exclude.setToolTip(self.include.toolTip())
        self.least = _limit(tr("Smallest picture, in megapixels"))
        self.most = _limit(tr("Largest picture, in megapixels"))
        self.recursive.setAccessibleName(self.recursive.text())
        form = Form()
        form.add(tr("Include"), self.include)
        form.add(tr("Exclude"), self.exclude)
        form.add(tr("Min. size"), self.least)
        form.add(tr("Max. size"), self.most)
        self.hint = muted()
        show_hints((self.least, self.most), self.hint)
        column(self.recursive, form, self.hint, parent=self)
        self.recursive.toggled.connect(self.changed)
        for edit in (self.include, self.exclude):
            edit.textChanged.connect(self.changed)
        for box in (self.least, self.most):
            box.valueChanged.connect(self.changed)

    @property
    def contradicts(self) -> bool:
        """Whether the least size is above the largest: no picture fits."""
        return 0 < self.most.value() < self.least.value()


def _limit(name: str) -> NumberField:
    return NumberField(0, MOST, 0, name, " MP", nothing=tr("no limit"))


class NameTemplate(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit(naming.DEFAULT)
        self.edit.setAccessibleName(tr("Template of the name"))
        self.tokens = token_button(self.edit)
        self.example = muted()
        edge = theme.UNIT // 2
        line = row((self.edit, 1), self.tokens, spacing=edge)
        column(line, self.example, parent=self, spacing=edge)
        self.edit.textChanged.connect(self.changed)

    def tell(self, order: Order, model: str) -> bool:
        """Show an example for the current template; returns whether the template can be used."""
        form = tr("photo.jpg becomes {0}")
        return show_example(self.example, self.edit.text(), order, Path(model).stem, form)
