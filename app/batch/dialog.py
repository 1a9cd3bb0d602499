"""The batch dialog: choices on the left, the plan as a table on the right, buttons to run it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QWidget,
)

from app.batch.banner import UnfinishedBanner
from app.batch.buttons import BatchButtons
from app.batch.choice import BatchChoice
from app.batch.control import BatchControl, Phase
from app.batch.folders import folders_in
from app.batch.form import BatchForm
from app.batch.progress_view import BatchProgress
from app.batch.table import BatchTable
from app.batch.table_model import BatchTableModel
from app.batch.words import end_line, passed_over_lines, plan_line, rest_line
from app.look import theme
from app.look.geometry import least_size
from app.look.question import Role, ask, question_box
from app.look.translation import counted, tr
from app.look.widgets import column, delay, label, muted, row
from app.settings.order import Order
from app.settings.preset_store import Presets
from fdiwn.batch.records.events import Advanced, Event, Finished, Retrying, Started, State
from fdiwn.batch.records.items import Unfinished
from fdiwn.batch.records.plan import BatchOptions, Entry

LOOK_LATER = 300  # milliseconds after the last keystroke in a folder's name


class BatchDialog(QDialog):
    """Shows a `BatchControl`, which keeps running when the dialog is closed.

    busy_list: whether the window's list is being enlarged.
    """

    report_wanted = Signal()
    folder_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        control: BatchControl,
        presets: Presets,
        busy_list: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._control, self._busy_list = control, busy_list
        self.setWindowTitle(tr("Batch"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self.setMinimumSize(least_size(QSize(680, 480)))
        self.resize(least_size(QSize(1100, 760)))
        self.form = BatchForm(presets)
        self.model = BatchTableModel(self)
        self.table = BatchTable(self.model)
        self.banner = UnfinishedBanner()
        self.summary = label()
        self.rest = muted()
        self.wait = muted()
        self.progress = BatchProgress()
        self.buttons = BatchButtons()
        self._after_plan: Callable[[], object] | None = None
        self._look = delay(LOOK_LATER, self.look_for_unfinished, self)
        self._lay_out()
        self._connect()
        self._refresh()

    # Called by the window

    def show_choice(self, choice: BatchChoice, window: Order | None) -> None:
        self.form.show_choice(choice, window)
        self._control.watch = choice.watch

    def follow(self, window: Order | None) -> None:
        """The window's options or its activity have changed."""
        if not self._control.busy:
            self.form.follow(window)
        self._refresh()

    def look_for_unfinished(self) -> None:
        folder = self.form.output.folder()
        if folder and Path(folder).is_absolute() and not self._control.busy:
            self._control.look_for_unfinished(Path(folder))

    # Input

    def _plan(self) -> None:
        self._plan_for(None)

    def _plan_for(self, then: Callable[[], object] | None) -> None:
        """then: what to do once the plan is made."""
        if (options := self.form.options()) is not None:
            self._after_plan = then
            self._control.make_plan(options)

    def _run(self) -> None:
        """Run the plan that is shown; without one, make it first."""
        if self._control.phase is Phase.PLANNED:
            self._start()
        else:
            self._plan_for(self._start)

    def _start(self) -> None:
        """Run the plan, if there is something to do; ask before files are replaced."""
        control = self._control
        if not (control.to_make() or control.watch):
            return
        if replaced := len(control.to_replace()):
            text = counted("%n file in the folder for results would be replaced.", replaced)
            ask(self, text, tr("Replace and Run"), control.run)
        else:
            control.run()

    def _go_on(self) -> None:
        """Do what waits for a plan, once it is made; forget it if it is not."""
        phase = self._control.phase
        if phase is Phase.PLANNING or self._after_plan is None:
            return
        then, self._after_plan = self._after_plan, None
        if phase is Phase.PLANNED:
            then()

    def _resume(self, options: BatchOptions | None) -> None:
        if options is not None:
            self.form.show_resumed(options)
        self._plan_for(self._control.run)

    def _choose(self) -> None:
        """The choices have changed: the plan no longer fits."""
        if not self._control.running:
            self._control.forget()
        self._refresh()

    def _watch(self, wanted: bool) -> None:
        self._control.watch = wanted
        if not wanted and self._control.phase is Phase.WATCHING:
            self._control.stop()
        self._refresh()

    def _retarget(self, key: str, name: str) -> None:
        problem = self._control.retarget(key, Path(self.form.output.folder()) / name)
        self.progress.tell(problem.sentence() if problem else "")
        if problem:
            self.model.refuse(key, name)

    # Progress

    def _begin_plan(self) -> None:
        self.banner.hide()
        self.table.in_plan_order()
        self.model.begin(Path(self.form.output.folder() or "."))
        self.progress.show_failures([], anew=True)
        self.progress.tell("")

    def _grow(self, entries: tuple[Entry, ...]) -> None:
        self.model.extend(entries)
        if self._control.phase is Phase.PLANNING:
            self._say_looking(self.model.rowCount())

    def _say_looking(self, done: int, total: int = 0) -> None:
        text = tr("Looking through the folders…")
        if total:
            text = tr("Looking through the folders: {0} of {1}").format(done, total)
        self.summary.setText(text)

    def _take(self, events: tuple[Event, ...]) -> None:
        for event in events:
            match event:
                case Started(key):
                    self.model.show_under_way(key, tr("Enlarging"))
                case Advanced(key, done, total):
                    self.model.show_under_way(key, tr("{0} %").format(100 * done // total))
                case Retrying(key):
                    self.model.show_under_way(key, tr("Waits for a second try"))
                case Finished(record):
                    self.model.show_record(record)
                    if record.state is State.FAILED:
                        self.progress.show_failures([record])
        self.progress.show_count(self._control.count, self._control.stopping)
        self._say_wait()

    def _refresh(self) -> None:
        control = self._control
        phase, missing = control.phase, self.form.missing()
        self.model.editable = phase in (Phase.PLANNED, Phase.ENDED)
        self.form.set_locked(control.running)
        self.buttons.refresh(control, ready=not missing)
        self.progress.bars.setVisible(phase is Phase.RUNNING)
        if phase is Phase.RUNNING:
            self.progress.show_count(control.count, control.stopping)
            if not control.count.records:
                self.progress.show_failures([], anew=True)
        if phase in (Phase.ENDED, Phase.WATCHING):
            self.model.end_run()
            self.progress.show_failures(control.count.failed, anew=True)
            self.progress.tell("")
        self._summarize(missing)
        self._say_wait()

    def _summarize(self, missing: str) -> None:
        control, plan = self._control, self._control.plan
        self.rest.setText(rest_line(plan) if plan is not None else "")
        self.rest.setToolTip(passed_over_lines(plan) if plan is not None else "")
        self.rest.setVisible(bool(self.rest.text()))
        if control.problem is not None:
            text = control.problem.sentence()
        elif control.phase is Phase.PLANNING:
            return self._say_looking(0)
        elif control.phase is Phase.ENDED:
            text = end_line(control.count, stopped=bool(control.count.number(State.NOT_REACHED)))
        elif control.phase is Phase.WATCHING:
            text = f"{end_line(control.count, stopped=False)} " + tr(
                "Watching the folders for new pictures."
            )
        elif plan is not None:
            text = plan_line(plan, control.to_make())
        else:
            text = missing or tr("Preview shows what would be done; Run does it.")
        self.summary.setText(text)
        return None

    def _say_wait(self) -> None:
        """Say that the window's list and the batch share one engine."""
        control, text = self._control, ""
        if control.phase is Phase.RUNNING and self._busy_list():
            waits = not control.count.current and not control.count.ended
            text = (
                tr("Begins when the picture under way in the window is done.")
                if waits
                else tr("The list in the window waits for this batch.")
            )
        elif control.phase is Phase.RUNNING:
            text = tr("Pictures in the window can be looked at; enlarging them waits.")
        self.wait.setText(text)
        self.wait.setVisible(bool(text))

    def _offer(self, folder: Path, found: Unfinished | None) -> None:
        if str(folder) == self.form.output.folder() and not self._control.busy:
            self.banner.offer(found)

    # Drop and close

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if folders_in(event.mimeData()) and not self._control.running:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.form.add_sources(folders_in(event.mimeData()))
        event.acceptProposedAction()

    def reject(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._control.running and not self._may_close():
            event.ignore()
            return
        if self._control.phase is Phase.PLANNING:
            self._control.stop()
        self.closed.emit()
        event.accept()

    def _may_close(self) -> bool:
        answers = [
            (tr("Go On in the Background"), Role.AcceptRole),
            (tr("Stop the Batch"), Role.DestructiveRole),
        ]
        text = tr("The batch is still running.")
        more = tr("What is finished is kept, and the rest can be done later.")
        box, (on, stop) = question_box(self, text, answers, more=more, first=True)
        box.setWindowTitle(self.windowTitle())
        box.exec()
        if box.clickedButton() is stop:
            self._control.stop()
        return box.clickedButton() in (on, stop)

    # Construction

    def _connect(self) -> None:
        control, buttons = self._control, self.buttons
        control.phase_changed.connect(self._refresh)
        control.phase_changed.connect(self._go_on)
        control.planning.connect(self._begin_plan)
        control.grew.connect(self._grow)
        control.entry_changed.connect(self.model.show_entry)
        control.told.connect(self._take)
        control.looked_through.connect(self._say_looking)
        control.unfinished_found.connect(self._offer)
        self.form.changed.connect(self._choose)
        self.form.output_changed.connect(self._look.start)
        self.form.output_changed.connect(self.banner.hide)
        self.form.watch_changed.connect(self._watch)
        self.model.retarget_wanted.connect(self._retarget)
        self.model.left_out.connect(control.leave_out)
        self.banner.resume_wanted.connect(self._resume)
        buttons.plan.clicked.connect(self._plan)
        buttons.run.clicked.connect(self._run)
        buttons.pause.clicked.connect(lambda: control.pause(not control.paused))
        buttons.cancel.clicked.connect(control.stop)
        buttons.retry.clicked.connect(control.retry)
        buttons.report.clicked.connect(self.report_wanted)
        buttons.folder.clicked.connect(self.folder_wanted)
        buttons.close_.clicked.connect(self.close)

    def _lay_out(self) -> None:
        state = row((self.summary, 1))
        state.addWidget(self.buttons.during, 0, Qt.AlignmentFlag.AlignTop)
        below = (state, self.rest, self.progress, self.wait, self.buttons)
        right = column(self.banner, (self.table, 1), *below, margin=2 * theme.UNIT)
        side = QFrame()
        side.setObjectName("side")
        column(self.form, parent=side)
        row(side, (right, 1), parent=self, spacing=0)
