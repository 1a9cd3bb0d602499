"""Connects the compare view to its actions and bar, the left side, the queue and the engine."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.compare import remembered
from app.compare.actions import make_compare_actions
from app.compare.badge import Badge
from app.compare.bar import CompareBar
from app.compare.before_after import BeforeAfter
from app.compare.choice import FOR_PANES, Against, Choice
from app.compare.crop.tool import CropTool
from app.compare.navigator import Navigator
from app.compare.picture_view import PictureView
from app.compare.preview.live import LivePreview
from app.compare.renderings import Renderings
from app.compare.screen import ScreenWatch
from app.compare.side import Mode
from app.compare.view import CompareView
from app.look.actions import Actions
from app.look.translation import tr
from app.queue.job import Job, Problem
from app.queue.jobs import JobQueue
from app.queue.words import made_before
from app.settings.order import Order
from app.settings.settings import Settings
from app.worker import EngineThread
from fdiwn.api.formats import READABLE
from fdiwn.api.options import UpscaleOptions
from fdiwn.service.client.requests import Rendition


class CompareControl(QObject):
    """Owns the contents of a `CompareView`. bar: its buttons, for the window to place."""

    told = Signal(str)
    """A message for the user."""
    again_wanted = Signal(int)
    """A job to upscale again, with the present settings."""
    mentioned = Signal(str, int)
    """A less important message, and for how many milliseconds to show it."""

    def __init__(
        self,
        window: QWidget,
        view: CompareView,
        queue: JobQueue,
        engine: EngineThread,
        actions: Actions,
        settings: Settings,
        preview: LivePreview,
    ) -> None:
        super().__init__(window)
        self._window, self._view, self._queue, self._settings = window, view, queue, settings
        self._preview = preview
        self._zoom_actions = (actions.fit, actions.one_to_one, actions.zoom_in, actions.zoom_out)
        self._job_id = 0
        self._order = Order(UpscaleOptions())
        self.renderings = Renderings(queue.folder, self)
        self.picture = PictureView(view, self.renderings, preview)
        self.screen = ScreenWatch(window, settings.screen_profile, engine.session.path)
        self.before_after = BeforeAfter(view, lambda: self.screen.profile, settings, window)
        self.actions = make_compare_actions(window)
        self.bar = CompareBar(self.actions, actions.fit, actions.one_to_one)
        self.navigator = Navigator(view)
        self.badge = Badge(view, self.navigator)
        self.crop = CropTool(view, queue, self.actions.crop, self)
        remembered.restore(settings, view, self.picture)
        self._refresh()
        self._connect(engine)

    # Called by the window

    def show_job(self, job: Job | None, order: Order) -> None:
        """Show `job`, the selected one, with its current `order`."""
        self._job_id, self._order = (job.id if job is not None else 0), order
        self.crop.follow(job)
        self.picture.show_job(job, order, whole=self.crop.active)
        self._refresh()

    def forward_space(self, widget: QObject) -> None:
        """Let the space bar in `widget` do what it does in the view."""
        widget.installEventFilter(self)

    def close(self) -> None:
        """Release the pixels."""
        self.picture.close()

    def remember(self) -> None:
        """Store in the settings what should be remembered."""
        self._settings.screen_profile = self.screen.chosen
        remembered.remember(self._settings, self._view, self.picture)

    # Choices

    def set_mode(self, mode: Mode) -> None:
        self._view.set_mode(mode)
        if self._view.has_picture and not self.bar.focused:
            self._view.setFocus()  # for the space bar and the arrow keys
        self._show_again()

    def compare_with(self, choice: Choice) -> None:
        """Show `choice` on the left; it is computed first if needed."""
        self.picture.left = choice
        self._show_again()

    def choose_pane(self, number: int, choice: Choice) -> None:
        """Show `choice` in one of four panes, from 0, row by row."""
        self.picture.choose_pane(number, choice)
        self._show_again()

    def _preview_new(self, wanted: bool) -> None:
        """Show a preview of the present settings, or the result that was made with others."""
        self._preview.replace_result(self._job_id if wanted else 0)
        self._show_again()

    def ask_file(self) -> None:
        endings = " ".join(f"*{ending}" for ending in READABLE)
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Compare with a file"),
            self._settings.open_folder,
            tr("Pictures ({0});;All files (*)").format(endings),
        )
        if name:
            self._settings.open_folder = str(Path(name).parent)
            self.compare_with(Choice(Against.FILE, file=Path(name)))

    def ask_profile(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Profile of the screen"),
            self.screen.chosen,
            tr("Colour profiles (*.icc *.icm);;All files (*)"),
        )
        self.screen.choose(name or self.screen.chosen)
        self._refresh()

    # Construction

    def _connect(self, engine: EngineThread) -> None:
        view, actions = self._view, self.actions
        for mode, action in actions.modes.items():
            action.triggered.connect(partial(self.set_mode, mode))
        for factor, action in actions.factors.items():
            action.triggered.connect(partial(view.set_factor, factor))
        for size, action in actions.loupes.items():
            action.triggered.connect(partial(view.set_loupe_zoom, size))
        for zoom, action in actions.zooms.items():
            action.triggered.connect(partial(view.zoom_to, zoom, None))
        for action in (*actions.factors.values(), *actions.loupes.values()):
            action.triggered.connect(self._refresh)
        for against, action in actions.lefts.items():
            action.triggered.connect(partial(self.compare_with, Choice(against)))
        actions.fill.triggered.connect(view.fill)
        fit, one_to_one, larger, smaller = self._zoom_actions
        fit.triggered.connect(view.fit)
        one_to_one.triggered.connect(partial(view.zoom_to, 1.0, None))
        larger.triggered.connect(partial(view.zoom_by, 1, None))
        smaller.triggered.connect(partial(view.zoom_by, -1, None))
        actions.models.aboutToShow.connect(self._list_models)
        actions.file.triggered.connect(self.ask_file)
        actions.export_visible.triggered.connect(partial(self._ask_save, False))
        actions.export_whole.triggered.connect(partial(self._ask_save, True))
        actions.copy_visible.triggered.connect(partial(self.before_after.copy, False))
        actions.copy_whole.triggered.connect(partial(self.before_after.copy, True))
        actions.system_profile.triggered.connect(partial(self.screen.choose, ""))
        actions.own_profile.triggered.connect(self.ask_profile)
        self.before_after.told.connect(self.told)
        self.before_after.saved.connect(self._tell_saved)
        self.badge.zoom_wanted.connect(partial(view.zoom_to, 1.0, None))
        self.badge.preview_wanted.connect(partial(self._preview_new, True))
        self.badge.result_wanted.connect(partial(self._preview_new, False))
        self.badge.again_wanted.connect(self._upscale_again)
        view.changed.connect(self._show_zoom)
        view.pane_buttons.opened.connect(self._offer_panes)
        view.pane_buttons.chosen.connect(self.choose_pane)
        engine.worker.reported.connect(self.renderings.on_event)
        self.renderings.request.connect(engine.send)
        self.renderings.changed.connect(self._show_again)
        self.renderings.failed.connect(self._tell_failed)
        self._preview.rivals_failed.connect(self._tell_rivals_failed)
        self.renderings.progress.connect(self._tell_progress)
        self.screen.changed.connect(self._change_screen)

    # Updating

    def _show_again(self) -> None:
        self.show_job(self._queue.job(self._job_id), self._order)

    def _refresh(self) -> None:
        """Update the actions and the bar to the current contents."""
        view, actions = self._view, self.actions
        shown, compares = view.has_picture, view.compares
        actions.modes[view.mode].setChecked(True)
        actions.factors[view.factor].setChecked(True)
        actions.loupes[view.loupe_zoom].setChecked(True)
        left = self.picture.left
        for against, action in actions.lefts.items():
            action.setChecked(against is left.against)
        for action in (*self._zoom_actions, *actions.zooms.values(), actions.fill):
            action.setEnabled(shown)
        for action in actions.of_two():
            action.setEnabled(compares)
        chosen = actions.own_profile if self.screen.chosen else actions.system_profile
        chosen.setChecked(True)
        self.bar.setVisible(shown and not self.crop.active)
        # Beside a preview, what cannot be computed for it gives way to bicubic.
        live = compares and self._preview.near is not None
        self.bar.show_left(view.labels[0] if live else left.label())
        self.bar.show_mode(view.mode, view.factor, view.loupe_zoom, compares)
        view.split.tell_sides(*view.labels)
        self._show_badge()
        self.navigator.follow()
        self._show_zoom()

    def _show_badge(self) -> None:
        """Offer what to do where the view shows less, or something else, than the options say."""
        if self.crop.active:
            self.badge.offer()
            return
        job, text, live = self._queue.job(self._job_id), "", self._preview.live.over
        zoom = self._view.has_picture and self._preview.live.far
        old = job is not None and job.stale(self._order.run)
        if old and job is not None and job.result is not None and not live:
            text = made_before(job.result)
        there = job is not None and job.original is not None
        preview = old and there and not live and self._preview.on
        self.badge.offer(text, zoom=zoom, preview=preview, result=live, again=old)

    def _upscale_again(self) -> None:
        self.again_wanted.emit(self._job_id)

    def _show_zoom(self) -> None:
        self.bar.show_zoom(self._view.viewport.zoom)

    def _list_models(self) -> None:
        """Fill the menu with the other models of the scale."""
        menu = self.actions.models
        menu.clear()
        job = self._queue.job(self._job_id)
        for choice in self.picture.models(job, self._order):
            action = menu.addAction(choice.label())
            action.setCheckable(True)
            action.setChecked(choice.model == self.picture.left.model)
            action.triggered.connect(partial(self.compare_with, choice))
        if menu.isEmpty():
            menu.addAction(tr("No other model for this scale")).setEnabled(False)

    def _offer_panes(self, number: int) -> None:
        job, picture = self._queue.job(self._job_id), self.picture
        models = picture.models(job, self._order)
        shown = picture.choices(job, self._order)[number]
        self._view.pane_buttons.offer(number, [*FOR_PANES, *models], shown)

    def _change_screen(self) -> None:
        self.picture.screen = self.screen.profile
        self._queue.set_screen(self.screen.profile)
        self._preview.screen = self.screen.profile
        self._show_again()

    # Messages

    def _ask_save(self, whole: bool) -> None:
        job = self._queue.job(self._job_id)
        if job is not None and self._view.compares:
            self.before_after.ask_save(job.source, whole)

    def _tell_saved(self, name: str) -> None:
        self.mentioned.emit(tr("Saved {0}").format(name), 10_000)

    def _tell_failed(self, problem: Problem) -> None:
        self.picture.give_up_left()
        self.told.emit(problem.sentence())
        self._show_again()

    def _tell_rivals_failed(self, problem: Problem, failed: list[Rendition]) -> None:
        self.picture.give_up(what.model for what in failed if isinstance(what, UpscaleOptions))
        self.told.emit(problem.sentence())
        self._show_again()

    def _tell_progress(self, done: int, total: int) -> None:
        text = tr("The other model: tile {0} of {1}").format(done, total)
        self.mentioned.emit(text, 2_000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handles the space bar for widgets that do not use it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and self._view.compares:
                if not event.isAutoRepeat():
                    self._view.hold_left(event.type() is QEvent.Type.KeyPress)
                return event.type() is not QEvent.Type.ShortcutOverride
        return False
