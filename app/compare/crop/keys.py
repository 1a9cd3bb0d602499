"""Esc leaves the crop tool, and nothing else, while the keyboard is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def keeps_escape(event: QEvent) -> bool:
    """Accept Esc before it ends the full screen; returns whether it was that."""
    escape = (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    )
    if escape:
        event.accept()
    return escape
