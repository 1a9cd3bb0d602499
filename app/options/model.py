"""The options section for model and quality."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFrame, QLabel

from app.look import theme
from app.look.model_words import about, measured, model_name
from app.look.translation import counted, tr
from app.look.widgets import button, column, label, muted, row
from app.options.section import Section, choices, segments
from fdiwn.api.catalog import MODELS, InstalledModel, ModelInfo, installed, table_model
from fdiwn.api.options import QUALITIES, SCALES


class ModelSection(Section):
    """Lists the models of the chosen scale, or of all scales for another size."""

    def __init__(self, preferred: str | None) -> None:
        super().__init__("model", tr("Model"))
        self._preferred = preferred or ""
        self._of: int | None = None
        self.installed: list[InstalledModel] = []
        self.model = choices(QComboBox(), [])
        self.model.setAccessibleName(tr("Model"))
        self.about_model = muted()
        self.from_file = button(
            tr("Import Model…"),
            tr(
                "A model file you have; other networks too (.safetensors, .pth, .ckpt, ONNX, "
                "TorchScript, torch.export)"
            ),
        )
        self.about_sharper = muted(
            tr(
                "The original authors' weights are sharper, but have no licence: whether you may "
                "use them is for you to judge."
            )
        )
        download = tr("Download the paper's model; you see the terms first")
        self.get_sharper = button(tr("Get Them…"), download)
        self.get_sharper.setAccessibleName(tr("Get the original authors' weights…"))
        self.get_sharper.setIcon(theme.icon("download"))
        self.how_many = muted()
        self.manage = button(
            tr("Models…"), tr("What is installed, what it is good for, and what you can get")
        )
        self.to_fetch: list[ModelInfo] = []
        """Models of the paper's authors that are not installed, those of the scale first."""
        self.missing = MissingModel()
        words = (tr("Normal"), tr("Best"))
        names = (tr("Normal quality"), tr("Best quality"))
        self.quality, qualities = segments([(n, words[n], names[n]) for n in range(2)], self)
        self.quality.button(0).setChecked(True)
        self.cost = muted(tr("Slightly cleaner, about 16 times slower."))
        for part in (self.model, self.about_model, self.about_sharper):
            self.column.addWidget(part)
        self.column.addLayout(row(self.get_sharper, self.from_file))
        self.column.addWidget(self.missing)
        self.column.addLayout(row((self.how_many, 1), self.manage))
        self.column.addLayout(row(QLabel(tr("Quality")), (qualities, 1)))
        self.column.addWidget(self.cost)
        self.model.currentIndexChanged.connect(self._choose)
        self.quality.idClicked.connect(self._choose_quality)

    @property
    def available(self) -> bool:
        """Whether any model fits the options."""
        return bool(self.installed)

    def chosen(self) -> str | None:
        """The model's name; None for the best one at each step."""
        info = self._info()
        return info.name if info is not None else None

    def chosen_quality(self) -> str:
        return QUALITIES[self.quality.checkedId()]

    def show_choice(self, model: str | None, quality: str) -> None:
        self._preferred = model or ""
        self.quality.button(QUALITIES.index(quality)).setChecked(True)
        self.refresh(self._of)

    def prefer(self, name: str) -> None:
        """Choose a model at the next `refresh` of its scale.

        For another size, table models are not chosen by name: each step uses the best.
        """
        ours = table_model(name) is not None
        self._preferred = "" if self._of is None and ours else name

    def refresh(self, scale: int | None) -> None:
        """List the models again; scale: None for another size."""
        self._of = scale
        self.installed = installed(scale) if scale is not None else _all_installed()
        self.model.blockSignals(True)
        self.model.clear()
        if scale is None and self.installed:
            self.model.addItem(tr("The best for each step"), None)
        for model in self.installed:
            self.model.addItem(model_name(model.info), model.info)
        self._choose_preferred()
        self.model.blockSignals(False)
        self.model.setVisible(self.available)
        self.about_model.setVisible(self.available)
        self.from_file.setVisible(self.available)
        self.missing.setVisible(not self.available)
        self.missing.tell(scale or max(SCALES))
        self._offer(scale)
        self._tell()

    def _offer(self, scale: int | None) -> None:
        there = {model.info.name for model in installed()}
        self.how_many.setText(counted("%n models on this computer", len(there)))
        missing = [info for info in MODELS if info.url is not None and info.name not in there]
        self.to_fetch = sorted(missing, key=lambda info: info.scale != (scale or max(SCALES)))
        sharper = any(scale in (None, info.scale) for info in missing)
        for part in (self.about_sharper, self.get_sharper):
            part.setVisible(self.available and sharper)

    def _choose_preferred(self) -> None:
        infos = [self.model.itemData(index) for index in range(self.model.count())]
        names = [info.name if isinstance(info, ModelInfo) else "" for info in infos]
        known = self._preferred in names
        self.model.setCurrentIndex(names.index(self._preferred) if known else 0)

    def _choose(self) -> None:
        self._preferred = self.chosen() or ""
        self._tell()
        self.changed.emit()

    def _choose_quality(self) -> None:
        self._tell()
        self.changed.emit()

    def _info(self) -> ModelInfo | None:
        info = self.model.currentData()
        return info if isinstance(info, ModelInfo) else None

    def _tell(self) -> None:
        info = self._info()
        if info is not None:
            self.about_model.setText(about(info))
        else:
            self.about_model.setText(tr("Enlarges in steps, then reduces to the exact size."))
        self.about_model.setToolTip(measured(info) if info is not None else "")
        self.model.setToolTip(self.about_model.toolTip())
        best = self.chosen_quality() == "best"
        self.cost.setVisible(best)
        name = self.model.currentText() if self.available else tr("None yet")
        self.header.tell(f"{name}, {tr('best')}" if best else name)


class MissingModel(QFrame):
    """Says that the chosen scale has no model, and offers the two ways to get one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("missing")
        self.text = label()
        tip = tr("Download the paper's model; you see the terms first")
        self.fetch = button(tr("Fetch…"), tip)
        self.fetch.setIcon(theme.icon("download"))
        self.bring = button(tr("Import…"), tr("Use a model file you have"))
        edge = int(1.5 * theme.UNIT)
        buttons = row(self.fetch, self.bring)
        column(self.text, buttons, parent=self, margin=edge, spacing=edge)

    def tell(self, scale: int) -> None:
        self.text.setText(
            tr(
                "There is no model for {0}× on this computer yet. Fetch the one of the paper, or "  # noqa: RUF001
                "import a file you have."
            ).format(scale)
        )


def _all_installed() -> list[InstalledModel]:
    return [model for scale in SCALES for model in installed(scale)]
