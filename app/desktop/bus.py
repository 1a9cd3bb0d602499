"""Asynchronous D-Bus calls, which do not block the window. Without a bus nothing happens.

Qt for Python sends Python's int as a signed number, so methods that take an unsigned one cannot be
called; those used here take none.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

log = logging.getLogger(__name__)

SECONDS = 5
"""How long to wait for an answer."""


@dataclass(frozen=True)
class Method:
    """The address of a D-Bus method."""

    service: str
    path: str
    interface: str
    name: str


@cache
def session_bus() -> QDBusConnection:
    return QDBusConnection.sessionBus()


@cache
def system_bus() -> QDBusConnection:
    return QDBusConnection.systemBus()


def connect_alone(name: str) -> QDBusConnection:
    """A separate connection to the session bus, under a name, so that it can be closed."""
    return QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, name)


def call(
    bus: QDBusConnection,
    method: Method,
    arguments: Sequence[object],
    answered: Callable[[QDBusMessage | None], None],
    owner: QObject,
) -> None:
    """Call `method`; `answered` gets the reply, or None if there was none, at once or later.

    owner: once it is deleted, `answered` is not called.
    """
    if not bus.isConnected():
        answered(None)
        return
    message = QDBusMessage.createMethodCall(
        method.service, method.path, method.interface, method.name
    )
    message.setArguments(list(arguments))
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message, SECONDS * 1000), owner)

    def finish() -> None:
        reply = watcher.reply()
        watcher.deleteLater()
        if reply.type() == QDBusMessage.MessageType.ErrorMessage:
            log.info("%s did not answer: %s", method.interface, reply.errorMessage())
            answered(None)
        else:
            answered(reply)

    watcher.finished.connect(finish)


def emit(
    bus: QDBusConnection, path: str, interface: str, name: str, arguments: Sequence[object]
) -> None:
    """Send a signal to all listeners."""
    if bus.isConnected():
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(arguments))
        bus.send(message)
