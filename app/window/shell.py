"""Connects a window to the desktop: clipboard, drops, menus, task bar, help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from app.compare.actions import CompareActions
from app.desktop.drag_out import DragHandle
from app.desktop.drop_target import DropTarget
from app.desktop.file_manager import show_file, show_folder
from app.desktop.incoming import Incoming
from app.desktop.long_run import DesktopRun, RunWatch, is_unattended
from app.desktop.notify import Notifier
from app.desktop.outgoing import Exports, copy_result
from app.desktop.recent import RecentMenu
from app.desktop.report import problem_report, system_report
from app.desktop.sleep import SleepGuard
from app.desktop.taskbar import TaskbarProgress
from app.diagnostics.faults import log_path
from app.look.actions import Actions
from app.look.theme import Appearance
from app.look.translation import tr
from app.options.panel import OptionsPanel
from app.queue.actions import QueueActions
from app.queue.job import Job
from app.queue.jobs import JobQueue
from app.settings.settings import Settings
from app.window.about_dialog import AboutDialog
from app.window.guide import GuideDialog
from app.window.menu_bar import Parts, actions_by_menu, fill_menu_bar, make_shell_actions
from app.window.messages import Notice, StatusLine
from app.window.opening import PictureOpener
from app.window.preferences_dialog import PreferencesDialog
from app.window.shortcuts_dialog import ShortcutsDialog
from app.worker import EngineThread


@dataclass(frozen=True)
class WindowParts:
    """The parts of the window that are connected to the desktop here."""

    queue: JobQueue
    options: OptionsPanel
    opener: PictureOpener
    notice: Notice
    status: StatusLine
    actions: Actions
    queue_actions: QueueActions
    compare_actions: CompareActions


class Shell(QObject):
    """Owns a window's connections to the desktop, until `close`."""

    preferred = Signal()
    """The user changed the preferences; they are in the settings."""

    def __init__(
        self, window: QMainWindow, engine: EngineThread, settings: Settings, parts: WindowParts
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._parts = window, settings, parts
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.appearance = Appearance(application, settings.theme, self)
        self.actions = make_shell_actions(window)
        self.recent = RecentMenu(settings, window)
        self._guide: GuideDialog | None = None
        fill_menu_bar(
            window.menuBar(),
            Parts(
                parts.actions,
                self.actions,
                parts.queue_actions,
                parts.compare_actions,
                self.recent,
            ),
        )
        self.incoming = Incoming(parts.opener.open, self)
        self.drops = DropTarget(window, self.incoming)
        self.exports = Exports(engine, parts.queue, self)
        self.handle = DragHandle(self.exports)
        parts.status.place_beside(self.handle)
        self.notifier = Notifier(window.windowIcon(), self)
        self.sleep = SleepGuard(self)
        self.watch = RunWatch(
            parts.queue,
            DesktopRun(
                TaskbarProgress(window),
                self.sleep,
                self.notifier.tell,
                lambda: is_unattended(settings),
            ),
            self,
        )
        self._connect()
        self.show_job(None)

    def show_job(self, job: Job | None) -> None:
        """Follow the job in view."""
        self._job = job
        self.handle.show_job(job)
        self.actions.copy.setEnabled(job is not None and job.result is not None)
        self.actions.show_in_folder.setEnabled(job is not None)

    def close(self) -> None:
        """Close the connections. The engine must still be running."""
        self.watch.close()
        self.notifier.close()
        self.incoming.close()

    def come_forward(self, files: Iterable[Path]) -> None:
        """Raise the window, and open files from another start of the program, if any."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        found = tuple(files)
        if found:
            self._parts.opener.open(found)

    def _connect(self) -> None:
        parts, actions = self._parts, self.actions
        say = parts.notice.say
        parts.opener.opening.connect(self.recent.remember)
        self.recent.chosen.connect(lambda path: parts.opener.open([path]))

        self.incoming.told.connect(say)
        self.exports.failed.connect(lambda problem: parts.notice.ask(problem.sentence()))
        self.handle.waiting.connect(self._parts.status.mention)
        self.handle.clicked.connect(self.copy)
        actions.copy.triggered.connect(self.copy)
        actions.paste.triggered.connect(self.paste)
        actions.show_in_folder.triggered.connect(self._show_in_folder)
        actions.preferences.triggered.connect(self.open_preferences)
        actions.guide.triggered.connect(self.open_guide)
        actions.shortcuts.triggered.connect(self.open_shortcuts)
        actions.open_log.triggered.connect(self._open_log)
        actions.copy_system.triggered.connect(self._copy_system)
        actions.report.triggered.connect(self._report)
        actions.about_qt.triggered.connect(QApplication.aboutQt)
        parts.actions.about.triggered.connect(self.open_about)

    # The clipboard

    def paste(self) -> None:
        self.incoming.paste(QGuiApplication.clipboard().mimeData())

    def copy(self) -> None:
        if self._job is None or self._job.result is None:
            return
        try:
            said = copy_result(self._job, self._parts.queue.wanted(self._job))
        except OSError:
            self._parts.notice.say(
                tr("The result could not be copied: its file is gone. Enlarge it again.")
            )
        else:
            self._parts.status.mention(said)

    def _copy_system(self) -> None:
        QGuiApplication.clipboard().setText(system_report())
        self._parts.status.mention(tr("Copied. Paste it into your message."))

    def _report(self) -> None:
        QGuiApplication.clipboard().setText(problem_report(log_path()))
        self._parts.notice.say(
            tr(
                "A report is in the clipboard, with the end of the log. Paste it into a message, "
                "say what happened, and read it through: nothing has been sent."
            )
        )

    # The desktop

    def _show_in_folder(self) -> None:
        if self._job is not None:
            show_file(self._job.saved_to or self._job.source, self)

    def _open_log(self) -> None:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        show_folder(log_path().parent)

    # Dialogs

    def open_preferences(self) -> PreferencesDialog:
        options = self._parts.options
        destination = options.general_order().destination
        dialog = PreferencesDialog(self._settings, destination, self._window)
        dialog.destination_chosen.connect(options.use_destination)
        dialog.changed.connect(self._take_preferences)
        return _opened(dialog)

    def _take_preferences(self) -> None:
        self.appearance.choose(self._settings.theme)
        self.preferred.emit()

    def open_shortcuts(self) -> ShortcutsDialog:
        return _opened(ShortcutsDialog(actions_by_menu(self._window.menuBar()), self._window))

    def open_guide(self) -> GuideDialog:
        """It stays open beside the window, and is opened once."""
        if self._guide is None:
            self._guide = GuideDialog(self._window)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()
        return self._guide

    def open_about(self) -> AboutDialog:
        return _opened(AboutDialog(self._window))


Dialog = TypeVar("Dialog", bound=QDialog)


def _opened(dialog: Dialog) -> Dialog:
    """Show a dialog without blocking; it is deleted when closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
