"""What the engine process does when the window asks about this computer and its GPU pack."""

from __future__ import annotations

import shutil

from fdiwn.api.gpu_pack import Action
from fdiwn.gpu_pack import manage
from fdiwn.service.client.events import Checked, DeviceReport, PackTold, SelfTested
from fdiwn.service.client.requests import ChangePack, LookAtPack, Probe, SelfTest
from fdiwn.service.server.work import Desk


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


def look_at_pack(work: LookAtPack, desk: Desk) -> None:
    desk.send(PackTold(work.job_id, manage.look()))


def change_pack(work: ChangePack, desk: Desk) -> None:
    if work.action is Action.INSTALL:
        report = manage.add(work.files, desk.reporter(work), desk.should_stop)
    elif work.action is Action.TEST:
        report = manage.retest(desk.should_stop)
    else:
        report = manage.remove()
    desk.send(PackTold(work.job_id, report))
