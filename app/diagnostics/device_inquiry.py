"""Requests the computer's devices and the self-test from the engine."""

from __future__ import annotations

import itertools
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.look.translation import tr
from app.queue.job import Problem
from fdiwn.api.reports import Device
from fdiwn.service.client.events import Cancelled, Checked, DeviceReport, Event, Failed, SelfTested
from fdiwn.service.client.orders import Cancel, Task
from fdiwn.service.client.requests import Probe, SelfTest


class DeviceInquiry(QObject):
    """Requests the devices and the self-test, one of each at a time."""

    request = Signal(object)
    asked = Signal()
    """The devices were requested."""
    found = Signal(object)
    """A tuple of `Device`."""
    not_found = Signal(str)
    """Why the engine could not list them."""
    checked = Signal(object)
    """A `Check`, the next line of the self-test."""
    ended = Signal(object)
    """The self-test has ended: None if it completed, else a `Problem`."""

    def __init__(self, scratch: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scratch = scratch
        self._numbers = itertools.count(1)
        self._probing = False
        self._testing: int | None = None
        self.devices: tuple[Device, ...] | None = None

    def probe(self) -> None:
        """Request the devices, unless they are known or already requested."""
        if self.devices is None and not self._probing:
            self._probing = True
            self.asked.emit()
            self.request.emit(Probe(next(self._numbers)))

    def test(self) -> None:
        if self._testing is None:
            self._testing = next(self._numbers)
            self.request.emit(SelfTest(self._testing, self._scratch))

    def stop_test(self) -> None:
        if self._testing is not None:
            self.request.emit(Cancel(self._testing, Task.SELF_TEST))

    def on_event(self, event: Event) -> None:
        """Handle the engine's events; events of other owners are ignored."""
        if isinstance(event, DeviceReport):
            self._probing, self.devices = False, event.devices
            self.found.emit(event.devices)
        elif isinstance(event, Checked):
            self.checked.emit(event.check)
        elif isinstance(event, SelfTested):
            self._end(None)
        elif isinstance(event, Failed | Cancelled) and event.task is Task.SELF_TEST:
            self._end(Problem.of(event) if isinstance(event, Failed) else Problem(tr("Stopped")))
        elif isinstance(event, Failed) and event.task is Task.PROBE:
            self._probing = False
            self.not_found.emit(Problem.of(event).sentence())

    def _end(self, problem: Problem | None) -> None:
        self._testing = None
        self.ended.emit(problem)
