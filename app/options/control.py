"""Connects the options panel to the queue, the pre-flight, the devices and the settings."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.diagnostics.device_dialog import CheckDialog
from app.diagnostics.device_inquiry import DeviceInquiry
from app.look.model_words import name_of
from app.look.translation import tr
from app.look.widgets import delay
from app.options.panel import OptionsPanel
from app.options.preflight.check import Known, Preflight, check, steps_of
from app.options.preflight.disks import KEPT_SECONDS, Disks
from app.options.preflight.items import Item
from app.options.preflight.words import lines, shortened
from app.queue.job import Job
from app.queue.jobs import JobQueue
from app.settings import order_json
from app.settings.order import Order
from app.settings.settings import Settings
from app.worker import EngineThread
from fdiwn.api.catalog import installed
from fdiwn.api.estimate import pixels_read, speed_key
from fdiwn.service.client.events import Event, Finished

MANY = 100
"""More pictures than this are checked after a short delay, not at each change."""
LATER = 300  # milliseconds
SHORTEST_RUN = 0.5
"""Seconds; shorter runs are mostly overhead and are not measured."""
LEAST_PIXELS = 100_000
"""Of the first run of a session: for a smaller picture it mostly loads and compiles."""


class Look:
    """The last pre-flight of some pictures. seen: what it was made for, None to make it again."""

    def __init__(self) -> None:
        self.seen: object = None
        self.found = Preflight()

    def allowed(self, job_ids: Iterable[int]) -> list[int]:
        refused = {finding.id for finding in self.found.refused}
        return [job_id for job_id in job_ids if job_id not in refused]


class OptionsControl(QObject):
    """Checks what can run, starts it, and measures how fast this computer is."""

    told = Signal(str)
    """A message about pictures that were not started, or a model that was added."""

    def __init__(
        self,
        panel: OptionsPanel,
        queue: JobQueue,
        engine: EngineThread,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panel, self._queue, self._settings, self._window = panel, queue, settings, window
        self._scratch = engine.session.path
        self._disks = Disks()
        self._chosen, self._all = Look(), Look()
        self._due = self._some_done = False
        self._rough: dict[str, float] = {}
        self._warm: set[str] = set()
        self.inquiry = DeviceInquiry(self._scratch, self)
        self._later = delay(LATER, self._look_now, self)
        queue.expect(self._expected)
        engine.worker.reported.connect(self.on_event)
        engine.worker.reported.connect(self.inquiry.on_event)
        self.inquiry.request.connect(engine.send)
        self.inquiry.asked.connect(panel.device.show_checking)
        self.inquiry.found.connect(self._show_devices)
        self.inquiry.not_found.connect(lambda why: panel.device.show_devices(None, why))
        panel.device.opened.connect(self.inquiry.probe)
        panel.device.check_wanted.connect(self.check_computer)
        self.dialog: CheckDialog | None = None

    def fit(self, chosen: list[int], everything: list[int]) -> tuple[list[int], list[int]]:
        """The chosen jobs, and all jobs, that can be enlarged with their options; the panel names
        the others. While a run is under way nothing is checked."""
        if self._queue.working or (order := self._panel.order_to_run()) is None:
            return chosen, everything
        mine, all_ = self._items(chosen, order), self._items(everything, order)
        self._check(self._chosen, mine)
        self._check(self._all, all_)
        self._due = False
        names = {item.id: item.source.name for item in (*mine, *all_)}
        found = _together(self._chosen.found, self._all.found, {item.id for item in mine})
        self._panel.foot.show_preflight(found, names if len(names) > 1 else {}, self._some_done)
        return self._chosen.allowed(chosen), self._all.allowed(everything)

    def start(self, job_ids: Iterable[int]) -> None:
        """Check once more, then enlarge the jobs that can be; `told` names the others."""
        order, ids = self._panel.order_to_run(), list(job_ids)
        if order is not None:
            items = self._items(ids, order)
            found = check(items, self._known(), self._disks)
            unopened = set(ids) - {item.id for item in items}  # their sizes are not known yet
            self._queue.start({*found.cleared, *unopened}, order)
            names = {item.id: item.source.name for item in items}
            if found.refused:
                self.told.emit(shortened(lines(found.refused, names)))

    def _expected(self, job: Job) -> float | None:
        """The seconds that enlarging it takes, by earlier runs."""
        if job.size is None or job.run is None:
            return None
        item = Item(job.id, job.source, job.size, Order(job.run.upscale), job.bands, job.bits)
        return check([item], self._known(), self._disks).seconds

    def take_model(self, path: Path) -> None:
        """A model was added: choose it."""
        self._forget_looks()
        self._panel.use_model(path.stem)
        self.told.emit(tr("The model {0} is ready to use.").format(name_of(path.stem)))

    def list_models(self) -> None:
        """A model was removed."""
        self._forget_looks()
        self._panel.refresh_models()

    def _forget_looks(self) -> None:
        self._chosen.seen = self._all.seen = None

    def on_event(self, event: Event) -> None:
        if isinstance(event, Finished):
            self._learn(event)
            self.inquiry.probe()  # free: the libraries are loaded now

    def remember(self) -> None:
        """Store the choices in the settings."""
        self._settings.order = self._panel.general_order()
        self._settings.sections = self._panel.open_sections()

    def check_computer(self) -> None:
        """Show the dialog and start the test."""
        if self.dialog is None:
            self.dialog = CheckDialog(self.inquiry, self._window)
        self.dialog.settings = self._about_settings()
        self.dialog.open()
        self.dialog.begin()

    def _items(self, ids: list[int], order: Order) -> list[Item]:
        jobs = [job for number in ids if (job := self._queue.job(number)) is not None]
        return [
            Item(job.id, job.source, size, job.order(order), job.bands, job.bits)
            for job in jobs
            if (size := job.enlarged_size) is not None
        ]

    def _known(self) -> Known:
        today = date.today().isoformat()
        speeds = self._rough | self._settings.speeds
        return Known(_models(), speeds, today, self._scratch, self.inquiry.devices)

    def _look_now(self) -> None:
        self._due = True
        self._panel.changed.emit()

    def _check(self, look: Look, items: list[Item]) -> None:
        """Repeat the pre-flight if something has changed since, for a long list a little later."""
        # Disks change by themselves; for a long list they are only checked at the start.
        moment = int(time.monotonic() / KEPT_SECONDS) if len(items) <= MANY else 0
        seen = (items, moment, self.inquiry.devices)
        if seen == look.seen:
            return
        if len(items) <= MANY or self._due:
            look.found = check(items, self._known(), self._disks)
            look.seen = seen
        elif not self._later.isActive():
            self._later.start()

    def _show_devices(self, devices: object) -> None:
        self._panel.device.show_devices(self.inquiry.devices)
        self._panel.changed.emit()

    def _learn(self, event: Finished) -> None:
        """Record the speed of a run, for the next estimate; a rough one for this session only."""
        self._some_done = True
        self._forget_looks()
        job = self._queue.job(event.job_id)
        if job is None or job.size is None or event.seconds <= 0:
            return
        order = Order(event.options)
        size = order.enlarged_size(*job.size)
        item = Item(job.id, job.source, size, order)
        steps = steps_of(item, self._known())
        if not steps:
            return
        pixels = pixels_read(size, steps)
        key = speed_key(event.options, event.model)
        self._rough[key] = pixels / event.seconds
        if event.seconds < SHORTEST_RUN:
            return
        if pixels >= LEAST_PIXELS or key in self._warm:
            self._settings.speeds[key] = self._blended(key, pixels / event.seconds)
        self._warm.add(key)

    def _blended(self, key: str, speed: float) -> float:
        """The first run of a session also compiles, so its speed is not typical."""
        before = self._settings.speeds.get(key)
        if before is None or (key in self._warm and speed > before):
            return speed
        return (before + speed) / 2 if key in self._warm else before

    def _about_settings(self) -> str:
        """The options, without the names of folders; and the screen."""
        order = self._panel.general_order()
        folder = Path("…") if order.destination.folder is not None else None
        order = replace(order, destination=replace(order.destination, folder=folder))
        screen = QGuiApplication.primaryScreen()
        size = screen.size()
        return (
            f"\nWindow\n  Qt for Python: {pyside_version}, {QGuiApplication.platformName()}\n"
            f"  Screen: {size.width()} x {size.height()}, {screen.devicePixelRatio():g}\n"
            f"  Options: {json.dumps(order_json.to_json(order))}\n"
        )


def _together(chosen: Preflight, everything: Preflight, mine: set[int]) -> Preflight:
    """What to say: about the chosen pictures, and what the others have that these have not.

    mine: the chosen pictures.
    """
    others = tuple(finding for finding in everything.findings if finding.id not in mine)
    return Preflight(
        chosen.cleared or everything.cleared,
        (*chosen.findings, *others),
        {**everything.estimates, **chosen.estimates},
    )


def _models() -> dict[str, int]:
    """The scale of each installed model, by name, the best of a scale first."""
    return {model.info.name: model.info.scale for model in installed()}
