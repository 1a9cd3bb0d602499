"""The options section for folder and names of results."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
)

from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, muted, row
from app.options.name_template import ANY, Sample, show_example, token_button
from app.options.section import Form, Section, choices, choose, when_saved
from app.settings.order import TEMPLATE, Destination, Order, Where
from fdiwn.api import naming
from fdiwn.api.errors import NamingError


class FolderLabel(QLabel):
    """A label for a path, elided in the middle to fit."""

    def paintEvent(self, event: QPaintEvent) -> None:
        way = Qt.TextElideMode.ElideMiddle
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            text = self.fontMetrics().elidedText(self.text(), way, self.width())
            painter.drawText(self.rect(), int(self.alignment()), text)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())


class DestinationSection(Section):
    """While the template is invalid, the last valid one is used."""

    def __init__(self) -> None:
        super().__init__("destination", tr("Destination"))
        self.where = choices(
            QComboBox(),
            [
                (tr("Don't save automatically"), Where.ASK),
                (tr("Next to the original"), Where.BESIDE),
                (tr("Into a folder"), Where.FOLDER),
            ],
        )
        self.where.setAccessibleName(tr("Destination"))
        self.folder = FolderLabel()
        self.choose_folder = button(tr("Choose…"), do=self._ask_folder)
        self.choose_folder.setAccessibleName(tr("Choose the folder for results"))
        self.template = QLineEdit(TEMPLATE)
        self.template.setAccessibleName(tr("Template of the name"))
        self.tokens = token_button(self.template)
        self.example = muted()
        self.conflict = choices(
            QComboBox(), [(tr("Add a number"), False), (tr("Replace the file"), True)]
        )
        self._destination = Destination()
        self._asks = False
        self._example_of: tuple[Order, str, Sample] | None = None
        self._lay_out()
        self.where.currentIndexChanged.connect(self._choose)
        self.conflict.currentIndexChanged.connect(self._choose)
        self.template.textChanged.connect(self._choose)

        self._show_rows()

    def chosen(self) -> Destination:
        return Destination() if self._asks else self._destination

    def leave_out(self) -> None:
        """Save nothing by itself from now on, also with a preset: another program has said where
        results go."""
        self._asks = True
        self.hide()

    def show_choice(self, destination: Destination) -> None:
        choose(self.where, destination.where)
        choose(self.conflict, destination.overwrite)
        self.template.setText(destination.template)
        self._destination = destination
        self._show_rows()

    def tell(self, order: Order, model: str, sample: Sample = ANY) -> None:
        """Set what the example shows: the result of `sample`."""
        self._example_of = (order, model, sample)
        self._show_example()

    def _lay_out(self) -> None:
        self._folder_row = row((self.folder, 1), self.choose_folder)
        name_row = row((self.template, 1), self.tokens, spacing=theme.UNIT // 2)
        self.form = Form()
        self.form.add(tr("Folder"), self._folder_row)
        self.form.add(tr("Name"), name_row)
        self.form.add("", self.example)
        self.form.add(tr("If file exists"), self.conflict)
        self.conflict.setAccessibleName(tr("If file exists"))
        self.column.addWidget(self.where)
        self.column.addWidget(self.form)
        self.when = when_saved()
        self.column.addWidget(self.when)

    def _ask_folder(self) -> None:
        start = str(self._destination.folder or "")
        name = QFileDialog.getExistingDirectory(self, tr("Folder for results"), start)
        if name:
            self._take(Path(name))
            self.changed.emit()

    def _choose(self) -> None:
        self._take(self._destination.folder)
        self.changed.emit()

    def _take(self, folder: Path | None) -> None:
        template = self.template.text()
        try:
            naming.tokens(template)
        except NamingError:
            template = self._destination.template
        self._destination = Destination(
            self.where.currentData(), folder, template, self.conflict.currentData()
        )
        self._show_rows()

    def _show_rows(self) -> None:
        where, folder = self._destination.where, self._destination.folder
        self.form.show_row(self._folder_row, where is Where.FOLDER)
        self.form.show_row(self.conflict, where is not Where.ASK)
        self.folder.setText(str(folder) if folder is not None else tr("None yet"))
        self.folder.setToolTip(str(folder or ""))
        words = {Where.ASK: tr("Ask"), Where.BESIDE: tr("Next to the original")}
        self.header.tell(words.get(where) or (folder.name if folder else tr("None yet")))
        self._show_example()

    def _show_example(self) -> None:
        if self._example_of is not None:
            order, model, sample = self._example_of
            show_example(self.example, self.template.text(), order, model, "{0}", sample)
