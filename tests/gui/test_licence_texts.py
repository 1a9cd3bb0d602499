"""The licence texts that a frozen program brings are shown by About."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.diagnostics import licences
from app.window.about_dialog import AboutDialog


def test_the_texts_can_be_read(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(licences, "resource", lambda name: tmp_path / name)
    about = AboutDialog()
    qtbot.addWidget(about)
    assert about.findChild(QPushButton, "licenceTexts") is None, "not frozen: there are none"
    file = tmp_path / licences.TEXTS
    file.parent.mkdir()
    file.write_text("Terms of everything", encoding="utf-8")
    about = AboutDialog()
    qtbot.addWidget(about)
    about.tabs.setCurrentIndex(1)
    about.show()
    button = about.findChild(QPushButton, "licenceTexts")
    assert button is not None
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        text = dialog.findChild(QPlainTextEdit)
        assert text is not None
        seen.append(text.toPlainText())
        dialog.close()

    QTimer.singleShot(0, look)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen == ["Terms of everything"]
