"""The part of *Check This Computer* that offers the GPU pack, where there is an NVIDIA driver."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QLabel,
)

from app.diagnostics.gpu_pack.inquiry import PackInquiry
from app.look.question import ask
from app.look.translation import tr
from app.look.widgets import button, column, label, progress_bar, row
from app.look.words import file_size
from app.queue.job import Problem
from fdiwn.api.gpu_pack import Action, PackReport, State

_THOUSAND = 1000  # Qt's ranges end at 2^31, which a pack in bytes exceeds


class PackBox(QFrame):
    """Offers the GPU pack; hidden where there is nothing to offer. Downloads on *Install* only."""

    def __init__(self, inquiry: PackInquiry) -> None:
        super().__init__()
        self._inquiry = inquiry
        self._report: PackReport | None = None
        self.title = QLabel(tr("GPU pack (experimental)"))
        self.title.setObjectName("headline")
        self.text = label()
        self.problem = label(style="error")
        self.progress = progress_bar(tr("Progress of the GPU pack"))
        self.install = button(tr("Install"), do=lambda: self._begin(Action.INSTALL))
        tip = tr("Install from wheels that you have; nothing is downloaded")
        self.from_files = button(tr("From Files…"), tip, self._choose_files)
        self.test = button(tr("Test Again"), do=lambda: self._begin(Action.TEST))
        self.remove = button(tr("Remove"), do=self._ask_remove)
        self.stop = button(tr("Stop"), do=inquiry.stop)
        self._lay_out()
        inquiry.told.connect(self.show_report)
        inquiry.progress.connect(self._advance)
        inquiry.failed.connect(self._fail)
        self.hide()

    def show_report(self, report: PackReport) -> None:
        self._report = report
        self.text.setText(sentences(report))
        self.problem.hide()
        self._show_running(None)
        self.setVisible(is_worth_saying(report))

    def _lay_out(self) -> None:
        starting = (self.install, self.from_files, self.test, self.remove)
        for each in (*starting, self.stop):
            each.setAutoDefault(False)
        buttons = row(*starting, None, self.stop)  # what stops is away from what starts
        column(self.title, self.text, self.problem, self.progress, buttons, parent=self)

    def _begin(self, action: Action, files: tuple[Path, ...] = ()) -> None:
        self.problem.hide()
        self._show_running(action)
        self._inquiry.change(action, files)

    def _ask_remove(self) -> None:
        text = tr("Remove the GPU pack? To have it again, it must be downloaded or brought again.")
        ask(self, text, tr("Remove"), lambda: self._begin(Action.REMOVE))

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("The files of the GPU pack"), "", tr("Wheels (*.whl)")
        )
        if names:
            self._begin(Action.INSTALL, tuple(Path(name) for name in names))

    def _show_running(self, action: Action | None) -> None:
        report = self._report
        state = report.state if report is not None else State.NONE
        there = state in (State.UNUSED, State.GOOD)
        idle = action is None
        self.install.setVisible(idle and state is State.OFFERED)
        self.from_files.setVisible(idle and state is State.OFFERED)
        self.test.setVisible(idle and there)
        rest = report is not None and (report.outdated or report.leftover)
        self.remove.setVisible(idle and (there or bool(rest)))
        self.stop.setVisible(not idle and action is not Action.REMOVE)
        self.progress.setVisible(not idle)
        self.progress.setRange(0, 0)
        if action is not None:
            self.text.setText(
                {
                    Action.INSTALL: tr("The GPU pack is being installed, and tested then."),
                    Action.TEST: tr("The GPU pack is being tested."),
                    Action.REMOVE: tr("The GPU pack is being removed."),
                }[action]
            )

    def _advance(self, done: int, total: int) -> None:
        # Full means unpacked; the test that follows says nothing about how far it is.
        self.progress.setRange(0, _THOUSAND if done < total else 0)
        self.progress.setValue(done * _THOUSAND // total if total else 0)

    def _fail(self, problem: Problem) -> None:
        if self._report is None:
            return  # nothing was offered, so nothing is missed
        self.show_report(self._report)
        self.problem.setText(problem.sentence())
        self.problem.show()


def is_worth_saying(report: PackReport) -> bool:
    silent = (State.NO_DRIVER, State.BUILT_IN)
    return report.state not in silent or bool(report.outdated) or report.later


def sentences(report: PackReport) -> str:
    """How it stands, and what can be done."""
    said = []
    if report.state is State.OFFERED:
        said.append(
            tr(
                "There is an NVIDIA driver, but this installation computes on the CPU only. The "
                "GPU pack adds what is missing: {0} to download, {1} of room needed, {2} free."
            ).format(file_size(report.download), file_size(report.needed), file_size(report.free))
        )
    elif report.state is State.NONE:
        said.append(tr("There is none for this driver and this version of the program."))
    elif report.state is State.UNUSED:
        said.append(tr("It is installed, but not used: {0}.").format(report.reason))
    elif report.state is State.GOOD and report.active:
        said.append(
            tr("It is used, on {0}, and takes {1}.").format(report.gpu, file_size(report.size))
        )
    elif report.state is State.GOOD:
        said.append(
            tr("It works on {0}. It is used when the program is started anew.").format(report.gpu)
        )
    if report.outdated:
        said.append(tr("One of another version of the program takes room, and can be removed."))
    if report.later:
        said.append(tr("What is in use is removed when the program is started anew."))
    return " ".join(said)
