"""Python's cyclic collector runs between events in the window's thread, and nowhere else."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.application import Collector


class Closed(QWidget):
    """A widget in a circle, as closed dialogs are."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def allocate() -> None:
    """More than makes Python collect by itself."""
    assert len([[] for _ in range(20 * gc.get_threshold()[0])]) > 0


def test_widgets_are_collected_between_events_in_the_windows_thread(qtbot: QtBot) -> None:
    gc.enable()
    collector = Collector()
    try:
        assert not gc.isenabled()
        deleted_in: list[threading.Thread] = []
        closed = weakref.ref(Closed(), lambda _: deleted_in.append(threading.current_thread()))
        other = threading.Thread(target=allocate)
        other.start()
        other.join()
        allocate()
        assert closed() is not None
        kept = [[] for _ in range(2 * gc.get_threshold()[0])]  # type: ignore[var-annotated]
        qtbot.waitUntil(lambda: closed() is None, timeout=60_000)
        assert kept
        assert deleted_in == [threading.main_thread()]
    finally:
        collector.close()
    assert gc.isenabled()
