"""The form on the left of the batch dialog, with all choices for a batch."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QScrollArea,
    QWidget,
)

from app.batch.choice import BatchChoice, of_options
from app.batch.fields import NameTemplate, PictureFilter
from app.batch.folders import OutputFolder, SourceFolders
from app.batch.order_choice import OrderChoice
from app.look import theme
from app.look.translation import tr
from app.look.widgets import column, muted
from app.options.section import WheelGuard, choices, choose
from app.settings.order import Order
from app.settings.preset_store import Presets
from fdiwn.api.catalog import installed
from fdiwn.batch.records.plan import BatchOptions

WIDTH = 312


class BatchForm(QScrollArea):
    """`changed`: the choices have changed. `watch_changed`: only the watch option has."""

    changed = Signal()
    output_changed = Signal()
    watch_changed = Signal(bool)

    def __init__(self, presets: Presets) -> None:
        super().__init__()
        self.setObjectName("sections")
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._showing = False
        self._proposed = ""
        self.sources = SourceFolders()
        self.filter = PictureFilter()
        self.output = OutputFolder()
        self.name = NameTemplate()
        self.conflict = choices(
            QComboBox(),
            [
                (tr("Skip the picture"), "skip"),
                (tr("Add a number"), "rename"),
                (tr("Replace the file"), "overwrite"),
                (tr("Count it as failed"), "fail"),
            ],
        )
        self.conflict.setAccessibleName(tr("If file exists"))
        self.options_ = OrderChoice(presets)
        self.watch = QCheckBox(tr("Keep watching the folders"))
        self.watch.setAccessibleName(self.watch.text())
        self.watch.setToolTip(tr("When all is done, pictures that come later are enlarged too"))
        self._lay_out()
        self._connect()

    # The choice

    def choice(self) -> BatchChoice:
        return BatchChoice(
            folders=self.sources.folders(),
            output=self.output.folder(),
            recursive=self.filter.recursive.isChecked(),
            include=self.filter.include.text(),
            exclude=self.filter.exclude.text(),
            least=float(self.filter.least.value()),
            most=float(self.filter.most.value()),
            template=self.name.edit.text(),
            on_conflict=self.conflict.currentData(),
            preset=self.options_.preset(),
            watch=self.watch.isChecked(),
        )

    def show_choice(self, choice: BatchChoice, window: Order | None) -> None:
        self._showing = True
        self.sources.show_folders(choice.folders)
        self.output.show_folder(choice.output)
        self.filter.recursive.setChecked(choice.recursive)
        self.filter.include.setText(choice.include)
        self.filter.exclude.setText(choice.exclude)
        self.filter.least.setValue(choice.least)
        self.filter.most.setValue(choice.most)
        self.name.edit.setText(choice.template)
        choose(self.conflict, choice.on_conflict)
        self.options_.follow(window, choice.preset)
        self.watch.setChecked(choice.watch)
        self._showing = False
        self._tell()
        self.changed.emit()

    def show_resumed(self, options: BatchOptions) -> None:
        """Set every field as in an earlier batch."""
        self.show_choice(of_options(options, self.choice()), self.options_.order())
        self.options_.resume(Order(options.upscale, options.save))

    def options(self) -> BatchOptions | None:
        """The chosen options; None while `missing` says something."""
        order = self.options_.order()
        if self.missing() or order is None:
            return None
        return self.choice().options(order)

    def missing(self) -> str:
        """What must be chosen or changed before planning; empty if nothing."""
        choice = self.choice()
        if not choice.folders:
            return tr("Add a folder of pictures, or drop one here.")
        if not choice.output:
            return tr("Choose a folder for the results.")
        if not Path(choice.output).is_absolute():
            return tr("Give the folder for the results with its whole path.")
        if self.filter.contradicts:
            return tr("The smallest picture is larger than the largest.")
        order = self.options_.order()
        if order is None:
            return tr("There is no model for these options. Choose others in the window.")
        if not self._tell():
            return tr("Results cannot be named so.")
        return ""

    def add_sources(self, folders: list[Path]) -> None:
        self.sources.take(folders)

    def set_locked(self, locked: bool) -> None:
        """Lock the form while a batch runs, except the watch option."""
        for part in (
            self.sources, self.filter, self.output, self.name, self.conflict, self.options_,
        ):  # fmt: skip
            part.setEnabled(not locked)

    # Internals

    def _tell(self) -> bool:
        """Show an example of a name; returns whether the template can be used."""
        order = self.options_.order()
        if order is None:
            return True
        models = installed(order.upscale.scale) if order.upscale.model is None else []
        model = order.upscale.model or (models[-1].info.name if models else "")
        return self.name.tell(order, model)

    def _choose(self) -> None:
        if self._showing:
            return
        self._tell()
        self.changed.emit()

    def _choose_sources(self) -> None:
        self._propose_output()
        self._choose()

    def _choose_output(self) -> None:
        if not self._showing:
            self.output_changed.emit()
            self._choose()

    def _propose_output(self) -> None:
        """Suggest a folder beside the first source, unless the user has chosen one."""
        folders, present = self.sources.folders(), self.output.folder()
        if folders and present in ("", self._proposed):
            first = Path(folders[0])
            if first.name:
                self._proposed = str(first.with_name(tr("{0} enlarged").format(first.name)))
                self.output.show_folder(self._proposed)

    def follow(self, window: Order | None) -> None:
        """Follow the window's options."""
        self.options_.follow(window)

    def _connect(self) -> None:
        self.sources.changed.connect(self._choose_sources)
        self.filter.changed.connect(self._choose)
        self.output.changed.connect(self._choose_output)
        self.name.changed.connect(self._choose)
        self.conflict.currentIndexChanged.connect(self._choose)
        self.options_.changed.connect(self._choose)
        self.watch.toggled.connect(self.watch_changed)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("sections")
        layout = column(parent=content, margin=2 * theme.UNIT)
        taken = QWidget()  # the words above the box, which needs the width
        column(muted(tr("If file exists")), self.conflict, parent=taken, spacing=theme.UNIT // 2)
        groups: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (tr("Pictures"), (self.sources, self.filter)),
            (tr("Options"), (self.options_,)),
            (tr("Results"), (self.output, self.name, taken)),
            (tr("Afterwards"), (self.watch,)),
        )
        for number, (title, parts) in enumerate(groups):
            if number:
                layout.addSpacing(theme.UNIT)
            heading = QLabel(title)
            heading.setObjectName("heading")
            for part in (heading, *parts):
                layout.addWidget(part)
        layout.addStretch()
        self.setWidget(content)
        self._guard = WheelGuard(self)
        self._guard.watch(content)
