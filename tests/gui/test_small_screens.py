"""Everything has its room on small and much magnified screens, in long and in wide languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, QPoint, QRect, QSize, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.batch.dialog import BatchDialog
from app.look import geometry, translation
from app.queue.job import JobState
from app.window.guide import GuideDialog
from app.window.messages import Elided
from app.window.preferences_dialog import PreferencesDialog
from app.window.shell import Shell
from app.window.window import MainWindow
from tests.gui import fake_engine
from tests.gui.conftest import drop, wait_for_states

BESIDE = 36
"""Pixels of a box beside its words: padding and arrow."""
LAPTOP, MAGNIFIED = QSize(1024, 700), QSize(683, 384)


@pytest.fixture(params=["en", "de", "ja"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    owner, before = QObject(), QLocale()
    translation.install(request.param, owner)
    yield request.param
    for translator in owner.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def cut_off(parent: QWidget) -> list[str]:
    """The texts that have less room than they need, and the parts that reach beyond a parent that
    does not scroll."""
    found = []
    for widget in parent.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not parent.window():
            continue
        if isinstance(widget, QScrollArea):
            inner = widget.widget()
            more = inner.width() - widget.viewport().width() if inner is not None else 0
            found += [f"{widget}: {more} pixels to the right"] if more > 0 else []
        if isinstance(widget, QComboBox):
            needed = widget.fontMetrics().horizontalAdvance(widget.currentText()) + BESIDE
            if widget.width() < needed:
                found.append(f"{widget.currentText()}: {widget.width()} of {needed}")
        text = text_of(widget)
        if text and widget.width() < least_width(widget):
            found.append(f"{text}: {widget.width()} of {least_width(widget)}")
        if isinstance(widget, QLabel) and widget.wordWrap() and text:
            needed = widget.heightForWidth(widget.width())
            if widget.height() < needed:
                found.append(f"{text}: {widget.height()} of {needed} high")
        if text and not scrolls(widget) and beyond(widget, parent):
            found.append(f"{text}: outside")
    return found


def text_of(widget: QWidget) -> str:
    if isinstance(widget, Elided) or (
        isinstance(widget, QToolButton) and not widget.icon().isNull()
    ):
        return ""  # the one ends in dots, of the other the icon is drawn alone
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""


def least_width(widget: QWidget) -> int:
    """Without the room beside the words, which may shrink."""
    if isinstance(widget, QPushButton | QCheckBox | QToolButton):
        lines = widget.text().replace("&", "").splitlines()
        return max(map(widget.fontMetrics().horizontalAdvance, lines))
    if isinstance(widget, QLabel) and widget.wordWrap():
        return 0
    return widget.minimumSizeHint().width()


def scrolls(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


def beyond(widget: QWidget, parent: QWidget) -> bool:
    area = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
    return not parent.rect().contains(area)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def test_a_text_without_room_is_seen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    button = QPushButton("A word, and more words", parent)
    parent.show()
    button.resize(button.sizeHint())
    parent.resize(button.size())
    assert cut_off(parent) == []
    button.resize(40, 30)
    assert cut_off(parent)


@pytest.mark.parametrize("room", [LAPTOP, MAGNIFIED], ids=["1024x700", "683x384"])
def test_the_window(
    language: str,
    room: QSize,
    make_window: Callable[..., MainWindow],
    models: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(geometry, "_screens", lambda: [QRect(QPoint(0, 0), room)])
    window = make_window()
    window.resize(room.width(), room.height() - geometry.TITLE)
    settle()
    assert cut_off(window) == []
    drop(window, *(fake_engine.draw(tmp_path / name, 40, 30) for name in ("a.png", "b.png")))
    wait_for_states(qtbot, window, JobState.READY, JobState.READY)
    window.options.primary.click()
    wait_for_states(qtbot, window, JobState.DONE, JobState.READY)
    settle()
    layout = window.layout()
    assert layout is not None
    least = layout.minimumSize()
    assert least.width() <= room.width()
    assert least.height() <= room.height() - geometry.TITLE
    assert window.width() <= room.width()
    for section in window.options.sections():
        for other in window.options.sections():
            other.set_open(other is section)
        settle()
        assert cut_off(window) == [], section.name
    for mode in window.compare.actions.modes.values():
        mode.trigger()
        settle()
        assert cut_off(window) == []
    crop = window.compare.crop
    crop.begin()
    crop.bar.tell((11_648, 8736), (11_648, 8736))  # of a large camera
    crop.bar.ratio.setCurrentIndex(crop.bar.ratio.count() - 1)
    settle()
    assert crop.bar.isVisible()
    assert cut_off(window) == []


def another_language(shell: Shell) -> PreferencesDialog:
    """The preferences with all they can say."""
    dialog = shell.open_preferences()
    dialog.language.setCurrentIndex(dialog.language.count() - 1)
    assert dialog.restart.isVisible()
    return dialog


@pytest.mark.parametrize("room", [LAPTOP, MAGNIFIED], ids=["1024x700", "683x384"])
def test_the_dialogs(
    language: str, room: QSize, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(geometry, "_screens", lambda: [QRect(QPoint(0, 0), room)])
    shell = window.shell
    opens: list[Callable[[], QWidget]] = [
        partial(GuideDialog, window),
        partial(BatchDialog, window.batches.control, window.batches._parts.presets, bool, window),
        shell.open_preferences,
        partial(another_language, shell),
        shell.open_about,
        shell.open_shortcuts,
    ]
    for make in opens:
        dialog = make()
        dialog.show()
        settle()
        assert dialog.width() <= room.width(), dialog
        assert dialog.height() <= room.height() - geometry.TITLE, dialog
        assert cut_off(dialog) == [], dialog
        dialog.close()
