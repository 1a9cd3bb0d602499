"""The dialog of the models: what is installed, what can be got, and looking after both."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.diagnostics.model_setup import ModelSetup
from app.look import theme
from app.look.model_words import about, good_for, licence, licence_position, measured, model_name
from app.look.question import ask
from app.look.translation import tr
from app.look.widgets import button, column, label, row
from app.look.words import megabytes
from app.queue.job import Problem
from fdiwn.api.catalog import MODELS, NO_LICENCE, InstalledModel, ModelInfo, installed
from fdiwn.api.errors import FdiwnError
from fdiwn.api.model_care import removable, remove_model, verify_model

NAME, PURPOSE, SIZE, LICENCE, STATE = range(5)


class ModelsDialog(QDialog):
    """Lists all models. Removes and verifies them itself; others download and import."""

    fetch_wanted = Signal(object)
    """The `ModelInfo` to download, after showing its terms."""
    import_wanted = Signal()
    removed = Signal()

    def __init__(self, setup: ModelSetup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here: dict[str, InstalledModel] = {}
        self._to_verify: list[str] = []
        self.setWindowTitle(tr("Models"))
        self.list = _table()
        self.about = label()
        self.about.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.message = label()
        self.message.hide()
        self.get = button(tr("Get Them…"), tr("Download it; you see the terms first"), self._fetch)
        self.get.setIcon(theme.icon("download"))
        self.import_ = button(
            tr("Import Model…"),
            tr(
                "A model file you have; other networks too (.safetensors, .pth, .ckpt, ONNX, "
                "TorchScript, torch.export)"
            ),
            self.import_wanted,
        )
        self.verify = button(
            tr("Verify All"), tr("Compare every file with its checksum"), self._verify
        )
        self.remove = button(tr("Remove…"), tr("Delete the file of this model"), self._ask_remove)
        self.close_ = button(tr("Close"), do=self.reject)
        buttons = row(self.get, self.import_, self.verify, self.remove, None, self.close_)
        parts = ((self.list, 1), self.about, self.message, buttons)
        column(*parts, parent=self, margin=3 * theme.UNIT, spacing=2 * theme.UNIT)
        self.list.currentItemChanged.connect(self._choose)
        setup.ready.connect(self.refresh)
        setup.failed.connect(self._tell_problem)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(860, 500)

    def refresh(self) -> None:
        """List the models again; the chosen one stays chosen."""
        chosen = self._chosen()
        self._here = {model.info.name: model for model in installed()}
        self._to_verify = []
        self.message.hide()
        self.list.clear()
        own = [model.info for model in self._here.values() if model.info not in MODELS]
        for info in (*sorted(MODELS, key=lambda info: info.scale), *own):
            self._add(info)
        names = [info.name for info in map(_info, self._items())]
        first = next(iter(self._here), names[0])
        wanted = chosen.name if chosen is not None and chosen.name in names else first
        self.list.setCurrentItem(self._items()[names.index(wanted)])

    def _add(self, info: ModelInfo) -> None:
        model = self._here.get(info.name)
        bytes_ = info.origin.bytes if info.origin and model is None else info.bytes
        state = tr("Installed") if model is not None else tr("Not installed")
        texts = [model_name(info), good_for(info), megabytes(bytes_), licence(info), state]
        item = QTreeWidgetItem(texts)
        item.setData(NAME, Qt.ItemDataRole.UserRole, info)
        tip = measured(info) + (f"\n{model.path}" if model is not None else "")
        for place in range(5):
            item.setToolTip(place, tip)
        self.list.addTopLevelItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(number) for number in range(self.list.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _chosen(self) -> ModelInfo | None:
        item = self.list.currentItem()
        return _info(item) if item is not None else None

    def _choose(self) -> None:
        info = self._chosen()
        if info is None:
            return
        model = self._here.get(info.name)
        position = licence_position() if info.licence == NO_LICENCE else ""
        self.about.setText("\n".join(part for part in (about(info), position) if part))
        self.get.setEnabled(model is None and info.url is not None)
        self.remove.setEnabled(model is not None and removable(model))

    def _fetch(self) -> None:
        self.fetch_wanted.emit(self._chosen())

    # Removing

    def _ask_remove(self) -> None:
        info = self._chosen()
        if info is None or info.name not in self._here:
            return
        model = self._here[info.name]
        text = tr("Remove the model {0}? Its file is deleted.").format(model_name(info))
        ask(self, text, tr("Remove"), lambda: self._remove(model))

    def _remove(self, model: InstalledModel) -> None:
        try:
            remove_model(model)
        except FdiwnError as error:
            self._tell_problem(Problem.of(error))
            return
        self.refresh()
        self.removed.emit()

    # Verifying, one file after the other, so that the window goes on

    def _verify(self) -> None:
        self.message.hide()
        self._to_verify = list(self._here)
        self._verify_next()

    def _verify_next(self) -> None:
        if not self._to_verify:
            return
        model = self._here[self._to_verify.pop(0)]
        state = tr("Intact")
        try:
            verify_model(model.info, model.path)
        except FdiwnError as error:
            state = tr("Damaged")
            self._tell_problem(Problem.of(error))
        for item in self._items():
            if _info(item).name == model.info.name:
                item.setText(STATE, state)
        QTimer.singleShot(0, self, self._verify_next)

    def _tell_problem(self, problem: Problem) -> None:
        self.message.setObjectName("error")
        self.message.setText(problem.sentence())
        self.message.show()


def _info(item: QTreeWidgetItem) -> ModelInfo:
    info = item.data(NAME, Qt.ItemDataRole.UserRole)
    assert isinstance(info, ModelInfo)  # every row has one
    return info


def _table() -> QTreeWidget:
    table = QTreeWidget()
    table.setAccessibleName(tr("Models"))
    heads = (tr("Model"), tr("Good for"), tr("Size"), tr("Licence"), tr("State"))
    table.setHeaderLabels(heads)
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setAllColumnsShowFocus(True)
    table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.header().setStretchLastSection(False)
    table.header().setSectionResizeMode(PURPOSE, QHeaderView.ResizeMode.Stretch)
    return table
