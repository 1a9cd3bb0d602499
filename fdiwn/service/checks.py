"""What the engine process does when the window asks about this computer."""

from __future__ import annotations

import shutil

from fdiwn.service.events import Checked, DeviceReport, SelfTested
from fdiwn.service.requests import Probe, SelfTest
from fdiwn.service.work import Desk


def probe_devices(work: Probe, desk: Desk) -> None:
    desk.send(DeviceReport(work.job_id, desk.engine.probe()))


def test_this_computer(work: SelfTest, desk: Desk) -> None:
    folder = work.scratch / "self-test"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        passed = desk.engine.self_test(
            folder, lambda check: desk.send(Checked(work.job_id, check)), desk.should_stop
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    desk.send(SelfTested(work.job_id, passed))
