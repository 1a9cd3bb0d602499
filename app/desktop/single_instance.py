"""One window per user: a second start passes its files to the first, and exits.

A lock file decides which start is first; the system's process list shows whether a lock is still
held or left by a crash. The files are sent through a local socket that only this user can open, as
one line of JSON; the first start answers once it has read them.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import logging
import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, QStandardPaths, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from fdiwn.api.names import APP_ID

log = logging.getLogger(__name__)

PATIENCE = 3000
"""Milliseconds to wait for the first start's answer; it may be just starting."""
STEP = 100
LARGEST = 4_000_000
"""Most bytes of a message: more than any command line holds."""
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - what Wayland calls the right to come to the front


class SingleInstance(QObject):
    """Call `hand_over` first; if it returns False, this start is the first, and `arrived` reports
    later ones."""

    arrived = Signal(object)
    """Absolute paths from another start; may be empty."""

    def __init__(self, parent: QObject | None = None, name: str = "") -> None:
        super().__init__(parent)
        self._name = name or socket_name()
        self._lock = QLockFile(str(_lock_folder() / f"{Path(self._name).name}.lock"))
        self._lock.setStaleLockTime(0)  # a window may be open for weeks
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def hand_over(self, files: Iterable[Path]) -> bool:
        """Send `files` to the window that is already open; False if this start should open one."""
        if self._lock.tryLock(0):
            self._listen()
            return False
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            log.warning("No other start can find this window: %s", self._lock.error())
            return False
        message = {"files": [os.path.abspath(path) for path in files]}  # noqa: PTH100 - no links followed
        if os.environ.get(TOKEN):
            message["token"] = [os.environ[TOKEN]]
        if _send(self._name, json.dumps(message).encode() + b"\n"):
            return True
        log.warning("Another window holds %s but does not answer", self._lock.fileName())
        return False

    def close(self) -> None:
        self._server.close()
        self._lock.unlock()

    def _listen(self) -> None:
        QLocalServer.removeServer(self._name)  # left by a crash: the lock shows that nobody uses it
        if not self._server.listen(self._name):
            log.warning("No other start can find this window: %s", self._server.errorString())

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > LARGEST:
            socket.abort()
        elif socket.canReadLine():
            message = _parse(bytes(socket.readLine().data()))
            if message is None:
                socket.abort()
                return
            socket.write(b"ok\n")
            socket.flush()
            files, token = message
            if token:
                os.environ[TOKEN] = token  # Qt uses it at the next `activateWindow`
            self.arrived.emit(files)


def socket_name() -> str:
    """One name per user and desktop session; on Linux in the user's runtime folder."""
    who = hashlib.sha256(f"{getpass.getuser()}@{Path.home()}".encode()).hexdigest()[:12]
    name = f"{APP_ID}-{who}"
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    # A socket's full path must fit into about a hundred bytes.
    return f"{folder}/{name}" if folder and Path(folder).is_dir() and len(folder) < 50 else name


def _lock_folder() -> Path:
    place = QStandardPaths.StandardLocation.RuntimeLocation
    found = os.environ.get("XDG_RUNTIME_DIR") and QStandardPaths.writableLocation(place)
    return Path(found or QDir.tempPath())


def _send(name: str, message: bytes) -> bool:
    """Whether there was an answer. Retries, as the first start may not listen yet."""
    for _ in range(PATIENCE // STEP):
        socket = QLocalSocket()
        socket.connectToServer(name)
        if socket.waitForConnected(STEP):
            socket.write(message)
            socket.flush()
            answered = socket.canReadLine() or socket.waitForReadyRead(PATIENCE)
            return answered and socket.readAll().data() == b"ok\n"
        QThread.msleep(STEP)
    return False


def _parse(line: bytes) -> tuple[tuple[Path, ...], str] | None:
    """Files and token; None if this is not one of our messages."""
    try:
        message = json.loads(line)
        files, token = message["files"], message.get("token", [""])[0]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        files, token = None, ""
    texts = isinstance(files, list) and all(isinstance(text, str) for text in [*files, token])
    if not texts or not all(Path(text).is_absolute() for text in files):
        log.warning("A message that makes no sense came in and is left out")
        return None
    return tuple(Path(text) for text in files), token
