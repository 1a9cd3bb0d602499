"""Handles uncaught errors: the log file, and a dialog."""

from __future__ import annotations

import logging
import logging.handlers
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from app.desktop.report import problem_report
from app.look.translation import tr
from fdiwn.api.names import APP_NAME, DISTRIBUTION, VERSION

log = logging.getLogger(__name__)

LOG_BYTES = 1_000_000


def log_path() -> Path:
    return platformdirs.user_log_path(DISTRIBUTION, appauthor=False) / f"{DISTRIBUTION}.log"


def start_log(path: Path) -> None:
    """Log to `path`, which is rotated when full; if that fails, only to stderr."""
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(
            logging.handlers.RotatingFileHandler(
                path, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8", delay=True
            )
        )
    except OSError as error:
        print(f"No log file: {error}", file=sys.stderr)
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=handlers,
    )
    log.info("%s %s, Python %s, %s", APP_NAME, VERSION, sys.version, platform.platform())


class FaultSink(QObject):
    """Handles uncaught errors of all threads. Shows one dialog at a time, and one for repeated
    errors; the rest is only logged.

    The dialog opens after the failed call has returned: inside it, it would block the rest of the
    call and let other events run.
    """

    _caught = Signal(str)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._showing = False
        self._shown: set[str] = set()
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self._take
        threading.excepthook = lambda a: self._take(
            a.exc_type, a.exc_value or a.exc_type(), a.exc_traceback
        )

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.critical("Uncaught error\n%s", text)
        self._caught.emit(text)

    def _show(self, details: str) -> None:
        if self._showing or details in self._shown:
            return
        self._showing = True
        self._shown.add(details)
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            APP_NAME,
            tr("Something went wrong inside {0}.").format(APP_NAME),
        )
        box.setInformativeText(
            tr(
                "Your files are unharmed, and you can probably go on. The details are in the log "
                "file {0}."
            ).format(self._path)
        )
        box.setDetailedText(details)
        box.addButton(QMessageBox.StandardButton.Close)
        copy = box.addButton(tr("&Copy Report"), QMessageBox.ButtonRole.ActionRole)
        copy.setToolTip(tr("With the details and this system, to send to somebody who helps"))
        copy.clicked.disconnect()  # Qt connects it to closing the dialog
        copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(problem_report(self._path, details))
        )
        box.exec()
        self._showing = False
