"""Dialogs for saving results and getting models; decides what Upscale enlarges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.diagnostics.model_setup import FetchDialog, ModelSetup
from app.diagnostics.models_dialog import ModelsDialog
from app.look.translation import tr
from app.options.preflight.check import format_refused
from app.options.preflight.items import Item
from app.options.preflight.words import lines
from app.queue.job import Job, Problem
from app.queue.jobs import JobQueue
from app.queue.save_options import folder_for, options_for, suggested
from app.queue.saves import free_name
from app.settings.order import Order
from app.settings.settings import Settings
from fdiwn.api.catalog import MODELS, ModelInfo
from fdiwn.api.errors import NamingError
from fdiwn.api.formats import FORMAT_NAMES


class Commands(QObject):
    """Saves results and gets models. window: the parent of its dialogs."""

    told = Signal(str)
    """A message for the user."""
    model_removed = Signal()

    def __init__(
        self, queue: JobQueue, setup: ModelSetup, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._queue, self._setup, self._settings = queue, setup, settings
        self._window = window

    # Enlarging

    def to_do(self, chosen: Iterable[int], order: Order | None) -> list[int]:
        """The jobs among the `chosen` ones that Upscale would enlarge: those that have not been
        enlarged, and those whose options have changed since."""
        if order is None:
            return []
        jobs = (job for job_id in chosen if (job := self._queue.job(job_id)) is not None)
        return [job.id for job in jobs if job.startable or job.stale(job.order(order).run)]

    def all_to_do(self, order: Order | None) -> list[int]:
        """The jobs that Upscale All would enlarge: all that have not been enlarged. So a change of
        options never discards a list of results."""
        if order is None:
            return []
        return [job.id for job in self._queue.jobs() if job.startable]

    # Saving

    def ask_save(self, job: Job | None) -> None:
        if job is None or (suggestion := self._name(job)) is None:
            return
        destination = self._queue.wanted(job).destination
        wanted = folder_for(job, destination) or destination.folder
        folder = wanted or Path(self._settings.save_folder or job.source.parent)
        if not folder.is_dir():
            folder = job.source.parent
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            tr("Save the enlarged picture"),
            str(folder / suggestion),
            ";;".join(_save_filters(Path(suggestion).suffix)),
        )
        if name:
            target = _with_ending(Path(name), chosen)
            self._settings.save_folder = str(target.parent)
            # The dialog asked about the name it saw, not about one with an added ending.
            self._save(job, target, overwrite=target == Path(name))

    def ask_save_all(self) -> bool:
        """Returns whether a folder was chosen."""
        name = QFileDialog.getExistingDirectory(
            self._window, tr("Save all into a folder"), self._settings.save_folder
        )
        if name:
            self._settings.save_folder = name
            self.save_all(Path(name))
        return bool(name)

    def save_all(self, folder: Path) -> None:
        """Save every result that is not saved with its current options; taken names get a
        number."""
        taken: set[Path] = set()
        for job in self._queue.to_be_saved():
            if (name := self._name(job)) is None:
                continue
            target = free_name(folder / name, taken)
            taken.add(target)
            self._save(job, target, overwrite=False)

    def _save(self, job: Job, target: Path, overwrite: bool) -> None:
        """Save it, or report why its format cannot hold it."""
        result, order = job.result, self._queue.wanted(job)
        assert result is not None
        order = replace(order, save=options_for(job, order.save, target))
        size = (result.width, result.height)
        item = Item(job.id, job.source, job.size or size, order, job.bands, job.bits)
        if refused := format_refused(item, FORMAT_NAMES[target.suffix.lower()], size):
            self.told.emit(f"{target.name}: {lines([refused])[0]}")
        else:
            self._queue.save(job.id, target, overwrite)

    def _name(self, job: Job) -> str | None:
        """The name to suggest for a result; if there is none, reports why and returns None."""
        if job.result is None:
            return None
        try:
            return suggested(job, self._queue.wanted(job))
        except NamingError as error:
            self.told.emit(Problem.of(error).sentence())
            return None

    # Models

    def show_models(self) -> ModelsDialog:
        """Show what is installed, without waiting; the dialog is deleted when closed."""
        dialog = ModelsDialog(self._setup, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fetch_wanted.connect(lambda info: self._show_terms(info, dialog))
        dialog.import_wanted.connect(self.ask_import)
        dialog.removed.connect(self.model_removed)
        dialog.open()
        return dialog

    def ask_fetch(self, scale: int) -> None:
        """Show the model to download for `scale`, with its terms; the user decides."""
        info = next((m for m in MODELS if m.scale == scale and m.url is not None), None)
        if info is None:
            self.told.emit(tr("There is no model to fetch for this scale. Import one instead."))
            return
        self._show_terms(info, self._window)

    def _show_terms(self, info: ModelInfo, parent: QWidget) -> None:
        FetchDialog(info, self._setup, parent).exec()

    def ask_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Import a model"),
            self._settings.open_folder,
            tr("Models (*.safetensors *.pt *.pth *.ckpt *.onnx *.pt2 *.ts);;All files (*)"),
        )
        if name:
            self.told.emit(tr("Importing {0}…").format(Path(name).name))
            self._setup.import_file(Path(name))


def _save_filters(first: str) -> list[str]:
    """One filter per format, the one with the ending `first` at the front."""
    formats: dict[str, list[str]] = {}
    for ending, name in FORMAT_NAMES.items():
        formats.setdefault(name, []).append(ending)
    ordered = sorted(formats.items(), key=lambda item: first.lower() not in item[1])
    return [f"{name} ({' '.join('*' + e for e in endings)})" for name, endings in ordered]


def _with_ending(target: Path, chosen: str) -> Path:
    """Add the chosen filter's ending, unless the name has a known one."""
    if target.suffix.lower() in FORMAT_NAMES:
        return target
    name = chosen.partition(" (")[0]
    ending = next((e for e, format_name in FORMAT_NAMES.items() if format_name == name), ".png")
    return target.with_name(target.name + ending)
