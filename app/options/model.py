"""The options section for model and quality."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFrame

from app.look import theme
from app.look.translation import tr
from app.look.widgets import button, column, label, muted, row
from app.look.words import decimal
from app.options.section import Section, choices, segments
from fdiwn.api.catalog import MODELS, OWN_SOURCE, InstalledModel, ModelInfo, installed, table_model
from fdiwn.api.options import QUALITIES, SCALES

NEAR = 0.2  # dB; a smaller difference is negligible


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
            tr("From a File…"),
            tr("A model file you have; other networks too (ONNX, TorchScript, torch.export)"),
        )
        self.about_sharper = muted(tr("The original authors' weights are sharper."))
        download = tr("Download the paper's model; you see the terms first")
        self.get_sharper = button(tr("Get Them…"), download)
        self.get_sharper.setAccessibleName(tr("Get the original authors' weights…"))
        self.get_sharper.setIcon(theme.icon("download"))
        self.to_fetch: list[ModelInfo] = []
        """Models of the paper's authors that are not installed, those of the scale first."""
        self.missing = MissingModel()
        words = (tr("Normal"), tr("Best"))
        names = (tr("Normal quality"), tr("Best quality"))
        self.quality, qualities = segments([(n, words[n], names[n]) for n in range(2)], self)
        self.quality.button(0).setChecked(True)
        self.cost = muted(
            tr("The average of eight views of the picture: a little better, 16 times slower.")
        )
        for part in (self.model, self.about_model, self.about_sharper):
            self.column.addWidget(part)
        self.column.addLayout(row(self.get_sharper, self.from_file))
        self.column.addWidget(self.missing)
        self.column.addLayout(qualities)
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
            self.model.addItem(model.info.name, model.info)
        self.model.setCurrentIndex(max(0, self.model.findText(self._preferred)))
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
        missing = [info for info in MODELS if info.url is not None and info.name not in there]
        self.to_fetch = sorted(missing, key=lambda info: info.scale != (scale or max(SCALES)))
        sharper = any(scale in (None, info.scale) for info in missing)
        for part in (self.about_sharper, self.get_sharper):
            part.setVisible(self.available and sharper)

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
        self.about_model.setToolTip(info.source if info is not None else "")
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


def about(info: ModelInfo) -> str:
    """A model's purpose, author and quality."""
    if info.network:
        text = tr("Another network ({0}), for comparison. Each tile is enlarged for itself.")
        return text.format(info.network)
    made_for = tr("For sharp photographs; it mends no blur.")
    who = _who(info)
    reached = [
        tr("{0:.2f}\N{NO-BREAK SPACE}dB on {1}").format(value, name)
        for name, value in info.psnr.items()
    ]
    psnr = " " + tr("PSNR-Y: {0}.").format(", ".join(reached)) if reached else ""
    return f"{made_for} {who}.{psnr}"


def _who(info: ModelInfo) -> str:
    """The author, and how far our own models are behind the best available."""
    if info.source != OWN_SOURCE:
        return tr("By {0}").format(info.source.partition(",")[0])
    name = "Set5"
    rivals = [m.psnr[name] for m in MODELS if m.scale == info.scale and m.origin is not None]
    behind = max(rivals, default=0.0) - info.psnr.get(name, 0.0)
    if name not in info.psnr or behind < NEAR:
        return tr("Our own")
    return tr("Our own; the original authors' is {0}\N{NO-BREAK SPACE}dB better").format(
        decimal(behind, 1)
    )


def _all_installed() -> list[InstalledModel]:
    return [model for scale in SCALES for model in installed(scale)]
