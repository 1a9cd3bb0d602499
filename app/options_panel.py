"""The choices at the right: scale and model; then the one primary button, and Save."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.job import Job
from app.words import about, megapixels, pictures, pixels
from fdiwn.models_table import ModelInfo, installed
from fdiwn.options import SCALES, UpscaleOptions

WIDTH = 272


class OptionsPanel(QFrame):
    """Holds the options of the next run, and shows the present one."""

    changed = Signal()
    start_wanted = Signal()
    cancel_wanted = Signal()
    save_wanted = Signal()
    fetch_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, scale: int, model: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("options")
        self.setFixedWidth(WIDTH)
        self._preferred = model
        self.scales = QButtonGroup(self)
        self.model = QComboBox()
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.about_model = _muted()
        self.size_line = _muted()
        self.missing = _MissingModel()
        self.missing.fetch.clicked.connect(self.fetch_wanted)
        self.missing.bring.clicked.connect(self.import_wanted)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress_line = _muted()
        self.primary = QPushButton(self.tr("Upscale"))
        self.primary.setObjectName("primary")
        self.primary.clicked.connect(self._press)
        self.save = QPushButton(self.tr("Save…"))
        self.save.clicked.connect(self.save_wanted)
        self._running = False
        self._lay_out(scale)
        self.model.currentIndexChanged.connect(self._model_chosen)
        self.scales.idClicked.connect(self.refresh_models)
        self.refresh_models()
        self.show_job(None, 0, running=False)

    def options(self) -> UpscaleOptions | None:
        """What is chosen; None while there is no model for it."""
        model = self._model()
        return UpscaleOptions(self.scale, model.name) if model is not None else None

    @property
    def scale(self) -> int:
        return self.scales.checkedId()

    def set_scale(self, scale: int) -> None:
        self.scales.button(scale).setChecked(True)
        self.refresh_models()

    def refresh_models(self) -> None:
        """Look again which models there are for the chosen scale."""
        found = installed(self.scale)
        self.model.blockSignals(True)
        self.model.clear()
        for model in found:
            self.model.addItem(model.info.name, model.info)
        self.model.setCurrentIndex(max(0, self.model.findText(self._preferred)))
        self.model.blockSignals(False)
        self.model.setVisible(bool(found))
        self.about_model.setVisible(bool(found))
        self.missing.setVisible(not found)
        self.missing.tell(self.scale)
        self._tell_model()
        self.changed.emit()

    def show_job(self, job: Job | None, to_do: int, running: bool) -> None:
        """Show what concerns `job`, the one in view; to_do: pictures that Upscale would enlarge."""
        self._running = running
        if running:
            self.primary.setText(self.tr("Cancel"))
            self.primary.setEnabled(True)
        else:
            self.primary.setText(self._start_text(to_do))
            self.primary.setEnabled(to_do > 0 and self._model() is not None)
        self.save.setEnabled(job is not None and job.result is not None and not job.saving)
        self.size_line.setText(self._size_text(job))
        self.size_line.setVisible(bool(self.size_line.text()))

    def show_progress(self, job: Job | None, waiting: int) -> None:
        """Show how far the running job is; None hides it."""
        self.progress.setVisible(job is not None)
        self.progress_line.setVisible(job is not None)
        if job is None:
            return
        if job.stopping:
            self.primary.setText(self.tr("Stopping…"))
            self.primary.setEnabled(False)
        self.progress.setRange(0, job.total)  # 0 to 0 means busy
        self.progress.setValue(job.done)
        left = job.seconds_left(time.monotonic())
        known = self.tr("Tile {0} of {1}").format(job.done, job.total)
        lines = [known if job.total else self.tr("Working…")]
        if left is not None:
            lines[0] += ", " + about(left)
        if waiting:
            lines.append(self.tr("{0} waiting").format(pictures(waiting)))
        self.progress_line.setText("\n".join(lines))

    def _lay_out(self, scale: int) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.UNIT] * 4)
        layout.setSpacing(theme.UNIT)
        layout.addWidget(_heading(self.tr("Scale")))
        layout.addLayout(self._segments(scale))
        layout.addWidget(self.size_line)
        layout.addSpacing(2 * theme.UNIT)
        layout.addWidget(_heading(self.tr("Model")))
        layout.addWidget(self.model)
        layout.addWidget(self.about_model)
        layout.addWidget(self.missing)
        layout.addStretch()
        layout.addWidget(self.progress_line)
        layout.addWidget(self.progress)
        layout.addSpacing(theme.UNIT)
        layout.addWidget(self.primary)
        layout.addWidget(self.save)

    def _segments(self, scale: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for position, value in enumerate(SCALES):
            button = QToolButton()
            button.setObjectName("segment")
            place = {0: "first", len(SCALES) - 1: "last"}.get(position, "middle")
            button.setProperty("place", place)
            button.setText(f"{value}×")  # noqa: RUF001 - the sign for times
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Enlarge {0} times").format(value))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.scales.addButton(button, value)
            button.setChecked(value == scale)
            row.addWidget(button)
        return row

    def _press(self) -> None:
        (self.cancel_wanted if self._running else self.start_wanted).emit()

    def _model(self) -> ModelInfo | None:
        info = self.model.currentData()
        return info if isinstance(info, ModelInfo) else None

    def _model_chosen(self) -> None:
        self._preferred = self.model.currentText()
        self._tell_model()
        self.changed.emit()

    def _tell_model(self) -> None:
        info = self._model()
        self.about_model.setText(_about(info) if info is not None else "")
        self.about_model.setToolTip(info.source if info is not None else "")

    def _start_text(self, to_do: int) -> str:
        if to_do > 1:
            return self.tr("Upscale {0}").format(pictures(to_do))
        return self.tr("Upscale")

    def _size_text(self, job: Job | None) -> str:
        if job is None or job.size is None:
            return ""
        width, height = job.size[0] * self.scale, job.size[1] * self.scale
        return f"{pixels(*job.size)} → {pixels(width, height)}\n{megapixels(width, height)}"

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 480)


class _MissingModel(QFrame):
    """Says that there is no model for the chosen scale, and offers the two ways to get one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("missing")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.fetch = QPushButton(self.tr("Fetch…"))
        self.fetch.setIcon(theme.icon("download"))
        self.fetch.setToolTip(self.tr("Download the paper's model; you see the terms first"))
        self.bring = QPushButton(self.tr("Import…"))
        self.bring.setToolTip(self.tr("Use a model file you have"))
        buttons = QVBoxLayout()  # side by side, long words would not fit
        buttons.setSpacing(theme.UNIT)
        buttons.addWidget(self.fetch)
        buttons.addWidget(self.bring)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[int(1.5 * theme.UNIT)] * 4)
        layout.setSpacing(int(1.5 * theme.UNIT))
        layout.addWidget(self.text)
        layout.addLayout(buttons)

    def tell(self, scale: int) -> None:
        self.text.setText(
            self.tr(
                "There is no model for {0}× on this computer yet. Fetch the one of the paper, or "  # noqa: RUF001
                "import a file you have."
            ).format(scale)
        )


def _about(info: ModelInfo) -> str:
    """One honest line: who trained it, and what it reaches."""
    who = info.note or tr("By {0}").format(info.source.partition(",")[0])
    reached = [
        tr("{0:.2f}\N{NO-BREAK SPACE}dB on {1}").format(value, name)
        for name, value in info.psnr.items()
    ]
    return f"{who}. " + (tr("PSNR-Y: {0}.").format(", ".join(reached)) if reached else "")


def tr(text: str) -> str:
    return QCoreApplication.translate("OptionsPanel", text)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label


def _muted() -> QLabel:
    label = QLabel()
    label.setObjectName("muted")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
