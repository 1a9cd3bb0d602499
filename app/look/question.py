"""A question before something that no undo brings back; it does not make its caller wait."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from fdiwn.api.names import APP_NAME


def ask(parent: QWidget, text: str, yes: str, do: Callable[[], None], no: str = "") -> QMessageBox:
    """Do it if the user says `yes`; Enter and Esc say no.

    no: the word for that, Cancel if empty. The question is gone when it is answered.
    """
    box = QMessageBox(QMessageBox.Icon.NoIcon, APP_NAME, text, parent=parent.window())
    agreed = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    stays: QPushButton = (
        box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        if no
        else box.addButton(QMessageBox.StandardButton.Cancel)
    )
    box.setDefaultButton(stays)
    box.setEscapeButton(stays)

    def answered() -> None:
        box.deleteLater()
        if box.clickedButton() is agreed:
            do()

    box.finished.connect(answered)
    box.open()
    return box
